"""
Where words stand in a file that is more than its text: a paragraph or a footnote, the cell of a table, a page.

A ``Document`` is text, and its offsets count code points of that. A person who looks for a number in a Word file, a
workbook or a PDF needs the file's own places; each format says what they are called.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from factcheck.model.frozen import frozen

Box = tuple[float, float, float, float]
"""Left, bottom, right and top on a page, from its lower left corner [points of 1/72 inch]."""


@frozen
class Origin:
    """A place in a file, from the outside in."""

    steps: tuple[tuple[str, int | str], ...]
    """What it is called, and which: ``("table", 2), ("row", 4), ("column", 3)``; numbers count from 1."""
    label: str = ""
    """Of a cell: what its row is called."""
    boxes: tuple[Box, ...] = ()
    """Of words on a page: what they cover, a box a line."""

    def __str__(self) -> str:
        """
        The place for a person; what the row is called stands behind its number.

        >>> str(Origin((("table", 2), ("row", 4), ("column", 3)), "Total")), str(Origin((("page", 3),)))
        ('table 2, row 4, “Total”, column 3', 'page 3')
        """
        words = []
        for name, value in self.steps:
            words.append(f"{name} “{value}”" if name == "sheet" else f"{name} {value}".removeprefix("element "))
            if name in ("row", "cell") and self.label:
                words.append(f"“{self.label}”")
        # Names and labels are words of the file: no control, and nothing that turns a line around.
        return "".join(sign if sign.isprintable() else "\ufffd" for sign in ", ".join(words))


@dataclass(frozen=True)
class Origins:
    """The places of a document's text in its file, in the order of the text."""

    starts: Sequence[int]
    """Where the words begin that stand at a place [offsets in the text]."""
    places: Sequence[Origin]

    def at(self, start: int, end: int) -> Origin | None:
        """The place of a passage: that of its first word. ``None`` where it has none."""
        at = self._piece(start)
        return self.places[at] if at >= 0 else None

    def _piece(self, start: int) -> int:
        """Which of the places an offset belongs to; −1 before the first."""
        return bisect_right(self.starts, start) - 1


def line_starts(text: str) -> list[int]:
    """
    The offset at which each line begins; CR LF, LF and CR end a line.

    >>> line_starts("a\\r\\nb\\rc")
    [0, 3, 5]
    """
    starts, at = [0], 0
    if "\r" not in text:
        while (at := text.find("\n", at) + 1) > 0:
            starts.append(at)
        return starts
    for line in text.replace("\r\n", "\0\n").replace("\r", "\n").split("\n"):
        at += len(line) + 1
        starts.append(at)
    return starts[:-1]


@dataclass(frozen=True)
class Original:
    """
    The text of a file from which a document's was taken (of a page in HTML, what it shows), and where each word of
    it stands there.

    >>> its = Original("<b>4</b>\\n&lt; 5", (0, 2, 3), (3, 9, 13))
    >>> its.offset(0), its.offset(4), its.document_offset(13)
    (3, 14, 3)
    """

    text: str = field(repr=False)
    starts: Sequence[int]
    """Offsets in the document, ascending: from each to the next the two texts run alike."""
    offsets: Sequence[int]
    """The same places in the file's text."""

    def offset(self, at: int) -> int:
        """The offset in the file of an offset in the document."""
        piece = bisect_right(self.starts, at) - 1
        if piece < 0:
            return 0
        limit = self.offsets[piece + 1] if piece + 1 < len(self.offsets) else len(self.text)
        return max(self.offsets[piece], min(self.offsets[piece] + at - self.starts[piece], limit))

    def document_offset(self, offset: int) -> int:
        """The offset in the document of the word that stands last before an offset in the file; 0 before the first."""
        piece = bisect_right(self._ascending, offset) - 1
        return self.starts[piece] if piece >= 0 else 0

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset at which each line of the file begins."""
        return line_starts(self.text)

    @cached_property
    def _ascending(self) -> list[int]:
        """The offsets in the file; what a parser moved up (text between the cells of a table) counts as the last."""
        found, last = [], 0
        for offset in self.offsets:
            last = max(last, offset)
            found.append(last)
        return found
