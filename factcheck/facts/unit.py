"""
Whether numbers are told in one unit, and the unit of those that leave it out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.model.fact import Fact
from factcheck.model.quantity import Quantity
from factcheck.model.unit import Unit


def lent(row: Sequence[Fact], unit: Unit | None) -> tuple[Fact, ...]:
    """Siblings, those without a unit with the unit of the others or of their whole: "59 tonnes … and 24"."""
    unit = next((fact.quantity.unit for fact in row if fact.quantity.unit), unit)
    return tuple(
        fact
        if fact.quantity.unit or unit is None
        else replace(fact, quantity=replace(fact.quantity, unit=unit), inherited=fact.inherited | {"unit"})
        for fact in row
    )


def alike(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers may be added: of one dimension and denominator, or both counts."""
    if one.value is None or other.value is None or (one.unit is None) != (other.unit is None):
        return False
    return one.dimension == other.dimension and _per(one) == _per(other)


def _per(quantity: Quantity) -> str:
    return quantity.unit.name.partition(" per ")[2] if quantity.unit else ""


def fit(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are alike, or one left out the unit of the other."""
    if alike(one, other):
        return True
    bare, full = (one, other) if one.unit is None else (other, one)
    if bare.value is None or full.unit is None or bare.unit is not None or bare.counted is not None:
        return False
    return bare.text[:1].isdecimal()
