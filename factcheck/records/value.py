"""
A value that a record gives itself, as text: read as prose is, but a bare number is always one.

In prose "2000" alone is probably a year; where a record is asked for a number it is that number.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from factcheck.model import table
from factcheck.model.number import MAX_DIGITS, last_significant_place, parse_decimal
from factcheck.model.quantity import CALENDAR_YEAR, Quantity, Width
from factcheck.model.regex import regex
from factcheck.model.unit import Unit
from factcheck.reader import read
from factcheck.reader.unit import per_noun, power, rate

_POWERS = {"square": 2, "cubic": 3}
_BARE = regex(r"[-−+]?\d{1,60}(?:,\d{3})*(?:\.\d{1,60})?")


def quantities_of(text: str, widths: Mapping[str, Width] | None = None) -> tuple[Quantity, ...]:
    """
    The quantities of a record's text; ``widths`` are those of hedges that the project decides itself.

    >>> [quantity.value for quantity in quantities_of("2000")]
    [2000]
    """
    bare = text.strip()
    if _BARE.fullmatch(bare) and sum(map(str.isdecimal, bare)) <= MAX_DIGITS:
        value, step = parse_decimal(bare.replace(",", "").replace("−", "-"))
        start = text.index(bare)
        end = start + len(bare)
        return (Quantity(bare, start, end, start, end, value, step, last_significant_place(value, step)),)
    return read(text, widths=widths).quantities


@cache
def unit_named(name: str) -> Unit | None:
    """
    The unit that a record gives by its name, its sign or its ISO 4217 code; ``None`` where there is no such unit.

    >>> [unit_named(its).dimension for its in ("MWh", "USD per year", "percentage point")]
    [(('length', 2), ('mass', 1), ('time', -2)), (('USD', 1), ('time', -1)), ()]
    """
    units, currencies = table.units(), table.currencies()
    found = units.symbols.get(name) or units.names.get(name.lower()) or currencies.signs.get(name)
    found = found or currencies.names.get(name.lower())
    if found is None:
        codes = {its.name: its for its in currencies.names.values()} | {CALENDAR_YEAR.name: CALENDAR_YEAR}
        found = codes.get(name)
    return found or _compound(name)


def _compound(name: str) -> Unit | None:
    """A unit of several words, as the reader makes it: "square metre", "USD per share", "per day"."""
    first, per, last = name.rpartition("per ")
    if per:
        base = unit_named(last)
        if not first:
            return rate(base) if base else None
        unit = unit_named(first.removesuffix(" "))
        return unit and (unit.per(base) if base else per_noun(unit, last))
    word, _, rest = name.partition(" ")
    base = unit_named(rest) if word in _POWERS and rest else None
    return power(base, _POWERS[word]) if base else None


def measured(quantity: Quantity, unit: Unit) -> Quantity | None:
    """
    A quantity in a unit that its own words leave out, alone ("1,152") or in part ("$310", where "$340 a year" stands
    beside it); ``None`` where they say another one.
    """
    # A unit that the number took from its neighbours is not one that its own words say.
    own = None if quantity.inherited else quantity.unit
    if own is not None and not (own.dimension == unit.dimension or _is_rate_of(own, unit) or _is_rate_of(unit, own)):
        return None
    if own is not None and own.dimension == unit.dimension and bool(own.dimension):
        return quantity
    return replace(quantity, unit=unit, counted=None, ends=tuple(replace(its, unit=unit) for its in quantity.ends))


def _is_rate_of(one: Unit, other: Unit) -> bool:
    """Whether the one is the other for each of something: dollars a share, and dollars."""
    return one.name.startswith(f"{other.name} per ")
