"""
GitLab's code quality report: an array, empty where nothing was found.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import Any

from factcheck.model.error import RecordError
from factcheck.model.finding import Finding, Report, Severity
from factcheck.model.identity import fingerprint
from factcheck.model.visible import in_json, visible
from factcheck.reports.position import relative
from factcheck.reports.style import Style
from factcheck.reports.words import shown_findings, told_with_place

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info", Severity.NONE: "info"}


def render(report: Report, style: Style) -> str:
    """The report as one JSON array."""
    seen: Counter[str] = Counter()
    rows = [_error(error, seen) for error in report.errors]
    rows += [_finding(its, seen) for its in shown_findings(report, style.verbose) if its.severity != Severity.NONE]
    return in_json(rows, 2) + "\n"


def _finding(finding: Finding, seen: Counter[str]) -> dict[str, Any]:
    place = finding.locations[0] if finding.locations else None
    path = place.path if place else finding.path
    line = place.line if place and place.has_lines else 1
    text = f"{finding.kind}: {told_with_place(finding)}"
    return _row(text, finding.kind, fingerprint(finding), _SEVERITIES[finding.severity], path, line, seen)


def _error(error: RecordError, seen: Counter[str]) -> dict[str, Any]:
    key = hashlib.sha256(f"{error.path}\0{error.where}\0{error.what}".encode("utf-8", "backslashreplace")).hexdigest()[
        :32
    ]
    text = f"record: {error.where}: {error.what}. {error.remedy}"
    return _row(text, "record", key, "blocker", error.path, error.line_number, seen)


def _row(text: str, kind: str, key: str, severity: str, path: str, line: int, seen: Counter[str]) -> dict[str, Any]:
    """An entry; the second finding with one fingerprint gets one of its own, for GitLab shows only the first."""
    seen[key] += 1
    if seen[key] > 1:
        key = hashlib.sha256(f"{key}\0{seen[key]}".encode()).hexdigest()[:32]
    return {
        "description": visible(text),
        "check_name": kind,
        "fingerprint": key,
        "severity": severity,
        "location": {"path": relative(path), "lines": {"begin": line}},
    }
