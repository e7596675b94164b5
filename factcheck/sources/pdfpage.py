"""
The lines of a PDF's pages as pdfium finds them, each with its place and its size.

A call to pdfium for each letter would take longer than reading the text: only the ends of a line are asked for, and
the gaps in one that is wider than its letters need, as the row of a table is.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

from factcheck.model.frozen import frozen
from factcheck.model.regex import regex
from factcheck.sources.layout import raised
from factcheck.sources.pdfletter import Letters

_END = "\r\n"
"""The end of a line."""
_HYPHEN = regex(r"[\ufffe\x02]")
"""A hyphen at the end of a line, and that end."""
_DRAWN = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "‣", "\uf0fc": "•", "\u00ad": "-"}
"""Bullets as Word's symbol fonts number them; a hyphen that is drawn."""
_WORD = regex(r"\S+")
_LOOSE = 0.6
"""A line that takes more width for a letter is looked at for gaps [of the size of its letters]."""
_GAP = 1.0
"""White space as wide as that parts columns [of the size of the letters]."""
_ON = 0.5
"""How far above or below a line words may stand that are on it [of the size of its letters]."""
_SPACE = 0.15
"""White space as wide as that parts words."""
_SMALL = 0.9
"""Letters of less than this part of a line's size are notes above it, or below."""
_NARROW = 0.45
"""In a line beside the row of a table, white space as wide as that parts columns."""
_FAR = 3.0
"""How far below one row of a table the next may stand [of the size of the letters]."""
_EDGE = 3.0
"""How far the edges of a column's cells may lie apart [points]."""


@frozen
class Cell:
    """Words of a line with no gap in them."""

    parts: tuple[tuple[str, int], ...]
    """The words, and the number of their first letter on the page; −1 where they have none."""
    left: float
    right: float

    @property
    def words(self) -> str:
        """All of them."""
        return "".join(words for words, _ in self.parts)


@frozen
class Line:
    """A line of a page."""

    page: int
    """From 0."""
    cells: tuple[Cell, ...]
    """One, but in the row of a table."""
    words: str
    """All of it."""
    left: float
    """Where it begins [points from the left edge]."""
    right: float
    """Where it ends."""
    base: float
    """How high it stands above the foot of the page [points]."""
    size: float
    """Of its letters [points]."""
    height: float
    """Of the page [points]."""
    hyphen: bool = False
    """Whether a word goes on in the next line."""


def lines_of(document: Any, number: int) -> list[Line]:
    """The lines of a page, in the order of the file."""
    page = document[number]
    text = page.get_textpage()
    try:
        return _Page(number, page.get_height(), text).lines()
    finally:
        text.close()
        page.close()


class _Page:
    """One page, while its lines are read."""

    def __init__(self, number: int, height: float, text: Any) -> None:
        self.number, self.height = number, height
        self.text = _drawn(text.get_text_range())
        self.letters = Letters(text)

    def lines(self) -> list[Line]:
        """The lines, those of one height put together."""
        found: list[Line] = []
        at = 0
        has_hyphens = bool(_HYPHEN.search(self.text))
        for words in self.text.split(_END):
            *broken, last = _HYPHEN.split(words) if has_hyphens else (words,)
            for part in broken:
                self._add(found, part, at, True)
                at += len(part) + 1
            self._add(found, last, at, False)
            at += len(last) + len(_END)
        return self._rows(found)

    def _add(self, found: list[Line], words: str, start: int, hyphen: bool) -> None:
        """A line to those before it; ``start`` is the number of its first letter."""
        line = self._line(words, start, hyphen)
        if line is None:
            return
        if found and abs(found[-1].base - line.base) < _ON * line.size and _is_same(found[-1], line):
            line = _joined(found.pop(), line)
        found.append(line)

    def _rows(self, lines: list[Line]) -> list[Line]:
        """
        The same with the rows of tables in cells: a line with gaps is one where the line above or below has gaps in
        the same places, and then their neighbours are looked at more closely. Other lines are one cell.
        """
        gapped = [at for at, line in enumerate(lines) if len(line.cells) > 1]
        if not gapped:
            return lines
        rows = [at for at in gapped if self._has_row_beside(lines, at)]
        close = {at: self._closely(lines[at]) for at in rows}
        while rows:
            at = rows.pop()
            for its in (at - 1, at + 1):
                if its in close or not 0 <= its < len(lines) or not is_near(close[at], lines[its]):
                    continue
                row, other = close[at], self._closely(lines[its])
                fits = 1 < len(other.cells) <= len(row.cells) + 1
                if fits and (_are_aligned(row, other) or _has_lanes(row, other)):
                    close[its] = other
                    rows.append(its)
        return [close.get(at) or _whole(line) for at, line in enumerate(lines)]

    def _has_row_beside(self, lines: list[Line], at: int) -> bool:
        beside = [lines[its] for its in (at - 1, at + 1) if 0 <= its < len(lines)]
        return any(len(its.cells) > 1 and is_near(lines[at], its) and _are_aligned(lines[at], its) for its in beside)

    def _closely(self, line: Line) -> Line:
        """A line in cells, parted where a word of prose would not be."""
        parts: list[Cell] = []
        for cell in line.cells:
            whole = len(cell.parts) == 1
            parts += self._cells(*cell.parts[0], line.size, _NARROW) if whole else [cell]
        return replace(line, cells=tuple(parts))

    def _line(self, whole: str, start: int, hyphen: bool) -> Line | None:
        bare = whole.strip()
        if not bare:
            return None
        start += len(whole) - len(whole.lstrip())
        left, base, right, size = self.letters.line(start, start + len(bare) - 1)
        words = self._with_notes(bare, start, size) if bare[-1].isdecimal() else bare
        cells: tuple[Cell, ...] = (Cell(((words, start),), left, right),)
        if right - left > _LOOSE * size * len(bare):
            cells = tuple(self._cells(words, start, size))
        return Line(self.number, cells, words, left, right, base, size, self.height, hyphen)

    def _with_notes(self, words: str, start: int, size: float) -> str:
        """A line whose last digits are smaller, as those of a power and of a note are."""
        first = len(words)
        while first and words[first - 1].isdecimal() and self.letters.size(start + first - 1) < _SMALL * size:
            first -= 1
        if first in (0, len(words)):
            return words
        above = self.letters.base(start + first)[1] >= self.letters.base(start)[1]
        return words[:first] + raised(words[first:], "superscript" if above else "subscript")

    def _cells(self, words: str, start: int, size: float, gap: float = _GAP) -> list[Cell]:
        """The parts of a line between its gaps."""
        found: list[Cell] = []
        begun = 0
        for match in _WORD.finditer(words):
            first, last = self.letters.box(start + match.start()), self.letters.box(start + match.end() - 1)
            left = first[0] if first else self.letters.base(start + match.start())[0]
            right = last[2] if last else left
            if found and left - found[-1].right < gap * size:
                left = found.pop().left
            else:
                begun = match.start()
            found.append(Cell(((words[begun : match.end()], start + begun),), left, right))
        return found


def _drawn(text: str) -> str:
    """A text with its signs as they are drawn, one letter for one. Few pages have any: looking for five is quick."""
    for sign in filter(text.__contains__, _DRAWN):
        text = text.replace(sign, _DRAWN[sign])
    return text


def is_near(one: Line, other: Line) -> bool:
    """Whether two lines stand one below the other, with no other between them."""
    return 0 < abs(one.base - other.base) < _FAR * max(one.size, other.size)


def _are_aligned(one: Line, other: Line) -> bool:
    """Whether two columns at least begin or end in the same places in both."""
    lefts = sum(any(abs(a.left - b.left) < _EDGE for b in other.cells) for a in one.cells)
    rights = sum(any(abs(a.right - b.right) < _EDGE for b in other.cells) for a in one.cells)
    middles = sum(any(abs(a.left + a.right - b.left - b.right) < 2 * _EDGE for b in other.cells) for a in one.cells)
    # Lines of prose that are set to one width begin and end together too: of those the inner edges tell.
    return max(lefts, rights, middles) > 1 and not (_is_stretched(one) and _is_stretched(other))


def _has_lanes(one: Line, other: Line) -> bool:
    """Whether the gaps of two lines lie above one another, one by one: a head in the middle of a column of numbers."""
    if len(one.cells) != len(other.cells) or len(one.cells) < 3:
        return False
    gaps = zip(pairwise(one.cells), pairwise(other.cells), strict=True)
    return all(max(a.right, c.right) < min(b.left, d.left) for (a, b), (c, d) in gaps)


def _is_stretched(line: Line) -> bool:
    """Whether all white space of a line is equally wide, as in prose that is set to one width."""
    gaps = [b.left - a.right for a, b in pairwise(line.cells)]
    return len(gaps) > 1 and all(" " not in its.words for its in line.cells) and max(gaps) < 1.1 * min(gaps)


def _whole(line: Line) -> Line:
    """A line as one cell."""
    if len(line.cells) == 1:
        return line
    parts: list[tuple[str, int]] = []
    for cell in line.cells:
        parts += [(" ", -1)] * bool(parts) + list(cell.parts)
    return replace(line, cells=(Cell(tuple(parts), line.left, line.right),))


def _is_same(one: Line, other: Line) -> bool:
    """Whether what pdfium gives as two lines stands on one: behind a power or a note it begins another."""
    near = abs(one.base - other.base) < _ON * one.size
    return near and -0.3 * one.size < other.left - one.right < 2 * _GAP * one.size


def _joined(one: Line, other: Line) -> Line:
    """Two lines as one."""
    before, first = one.cells[-1], other.cells[0]
    gap = first.left - before.right
    cells = one.cells + other.cells
    if gap < _GAP * one.size:
        space = ((" ", -1),) if gap > _SPACE * one.size else ()
        cell = Cell((*before.parts, *space, *first.parts), before.left, first.right)
        cells = (*one.cells[:-1], cell, *other.cells[1:])
    words = " ".join(cell.words for cell in cells)
    return Line(one.page, cells, words, one.left, other.right, one.base, one.size, one.height, other.hyphen)
