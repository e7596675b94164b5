"""
The tables of a sheet: rows of cells, parted where nothing stands, with their titles above and their notes below.

A sheet has no tables of its own, only cells. An empty row ends a table, unless what follows is another row of numbers
in its columns: accountants leave a line free above the total. A line of one cell above or below a table is a title or
a note.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from factcheck.model.document import BlockKind
from factcheck.model.frozen import frozen
from factcheck.model.origin import Origin
from factcheck.model.regex import regex
from factcheck.sources.layout import Builder, Cell, Names, Words

Place = TypeVar("Place")

_NUMBER = regex(r"\W*\d[\d.,\s']*\W*$")
_YEAR = regex(r"(?:19|20)\d\d$")


@frozen
class Line:
    """A row of a sheet that is not empty."""

    number: int
    """From 1."""
    cells: Mapping[int, Words[Any]]
    """Its cells that are not empty, by their column from 0."""


def add(builder: Builder[Place], lines: Iterable[Line], base: Origin, named: Callable[[int], int | str]) -> None:
    """Write the lines of one sheet; ``base`` is the sheet, ``named`` what it calls a column."""
    for region in _regions(lines):
        first, last = 0, len(region)
        while first < last and len(region[first].cells) == 1:
            first += 1
        while last > first and len(region[last - 1].cells) == 1:
            last -= 1
        for line in region[:first]:
            _add_line(builder, line, base, named)
        if first < last:
            _add_table(builder, region[first:last], base, named)
        for line in region[last:]:
            _add_line(builder, line, base, named)


def _add_line(builder: Builder[Place], line: Line, base: Origin, named: Callable[[int], int | str]) -> None:
    ((column, words),) = line.cells.items()
    builder.add(BlockKind.PARAGRAPH, words, cell_origin(base, line.number, named(column)))


def _add_table(
    builder: Builder[Place], region: Sequence[Line], base: Origin, named: Callable[[int], int | str]
) -> None:
    """A table of the columns that hold something."""
    columns = sorted({column for line in region for column in line.cells})
    rows = [[Cell(line.cells.get(column, ())) for column in columns] for line in region]
    builder.add_table(rows, base, Names([line.number for line in region], [named(its) for its in columns]))


def _regions(lines: Iterable[Line]) -> Iterator[list[Line]]:
    region: list[Line] = []
    for line in lines:
        if region and line.number > region[-1].number + 1 and not _goes_on(region, line):
            yield region
            region = []
        region.append(line)
    if region:
        yield region


def _goes_on(region: Sequence[Line], line: Line) -> bool:
    """Whether a row behind an empty one belongs to the table before: it holds numbers below its columns, not years."""
    if len(line.cells) < 2 or not set(line.cells) <= {column for its in region for column in its.cells}:
        return False
    words = ["".join(piece.words for piece in line.cells[column]).strip() for column in sorted(line.cells)[1:]]
    return all(map(_NUMBER.match, words)) and not all(map(_YEAR.match, words))


def cell_origin(base: Origin, row: int, column: int | str) -> Origin:
    """The place of a cell below that of its sheet: "row 4, column 3", "cell C4"."""
    own = (("cell", f"{column}{row}"),) if isinstance(column, str) else (("row", row), ("column", column))
    return Origin((*base.steps, *own))
