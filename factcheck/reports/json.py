"""
JSON, version 2: a frozen shape with its schema (``report.schema.json``), never a dump of inner types.

Offsets are 0-based code points in the source as read, the end exclusive; lines and columns are
1-based. Amounts are exact decimals (or ``a/b``) as text: a float would not be.
"""

from __future__ import annotations

from typing import Any

from factcheck.model.error import RecordError
from factcheck.model.finding import Finding, Gap, Location, Report, Silenced, Strength, Suspect
from factcheck.model.number import Rational, plain
from factcheck.model.origin import Origin
from factcheck.model.visible import in_json
from factcheck.reports.style import Style
from factcheck.reports.words import excerpt, told

VERSION = 2
"""Of the shape: a change that could break a reader raises it."""


def render(report: Report, style: Style) -> str:
    """The report as one JSON object."""
    return in_json(document(report, style.silenced), 2) + "\n"


def document(report: Report, silenced: bool = False) -> dict[str, Any]:
    """The report as the values of its JSON; what is silenced on request."""
    coverage = report.coverage
    return {
        "version": VERSION,
        "findings": [finding_object(finding) for finding in report.findings],
        "coverage": {
            "numbers": len(coverage.numbers),
            **{its.value: coverage.count(its) for its in Strength},
            "backed": coverage.backed,
            "not_claims": coverage.not_claims,
        },
        "errors": [_error(error) for error in report.errors],
        "silenced": [_silenced(its) for its in report.silenced] if silenced else [],
    }


def finding_object(finding: Finding) -> dict[str, Any]:
    """A finding as the values of its JSON."""
    return {
        "path": finding.path,
        "rule": finding.rule,
        "kind": finding.kind,
        "verdict": finding.verdict.value,
        "reading": finding.reading.value if finding.reading else None,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "message": told(finding),
        "problem": finding.problem.value if finding.problem else None,
        "said": finding.said or None,
        "expected": finding.expected or None,
        "gap": _gap(finding.gap),
        "locations": [_location(location) for location in finding.locations],
        "suspects": [_suspect(suspect) for suspect in finding.suspects],
    }


def _gap(gap: Gap | None) -> dict[str, Any] | None:
    return None if gap is None else {"value": plain(gap.value), "unit": gap.unit.name if gap.unit else None}


def _location(location: Location) -> dict[str, Any]:
    return {
        "path": location.path,
        "start": location.start,
        "end": location.end,
        "line": location.line,
        "column": location.column,
        "text": location.text,
        "role": location.role,
        "claim": location.claim or None,
        "origin": _origin(location.origin) if location.origin else None,
    }


def _origin(origin: Origin) -> dict[str, Any]:
    return {
        "words": str(origin),
        "steps": [{"name": name, "value": value} for name, value in origin.steps],
        "label": origin.label or None,
        "boxes": [list(box) for box in origin.boxes],
    }


def _suspect(suspect: Suspect) -> dict[str, Any]:
    return {
        "claim": suspect.claim,
        "label": suspect.label,
        "printed": suspect.printed,
        "would_fit": suspect.would_fit,
        "lower": _end(suspect.fits.lower),
        "upper": _end(suspect.fits.upper),
        "slip": suspect.slip or None,
        "confidence": suspect.confidence.value,
        "rules": list(suspect.rules),
        "location": _location(suspect.location) if suspect.location else None,
    }


def _silenced(silenced: Silenced) -> dict[str, Any]:
    return {
        "silence": silenced.silence.value,
        "reason": silenced.reason,
        "finding": finding_object(silenced.finding),
    }


def _end(value: Rational | None) -> str | None:
    return None if value is None else plain(value)


def _error(error: RecordError) -> dict[str, Any]:
    return {
        "path": error.path,
        "line": error.line_number,
        "column": error.column + 1,
        "where": error.where,
        "what": error.what,
        "excerpt": "".join(excerpt(error)),
        "remedy": error.remedy,
        "nearest": list(error.nearest),
    }
