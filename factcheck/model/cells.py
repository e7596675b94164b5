"""
The cells of a table, whatever the file that it stands in: Markdown, Word, HTML, a workbook, CSV.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from factcheck.model.origin import Origin

Offsets = tuple[int, int]
"""A start and an end, 0-based code points, the end exclusive."""

Row = tuple[Offsets, ...]
"""The cells of a row, each without the white space around it; an empty cell has no length."""

_LONGEST = 40
"""How much of a row's first words names it [code points]."""


@dataclass(frozen=True)
class Table:
    """A table as read, the first row its header where it has one."""

    rows: tuple[Row, ...]
    """A cell that reaches over others stands in the first place that it covers; in the others nothing stands."""
    spans: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    """How far cells reach over others: by row and column (from 0) how many rows and columns they cover."""
    row_names: Sequence[int] = ()
    """What the file calls its rows; empty in a text, whose lines say it."""
    column_names: Sequence[int | str] = ()
    """What it calls its columns: a number, or in a workbook a letter."""

    @cached_property
    def _cells(self) -> list[tuple[int, int, int]]:
        """Every cell that is not empty: its start, its row and its column."""
        return sorted(
            (cell[0], at, column)
            for at, row in enumerate(self.rows)
            for column, cell in enumerate(row)
            if cell[0] < cell[1]
        )

    def spoken(self) -> Iterator[Offsets]:
        """Every cell that is not empty, in the order of the text."""
        return ((start, self.rows[row][column][1]) for start, row, column in self._cells)

    def origin(self, text: str, offset: int, base: Origin | None) -> Origin | None:
        """The place of an offset in the file, below that of the table; ``base`` where the table's cells have none."""
        at = bisect_right(self._cells, (offset, len(self.rows), 0)) - 1
        if at < 0 or not self.row_names:
            return base
        _, row, column = self._cells[at]
        number, name = self.row_names[row], self.column_names[column]
        own = (("cell", f"{name}{number}"),) if isinstance(name, str) else (("row", number), ("column", name))
        return Origin((*(base.steps if base else ()), *own), self._label(text, row, column))

    def _label(self, text: str, row: int, column: int) -> str:
        """What a row is called: its first words, where these are not the cell itself and no number."""
        for at, (start, end) in enumerate(self.rows[row]):
            if start < end:
                words = " ".join(text[start:end].split())
                told = at != column and any(map(str.isalpha, words))
                return (words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…") if told else ""
        return ""
