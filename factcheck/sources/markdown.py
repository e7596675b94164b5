"""
Markdown, and reStructuredText and AsciiDoc as far as their headings, lists, tables and code look alike.

Sentences are those of headings, paragraphs, items and quotes; each cell of a table is one of its own. Code
and front matter are no prose, and within prose markup is none (``prose``).

>>> text = "# Two things\\n\\nThey are:\\n\\n* one\\n* two\\n  1. deep\\n"
>>> [(str(block.kind), block.level, block.ordinal) for block in blocks(text, (0, len(text)))[0]]
[('heading', 1, 0), ('paragraph', 0, 0), ('list_item', 1, 0), ('list_item', 1, 0), ('list_item', 2, 1)]
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.document import Block, BlockKind, Offsets
from factcheck.sources.block import BlockReader, words_start
from factcheck.sources.markup import masked
from factcheck.sources.sentence import split
from factcheck.sources.table import rows

SUFFIXES = (".md", ".markdown", ".rst", ".adoc")

_PROSE = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE})


def blocks(text: str, body: Offsets) -> tuple[tuple[Block, ...], tuple[Offsets, ...]]:
    """The blocks of the whole text, and the sentences of the body."""
    found = tuple(BlockReader(text).blocks())
    return found, tuple(sentences(text, found, body))


def prose(text: str) -> str:
    """The text with its markup as spaces, offset for offset."""
    return masked(text)


def sentences(text: str, found: tuple[Block, ...], body: Offsets) -> Iterator[Offsets]:
    """The sentences of some blocks, as far as they lie in the body."""
    for block in found:
        if block.start >= body[1] or block.end <= body[0]:
            continue
        if block.kind in _PROSE:
            yield from split(text, max(words_start(text, block), body[0]), min(block.end, body[1]))
        elif block.kind == BlockKind.TABLE:
            for row in rows(text, max(block.start, body[0]), min(block.end, body[1])):
                yield from ((start, end) for start, end in row if start < end)
