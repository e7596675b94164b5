"""
Tables are tables: what is found in one of Markdown is found in Word, HTML, a workbook, CSV and a PDF.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import thirty

from factcheck import api
from factcheck.model.finding import Report, Severity
from factcheck.reports import renderer
from factcheck.reports.style import Style

CASES = thirty.cases()


def scanned(folder: Path, suffix: str, data: bytes) -> Report:
    path = folder / f"report{suffix}"
    path.write_bytes(data)
    report = api.scan(path)
    assert not report.errors
    return report


def told(report: Report) -> list[tuple[str, str, tuple[str, ...]]]:
    """What is wrong: the kind, the message, the words of each place."""
    return [
        (its.kind, its.message, tuple(place.text for place in its.locations))
        for its in report.findings
        if its.severity in (Severity.ERROR, Severity.WARNING)
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title.replace(" ", "-"))
def test_a_table_is_judged_alike_in_every_format(case: thirty.Case, tmp_path: Path) -> None:
    """Right, it is passed over; with one cell wrong the same is said of the same cells, that one among them."""
    for suffix, data in thirty.files(case):
        assert told(scanned(tmp_path, suffix, data)) == [], suffix
    wrong = dict(thirty.files(case.wrong))
    expected = told(scanned(tmp_path, ".md", wrong[".md"]))
    assert expected
    assert any(case.printed in words for _, _, words in expected)
    for suffix, data in wrong.items():
        assert told(scanned(tmp_path, suffix, data)) == expected, suffix


@pytest.mark.parametrize(
    ("suffix", "place"),
    [
        (".docx", "report.docx, table 1, row 2, “Headache”, column 4: error"),
        (".html", "report.html:7:48, table 1, row 2, “Headache”, column 4: error"),
        (".xlsx", "report.xlsx, sheet “Report”, cell D5, “Headache”: error"),
        (".csv", "report.csv:5:16, row 5, “Headache”, column 4: error"),
        (".pdf", "report.pdf, page 1: error"),
    ],
)
def test_a_cell_is_told_by_its_place_in_the_file(
    suffix: str, place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The place is that of the wrong cell, as a person looks it up in the program that shows the file."""
    rows = [("Effect", "Drug", "Placebo", "Total"), ("Headache", "41", "22", "36"), ("Nausea", "30", "11", "41")]
    case = thirty.Case("Trial", "Patients by arm.", (*rows, ("Total", "71", "33", "104")), (1, 3), "36")
    monkeypatch.chdir(tmp_path)
    report = scanned(Path(), suffix, dict(thirty.files(case))[suffix])
    lines = [line for line in renderer("plain")(report, Style()).splitlines() if ": error" in line]
    assert lines
    assert lines[0].startswith(place)
