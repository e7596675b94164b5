"""
What follows from cells, for a number of a sentence: totals, shares, changes, differences, averages, multiples.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.gate.fit import fits, states
from factcheck.gate.grid import Cell
from factcheck.gate.name import TIMES, stems
from factcheck.model.amount import is_percent
from factcheck.model.number import Rational, divide, magnitude
from factcheck.model.quantity import Direction, Quantity
from factcheck.model.regex import regex

TOTAL = regex(
    r"\b(?:total|totals|totall?ed|totall?ing|all|combined|together|overall|altogether|sum|across|entire)\b",
    re.IGNORECASE,
)


_AVERAGE = regex(r"\b(?:average|averag\w+|mean|per|each)\b", re.IGNORECASE)


_TIMES_AS = regex(r"\b(?:times|-?fold|double|twice|triple|half|ratio)\b", re.IGNORECASE)


_APART = regex(
    r"\b(?:more|fewer|less|ahead|behind|gap|difference|margin|lead|rose|fell|rise|fall|increas\w*|decreas\w*|up|down"
    r"|gain\w*|lost|loss|added|dropp?\w*|grew|growth|declin\w*|chang\w*|above|below|higher|lower|short)\b",
    re.IGNORECASE,
)


_OF = regex(r"\bof (?:the |a total of )?$", re.IGNORECASE)


_MOST = 400
"""Up to so many cells of a column pairs of them are looked at."""


class Derivation:
    """What follows from cells, for a number of a sentence."""

    def __init__(
        self,
        cells: Sequence[Cell],
        rows: frozenset[str],
        columns: frozenset[str],
        sentence_rows: frozenset[str],
        text: str,
        before: str,
    ) -> None:
        self.cells, self.rows, self.columns, self.text = cells, rows, columns, text
        self.sentence_rows, self.before = sentence_rows, before
        self.groups: dict[tuple[int, str], list[Cell]] = {}
        for cell in cells:
            self.groups.setdefault((cell.table, cell.column), []).append(cell)

    def of(self, quantity: Quantity) -> bool | None:
        """Whether a number follows; false where only its direction is wrong, ``None`` where nothing gives it."""
        if quantity.value is None:
            return None
        if quantity.counts and quantity.value in self._counts():
            return True
        wrong_way = False
        for value in self._values(quantity):
            if states(quantity, magnitude(value)):
                if not _is_against(quantity, value):
                    return True
                wrong_way = True
        return False if wrong_way else None

    def meant(self, quantity: Quantity) -> Rational | None:
        """The one value that the words ask for, where there is one [base unit]."""
        if not is_percent(quantity) and not (TOTAL.search(self.text) or _AVERAGE.search(self.text)):
            return None
        values = {magnitude(its) for its in self._values(quantity)}
        return values.pop() if len(values) == 1 else None

    def _counts(self) -> set[int]:
        """How many rows there are."""
        return {len({cell.row for cell in group}) for group in self.groups.values()} - {0, 1}

    def _values(self, quantity: Quantity) -> Iterator[Rational]:
        """What the number may be made of [base unit, below 0 for a fall]."""
        if is_percent(quantity) or (0 < (quantity.value or 0) < 1 and quantity.unit is None):
            yield from self._percentages(quantity)
            return
        points = quantity.unit is not None and quantity.unit.name == "percentage point"
        for group in self._groups():
            if not points and not fits(quantity, group[0].quantity):
                continue
            values = [cell.value for cell in group]
            if TOTAL.search(self.text) and len(group) > 1:
                yield from self._totals(group)
            if _AVERAGE.search(self.text) and len(group) > 1:
                yield divide(sum(values), len(values))
        for old, new in self._pairs():
            if points or (fits(quantity, old.quantity) and _APART.search(self.text)):
                yield new.value - old.value
            if _TIMES_AS.search(self.text) and old.value and new.value:
                yield divide(new.value, old.value)

    def _totals(self, group: Sequence[Cell]) -> Iterator[Rational]:
        some = [cell for cell in group if self.sentence_rows & set(cell.names)]
        shared = [cell for cell in group if self.rows <= set(cell.names)]
        if 1 < len(some) < len(group):
            yield sum((cell.value for cell in some), start=0)
        if self.rows and 1 < len(shared) < len(group):
            yield sum((cell.value for cell in shared), start=0)
        elif not self.rows or not some or len(some) == len(group) or _OF.search(self.before):
            yield sum((cell.value for cell in group), start=0)

    def _percentages(self, quantity: Quantity) -> Iterator[Rational]:
        if quantity.direction is None:
            for group in self._groups():
                total = sum((cell.value for cell in group), start=0)
                part = [cell for cell in group if self.rows and self.rows <= set(cell.names)]
                if total and part and len(part) < len(group):
                    yield divide(sum((cell.value for cell in part), start=0), total)
                if len(self.sentence_rows) == len(group) - 1 and total:
                    others = [cell for cell in group if self.sentence_rows & set(cell.names)]
                    yield divide(sum((cell.value for cell in others), start=0), total)
        for old, new in self._pairs():
            if old.value:
                yield divide(new.value - old.value, magnitude(old.value))
            if not is_percent(quantity) and old.value and new.value:
                yield from (divide(new.value, old.value), divide(old.value, new.value))

    def _groups(self) -> Iterator[list[Cell]]:
        """The columns that are named, or all."""
        for (_, column), group in self.groups.items():
            if not self.columns or column in self.columns:
                yield group

    def _pairs(self) -> Iterator[tuple[Cell, Cell]]:
        """An old value and a new one: two columns of a named row, or two rows of a column; the order is the data's."""
        by_row: dict[tuple[int, int], list[Cell]] = {}
        for cell in self.cells:
            if self.rows and self.rows <= {*cell.names, cell.column}:
                by_row.setdefault((cell.table, cell.row), []).append(cell)
        for row in by_row.values():
            for one, other in pairwise(row):
                if _of_two_times(one.column, other.column):
                    yield one, other
        for group in self._groups():
            if len(group) > _MOST:
                continue
            some = [cell for cell in group if self.sentence_rows & set(cell.names)]
            if len(some) == 2:
                yield some[0], some[1]
            elif len(some) == 1 and all(any(map(is_time, cell.names)) for cell in group):
                at = group.index(some[0])
                if at:
                    yield group[at - 1], group[at]


def is_time(name: str) -> bool:
    """
    Whether a name is that of a time.

    >>> is_time("2023"), is_time("q1 2024"), is_time("revenue 2023"), is_time("North")
    (True, True, False, False)
    """
    words = stems(name)
    return bool(words) and all(TIMES.fullmatch(its) for its in words)


def _of_two_times(one: str, other: str) -> bool:
    """Whether two columns are one measure at two times: "2023" and "2024", "sales before" and "sales after"."""
    apart = set(stems(one)) ^ set(stems(other))
    return bool(apart) and all(TIMES.fullmatch(its) for its in apart)


def _is_against(quantity: Quantity, change: Rational) -> bool:
    return (quantity.direction == Direction.UP and change < 0) or (quantity.direction == Direction.DOWN and change > 0)
