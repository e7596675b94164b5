"""
What all checks share: errors of operands, and the usual pieces of their expressions.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.model.expression import Constant, Operand, Sum
from factcheck.model.interval import Interval
from factcheck.model.number import Rational
from factcheck.model.stated import Stated
from factcheck.model.unit import Unit

PERCENT = Unit("percent", "%", (), Fraction(1, 100))
"""In which a share is told."""


class OperandError(ValueError):
    """Operands that do not fit together; the message says why, ``remedy`` what to do."""

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(what)
        self.remedy = remedy


def total(parts: tuple[Stated, ...]) -> Sum:
    """The sum of some stated quantities."""
    return Sum.of(*(Operand(part) for part in parts))


def minus(one: Stated, other: Stated) -> Sum:
    """One stated quantity less another."""
    return Sum((Operand(one), Operand(other)), (1, -1))


def number(value: Rational, text: str) -> Constant:
    """An exact bare number, printed as given."""
    return Constant(Interval.point(value), (), text)


def says(stated: Stated) -> str:
    """Who states a quantity, with the verb: "the article says"."""
    return f"{stated.source_label} says"


def measured_alike(one: Stated, other: Stated) -> bool:
    """Whether two quantities have the same unit or convert into each other."""
    return one.dimension == other.dimension
