"""
Texts as newsrooms, prosecutors and companies write them, whole and with one number broken.

Ninety texts that are consistent, with hedges, rounding, open lists, subtotals and figures of other periods; eighty
of them again with one slip each. They were written without a look at the program. Floors, not wishes.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from factcheck import document, scan
from factcheck.model.finding import Finding, Severity

FILE = Path(__file__).parents[1] / "data" / "newsroom.jsonl"
ROWS: list[dict[str, Any]] = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
CLEAN = {row["id"]: row for row in ROWS if "text" in row}
BROKEN = [row for row in ROWS if "of" in row]
FLOOR = 69
"""How many of the slips are found at least; 71 with the weights that were set by hand on these very texts."""


def told(text: str, path: str) -> list[Finding]:
    """The errors and warnings of a text."""
    return [its for its in scan(document(text, path)).findings if its.severity in (Severity.ERROR, Severity.WARNING)]


def broken(row: dict[str, Any]) -> tuple[str, str]:
    """A text with its slip, and its path."""
    whole = CLEAN[row["of"]]
    text, start = whole["text"], row["start"]
    assert text.startswith(row["was"], start)
    return text[:start] + row["is"] + text[start + len(row["was"]) :], whole["source"]


@cache
def found() -> tuple[tuple[str, bool, bool], ...]:
    """For each slip its kind, whether a finding stands on it, and whether an error does."""
    results = []
    for row in BROKEN:
        findings = told(*broken(row))
        start, end = row["target"]
        on = [its for its in findings if any(place.start < end and place.end > start for place in its.locations)]
        results.append((row["kind"], bool(on), any(its.severity == Severity.ERROR for its in on)))
    return tuple(results)


@pytest.mark.parametrize("name", CLEAN)
def test_a_consistent_text_is_clean(name: str) -> None:
    """No error, no warning: quiet first."""
    row = CLEAN[name]
    assert [its.message for its in told(row["text"], row["source"])] == []


def test_most_slips_are_found() -> None:
    """By an error or a warning on the number that was broken, or on another of its relation."""
    assert sum(on for _, on, _ in found()) >= FLOOR


def test_no_kind_of_relation_is_lost() -> None:
    """Of every kind of relation some slip is found."""
    assert {kind for kind, on, _ in found() if on} == {row["kind"] for row in BROKEN}
