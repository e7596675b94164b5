"""
What changed, as the templates of change, order and ratio see it: the old value, the new one, and what is said of the
change between them.

A change leads to its values ("rose 12% to 45 from 40", "from 40 to 45"), or follows them ("45, up 12% from 40", "45
compared with 40, an increase of 12%"); nothing else of the kind may stand among them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.discover.templates.chain import Link, chains, of_one_sort
from factcheck.discover.templates.unit import of_one_unit
from factcheck.facts.page import Page
from factcheck.facts.word import stem
from factcheck.model.fact import Fact, Manner, Role
from factcheck.model.frozen import frozen
from factcheck.model.lexicon import lexicon


@frozen
class Moved:
    """The values of a change; what is not told is ``None``, and empty."""

    old: Link | None
    new: Link | None
    changes: tuple[Link, ...] = ()
    """What is said of it, in the order of the text: "rose by 300 to 1,700, a rise of 21%"."""

    @property
    def links(self) -> tuple[Link, ...]:
        """All of it."""
        return tuple(link for link in (*self.changes, self.old, self.new) if link is not None)


def changes(page: Page) -> Iterator[Moved]:
    """The changes that each sentence tells with an amount, a percentage or a multiple."""
    before: Sequence[Link] = ()
    for links in chains(page):
        for moved in _changes(links):
            yield _with_base(moved, before)
        before = links


def _with_base(moved: Moved, before: Sequence[Link]) -> Moved:
    """
    A change whose old value stands a sentence before: "In 2019 it had 1,200 members. By 2022 the number had grown by 10% to
    1,320". It is the only one of its kind there, and the change is told of what that sentence is about, or of a time
    before.
    """
    if moved.old is not None or moved.new is None or not before:
        return moved
    new, change = moved.new.fact, moved.changes[0].fact
    if not 0 < new.sentence - before[0].fact.sentence <= 1 or new.block != before[0].fact.block:
        return moved
    levels = [link for link in before if link.is_level and of_one_unit(link.fact.quantity, new.quantity) is not None]
    if len(levels) != 1:
        return moved
    old = levels[0].fact
    anaphoric = "pronoun" in change.inherited or (change.subject and change.subject <= _anaphors())
    if old.when.before(new.when) and (anaphoric or change.subject == old.subject):
        return Moved(levels[0], moved.new, moved.changes)
    spoken_of = anaphoric and moved.changes[0].manner == Manner.VERB
    return Moved(levels[0], moved.new, moved.changes) if spoken_of else moved


@cache
def _anaphors() -> frozenset[str]:
    return frozenset(stem(word) for word in lexicon().noun("anaphor").words)


def _changes(links: Sequence[Link]) -> Iterator[Moved]:
    told: set[int] = set()
    for link in links:
        if link.change is None or link.manner == Manner.COMPARATIVE or link.fact.number in told:
            continue
        moved = _moved(of_one_sort(links, link), link)
        if moved.old is None and link.fact.is_share:
            timed = _moved(links, link)  # "cut by 7 percent, to 93 days from 120 days"
            moved = timed if timed.old is not None and timed.new is not None else moved
        told |= {its.fact.number for its in moved.changes}
        yield moved


def _moved(links: Sequence[Link], link: Link) -> Moved:
    chain = [its for its in links if its.manner != Manner.COMPARATIVE]
    moved = _behind(chain, chain.index(link))
    return _before(chain, chain.index(link), moved) if moved.new is None or moved.old is None else moved


def _behind(chain: Sequence[Link], at: int) -> Moved:
    """What a change leads to: the new and the old value in either order, and the change told again in other words."""
    old: Link | None = None
    new: Link | None = None
    said = [chain[at]]
    for link in chain[at + 1 :]:
        if old is None and link.has(Role.OLD) and link.is_level and not _apart(link, new or chain[at]):
            old = link
        elif new is None and link.has(Role.NEW) and link.is_level and _is_reached(link, said):
            new = link
        elif (
            (old or new)
            and link.change is not None
            and is_told_again(link)
            and link.fact.clause == said[-1].fact.clause
        ):
            said.append(link)
        elif old and link.fact.governor == "or" and link.fact.is_share and not link.fact.cues:
            said.append(link)  # "a reduction of 180 from 2,460 in 2022, or 7.3%"
        else:
            break
    return Moved(old, new, tuple(said))


_AFTER = (Manner.NOUN, Manner.ADVERB)
"""How a change is told behind its values."""


def is_told_again(link: Link) -> bool:
    """Whether a change is said of what stands before it: ", an increase of 12%", ", up 12%"; not "by a rise of 12%"."""
    if link.manner == Manner.ADVERB:
        return True
    return link.manner == Manner.NOUN and is_told_of_it(link.fact)


def is_told_of_it(fact: Fact) -> bool:
    """Whether a change or a comparison is said of the value before it, as what governs it tells."""
    return not fact.governor[:1].isalpha() or fact.governor in _TELLING


_TELLING = frozenset(
    {"which", "or", "for", "is", "was", "are", "were", "represents", "represented", "representing", "marking"}
)
"""What may stand before a change that is said of a value."""


def _apart(link: Link, before: Link) -> bool:
    """Whether an old value stands in another clause than what it is the old value of, and in no bracket."""
    return link.fact.clause != before.fact.clause and link.fact.governor != "("


def _is_reached(link: Link, said: Sequence[Link]) -> bool:
    """Whether a change leads to a new value: "rose 12% to"; not "rose 12% and was", "rose 12% and cut its debt to"."""
    movers = {at for its in said for fact in its.facts for at in (fact.mover, fact.start)}
    if link.fact.mover < 0 and link.fact.clause != said[0].fact.clause:
        return False
    return link.fact.governor in _REACHING and (link.fact.mover in movers or link.fact.mover < 0)


_REACHING = frozenset({"to", "at", "reaching", "totaling", "totalling", "making", "hitting", "total", "reach"})


def _before(chain: Sequence[Link], at: int, moved: Moved) -> Moved:
    """What stands before a change: "45, up 12% from 40", "45 compared with 40, an increase of 12%"."""
    change = chain[at]
    before = list(chain[max(0, at - 2) : at])
    if not before or not before[-1].is_level:
        return moved
    last, first = before[-1], before[0] if len(before) == 2 and before[0].is_level else None
    if moved.new is not None:
        return Moved(last, moved.new, moved.changes) if last.has(Role.OLD) and not _apart(last, change) else moved
    if not _follows(change, last):
        return moved
    if moved.old is not None:
        return moved if last.has(Role.OLD) else Moved(moved.old, last, moved.changes)
    if first is not None and last.has(Role.OLD) and not first.has(Role.OLD):
        return Moved(last, first, moved.changes)
    if first is not None and first.has(Role.OLD) and last.has(Role.NEW):
        return Moved(first, last, moved.changes)
    if (
        first is not None
        and first.fact.when.before(last.fact.when)
        and of_one_unit(first.fact.quantity, last.fact.quantity)
    ):
        return Moved(first, last, moved.changes)
    return Moved(None, last, moved.changes)


def _follows(change: Link, value: Link) -> bool:
    """
    Whether a change tells of the value before it: "45, up 12%"; a verb does of its subject alone: "sales of 45 rose".
    """
    if change.manner == Manner.VERB:
        before = value.fact.start < change.fact.mover and value.fact.clause == change.fact.clause
        return before and value.fact.governor in ("", "of")
    own = change.fact.clause != value.fact.clause and "subject" not in change.fact.inherited
    return is_told_again(change) and not own


def values(moved: Moved) -> tuple[Fact, Fact] | None:
    """The old and the new value as they are of one kind: "$60 million, or 89 cents a share, from $94 million"."""
    if moved.old is None or moved.new is None:
        return None
    pairs = [(old, new) for old in moved.old.facts for new in moved.new.facts]
    return next((pair for pair in pairs if of_one_unit(pair[0].quantity, pair[1].quantity)), pairs[0])
