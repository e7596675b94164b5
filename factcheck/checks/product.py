"""
A rate times its base is the total that is printed.

    217,000 claimants × $26 = $5.64 million (not $264 each)

Use it for an average and a count, a rate and a population, a unit price and a weight.

Holds:

    The fund paid $5.74 million to 217,000 claimants, or $26.45 each.
    ---
    claims:
      paid: $5.74 million
      claimants: 217,000 claimants
      each: $26.45
    rules:
      - product: {rate: each, base: claimants, is: paid}

Holds; the count is a round number:

    Some 200 drivers won $1.3 million, about $6,400 each.
    ---
    claims:
      won: $1.3 million
      drivers: Some 200 drivers
      each: about $6,400
    rules:
      - product: {rate: each, base: drivers, is: won}

Does not hold:

    The fund paid $5.74 million to 217,000 claimants, or $264 each.
    ---
    claims:
      paid: $5.74 million
      claimants: 217,000 claimants
      each: $264
    rules:
      - product: {rate: each, base: claimants, is: paid}
"""

from __future__ import annotations

from factcheck.checks.operand import says
from factcheck.model.expression import Operand, Product
from factcheck.model.frozen import frozen
from factcheck.model.relation import Comparison, Relation, Sign
from factcheck.model.stated import Stated


@frozen
class Operands:
    """A rate, its base and their product."""

    rate: Stated
    """What falls to each: an average, a price, a rate."""
    base: Stated
    """How many there are."""
    is_: Stated
    """What they make together."""


def relation(operands: Operands) -> Relation:
    """rate × base = is."""
    rate, base, total = operands.rate, operands.base, operands.is_
    return Comparison(
        Product(Operand(rate), Operand(base)),
        Sign.EQUAL,
        Operand(total),
        f"{rate.printed} times {base.printed} is {{left}}, {says(total)} {{right}}",
        unit=total.unit,
    )
