"""
Amounts in base units: what quantities in several units come to, so that they can be compared and added.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model.number import Rational, whole
from factcheck.model.quantity import Quantity


def base(quantity: Quantity) -> Rational:
    """The value of a quantity in the base unit of what it measures; 0 for a range."""
    value = quantity.value or 0
    return quantity.unit.to_base(value) if quantity.unit else value


def base_step(quantity: Quantity) -> Rational:
    """The last place that a quantity was printed with, in the base unit of what it measures."""
    return quantity.unit.to_base(quantity.step) if quantity.unit else quantity.step


def together(quantities: Iterable[Quantity]) -> Rational:
    """What some quantities make together [base unit]."""
    return whole(sum((base(its) for its in quantities), start=0))


def is_cut_off(quantity: Quantity, other: Quantity) -> bool:
    """
    Whether a number is another one without its last places: "$24 million" of $24.6 million.
    """
    return base_step(quantity) > base_step(other) and 0 <= base(other) - base(quantity) < base_step(quantity)


def is_percent(quantity: Quantity) -> bool:
    """Whether it is a percentage."""
    return quantity.unit is not None and quantity.unit.name == "percent"


def alike(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities are of one kind, so that they can be added."""
    return one.dimension == other.dimension and bool(one.unit) == bool(other.unit)
