"""
The averages of a table: the last row of a column, or the last column of a row.

A row that is called "average" or "mean" is the arithmetic mean of those above it, but for rows of totals. Where
other columns show that it is so, one that differs is told; a column alone, where one slip would mend it. Medians,
weighted averages and averages of groups of unequal size stay alone.

Finds:

    | Player | Games | Points |
    | --- | --- | --- |
    | Roe | 12 | 31 |
    | Lin | 15 | 22 |
    | Nes | 9 | 25 |
    | Average | 12 | 36 |
    ---
    | Month | Rain |
    | --- | --- |
    | May | 41.5 mm |
    | June | 38.0 mm |
    | July | 56.4 mm |
    | Mean | 54.3 mm |

Leaves alone:

    | Player | Games | Points |
    | --- | --- | --- |
    | Roe | 12 | 31 |
    | Lin | 15 | 22 |
    | Nes | 9 | 25 |
    | Average | 12 | 26 |
    ---
    | Month | Rain |
    | --- | --- |
    | May | 41.5 mm |
    | June | 38.0 mm |
    | July | 56.4 mm |
    | Mean | 45.3 mm |
    ---
    | Region | Staff | Share of women |
    | --- | --- | --- |
    | North | 300 | 40% |
    | South | 20 | 60% |
    | East | 15 | 55% |
    | Average | 112 | 42% |
    ---
    | Month | Rain |
    | --- | --- |
    | May | 41.5 mm |
    | June | 38.0 mm |
    | July | 56.4 mm |
    | Long-term average | 60.2 mm |
    ---
    | Month | Rain |
    | --- | --- |
    | May | 41.5 mm |
    | June | 38.0 mm |
    | July | 56.4 mm |
    | Median | 41.5 mm |
    ---
    | Test | Before | After |
    | --- | --- | --- |
    | One | 12 | 15 |
    | Two | 14 | 16 |
    | Total | 26 | 31 |
    | Average | 13 | 15.5 |
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.discover.cells.grid import LARGEST, Grid
from factcheck.discover.proposal import Proposal, Value
from factcheck.facts.page import Page
from factcheck.model.document import BlockKind
from factcheck.model.number import divide, magnitude
from factcheck.model.quantity import Quantity
from factcheck.model.regex import regex
from factcheck.model.slip import is_slip

_MEAN = regex(r"\W*(?:arithmetic )?(?:average|avg\.?|mean)(?: (?:value|score|time|result)s?)?\W*", 2)
_SUMMARY = regex(
    r"\W*(?:(?:grand|sub)\s?)?(?:totals?|sum|median|min(?:imum)?|max(?:imum)?|std|range|average|mean)\b", 2
)
_UNEQUAL = regex(r"%|\b(?:rate|ratio|share|per|percent(?:age)?|weighted|change|growth|speed-?up|factor)\b", 2)
"""What is seldom averaged without weights."""


def find(page: Page) -> Iterator[Proposal]:
    """The averages of each table."""
    for block in page.blocks:
        if block.kind == BlockKind.TABLE:
            grid = Grid(page, block)
            if 3 < len(grid.rows) <= LARGEST and grid.width > 1:
                yield from _of_table(page, grid)


def _of_table(page: Page, grid: Grid) -> Iterator[Proposal]:
    found = [*_columns(grid)]
    holding = sum(_holds(*its[:2]) for its in found)
    vouched = holding > 0 and holding * 2 >= len(found)
    for mean, values, head in found:
        holds = _holds(mean, values)
        if not holds and ((not vouched and not _mends(mean, values)) or _UNEQUAL.search(head + mean.text)):
            continue
        operands: dict[str, Value] = {
            "mean": page.stated(mean, "average"),
            "values": tuple(page.stated(its) for its in values),
        }
        yield Proposal("average", operands, f"the average under “{head}”", holds or _mends(mean, values), "average")


def _columns(grid: Grid) -> Iterator[tuple[Quantity, tuple[Quantity, ...], str]]:
    """Each mean of a row of means with what stands above it, and the head of the column."""
    for row in range(3, len(grid.rows)):
        if not _MEAN.fullmatch(grid.words(row, 0)):
            continue
        body = [at for at in range(1, row) if not _SUMMARY.match(grid.words(at, 0))]
        for column in range(1, len(grid.rows[row])):
            mean, values = grid.numbers[row][column], grid.run([(at, column) for at in body])
            if mean is None or values is None or len(values) < len(body) or not mean.step:
                continue
            if all(its.unit == mean.unit for its in values):
                yield mean, values, grid.words(0, column)


def _holds(mean: Quantity, values: tuple[Quantity, ...]) -> bool:
    """Whether a mean is that of its values, within rounding."""
    made = divide(sum(its.value or 0 for its in values), len(values))
    slack = mean.step + divide(sum(its.step for its in values), len(values))
    return magnitude(made - (mean.value or 0)) * 2 <= slack


def _mends(mean: Quantity, values: tuple[Quantity, ...]) -> bool:
    """Whether one slip in the mean explains the difference."""
    made = divide(sum(its.value or 0 for its in values), len(values) * mean.step)
    return is_slip(round(made), divide(mean.value or 0, mean.step))
