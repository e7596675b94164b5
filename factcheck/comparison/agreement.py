"""
Whether a number of a rewrite may restate one of its source, as far as precision, rounding and hedges allow.
"""

from __future__ import annotations

from factcheck.comparison.figure import Figure, base_values
from factcheck.model.amount import base
from factcheck.model.interval import Interval
from factcheck.model.number import Rational, divide, magnitude, whole
from factcheck.model.quantity import Modifier, Quantity, Side
from factcheck.model.stated import Stated, as_written, same_precision

_ROUGH = 20
"""A bare number with zeros at its end may be rounded by at most one part in so many."""

_BOUND = 10
"""A bound may be rounded by at most one part in so many."""


def agree(one: Figure, other: Figure) -> bool:
    """
    Whether a number of the rewrite may restate one of the source.

    What the one may mean must meet what the other may mean. Of two ranges both ends must; a number inside of a
    range restates it no more than a bound beyond the source's does: "up to 25" of "up to 20".
    """
    if one.quantity.ends and other.quantity.ends:
        pairs = zip(one.quantity.ends, other.quantity.ends, strict=False)
        return all(_alike(one, other, a, b) for a, b in pairs)
    if one.quantity.ends:
        return _is_told_by(one.quantity, other.quantity) and _alike(one, other, one.quantity, other.quantity)
    ends = other.quantity.ends or (other.quantity,)
    return any(_alike(one, other, one.quantity, its) for its in ends)


def _is_told_by(one: Quantity, other: Quantity) -> bool:
    """Whether a range may say a number: "between 330 and 340" of 335; an end that is the number is of another range."""
    lower, upper = one.lower, one.upper
    if lower is None or upper is None or other.value in (lower, upper):
        return False
    return upper - lower <= divide(upper, 2)


def _alike(figure: Figure, source: Figure, one: Quantity, other: Quantity) -> bool:
    """The same of a number of each, which is its own or an end of its range."""
    alike = same_precision(_stated(figure, one).printings[0], _stated(source, other).printings[0])
    if alike and (one.counts or one.significant <= other.significant):
        return one.value == other.value
    if not _values(figure, one).widened(rounded_by(one)).meets(_values(source, other)):
        return False
    return _is_rounded(one, other) and not any(its(one, other) for its in (_opposes, _exceeds, _excludes, _refines))


def _is_rounded(one: Quantity, other: Quantity) -> bool:
    """
    Whether a number is near enough to the source's, however far its zeros or a bound would let it be: a bare one within
    half a unit of its last significant place and one part in twenty; one with a bound within a whole unit. What only
    meets the source's "exceed $460,000" does not restate it.
    """
    if one.value is None or other.value is None or not one.significant:
        return True
    apart = magnitude(base(one) - base(other))
    scale = one.unit.factor if one.unit else 1
    place = whole(as_written(one).significant * scale)
    if one.hedge is None and one.modifier == Modifier.EXACT:
        loose = other.hedge is not None and not other.hedge.bound  # "16.6%" of "approximately 16.5%"
        return (loose or apart * 2 <= place) and apart * _ROUGH <= magnitude(base(other))
    if not (one.hedge and one.hedge.bound):
        return True
    # "more than 31" of "more than 31.6"; nobody makes "below 30" of "below 25".
    return apart < place and (one.modifier != other.modifier or apart * _BOUND <= magnitude(base(other)))


def _stated(figure: Figure, quantity: Quantity) -> Stated:
    return figure.stated if quantity is figure.quantity else figure.page.stated(quantity)


def _values(figure: Figure, quantity: Quantity) -> Interval:
    return figure.values if quantity is figure.quantity else base_values(quantity)


def _excludes(one: Quantity, other: Quantity) -> bool:
    """
    Whether a strict bound excludes the bare number itself: "more than 14,000" of 14,000, however round it is. Of a
    source's "over $31.6 million" a rewrite may leave the "over" out, of a count it may not.
    """
    if one.value is None or other.value is None or base(one) != base(other):
        return False
    strict = (Modifier.MORE_THAN, Modifier.LESS_THAN)
    counted = one.unit is None and not one.scaled
    if one.modifier in strict and other.modifier == Modifier.EXACT:
        return True
    return counted and other.modifier in strict and one.modifier == Modifier.EXACT


def _refines(one: Quantity, other: Quantity) -> bool:
    """Whether a bare number is more precise than the source's, and another: "1.4 %" of "1 %"."""
    finer = one.unit == other.unit and 0 < one.step < other.step and one.modifier == Modifier.EXACT
    return finer and one.value != other.value


def _opposes(one: Quantity, other: Quantity) -> bool:
    """Whether one is said to lie below what the other is said to lie above: "just under 31.6" of "over 31.6"."""
    if one.hedge is None or other.hedge is None or one.value is None or other.value is None:
        return False
    sides = one.hedge.side, other.hedge.side
    if sides == (Side.BELOW, Side.ABOVE):
        return base(one) <= base(other)
    return sides == (Side.ABOVE, Side.BELOW) and base(one) >= base(other)


def _exceeds(one: Quantity, other: Quantity) -> bool:
    """Whether a bound says more than the same bound of the source: "over 40" of "over 31.6"."""
    hedges = one.hedge, other.hedge
    if one.modifier != other.modifier or not all(its and its.bound for its in hedges):
        return False
    if one.value is None or other.value is None:
        return False
    more = base(one) - base(other)
    reach = divide(one.significant * (one.unit.factor if one.unit else 1), 2)
    if one.modifier == Modifier.UP_TO:
        return magnitude(more) > reach
    return more > reach if one.hedge and one.hedge.side == Side.ABOVE else -more > reach


def rounded_by(quantity: Quantity) -> Rational:
    """
    How far a bare number may be from what it rounds: half a unit of its last significant place, at most one
    part in twenty [base unit]. "230 kg" may round 234 kg; 500 is too far from 516 to go without "about".
    """
    if quantity.hedge or quantity.counts or quantity.value is None or quantity.significant <= quantity.step:
        return 0
    by = min(divide(quantity.significant, 2), divide(magnitude(quantity.value), _ROUGH))
    return whole(by * quantity.unit.factor) if quantity.unit else by
