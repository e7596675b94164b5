"""
Lists of the rewrite that leave out, or add, a member of the source's list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.facts.page import Page
from factcheck.model import table
from factcheck.model.frozen import frozen
from factcheck.model.name import fold
from factcheck.model.quantity import Name
from factcheck.sources.cue import open_list_cue

_REACH = 24
"""How far behind a list the words may stand that leave it open ("among others") [code points]."""
_FEWEST = 3
"""How many members two lists must share to be one list [names]."""


@frozen
class Roll:
    """The members of a list, or of a breakdown, in the order of the text."""

    page: Page
    names: tuple[Name, ...]

    @property
    def keys(self) -> frozenset[str]:
        """The members as they are compared."""
        return frozenset(its.key for its in self.names)


@frozen
class Departure:
    """A list of the rewrite that is not the source's."""

    roll: Roll
    source: Roll
    missing: tuple[Name, ...]
    """Members of the source's list that the rewrite leaves out."""
    added: tuple[Name, ...]
    """Members that the source's list does not have."""


def rolls(page: Page) -> tuple[Roll, ...]:
    """The lists of names and the breakdowns of a page."""
    listed = [Roll(page, its.names) for its in page.contents.names]
    broken_down = [
        Roll(page, tuple(item.place for item in its.items if item.place)) for its in page.contents.breakdowns
    ]
    return tuple(its for its in [*listed, *broken_down] if len(its.keys) >= _FEWEST)


def departures(page: Page, sources: Sequence[Page]) -> Iterator[Departure]:
    """Each list of a rewrite that is nearly one of the source's, with what it leaves out and adds."""
    known = [roll for its in sources for roll in rolls(its)]
    for roll in rolls(page):
        near = [its for its in known if _is_nearly(roll.keys, its.keys)]
        if not near:
            continue
        its = max(near, key=lambda other: len(roll.keys & other.keys) / len(roll.keys | other.keys))
        start, _ = page.document.sentence(roll.names[0].start)
        behind = page.text[roll.names[-1].end : roll.names[-1].end + _REACH].lstrip(" ,").lower()
        opened = bool(open_list_cue(page.text, start, roll.names[0].start)) or behind.startswith(table.cues("more"))
        block = page.document.block(start)
        beside = fold(page.text[block.start : block.end]) if block else ""
        absent = (name for name in its.names if name.key not in roll.keys and fold(name.text) not in beside)
        missing = () if opened else tuple(absent)
        anywhere = frozenset(key for other in known for key in other.keys)
        added = tuple(name for name in roll.names if name.key not in anywhere)
        if missing or added:
            yield Departure(roll, its, missing, added)


def _is_nearly(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two lists are one but for a few members: two thirds of either are the other's."""
    shared = len(one & other)
    return shared >= _FEWEST and 3 * shared >= 2 * max(len(one), len(other))
