"""
The order of the amounts is as said.

    "rose to 52 from 45": 45 < 52; "the most in the U.S. (65)": 65 ≥ each of the others

Use `ascending` for amounts that are said to grow, `most` or `least` with `of` for a superlative.

Holds:

    Arrests rose to 52 from 45.
    ---
    claims:
      now: to 52
      before: from 45
    rules:
      - order: {ascending: [before, now]}

Holds:

    There were 65 arrests in Rome, 47 in Milan and 12 in Turin, the most in Rome.
    ---
    claims:
      arrests: {quote: "65 arrests in Rome, 47 in Milan and 12 in Turin", breakdown: city}
    rules:
      - order: {most: arrests.rome, of: arrests}

Does not hold:

    Arrests rose to 45 from 52.
    ---
    claims:
      now: to 45
      before: from 52
    rules:
      - order: {ascending: [before, now]}

Does not hold:

    There were 65 arrests in Rome, 47 in Milan and 12 in Turin, the most in Milan.
    ---
    claims:
      arrests: {quote: "65 arrests in Rome, 47 in Milan and 12 in Turin", breakdown: city}
    rules:
      - order: {most: arrests.milan, of: arrests}
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
    """Amounts and the order that they are said to have."""

    ascending: tuple[Stated, ...] = ()
    """From the smallest to the largest."""
    most: Stated | None = None
    """The largest of `of`."""
    least: Stated | None = None
    """The smallest of `of`."""
    of: tuple[Stated, ...] = ()
    """What `most` or `least` is compared with; it may stand among them."""


def relation(operands: Operands) -> Relation:
    """Each is less than the next; the most is at least, the least at most each of the others."""
    given = [bool(operands.ascending), operands.most is not None, operands.least is not None]
    if sum(given) != 1 or bool(operands.of) == bool(operands.ascending):
        raise OperandError("order needs ascending, or most or least with of", "Give one of them.")
    if operands.ascending:
        chain = operands.ascending
        if len(chain) < 2:
            raise OperandError("an order needs two claims or more", "Add the other amount.")
        return Conjunction(tuple(_less(one, other) for one, other in pairwise(chain)))
    extreme = operands.most or operands.least
    assert extreme is not None
    others = [other for other in operands.of if other.key != extreme.key]
    if not others:
        raise OperandError("of has nothing but the amount itself", "Add the amounts that it is compared with.")
    return Conjunction(tuple(_extreme(extreme, other, most=operands.most is not None) for other in others))


def _less(one: Stated, other: Stated) -> Comparison:
    return Comparison(
        Operand(one),
        Sign.LESS,
        Operand(other),
        f"the order is not as said: {one.named} is not less than {other.named}",
        unit=other.unit,
    )


def _extreme(extreme: Stated, other: Stated, *, most: bool) -> Comparison:
    word = "most" if most else "least"
    return Comparison(
        Operand(extreme),
        Sign.AT_LEAST if most else Sign.AT_MOST,
        Operand(other),
        f"{extreme.label} ({extreme.printed}) is not the {word}: {other.label} has {other.printed}",
        unit=other.unit,
    )
