"""
What a format gives: the words of a file, their blocks and tables, and where each of them stands in it.

A text is its own words (``Layout``). Of a file that is more than text the words are put together (``Builder``): blocks
with an empty line between them, a row of a table on a line, a tab between its cells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from factcheck.model.cells import Table
from factcheck.model.document import Block, BlockKind, Offsets
from factcheck.model.frozen import frozen
from factcheck.model.origin import Origin, Original, Origins
from factcheck.sources.block import words_start
from factcheck.sources.refused import RefusedError
from factcheck.sources.sentence import split
from factcheck.sources.table import rows

Place = TypeVar("Place")

MAX_CELLS = 1_000_000
"""How many cells a table may have; what has more is data, not a text [cells]."""


@dataclass(frozen=True)
class Layout:
    """The words of a file, and how they are laid out."""

    text: str = field(repr=False)
    blocks: tuple[Block, ...]
    tables: Mapping[int, Table] = field(default_factory=dict)
    """The cells of each block that is a table, by its start."""
    origins: Origins | None = None
    original: Original | None = None
    silent: frozenset[BlockKind] = frozenset({BlockKind.CODE})
    """The kinds of blocks that no sentence stands in."""

    @classmethod
    def of(cls, text: str, blocks: Iterable[Block], silent: frozenset[BlockKind] = silent) -> Layout:
        """A text, whose tables are written with pipes, borders or gaps."""
        found = tuple(blocks)
        tables = {
            block.start: Table(tuple(rows(text, block.start, block.end)))
            for block in found
            if block.kind == BlockKind.TABLE
        }
        return cls(text, found, tables, silent=silent)

    def sentences(self, body: Offsets) -> Iterator[Offsets]:
        """The sentences in the body; each cell of a table is one of its own."""
        for block in self.blocks:
            start, end = max(block.start, body[0]), min(block.end, body[1])
            if start >= end or block.kind in self.silent:
                continue
            if block.kind == BlockKind.TABLE:
                cells = self.tables[block.start].spoken()
                yield from ((max(a, start), min(b, end)) for a, b in cells if max(a, start) < min(b, end))
            else:
                yield from split(self.text, max(start, words_start(self.text, block)), end)


@frozen
class Piece(Generic[Place]):
    """Some words of a file, and where they begin in it, in the terms of its format; ``None`` where that is nowhere."""

    words: str
    place: Place | None = None


Words = Sequence[Piece[Place]]


@frozen
class Cell(Generic[Place]):
    """A cell, and how many rows and columns it covers."""

    words: Words[Place]
    rows: int = 1
    columns: int = 1


@frozen
class Names:
    """What a file calls the rows and the columns of a table; by default their numbers."""

    rows: Sequence[int] = ()
    columns: Sequence[int | str] = ()

    def of(self, height: int, width: int) -> tuple[Sequence[int], Sequence[int | str]]:
        """The names of so many rows and columns."""
        return self.rows or range(1, height + 1), self.columns or range(1, width + 1)


NUMBERED = Names()


class Builder(Generic[Place]):
    """Puts the words of a file together, and keeps where they come from."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._starts: list[int] = []
        self._origins: list[Origin] = []
        self.blocks: list[Block] = []
        self.tables: dict[int, Table] = {}
        self.places: list[tuple[int, Place]] = []
        """Where each piece begins in the text, and where in the file."""

    def add(self, kind: BlockKind, words: Words[Place], origin: Origin, level: int = 0, ordinal: int = 0) -> None:
        """A block; nothing where it holds no words."""
        if not any(map(_has_words, words)):
            return
        self._part("\n\n")
        start, end = self._written(words)
        self.blocks.append(Block(kind, start, end, level, ordinal))
        self._placed(start, origin)

    def add_table(
        self, table: Iterable[Sequence[Cell[Place]]], origin: Origin, names: Names | None = NUMBERED, level: int = 0
    ) -> None:
        """A table; nothing where no cell holds words."""
        found = list(table)
        if not any(map(_has_words, (piece for row in found for cell in row for piece in cell.words))):
            return
        self._part("\n\n")
        start = self._length
        grid, spans = _Grid(), {}
        for at, cells in enumerate(found):
            if at:
                self._write("\n")
            for whole in cells:
                cell = replace(whole, rows=min(whole.rows, len(found) - at))
                column = grid.free(at)
                if column:
                    self._write("\t")
                grid.put(at, column, self._written(cell.words), cell)
                if cell.rows > 1 or cell.columns > 1:
                    spans[at, column] = cell.rows, cell.columns
            grid.free(at)
        width = max(map(len, grid.rows))
        filled = tuple(tuple(row) for row in grid.rows)
        self.blocks.append(Block(BlockKind.TABLE, start, self._length, level))
        row_names, column_names = names.of(len(filled), width) if names else ((), ())
        self.tables[start] = Table(filled, spans, row_names, column_names)
        self._placed(start, origin)

    def layout(self, original: str | None = None) -> Layout:
        """What was put together; ``original`` is the file's own text, where places are offsets in it."""
        text = "".join(self._parts)
        own = None
        if original is not None:
            starts = [start for start, _ in self.places]
            offsets = [place for _, place in self.places if isinstance(place, int)]
            own = Original(original, starts, offsets)
        return Layout(text, tuple(self.blocks), self.tables, Origins(self._starts, self._origins), own)

    def _part(self, space: str) -> None:
        if self._length:
            self._write(space)

    def _write(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)

    def _written(self, words: Words[Place]) -> Offsets:
        """Write some pieces; where they begin and end, without the white space around them."""
        text = "".join(piece.words for piece in words)
        start = self._length
        for piece in words:
            if piece.place is not None:
                self.places.append((self._length, piece.place))
            self._write(piece.words)
        bare = text.strip()
        first = start + len(text) - len(text.lstrip()) if bare else start
        return first, first + len(bare)

    def _placed(self, start: int, origin: Origin) -> None:
        self._starts.append(start)
        self._origins.append(origin)


class _Grid:
    """Cells as they fall into place: what one covers from above or from the left is taken."""

    def __init__(self) -> None:
        self.rows: list[list[Offsets]] = []
        self._taken: dict[tuple[int, int], Offsets] = {}
        self._count = 0

    def free(self, row: int) -> int:
        """The next column of a row that nothing covers."""
        while len(self.rows) <= row:
            self.rows.append([])
        cells = self.rows[row]
        while (row, len(cells)) in self._taken:
            cells.append(self._taken[row, len(cells)])
        return len(cells)

    def put(self, row: int, column: int, cell: Offsets, spans: Cell[Place]) -> None:
        """
        Place a cell; where it reaches nothing stands.

        Raises RefusedError where the table is no longer one to be read.
        """
        self._count += spans.rows * spans.columns
        if self._count > MAX_CELLS:
            raise RefusedError(
                f"a table of it has more than {MAX_CELLS:,} cells", "Take out the part that is to be read."
            )
        self.rows[row].append(cell)
        nothing = cell[1], cell[1]
        for down in range(spans.rows):
            for right in range(spans.columns):
                if down or right:
                    self._taken[row + down, column + right] = nothing


def _has_words(piece: Piece[Place]) -> bool:
    return bool(piece.words) and not piece.words.isspace()


_SUPERSCRIPT = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_SUBSCRIPT = str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋")


def raised(words: str, height: str | None) -> str:
    """
    Words above or below the line as letters that stand there: a note's sign is no part of the number before it.

    >>> "10" + raised("6", "superscript"), "CO" + raised("2", "subscript")
    ('10⁶', 'CO₂')
    """
    table = {"superscript": _SUPERSCRIPT, "subscript": _SUBSCRIPT}.get(height or "")
    return words.translate(table) if table else words


def lines(words: Words[Place]) -> Iterator[Words[Place]]:
    """The lines of a paragraph: who breaks one in Word or HTML means to, but not within a sentence."""
    line: list[Piece[Place]] = []
    for at, piece in enumerate(words):
        if piece.words == "\n" and not _goes_on(line, words[at + 1 :]):
            yield line
            line = []
        else:
            line.append(piece)
    yield line


def _goes_on(before: Words[Place], after: Words[Place]) -> bool:
    """Whether a sentence goes on behind a break: the last words end none, the next begin with a small letter."""
    last = next((its.words.rstrip()[-1] for its in reversed(before) if its.words.strip()), "")
    first = next((its.words.lstrip()[0] for its in after if its.words.strip()), "")
    return first.islower() and last not in ".!?…:;"
