"""
From Python: the same verdicts as from the command line.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import factcheck

CLAIMS = """source: raid.txt
claims:
  arrests: 12 arrests
  rome: seven in Rome
  milan: six in Milan
rules:
  - balance: {whole: arrests, parts: [rome, milan]}
"""


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record of a sum that does not add up."""
    (tmp_path / "raid.txt").write_text("12 arrests: seven in Rome and six in Milan.", encoding="utf-8")
    path = tmp_path / "raid.yaml"
    path.write_text(CLAIMS, encoding="utf-8")
    return path


@pytest.mark.parametrize("loaded", [False, True])
def test_an_ignored_rule_is_set_aside(loaded: bool, record: Path) -> None:
    """Whether the file or what was loaded from it is judged; the reason is kept."""
    record.write_text(CLAIMS + "    ignore: the agency counts twice\n", encoding="utf-8")
    report = factcheck.verify(factcheck.load(record) if loaded else record)
    assert [its for its in report.findings if its.severity == "error"] == []
    assert [its.reason for its in report.silenced] == ["the agency counts twice"]


def test_an_ignore_that_has_ended_sets_nothing_aside(record: Path) -> None:
    """The finding is back, and a warning says why."""
    record.write_text(CLAIMS + "    ignore: counted twice\n    until: 2020-01-01\n", encoding="utf-8")
    report = factcheck.verify(record)
    assert [(its.severity, its.kind) for its in report.findings] == [("error", "balance"), ("warning", "ignore")]
    assert report.silenced == ()
