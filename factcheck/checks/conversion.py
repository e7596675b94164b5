"""
The same amount in two units is the same amount.

    234 kg = 516 lb; €10 million : $11.6 million = €25 million : $29 million

Use it for a conversion in brackets or in the running text. Two units of measure convert by their
definition; two currencies by one rate that the text implies: give two pairs or more, as lists.

Holds:

    They found 234 kilograms (516 lb) of drugs.
    ---
    claims:
      metric: 234 kilograms
      imperial: 516 lb
    rules:
      - conversion: {one: metric, other: imperial}

Holds; both pairs stand at one rate:

    Sales were €10 million ($11.6 million); profit was €2.5 million ($2.9 million).
    ---
    claims:
      sales.eur: €10 million
      sales.usd: $11.6 million
      profit.eur: €2.5 million
      profit.usd: $2.9 million
    rules:
      - conversion: {one: [sales.eur, profit.eur], other: [sales.usd, profit.usd]}

Does not hold:

    The wall is 30 feet (48 kilometers) tall.
    ---
    claims:
      feet: 30 feet
      metric: 48 kilometers
    rules:
      - conversion: {one: feet, other: metric}
"""

from __future__ import annotations

from factcheck.checks.operand import OperandError, measured_alike
from factcheck.model.expression import Operand, Quotient
from factcheck.model.frozen import frozen
from factcheck.model.relation import Agreement, Comparison, Conjunction, Relation, Sign
from factcheck.model.stated import Stated
from factcheck.model.wording import listed


@frozen
class Operands:
    """One or more amounts, each in two units or two currencies."""

    one: tuple[Stated, ...]
    """The amounts as first stated."""
    other: tuple[Stated, ...]
    """The same amounts converted, in the same order."""


def relation(operands: Operands) -> Relation:
    """one = other, or where currencies differ one ÷ other is one rate for all pairs."""
    pairs = list(zip(operands.one, operands.other, strict=False))
    if len(operands.one) != len(operands.other) or not pairs:
        raise OperandError("one and other must be equally long", "Give each amount its converted twin.")
    if all(measured_alike(one, other) for one, other in pairs):
        return Conjunction(tuple(_measured(one, other) for one, other in pairs))
    if not all(stated.unit and stated.unit.currency for pair in pairs for stated in pair):
        one, other = next(pair for pair in pairs if not measured_alike(*pair))
        raise OperandError(
            f"{one.printed} and {other.printed} do not have the same unit", "Check which claims are meant."
        )
    if len(pairs) < 2:
        raise OperandError("one pair of currencies gives no rate to compare", "Give two pairs or more, as lists.")
    said = listed([f"{one.printed} is {other.printed}" for one, other in pairs])
    rates = tuple(Quotient(Operand(one), Operand(other)) for one, other in pairs)
    return Agreement(rates, f"no one rate of exchange converts them all: {said}")


def _measured(one: Stated, other: Stated) -> Comparison:
    return Comparison(
        Operand(one),
        Sign.EQUAL,
        Operand(other),
        f"{one.printed} is {{left}}, not {{right}}",
        unit=other.unit,
    )
