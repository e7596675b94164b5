"""
The same fact, stated again, is the same.

    150 individuals (headline) = 150 people (body)

Use it where two claims state one fact. Several quotes of one claim, and its evidence, agree by
themselves: they need no rule. Printed in the same precision, two statements must be equal to the
digit; otherwise what the one may mean must meet what the other may mean, so that "over $31 million"
agrees with "$31.6 million", and "more than 150" never with "150".

Holds:

    Police seized $31.6 million. The total, over $31 million, is a record.
    ---
    claims:
      seized: $31.6 million
      record: over $31 million
    rules:
      - agree: {claims: [seized, record]}

Holds, because "about" allows it:

    Some 234 kilograms were found. The haul of 233.6 kg is the largest this year.
    ---
    claims:
      found: Some 234 kilograms
      haul: 233.6 kg
    rules:
      - agree: {claims: [found, haul]}

Does not hold:

    Police seized $31.6 million. The total of $31.8 million is a record.
    ---
    claims:
      seized: $31.6 million
      record: $31.8 million
    rules:
      - agree: {claims: [seized, record]}
"""

from __future__ import annotations

from factcheck.checks.operand import OperandError
from factcheck.model.expression import Operand
from factcheck.model.frozen import frozen
from factcheck.model.relation import Agreement, Relation
from factcheck.model.stated import Stated
from factcheck.model.wording import listed


@frozen
class Operands:
    """Statements of one fact."""

    claims: tuple[Stated, ...]
    """Two claims or more that state the same."""


def relation(operands: Operands) -> Relation:
    """What they may mean has something in common."""
    claims = operands.claims
    if len(claims) < 2:
        raise OperandError("agree needs two claims or more", "Add the claim that states the same again.")
    said = listed([claim.named for claim in claims])
    return Agreement(
        tuple(Operand(claim) for claim in claims),
        f"{{subject}} {{do}} not agree: {said}",
        unit=claims[0].unit,
        restated=True,
    )
