"""
The parts add up to the whole.

    65 + 1 + 3 + 47 + 4 + 24 + 4 + 2 = 150

Use it where a total and its parts are stated (statistical editing calls it a balance edit). A list
that "including", "such as" or "among them" opens names some of the parts: together they are no more
than the whole. The words just before the first part decide; where they leave it in doubt, say
`list: open` or `list: closed`.

Holds:

    The raids led to 12 arrests: seven in Rome and five in Milan.
    ---
    claims:
      arrests: 12 arrests
      by_city: {quote: seven in Rome and five in Milan, breakdown: city}
    rules:
      - balance: {whole: arrests, parts: by_city}

Holds, because the list is open:

    The raids led to 12 arrests, including seven in Rome and three in Milan.
    ---
    claims:
      arrests: 12 arrests
      by_city: {quote: seven in Rome and three in Milan, breakdown: city}
    rules:
      - balance: {whole: arrests, parts: by_city}

Does not hold:

    The raids led to 12 arrests: seven in Rome and six in Milan.
    ---
    claims:
      arrests: 12 arrests
      by_city: {quote: seven in Rome and six in Milan, breakdown: city}
    rules:
      - balance: {whole: arrests, parts: by_city}
"""

from __future__ import annotations

from typing import Literal

from factcheck.checks.operand import says, total
from factcheck.model.expression import Operand
from factcheck.model.frozen import frozen
from factcheck.model.relation import Comparison, Relation, Sign
from factcheck.model.stated import Stated
from factcheck.model.wording import counted


@frozen
class Operands:
    """A whole and its parts."""

    whole: Stated
    """What the parts make together."""
    parts: tuple[Stated, ...]
    """The parts, each a claim of its own; a breakdown stands for all of its items."""
    list: Literal["open", "closed"] | None = None
    """Whether other parts may be left out; by default the words decide."""


def relation(operands: Operands) -> Relation:
    """The parts' sum equals the whole; an open list may leave something over."""
    whole, parts = operands.whole, operands.parts
    noun = parts[0].group.removeprefix("us_") or "part"
    what = f"{counted(len(parts), noun)} {'makes' if len(parts) == 1 else 'make'} {{left}}"
    cue = {"open": parts[0].cue or "an open list", "closed": "", None: parts[0].cue}[operands.list]
    return Comparison(
        total(parts),
        Sign.EQUAL,
        Operand(whole),
        f"{{subject}} {{do}} not add up: {what}, {says(whole)} {{right}} ({{off}})",
        many=whole.quantity.counts,
        remainder=cue,
        unit=whole.unit,
    )
