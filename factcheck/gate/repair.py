"""
Changes to an answer that mend its findings, where one value follows.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.gate.result import Discrepancy, Repair
from factcheck.gate.tell import grouped_as
from factcheck.model.amount import base
from factcheck.model.finding import Problem
from factcheck.model.quantity import Quantity
from factcheck.reader import read


def repairs_of(findings: Sequence[Discrepancy], quantities: dict[int, Quantity], answer: str) -> tuple[Repair, ...]:
    """A change for each finding for which one value follows; no two of one passage."""
    repairs: list[Repair] = []
    taken: set[int] = set()
    by_number = {its.number_start: its for its in quantities.values()}
    for its in findings:
        quantity = quantities.get(its.start) or by_number.get(its.start)
        if not its.expected or quantity is None or quantity.start in taken:
            continue
        taken.add(quantity.start)
        start, end, new = _change(its, quantity)
        repairs.append(Repair(start, end, answer[start:end], new, its.message))
    return tuple(repairs)


def _change(its: Discrepancy, quantity: Quantity) -> tuple[int, int, str]:
    """Which passage is replaced, and by what: the number alone where its unit stays."""

    found = read(its.expected).quantities
    start, end = quantity.number_start, quantity.number_end
    if its.problem == Problem.DERIVED or not found or found[0].value is None:
        return start, end, its.expected
    other = found[0]
    noun = quantity.counted is not None
    if (
        its.problem not in (Problem.UNIT, Problem.CURRENCY, Problem.SCALE, Problem.HEDGE)
        and (other.unit == quantity.unit or other.unit is None)
        and quantity.value is not None
        and other.hedge is None
        and other.step >= quantity.step > 0
    ):
        return start, end, grouped_as(base(other), quantity)
    whole = its.expected
    if noun and other.counted is None:
        whole = its.expected[other.number_start : other.number_end]
        return quantity.start, end, whole
    return quantity.start, end if quantity.counted else quantity.end, whole
