"""
Paragraphs and tables of the lines of a PDF.

A file has lines at places, no more. A line goes on in the next where that stands just below it, in the same size, and
where its first word would not have fitted at the end; at the foot of a column or a page where no sentence ends. A line
that stands on most pages at the same height is a running head or foot. Rows with gaps in the same places are a table.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import compress, pairwise

from factcheck.model.document import BlockKind
from factcheck.model.origin import Origin
from factcheck.model.regex import regex
from factcheck.sources.block import ITEM
from factcheck.sources.layout import Builder, Cell, Piece
from factcheck.sources.pdfpage import Cell as Words
from factcheck.sources.pdfpage import Line, is_near

_MARGIN = 0.12
"""How much of a page's height its head and its foot may take, each."""
_REPEATED = 0.3
"""On what share of the pages a line stands that is a running head."""
_HEADING = 1.15
"""How much larger than the text a heading is printed."""
_PITCH = 1.35
"""How much farther below than usual a line stands that begins a paragraph."""
_INDENT = 0.8
"""How far a first line is indented at least [of the size of its letters]."""
_ENDS = regex(r"[.!?…:;][\"'”’)\]»]*$")
_JOINS = ("—", "–", "/", "‐", "-")
_TAIL = 8
"""How much of a line's end is looked at [code points]."""
_LETTER_HYPHEN = regex(r"[^\W\d_]{2,}[-‐]$")
_NUMBER = regex(r"\d+")
_PAGE = regex(
    r"(?:\W*(?:page )?\d{1,4}(?: ?(?:/|of) ?\d{1,4})?\W*|(?:file|https?)://\S+(?: \d+/\d+)?"
    r"|\d{1,2}/\d{1,2}/\d{2,4}, \d.*)$"
)
"""A foot or a head that stands on one page only: a page number; what a browser prints there."""

Letter = tuple[int, int]


class Flow:
    """Puts the lines of some pages together."""

    def __init__(self, pages: Sequence[Sequence[Line]]) -> None:
        self.builder: Builder[Letter] = Builder()
        self._running = _running(pages)
        lines = [line for page in pages for line in page]
        self._size = _commonest((round(line.size, 1), len(line.words)) for line in lines)
        running = [self._is_furniture(line) for line in lines]
        self._flowing = flowing = [line for line, its in zip(lines, running, strict=True) if not its]
        below = [_is_below(one, other) for one, other in pairwise(flowing)]
        rights = _measures(flowing, below)
        pairs = zip(pairwise(flowing), rights, below, strict=False)
        self._pitch = _commonest(
            (round((one.base - other.base) / one.size * 5) / 5, 1)
            for (one, other), right, is_below in pairs
            if is_below and one.right > right - one.size
        )
        for block in self._blocks(flowing, rights, below):
            self._add(block)
        for line in compress(lines, running):
            self.builder.add(BlockKind.FURNITURE, _pieces(line), Origin(()))

    @cached_property
    def _words(self) -> Counter[str]:
        """How often each word stands in the text."""
        return Counter(word for line in self._flowing for word in line.words.lower().split())

    def _is_furniture(self, line: Line) -> bool:
        return _is_marginal(line) and (_key(line) in self._running or bool(_PAGE.match(line.words)))

    def _blocks(self, lines: Sequence[Line], rights: Sequence[float], below: Sequence[bool]) -> Iterator[list[Line]]:
        """
        The lines of each paragraph, heading and table; ``rights`` is how far those beside each reach, ``below`` whether
        the next stands below it.
        """
        block = list(lines[:1])
        for line, right, is_below in zip(lines[1:], rights, below, strict=False):
            if not self._goes_on(block, line, right, is_below):
                yield block
                block = []
            block.append(line)
        if block:
            yield block

    def _goes_on(self, block: Sequence[Line], line: Line, right: float, is_below: bool) -> bool:
        """Whether a line belongs to the block before it; ``right`` is where the lines there end."""
        last = block[-1]
        if len(last.cells) > 1 or len(line.cells) > 1:
            return len(last.cells) > 1 and len(line.cells) > 1 and last.page == line.page and is_near(last, line)
        if abs(last.size - line.size) > 0.1 * last.size or _item(line.words):
            return False
        if last.hyphen:
            return True
        word = line.words.partition(" ")[0]
        width = (line.right - line.left) * (len(word) + 1) / len(line.words)
        if last.right + width <= right - 0.5 * last.size:
            return False
        if not is_below:
            return not _ENDS.search(last.words[-_TAIL:])
        indented = line.left > last.left + _INDENT * line.size
        if indented and (len(block) > 1 or not _item(last.words)):
            return False
        return (last.base - line.base) / last.size <= _PITCH * self._pitch

    def _add(self, block: Sequence[Line]) -> None:
        page = Origin((("page", block[0].page + 1),))
        if len(block[0].cells) > 1 and len(block) > 1:
            self.builder.add_table(_rows(block), page, None)
            return
        first = block[0]
        pieces: list[Piece[Letter]] = []
        for line, following in pairwise(block):
            pieces += self._line(line, following)
        pieces += _pieces(block[-1])
        item = _item(first.words)
        if item:
            self.builder.add(BlockKind.LIST_ITEM, pieces, page, 1, int(item[3]) if (item[3] or "").isdecimal() else 0)
        elif first.size >= _HEADING * self._size:
            self.builder.add(BlockKind.HEADING, pieces, page, 1 if first.size >= 1.5 * self._size else 2)
        else:
            self.builder.add(BlockKind.PARAGRAPH, pieces, page)

    def _line(self, line: Line, following: Line) -> list[Piece[Letter]]:
        """The words of a line, and what stands between them and the next."""
        pieces, words = _pieces(line), line.words
        if not line.hyphen and not words.endswith(_JOINS):
            return [*pieces, Piece(" ")]
        words += "-" * line.hyphen
        if _LETTER_HYPHEN.search(words[-_TAIL:]) and self._is_broken(words, following.words, line.hyphen):
            pieces[-1] = Piece(pieces[-1].words.rstrip().removesuffix("-").removesuffix("‐"), pieces[-1].place)
            return pieces
        return [*pieces, Piece("-" if line.hyphen else " " if words.endswith((" -", " –", " —")) else "")]

    def _is_broken(self, before: str, after: str, hyphen: bool) -> bool:
        """
        Whether a hyphen stands only because a line ends there ("coordi-nated"), not in "ten-month": both of the
        latter's words stand elsewhere in the text by themselves, or the whole with its hyphen.
        """
        if not after[0].islower():
            return False
        first = before.lower().split()[-1].rstrip("-‐").lstrip("(“\"'")
        second = after.lower().split()[0].rstrip(".,;:!?)”\"'")
        if self._words[first + second]:
            return True
        # The parts themselves stand at the ends of their lines, and count there.
        both = self._words[first] > hyphen and self._words[second] > 1
        return not (both or self._words[f"{first}-{second}"])


def _running(pages: Sequence[Sequence[Line]]) -> frozenset[tuple[str, int]]:
    """The lines that stand on many pages, by their words without numbers and their height."""
    if len(pages) < 2:
        return frozenset()
    counts = Counter(key for page in pages for key in {_key(line) for line in page if _is_marginal(line)})
    least = max(2, min(10, _REPEATED * len(pages)))
    return frozenset(key for key, count in counts.items() if count >= least)


def _is_marginal(line: Line) -> bool:
    """Whether a line stands in the head or the foot of its page."""
    return not _MARGIN * line.height < line.base < (1 - _MARGIN) * line.height


def _key(line: Line) -> tuple[str, int]:
    return _NUMBER.sub("0", line.words), round(line.base / 3)


def _measures(lines: Sequence[Line], below: Sequence[bool]) -> list[float]:
    """For each line how far to the right the lines of its column reach."""
    found: list[float] = []
    start = 0
    for at, ((line, following), is_below) in enumerate(zip(pairwise(lines), below, strict=True), 1):
        if not is_below or abs(line.size - following.size) > 0.1 * line.size:
            found += [max(its.right for its in lines[start:at])] * (at - start)
            start = at
    found += [max((its.right for its in lines[start:]), default=0.0)] * (len(lines) - start)
    return found


def _is_below(one: Line, other: Line) -> bool:
    """Whether a line stands below another in its column."""
    return one.page == other.page and other.base < one.base and other.left < one.right and other.right > one.left


def _commonest(values: Iterable[tuple[float, int]]) -> float:
    """The value with the greatest weight."""
    weights: defaultdict[float, int] = defaultdict(int)
    for value, weight in values:
        weights[value] += weight
    return max(weights, key=weights.__getitem__, default=1.0)


def _item(words: str) -> re.Match[str] | None:
    """The sign or the number of an item; most lines begin with a word, which is seen without looking for one."""
    return None if words[0].isalpha() and words[1:2] != ")" else ITEM.match(words)


def _pieces(line: Line) -> list[Piece[Letter]]:
    if len(line.cells) == 1:
        return _parts(line, line.cells[0])
    pieces: list[Piece[Letter]] = []
    for cell in line.cells:
        pieces += [Piece(" ")] * bool(pieces) + _parts(line, cell)
    return pieces


def _parts(line: Line, cell: Words) -> list[Piece[Letter]]:
    return [Piece(words, (line.page, letter) if letter >= 0 else None) for words, letter in cell.parts]


def _rows(block: Sequence[Line]) -> list[list[Cell[Letter]]]:
    """The rows of a table: cells that stand above one another are of one column."""
    columns = _columns(block)
    rows = []
    for line in block:
        row: list[Cell[Letter]] = [Cell(())] * len(columns)
        at = 0
        for cell in line.cells:
            while at < len(columns) - 1 and columns[at][1] <= cell.left:
                at += 1
            row[at] = Cell((*row[at].words, *[Piece(" ")] * bool(row[at].words), *_parts(line, cell)))
        rows.append(row)
    return rows


def _columns(block: Sequence[Line]) -> list[tuple[float, float]]:
    """Where the columns of a table stand: what overlaps from row to row, in the rows with most cells."""
    most = max(len(line.cells) for line in block)
    spans = sorted((cell.left, cell.right) for line in block if len(line.cells) == most for cell in line.cells)
    found: list[tuple[float, float]] = []
    for left, right in spans:
        if found and left < found[-1][1]:
            found[-1] = found[-1][0], max(right, found[-1][1])
        else:
            found.append((left, right))
    return found
