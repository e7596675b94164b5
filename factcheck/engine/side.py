"""
The two sides of a comparison as intervals, so that a picture shows whether they meet.

They are drawn under the reading that decided; where no reading lets them meet, under the loosest that
could have saved the relation: what still lies apart then is the finding.
"""

from __future__ import annotations

from factcheck.engine.judge import Judgement, left_side, values_of
from factcheck.model.expression import Expression, Operand, Sum, evaluate
from factcheck.model.finding import Side
from factcheck.model.interval import Interval
from factcheck.model.number import divide
from factcheck.model.reading import CONSISTENT, Reading
from factcheck.model.relation import Agreement, Comparison, stated_in
from factcheck.model.stated import Stated
from factcheck.model.unit import Unit


def sides(part: Comparison | Agreement, judgement: Judgement) -> tuple[Side, ...]:
    """What is compared; nothing where the numbers of a side cannot be worked out."""
    reading = judgement.reading if judgement.reading in CONSISTENT else CONSISTENT[-1]
    values = values_of(stated_in(part), reading or Reading.EXACT)
    if values is None:
        return ()
    try:
        if isinstance(part, Agreement):
            return tuple(_side(_label(term), evaluate(term, values), part.unit) for term in part.terms)
        left = left_side(part, reading or Reading.EXACT, values)
        right = evaluate(part.right, values)
    except ZeroDivisionError:
        return ()
    plain = isinstance(part.left, Operand)
    stated = _label(part.right) if plain or not isinstance(part.right, Operand) else "stated"
    return _side(_label(part.left), left.widened(part.tolerance), part.unit), _side(stated, right, part.unit)


def _label(expression: Expression) -> str:
    if isinstance(expression, Operand):
        stated: Stated = expression.stated
        return stated.label
    adds = isinstance(expression, Sum) and all(weight > 0 for weight in expression.weights)
    return "together" if adds else "worked out"


def _side(label: str, values: Interval, unit: Unit | None) -> Side:
    if unit:
        values = values.shifted(-unit.offset).scaled(divide(1, unit.factor))
    return Side(label, values, unit)
