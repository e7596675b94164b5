"""
Templates: relations over facts, and how one is run.

A template is a module of this folder. Its docstring is its manual: each text below "Finds:" has a first line that
names the check kind and the numbers of the one relation that is found in it, "change 14; $4.1 million; $3.7
million", and each below "Leaves alone:" is silent; all are run as tests. Its function
``candidates(page)`` gives the facts that stand in the slots of its relation, by their roles alone; ``GUARDS`` are
named conditions, each of which lets a candidate through or stops it; ``propose(page, candidate)`` gives the relation.
Nothing of it asks whether the arithmetic comes out: what the words state is recognised whether it is true or not.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Generic, Protocol, TypeVar

from factcheck.discover.proposal import Proposal
from factcheck.facts.page import Page
from factcheck.model.fact import Fact
from factcheck.model.frozen import frozen
from factcheck.model.quantity import Quantity
from factcheck.model.regex import regex
from factcheck.model.trace import Considered

TEMPLATES = (
    "change", "difference", "order", "ratio", "balance", "part", "share", "shares", "product", "equation", "agree",
    "conversion",
)  # fmt: skip
"""Every template, in the order in which they look."""


@frozen
class Candidate:
    """Facts that may stand in one relation."""

    slots: Mapping[str, tuple[Fact, ...]]
    """The facts by their slots: "old", "new", "parts"."""
    cue: str = ""
    """The words that state the relation."""
    form: str = ""
    """Which of the forms of its template it has: "closed", "open"."""
    weight: int = 0
    """How much speaks for it, where a template weighs that [tenths of a natural logarithm of odds]."""

    def __getitem__(self, slot: str) -> Fact:
        """The first fact of a slot. Raises KeyError where it is empty."""
        return self.slots[slot][0]

    def get(self, slot: str) -> Fact | None:
        """The first fact of a slot; ``None`` where it is empty."""
        found = self.slots.get(slot)
        return found[0] if found else None

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All of its facts, in the order of the text."""
        return tuple(sorted((fact for facts in self.slots.values() for fact in facts), key=lambda fact: fact.start))

    @property
    def numbers(self) -> tuple[Quantity, ...]:
        """Its numbers, in the order of the text."""
        return tuple(fact.quantity for fact in self.facts)


class Considerable(Protocol):
    """What may stand in a relation."""

    @property
    def numbers(self) -> tuple[Quantity, ...]:
        """Its numbers."""


Kind = TypeVar("Kind", bound=Considerable, contravariant=True)


@frozen
class Guard(Generic[Kind]):
    """A condition that a candidate must meet."""

    name: str
    """What it asks, as a trace tells it: "both are of one unit"."""
    holds: Callable[[Page, Kind], bool]


class Template(Protocol):
    """What a module of a template has."""

    GUARDS: Sequence[Guard[Any]]

    def candidates(self, page: Page) -> Iterator[Any]:
        """What may stand in its relation: ``Candidate`` as a rule."""

    def propose(self, page: Page, candidate: Any) -> Proposal | None:
        """The relation; ``None`` where the units of the numbers do not fit."""


_BEHIND = regex(r" ?(?:[*×÷]|=|\+ ?[$€£(]?\d)")
_AHEAD = regex(r"(?:[*×÷]|\d ?\+|[\d%)](?: [a-z]+)? ?=) ?[$€£(]*$")
_REACH = 24
"""How far before a number an operator and what stands before that may lie [code points]."""


def is_operand(text: str, number: Quantity) -> bool:
    """
    Whether a number stands beside an operator of written arithmetic: what the words around say is then of the result,
    which is asked of the equation itself.

    >>> from factcheck import read
    >>> four, eight = read("for a total of 4*2 = 8 razors").quantities[::2]
    >>> is_operand("for a total of 4*2 = 8 razors", four)
    True
    """
    behind = number.end if number.end > number.number_end else number.number_end
    ahead = text[max(0, number.start - _REACH) : number.start]
    return bool(_BEHIND.match(text, number.number_end) or _BEHIND.match(text, behind) or _AHEAD.search(ahead))


def template(name: str) -> Template:
    """The module of a template."""
    module: Template = importlib.import_module(f"factcheck.discover.templates.{name}")
    return module


def proposals(name: str, page: Page, trace: list[Considered] | None = None) -> Iterator[Proposal]:
    """The relations of a template on a page; what was considered is added to ``trace``."""
    module = template(name)
    for candidate in module.candidates(page):
        stopped = next((guard.name for guard in module.GUARDS if not guard.holds(page, candidate)), "")
        if not stopped and name != "equation" and any(is_operand(page.text, its) for its in candidate.numbers):
            stopped = "a number is one of an equation that is written out"
        proposal = None if stopped else module.propose(page, candidate)
        if proposal is not None:
            yield proposal
        elif not stopped:
            stopped = "their units do not fit together"
        if trace is not None:
            trace.append(Considered(name, candidate.numbers, stopped))
