"""
No name stands outside the list that it belongs to.

    every country with arrests is one of the nine that took part

Use it where the names of one list must all stand in another. Names are compared folded: "the U.S."
is the United States; `aliases:` in the claim file adds to the table.

Holds:

    Italy, France and Spain took part; seven arrests in Italy and two in France followed.
    ---
    claims:
      members: {quote: "Italy, France and Spain", names: country}
      arrests: {quote: seven arrests in Italy and two in France, breakdown: country}
    rules:
      - subset: {names: arrests, of: members}

Holds:

    The U.S. and Italy took part. Seizures were made in the United States and Italy.
    ---
    claims:
      members: {quote: The U.S. and Italy, names: country}
      seizures: {quote: the United States and Italy, names: country}
    rules:
      - subset: {names: seizures, of: members}

Does not hold:

    Italy, France and Spain took part; seven arrests in Italy and two in Germany followed.
    ---
    claims:
      members: {quote: "Italy, France and Spain", names: country}
      arrests: {quote: seven arrests in Italy and two in Germany, breakdown: country}
    rules:
      - subset: {names: arrests, of: members}
"""

from __future__ import annotations

from factcheck.model.frozen import frozen
from factcheck.model.relation import Inclusion, Names, Relation


@frozen
class Operands:
    """Some names and the list that they belong to."""

    names: Names
    """The names: a list, or a breakdown."""
    of: Names
    """The list that must hold them all."""


def relation(operands: Operands) -> Relation:
    """Every name stands in the other list."""
    names, of = operands.names, operands.of
    return Inclusion(names, of, f"{{outside}} {{stands}} under {names.label}, but not under {of.label}")
