"""
A number of an answer held against the cells of data.

It is supported by a cell of the row and the column that its sentence names, or by what follows from those: a total,
a share, a change, a difference, an average, a multiple, how many rows there are. A cell of another row or column
supports nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.comparison.agreement import rounded_by
from factcheck.comparison.figure import base_values
from factcheck.facts.page import Page
from factcheck.facts.word import stem, words_of
from factcheck.gate.grid import Cell, Grid
from factcheck.gate.name import TIMES, Mention, Names, assigned, clause, stems
from factcheck.gate.tell import Held, grouped_as
from factcheck.model.amount import base, is_percent
from factcheck.model.finding import Problem
from factcheck.model.interval import Interval
from factcheck.model.number import Rational, divide, magnitude, whole
from factcheck.model.quantity import Direction, Modifier, Quantity, Side
from factcheck.model.regex import regex

_SCALES = frozenset(1000**power for power in range(1, 5))
_TOTAL = regex(
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
_OLD = regex(r"\b(?:from|than|versus|vs\.?|against) (?:the |about |some )?[$€£]?$", re.IGNORECASE)
_MOST = 400
"""Up to so many cells of a column pairs of them are looked at."""


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
        derived = _Derivation(self.cells, rows, said, sentence_rows, text, page.text[span[0] : quantity.number_start])
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
        of_all = bool(_TOTAL.search(page.text, *own))
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
        kin = {cell.column for cell in self.cells if _fits(quantity, cell.quantity)}
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
        derived: _Derivation,
    ) -> Held:
        """What is wrong with a number that nothing supports."""
        meant = [cell for cell in self.cells if _is_of(cell, rows, columns) and (rows or columns)]
        same = [cell for cell in meant if is_percent(cell.quantity) == is_percent(quantity)] or meant
        for cell in same:
            if problem := _relabelled(quantity, cell):
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
            if problem := _relabelled(quantity, cell):
                return _told(quantity, problem, cell)
        if expected is not None:
            return _told(quantity, Problem.CONTRADICTED, expected)
        return Held(quantity, Problem.UNSUPPORTED, "the data has no such number, and none follows from it")


def agrees(quantity: Quantity, cell: Cell) -> bool:
    """Whether a number may restate a cell, as far as rounding and hedges allow."""
    if not _fits(quantity, cell.quantity):
        return False
    if quantity.value is None:
        ends = (quantity.lower, quantity.upper)
        return None not in ends and any(end == cell.quantity.value for end in ends)
    value = cell.value
    if quantity.direction == Direction.DOWN or quantity.value >= 0:
        value = magnitude(value) if value < 0 and quantity.direction == Direction.DOWN else value
    return states(quantity, value)


def states(quantity: Quantity, value: Rational) -> bool:
    """Whether a number may state a value [base unit]: bounds reach one unit of their last significant place."""
    if quantity.value is None:
        return False
    own, unit = base(quantity), quantity.unit.factor if quantity.unit else 1
    reach = whole(quantity.significant * unit)
    if quantity.modifier in (Modifier.MORE_THAN, Modifier.AT_LEAST):
        return own <= value <= own + reach and not (quantity.modifier == Modifier.MORE_THAN and value == own)
    if quantity.modifier in (Modifier.LESS_THAN, Modifier.AT_MOST, Modifier.UP_TO):
        return own - reach <= value <= own and not (quantity.modifier == Modifier.LESS_THAN and value == own)
    if quantity.hedge is not None and quantity.hedge.side != Side.AROUND:
        return base_values(quantity).meets(Interval.point(value))
    if quantity.counts and quantity.modifier == Modifier.EXACT:
        return own == value
    if own == value:
        return True
    half = divide(whole(quantity.step * unit), re.IGNORECASE)
    if quantity.modifier == Modifier.EXACT:
        return magnitude(own - value) <= max(half, rounded_by(quantity)) and magnitude(own - value) * 20 <= magnitude(
            own
        )
    return base_values(quantity).meets(Interval.point(value))


def _fits(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers measure the same, as far as they say; a header that names no unit may be of money."""
    if is_percent(one) or is_percent(other):
        return is_percent(one) and is_percent(other)
    if one.unit is None or other.unit is None:
        unit = one.unit or other.unit
        return unit is None or unit.currency or one.unit is None or other.unit is None
    return one.dimension == other.dimension


def _is_of(cell: Cell, rows: frozenset[str], columns: frozenset[str]) -> bool:
    """Whether a cell is of the rows and one of the columns that are named; what is not named does not matter."""
    periods = {its for its in columns if is_time(its)}
    if not rows <= {*cell.names, cell.column}:
        return False
    return not columns or cell.column in columns or (bool(periods) and cell.column in periods)


def is_time(name: str) -> bool:
    """
    Whether a name is that of a time.

    >>> is_time("2023"), is_time("q1 2024"), is_time("revenue 2023"), is_time("North")
    (True, True, False, False)
    """
    words = stems(name)
    return bool(words) and all(TIMES.fullmatch(its) for its in words)


def _elsewhere(cell: Cell, expected: Cell | None) -> Problem:
    """What is wrong where a number is that of another cell."""
    if expected is None:
        return Problem.SUBJECT
    if cell.column != expected.column:
        one, other = set(stems(cell.column)), set(stems(expected.column))
        return Problem.PERIOD if all(TIMES.fullmatch(its) for its in one ^ other) else Problem.SUBJECT
    apart = set(cell.names) ^ set(expected.names)
    return Problem.PERIOD if apart and all(map(is_time, apart)) else Problem.SUBJECT


def _relabelled(quantity: Quantity, cell: Cell) -> Problem | None:
    """What is wrong where a number has the digits of a cell, and yet does not agree with it."""
    one, other = quantity.value, cell.quantity.value
    if one is None or other is None or not one or not other:
        return None
    near = magnitude(one - other) * 2 <= max(quantity.step, cell.quantity.step)
    units = quantity.unit, cell.quantity.unit
    if near and units[0] is not None and units[1] is not None and units[0] != units[1]:
        return Problem.CURRENCY if units[0].currency and units[1].currency else Problem.UNIT
    if near and (is_percent(quantity) != is_percent(cell.quantity)):
        return Problem.UNIT
    a, b = magnitude(base(quantity)), magnitude(cell.value)
    if any(magnitude(a * scale - b) * 200 <= b or magnitude(b * scale - a) * 200 <= a for scale in _SCALES):
        return Problem.SCALE
    if quantity.hedge is not None and magnitude(a - b) * 20 <= b and quantity.unit == cell.quantity.unit:
        return Problem.HEDGE
    return None


def _counts_else(quantity: Quantity, cells: Sequence[Cell]) -> bool:
    """Whether a number counts what no column is of: no cell is what it should have been."""
    counted = {stem(its) for its in (quantity.noun or quantity.counted or "").lower().split()}
    return bool(counted) and not any(counted & {*stems(cell.column), *stems(" ".join(cell.names))} for cell in cells)


def _told(quantity: Quantity, problem: Problem, cell: Cell, more: str = "") -> Held:
    return Held(quantity, problem, f"the data has {cell.words} for {cell.place}{more}", cell.words, (cell,))


class _Derivation:
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
        if not is_percent(quantity) and not (_TOTAL.search(self.text) or _AVERAGE.search(self.text)):
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
            if not points and not _fits(quantity, group[0].quantity):
                continue
            values = [cell.value for cell in group]
            if _TOTAL.search(self.text) and len(group) > 1:
                yield from self._totals(group)
            if _AVERAGE.search(self.text) and len(group) > 1:
                yield divide(sum(values), len(values))
        for old, new in self._pairs():
            if points or (_fits(quantity, old.quantity) and _APART.search(self.text)):
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


def _of_two_times(one: str, other: str) -> bool:
    """Whether two columns are one measure at two times: "2023" and "2024", "sales before" and "sales after"."""
    apart = set(stems(one)) ^ set(stems(other))
    return bool(apart) and all(TIMES.fullmatch(its) for its in apart)


def _is_against(quantity: Quantity, change: Rational) -> bool:
    return (quantity.direction == Direction.UP and change < 0) or (quantity.direction == Direction.DOWN and change > 0)
