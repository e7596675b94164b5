"""
Percentages in a table: of a total below, above or beside, of a sample in the head ("N = 412"), or of another column.

A column of percentages, or percentages in brackets behind counts, are taken to be of what most of them are of.

Finds:

    | Fuel | Cars | Share |
    | --- | --- | --- |
    | Petrol | 4,120 | 48.5% |
    | Diesel | 2,811 | 31.3% |
    | Electric | 1,562 | 18.4% |
    | Total | 8,493 | 100% |
    ---
    | Event | Placebo (N = 212) | Drug (N = 208) |
    | --- | --- | --- |
    | Nausea | 31 (14.6) | 42 (20.2) |
    | Rash | 12 (5.7) | 19 (1.9) |
    | Fever | 8 (3.8) | 11 (5.3) |
    ---
    | Ward | Yes | Cast | % yes |
    | --- | --- | --- | --- |
    | North | 312 | 540 | 57.8 |
    | South | 298 | 611 | 48.8 |
    | West | 405 | 702 | 75.7 |

Leaves alone:

    | Fuel | Cars | Share |
    | --- | --- | --- |
    | Petrol | 4,120 | 48.5% |
    | Diesel | 2,811 | 33.1% |
    | Electric | 1,562 | 18.4% |
    | Total | 8,493 | 100% |
    ---
    | Event | Placebo (N = 212) | Drug (N = 208) |
    | --- | --- | --- |
    | Nausea | 31 (14.6) | 42 (20.2) |
    | Rash | 12 (5.7) | 19 (9.1) |
    | Fever | 8 (3.8) | 11 (5.3) |
    ---
    | Group | Mean age (SD) | Patients |
    | --- | --- | --- |
    | A | 41 (12.1) | 120 |
    | B | 43 (11.8) | 131 |
    | C | 39 (13.3) | 118 |
    ---
    | Town | Shops | Vacant % |
    | --- | --- | --- |
    | North | 120 | 12.5 |
    | South | 98 | 9.2 |
    | Total | 218 | 11.0 |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.discover.cells.family import Case, count, is_meant, told
from factcheck.discover.cells.grid import Figure, Grid, grids
from factcheck.discover.cells.sums import TOTAL
from factcheck.discover.proposal import Proposal, Value
from factcheck.facts.page import Page
from factcheck.model.number import divide, magnitude
from factcheck.model.quantity import Quantity

_WIDEST = 10
"""Columns beyond which a table is not searched for what its percentages are of."""
_ALL = 100

Pair = tuple[Figure, Quantity, Quantity]
"""A part, what it is taken of, and the percentage."""


def find(page: Page) -> Iterator[Proposal]:
    """The percentages of each table that are shares of a total, of a sample, or of a cell beside them."""
    for grid in grids(page):
        for column in range(1, grid.width):
            best = min(_families(grid, column), key=_rank, default=None)
            if best is not None:
                yield from told(best, False)


def _rank(family: Sequence[Case]) -> tuple[int, int]:
    holding, off, _ = count(family)
    return off, -holding


def _families(grid: Grid, column: int) -> Iterator[tuple[Case, ...]]:
    """What the percentages of a column may be of, each where it is meant."""
    if not any(_percent(grid, row, column) for row in range(grid.head, len(grid.rows))):
        return
    beside = any(figure and figure.beside for row in grid.figures for figure in row[column : column + 1])
    parts = [column] if beside else [*range(column - 1, 0, -1), column + 1][:_WIDEST]
    for part in parts:
        for wholes in _wholes(grid, part, column):
            cases = _cases(grid, part, column, wholes)
            if is_meant(cases, False, likely=True):
                yield cases


def _cases(grid: Grid, part: int, column: int, wholes: dict[int, Quantity]) -> tuple[Case, ...]:
    """The cases of the rows; none as soon as too many are off to be meant."""
    found, left = [], max(1, len(wholes) // 4)
    for row, whole in wholes.items():
        pair = _pair(grid, row, part, column, whole)
        if pair is None:
            continue
        found.append(pair)
        left -= not _is_near(*pair)
        if left < 0:
            return ()
    return tuple(_case(grid, *its) for its in found)


def _is_near(part: Figure, whole: Quantity, percent: Quantity) -> bool:
    """Whether a percentage may be that of a part, in products alone, which is fast."""
    of = whole.value or 0
    off = part.value * 100 - (percent.value or 0) * of
    return magnitude(off) <= percent.step * magnitude(of) + part.quantity.step * 100


def _wholes(grid: Grid, part: int, column: int) -> Iterator[dict[int, Quantity]]:
    """By row what a part may be taken of: a row below or above, the sample of its column, or another column."""
    rows = [row for row in range(grid.head, len(grid.rows)) if _percent(grid, row, column)]
    sample = grid.sample(part)
    if sample is not None:
        yield dict.fromkeys(rows, sample)
    for total in {*range(grid.head, len(grid.rows))}:
        figure = _at(grid, total, part)
        if figure is not None and (total in (grid.head, len(grid.rows) - 1) or TOTAL.match(grid.words(total, 0))):
            yield dict.fromkeys((row for row in rows if row != total), figure.quantity)
    for other in range(1, min(grid.width, _WIDEST)):
        if other not in (part, column):
            yield {row: its.quantity for row in rows if (its := _at(grid, row, other)) is not None}


def _at(grid: Grid, row: int, column: int) -> Figure | None:
    cells = grid.figures[row]
    return cells[column] if column < len(cells) else None


def _percent(grid: Grid, row: int, column: int) -> Quantity | None:
    """The percentage of a cell: all of it, or what stands in brackets behind a count."""
    figure = _at(grid, row, column)
    if figure is None:
        return None
    found = figure.beside or figure.quantity
    return found if found.unit is not None and found.unit.name == "percent" else None


def _pair(grid: Grid, row: int, part: int, column: int, whole: Quantity) -> Pair | None:
    one, percent = _at(grid, row, part), _percent(grid, row, column)
    if one is None or percent is None or not whole.value or not percent.step:
        return None
    plain = one.quantity.unit is None or one.quantity.unit == whole.unit or one.quantity.unit.currency
    if not plain or one.value < 0 or (whole.unit is not None and whole.unit.name == "percent"):
        return None
    return one, whole, percent


def _case(grid: Grid, part: Figure, whole: Quantity, percent: Quantity) -> Case:
    unit = whole.unit or part.quantity.unit
    one, of = replace(part.quantity, unit=unit), replace(whole, unit=unit)
    made = divide(part.value * 100, of.value or 1)
    half = divide(percent.step, 2)
    slack = half + (0 if one.counts else divide(one.step * 100, of.value or 1))
    value = percent.value or 0
    digits = len(str(int(magnitude(value) / percent.step))) if value not in (0, _ALL) else 0
    meant = divide(value * (of.value or 0), 100 * (one.step or 1))
    needed = [(divide(part.value, one.step or 1), meant)]

    def propose(sure: bool) -> Proposal:
        page = grid.page
        operands: dict[str, Value] = {
            "part": page.stated(one, grid.words(part.row, 0)),
            "whole": page.stated(of, "total"),
            "percent": page.stated(percent),
        }
        return Proposal("share", operands, "the share", sure, "total")

    return Case(percent, made, slack + half, digits, propose, slack, tuple(needed))
