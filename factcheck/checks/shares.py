"""
The shares of one whole make 100 %.

    45 % + 36 % + 19 % = 100 %, within rounding

Use it where every share of one whole is stated. An open list ("including") may leave some out.

Holds:

    The vote was 45% yes, 36% no and 19% undecided.
    ---
    claims:
      "yes": 45% yes
      "no": 36% no
      undecided: 19% undecided
    rules:
      - shares: {parts: ["yes", "no", undecided]}

Holds; rounding explains the missing one:

    A third each, 33%, 33% and 33%, went to the three cities.
    ---
    claims:
      first: {quote: "33%", prefix: "each,", suffix: ", 33"}
      second: {quote: "33%", suffix: and}
      last: {quote: "33%", prefix: and}
    rules:
      - shares: {parts: [first, second, last]}

Does not hold:

    The vote was 45% yes, 38% no and 19% undecided.
    ---
    claims:
      "yes": 45% yes
      "no": 38% no
      undecided: 19% undecided
    rules:
      - shares: {parts: ["yes", "no", undecided]}
"""

from __future__ import annotations

from typing import Literal

from factcheck.checks.operand import PERCENT, number, total
from factcheck.model.frozen import frozen
from factcheck.model.relation import Comparison, Relation, Sign
from factcheck.model.stated import Stated
from factcheck.model.wording import counted


@frozen
class Operands:
    """The shares of one whole."""

    parts: tuple[Stated, ...]
    """Every share: percentages or fractions."""
    list: Literal["open", "closed"] | None = None
    """Whether other shares may be left out; by default the words decide."""


def relation(operands: Operands) -> Relation:
    """The shares' sum is 100 %."""
    parts = operands.parts
    cue = {"open": parts[0].cue or "an open list", "closed": "", None: parts[0].cue}[operands.list]
    return Comparison(
        total(parts),
        Sign.EQUAL,
        number(1, "100%"),
        f"{{subject}} {{do}} not make 100%: {counted(len(parts), 'share')} make {{left}} ({{off}})",
        remainder=cue,
        unit=PERCENT,
    )
