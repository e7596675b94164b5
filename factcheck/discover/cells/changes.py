"""
Changes in a table: a column or row that gives the difference between two others, as an amount or in percent.

Where a column has no sign it says how much, not which way ("Reduction").

Finds:

    | Region | 2022 | 2023 | Change |
    | --- | --- | --- | --- |
    | North | 4,120 | 4,563 | +10.8% |
    | South | 3,870 | 3,655 | -5.6% |
    | East | 2,214 | 2,430 | +9.8% |
    | West | 2,011 | 2,180 | +4.8% |
    ---
    | City | May | June | Diff |
    | --- | --- | --- | --- |
    | Rome | 1,845 | 1,861 | 16 |
    | Milan | 912 | 905 | -7 |
    | Turin | 1,610 | 1,634 | 42 |
    | Genoa | 740 | 788 | 48 |
    ---
    | | Paper | Glass | Metal |
    | --- | --- | --- | --- |
    | 2020 | 312.5 | 148.0 | 61.2 |
    | 2021 | 340.0 | 139.9 | 66.7 |
    | Change (%) | 8.8 | -5.5 | 0.9 |

Leaves alone:

    | Region | 2022 | 2023 | Change |
    | --- | --- | --- | --- |
    | North | 4,120 | 4,563 | +10.8% |
    | South | 3,870 | 3,655 | -5.6% |
    | East | 2,214 | 2,430 | +9.8% |
    ---
    | Library | Old size | New size | Reduction |
    | --- | --- | --- | --- |
    | core | 512 | 430 | 16.0% |
    | ui | 1,240 | 905 | 27.0% |
    | auth | 98 | 64 | 34.7% |
    ---
    | City | 2010 | 2020 | Growth of income |
    | --- | --- | --- | --- |
    | Rome | 845 | 861 | 12.5% |
    | Milan | 912 | 905 | 3.1% |
    | Turin | 610 | 634 | 2.2% |
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import permutations

from factcheck.discover.cells.family import Case, count, is_meant, told
from factcheck.discover.cells.grid import Figure, Lines, grids
from factcheck.discover.cells.sums import TOTAL, is_rounded
from factcheck.discover.proposal import Proposal, Value
from factcheck.facts.page import Page
from factcheck.model.number import Rational, divide, magnitude
from factcheck.model.quantity import Direction, Quantity
from factcheck.model.regex import regex

_SAYS_CHANGE = regex(
    r"\b(?:changes?|diff(?:erence)?|variance|delta|growth|increase|decrease|reduction|rise|fall|swing|gain|loss|saved"
    r"|savings?|faster|slower|improvement|margin|net)\b|[+±∆Δ]",
    re.IGNORECASE,
)
_WIDEST = 9
"""Lines beyond which a table is not searched for changes."""
_NEAR = 5
"""How many of the nearest lines a change may be between."""


def find(page: Page) -> Iterator[Proposal]:
    """The changes of each table, in columns or in rows."""
    for grid in grids(page):
        for turned in (True, False):
            lines = Lines(grid, turned)
            if 3 <= len(lines.filled) <= _WIDEST:
                for line in lines.filled:
                    best = min(_Changes(lines, line).families(), key=_rank, default=None)
                    if best is not None:
                        yield from told(best, False)


def _rank(family: Sequence[Case]) -> tuple[int, int]:
    holding, off, _ = count(family)
    return off, -holding


class _Changes:
    """What a line may be the change between."""

    def __init__(self, lines: Lines, line: int) -> None:
        self.lines, self.line = lines, line
        own = [its for place in lines.places if (its := lines.figure(line, place)) is not None]
        self.signed = any(its.value < 0 or its.quantity.direction is not None for its in own)
        """Whether its numbers have a sign: without, they say how much, not which way."""
        self.rounded = is_rounded(lines.grid)
        self.likely = bool(_SAYS_CHANGE.search(lines.label(line)))

    def families(self) -> Iterator[tuple[Case, ...]]:
        """The pairs of lines whose change it gives, where that is meant."""
        filled = self.lines.filled
        at = filled.index(self.line)
        others = sorted((its for its in filled if its != self.line), key=lambda its: abs(filled.index(its) - at))
        for old, new in permutations(others[:_NEAR], 2):
            cases = [its for place in self.lines.places if (its := self._case(old, new, place)) is not None]
            if is_meant(cases, False, likely=self.likely):
                yield tuple(cases)

    def _case(self, old: int, new: int, place: int) -> Case | None:
        one, two, change = (self.lines.figure(its, place) for its in (old, new, self.line))
        if one is None or two is None or change is None or change.beside:
            return None
        unit = one.quantity.unit or two.quantity.unit
        if two.quantity.unit not in (unit, None):
            return None
        before, after = (replace(its.quantity, value=its.value, unit=unit) for its in (one, two))
        printed = change.quantity.unit
        if printed is not None and printed.name == "percent":
            if unit is None or unit.name != "percent":
                return self._relative(before, after, change)
            # Of two percentages it may be either, points or percent.
            points = self._absolute(before, after, change)
            return points if points.holds and change.quantity.step >= before.step else None
        # Rows that are others less others are found among the totals, and so are the parts of a total.
        told = self.likely or (self.lines.turned and self.line > max(old, new) and not self._has_total(old, new))
        return self._absolute(before, after, change) if told and printed in (None, unit) else None

    def _has_total(self, *lines: int) -> bool:
        return any(TOTAL.match(self.lines.label(its)) for its in (self.line, *lines))

    def _relative(self, before: Quantity, after: Quantity, change: Figure) -> Case | None:
        old, new = before.value or 0, after.value or 0
        if old <= 0 or new < 0 or not change.quantity.step:
            return None
        made = divide((new - old) * 100, old)
        half = divide(change.quantity.step, 2)
        rounding = 0 if before.counts and after.counts else divide((before.step + after.step) * 50, old)
        value, made = self._way(change.value, made)
        factor = 1 + divide(value if made == divide((new - old) * 100, old) else -value, 100)
        needed = [_needed(after, old * factor)]
        if factor:
            needed.append(_needed(before, divide(new, factor)))
        percent = replace(
            change.quantity,
            value=magnitude(value),
            direction=Direction.UP if (value >= 0 if self.signed else new >= old) else Direction.DOWN,
        )
        propose = self._proposal("change", {"old": before, "new": after, "percent": percent}, change)
        signed = replace(change.quantity, value=value)
        slack = half + rounding
        return Case(signed, made, slack + half, change.digits, propose, slack, tuple(needed))

    def _way(self, value: Rational, made: Rational) -> tuple[Rational, Rational]:
        """A change as it is printed and as it comes out, both without a sign where none is printed."""
        return (value, made) if self.signed else (magnitude(value), magnitude(made))

    def _absolute(self, before: Quantity, after: Quantity, change: Figure) -> Case:
        old, new = before.value or 0, after.value or 0
        value, made = self._way(change.value, new - old)
        exact = before.counts and after.counts and change.quantity.counts and not self.rounded
        slack = 0 if exact else divide(before.step + after.step + change.quantity.step, 2)
        down = new < old
        by = replace(change.quantity, value=value, unit=before.unit, direction=None)
        more, less = (before, after) if down and not self.signed else (after, before)
        step = -value if down and not self.signed else value
        needed = (_needed(after, old + step), _needed(before, new - step))
        weight = change.digits if old and new else 0
        propose = self._proposal("difference", {"more": more, "less": less, "by": by}, change)
        signed = replace(change.quantity, value=value)
        return Case(signed, made, slack, weight, propose, 0 if change.quantity.counts else slack, needed)

    def _proposal(self, kind: str, slots: Mapping[str, Quantity], change: Figure) -> Callable[[bool], Proposal]:
        def propose(sure: bool) -> Proposal:
            page = self.lines.grid.page
            operands: dict[str, Value] = {slot: page.stated(its) for slot, its in slots.items()}
            place = change.row if self.lines.turned else change.column
            return Proposal(kind, operands, f"the change of “{self.lines.place(place)}”", sure, "change")

        return propose


def _needed(quantity: Quantity, value: Rational) -> tuple[Rational, Rational]:
    """What a number is and what it would need to be, in units of its last place."""
    step = quantity.step or 1
    return divide(quantity.value or 0, step), divide(value, step)
