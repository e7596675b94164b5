"""
A part of a whole is the percentage that is printed.

    147 of 169 are 87 %

Use it where a part, its whole and the percentage are stated. Without `part` the check is whether any
whole number of things is that percentage of the whole (GRIM: Brown & Heathers 2017): 19 % of eight
people are none.

Holds:

    Of the 169 entries 147, or 87%, were found.
    ---
    claims:
      entries: 169 entries
      found: "147"
      percent: 87%
    rules:
      - share: {part: found, whole: entries, percent: percent}

Holds; 1.6 is rounded:

    The levy brought $1.6 billion, a third of the total of $4.9 billion.
    ---
    claims:
      levy: $1.6 billion
      third: a third
      total: $4.9 billion
    rules:
      - share: {part: levy, whole: total, percent: third}

Does not hold:

    Of the 169 entries 147, or 89%, were found.
    ---
    claims:
      entries: 169 entries
      found: "147"
      percent: 89%
    rules:
      - share: {part: found, whole: entries, percent: percent}

Does not hold:

    The survey asked eight people; 19% of them agreed.
    ---
    claims:
      asked: eight people
      agreed: 19%
    rules:
      - share: {whole: asked, percent: agreed}
"""

from __future__ import annotations

from factcheck.checks.operand import PERCENT, OperandError, says
from factcheck.model.expression import Constant, Operand, Product, Quotient
from factcheck.model.frozen import frozen
from factcheck.model.interval import ENTIRE
from factcheck.model.relation import Comparison, Relation, Sign
from factcheck.model.stated import Stated


@frozen
class Operands:
    """A whole, the percentage of it, and where it is stated the part."""

    whole: Stated
    """What the share is of."""
    percent: Stated
    """The share: a percentage, a fraction, "one in five"."""
    part: Stated | None = None
    """The part; without it, some whole number must fit."""


def relation(operands: Operands) -> Relation:
    """part ÷ whole = percent; or percent × whole is a whole number of things."""
    part, whole, percent = operands.part, operands.whole, operands.percent
    value = percent.value
    if percent.unit is None and value is not None and value > 1:
        raise OperandError(
            f"{percent.printed} is no share", f"Write {percent.printed}%, or quote the percent sign too."
        )
    if part is None:
        return Comparison(
            Product(Operand(percent), Operand(whole)),
            Sign.EQUAL,
            Constant(ENTIRE),
            f"no whole number of {whole.quantity.noun or 'things'} is {percent.printed} of {whole.printed}",
            whole_number=True,
        )
    return Comparison(
        Quotient(Operand(part), Operand(whole)),
        Sign.EQUAL,
        Operand(percent),
        f"{part.printed} of {whole.printed} is {{left}}, {says(percent)} {{right}}",
        unit=PERCENT,
    )
