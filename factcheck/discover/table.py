"""
Tables: a total below its column or at the end of its row, and percentages beside the counts that they are of.

A row or a column that is called "total" adds up the others of its table. Where a table shows more than one
total, those that hold prove that they are sums, and the one that does not is an error; a total alone is one
where a single slip would mend it. Averages, rates and rows of "of which" are not added up, and a total of
things that overlap ("unique visitors") is not told.

Finds:

    | Field | Bytes |
    | --- | --- |
    | head | 31 |
    | body | 20 |
    | tail | 8 |
    | **Total** | 95 |
    ---
    | Kind | Count | Share |
    | --- | --- | --- |
    | Fast | 38 | 31% |
    | Slow | 22 | 38% |
    | None | 18 | 31% |
    | **Total** | **58** | **100%** |
    ---
    | City | 2020 | 2021 | Total |
    | --- | --- | --- | --- |
    | Rome | 12 | 15 | 27 |
    | Milan | 7 | 9 | 61 |
    | Turin | 3 | 4 | 7 |
    ---
    | Store | Start of year | Opened | End of year |
    | --- | --- | --- | --- |
    | North | 552 | 44 | 596 |
    | South | 260 | 14 | 274 |
    | Total | 812 | 58 | 880 |

Leaves alone:

    | Field | Bytes |
    | --- | --- |
    | head | 31 |
    | body | 20 |
    | tail | 8 |
    | **Total** | 59 |
    ---
    | Kind | Count | Share |
    | --- | --- | --- |
    | Fast | 18 | 31% |
    | Slow | 22 | 38% |
    | None | 18 | 31% |
    | **Total** | **58** | **100%** |
    ---
    | Group | Members | Average age |
    | --- | --- | --- |
    | North | 12 | 41 |
    | South | 18 | 37 |
    | Total | 30 | 38.6 |
    ---
    | Page | Unique visitors |
    | --- | --- |
    | Home | 900 |
    | News | 700 |
    | Total | 1,100 |
    ---
    | Branch | Staff |
    | --- | --- |
    | North | 12 |
    | of which women | 7 |
    | South | 18 |
    | Total | 30 |
    ---
    | Year | Members |
    | --- | --- |
    | 2019 | 310 |
    | 2020 | 322 |
    | Total ever joined | 1,974 |
    ---
    | Store | Start of year | Opened | End of year |
    | --- | --- | --- | --- |
    | North | 552 | 44 | 596 |
    | South | 260 | 14 | 274 |
    | Total | 812 | 58 | 870 |
    ---
    | Version | Size | Total |
    | --- | --- | --- |
    | 1.2 | 40 | 900 |
    | 1.3 | 45 | 945 |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from factcheck.discover.grid import LARGEST, Grid
from factcheck.discover.near import near
from factcheck.discover.proposal import Proposal, Value
from factcheck.facts.page import Page
from factcheck.model.document import BlockKind
from factcheck.model.frozen import frozen
from factcheck.model.number import Rational, divide, magnitude
from factcheck.model.quantity import Quantity
from factcheck.model.regex import regex
from factcheck.model.slip import is_slip

_TOTAL = regex(r"\W*(?:(?:grand|overall|net)\s+)?(?:sub)?(?:totals?|sum)\b(?:\s+\w+){0,2}\W*", re.IGNORECASE)
_SUBTOTAL = regex(r"\W*sub-?\s?total", re.IGNORECASE)
_NOT_ADDED = regex(
    r"\b(?:average|avg|mean|median|rate|ratio|per|price|age|rank|index|unique|distinct|cumulative|running|max(?:imum)?"
    r"|min(?:imum)?|density|score|version|(?<!of )year|date|no|id|#|change|growth|difference|ever|speed|factor)\b",
    re.IGNORECASE,
)
_WITHIN = regex(r"\W*(?:of which|of whom|thereof|including|incl\b|e\.g\.|[-–└↳>]\s)", re.IGNORECASE)
_OVERLAP = regex(r"\b(?:both|either|any|overlap\w*|mixed|combined|all)\b", re.IGNORECASE)
_TAKEN_AWAY = regex(
    r"\b(?:costs?|expens\w+|loss(?:es)?|less|minus|deduct\w+|tax(?:es)?|discounts?|refunds?|withdraw\w+|paid|spent|outflows?)\b",
    re.IGNORECASE,
)
_SHARE = regex(r"%|\b(?:percent(?:age)?|share|proportion|pct)\b", re.IGNORECASE)
_VOUCHED, _ALONE = Fraction(1, 4), Fraction(1, 10)
"""How far off a total may be and still be meant as one: beside others that hold, and alone."""


@frozen
class _Sum:
    """A total and what it adds up."""

    whole: Quantity
    parts: tuple[Quantity, ...]
    labels: tuple[str, ...]
    subject: str

    @property
    def made(self) -> Rational:
        """What the parts make."""
        return sum((its.value or 0) for its in self.parts)

    @property
    def holds(self) -> bool:
        """Whether they make the total, within rounding."""
        slack = sum((its.step for its in self.parts), self.whole.step) if not self.whole.counts else 0
        return magnitude(self.made - (self.whole.value or 0)) * 2 <= slack

    @property
    def mends(self) -> bool:
        """Whether one slip in the total or in a part explains the difference."""
        step = min(its.step for its in (self.whole, *self.parts) if its.step) if self.whole.step else 1
        whole, made = divide(self.whole.value or 0, step), divide(self.made, step)
        values = [divide(its.value or 0, step) for its in self.parts]
        off = made - whole
        return is_slip(made, whole) or any(is_slip(its, its - off) for its in values if its >= off)

    @property
    def signed(self) -> bool:
        """Whether some parts may be meant to be taken away ("costs"), or to stand in others ("both")."""
        return any(_TAKEN_AWAY.search(its) or _OVERLAP.search(its) for its in self.labels)


def find(page: Page) -> Iterator[Proposal]:
    """The totals of each table, and the percentages of each total."""
    for block in page.blocks:
        if block.kind == BlockKind.TABLE:
            grid = Grid(page, block)
            if 2 < len(grid.rows) <= LARGEST and grid.width > 1:
                yield from _totals(page, [*_columns(grid)])
                yield from _totals(page, [*_across(grid)])
                yield from _shares(page, grid)


def _totals(page: Page, sums: list[_Sum]) -> Iterator[Proposal]:
    """Sums of one table: those that hold vouch for the one that does not."""
    holding = sum(its.holds for its in sums)
    vouched = holding > 0 and holding * 2 >= len(sums)
    for its in sums:
        whole = its.whole.value or 0
        if not its.holds:
            alone = len(sums) - holding == 1 and not its.signed
            if not (vouched or alone) or not (its.mends or near(its.made, whole, _VOUCHED if vouched else _ALONE)):
                continue
        labels = zip(its.parts, its.labels, strict=False)
        parts = tuple(page.stated(part, label or "") for part, label in labels)
        operands: dict[str, Value] = {"whole": page.stated(its.whole, "total"), "parts": parts, "list": "closed"}
        yield Proposal("balance", operands, its.subject, its.holds or vouched or its.mends, "total")


def _columns(grid: Grid) -> Iterator[_Sum]:
    """Each column that has a number in the row of totals."""
    for row in range(1, len(grid.rows)):
        label = grid.words(row, 0)
        if not _TOTAL.fullmatch(label) or _NOT_ADDED.search(label):
            continue
        first = max((at + 1 for at in range(row) if at and _TOTAL.match(grid.words(at, 0))), default=1)
        if first > 1 and not _SUBTOTAL.match(label):
            first = 1
        body = [at for at in range(first, row) if not _TOTAL.match(grid.words(at, 0))]
        if not body and row == 1:
            body = list(range(2, len(grid.rows)))
        if len(body) < 2 or any(_WITHIN.match(grid.words(at, 0)) for at in body):
            continue
        for column in range(1, len(grid.rows[row])):
            whole = grid.numbers[row][column]
            head = grid.words(0, column)
            parts = grid.run([(at, column) for at in body]) if whole and not _NOT_ADDED.search(head) else None
            parts = _priced(whole, parts)
            if whole is not None and parts and all(_same_unit(whole, part) for part in parts):
                labels = tuple(grid.words(at, 0) for at in body if grid.numbers[at][column : column + 1] != [None])
                yield _Sum(whole, parts, labels, f"the numbers under “{head}”" if head else "the column")


def _across(grid: Grid) -> Iterator[_Sum]:
    """Each row, where the last column is one of totals."""
    last = grid.width - 1
    heads = [grid.words(0, column) for column in range(grid.width)]
    body = [row for row in range(1, len(grid.rows)) if len(grid.rows[row]) == grid.width]
    columns = [
        column
        for column in range(1, last)
        if not _NOT_ADDED.search(heads[column]) and all(grid.is_amount(row, column) for row in body)
    ]
    if len(columns) < 2 or not _TOTAL.fullmatch(heads[last]):
        return
    found = []
    for row in body:
        whole = grid.numbers[row][last]
        parts = _priced(whole, grid.run([(row, column) for column in columns]))
        if whole is not None and parts and all(_same_unit(whole, part) for part in parts):
            labels = tuple(heads[column] for column in columns if grid.numbers[row][column] is not None)
            found.append(_Sum(whole, parts, labels, f"the numbers of “{grid.words(row, columns[0] - 1)}”"))
    if sum(its.holds for its in found) * 2 > len(found):
        yield from found


def _shares(page: Page, grid: Grid) -> Iterator[Proposal]:
    """A column of percentages right of one of counts, below which their total stands."""
    last = len(grid.rows) - 1
    if not _TOTAL.fullmatch(grid.words(last, 0)):
        return
    for column in range(1, len(grid.rows[last]) - 1):
        whole = grid.numbers[last][column]
        if whole is None or not whole.value or not whole.counts or not _SHARE.search(grid.words(0, column + 1)):
            continue
        pairs = [its for row in range(1, last) if (its := _pair(grid, row, column)) is not None]
        right = [its for its in pairs if _is_share(*its, whole)]
        if len(right) < 2 or len(pairs) - len(right) > 1 + len(pairs) // 4:
            continue
        for part, percent in pairs:
            operands: dict[str, Value] = {
                "part": page.stated(part),
                "whole": page.stated(whole, "total"),
                "percent": page.stated(percent),
            }
            yield Proposal("share", operands, "the share", True, "total")


def _pair(grid: Grid, row: int, column: int) -> tuple[Quantity, Quantity] | None:
    cells = grid.numbers[row]
    one, other = (cells[column], cells[column + 1]) if len(cells) > column + 1 else (None, None)
    if one is None or other is None or other.unit is None or other.unit.name != "percent" or one.unit is not None:
        return None
    return one, other


def _is_share(part: Quantity, percent: Quantity, whole: Quantity) -> bool:
    is_ = divide((part.value or 0) * 100, whole.value or 1)
    return magnitude(is_ - (percent.value or 0)) * 2 <= percent.step


def _priced(whole: Quantity | None, parts: tuple[Quantity, ...] | None) -> tuple[Quantity, ...] | None:
    """The parts in the money of their total: accountants sign the first line and the last alone."""
    if whole is None or parts is None or whole.unit is None or not whole.unit.currency:
        return parts
    return tuple(part if part.unit else replace(part, unit=whole.unit) for part in parts)


def _same_unit(one: Quantity, other: Quantity) -> bool:
    return one.dimension == other.dimension
