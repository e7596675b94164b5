"""
A page: a document as the patterns see it, its numbers by sentence and block, its lists as wholes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from factcheck.model.contents import Breakdown, Contents, NameList
from factcheck.model.document import Block, BlockKind, Document, Offsets
from factcheck.model.quantity import Modifier, Name, Quantity
from factcheck.model.relation import Names
from factcheck.model.stated import Printing, Stated
from factcheck.model.wording import plural
from factcheck.sources.cue import open_list_cue

_NOT_PROSE = (BlockKind.CODE, BlockKind.TABLE, BlockKind.FRONT_MATTER, BlockKind.FURNITURE)


@dataclass(frozen=True, slots=True)
class Items:
    """A list of a page: items of one depth, or headings of one level."""

    items: tuple[Block, ...]
    before: int
    """The block before the first item, by its place in ``Document.blocks``; -1 where there is none."""
    after: int
    """The first block behind the list."""


class Page:
    """A document and what was read in it."""

    def __init__(self, document: Document, contents: Contents) -> None:
        self.document, self.contents, self.text = document, contents, document.text
        self._starts = [its.start for its in contents.quantities]

    def quantities(self, start: int, end: int) -> tuple[Quantity, ...]:
        """The quantities whose number stands between two offsets, in order."""
        first = bisect_left(self._starts, start)
        found = []
        for quantity in self.contents.quantities[first:]:
            if quantity.start >= end:
                break
            if quantity.number_end <= end:
                found.append(quantity)
        return tuple(found)

    def breakdowns(self, start: int, end: int) -> tuple[Breakdown, ...]:
        """The breakdowns that begin between two offsets."""
        return tuple(its for its in self.contents.breakdowns if start <= its.start < end)

    def sentences(self, block: Block) -> list[Offsets]:
        """The sentences of a block."""
        first = bisect_left(self.document.sentences, (block.start, block.start))
        found = []
        for start, end in self.document.sentences[first:]:
            if start >= block.end:
                break
            found.append((start, end))
        return found

    @cached_property
    def prose(self) -> tuple[Block, ...]:
        """The blocks of prose in the body."""
        first, last = self.document.body
        return tuple(
            its for its in self.document.blocks if its.kind not in _NOT_PROSE and its.start < last and its.end > first
        )

    def stated(self, quantity: Quantity, label: str = "", *, group: str = "") -> Stated:
        """
        A quantity as an operand. Its key is the printing's: two patterns that use the same number share it.
        """
        said = " ".join(self.text[quantity.start : quantity.end].split())
        printing = Printing(quantity, self.document.path, said=said)
        start, _ = self.document.sentence(quantity.number_start)
        cue = open_list_cue(self.text, start, quantity.start)
        name = label or (quantity.place.text.removeprefix("the ") if quantity.place else "") or noun_of(quantity)
        return Stated(printing.key, name or said, (printing,), cue, self.document.label, False, group)

    def names(self, names: tuple[Name, ...], label: str, group: str = "") -> Names:
        """Some names as an operand."""
        start, end = names[0].start, names[-1].end
        key = f"{self.document.path}:{start}:{end}#names"
        return Names(key, label, names, self.document.path, start, end, "", self.document.label, group)

    @cached_property
    def lists(self) -> tuple[Items, ...]:
        """Every list of items, in order of first items; a nested list is one of its own."""
        return tuple(_lists(self.document.blocks))

    def name_lists(self) -> Iterator[NameList]:
        """The lists of names in the body."""
        return iter(self.contents.names)


def noun_of(quantity: Quantity) -> str:
    """What a quantity counts, in the plural; empty where that is not said."""
    return plural(quantity.counted) if quantity.counted else ""


def is_count(quantity: Quantity) -> bool:
    """Whether a quantity is a plain whole number of things: no hedge, no unit, no range."""
    return quantity.counts and quantity.value is not None and quantity.modifier == Modifier.EXACT


def _lists(blocks: tuple[Block, ...]) -> Iterator[Items]:
    open_lists: list[tuple[int, list[Block], int]] = []
    for at, block in enumerate(blocks):
        level = block.level if block.kind not in (BlockKind.HEADING, BlockKind.FURNITURE) else 0
        while open_lists and level < open_lists[-1][0]:
            _, items, before = open_lists.pop()
            yield Items(tuple(items), before, at)
        if block.kind != BlockKind.LIST_ITEM:
            continue
        if open_lists and open_lists[-1][0] == level:
            open_lists[-1][1].append(block)
        else:
            open_lists.append((level, [block], at - 1))
    for _, items, before in open_lists:
        yield Items(tuple(items), before, len(blocks))
