"""
Units as their table defines them, under every word and symbol that means one.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from factcheck.model.number import whole
from factcheck.model.unit import Dimension, Unit


class Book(NamedTuple):
    """Units under their symbols, their words, and their symbols in lower case ("KM", "Kg")."""

    symbols: dict[str, Unit]
    names: dict[str, Unit]
    loose: dict[str, Unit]

    def enter(self, unit: Unit, marks: list[str], words: str) -> None:
        """Enter a unit under its symbols, its name and other words, and their plurals."""
        names = self.names
        for mark in marks:
            self.symbols[mark] = unit
            if len(mark) > 1:
                self.loose.setdefault(mark.lower(), unit)
            if "-" in mark:
                names[mark.replace("-", " ")] = unit
        first, per, rest = unit.name.partition(" per ")
        names[unit.name.lower()] = names[f"{first.lower()}s{per}{rest}"] = unit
        for word in words.split():
            phrase = word.replace("-", " ")
            names[phrase] = unit
            if not phrase.endswith("s"):
                names[phrase + "s"] = unit


def defined(name: str, symbol: str, definition: str) -> Unit:
    """
    A unit from its definition.

    >>> defined("watt", "W", "1 mass length2 time-3").dimension
    (('length', 2), ('mass', 1), ('time', -3))
    """
    body, _, zero = definition.partition(" + ")
    factor, *bases = body.split()
    powers = {base.rstrip("-0123456789"): base.lstrip("abcdefghijklmnopqrstuvwxyz") or "1" for base in bases}
    dimension: Dimension = tuple(sorted((base, int(power)) for base, power in powers.items()))
    return Unit(name, symbol, dimension, whole(Fraction(factor)), whole(Fraction(zero or 0)))
