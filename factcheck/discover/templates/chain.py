"""
The numbers of a sentence as links of a chain: each with those that only tell it again.

"rose 12%, or $4.1 million, to $38.2 million, or 15 cents a share, from $34.1 million" has three links: the change, the
new value and the old one. So what stands in between parts nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.discover.templates.slot import by_sentence, is_time
from factcheck.facts.page import Page
from factcheck.model.fact import Fact, Manner, Role
from factcheck.model.frozen import frozen


@frozen
class Link:
    """A number and those that tell it again, in the order of the text."""

    facts: tuple[Fact, ...]

    @property
    def fact(self) -> Fact:
        """The first of them."""
        return self.facts[0]

    def has(self, *roles: Role) -> bool:
        """Whether one of them has one of some roles."""
        return any(fact.has(*roles) for fact in self.facts)

    @property
    def change(self) -> Fact | None:
        """The one of them that tells a change or a multiple; ``None`` where none does, or where it is an old value."""
        if self.has(Role.OLD):
            return None
        return next((fact for fact in self.facts if fact.has(Role.CHANGE, Role.TIMES)), None)

    @property
    def manner(self) -> Manner | None:
        """How it tells a change."""
        return next((fact.manner for fact in self.facts if fact.manner is not None), None)

    @property
    def is_level(self) -> bool:
        """Whether it is a value that something has."""
        return not self.has(Role.CHANGE, Role.TIMES, Role.MARGIN) and self.fact.quantity.value is not None


def chains(page: Page) -> Iterator[tuple[Link, ...]]:
    """The links of each sentence with a number."""
    for facts in by_sentence(page):
        if facts:
            yield tuple(_links([fact for fact in facts if not _narrows(page, fact)]))


def of_one_sort(links: Sequence[Link], link: Link) -> tuple[Link, ...]:
    """The links without those of time, or with them where the link itself is of time."""
    if is_time(link.fact):
        return tuple(links)
    return tuple(its for its in links if not is_time(its.fact))


def _links(facts: Sequence[Fact]) -> Iterator[Link]:
    together: list[Fact] = []
    for fact in facts:
        if together and not (fact.has(Role.SAME) and _tells_again(fact, together[0])):
            yield Link(tuple(together))
            together = []
        together.append(fact)
    if together:
        yield Link(tuple(together))


def _narrows(page: Page, fact: Fact) -> bool:
    """Whether a number only describes a noun: "60-kg bags"."""
    behind = fact.quantity.number_end
    described = page.text[behind : behind + 1] == "-" and page.text[behind + 1 : behind + 2].isalpha()
    return described and not fact.has(Role.CHANGE, Role.MARGIN, Role.TIMES, Role.OLD, Role.NEW)


def _tells_again(fact: Fact, first: Fact) -> bool:
    """
    Whether a number tells the one before it again: "11 tonnes or 10 percent more than the 110" has one difference,
    "rose to $92, or $11 above the $81" a value and its difference.
    """
    if fact.has(Role.TIMES):
        return False
    if fact.manner != Manner.COMPARATIVE:
        return True
    return not first.has(Role.NEW) and not first.governor[:1].isalpha() and fact.is_share != first.is_share
