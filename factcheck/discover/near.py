"""
How far apart two numbers may be and still have been meant as one.

A difference so large that the numbers were surely never meant to agree is silence: what stands side by side
need not belong together. Near is what a typing slip explains (Damerau 1964 found single slips in four of five misspelt
words), or what is no further off than a share of the larger.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from factcheck.model.amount import base, base_step, together
from factcheck.model.number import Rational, magnitude
from factcheck.model.quantity import Quantity
from factcheck.model.slip import is_slip, misprinted

_SHARE = Fraction(1, 4)


def near(one: Rational, other: Rational, share: Fraction = _SHARE) -> bool:
    """
    Whether two numbers may have been meant as one.

    >>> near(150, 177), near(150, 15000), near(150, 950), near(3, 40)
    (True, False, True, False)
    """
    # In whole numbers: a fraction a comparison is what this would take its time for.
    if magnitude(one - other) * share.denominator <= max(magnitude(one), magnitude(other)) * share.numerator:
        return True
    return is_slip(one, other)


def mended(total: Quantity, parts: Iterable[Quantity]) -> bool:
    """
    Whether another value of the whole, or of one of its parts, one misprint away, makes parts and whole agree.

    The parts' values need not be near the whole for that: 60.0 + 72.5 + 14.5 is 147.0, not 102.0, but with 27.5
    it is 102.0.
    """
    row = list(parts)
    made, whole_ = together(row), base(total)
    slacks = (0, base_step(total), -base_step(total)) if not total.counts else (0,)
    if any(misprinted(made + slack, whole_) for slack in slacks):
        return True
    needed = (((base(its), whole_ - made + base(its))) for its in row)
    return any(
        value and other + slack > 0 and misprinted(value, other + slack) for value, other in needed for slack in slacks
    )
