"""
A number of an answer held against the cells of data.

It is supported by a cell of the row and the column that its sentence names, or by what follows from those: a total,
a share, a change, a difference, an average, a multiple, how many rows there are. A cell of another row or column
supports nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.facts.page import Page
from factcheck.facts.word import stem, words_of
from factcheck.gate.derive import TOTAL, Derivation, is_time
from factcheck.gate.fit import agrees, fits, relabelled
from factcheck.gate.grid import Cell, Grid
from factcheck.gate.name import TIMES, Mention, Names, assigned, clause, stems
from factcheck.gate.tell import Held, grouped_as
from factcheck.model.amount import is_percent
from factcheck.model.finding import Problem
from factcheck.model.quantity import Quantity
from factcheck.model.regex import regex

_OLD = regex(r"\b(?:from|than|versus|vs\.?|against) (?:the |about |some )?[$€£]?$", re.IGNORECASE)


class Cells:
    """The cells of all data, by what they are of."""

    def __init__(self, grids: Sequence[Grid]) -> None:
        self.grids = grids
        self.names = Names(grids)
        self.cells = [cell for grid in grids for cell in grid.cells]

    def hold(self, page: Page, number: int) -> Held:
        """One of the quantities of a page held against the cells."""
        quantities = page.contents.quantities
        quantity = quantities[number]
        span = page.document.sentence(quantity.number_start)
        until = quantities[number + 1].start if number + 1 < len(quantities) else span[1]
        rows, said, sentence_rows = self._named(page, quantity, span, min(until, span[1]))
        columns = self._measured(quantity, rows, said)
        text = page.text[slice(*span)]
        agreeing = [cell for cell in self.cells if agrees(quantity, cell)]
        fitting = [cell for cell in agreeing if _is_of(cell, rows, columns)]
        if fitting:
            return self._supported(quantity, fitting, rows)
        derived = Derivation(self.cells, rows, said, sentence_rows, text, page.text[span[0] : quantity.number_start])
        if (way := derived.of(quantity)) is not None:
            if way:
                return Held(quantity, None, matched=bool(rows) or not sentence_rows)
            return Held(quantity, Problem.DIRECTION, "the data has it the other way")
        return self._wrong(quantity, rows, columns, agreeing, derived)

    def _named(
        self, page: Page, quantity: Quantity, span: tuple[int, int], until: int
    ) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        """The rows and the columns that a number is said of, and all rows that its sentence names."""
        at = (quantity.number_start, quantity.number_end, quantity.end)
        mentions = self.names.rows_in(page.text, span)
        rows: set[str] = set()
        own = clause(page.text, span, at)
        of_all = bool(TOTAL.search(page.text, *own))
        for group in self._kinds(mentions):
            near = [its for its in group if own[0] <= its.start < own[1]] if of_all else group
            if name := assigned(page.text, near, span, at, until):
                rows.add(name)
        columns = self.names.columns_in(page.text, span)
        column = assigned(page.text, columns, span, at, until)
        named = frozenset((column,)) if column else self._partly(page, span, quantity)
        return frozenset(rows), self._at_time(page, named, span, at, until), frozenset(its.name for its in mentions)

    def _at_time(
        self, page: Page, columns: frozenset[str], span: tuple[int, int], at: tuple[int, int, int], until: int
    ) -> frozenset[str]:
        """Of the columns that a number may be of those of the time that it is said of."""
        mentions = self.names.times_in(page.text, span)
        if _OLD.search(page.text, span[0], at[0]):
            mentions = [its for its in mentions if its.start >= at[1]]
        time = assigned(page.text, mentions, span, at, until)
        timed = {name for key, name in self.names.columns.items() if time in key} if time else set()
        return frozenset(timed & columns or timed) or columns

    def _measured(self, quantity: Quantity, rows: frozenset[str], columns: frozenset[str]) -> frozenset[str]:
        """The columns that a number may be of by its unit: no amount of money is a weight."""
        kin = {cell.column for cell in self.cells if fits(quantity, cell.quantity)}
        if quantity.unit is None:
            return frozenset(columns & kin) or columns
        same = {
            cell.column
            for cell in self.cells
            if cell.quantity.unit is not None
            and cell.quantity.dimension == quantity.dimension
            and is_percent(cell.quantity) == is_percent(quantity)
            and rows <= {*cell.names, cell.column}
        }
        if same:
            return frozenset(columns & same or same)
        return frozenset(columns & kin) or columns

    def _kinds(self, mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
        """Names that stand in one column together: a region and a year are two names of one row."""
        place = {name: at for grid in self.grids for row in grid.rows for at, name in enumerate(row)}
        for at in sorted({place.get(its.name, 0) for its in mentions}):
            yield [its for its in mentions if place.get(its.name, 0) == at]

    def _partly(self, page: Page, span: tuple[int, int], quantity: Quantity) -> frozenset[str]:
        """The columns of which some words stand in the sentence, or whose noun the number counts."""
        counted = {stem(its) for its in (quantity.noun or quantity.counted or "").lower().split()}
        own = clause(page.text, span, (quantity.number_start, quantity.number_end, quantity.end))
        said = words_of(page.text, *own)
        if not counted and not any(said & set(key) for key in self.names.columns):
            said = words_of(page.text, *span)
        if by_noun := {name for key, name in self.names.columns.items() if counted & set(key)}:
            return frozenset(by_noun)
        return frozenset(name for key, name in self.names.columns.items() if said & set(key) - {"of", "in", "the"})

    def _supported(self, quantity: Quantity, fitting: Sequence[Cell], rows: frozenset[str]) -> Held:
        """A number that cells state; two sources of which one states another value of the same are told."""
        keys = {(frozenset(cell.names), cell.column) for cell in fitting}
        tables = {cell.table for cell in fitting}
        others = [
            cell
            for cell in self.cells
            if cell.table not in tables and (frozenset(cell.names), cell.column) in keys and cell.names
        ]
        against = [
            cell for cell in others if not agrees(quantity, cell) and cell.quantity.dimension == quantity.dimension
        ]
        if against:
            one, other = fitting[0], against[0]
            said = f"the sources disagree: source {one.table} has {one.words}, source {other.table} has {other.words}"
            return Held(quantity, Problem.CONTRADICTED, f"{said} ({one.place})", cells=(one, other))
        return Held(quantity, None, cells=tuple(fitting[:1]), matched=bool(rows) or len(self.cells) == 1)

    def _wrong(
        self,
        quantity: Quantity,
        rows: frozenset[str],
        columns: frozenset[str],
        agreeing: Sequence[Cell],
        derived: Derivation,
    ) -> Held:
        """What is wrong with a number that nothing supports."""
        meant = [cell for cell in self.cells if _is_of(cell, rows, columns) and (rows or columns)]
        same = [cell for cell in meant if is_percent(cell.quantity) == is_percent(quantity)] or meant
        for cell in same:
            if problem := relabelled(quantity, cell):
                return _told(quantity, problem, cell)
        counts = _counts_else(quantity, meant)
        expected = None if counts else same[0] if len({cell.value for cell in same}) == 1 and rows else None
        apart = expected is None or is_percent(quantity) != is_percent(expected.quantity)
        if apart and (value := derived.meant(quantity)) is not None:
            said = f"by the data it is {grouped_as(value, quantity)}"
            return Held(quantity, Problem.DERIVED, said, expected=grouped_as(value, quantity))
        if agreeing:
            cell = agreeing[0]
            if expected is not None:
                return _told(quantity, _elsewhere(cell, expected), expected, f"; it has {cell.words} for {cell.place}")
            return Held(quantity, _elsewhere(cell, None), f"the data has {cell.words} for {cell.place}", cells=(cell,))
        for cell in self.cells if not meant else ():
            if problem := relabelled(quantity, cell):
                return _told(quantity, problem, cell)
        if expected is not None:
            return _told(quantity, Problem.CONTRADICTED, expected)
        return Held(quantity, Problem.UNSUPPORTED, "the data has no such number, and none follows from it")


def _is_of(cell: Cell, rows: frozenset[str], columns: frozenset[str]) -> bool:
    """Whether a cell is of the rows and one of the columns that are named; what is not named does not matter."""
    periods = {its for its in columns if is_time(its)}
    if not rows <= {*cell.names, cell.column}:
        return False
    return not columns or cell.column in columns or (bool(periods) and cell.column in periods)


def _elsewhere(cell: Cell, expected: Cell | None) -> Problem:
    """What is wrong where a number is that of another cell."""
    if expected is None:
        return Problem.SUBJECT
    if cell.column != expected.column:
        one, other = set(stems(cell.column)), set(stems(expected.column))
        return Problem.PERIOD if all(TIMES.fullmatch(its) for its in one ^ other) else Problem.SUBJECT
    apart = set(cell.names) ^ set(expected.names)
    return Problem.PERIOD if apart and all(map(is_time, apart)) else Problem.SUBJECT


def _counts_else(quantity: Quantity, cells: Sequence[Cell]) -> bool:
    """Whether a number counts what no column is of: no cell is what it should have been."""
    counted = {stem(its) for its in (quantity.noun or quantity.counted or "").lower().split()}
    return bool(counted) and not any(counted & {*stems(cell.column), *stems(" ".join(cell.names))} for cell in cells)


def _told(quantity: Quantity, problem: Problem, cell: Cell, more: str = "") -> Held:
    return Held(quantity, problem, f"the data has {cell.words} for {cell.place}{more}", cell.words, (cell,))
