"""
A part, its whole and a percentage: whether they were meant together.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.discover.proposal import Proposal
from factcheck.facts.page import Page
from factcheck.model.amount import base, base_step
from factcheck.model.number import Rational, divide, magnitude
from factcheck.model.quantity import Quantity
from factcheck.model.slip import misprinted

_FAR = 30
"""How far a percentage may be from what part and whole give and still be meant [percentage points]."""


def share(
    page: Page, part: Quantity, of: Quantity, percent: Quantity, *, explicit: bool = True, slip: bool = False
) -> Iterator[Proposal]:
    """
    That a part is this percentage of its whole. ``slip`` wants a misprint that would explain a difference,
    where the whole is only thought to be the one meant.
    """
    whole, value, said = base(of), base(part), percent.value
    if not whole or said is None or value > 2 * whole:
        return
    far = magnitude(divide(value * 100, whole) - said)
    if (far > _FAR or slip) and far > percent.step and not slips(part, of, percent):
        return
    operands = {"part": page.stated(part), "whole": page.stated(of), "percent": page.stated(percent, "the share")}
    yield Proposal("share", operands, "the share", explicit, "of")


def fits(part: Quantity, of: Quantity, percent: Quantity) -> bool:
    """Whether a part is a percentage of a whole, within the rounding of the percentage."""
    whole = base(of)
    return bool(whole) and magnitude(divide(base(part) * 100, whole) - (percent.value or 0)) <= percent.step


def slips(part: Quantity, of: Quantity, percent: Quantity) -> bool:
    """Whether one slip in the part, the whole or the percentage would explain the difference."""
    whole, value, said = base(of), base(part), percent.value or 0
    if not said or not whole or not value:
        return False
    return (
        misprinted(_printed(divide(value * 100, whole), percent.step), said)
        or misprinted(_printed(divide(said * whole, 100), base_step(part)), value)
        or misprinted(_printed(divide(value * 100, said), base_step(of)), whole)
    )


def _printed(value: Rational, step: Rational) -> Rational:
    """A value rounded to the place that another was printed with."""
    return round(Fraction(value) / step) * step if step else value
