"""
The lists of a document: items of one depth that belong together.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.document import Block, BlockKind, Document
from factcheck.model.frozen import frozen
from factcheck.model.quantity import Name

_LONGEST = 60
"""How much of an item's first line names it [code points]."""


@frozen
class Items:
    """A list of a page: items of one depth."""

    items: tuple[int, ...]
    """The items, by their place in ``Document.blocks``."""
    level: int
    before: int
    """The block before the first item; −1 where there is none."""
    after: int
    """The first block behind the list."""


def lists(document: Document) -> tuple[Items, ...]:
    """
    Every list of items; a nested list is one of its own, and stands before the one around it.

    >>> from factcheck.sources import document
    >>> [len(its.items) for its in lists(document("Two:\\n\\n- a\\n- b\\n  - c\\n", "x.md"))]
    [1, 2]
    """
    return tuple(_lists(document.blocks, document.text))


class Listing:
    """
    The lists of a document by the block that they stand below.

    >>> from factcheck.sources import document
    >>> listing = Listing(document("Two things:\\n\\n- a pen\\n- paper\\n", "x.md"))
    >>> [its.text for its in listing.below(4)]
    ['- a pen', '- paper']
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self._below: dict[int, Items] = {}
        for its in lists(document):
            self._below.setdefault(document.blocks[its.before].start if its.before >= 0 else -1, its)

    def below(self, offset: int) -> tuple[Name, ...]:
        """The items of the list just below the block of an offset; empty where none stands there."""
        block = self.document.block(offset)
        found = self._below.get(block.start) if block else None
        return tuple(item_name(self.document, self.document.blocks[at]) for at in found.items) if found else ()


def item_name(document: Document, block: Block) -> Name:
    """An item, or a heading, as a name: its first line."""
    line = document.text[block.start : block.end].splitlines()[0][:_LONGEST]
    return Name(line, block.start, block.start + len(line), line.lower())


def _lists(blocks: tuple[Block, ...], text: str) -> Iterator[Items]:
    """Lists end at a heading, at a block outside of them, and where the sign or the numbering starts anew."""
    around: list[tuple[int, list[int], int]] = []
    for at, block in enumerate(blocks):
        level = 0 if block.kind in (BlockKind.HEADING, BlockKind.FURNITURE) else block.level
        while around and (level < around[-1][0]):
            depth, items, before = around.pop()
            yield Items(tuple(items), depth, before, at)
        if block.kind != BlockKind.LIST_ITEM:
            continue
        if around and around[-1][0] == level and not _anew(blocks[around[-1][1][-1]], block, text):
            around[-1][1].append(at)
            continue
        if around and around[-1][0] == level:
            depth, items, before = around.pop()
            yield Items(tuple(items), depth, before, at)
        around.append((level, [at], at - 1))
    for depth, items, before in reversed(around):
        yield Items(tuple(items), depth, before, len(blocks))


def _anew(last: Block, block: Block, text: str) -> bool:
    """Whether an item begins another list than the one that stands before it at the same depth."""
    if last.ordinal and block.ordinal:
        return block.ordinal == 1 and last.ordinal != 1
    return text[last.start] != text[block.start] and not (last.ordinal or block.ordinal)
