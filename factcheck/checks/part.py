"""
A part is no larger than its whole.

    $700,000 in cryptocurrency ≤ $1 million of proceeds ≤ $31.6 million seized

Use it where a number is a part of another and its fellow parts are not stated; where they are,
`balance` says more. A `chain` runs from the smallest part to the largest whole.

Holds:

    Of the 150 suspects, 65 were held in the U.S.
    ---
    claims:
      suspects: 150 suspects
      us: 65 were held
    rules:
      - part: {part: us, whole: suspects}

Holds:

    Agents seized over $3 million, $1.2 million of it in cash and $500,000 of that in small notes.
    ---
    claims:
      seized: over $3 million
      cash: $1.2 million of it in cash
      small: $500,000 of that in small notes
    rules:
      - part: {chain: [small, cash, seized]}

Does not hold:

    Of the 150 suspects, 155 were held in the U.S.
    ---
    claims:
      suspects: 150 suspects
      us: 155 were held
    rules:
      - part: {part: us, whole: suspects}
"""

from __future__ import annotations

from itertools import pairwise

from factcheck.checks.operand import OperandError
from factcheck.model.expression import Operand
from factcheck.model.frozen import frozen
from factcheck.model.relation import Comparison, Conjunction, Relation, Sign
from factcheck.model.stated import Stated


@frozen
class Operands:
    """A part and its whole, or a chain of them."""

    part: Stated | None = None
    """The part; with `whole`."""
    whole: Stated | None = None
    """What it is a part of; with `part`."""
    chain: tuple[Stated, ...] = ()
    """From the smallest part to the largest whole; instead of `part` and `whole`."""


def relation(operands: Operands) -> Relation:
    """Each is at most the next."""
    if operands.chain and not (operands.part or operands.whole):
        chain = operands.chain
    elif operands.part and operands.whole and not operands.chain:
        chain = (operands.part, operands.whole)
    else:
        raise OperandError("part needs part and whole, or chain", "Give the one or the other.")
    if len(chain) < 2:
        raise OperandError("a chain needs two claims or more", "Add the whole that the part belongs to.")
    return Conjunction(tuple(_at_most(part, whole) for part, whole in pairwise(chain)))


def _at_most(part: Stated, whole: Stated) -> Comparison:
    return Comparison(
        Operand(part),
        Sign.AT_MOST,
        Operand(whole),
        f"{part.words} cannot be part of {whole.words} ({{off}})",
        many=whole.quantity.counts,
        unit=whole.unit,
    )
