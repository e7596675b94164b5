"""
The words of two units ("pound", "c", "F") and the topics that settle them: ``en/senses.yaml``.
"""

from __future__ import annotations

from functools import cache

from factcheck.model.frozen import frozen
from factcheck.model.table import currencies, entries, read, units
from factcheck.model.unit import Unit


@frozen
class Sense:
    """The second unit of a word that has two, and the words near by that mean it, or do not."""

    unit: Unit
    near: frozenset[str]
    unless: frozenset[str]
    told: frozenset[str] = frozenset()
    """Words anywhere in the text that mean it; empty where only the words near by decide."""
    then: frozenset[str] = frozenset()
    """Words near by that mean it too where the text has one of ``told``."""
    against: frozenset[str] = frozenset()
    """Words anywhere in the text that do not mean it, where the text has none of ``told``."""


@cache
def senses() -> dict[str, Sense]:
    """
    The words and symbols of two units.

    >>> senses()["pounds"].unit.name, "fined" in senses()["pounds"].near
    ('GBP', True)
    """
    money, content, found = currencies(), read("senses"), {}
    texts = dict(entries("senses", content, "texts"))
    for word, (name, near, unless) in entries("senses", content, "senses"):
        unit = money.signs.get(name) or money.names.get(name) or units().names[name]
        by_text = map(_of_topics, texts.get(word, ()))
        found[word] = Sense(unit, _of_topics(near), _of_topics(unless), *by_text)
    return found


def _of_topics(names: str) -> frozenset[str]:
    return frozenset().union(*(topics()[name] for name in names.split()))


@cache
def topics() -> dict[str, frozenset[str]]:
    """
    The words that say what a sentence is about.

    >>> "fined" in topics()["money"], "weighs" in topics()["weight"]
    (True, True)
    """
    return {name: frozenset(words.split()) for name, (words,) in entries("senses", read("senses"), "topics")}
