"""
The units that a number of a rewrite may be said in, beside the one that was read.

A rewrite leaves out what its source says: "francs" of Swiss francs, "€186" of €186 a month, "about 59" behind
"516 pounds". What a number may be said in is taken from the source's units, and from the numbers before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from factcheck.comparison.figure import Figure
from factcheck.comparison.known import Known
from factcheck.model import table
from factcheck.model.unit import Unit

_BEFORE = 24
"""Of so many numbers before a bare one the unit may be left out [numbers]."""


def variants(figure: Figure, known: Known) -> Iterator[Figure]:
    """The number in the other units that it may be said in."""
    seen = {figure.quantity.unit}
    for unit in _units(figure, known):
        if unit not in seen:
            seen.add(unit)
            quantity = replace(figure.quantity, unit=unit)
            yield replace(figure, quantity=quantity, stated=figure.page.stated(quantity))


def _units(figure: Figure, known: Known) -> Iterator[Unit]:
    quantity = figure.quantity
    unit = quantity.unit
    if unit is None:
        if quantity.counted is None and quantity.place is None:
            yield from _left_out(figure, known)
        return
    for other in known.units:
        if (
            (other.currency and unit.currency and _word(figure) in _short_names().get(other.name, ()))
            or other.name.startswith(f"{unit.name} per ")
            or unit.name.startswith(f"{other.name} per ")
        ):
            yield other


def _left_out(figure: Figure, known: Known) -> Iterator[Unit]:
    """The units of the numbers before a bare one in its sentence, and of the source's numbers that are equal."""
    start, _ = figure.sentence
    for its in reversed(figure.page.quantities(start, figure.quantity.number_start)[-_BEFORE:]):
        if its.unit is not None:
            yield its.unit
    yield from known.units_of(figure.quantity.value)


def _word(figure: Figure) -> str:
    return figure.quantity.text.split()[-1].lower().removesuffix("s")


@cache
def _short_names() -> dict[str, frozenset[str]]:
    """What each currency is called where it is clear which is meant: "franc" of Swiss francs."""
    found: dict[str, set[str]] = {}
    for name, unit in table.currencies().names.items():
        if unit.factor == 1:
            found.setdefault(unit.name, set()).add(name.split()[-1].removesuffix("s"))
    return {code: frozenset(names) for code, names in found.items()}
