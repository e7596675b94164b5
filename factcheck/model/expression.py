"""
Expressions over stated quantities: the one tree that every check and every formula is turned into.

From it come the value under each reading (``evaluate``), the bounds that a relation implies for each
operand (``narrow``) and the sum as it is printed (``render``). All values are in base units.

``narrow`` is the backward sweep of HC4-revise (Benhamou, Goualard, Granvilliers & Puget, "Revising
hull and box consistency", 1999): each operand is cut to the values for which the rest of the
expression can still reach the target.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.model.frozen import frozen
from factcheck.model.interval import ENTIRE, Interval
from factcheck.model.number import Rational, divide, grouped, magnitude
from factcheck.model.stated import Stated
from factcheck.model.unit import DIMENSIONLESS, Dimension, combined


class UnitMismatchError(ValueError):
    """Quantities of different dimensions are added or compared."""


@frozen
class Operand:
    """A stated quantity."""

    stated: Stated


@frozen
class Constant:
    """A number that is no claim: the 100 of a percentage, the length of a list."""

    interval: Interval
    dimension: Dimension = DIMENSIONLESS
    text: str = ""

    @classmethod
    def number(cls, value: Rational) -> Constant:
        """A bare exact number."""
        return cls(Interval.point(value), DIMENSIONLESS, grouped(value))


@frozen
class Sum:
    """Terms added, each times a whole weight: 1 for plus, −1 for minus."""

    terms: tuple[Expression, ...]
    weights: tuple[Rational, ...]

    @classmethod
    def of(cls, *terms: Expression) -> Sum:
        """The plain sum of the terms."""
        return cls(terms, (1,) * len(terms))


@frozen
class Product:
    """One factor times another."""

    left: Expression
    right: Expression


@frozen
class Quotient:
    """A dividend over a divisor."""

    left: Expression
    right: Expression


@frozen
class Extreme:
    """The largest of some terms, or the smallest."""

    terms: tuple[Expression, ...]
    largest: bool


_Compound = Sum | Product | Quotient | Extreme
Expression = Operand | Constant | _Compound
Values = Mapping[str, Interval]
"""The interval of each operand in base units, by ``Stated.key``."""


def operands(expression: Expression) -> Iterator[Stated]:
    """Every stated quantity in it, in the order of writing; one that stands twice comes twice."""
    match expression:
        case Operand(stated):
            yield stated
        case Sum(terms) | Extreme(terms):
            for term in terms:
                # Most terms are operands: they need no generator of their own.
                if isinstance(term, Operand):
                    yield term.stated
                else:
                    yield from operands(term)
        case Product(left, right) | Quotient(left, right):
            yield from operands(left)
            yield from operands(right)


def dimension(expression: Expression) -> Dimension:
    """
    What it measures.

    Raises UnitMismatchError where terms of different dimensions are added or compared.
    """
    match expression:
        case Operand(stated):
            return stated.dimension
        case Constant():
            return expression.dimension
        case Sum(terms) | Extreme(terms):
            first = dimension(terms[0]) if terms else DIMENSIONLESS
            for term in terms[1:]:
                if dimension(term) != first:
                    raise UnitMismatchError(f"{render(terms[0])} and {render(term)} do not have the same unit")
            return first
        case Product(left, right):
            return combined(dimension(left), dimension(right))
        case Quotient(left, right):
            return combined(dimension(left), dimension(right), -1)


def evaluate(expression: Expression, values: Values, known: dict[int, Interval] | None = None) -> Interval:
    """
    The values that it may have. ``known`` keeps those of its parts, by their ``id``, for the next question with the
    same values.

    Raises ZeroDivisionError where a divisor can only be 0.
    """
    match expression:
        case Operand(stated):
            return values[stated.key]
        case Constant(interval):
            return interval
    if known is None:
        return _evaluated(expression, values, None)
    if id(expression) not in known:
        known[id(expression)] = _evaluated(expression, values, known)
    return known[id(expression)]


def _evaluated(expression: _Compound, values: Values, known: dict[int, Interval] | None) -> Interval:
    match expression:
        case Sum(terms, weights):
            return Interval.total(
                evaluate(term, values, known).scaled(weight) for term, weight in zip(terms, weights, strict=True)
            )
        case Product(left, right):
            return evaluate(left, values, known) * evaluate(right, values, known)
        case Quotient(left, right):
            return evaluate(left, values, known) / evaluate(right, values, known)
        case Extreme(terms, largest):
            return _extreme([evaluate(term, values, known) for term in terms], largest)


def narrow(expression: Expression, values: Values, target: Interval) -> Iterator[tuple[Stated, Interval]]:
    """
    For each operand the values with which the expression can still lie in the target, given the
    values of all the others (its own current values do not cut it). Linear in the size of the
    expression. An operand for which no value is left comes with nothing: the caller sees that the
    expression misses its target.
    """
    return _narrowed(expression, values, target, {})


def _narrowed(
    expression: Expression, values: Values, target: Interval, known: dict[int, Interval]
) -> Iterator[tuple[Stated, Interval]]:
    match expression:
        case Operand(stated):
            yield stated, target
        case Sum(terms, weights):
            found = (evaluate(term, values, known) for term in terms)
            rests = _rests([its.scaled(weight) for its, weight in zip(found, weights, strict=True)])
            for term, weight, rest in zip(terms, weights, rests, strict=True):
                yield from _narrowed(term, values, (target - rest).scaled(divide(1, weight)), known)
        case Product(left, right):
            a, b = evaluate(left, values, known), evaluate(right, values, known)
            yield from _narrowed(left, values, _over(target, b), known)
            yield from _narrowed(right, values, _over(target, a), known)
        case Quotient(left, right):
            a, b = evaluate(left, values, known), evaluate(right, values, known)
            yield from _narrowed(left, values, target * b, known)
            yield from _narrowed(right, values, _over(a, target), known)
        case Extreme(terms, largest):
            # No term may pass the end; which of them reaches the other end is left open.
            allowed = (
                Interval(None, target.upper, False, target.upper_open)
                if largest
                else Interval(target.lower, None, target.lower_open)
            )
            for term in terms:
                yield from _narrowed(term, values, allowed, known)


def render(expression: Expression) -> str:
    """The expression as on paper: ``152.1 + 21.6 + 26.9``, ``147 ÷ 169``."""
    match expression:
        case Operand(stated):
            return stated.printed
        case Constant():
            return expression.text
        case Sum(terms, weights):
            parts = []
            for at, (term, weight) in enumerate(zip(terms, weights, strict=True)):
                size = render(term) if weight in (1, -1) else f"{grouped(magnitude(weight))} × {render(term)}"
                sign = ("" if at == 0 else " + ") if weight > 0 else ("−" if at == 0 else " − ")
                parts.append(sign + size)
            return "".join(parts)
        case Product(left, right):
            return f"{_factor(left)} × {_factor(right)}"
        case Quotient(left, right):
            return f"{_factor(left)} ÷ {_factor(right)}"
        case Extreme(terms, largest):
            return f"{'max' if largest else 'min'}({', '.join(render(term) for term in terms)})"


def _factor(expression: Expression) -> str:
    text = render(expression)
    return f"({text})" if isinstance(expression, Sum | Quotient) else text


def _over(target: Interval, divisor: Interval) -> Interval:
    """What times the divisor can lie in the target; anything, where the divisor can be 0."""
    return ENTIRE if 0 in divisor else target / divisor


def _rests(terms: list[Interval]) -> list[Interval]:
    """For each term the sum of all the others, in linear time."""
    zero = Interval.point(0)
    before = [zero]
    for term in terms[:-1]:
        before.append(before[-1] + term)
    after, rests = zero, []
    for term, sum_before in zip(reversed(terms), reversed(before), strict=True):
        rests.append(sum_before + after)
        after = after + term
    return rests[::-1]


def _extreme(intervals: list[Interval], largest: bool) -> Interval:
    result = intervals[0]
    for other in intervals[1:]:
        result = _larger(result, other) if largest else -_larger(-result, -other)
    return result


def _larger(a: Interval, b: Interval) -> Interval:
    """The values of the larger of two."""
    meeting_floor = Interval(a.lower, None, a.lower_open).meeting(Interval(b.lower, None, b.lower_open)) or ENTIRE
    roof = Interval(None, a.upper, False, a.upper_open).hull(Interval(None, b.upper, False, b.upper_open))
    return meeting_floor.meeting(roof) or roof
