"""
A hundred reports as a generator writes them, from twenty small tables: the right ones go through, the wrong ones
are refused by the name of their slip. The cases were written before the gate was run on them (data/reports.yaml).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import factcheck
from factcheck.gate.result import GuardResult, repaired

TABLES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "data" / "reports.yaml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def judged() -> tuple[list[tuple[str, GuardResult]], list[tuple[str, str, str, GuardResult]]]:
    """The right and the wrong ones, with what the gate says."""
    right, wrong = [], []
    for case in TABLES:
        prepared = factcheck.prepare(case["csv"])
        right += [(answer, factcheck.guard(answer, prepared)) for answer in case["right"]]
        wrong += [(case["csv"], kind, its, factcheck.guard(its, prepared)) for kind, its in case["wrong"].items()]
    return right, wrong


def test_right_reports_go_through(judged: Any) -> None:
    refused = [(answer, str(result)) for answer, result in judged[0] if not result.ok]
    assert len(judged[0]) == 60
    assert len(refused) <= 3, refused


def test_wrong_reports_are_refused_by_the_name_of_their_slip(judged: Any) -> None:
    passed = [answer for _, _, answer, result in judged[1] if result.ok]
    misnamed = [(a, kind) for _, kind, a, r in judged[1] if not r.ok and r.findings[0].problem.value != kind]
    assert len(judged[1]) == 40
    assert len(passed) <= 2, passed
    assert len(misnamed) <= 4, misnamed


def test_every_repair_makes_it_right(judged: Any) -> None:
    mended = 0
    for source, _, answer, result in judged[1]:
        if result.findings and len(result.repairs) == len(result.findings):
            mended += 1
            assert factcheck.guard(repaired(answer, result.repairs), source).ok, answer
    assert mended >= 20
