"""
What one relation leaves each of its operands, given all the others.

A comparison is turned into "difference ∈ target"; where it is linear, an operand that stands twice
is collected first ("a + b − a"), so that the bounds are the exact ones. Else they are those of
HC4-revise (model/expression.py), which may be wider than the truth: ``Bounds.exact`` says which.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.engine.judge import Part
from factcheck.model.expression import (
    Constant,
    Expression,
    Operand,
    Product,
    Quotient,
    Sum,
    Values,
    evaluate,
    narrow,
    operands,
)
from factcheck.model.frozen import frozen
from factcheck.model.interval import ENTIRE, Interval
from factcheck.model.number import Rational, divide, whole
from factcheck.model.relation import Agreement, Comparison, Sign
from factcheck.model.stated import Stated


@frozen
class Bounds:
    """The values of each operand with which a relation can hold, in base units."""

    by_key: dict[str, Interval | None]
    """By ``Stated.key``; ``None`` where no value lets it hold."""
    exact: bool
    """Whether the relation holds with every value within; else a value is to be tried."""


@frozen
class Linear:
    """A weighted sum of facts, each once, and a constant."""

    weights: dict[str, Rational]
    stated: dict[str, Stated]
    constant: Interval

    @property
    def expression(self) -> Sum:
        """The sum as an expression, the constant last."""
        keys = [key for key, weight in self.weights.items() if weight]
        terms: tuple[Expression, ...] = tuple(Operand(self.stated[key]) for key in keys)
        return Sum((*terms, Constant(self.constant)), (*(self.weights[key] for key in keys), 1))


def bounds(part: Part, values: Values) -> Bounds:
    """
    What a relation leaves each operand under the loosest consistent reading; the current values of
    the operand itself do not count. Nothing is said where a divisor is 0, or no numbers are compared.
    """
    try:
        match part:
            case Comparison():
                return _of_comparison(part, values)
            case Agreement():
                return _of_agreement(part, values)
            case _:
                return Bounds({}, exact=True)
    except ZeroDivisionError:
        return Bounds({}, exact=False)


def linear(expression: Expression) -> Linear | None:
    """The expression as a weighted sum; ``None`` where it is none."""
    weights: dict[str, Rational] = {}
    stated: dict[str, Stated] = {}
    constant = Interval.point(0)
    for term, weight in _terms(expression, 1):
        match term:
            case Operand(fact):
                weights[fact.key] = whole(weights.get(fact.key, 0) + weight)
                stated[fact.key] = fact
            case Constant(interval):
                constant = constant + interval.scaled(weight) if weight else constant
            case _:
                return None
    return Linear(weights, stated, constant)


def difference(part: Comparison) -> tuple[Expression, Interval]:
    """
    The left side minus the right, and where it has to lie for the comparison to hold at the loosest
    consistent reading.

    An open list may leave something over, so its parts are at most the whole.
    """
    target = {
        Sign.EQUAL: Interval(None if part.remainder else 0, 0),
        Sign.AT_MOST: Interval(None, 0),
        Sign.LESS: Interval(None, 0, upper_open=True),
        Sign.AT_LEAST: Interval(0, None),
        Sign.MORE: Interval(0, None, lower_open=True),
    }[part.sign]
    if part.remainder and part.sign in (Sign.AT_LEAST, Sign.MORE):
        target = ENTIRE
    return Sum((part.left, part.right), (1, -1)), target.widened(part.tolerance)


def _of_comparison(part: Comparison, values: Values) -> Bounds:
    expression, target = difference(part)
    flat = linear(expression)
    if flat is not None:
        return Bounds(_narrowed(flat.expression, values, target), exact=not part.whole_number)
    return Bounds(_narrowed(expression, values, target), exact=False)


def _of_agreement(part: Agreement, values: Values) -> Bounds:
    tolerance = part.tolerance
    ranges = [evaluate(term, values).widened(tolerance) for term in part.terms]
    by_key: dict[str, Interval | None] = {}
    for term, others in zip(part.terms, _met_without_each(ranges), strict=True):
        if others is None:
            found: dict[str, Interval | None] = {stated.key: None for stated in operands(term)}
        else:
            found = _narrowed(term, values, others.widened(tolerance))
        for key, bound in found.items():
            # A fact that agrees with itself: what one term says of it does not bind the other.
            by_key[key] = ENTIRE if key in by_key else bound
    plain = all(isinstance(term, Operand) for term in part.terms)
    return Bounds(by_key, exact=plain and not part.restated)


def _narrowed(expression: Expression, values: Values, target: Interval) -> dict[str, Interval | None]:
    found: dict[str, Interval | None] = {}
    for stated, interval in narrow(expression, values, target):
        # Its own values stand in what is left of the expression: nothing can be said without trying.
        found[stated.key] = ENTIRE if stated.key in found else interval
    return found


def _met_without_each(ranges: list[Interval]) -> list[Interval | None]:
    """For each interval the meeting of all the others, in linear time."""
    before: list[Interval | None] = [ENTIRE]
    for interval in ranges[:-1]:
        before.append(_met(before[-1], interval))
    after: Interval | None = ENTIRE
    result: list[Interval | None] = []
    for interval, met in zip(reversed(ranges), reversed(before), strict=True):
        result.append(_met(met, after))
        after = _met(after, interval)
    return result[::-1]


def _met(a: Interval | None, b: Interval | None) -> Interval | None:
    return None if a is None or b is None else a.meeting(b)


def _terms(expression: Expression, weight: Rational) -> Iterator[tuple[Expression, Rational]]:
    """The terms of a sum within sums, each with its weight; whatever else it is comes as one term."""
    match expression:
        case Sum(terms, weights):
            for term, its in zip(terms, weights, strict=True):
                yield from _terms(term, whole(weight * its))
        case Product(Constant(interval), other) | Product(other, Constant(interval)) if interval.is_point:
            assert interval.lower is not None
            yield from _terms(other, whole(weight * interval.lower))
        case Quotient(other, Constant(interval)) if interval.is_point and interval.lower:
            yield from _terms(other, divide(weight, interval.lower))
        case _:
            yield expression, weight
