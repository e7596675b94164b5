"""
Sixty tables in twelve layouts, right and with one cell wrong, written before a look at what finds relations in tables.

Examples in the manuals resemble some of them, so this is a regression floor and no measure of tables never seen.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck import api
from factcheck.model.finding import Severity

TABLES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data" / "tables.jsonl").read_text(encoding="utf-8").splitlines()
]
FLOOR = 57
"""How many of the wrong cells are told at least."""


def told(text: str, suffix: str) -> list[str]:
    """The numbers that the errors and warnings of a table point at."""
    findings = api.scan(api.document(text, f"table{suffix}")).findings
    loud = [its for its in findings if its.severity in (Severity.ERROR, Severity.WARNING)]
    return [_digits(place.text) for its in loud for place in its.locations]


def _digits(words: str) -> str:
    return "".join(its for its in words if its.isdigit() or its == ".")


@pytest.mark.parametrize("table", TABLES, ids=lambda its: f"{its['layout']}-{its['name']}")
def test_a_right_table_is_passed_over(table: dict[str, str]) -> None:
    """Whatever its layout, nothing is said of a table in which nothing is wrong."""
    assert told(table["right"], table["suffix"]) == []


def test_most_wrong_cells_are_told() -> None:
    """One cell is wrong, and a finding names it."""
    found = 0
    for table in TABLES:
        wrong = {_digits(words) for words in table["new"].split(" (")}
        found += bool(wrong & set(told(table["wrong"], table["suffix"])))
    assert len(TABLES) == 60
    assert found >= FLOOR
