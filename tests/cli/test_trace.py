"""
``factcheck scan --trace``: what was understood of each number, and what let a relation through or stopped it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck import document, scan

TEXT = (
    "Sales rose 18% to $4.1 million from $3.7 million a year earlier.\n"
    "Costs rose 18% in constant currency, to $4.1 million from $3.7 million.\n"
)


@pytest.fixture
def report_file(desk: Path) -> Path:
    """A text with a relation that is broken, and one that is none."""
    (desk / "report.txt").write_text(TEXT, encoding="utf-8")
    return desk / "report.txt"


def test_each_number_is_told_with_its_roles_and_relations(factcheck, report_file):
    """Behind the report: the number, its place, its fields, the relation that tests it."""
    result = factcheck("scan", report_file, "--trace=all")
    assert "report.txt:1:12: “18%”\n    roles     change (“rose”)" in result.stdout
    assert "    change    “18%”, “$4.1 million”, “$3.7 million”: tested" in result.stdout


def test_what_stopped_a_relation_is_told_by_its_name(factcheck, report_file):
    """It is what a user asks: why did you not see this?"""
    result = factcheck("scan", report_file, "--trace=2")
    assert "not: nothing was left out or adjusted" in result.stdout
    assert "report.txt:1:" not in result.stdout.partition("for you to check")[2]


def test_one_number_may_be_asked_for(factcheck, report_file):
    """By its line and any column in it."""
    result = factcheck("scan", report_file, "--trace=1:20")
    told = result.stdout.partition("for you to check")[2]
    assert "“$4.1 million”" in told
    assert "report.txt:1:12:" not in told


def test_lines_of_json_have_an_object_a_fact(factcheck, report_file):
    """With the offsets of its text."""
    result = factcheck("scan", report_file, "--format", "jsonl", "--trace=all")
    facts = [row["fact"] for row in map(json.loads, result.stdout.splitlines()) if "fact" in row]
    assert [TEXT[fact["start"] : fact["end"]] for fact in facts] == [fact["text"] for fact in facts]
    assert facts[0]["considered"][0]["template"] == "change"


def test_the_value_may_be_left_out(report_file):
    """``--trace`` alone asks of every number."""
    run = subprocess.run(
        [sys.executable, "-m", "factcheck", "scan", str(report_file), "--trace"],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={"PYTHONUTF8": "1", "PATH": ""},
    )
    assert "roles     change (“rose”)" in run.stdout


def test_a_report_has_no_trace_unless_asked():
    """It costs memory, and most runs want none."""
    text = document(TEXT)
    assert scan(text).traces == ()
    assert len(scan(text, trace=True).traces[0].facts) == 6
