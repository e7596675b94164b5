"""
A source as text: its blocks, its sentences, and for every offset its place in the original.

Offsets are 0-based code points, the end exclusive; lines and columns are 0-based inside the program
and 1-based where a person or a file format reads them (``Place``).
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from factcheck.model.frozen import frozen

Offsets = tuple[int, int]
"""A start and an end, 0-based code points, the end exclusive."""


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

    ``text`` is the whole file without its byte order mark, line ends as they are; ``body`` the part
    that states the claims (the reader's comment below an article is not the article).
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

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset at which each line begins; CR LF, LF and CR end a line."""
        starts, at, text = [0], 0, self.text
        if "\r" not in text:
            while (at := text.find("\n", at) + 1) > 0:
                starts.append(at)
            return starts
        for line in text.replace("\r\n", "\0\n").replace("\r", "\n").split("\n"):
            at += len(line) + 1
            starts.append(at)
        return starts[:-1]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def place(self, offset: int) -> Place:
        """The line, the column and the paragraph of an offset."""
        line = bisect_right(self.line_starts, offset)
        paragraph = bisect_right(self._block_starts, offset)
        return Place(line, offset - self.line_starts[line - 1] + 1, max(paragraph, 1))

    def line(self, number: int) -> str:
        """The text of a 1-based line, without its end."""
        start = self.line_starts[number - 1]
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

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
        line = self.place(offset).line
        start = self.line_starts[line - 1]
        return start, start + len(self.line(line))

    def block(self, offset: int) -> Block | None:
        """The block that an offset lies in, or ``None``."""
        at = bisect_right(self._block_starts, offset) - 1
        return self.blocks[at] if at >= 0 and offset < self.blocks[at].end else None
