"""
rdjson, for reviewdog: columns count UTF-8 bytes, 1-based, the end exclusive.

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from __future__ import annotations

from typing import Any

from factcheck.model.error import RecordError
from factcheck.model.finding import Finding, Location, Report, Severity
from factcheck.model.visible import in_json, visible
from factcheck.reports.position import byte_columns, relative
from factcheck.reports.style import Style
from factcheck.reports.words import shown_findings, told_with_place

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO", Severity.NONE: "INFO"}


def render(report: Report, style: Style) -> str:
    """The report as one JSON object."""
    shown = [its for its in shown_findings(report, style.verbose) if its.severity != Severity.NONE]
    diagnostics = [*(_error(its) for its in report.errors), *(_finding(report, its) for its in shown)]
    result = {"source": {"name": "factcheck"}, "diagnostics": diagnostics}
    return in_json(result, 2) + "\n"


def _finding(report: Report, finding: Finding) -> dict[str, Any]:
    primary, others = finding.locations[:1], finding.locations[1:]
    diagnostic: dict[str, Any] = {
        "message": visible(told_with_place(finding)),
        "location": _location(report, primary[0]) if primary else {"path": relative(finding.path)},
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.kind},
    }
    if others:
        diagnostic["relatedLocations"] = [
            {
                "message": _said(its),
                "location": _location(report, its),
            }
            for its in others
        ]
    return diagnostic


def _said(location: Location) -> str:
    inside = f" ({location.origin})" if location.origin else ""
    return visible(f"{location.role}: {location.text}{inside}")


def _location(report: Report, location: Location) -> dict[str, Any]:
    if not location.has_lines:
        return {"path": relative(location.path)}
    start, end = byte_columns(report, location)
    return {
        "path": relative(location.path),
        "range": {
            "start": {"line": location.line, "column": start},
            "end": {"line": location.end_line, "column": end},
        },
    }


def _error(error: RecordError) -> dict[str, Any]:
    column = len(error.excerpt[: error.column].encode("utf-8", "surrogatepass")) + 1
    return {
        "message": visible(f"{error.where}: {error.what}. {error.remedy}"),
        "location": {
            "path": relative(error.path),
            "range": {"start": {"line": error.line_number, "column": column}},
        },
        "severity": "ERROR",
        "code": {"value": "record"},
    }
