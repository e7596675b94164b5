"""
The one less the other is the difference that is printed.

    38.25 million − 37.98 million = 270,000 (not 28,000)

Use it where two amounts and the difference between them are stated; for a change over time, `change`
also knows percentages.

Holds:

    Smith won 5,210 votes, 1,200 more than the 4,010 for Jones.
    ---
    claims:
      smith: 5,210 votes
      jones: the 4,010 for Jones
      lead: 1,200 more
    rules:
      - difference: {more: smith, less: jones, by: lead}

Holds; the numbers are rounded:

    Stocks were 38.3 million barrels, 0.2 million barrels above the 38 million barrels of last week.
    ---
    claims:
      now: 38.3 million barrels
      rise: 0.2 million barrels
      before: 38 million barrels
    rules:
      - difference: {more: now, less: before, by: rise}

Does not hold:

    Stocks rose 28,000 barrels to 38.25 million barrels from 37.98 million barrels.
    ---
    claims:
      rise: 28,000 barrels
      now: 38.25 million barrels
      before: 37.98 million barrels
    rules:
      - difference: {more: now, less: before, by: rise}
"""

from __future__ import annotations

from factcheck.checks.operand import minus, says
from factcheck.model.expression import Operand
from factcheck.model.frozen import frozen
from factcheck.model.relation import Comparison, Relation, Sign
from factcheck.model.stated import Stated


@frozen
class Operands:
    """Two amounts and the difference between them."""

    more: Stated
    """The larger amount."""
    less: Stated
    """The smaller amount."""
    by: Stated
    """What lies between them."""


def relation(operands: Operands) -> Relation:
    """more − less = by."""
    more, less, by = operands.more, operands.less, operands.by
    return Comparison(
        minus(more, less),
        Sign.EQUAL,
        Operand(by),
        f"{more.printed} less {less.printed} is {{left}}, {says(by)} {{right}} ({{off}})",
        many=by.quantity.counts,
        unit=by.unit,
    )
