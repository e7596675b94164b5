"""
A change from an old to a new value is as printed.

    from 70 MB to 76 MB is 6 MB, or 8.6 % (not 22 %)

Use it where two values and the change between them are stated: `percent` for the relative change,
`by` for the amount. Where the old value is not told, the amount and the percentage must fit each
other. A percentage point is not a percent: from 40 % to 44 % is 4 percentage points, or 10 %.

Holds:

    Turnout rose by 10 percent, from 40 to 44.
    ---
    claims:
      old: from 40
      new: to 44
      rise: 10 percent
    rules:
      - change: {old: old, new: new, percent: rise}

Holds:

    Unemployment fell by two percentage points, from 9% to 7%.
    ---
    claims:
      old: from 9%
      new: to 7%
      fall: two percentage points
    rules:
      - change: {old: old, new: new, percent: fall}

Holds, without the old value:

    Sales rose by $94 million, or 4%, to $2.5 billion.
    ---
    claims:
      amount: by $94 million
      growth: 4%
      new: to $2.5 billion
    rules:
      - change: {new: new, by: amount, percent: growth}

Does not hold:

    The download grew by 22% (6 MB) from 70 MB to 76 MB.
    ---
    claims:
      old: from 70 MB
      new: to 76 MB
      growth: by 22%
      amount: 6 MB
    rules:
      - change: {old: old, new: new, percent: growth, by: amount}
"""

from __future__ import annotations

from factcheck.checks.operand import PERCENT, OperandError, minus, number, says
from factcheck.model.expression import Operand, Quotient, Sum
from factcheck.model.frozen import frozen
from factcheck.model.quantity import Direction
from factcheck.model.relation import Comparison, Conjunction, Relation, Sign
from factcheck.model.stated import Stated


@frozen
class Operands:
    """An old and a new value, and the change between them."""

    new: Stated
    """The value after."""
    old: Stated | None = None
    """The value before; without it both the amount and the percentage are needed."""
    percent: Stated | None = None
    """The change relative to the old value; or in percentage points, where both are percentages."""
    by: Stated | None = None
    """The change as an amount."""


def relation(operands: Operands) -> Relation:
    """new ÷ old − 1 = percent (upward), 1 − new ÷ old = percent (downward); new − old = by."""
    if operands.old is None:
        return _of_new(operands.new, operands.by, operands.percent)
    if operands.percent is None and operands.by is None:
        raise OperandError("change needs percent or by", "Add the change that the text states.")
    relations = []
    if operands.percent is not None:
        relations.append(_relative(operands.old, operands.new, operands.percent))
    if operands.by is not None:
        relations.append(_absolute(operands.old, operands.new, operands.by))
    return Conjunction(tuple(relations))


def _of_new(new: Stated, by: Stated | None, percent: Stated | None) -> Comparison:
    """by ÷ (new − by) = percent (upward), by ÷ (new + by) = percent (downward)."""
    if by is None or percent is None:
        raise OperandError("change without old needs by and percent", "Add the old value, or both of them.")
    if percent.unit is None or percent.unit.name != "percent":
        raise OperandError(f"{percent.printed} is no percentage", "Add the old value.")
    down = Direction.DOWN in (by.quantity.direction, percent.quantity.direction)
    old = Sum((Operand(new), Operand(by)), (1, 1 if down else -1))
    return Comparison(
        Quotient(Operand(by), old),
        Sign.EQUAL,
        Operand(percent),
        f"{by.printed} {'down' if down else 'up'} to {new.printed} is {{left}}, {says(percent)} {{right}}",
        unit=PERCENT,
    )


def _upward(old: Stated, new: Stated, change: Stated) -> bool:
    """The direction of the verb; where the text has none, the direction of the values."""
    if change.quantity.direction is not None:
        return change.quantity.direction == Direction.UP
    return old.value is None or new.value is None or new.value >= old.value


def _relative(old: Stated, new: Stated, percent: Stated) -> Comparison:
    unit = percent.unit
    if unit is not None and unit.name == "percentage point":
        return _absolute(old, new, percent)
    if unit is None and percent.value is not None and percent.value > 1:
        raise OperandError(f"{percent.printed} is no percentage", f"Write {percent.printed}%, or quote the sign too.")
    up = _upward(old, new, percent)
    ratio = Quotient(Operand(new), Operand(old))
    return Comparison(
        Sum((ratio, number(1, "1")), (1, -1) if up else (-1, 1)),
        Sign.EQUAL,
        Operand(percent),
        f"from {old.printed} to {new.printed} is {{left}} {'up' if up else 'down'}, {says(percent)} {{right}}"
        + _points(old, new, percent),
        unit=PERCENT,
    )


def _points(old: Stated, new: Stated, percent: Stated) -> str:
    """A hint, where percentage points were meant."""
    if old.unit and old.unit.name == "percent" and old.value is not None and new.value is not None:
        gap = max(new.value - old.value, old.value - new.value)
        return "; percentage points would fit" if gap == percent.value else ""
    return ""


def _absolute(old: Stated, new: Stated, by: Stated) -> Comparison:
    up = _upward(old, new, by)
    return Comparison(
        minus(new, old) if up else minus(old, new),
        Sign.EQUAL,
        Operand(by),
        f"from {old.printed} to {new.printed} is {{left}} {'up' if up else 'down'}, {says(by)} {{right}}",
        unit=by.unit,
    )
