"""
How far a reader of quantities agrees with a gold list: F1 of the value, of value and unit, and of all.

Strictly one to one, the best matches first. A unit agrees where the names are the same but for number and
spelling, or, where neither is a unit of measure, share a word ("lethal doses", "dose"). The third column adds what the
words around a number do to it, in the signs of NewsQuant (Almasian et al., "CQE", EMNLP 2023): = ~ > < up down.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

Ends = tuple[float, float]

SIGNS = {"approximate": "~", "more_than": ">", "at_least": ">", "less_than": "<", "at_most": "<", "up_to": "<"}
"""What NewsQuant calls a modifier of factcheck."""

SAME = {
    "percentage": "% percent pct pc|per cent|percentage point",
    "dollar": "$ us$ usd|us dollar|united states dollar",
    "euro": "€ eur",
    "pound sterling": "£ gbp|british pound",
    "japanese yen": "yen jpy",
    "chinese yuan": "yuan cny",
    "australian dollar": "aud",
    "canadian dollar": "cad",
    "malaysian ringgit": "myr",
    "shekel": "ils",
    "swiss franc": "chf",
    "indian rupee": "inr",
    "singaporean dollar": "sgd",
    "kilogram": "kg",
    "kilometre": "km",
    "metre": "m",
    "centimetre": "cm",
    "millimetre": "mm",
    "mile per hour": "mph",
    "kilometre per hour": "km/h",
    "horsepower": "hp",
    "gigabyte": "gb",
    "pound-mass": "lb lbs pound",
    "celsius": "°c|degree celsius",
    "fahrenheit": "°f|degree fahrenheit",
    "metric ton": "tonne",
    "count": "time",
    "people": "person",
    "child": "children",
    "man": "men",
    "woman": "women",
    "foot": "feet",
    "inch": "inches",
    "year of age": "year-old|year old",
    "revolutions per minute": "rpm",
}
"""A unit and its other names, those of several words behind a bar."""

_NAMES = {
    other: name
    for name, others in SAME.items()
    for part in [others.split("|")]
    for other in (*part[0].split(), *part[1:])
}
_SINGULAR = frozenset("us gas plus celsius press less percentage hertz series mass business".split())
_LITTLE = frozenset({"of", "the", "per", "a", "in", "and", ""})


@dataclass(frozen=True)
class Answer:
    """One quantity as gold or reader have it."""

    ends: Ends
    """The value, twice, or the ends of a range."""
    names: frozenset[str]
    """The unit's names, folded; none where it has no unit."""
    change: str = "="
    """What the words around it do: = ~ > < up down."""


@dataclass
class Tally:
    """Counts of one reader over all texts."""

    wanted: int = 0
    given: int = 0
    hits: list[int] = field(default_factory=lambda: [0, 0, 0])

    def f1(self) -> tuple[float, float, float]:
        """F1 of the value, of value and unit, of all [per cent]."""
        value, unit, everything = (200 * hits / max(self.wanted + self.given, 1) for hits in self.hits)
        return value, unit, everything


def fold(unit: object) -> str:
    """A unit's name in the singular and in one spelling."""
    text = str(unit or "").lower().strip().strip(".,;").replace("meter", "metre").replace("liter", "litre")
    if text in _NAMES or not text or text == "-":
        return _NAMES.get(text, "")
    text = " ".join(map(_singular, text.split()))
    return _NAMES.get(text, text)


def _singular(word: str) -> str:
    if word in _SINGULAR or len(word) < 3 or not word.endswith("s") or word.endswith("ss"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-2] if re.search(r"(ch|sh|x|ss|z)es$", word) else word[:-1]


def gold(quantity: dict[str, Any]) -> Answer | None:
    """A gold quantity; ``None`` where it states no value."""
    value = quantity.get("range") or quantity.get("value")
    if value is None:
        return None
    if isinstance(value, list):
        low, high = (float(end) if end is not None else bound for end, bound in zip(value, _OPEN, strict=True))
    else:
        try:
            low = high = float(str(value))
        except ValueError:
            low, high = sorted(float(part) for part in str(value).split("-")[:2])
    names = frozenset({fold(quantity.get("normalized_unit")), fold(quantity.get("unit"))})
    return Answer((low, high), names - {""}, quantity.get("change") or "=")


_OPEN = (float("-inf"), float("inf"))


def agree(wanted: Answer, given: Answer) -> int:
    """How far two quantities agree: 0 not in the value, 1 in the value, 2 in the unit too, 3 in all."""
    if not all(abs(a - b) <= 1e-5 * abs(a) + 1e-8 or a == b for a, b in zip(wanted.ends, given.ends, strict=True)):
        return 0
    if wanted.names and not wanted.names & given.names:
        measures = not wanted.names.isdisjoint(SAME)
        if measures or not _words(wanted.names) & _words(given.names):
            return 1
    return 2 + (wanted.change == given.change)


def _words(names: frozenset[str]) -> set[str]:
    return {word for name in names for word in re.split(r"[\s-]", name)} - _LITTLE


def tally(texts: list[list[Answer]], answers: list[list[Answer]]) -> Tally:
    """Count the agreements of every text, each quantity once."""
    total = Tally()
    for wanted, given in zip(texts, answers, strict=True):
        total.wanted += len(wanted)
        total.given += len(given)
        left, free = list(wanted), list(given)
        for level in (3, 2, 1):
            for one in list(left):
                match = next((other for other in free if agree(one, other) >= level), None)
                if match is not None:
                    left.remove(one)
                    free.remove(match)
                    for column in range(level):
                        total.hits[column] += 1
    return total
