"""
What every number must be worth: the answer to `--require`.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model.finding import Location, Problem, Report, Strength
from factcheck.model.visible import visible
from factcheck.reports.words import where


def shortfall(report: Report, require: str) -> tuple[Location, ...]:
    """The numbers that are worth less than required."""
    enough = {"limited": (Strength.BOUNDED, Strength.PINNED), "tested": (Strength.PINNED,)}.get(require, ())
    return tuple(
        where
        for where, strength, backed in report.coverage.numbers
        if not (backed if require == "backed" else strength in enough)
    )


def shortfall_lines(numbers: Sequence[Location], require: str) -> list[str]:
    """The numbers that are worth less, one a line."""
    word = {"limited": "limited by any rule", "tested": "tested by the rules", "backed": "backed by evidence"}[require]
    count = len(numbers)
    lines = [f"{where(its)}: “{visible(its.text)}” is not {word}" for its in numbers]
    return [*lines, f"{count} {'number is' if count == 1 else 'numbers are'} worth less than --require {require}."]


def unheld(report: Report) -> tuple[Location, ...]:
    """The numbers of a rewrite that nothing was held against: none of the sources' is like them, or none was sought."""
    invented = [its.locations[0] for its in report.findings if its.problem == Problem.UNSUPPORTED and its.locations]
    return tuple(
        number
        for number, strength, _ in report.coverage.numbers
        if strength == Strength.UNTESTED
        or any(its.path == number.path and its.start < number.end and number.start < its.end for its in invented)
    )


def unheld_lines(numbers: Sequence[Location]) -> list[str]:
    """The numbers that nothing was held against, one a line."""
    count = len(numbers)
    lines = [f"{where(its)}: nothing was held against “{visible(its.text)}”" for its in numbers]
    return [*lines, f"{count} {'number is' if count == 1 else 'numbers are'} worth less than --require tested."]
