"""
Units that stand only once: "421.7 million barrels, from 424.9 million", "eight points, to 44 percent from 52 percent",
"10 cents more than the $1.00 a share".
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.discover.templates.slot import numerator
from factcheck.model.number import Rational, divide
from factcheck.model.quantity import Quantity
from factcheck.model.table import units

_LARGEST_RATIO = 10_000
"""Beyond it a bare number is no percentage."""


def of_one_unit(one: Quantity, other: Quantity) -> tuple[Quantity, Quantity] | None:
    """Two values of one thing, each in its full unit; ``None`` where they are not of one kind."""
    one, other = _bare(one, other), _bare(other, one)
    one, other = borrowed(one, other), borrowed(other, one)
    one, other = for_each(one, other), for_each(other, one)
    return (one, other) if same_kind(one, other) else None


def _bare(quantity: Quantity, other: Quantity) -> Quantity:
    """A number without the unit that it only took over, where it is told beside one of another unit."""
    if (
        quantity.inherited
        and not other.inherited
        and (quantity.dimension, per(quantity)) != (other.dimension, per(other))
    ):
        return replace(quantity, unit=None, counted=None)
    return quantity


def borrowed(quantity: Quantity, other: Quantity) -> Quantity:
    """A bare number in the unit of another; in that of money only with a scale word ("from 3.0 billion")."""
    if quantity.unit is not None or other.unit is None or quantity.counted is not None:
        return quantity
    if quantity.scaled and per(other) and other.unit.currency:
        return quantity  # "16.6 million, up from 48 cents a share"
    if (is_ratio(other) and (quantity.value or 0) > _LARGEST_RATIO) or (other.unit.currency and not quantity.scaled):
        return quantity
    return replace(quantity, unit=other.unit)


def same_kind(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers tell of one kind of thing."""
    if one.value is None or other.value is None or one.dimension != other.dimension:
        return False
    if (one.unit is None) != (other.unit is None) or is_ratio(one) != is_ratio(other):
        return False
    if is_points(one) != is_points(other) or per(one) != per(other):
        return False
    return one.counted is None or other.counted is None or one.counted == other.counted


def difference_of(value: Quantity, by: Quantity) -> Quantity | None:
    """An amount that lies between two values like this one, in its full unit; ``None`` where it cannot."""
    if by.value is None or not by.step:
        return None  # "by a third"
    if is_ratio(value):
        if is_points(by):
            return by
        bare = by.unit is None and by.counted in (None, "point")
        return replace(by, unit=units().names["percentage point"], counted=None) if bare else None
    if is_ratio(by):
        return None
    if by.unit and value.unit and " per " in value.unit.name and " per " not in by.unit.name:
        value = numerator(value)
    by = borrowed(by, value)
    if by.dimension != value.dimension or (by.unit is None) != (value.unit is None) or per(by) != per(value):
        return None
    alike = by.counted in (None, "point") or value.counted is None or by.counted == value.counted
    return by if alike else None


def base(quantity: Quantity) -> Rational:
    """The value in base units; 0 for a range."""
    return quantity.unit.to_base(quantity.value or 0) if quantity.unit else quantity.value or 0


def tolerance(by: Quantity) -> Rational:
    """How far off a hedged amount may be [base units]: who says "about 40 more" has not worked it out."""
    return divide(base(by), 8) if by.hedge is not None and not by.hedge.bound else 0


def is_ratio(quantity: Quantity) -> bool:
    """Whether it is a percentage or the like."""
    return quantity.unit is not None and not quantity.dimension


def is_percent(quantity: Quantity) -> bool:
    """Whether it is a percentage."""
    return quantity.unit is not None and quantity.unit.name == "percent"


def is_points(quantity: Quantity) -> bool:
    """Whether it is in percentage points or basis points."""
    return quantity.unit is not None and quantity.unit.name.endswith("point")


def per(quantity: Quantity) -> str:
    """What an amount is for one of: "share" of dollars per share; empty where it is no rate."""
    return quantity.unit.name.partition(" per ")[2] if quantity.unit else ""


def without_base(quantity: Quantity, by: Quantity) -> Quantity:
    """A value without what it is for one of, where what lies between is told without it: "$1.00 a share" as $1.00."""
    return numerator(quantity) if per(quantity) and not per(by) and not is_ratio(by) else quantity


def for_each(quantity: Quantity, other: Quantity) -> Quantity:
    """ "$80.60 a barrel, against $82.00": the second is for a barrel too; "$82 million" is not."""
    if not quantity.unit or not other.unit or (quantity.unit.currency and quantity.scaled):
        return quantity
    return replace(quantity, unit=other.unit) if other.unit.name.startswith(f"{quantity.unit.name} per ") else quantity
