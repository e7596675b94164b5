"""
The average is what the values make together, divided by how many they are.

    (12 + 15 + 9) ÷ 3 = 12

Use it for an arithmetic mean whose values are all stated: the last row of a table, the seasons of a
player. A mean of rates of groups of unequal size is another thing (it needs weights): write it as a
`formula`.

Holds:

    The club won 12, 15 and 9 games, 12 on average.
    ---
    claims:
      first: won 12
      second: "15"
      third: 9 games
      mean: 12 on average
    rules:
      - average: {mean: mean, values: [first, second, third]}

Holds, rounded:

    The club won 12, 15 and 8 games, 12 on average, or 11.7.
    ---
    claims:
      first: won 12
      second: "15"
      third: 8 games
      mean: "11.7"
    rules:
      - average: {mean: mean, values: [first, second, third]}

Does not hold:

    The club won 12, 15 and 9 games, 14 on average.
    ---
    claims:
      first: won 12
      second: "15"
      third: 9 games
      mean: "14"
    rules:
      - average: {mean: mean, values: [first, second, third]}
"""

from __future__ import annotations

from factcheck.checks.operand import number, says, total
from factcheck.model.expression import Operand, Quotient
from factcheck.model.frozen import frozen
from factcheck.model.number import divide
from factcheck.model.relation import Comparison, Relation, Sign
from factcheck.model.stated import Stated
from factcheck.model.wording import counted


@frozen
class Operands:
    """A mean and its values."""

    mean: Stated
    """The arithmetic mean."""
    values: tuple[Stated, ...]
    """What it is the mean of: two values or more."""


def relation(operands: Operands) -> Relation:
    """The values' sum, divided by their number, equals the mean."""
    mean, values = operands.mean, operands.values
    return Comparison(
        Quotient(total(values), number(len(values), str(len(values)))),
        Sign.EQUAL,
        Operand(mean),
        f"{counted(len(values), 'value')} average {{left}}, {says(mean)} {{right}}",
        # The mean of counts is no count: it is rounded to its last place.
        tolerance=divide(mean.quantity.step, 2) if mean.quantity.counts else 0,
        unit=mean.unit,
    )
