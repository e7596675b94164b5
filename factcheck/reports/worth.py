"""
What every number must be worth: the answer to `--require`.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model.finding import Location, Report, Strength
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
