"""
Relations: what a rule says of its operands, ready to be judged.

A check turns its operands into one of these; everything that a verdict needs is read off it.
Messages are templates: ``{left}``, ``{right}`` and ``{gap}`` stand for the values in the rule's unit,
``{off}`` for the gap with its direction ("27 too many").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field, replace
from enum import StrEnum

from factcheck.model.expression import Expression, UnitMismatchError, dimension, operands, render
from factcheck.model.frozen import frozen
from factcheck.model.number import Rational
from factcheck.model.quantity import Name
from factcheck.model.stated import Stated
from factcheck.model.unit import Unit


class Sign(StrEnum):
    """How two expressions compare."""

    EQUAL = "="
    AT_MOST = "≤"
    LESS = "<"
    AT_LEAST = "≥"
    MORE = ">"


@frozen
class Names:
    """A list of names as an operand."""

    key: str
    label: str
    names: tuple[Name, ...]
    source: str = ""
    """The path of the document that lists them."""
    start: int = 0
    end: int = 0
    claim: str = ""
    source_label: str = "the text"
    group: str = ""
    """The table of names ("country")."""


@frozen
class Comparison:
    """
    Two expressions that compare as the sign says.

    Raises UnitMismatchError where they measure different things.
    """

    left: Expression
    sign: Sign
    right: Expression
    broken: str
    """What to say where it does not hold, a template."""
    many: bool = False
    """Whether a gap is said in "too many / too few" rather than "too much / too little"."""
    remainder: str = ""
    """The words that open the list on the left ("including"); an open list may leave something over."""
    tolerance: Rational = 0
    """The half-width that the rule grants [base unit]."""
    unit: Unit | None = None
    """The rule's unit, in which the gap is told."""
    whole_number: bool = False
    """Whether the left side counts things: only whole numbers come into question (GRIM: Brown & Heathers 2017)."""

    lists: tuple[Names, ...] = ()
    """The lists of names that a side counts, for their places."""

    def __post_init__(self) -> None:
        if dimension(self.left) != dimension(self.right):
            raise UnitMismatchError(f"{render(self.left)} and {render(self.right)} do not have the same unit")


@frozen
class Agreement:
    """
    Several statements of the same amount.

    Raises UnitMismatchError where they measure different things.
    """

    terms: tuple[Expression, ...]
    broken: str
    tolerance: Rational = 0
    unit: Unit | None = None
    restated: bool = False
    """Whether the same precision must be the same digits: true of restatements, not of conversions."""

    def __post_init__(self) -> None:
        first = dimension(self.terms[0])
        for term in self.terms[1:]:
            if dimension(term) != first:
                raise UnitMismatchError(f"{render(self.terms[0])} and {render(term)} do not have the same unit")


@frozen
class Inclusion:
    """No name of one list stands outside the other."""

    names: Names
    of: Names
    broken: str
    """A template with ``{outside}``, the names that do."""


@frozen
class Conjunction:
    """Several relations that must all hold: a chain of parts, an order."""

    relations: tuple[Comparison | Agreement | Inclusion, ...]


@frozen
class Evident:
    """A relation whose verdict needs no reading of numbers: dates that agree or do not."""

    holds: bool
    broken: str
    operands: tuple[Stated, ...] = field(default=())


Relation = Comparison | Agreement | Inclusion | Conjunction | Evident


def parts_of(relation: Relation) -> tuple[Comparison | Agreement | Inclusion | Evident, ...]:
    """The relations that it consists of; itself, where it is one."""
    return relation.relations if isinstance(relation, Conjunction) else (relation,)


def with_tolerance(relation: Relation, half_width: Callable[[Comparison | Agreement], Rational]) -> Relation:
    """A relation whose comparisons and agreements grant a half-width, each its own [base unit]."""
    if isinstance(relation, Conjunction):
        return Conjunction(tuple(_part_with_tolerance(part, half_width) for part in relation.relations))
    return relation if isinstance(relation, Evident) else _part_with_tolerance(relation, half_width)


def _part_with_tolerance(
    part: Comparison | Agreement | Inclusion, half_width: Callable[[Comparison | Agreement], Rational]
) -> Comparison | Agreement | Inclusion:
    return part if isinstance(part, Inclusion) else replace(part, tolerance=half_width(part))


def stated_in(relation: Relation) -> Iterator[Stated]:
    """Every stated quantity in it."""
    for part in parts_of(relation):
        match part:
            case Comparison(left, _, right):
                yield from operands(left)
                yield from operands(right)
            case Agreement(terms):
                for term in terms:
                    yield from operands(term)
            case Inclusion():
                pass
            case Evident():
                yield from part.operands
