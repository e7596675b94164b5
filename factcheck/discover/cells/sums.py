"""
The sums among the lines of a table: which line others make, with which sign, and the cases of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cached_property
from math import lcm

from factcheck.discover.cells.family import Case, count, is_meant
from factcheck.discover.cells.grid import Figure, Grid, Lines
from factcheck.discover.proposal import Proposal, Value
from factcheck.model.frozen import frozen
from factcheck.model.number import Rational, divide
from factcheck.model.quantity import Quantity
from factcheck.model.regex import regex
from factcheck.model.unit import Unit

TOTAL = regex(
    r"\W*(?:(?:grand|overall|net|sub|full|all)[\s-]*)?(?:totals?|sum|all|both|together|overall|altogether|combined"
    r"|full year|fy\s?\d*|year)\b(?:\W+\w+){0,3}\W*",
    re.IGNORECASE,
)
_PLAIN = regex(r"\W*(?:(?:grand|overall|sub)[\s-]*)?(?:totals?|sum)\W*", re.IGNORECASE)
_NOT_ADDED = regex(
    r"\b(?:average|avg|mean|median|rate|ratio|per|price|age|rank|index|unique|distinct|cumulative|running|max(?:imum)?"
    r"|min(?:imum)?|density|score|version|(?<!of )(?<!full )year|date|no|id|#|change|growth|difference|ever|speed|factor)\b",
    re.IGNORECASE,
)
_OVERLAP = regex(r"\b(?:both|either|any|overlap\w*|mixed|combined)\b", re.IGNORECASE)
_ROUNDED = regex(r"\b(?:thousands?|millions?|billions?|mln|bn|mio)\b|['’]000|\b000s\b|[$€£¥]", re.IGNORECASE)
_MOST = 60
"""Lines beyond which a table is not searched for sums that no word states."""
_FAR = 30
"""How many parts a sum has at most that no word states."""


@frozen
class Sum:
    """A line that others make: which ones, and with which sign."""

    whole: int
    parts: tuple[tuple[int, int], ...]
    """The other lines, each with its sign."""
    worded: bool
    cases: tuple[Case, ...]

    @property
    def rank(self) -> tuple[int, int, int]:
        """The better it fits the lower: how many are off, how few hold, how many parts it has."""
        holding, off, digits = count(self.cases)
        return off, -holding - digits, len(self.parts)


class Search:
    """The sums among the lines of a table."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.filled = lines.filled
        self.inner: dict[int, int] = {}
        """The lines that are parts of another, and of which."""
        self.nets: set[int] = set()
        """The lines that are others less others."""

    def sums(self) -> list[Sum]:
        """Every sum that is meant: lines over their parts, then those below theirs."""
        found: list[Sum] = []
        if len(self.filled) <= _MOST:
            for at in range(len(self.filled) - 2):
                self._keep(found, self._best(self._below(at)))
        for at in range(1, len(self.filled)):
            if not any(its.whole == self.filled[at] for its in found):
                self._keep(found, self._best(self._above(at)))
        return found

    def _keep(self, found: list[Sum], best: Sum | None) -> None:
        if best is not None:
            found.append(best)
            self.inner.update({part: best.whole for part, _ in best.parts})
            if any(sign < 0 for _, sign in best.parts):
                self.nets.add(best.whole)
            elif len(best.parts) == 2 and best.whole < best.parts[0][0]:
                self.nets.add(best.parts[1][0])

    def _best(self, candidates: Iterator[tuple[int, tuple[tuple[int, int], ...], bool]]) -> Sum | None:
        sums = []
        for whole, parts, worded in candidates:
            if not worded and not self._may_be(whole, parts):
                continue
            cases = tuple(self._cases(whole, parts))
            if cases and self._is_meant(whole, parts, cases, worded):
                sums.append(Sum(whole, parts, worded, cases))
        return min(sums, key=lambda its: its.rank) if sums else None

    def _may_be(self, whole: int, parts: Sequence[tuple[int, int]]) -> bool:
        """Whether a sum that no word states holds often enough to be looked at: by whole numbers, which is fast."""
        counted = [its for its in self._counted if whole in its[0]]
        left = max(1, len(counted) // 4)
        holds = False
        for values, slack in counted:
            off = -values[whole]
            for line, sign in parts:
                off += sign * values.get(line, 0)
            if abs(off) <= slack * (len(parts) + 1):
                holds = True
            elif all(line in values for line, _ in parts):
                left -= 1
                if left < 0:
                    return False
        return holds

    @cached_property
    def _counted(self) -> list[tuple[dict[int, int], int]]:
        """At each place the numbers of the lines in one small unit, and half the coarsest step in it."""
        found = []
        for place in self.lines.places:
            if _NOT_ADDED.search(self.lines.place(place)):
                continue
            own = [(line, its) for line in self.filled if (its := self.lines.figure(line, place)) is not None]
            unit = lcm(*(Fraction(part).denominator for _, its in own for part in (its.value, its.quantity.step)))
            values = {line: int(its.value * unit) for line, its in own}
            step = max((its.quantity.step for _, its in own), default=0)
            found.append((values, int(step * unit) // 2 + 1))
        return found

    def _is_meant(self, whole: int, parts: Sequence[tuple[int, int]], cases: Sequence[Case], worded: bool) -> bool:
        if is_meant(cases, worded):
            return True
        # One that stands alone is meant where its name says no more than that, and a single slip would mend it.
        alone = worded and len(cases) == 1 and (self._is_row or bool(_PLAIN.fullmatch(self.lines.label(whole))))
        return alone and cases[0].mends and not any(_OVERLAP.search(self.lines.label(its)) for its, _ in parts)

    def _below(self, at: int) -> Iterator[tuple[int, tuple[tuple[int, int], ...], bool]]:
        """What a line may be the head of: the lines that follow it, or those that are set in below it."""
        whole = self.filled[at]
        level = self.lines.level(whole)
        deeper = []
        for its in self.filled[at + 1 :]:
            if self.lines.level(its) <= level:
                break
            deeper.append(its)
        least = min(map(self.lines.level, deeper), default=0)
        inset = tuple((its, 1) for its in deeper if self.lines.level(its) == least)
        if len(inset) > 1:
            yield whole, inset, True
        row: list[tuple[int, int]] = []
        for its in self.filled[at + 1 : at + 1 + _FAR]:
            row.append((its, 1))
            if len(row) > 1:
                yield whole, tuple(row), False

    def _above(self, at: int) -> Iterator[tuple[int, tuple[tuple[int, int], ...], bool]]:
        """What a line may be the total of: the lines before it, without those that others of them take up."""
        whole = self.filled[at]
        label = self.lines.label(whole)
        worded = bool(TOTAL.fullmatch(label)) and not _NOT_ADDED.search(label)
        if len(self.filled) > _MOST and not worded:
            return
        row: list[int] = []
        for its in reversed(self.filled[:at]):
            if self.inner.get(its) not in (None, whole) and self._stands(self.inner[its], at):
                continue
            row.insert(0, its)
            if len(row) > 1:
                yield from self._signed(whole, row, worded)
            if len(row) >= _FAR and not worded:
                break
        yield from self._without_nets(whole, at)
        yield from self._less(whole, at)
        level = min(map(self.lines.level, row), default=0)
        outer = [its for its in row if self.lines.level(its) == level]
        if 1 < len(outer) < len(row):
            yield from self._signed(whole, outer, worded)

    def _without_nets(self, whole: int, at: int) -> Iterator[tuple[int, tuple[tuple[int, int], ...], bool]]:
        """The lines before one without those that are others less others: costs below and above a gross profit."""
        row: list[int] = []
        nets = False
        for its in reversed(self.filled[max(0, at - _FAR) : at]):
            if its in self.nets:
                nets = True
                continue
            row.insert(0, its)
            if nets and len(row) > 1:
                yield whole, tuple((part, 1) for part in row), False

    def _less(self, whole: int, at: int) -> Iterator[tuple[int, tuple[tuple[int, int], ...], bool]]:
        """The line right before one, taken from the first or from a line that others make."""
        last = self.filled[at - 1]
        for its in self.filled[: at - 2]:
            if not self.lines.turned and (its in self.inner.values() or its == self.filled[0]):
                yield whole, ((its, 1), (last, -1)), False

    def _stands(self, other: int, at: int) -> bool:
        """Whether a line that takes up others stands among those before one."""
        return other in self.filled[:at]

    def _signed(
        self, whole: int, row: list[int], worded: bool
    ) -> Iterator[tuple[int, tuple[tuple[int, int], ...], bool]]:
        plus = tuple((its, 1) for its in row)
        yield whole, plus, worded and self._reaches(row)
        if not self.lines.turned:
            yield whole, (plus[0], *((its, -1) for its in row[1:])), False

    def _reaches(self, row: list[int]) -> bool:
        """Whether a run of lines begins where the table does, or behind another total."""
        first = self.filled.index(row[0])
        return first == 0 or bool(TOTAL.match(self.lines.label(self.filled[first - 1])))

    def _cases(self, whole: int, parts: Sequence[tuple[int, int]]) -> Iterator[Case]:
        for place in self.lines.places:
            case = self._case(whole, parts, place)
            if case is not None:
                yield case

    def _case(self, whole: int, parts: Sequence[tuple[int, int]], place: int) -> Case | None:
        total = self.lines.figure(whole, place)
        if total is None or _NOT_ADDED.search(self.lines.place(place)):
            return None
        found = []
        for line, sign in parts:
            its = self.lines.figure(line, place)
            if its is not None:
                found.append((its, sign))
            elif not self.lines.is_blank(line, place):
                return None
        return self._made(total, found, (whole, parts, place)) if len(found) > 1 else None

    def _made(
        self, total: Figure, found: list[tuple[Figure, int]], of: tuple[int, Sequence[tuple[int, int]], int]
    ) -> Case | None:
        """The case at one place, in the unit of the total; ``None`` where the units do not fit."""
        whole = total.quantity
        parts = [_alike(its.quantity, whole.unit, its.value * sign) for its, sign in found]
        if any(its.dimension != whole.dimension or its.unit != whole.unit for its in parts):
            return None
        made = sum(its.value or 0 for its in parts)
        exact = whole.counts and all(its.counts for its in parts) and not self._is_rounded
        slack = 0 if exact else divide(whole.step + sum(its.step for its in parts), 2)
        off = made - total.value
        needed = tuple(
            (divide(its.value or 0, its.step), divide((its.value or 0) - off, its.step)) for its in parts if its.step
        )
        weight = total.digits if sum(bool(its.value) for its in parts) > 1 else 0
        named = tuple(self.lines.label(line) for line, _ in of[1] if self.lines.figure(line, of[2]) is not None)
        signed = replace(whole, value=total.value)

        # What is left of the first is told as its part: each cell keeps its sign, whichever relation it stands in.
        left = any(sign < 0 for _, sign in found)
        operands = [_alike(its.quantity, whole.unit, its.value) for its, _ in found]

        def propose(sure: bool) -> Proposal:
            if left:
                label = self.lines.label(of[0])
                return self._proposal(operands[0], [*operands[1:], signed], (*named[1:], label), of[2], sure)
            return self._proposal(signed, operands, named, of[2], sure)

        tight = 0 if whole.counts else slack
        return Case(signed, made, slack, weight, propose, tight, needed)

    @cached_property
    def _is_row(self) -> bool:
        """Whether the table is a single row of numbers."""
        return self.lines.turned and len(self.lines.places) == 1

    @cached_property
    def _is_rounded(self) -> bool:
        """Whether the whole numbers of the table are rounded: to thousands, or amounts of money."""
        return is_rounded(self.lines.grid)

    def _proposal(
        self, whole: Quantity, parts: Sequence[Quantity], named: tuple[str, ...], place: int, sure: bool
    ) -> Proposal:
        page, head = self.lines.grid.page, self.lines.place(place)
        stated = tuple(page.stated(its, label or "") for its, label in zip(parts, named, strict=True))
        operands: dict[str, Value] = {"whole": page.stated(whole, "total"), "parts": stated, "list": "closed"}
        word = "of" if self.lines.turned else "under"
        subject = f"the numbers {word} “{head}”" if head else "the column" if word == "under" else "the row"
        return Proposal("balance", operands, subject, sure, "total")


def is_rounded(grid: Grid) -> bool:
    """Whether the whole numbers of a table are rounded: it gives thousands, or amounts of money."""
    block, text = grid.block, grid.page.text
    return bool(_ROUNDED.search(text, max(0, block.start - 200), block.end))


def _alike(part: Quantity, unit: Unit | None, value: Rational) -> Quantity:
    """A part with its sign, in the unit of its total where it has none: accountants sign the first line alone."""
    if part.unit is None or (unit is None and part.unit.currency):
        return replace(part, value=value, unit=unit)
    return replace(part, value=value)
