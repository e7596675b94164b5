"""
How strictly a number is read: the ladder from the printed value to what its words allow.

===========  ==================================================================================
exact        the value as printed; bound words are hard at every rung ("more than 150" is never 150)
rounding     ± half a unit of the last printed place, closed: 152.1 is [152.05, 152.15]
             (XBRL Calculations 1.1; statcheck; scrutiny's ``unround``)
hedge        widened by its words: "approximately 234" is [233, 235]; a bare round number (three or
             more zeros at the end, or a scale word) may stand for half that width (Krifka 2007)
open_list    a list introduced by "including" names parts of the whole, not all of it
===========  ==================================================================================

Two rungs lie beyond: a relation that holds on one of them alone is inconsistent, with severity
warning, not error.

===========  ==================================================================================
soft         beyond the soft edge of a bound ("over 31.6 million" is rarely said of 31.8: Cummins,
             Sauerland & Solt 2012), or past a bound that can be cancelled ("up to": McNabb et al.)
truncation   cut off instead of rounded: "26 million" of 26.7
===========  ==================================================================================
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from fractions import Fraction

from factcheck.model.interval import Interval
from factcheck.model.number import Rational, divide, magnitude, whole
from factcheck.model.quantity import Quantity, Side


class Reading(StrEnum):
    """A rung of the ladder, strictest first."""

    EXACT = "exact"
    ROUNDING = "rounding"
    HEDGE = "hedge"
    OPEN_LIST = "open_list"
    SOFT = "soft"
    TRUNCATION = "truncation"


CONSISTENT = (Reading.EXACT, Reading.ROUNDING, Reading.HEDGE, Reading.OPEN_LIST)
"""The rungs on which a relation that can hold is consistent, strictest first."""

HEDGE_CAP = Fraction(1, 10)
"""The widest "approximately": a tenth of the value (design/rounding.md, Hedges)."""


def interval(quantity: Quantity, reading: Reading, precision: Rational | None = None) -> Interval:
    """
    The values that a quantity may have under a reading, in the unit as printed.

    ``precision`` is what a claim's ``precision:`` grants: one unit of the place that the number is
    known to [in the quantity's unit], 0 for exact. It overrides the words but for a bound.
    """
    if quantity.ends:
        return _range(quantity, reading, precision)
    if quantity.value is None:  # a date: from its first day to its last
        days = Interval(quantity.lower, quantity.upper)
        return days if reading == Reading.EXACT else days.widened(_half_step(quantity, precision))
    hedge = quantity.hedge
    if hedge and hedge.bound:
        return _bound(quantity, reading)
    point = Interval.point(quantity.value)
    if reading == Reading.EXACT:
        return point
    rounded = point.widened(_half_step(quantity, precision))
    if reading == Reading.ROUNDING or precision is not None:
        return rounded
    # Most numbers are neither hedged nor round.
    hedged = rounded.hull(_hedged(quantity)) if hedge or is_round(quantity) else rounded
    if reading == Reading.TRUNCATION and not quantity.counts and quantity.step:
        away = quantity.step if quantity.value >= 0 else -quantity.step
        return hedged.hull(Interval.point(whole(quantity.value + away)))
    return hedged


def _range(quantity: Quantity, reading: Reading, precision: Rational | None) -> Interval:
    """
    A range: from the least that its lower end may mean to the most that its upper end may.

    >>> # about 40 to 50 → [36, 55]; more than 40 to 50 → (40, 60); nearly 40 to 50 → (36, 50]

    Each end is read as a number of its own, by its own hedge or else by that of both ends. "More than 40 to 50"
    is above 40 in any case, and may be above 50.
    """
    shared = quantity.hedge
    first, second = (
        interval(replace(end, hedge=shared) if shared and not end.hedge else end, reading, precision)
        for end in quantity.ends
    )
    if quantity.lower == quantity.upper:
        return first.hull(second)
    low, high = (first, second) if quantity.ends[0].value == quantity.lower else (second, first)  # "from 52 to 45"
    return Interval(low.lower, high.upper, low.lower_open, high.upper_open)


def width(quantity: Quantity) -> Rational:
    """
    What "approximately" adds on each side: one unit of the last significant place, at most a tenth
    of the value, at least half a unit of the last printed place [in the quantity's unit].

    >>> # 234 → 1; 4,560 → 10; 6,000 → 600; 40 → 4

    A project may decide for a hedge that it is so many times that, or a share of the value; half a unit
    of the last printed place is the least then too.
    """
    value, least = magnitude(quantity.value or 0), divide(quantity.step, 2)
    significant = quantity.significant or value
    usual = max(min(significant, value * HEDGE_CAP), least)
    own = quantity.hedge.width if quantity.hedge else None
    if own is None:
        return whole(usual)
    return whole(max(usual * own.times if own.share is None else value * own.share, least))


def is_round(quantity: Quantity) -> bool:
    """
    Whether a bare number is so round that it may be meant roughly: it ends in three or more zeros,
    or carries a scale word, and is not said to be exact (Krifka, "Approximate interpretation of
    number words", 2007; beancount is generous with asserted totals in the same way). Of a range, one end is enough.
    """
    if quantity.value is None:
        return any(is_round(end) for end in quantity.ends)
    if quantity.exact:
        return False
    return quantity.scaled or (quantity.significant >= 1000 and not isinstance(quantity.value, Fraction))


def _half_step(quantity: Quantity, precision: Rational | None) -> Rational:
    if precision is not None:
        return divide(precision, 2)
    return 0 if quantity.counts or quantity.exact else divide(quantity.step, 2)


def _hedged(quantity: Quantity) -> Interval:
    """What the words around a number allow, or its being round."""
    assert quantity.value is not None
    hedge, value = quantity.hedge, quantity.value
    if not hedge:
        return Interval.around(value, divide(width(quantity), 2))
    reach = width(quantity)
    if hedge.side == Side.AROUND or not reach:
        return Interval.around(value, reach)
    if hedge.side == Side.BELOW:
        return Interval(whole(value - reach), value, lower_open=True, upper_open=not hedge.closed)
    return Interval(value, whole(value + reach), lower_open=not hedge.closed, upper_open=True)


def _bound(quantity: Quantity, reading: Reading) -> Interval:
    """A bound: hard at the number, soft one significant place beyond it."""
    assert quantity.value is not None and quantity.hedge is not None
    hedge, value = quantity.hedge, quantity.value
    beyond = reading in (Reading.SOFT, Reading.TRUNCATION)
    if hedge.soft and beyond:
        return Interval()
    edge = None if beyond or hedge.soft else quantity.significant or None
    if hedge.side == Side.ABOVE:
        return Interval(value, None if edge is None else whole(value + edge), lower_open=not hedge.closed)
    return Interval(None if edge is None else whole(value - edge), value, upper_open=not hedge.closed)
