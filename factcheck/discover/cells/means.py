"""
Means at the end of rows: a column that is called "average" or "mean" is that of the others.

Finds:

    | Runner | Lap 1 | Lap 2 | Lap 3 | Average |
    | --- | --- | --- | --- | --- |
    | Ito | 61.2 | 62.0 | 63.4 | 62.2 |
    | Moss | 60.5 | 61.9 | 62.3 | 65.1 |
    | Nagy | 64.0 | 63.1 | 65.2 | 64.1 |

Leaves alone:

    | Runner | Lap 1 | Lap 2 | Lap 3 | Average |
    | --- | --- | --- | --- | --- |
    | Ito | 61.2 | 62.0 | 63.4 | 62.2 |
    | Moss | 60.5 | 61.9 | 62.3 | 61.6 |
    | Nagy | 64.0 | 63.1 | 65.2 | 64.1 |
    ---
    | Class | Pupils | Tests | Average |
    | --- | --- | --- | --- |
    | 1a | 24 | 6 | 71.2 |
    | 1b | 22 | 6 | 68.4 |
    | 1c | 25 | 5 | 70.3 |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.discover.cells.family import Case, is_meant, told
from factcheck.discover.cells.grid import Lines, grids
from factcheck.discover.cells.sums import TOTAL
from factcheck.discover.proposal import Proposal, Value
from factcheck.facts.page import Page
from factcheck.model.number import divide
from factcheck.model.quantity import Quantity
from factcheck.model.regex import regex

_MEAN = regex(r"\W*(?:arithmetic )?(?:average|avg\.?|mean)(?: (?:value|score|time|result)s?)?\W*", re.IGNORECASE)
_SUMMARY = regex(
    r"\b(?:totals?|sum|median|min(?:imum)?|max(?:imum)?|std|sd|range|average|avg|mean|best|worst)\b", re.IGNORECASE
)


def find(page: Page) -> Iterator[Proposal]:
    """The means at the end of each row."""
    for grid in grids(page):
        lines = Lines(grid, True)
        for line in lines.filled:
            if _MEAN.fullmatch(lines.label(line)):
                cases = tuple(_cases(lines, line))
                if is_meant(cases, False):
                    yield from told(cases, False)


def _cases(lines: Lines, line: int) -> Iterator[Case]:
    columns = [its for its in lines.filled if not _SUMMARY.search(lines.label(its))]
    if len(columns) < 2:
        return
    for place in lines.places:
        if TOTAL.match(lines.place(place)):
            continue
        mean, values = lines.figure(line, place), [lines.figure(its, place) for its in columns]
        found = [its.quantity for its in values if its is not None]
        if mean is None or len(found) < len(columns) or any(its.unit != found[0].unit or not its.step for its in found):
            continue
        yield _case(lines, place, mean.digits, (replace(mean.quantity, unit=found[0].unit), *found))


def _case(lines: Lines, place: int, digits: int, numbers: tuple[Quantity, ...]) -> Case:
    """The case of a row: its mean, and the numbers that it is of."""
    mean, *values = numbers
    made = divide(sum(its.value or 0 for its in values), len(values))
    half, rounding = divide(mean.step, 2), divide(sum(0 if its.counts else its.step for its in values), 2 * len(values))
    off = (made - (mean.value or 0)) * len(values)
    needed = tuple((divide(its.value or 0, its.step), divide((its.value or 0) - off, its.step)) for its in values)

    def propose(sure: bool) -> Proposal:
        page = lines.grid.page
        operands: dict[str, Value] = {
            "mean": page.stated(mean, "average"),
            "values": tuple(page.stated(its) for its in values),
        }
        return Proposal("average", operands, f"the average of “{lines.place(place)}”", sure, "average")

    slack = half + rounding
    return Case(mean, made, slack + half, digits, propose, slack, needed)
