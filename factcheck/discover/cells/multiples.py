"""
Ratios in a table: a column that says how many times one of the others is of another ("Speedup").

Finds:

    | Test | Before (ms) | After (ms) | Speedup |
    | --- | --- | --- | --- |
    | small | 12.4 | 8.1 | 1.53x |
    | large | 841.0 | 390.5 | 2.51x |
    | deep | 230.6 | 151.2 | 1.53x |
    ---
    | Threads | Base | Patched | Ratio |
    | --- | --- | --- | --- |
    | 1 | 10,500 | 12,100 | 1.15 |
    | 2 | 20,300 | 24,700 | 1.22 |
    | 4 | 39,800 | 49,800 | 1.28 |

Leaves alone:

    | Test | Before (ms) | After (ms) | Speedup |
    | --- | --- | --- | --- |
    | small | 12.4 | 8.1 | 1.53x |
    | large | 841.0 | 390.5 | 2.15x |
    | deep | 230.6 | 151.2 | 1.53x |
    ---
    | Threads | Base | Patched | Ratio |
    | --- | --- | --- | --- |
    | 1 | 10,500 | 12,100 | 1.15 |
    | 2 | 20,300 | 24,700 | 1.22 |
    | 4 | 38,900 | 49,800 | 1.28 |
    ---
    | Car | Weight | Power | Ratio |
    | --- | --- | --- | --- |
    | A | 1,200 | 90 | 9.1 |
    | B | 1,350 | 110 | 8.8 |
    | C | 1,100 | 75 | 10.2 |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import permutations

from factcheck.discover.cells.family import Case, count, is_meant, told
from factcheck.discover.cells.grid import Lines, grids
from factcheck.discover.proposal import Proposal, Value
from factcheck.facts.page import Page
from factcheck.model.number import divide
from factcheck.model.regex import regex

_WIDEST = 9
"""Lines beyond which a table is not searched for ratios."""
_NEAR = 4
"""How many of the nearest lines a ratio may be of."""
_SAYS_TIMES = regex(
    r"\b(?:speed-?\s?ups?|ratios?|times|factors?|faster|slower|multiples?|relative|per)\b|[×]", re.IGNORECASE
)
_TIMES = regex(r"\s?[x×]")


def find(page: Page) -> Iterator[Proposal]:
    """The ratios of each table, in columns or in rows."""
    for grid in grids(page):
        for turned in (True, False):
            lines = Lines(grid, turned)
            if 3 <= len(lines.filled) <= _WIDEST:
                for line in lines.filled:
                    best = min(_families(lines, line), key=_rank, default=None)
                    if best is not None:
                        yield from told(best, False)


def _rank(family: Sequence[Case]) -> tuple[int, int]:
    holding, off, _ = count(family)
    return off, -holding


def _families(lines: Lines, line: int) -> Iterator[tuple[Case, ...]]:
    """The pairs of lines whose ratio a line gives, where that is meant."""
    if not _SAYS_TIMES.search(lines.label(line)) and not _is_multiple(lines, line):
        return
    at = lines.filled.index(line)
    others = sorted((its for its in lines.filled if its != line), key=lambda its: abs(lines.filled.index(its) - at))
    for one, other in permutations(others[:_NEAR], 2):
        cases = [its for place in lines.places if (its := _case(lines, (one, other, line), place)) is not None]
        if is_meant(cases, False, likely=True):
            yield tuple(cases)


def _is_multiple(lines: Lines, line: int) -> bool:
    """Whether a number of a line is written as a multiple: "2.15x"."""
    text = lines.grid.page.text
    figures = (lines.figure(line, place) for place in lines.places)
    return any(its and _TIMES.match(text, its.quantity.number_end) for its in figures)


def _case(lines: Lines, of: tuple[int, int, int], place: int) -> Case | None:
    one, other, times = (lines.figure(its, place) for its in of)
    if one is None or other is None or times is None or other.value <= 0 or one.value <= 0 or times.value <= 0:
        return None
    a, b, its = one.quantity, other.quantity, times.quantity
    if a.unit != b.unit or its.unit is not None or not (a.step and b.step and its.step):
        return None
    made, value = divide(one.value, other.value), times.value
    half = divide(its.step, 2)
    rounding = 0 if a.counts and b.counts else divide(a.step + made * b.step, 2 * other.value)
    needed = (
        (divide(one.value, a.step), divide(value * other.value, a.step)),
        (divide(other.value, b.step), divide(one.value, value * b.step)),
    )

    def propose(sure: bool) -> Proposal:
        page = lines.grid.page
        operands: dict[str, Value] = {
            "one": page.stated(a), "other": page.stated(b), "times": page.stated(replace(its, counted=None)),
        }  # fmt: skip
        return Proposal("ratio", operands, f"the ratio of “{lines.place(place)}”", sure, "times")

    slack = half + rounding
    return Case(its, made, slack + half, times.digits, propose, slack, needed)
