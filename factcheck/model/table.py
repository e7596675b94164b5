"""
The tables of English words behind the reader: ``en/*.yaml``, loaded when first needed.

Every entry names its reference, and a test walks them. A table that is wrong is a programming
error: ``TableError`` says where. PyYAML's C parser reads all of them in about 10 ms; every scalar is
taken as text (``CBaseLoader``), so that "no" stays a word and 1/2 a fraction.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from factcheck.model.book import Book, defined
from factcheck.model.frozen import frozen
from factcheck.model.number import Rational, power_of_ten, whole
from factcheck.model.quantity import Hedge, Modifier, Side
from factcheck.model.unit import Unit

_FOLDER = Path(__file__).parent / "en"

# The C parser where PyYAML was built with it; both take every scalar as text.
_LOADER: type[yaml.BaseLoader] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class TableError(ValueError):
    """A table of the package itself is wrong: an entry without a reference, an unknown kind."""


@frozen
class Hedges:
    """The words of ``hedges.yaml``, each a tuple of lower-case words."""

    before: dict[tuple[str, ...], Hedge]
    after: dict[tuple[str, ...], Hedge]
    exact: frozenset[tuple[str, ...]]
    only: frozenset[tuple[str, ...]]


@frozen
class Numbers:
    """The words of ``numbers.yaml``, each with its value."""

    cardinals: dict[str, int]
    scales: dict[str, int]
    letters: dict[str, int]
    groups: dict[str, int]
    plurals: dict[str, int]
    fractions: dict[str, int]
    ordinals: dict[str, int]
    multiples: dict[str, int]
    vulgar: dict[str, Rational]


@frozen
class Units:
    """Units of measure, by symbol (as printed) and by name (lower case, words joined by a space)."""

    symbols: dict[str, Unit]
    names: dict[str, Unit]
    openers: frozenset[str]
    """First words of names and symbols of several words."""
    readings: dict[str, tuple[Unit, ...]]
    """The other units that the name of one may stand for: "tons" may be short, long or metric ones."""


@frozen
class Currencies:
    """Currencies by sign (as printed) and by name (lower case, words joined by a space)."""

    signs: dict[str, Unit]
    names: dict[str, Unit]
    openers: frozenset[str]
    """First words of names of several words."""
    symbols: frozenset[str]
    """The signs of one character that is no letter."""


Content = dict[str, dict[str, Any]]
"""A table as it is written: its parts, and the entries of each."""


def read(name: str) -> Content:
    """A table of the package as it is written, every scalar a text."""
    text = (_FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    loader = _LOADER(text)
    content: Content = loader.get_single_data()
    return content


def entries(name: str, content: Content, part: str) -> Iterator[tuple[str, list[str]]]:
    """
    The entries of one part of a table, without their references.

    Raises ``TableError`` for a reference that the table does not name.
    """
    references = content["references"]
    for key, entry in content[part].items():
        fields = [entry] if isinstance(entry, str) else entry
        if fields[-1] not in references:
            raise TableError(f"{name}.yaml, {part}, {key}: no reference {fields[-1]!r}")
        yield key, fields[:-1]


@cache
def hedges() -> Hedges:
    """
    The hedges.

    >>> hedges().before[("more", "than")].modifier
    <Modifier.MORE_THAN: 'more_than'>
    """
    content = read("hedges")
    kinds = content["kinds"]

    def phrases(part: str) -> dict[tuple[str, ...], Hedge]:
        """The hedges of one part by their words."""
        found = {}
        for words, (kind,) in entries("hedges", content, part):
            if kind not in kinds:
                raise TableError(f"hedges.yaml, {words}: no kind {kind!r}")
            modifier, side, *flags = kinds[kind]
            bound, closed, soft = (flag == "yes" for flag in flags)
            found[_words(words)] = Hedge(words, Modifier(modifier), Side(side), bound, closed, soft)
        return found

    exact, only = (frozenset(_words(words) for words, _ in entries("hedges", content, p)) for p in ("exact", "only"))
    return Hedges(phrases("before"), phrases("after"), exact, only)


def _words(phrase: str) -> tuple[str, ...]:
    """The tokens of a phrase: ">=" is two, "over" one."""
    return tuple(phrase.split()) if phrase[0].isalpha() else tuple(phrase)


@cache
def numbers() -> Numbers:
    """
    The number words.

    >>> numbers().cardinals["seventy"], numbers().scales["bn"], numbers().vulgar["½"]
    (70, 1000000000, Fraction(1, 2))
    """
    content = read("numbers")
    parts = ("cardinals", "scales", "letters", "groups", "plurals", "fractions", "ordinals", "multiples")
    tables = {part: {word: int(value) for word, (value,) in entries("numbers", content, part)} for part in parts}
    vulgar = {sign: whole(Fraction(value)) for sign, (value,) in entries("numbers", content, "vulgar")}
    return Numbers(**tables, vulgar=vulgar)


@cache
def units() -> Units:
    """
    The units of measure, prefixed ones included.

    >>> units().symbols["kWh"].name, units().names["miles per hour"].symbol, units().names["feet"].name
    ('kilowatt hour', 'mph', 'foot')
    """
    content = read("units")
    book = Book({}, {}, {})
    prefixes = [(p, marks.split(), int(power)) for p, (marks, power) in entries("units", content, "prefixes")]
    for part, greatest in (("prefixed", 15), ("small_prefixed", 3)):
        for name, (marks, words, definition) in entries("units", content, part):
            unit = defined(name, marks.split()[0], definition)
            book.enter(unit, marks.split(), words)
            for prefix, letters, power in prefixes:
                if power <= greatest:
                    signs = [letter + mark for letter in letters for mark in marks.split()]
                    factor = whole(unit.factor * power_of_ten(power))
                    prefixed = Unit(prefix + name, signs[0], unit.dimension, factor)
                    book.enter(prefixed, signs, " ".join(prefix + word for word in words.split()))
    for name, (marks, words, definition) in entries("units", content, "units"):
        unit = defined(name, marks.split()[0], definition)
        book.enter(unit, marks.split(), words)
        book.loose.update({mark.lower(): unit for mark in marks.split() if len(mark) > 1})
    openers = frozenset(name.split()[0] for name in book.names if " " in name)
    names = book.loose | book.names
    readings = {
        name: tuple(names[other] for other in others.split(" / "))
        for name, (others,) in entries("units", content, "readings")
    }
    return Units(book.symbols, names, openers, readings)


@cache
def currencies() -> Currencies:
    """
    The currencies and their hundredths.

    >>> currencies().signs["A$"].name, currencies().names["danish crowns"].name, currencies().names["pence"].factor
    ('AUD', 'DKK', Fraction(1, 100))
    """
    content = read("currencies")
    signs: dict[str, Unit] = {}
    names: dict[str, Unit] = {}
    for code, (symbol, marks, words) in entries("currencies", content, "currencies"):
        unit = Unit(code, symbol, ((code, 1),), currency=True)
        signs.update(dict.fromkeys(marks.split(), unit))
        _enter_words(unit, words, names)
    for name, (symbol, words, worth) in entries("currencies", content, "small"):
        value, code = worth.split()
        _enter_words(Unit(name, symbol, ((code, 1),), whole(Fraction(value))), words, names)
    symbols = frozenset(sign for sign in signs if len(sign) == 1 and not sign.isalnum())
    return Currencies(signs, names, frozenset(name.split()[0] for name in names if " " in name), symbols)


def _enter_words(unit: Unit, words: str, names: dict[str, Unit]) -> None:
    for word in words.split():
        phrase = word.replace("-", " ")
        names[phrase] = unit
        first, _, last = phrase.partition(" ")
        if len(phrase) > 1:
            plural = f"{first}s {last}" if first == "pound" and last else phrase + "s"
            names.setdefault(plural, unit)


@cache
def words() -> dict[str, frozenset[str]]:
    """
    The closed classes of words.

    >>> "said" in words()["verbs"]
    True
    """
    content = read("words")
    classes = {}
    for name, (reference, members) in content["classes"].items():
        if reference not in content["references"]:
            raise TableError(f"words.yaml, {name}: no reference {reference!r}")
        classes[name] = frozenset(members.split())
    return classes


@cache
def plurals() -> dict[str, str]:
    """
    Plurals that the rules of spelling do not give, with their singular.

    >>> plurals()["people"], plurals()["fishermen"], plurals()["deer"]
    ('person', 'fisherman', 'deer')
    """
    pairs = (pair.partition(":") for pair in words()["irregular_plurals"])
    return {plural: singular for plural, _, singular in pairs}


@cache
def abbreviations() -> frozenset[str]:
    """
    Abbreviations whose point ends no sentence, in lower case and without it.

    >>> "mr" in abbreviations()
    True
    """
    return frozenset(words for words, _ in entries("abbreviations", read("abbreviations"), "abbreviations"))


@cache
def cues(part: str) -> tuple[str, ...]:
    """
    The words that open a list of parts ("open"), or that let it go on after its last ("more").

    >>> "including" in cues("open"), "among others" in cues("more")
    (True, True)
    """
    return tuple(words for words, _ in entries("cues", read("cues"), part))
