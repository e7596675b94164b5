"""
Units of measure, currencies and ratios: what a number is of, and how it converts.

A counted noun ("150 individuals") is no unit but a label: "150 individuals" may equal "65 arrests +
…", and doses × mg is mg (design/rounding.md). Units of measure must match or convert.
"""

from __future__ import annotations

from factcheck.model.frozen import frozen
from factcheck.model.number import Rational, divide, whole

Dimension = tuple[tuple[str, int], ...]
"""Base dimensions and their powers, sorted: ``(("length", 1), ("time", -1))``; ``()`` is a bare number."""

DIMENSIONLESS: Dimension = ()


def combined(a: Dimension, b: Dimension, sign: int = 1) -> Dimension:
    """
    The dimension of a product (``sign`` 1) or of a quotient (``sign`` −1).

    >>> combined((("mass", 1),), (("time", 1),), -1)
    (('mass', 1), ('time', -1))
    """
    powers = dict(a)
    for name, power in b:
        powers[name] = powers.get(name, 0) + sign * power
    return tuple(sorted((name, power) for name, power in powers.items() if power))


@frozen
class Unit:
    """
    A unit of measure, a currency or a ratio such as per cent.

    ``value in this unit × factor + offset`` is the value in the base unit of the dimension.
    """

    name: str
    """The singular English name ("kilogram", "mile per hour", "percent"), or the ISO 4217 code of a currency."""
    symbol: str
    """How a value is printed for a person: "kg", "$", "%"."""
    dimension: Dimension
    """What it measures; a currency is a dimension of its own: ``(("USD", 1),)``."""
    factor: Rational = 1
    """Base units in one of it [base unit]: 1/1000 for gram (base: kilogram), 1/100 for percent."""
    offset: Rational = 0
    """Base units at its zero [base unit]: for temperatures."""
    currency: bool = False
    """Whether it is money."""

    def per(self, other: Unit) -> Unit:
        """The compound unit "this per other"."""
        return Unit(
            f"{self.name} per {other.name}",
            f"{self.symbol}/{other.symbol}",
            combined(self.dimension, other.dimension, -1),
            divide(self.factor, other.factor),
        )

    def to_base(self, value: Rational) -> Rational:
        """A value in this unit, in the base unit of its dimension."""
        return whole(value * self.factor + self.offset)

    def from_base(self, value: Rational) -> Rational:
        """A value in the base unit of its dimension, in this unit."""
        return divide(value - self.offset, self.factor)

    def converts_to(self, other: Unit) -> bool:
        """Whether a value in this unit has a value in the other."""
        return self.dimension == other.dimension
