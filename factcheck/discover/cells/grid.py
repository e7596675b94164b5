"""
A table as a grid of cells: their words, and the numbers that are all that a cell says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from factcheck.checks.operand import PERCENT
from factcheck.facts.page import Page
from factcheck.model.cells import Row
from factcheck.model.document import Block, BlockKind, Offsets
from factcheck.model.frozen import frozen
from factcheck.model.number import Rational, magnitude
from factcheck.model.quantity import Quantity
from factcheck.model.regex import regex

_ROOM = regex(r"[\s$€£¥*_%~≈≤≥<>+,.†‡]*")
_OPEN = regex(r"[\s$€£¥*_+]*\([\s$€£¥*_+]*")
_CLOSED = regex(r"[\s%*_†‡]*(?:\)[\s%*_†‡]*)?")
_BETWEEN = regex(r"[\s*_%]*[(\[][\s*_]*")
_SIGNS = regex(r"[\s$€£¥()%*_]*")
_INSET = regex(r"(?:&nbsp;|&emsp;|&ensp;|[\s\u00a0])*")
_MARK = regex(r"(?:\W{0,8}(?:of which|of whom|thereof)\b|[-–—└↳>•]\s*(?=\w))", re.IGNORECASE)
_SAYS_PERCENT = regex(r"%|\b(?:percent(?:age)?s?|shares?|proportions?|pct)\b", re.IGNORECASE)
_SAMPLE = regex(r"\b[nN]\s?=\s?$")
EMPTY = regex(r"[\s\-–—.]*$|n/?a$|nil$|none$", re.IGNORECASE)
"""A cell that says nothing."""
LARGEST = 400
"""Rows beyond which a table is data, not a table to be read."""
_INSETS = 8
"""How far a row may be set in [columns of a text, or marks]."""


@frozen
class Figure:
    """The number of a cell with its sign, in its unit, and where it stands."""

    quantity: Quantity
    row: int
    column: int
    beside: Quantity | None = None
    """The number in brackets behind it, where that is what it is in percent: "31 (17.7)"."""

    @property
    def value(self) -> Rational:
        """Its value, negative where it stands in brackets."""
        return self.quantity.value or 0

    @property
    def digits(self) -> int:
        """How many digits it has, which is how unlikely it is to come out by chance."""
        step = self.quantity.step
        return len(str(int(magnitude(self.value) / step))) if step and self.value else 0


class Grid:
    """The cells of one table, their words and their numbers; columns of mere signs ("$", ")") are left out."""

    def __init__(self, page: Page, block: Block) -> None:
        self.page, self.block = page, block
        rows = page.document.tables[block.start].rows
        width = max(map(len, rows), default=0)
        kept = [at for at in range(width) if at == 0 or not self._is_signs(rows, at)]
        self.rows = rows if len(kept) == width else tuple(self._kept(row, kept) for row in rows)
        self.width = len(self.rows[0]) if self.rows else 0

    def _is_signs(self, rows: tuple[Row, ...], column: int) -> bool:
        """Whether nothing but signs of money and brackets stands in a column, below its head."""
        return all(_SIGNS.fullmatch(self.page.text[slice(*row[column])]) for row in rows[1:] if column < len(row))

    def _kept(self, row: Row, kept: list[int]) -> Row:
        """The cells of a row in the columns that are kept; a head that stands over one left out goes with the next."""
        found = []
        for at, column in enumerate(kept):
            before = range(kept[at - 1] + 1 if at else 0, column)
            cells = [row[its] for its in (column, *before) if its < len(row)]
            empty = cells[0] if cells else (row[-1][1], row[-1][1]) if row else (0, 0)
            found.append(next((its for its in cells if not _SIGNS.fullmatch(self.page.text[slice(*its)])), empty))
        return tuple(found)

    def words(self, row: int, column: int) -> str:
        """The text of a cell."""
        cells = self.rows[row]
        return self.page.text[slice(*cells[column])].strip() if column < len(cells) else ""

    @cached_property
    def numbers(self) -> list[list[Quantity | None]]:
        """The number that is all that a cell says; ``None`` where it says something else."""
        return [[self._number(cell) for cell in row] for row in self.rows]

    def _number(self, cell: Offsets) -> Quantity | None:
        found = self.page.quantities(*cell)
        if len(found) != 1 or found[0].value is None or found[0].hedge is not None:
            return None
        before, after = self.page.text[cell[0] : found[0].number_start], self.page.text[found[0].number_end : cell[1]]
        return found[0] if _ROOM.fullmatch(before) and len(after) < 24 and not re.search(r"[\d(]", after) else None

    @cached_property
    def figures(self) -> list[list[Figure | None]]:
        """The number of each cell with its sign; of "31 (17.7)" with what stands in brackets."""
        return [
            [self._figure(cell, at, column) if column else None for column, cell in enumerate(row)]
            for at, row in enumerate(self.rows)
        ]

    def _figure(self, cell: Offsets, row: int, column: int) -> Figure | None:
        found = self.page.quantities(*cell)
        if not found or len(found) > 2 or any(its.value is None or its.hedge for its in found):
            return None
        text, one = self.page.text, found[0]
        before, after = text[cell[0] : one.number_start], text[found[-1].number_end : cell[1]]
        if len(found) == 2:
            between = text[one.number_end : found[1].number_start]
            if _ROOM.fullmatch(before) and _BETWEEN.fullmatch(between) and len(after) < 8:
                return Figure(one, row, column, replace(found[1], unit=PERCENT))
            return None
        if _OPEN.fullmatch(before) and _CLOSED.fullmatch(after):
            return Figure(replace(one, value=-(one.value or 0)), row, column)
        plain = self._number(cell)
        if plain is not None and plain.unit is None and self._in_percent(row, column):
            plain = replace(plain, unit=PERCENT)
        return Figure(plain, row, column) if plain is not None else None

    def _in_percent(self, row: int, column: int) -> bool:
        return bool(_SAYS_PERCENT.search(self.words(0, column)) or _SAYS_PERCENT.search(self.words(row, 0)))

    @cached_property
    def head(self) -> int:
        """How many rows the header has: those above the first row with numbers behind its label, at least one."""
        for row in range(1, len(self.rows)):
            if any(its is not None for its in self.figures[row]):
                return row
        return 1

    @cached_property
    def levels(self) -> list[int]:
        """How far the label of each row is set in: by spaces, or by marks as "of which"."""
        return [self._level(row) for row in range(len(self.rows))]

    def _level(self, row: int) -> int:
        if not self.rows[row]:
            return 0
        start, end = self.rows[row][0]
        line = self.page.document.text.rfind("\n", 0, start) + 1
        written = self.page.document.text[start:end]
        inset = _INSET.match(written)
        deep = len(inset[0].replace("&nbsp;", " ").replace("&emsp;", " ")) if inset else 0
        before = self.page.document.text[line:start]
        deep += len(before.expandtabs(4)) if before.isspace() else 0
        return min(deep, _INSETS) + (1 if _MARK.match(written[inset.end() if inset else 0 :]) else 0)

    def sample(self, column: int) -> Quantity | None:
        """The number of those that a column is of, where its head gives it: "Placebo (N = 412)"."""
        for row in range(self.head):
            if column < len(self.rows[row]):
                for its in self.page.quantities(*self.rows[row][column]):
                    if its.counts and _SAMPLE.search(self.page.text[max(0, its.number_start - 4) : its.number_start]):
                        return its
        return None

    def is_amount(self, row: int, column: int) -> bool:
        """Whether a cell holds a number, or nothing."""
        return self.numbers[row][column] is not None or bool(EMPTY.match(self.words(row, column)))

    def run(self, cells: list[tuple[int, int]]) -> tuple[Quantity, ...] | None:
        """The numbers of some cells, empty ones left out; ``None`` where one is something else."""
        found = []
        for row, column in cells:
            number = self.numbers[row][column] if column < len(self.numbers[row]) else None
            if number is not None:
                found.append(number)
            elif not EMPTY.match(self.words(row, column)):
                return None
        return tuple(found) if len(found) > 1 else None


class Lines:
    """The rows of a grid, or with ``turned`` its columns, each with its label and a number at each place."""

    def __init__(self, grid: Grid, turned: bool) -> None:
        self.grid, self.turned = grid, turned
        self.first = 1 if turned else grid.head
        """The first line with numbers."""
        self.size = grid.width if turned else len(grid.rows)
        self.places = range(grid.head, len(grid.rows)) if turned else range(1, grid.width)
        """Where the lines have their numbers."""

    def figure(self, line: int, place: int) -> Figure | None:
        """The number of a line at a place."""
        row, column = (place, line) if self.turned else (line, place)
        cells = self.grid.figures[row]
        return cells[column] if column < len(cells) else None

    def is_blank(self, line: int, place: int) -> bool:
        """Whether a line says nothing at a place."""
        row, column = (place, line) if self.turned else (line, place)
        return bool(EMPTY.match(self.grid.words(row, column)))

    def label(self, line: int) -> str:
        """What a line is called."""
        if not self.turned:
            return self.grid.words(line, 0)
        return " ".join(dict.fromkeys(filter(None, (self.grid.words(at, line) for at in range(self.grid.head)))))

    def place(self, place: int) -> str:
        """What the numbers at a place of all lines are called."""
        return Lines(self.grid, not self.turned).label(place)

    def level(self, line: int) -> int:
        """How far the label of a line is set in."""
        return 0 if self.turned else self.grid.levels[line]

    @cached_property
    def filled(self) -> list[int]:
        """The lines that have a number."""
        return [at for at in range(self.first, self.size) if any(self.figure(at, its) for its in self.places)]


def grids(page: Page) -> Iterator[Grid]:
    """The tables of a page that are small enough to be read."""
    for block in page.blocks:
        if block.kind == BlockKind.TABLE:
            grid = Grid(page, block)
            if 1 < len(grid.rows) <= LARGEST and 1 < grid.width <= LARGEST:
                yield grid
