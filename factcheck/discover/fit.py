"""
Units that stand only once: "421.7 million barrels, from 424.9 million", "eight points, to 44 percent from 52 percent",
"10 cents more than the $1.00 a share".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from factcheck.discover.near import near
from factcheck.model.quantity import Quantity
from factcheck.model.regex import regex
from factcheck.model.table import units
from factcheck.model.unit import Unit

_AS_LARGE = Fraction(1, 2)
"""How far apart a price and its old value may be, of which only one says what it is for."""

_SCALED = regex(r"\b(?:million|billion|trillion|mln|bln|bn)\b|\d(?:m|bn)\b")
_LARGEST_RATIO = 10_000
"""Beyond it a bare number is no percentage."""

Field = tuple[str, Quantity]
"""A field of the check and the amount that stands in it; no name where it stands in none."""


def fitted(
    old: Quantity, new: Quantity, amounts: Sequence[Quantity]
) -> tuple[Quantity, Quantity, tuple[Field, ...]] | None:
    """
    Two values and the amounts of the change between them, each in its full unit; ``None`` where the values are not
    of one kind.
    """
    if new.unit is None and old.unit is not None:
        new = borrowed(new, old)
    elif old.unit is None:
        old = borrowed(old, new)
    if any(its.unit and not its.unit.currency and " per " not in its.unit.name for its in amounts) and not old.unit:
        measure = next(its for its in amounts if its.unit and not its.unit.currency)
        if measure.dimension:
            old, new = borrowed(old, measure), borrowed(new, measure)
    old, new = _of_one_rate(old, new)
    if not same(old, new):
        return None
    fields = tuple(_field(new, its) for its in amounts)
    if any(field == "rate" for field, _ in fields):
        old, new = _without_base(old), _without_base(new)
        fields = tuple(("by" if field == "rate" else field, its) for field, its in fields)
    if not all(field for field, _ in fields):
        return None
    return old, new, fields


def borrowed(quantity: Quantity, other: Quantity) -> Quantity:
    """A bare number in the unit of another; in that of money only with a scale word ("from 3.0 billion")."""
    if is_ratio(other) and (quantity.value or 0) > _LARGEST_RATIO:
        return quantity
    money = other.unit is not None and other.unit.currency and not _SCALED.search(quantity.text)
    if quantity.unit is None and other.unit is not None and not money and quantity.counted is None:
        return replace(quantity, unit=other.unit)
    return quantity


def same(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers tell of one kind of thing."""
    if one.value is None or other.value is None or one.dimension != other.dimension:
        return False
    if (one.unit is None) != (other.unit is None) or (one.unit and other.unit and is_ratio(one) != is_ratio(other)):
        return False
    if one.unit and other.unit and one.unit.name.partition(" per ")[2] != other.unit.name.partition(" per ")[2]:
        return False
    return one.counted is None or other.counted is None or one.counted == other.counted


def is_ratio(quantity: Quantity) -> bool:
    """Whether it is a percentage or the like."""
    return quantity.unit is not None and not quantity.dimension


def _of_one_rate(old: Quantity, new: Quantity) -> tuple[Quantity, Quantity]:
    """ "$80.60 a barrel, against $82.00"."""
    if old.unit and new.unit and old.unit.name != new.unit.name and near(old.value or 0, new.value or 0, _AS_LARGE):
        if new.unit.name.startswith(f"{old.unit.name} per "):
            return replace(old, unit=new.unit), new
        if old.unit.name.startswith(f"{new.unit.name} per "):
            return old, replace(new, unit=old.unit)
    return old, new


def _field(new: Quantity, by: Quantity) -> Field:
    """Which field an amount of change stands in; no name where it is none."""
    if by.value is None or not by.step:
        return "", by  # "by a third"
    if is_ratio(new):
        if by.unit is None and by.counted == "point":
            return "percent", replace(by, unit=units().names["percentage point"], counted=None)
        if by.unit and by.unit.name == "percentage point":
            return "percent", by
        # "5 percent, from 9% to 7%": points or percent, nobody knows
        return ("by", by) if by.unit and by.unit.name == "basis point" else ("", by)
    if by.unit and by.unit.name == "percent":
        return "percent", by
    by = borrowed(by, new)
    if by.dimension == new.dimension and (by.unit is None) == (new.unit is None) and not is_ratio(by):
        if _rate(by) != _rate(new):
            return "", by  # revenue does not change by dollars a share
        alike = by.counted in (None, "point") or new.counted is None or by.counted == new.counted
        return ("by", by) if alike else ("", by)
    if by.unit and new.unit and len(by.dimension) == 1 and set(by.dimension) < set(new.dimension):
        return "rate", by
    return "", by


def _rate(quantity: Quantity) -> str:
    """What an amount is for one of: "share" of dollars per share; empty where it is no rate."""
    return quantity.unit.name.partition(" per ")[2] if quantity.unit else ""


def _without_base(quantity: Quantity) -> Quantity:
    """ "$1.00 a share" as $1.00."""
    unit = quantity.unit
    if unit is None or " per " not in unit.name:
        return quantity
    name, symbol = unit.name.partition(" per ")[0], unit.symbol.partition("/")[0]
    return replace(quantity, unit=Unit(name, symbol, tuple(its for its in unit.dimension if its[1] > 0), 1, 0, True))
