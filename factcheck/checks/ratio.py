"""
The one is as many times the other as is said.

    from 105 to 210 is "doubled"; 65 of 150 are not "half"

Use it for "doubled", "half as many", "three times", "one in five". `times` is a claim that quotes the
words, or a number.

Holds:

    Seizures doubled from 105 last year to 210.
    ---
    claims:
      before: from 105
      now: to 210
    rules:
      - ratio: {one: now, other: before, times: 2}

Holds; words are rarely exact:

    Half of the 150 suspects, 74, were released.
    ---
    claims:
      half: Half
      suspects: 150 suspects
      released: "74"
    rules:
      - ratio: {one: released, other: suspects, times: half}

Does not hold:

    Half of the 150 suspects, 47, were released.
    ---
    claims:
      half: Half
      suspects: 150 suspects
      released: "47"
    rules:
      - ratio: {one: released, other: suspects, times: half}
"""

from __future__ import annotations

from factcheck.checks.operand import says
from factcheck.model.expression import Operand, Quotient
from factcheck.model.frozen import frozen
from factcheck.model.relation import Comparison, Relation, Sign
from factcheck.model.stated import Stated


@frozen
class Operands:
    """Two amounts and how many times the one is the other."""

    one: Stated
    """The amount that is compared."""
    other: Stated
    """The amount that it is compared with."""
    times: Stated
    """How many times the other the one is: 2 for doubled, "half", 1/5."""


def _told(times: Stated) -> str:
    """How many times, as the text says it: “doubled” is a word, and no 2."""
    return "{right}" if any(letter.isdigit() for letter in times.words) else times.words


def relation(operands: Operands) -> Relation:
    """one ÷ other = times."""
    one, other, times = operands.one, operands.other, operands.times
    return Comparison(
        Quotient(Operand(one), Operand(other)),
        Sign.EQUAL,
        Operand(times),
        f"{one.printed} is {{left}} times {other.printed}, {says(times)} {_told(times)}",
        unit=times.unit,
    )
