"""
As many items are listed as announced.

    "nine countries": Australia, Bulgaria, France, … and the United States are nine

Use it where a number announces a list. `of` is a list of names, a breakdown, or some claims.

Holds:

    Three countries took part: Italy, France and Spain.
    ---
    claims:
      countries: Three countries
      members: {quote: "Italy, France and Spain", names: country}
    rules:
      - count: {of: members, is: countries}

Holds; the number may be the record's own:

    Police in Italy, France and Spain took part.
    ---
    claims:
      members: {quote: "Italy, France and Spain", names: country}
    rules:
      - count: {of: members, is: 3}

Does not hold:

    Four countries took part: Italy, France and Spain.
    ---
    claims:
      countries: Four countries
      members: {quote: "Italy, France and Spain", names: country}
    rules:
      - count: {of: members, is: countries}
"""

from __future__ import annotations

from factcheck.checks.operand import number, says
from factcheck.model.expression import Operand
from factcheck.model.frozen import frozen
from factcheck.model.relation import Comparison, Names, Relation, Sign
from factcheck.model.stated import Stated
from factcheck.model.wording import counted


@frozen
class Operands:
    """A list and how long it is said to be."""

    of: Names | tuple[Stated, ...]
    """What is counted: a list of names, or claims."""
    is_: Stated
    """How many there are said to be: a claim, or a number."""


def relation(operands: Operands) -> Relation:
    """The length of the list equals the number."""
    listed = operands.of
    length = len(listed.names) if isinstance(listed, Names) else len(listed)
    noun = (listed.group if isinstance(listed, Names) else listed[0].group) or "item"
    verb = "is" if length == 1 else "are"
    return Comparison(
        number(length, str(length)),
        Sign.EQUAL,
        Operand(operands.is_),
        f"{counted(length, noun)} {verb} listed, {says(operands.is_)} {operands.is_.printed} ({{off}})",
        many=True,
        lists=(listed,) if isinstance(listed, Names) else (),
    )
