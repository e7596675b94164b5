"""
A table as a grid of cells: their words, and the numbers that are all that a cell says.
"""

from __future__ import annotations

import re
from functools import cached_property

from factcheck.facts.page import Page
from factcheck.model.document import Block, Offsets
from factcheck.model.quantity import Quantity
from factcheck.model.regex import regex

_ROOM = regex(r"[\s$€£¥*_%~≈≤≥<>+,.†‡]*")
EMPTY = regex(r"[\s\-–—.]*$|n/?a$|nil$|none$", re.IGNORECASE)
"""A cell that says nothing."""
LARGEST = 400
"""Rows beyond which a table is data, not a table to be read."""


class Grid:
    """The cells of one table, their words and their numbers."""

    def __init__(self, page: Page, block: Block) -> None:
        self.page = page
        self.rows = page.document.tables[block.start].rows
        self.width = len(self.rows[0]) if self.rows else 0

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
