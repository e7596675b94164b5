"""
Whether a number may state a cell, by its unit, its rounding and its hedge.
"""

from __future__ import annotations

import re

from factcheck.comparison.agreement import rounded_by
from factcheck.comparison.figure import base_values
from factcheck.gate.grid import Cell
from factcheck.model.amount import base, is_percent
from factcheck.model.finding import Problem
from factcheck.model.interval import Interval
from factcheck.model.number import Rational, divide, magnitude, whole
from factcheck.model.quantity import Direction, Modifier, Quantity, Side

_SCALES = frozenset(1000**power for power in range(1, 5))


def agrees(quantity: Quantity, cell: Cell) -> bool:
    """Whether a number may restate a cell, as far as rounding and hedges allow."""
    if not fits(quantity, cell.quantity):
        return False
    if quantity.value is None:
        ends = (quantity.lower, quantity.upper)
        return None not in ends and any(end == cell.quantity.value for end in ends)
    value = cell.value
    if quantity.direction == Direction.DOWN or quantity.value >= 0:
        value = magnitude(value) if value < 0 and quantity.direction == Direction.DOWN else value
    return states(quantity, value)


def states(quantity: Quantity, value: Rational) -> bool:
    """Whether a number may state a value [base unit]: bounds reach one unit of their last significant place."""
    if quantity.value is None:
        return False
    own, unit = base(quantity), quantity.unit.factor if quantity.unit else 1
    reach = whole(quantity.significant * unit)
    if quantity.modifier in (Modifier.MORE_THAN, Modifier.AT_LEAST):
        return own <= value <= own + reach and not (quantity.modifier == Modifier.MORE_THAN and value == own)
    if quantity.modifier in (Modifier.LESS_THAN, Modifier.AT_MOST, Modifier.UP_TO):
        return own - reach <= value <= own and not (quantity.modifier == Modifier.LESS_THAN and value == own)
    if quantity.hedge is not None and quantity.hedge.side != Side.AROUND:
        return base_values(quantity).meets(Interval.point(value))
    if quantity.counts and quantity.modifier == Modifier.EXACT:
        return own == value
    if own == value:
        return True
    half = divide(whole(quantity.step * unit), re.IGNORECASE)
    if quantity.modifier == Modifier.EXACT:
        return magnitude(own - value) <= max(half, rounded_by(quantity)) and magnitude(own - value) * 20 <= magnitude(
            own
        )
    return base_values(quantity).meets(Interval.point(value))


def fits(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers measure the same, as far as they say; a header that names no unit may be of money."""
    if is_percent(one) or is_percent(other):
        return is_percent(one) and is_percent(other)
    if one.unit is None or other.unit is None:
        unit = one.unit or other.unit
        return unit is None or unit.currency or one.unit is None or other.unit is None
    return one.dimension == other.dimension


def relabelled(quantity: Quantity, cell: Cell) -> Problem | None:
    """What is wrong where a number has the digits of a cell, and yet does not agree with it."""
    one, other = quantity.value, cell.quantity.value
    if one is None or other is None or not one or not other:
        return None
    near = magnitude(one - other) * 2 <= max(quantity.step, cell.quantity.step)
    units = quantity.unit, cell.quantity.unit
    if near and units[0] is not None and units[1] is not None and units[0] != units[1]:
        return Problem.CURRENCY if units[0].currency and units[1].currency else Problem.UNIT
    if near and (is_percent(quantity) != is_percent(cell.quantity)):
        return Problem.UNIT
    a, b = magnitude(base(quantity)), magnitude(cell.value)
    if any(magnitude(a * scale - b) * 200 <= b or magnitude(b * scale - a) * 200 <= a for scale in _SCALES):
        return Problem.SCALE
    if quantity.hedge is not None and magnitude(a - b) * 20 <= b and quantity.unit == cell.quantity.unit:
        return Problem.HEDGE
    return None
