"""
A source as text: its blocks, its sentences, and for every offset its place in the original.

Offsets are 0-based code points, the end exclusive; lines and columns are 0-based inside the program
and 1-based where a person or a file format reads them (``Place``).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from factcheck.model.cells import Offsets as Offsets
from factcheck.model.cells import Table
from factcheck.model.frozen import frozen
from factcheck.model.origin import Origin, Original, Origins, line_starts


class BlockKind(StrEnum):
    """What a block of a document is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE = "table"
    QUOTE = "quote"
    CODE = "code"
    FRONT_MATTER = "front_matter"
    FURNITURE = "furniture"


@frozen
class Block:
    """A block of a document: a paragraph, a heading, an item of a list, a table."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    """Of a heading: 1 to 6. Of a list item: how deep it is nested, from 1."""
    ordinal: int = 0
    """Of an item of a numbered list: its number; 0 elsewhere."""


@frozen
class Place:
    """Where an offset lies, for a person: all 1-based."""

    line: int
    column: int
    paragraph: int

    def __str__(self) -> str:
        return f"{self.line}:{self.column}"


@dataclass(frozen=True)
class Document:
    """
    A source as read.

    ``text`` is the whole file without its byte order mark, line ends as they are; of a file that is more than text,
    its words. ``body`` is the part that states the claims (the reader's comment below an article is not the article).
    """

    path: str
    """As the user named it, relative to the working directory, with forward slashes."""
    text: str = field(repr=False)
    blocks: tuple[Block, ...] = field(default=(), repr=False)
    sentences: tuple[Offsets, ...] = field(default=(), repr=False)
    """The sentences of the prose in the body, in order."""
    body: Offsets = (0, 0)
    label: str = "the text"
    """How messages call it: "the article"."""
    tables: Mapping[int, Table] = field(default_factory=dict, repr=False)
    """The cells of each block that is a table, by its start."""
    origins: Origins | None = field(default=None, repr=False)
    """Where its words stand in a file that is more than text."""
    original: Original | None = field(default=None, repr=False)
    """The file's own text, where this one was taken from it."""
    encoding: str = ""
    """What its bytes were taken for, where they are no Unicode and do not say it: "Windows-1252"."""

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset at which each line of the text begins."""
        return line_starts(self.text)

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    @property
    def has_lines(self) -> bool:
        """Whether a person can open the file at a line: no Word file and no PDF has any."""
        return self.origins is None or self.original is not None

    def place(self, offset: int) -> Place:
        """The line and the column of an offset, in the file where that has lines, and its paragraph in the text."""
        paragraph = bisect_right(self._block_starts, offset)
        starts = self.line_starts
        if self.original is not None:
            offset, starts = self.original.offset(offset), self.original.line_starts
        line = bisect_right(starts, offset)
        return Place(line, offset - starts[line - 1] + 1, max(paragraph, 1))

    def end_place(self, start: int, end: int) -> Place:
        """The same of the end of a passage, behind its last character."""
        if self.original is None or end <= start:
            return self.place(end)
        last = self.place(end - 1)
        return Place(last.line, last.column + 1, last.paragraph)

    def origin(self, start: int, end: int) -> Origin | None:
        """Where a passage stands in a file that is more than text; ``None`` in a text, whose lines say it."""
        found = self.origins.at(start, end) if self.origins else None
        block = self.block(start) if self.tables else None
        table = self.tables.get(block.start) if block else None
        return table.origin(self.text, start, found) if table else found

    def where(self, offset: int) -> str:
        """The place of an offset for a person: "9:49"; in a file without lines "page 3"."""
        return str(self.place(offset) if self.has_lines else self.origin(offset, offset + 1) or "")

    def line(self, number: int) -> str:
        """A 1-based line of the file, without its end."""
        if self.original is not None:
            return _line(self.original.text, self.original.line_starts, number)
        return _line(self.text, self.line_starts, number)

    def line_spans(self) -> list[Offsets]:
        """Every line, without its end."""
        ends = [*self.line_starts[1:], len(self.text)]
        lengths = [len(self.text[start:end].rstrip("\r\n")) for start, end in zip(self.line_starts, ends, strict=True)]
        return [(start, start + length) for start, length in zip(self.line_starts, lengths, strict=True)]

    def sentence(self, offset: int) -> Offsets:
        """The sentence that an offset lies in; where it lies in none, its line."""
        at = bisect_right(self._sentence_starts, offset) - 1
        if at >= 0 and offset < self.sentences[at][1]:
            return self.sentences[at]
        line = bisect_right(self.line_starts, offset)
        start = self.line_starts[line - 1]
        return start, start + len(_line(self.text, self.line_starts, line))

    def block(self, offset: int) -> Block | None:
        """The block that an offset lies in, or ``None``."""
        at = bisect_right(self._block_starts, offset) - 1
        return self.blocks[at] if at >= 0 and offset < self.blocks[at].end else None


def _line(text: str, starts: list[int], number: int) -> str:
    end = starts[number] if number < len(starts) else len(text)
    return text[starts[number - 1] : end].rstrip("\r\n")
