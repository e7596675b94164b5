"""
Possible but unlikely: a sum that holds only at the far end of what rounding allows.

Eleven rounded numbers may miss by 5.5 units together, but only if every one of them was rounded the
same way by the full half. Honest rounding makes errors that are spread evenly over ± half a unit,
independent of each other: their sum has the variance n/12 (Irwin–Hall), and is near normal from a
few terms on. A gap beyond the 99.9 % quantile of that, 3 units at ten parts, is worth a note.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.engine.bounds import difference, linear
from factcheck.engine.judge import holds, values_of
from factcheck.model.interval import Interval
from factcheck.model.number import Rational, divide, magnitude, whole
from factcheck.model.reading import Reading
from factcheck.model.relation import Comparison, Sign, stated_in
from factcheck.model.stated import Stated

_QUANTILE = Fraction(10828, 1000)
"""The square of a standard normal error exceeds this once in a thousand: χ² with one degree of freedom, 99.9 %."""


def unlikely(comparison: Comparison) -> bool:
    """
    Whether a sum holds by rounding, and honest rounding would leave such a gap less than once in a
    thousand. Only sums of printed numbers can be unlikely; a tolerance is taken off the gap first.
    """
    flat = linear(difference(comparison)[0])
    if comparison.sign != Sign.EQUAL or flat is None or not _by_rounding(comparison):
        return False
    gap: Rational = flat.constant.lower if flat.constant.is_point and flat.constant.lower is not None else 0
    variance: Rational = 0
    for key, weight in flat.weights.items():
        fact = flat.stated[key]
        if fact.value is None:
            return False
        gap = whole(gap + weight * fact.value)
        variance = whole(variance + divide(_square(weight * _width(fact)), 12))
    beyond = magnitude(gap) - comparison.tolerance
    return beyond > 0 and _square(beyond) > _QUANTILE * variance


def _by_rounding(comparison: Comparison) -> bool:
    """Whether it holds at the reading of rounding and no stricter one."""
    facts = list(stated_in(comparison))
    exact, rounded = values_of(facts, Reading.EXACT), values_of(facts, Reading.ROUNDING)
    if rounded is None or not holds(comparison, Reading.ROUNDING, rounded):
        return False
    return exact is None or not holds(comparison, Reading.EXACT, exact)


def _width(fact: Stated) -> Rational:
    """How wide the values are that a fact may have been rounded from [base unit]; of several printings the finest."""
    widths = [_span(printing.interval(Reading.ROUNDING)) for printing in fact.printings]
    return min(widths)


def _span(interval: Interval) -> Rational:
    # A bound has no rounding: what it allows is no error.
    return interval.upper - interval.lower if interval.upper is not None and interval.lower is not None else 0


def _square(value: Rational) -> Rational:
    return Fraction(value) * value
