"""
Markdown, and reStructuredText and AsciiDoc as far as their headings, lists, tables and code look alike.

Sentences are those of headings, paragraphs, items and quotes; each cell of a table is one of its own. Code
and front matter are no prose, and within prose markup is none (``prose``).

>>> text = "# Two things\\n\\nThey are:\\n\\n* one\\n* two\\n  1. deep\\n"
>>> [(str(block.kind), block.level, block.ordinal) for block in layout(text).blocks]
[('heading', 1, 0), ('paragraph', 0, 0), ('list_item', 1, 0), ('list_item', 1, 0), ('list_item', 2, 1)]
"""

from __future__ import annotations

from factcheck.model.document import BlockKind
from factcheck.sources.block import BlockReader
from factcheck.sources.layout import Layout
from factcheck.sources.markup import masked

_SILENT = frozenset({BlockKind.CODE, BlockKind.FRONT_MATTER, BlockKind.FURNITURE})


def layout(text: str) -> Layout:
    """A text with its blocks."""
    return Layout.of(text, BlockReader(text).blocks(), _SILENT)


def prose(text: str) -> str:
    """The text with its markup as spaces, offset for offset."""
    return masked(text)
