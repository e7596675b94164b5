"""
SARIF 2.1.0, for code scanning (OASIS, Static Analysis Results Interchange Format).

Columns count code points (``columnKind``). The sum that a reader can check by hand is the result's
code flow, the other numbers are its related locations. The uploader's own fingerprint
(``primaryLocationLineHash``) is left to the uploader.
"""

from __future__ import annotations

import re
from typing import Any

from factcheck.model.error import RecordError
from factcheck.model.finding import Entry, Finding, Location, Report, Severity, Silence, Silenced, Verdict
from factcheck.model.identity import fingerprint
from factcheck.model.origin import Origin
from factcheck.model.version import VERSION
from factcheck.model.visible import in_json, visible
from factcheck.reports.kind import about
from factcheck.reports.position import uri
from factcheck.reports.style import Style
from factcheck.reports.words import told

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "note",
    Severity.NONE: "none",
}
_RECORD = "record"


def render(report: Report, style: Style) -> str:
    """The report as one SARIF log."""
    found = [(finding, None) for finding in report.findings if _counts(finding, style)]
    left_out = [(its.finding, its) for its in report.silenced] if style.silenced else []
    kinds = sorted({finding.kind for finding, _ in [*found, *left_out]})
    run = {
        "tool": {
            "driver": {
                "name": "factcheck",
                "version": VERSION,
                "semanticVersion": VERSION,
                "rules": [_rule(kind) for kind in kinds],
                "notifications": [_descriptor(_RECORD, "The records can be read", "A claim file is wrong.")],
            }
        },
        "invocations": [
            {
                "executionSuccessful": not report.errors,
                "toolConfigurationNotifications": [_notification(error) for error in report.errors],
            }
        ],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": [_result(finding, kinds.index(finding.kind), its) for finding, its in [*found, *left_out]],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return in_json(log, 2) + "\n"


def _counts(finding: Finding, style: Style) -> bool:
    return finding.severity in (Severity.ERROR, Severity.WARNING) or (
        style.verbose and finding.severity == Severity.NOTE
    )


def _descriptor(name: str, short: str, full: str) -> dict[str, Any]:
    return {
        "id": name,
        "name": name,
        "shortDescription": {"text": f"{short}."},
        "fullDescription": {"text": full},
    }


def _rule(kind: str) -> dict[str, Any]:
    summary, manual = about(kind)
    return _descriptor(kind, summary, manual.partition("\n\n")[0]) | {
        "help": {"text": manual},
        "defaultConfiguration": {"level": "error"},
    }


def _result(finding: Finding, rule: int, silenced: Silenced | None) -> dict[str, Any]:
    primary, others = finding.locations[:1], finding.locations[1:]
    result: dict[str, Any] = {
        "ruleId": finding.kind,
        "ruleIndex": rule,
        "kind": "fail" if finding.severity != Severity.NONE else "pass",
        "level": _LEVELS[finding.severity],
        "message": {"text": _plain(told(finding))},
        "locations": [_location(its) for its in primary] or [_artifact(finding.path)],
        "partialFingerprints": {"factcheckFinding/v1": fingerprint(finding)},
        "properties": {
            "rule": finding.rule,
            "verdict": finding.verdict.value,
            "confidence": finding.confidence.value,
            "reading": finding.reading.value if finding.reading else None,
            **({"problem": finding.problem.value} if finding.problem else {}),
            **({"said": finding.said} if finding.said else {}),
            **({"expected": finding.expected} if finding.expected else {}),
        },
    }
    if others:
        result["relatedLocations"] = [_location(its, its.role) | {"id": at} for at, its in enumerate(others, 1)]
    flow = _flow(finding)
    if flow:
        result["codeFlows"] = [{"threadFlows": [{"locations": flow}]}]
    if silenced:
        kind = "inSource" if silenced.silence == Silence.IGNORED else "external"
        result["suppressions"] = [{"kind": kind, "status": "accepted", "justification": silenced.reason}]
    return result


def _flow(finding: Finding) -> list[dict[str, Any]]:
    """The ledger, line by line; a sum stands where the finding does."""
    if finding.verdict == Verdict.CONSISTENT:
        return []
    primary = finding.locations[0] if finding.locations else None
    steps = []
    for entry in finding.ledger:
        where = entry.location or primary
        if where is not None:
            importance = "essential" if entry.total or where == primary else "important"
            steps.append({"location": _location(where, _said(entry)), "importance": importance})
    return steps


def _said(entry: Entry) -> str:
    return ": ".join(filter(None, (entry.label, entry.value)))


def _location(location: Location, message: str = "") -> dict[str, Any]:
    its: dict[str, Any] = _artifact(location.path)
    if location.has_lines:
        its["physicalLocation"]["region"] = {
            "startLine": location.line,
            "startColumn": location.column,
            "endLine": location.end_line,
            "endColumn": location.end_column,
            "charOffset": location.start,
            "charLength": location.end - location.start,
            "snippet": {"text": location.text},
        }
    logical = [_origin(location.origin)] if location.origin else []
    if location.claim:
        logical.append({"fullyQualifiedName": location.claim, "kind": "member"})
    if logical:
        its["logicalLocations"] = logical
    if message:
        its["message"] = {"text": _plain(message)}
    return its


def _origin(origin: Origin) -> dict[str, str]:
    """A place in a file that is more than text, from the outside in (SARIF 3.33)."""
    steps = [f"{name} {value}" for name, value in origin.steps]
    return {"name": str(origin), "fullyQualifiedName": "/".join(steps), "kind": origin.steps[-1][0]}


def _artifact(path: str) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": _place(path)}}


def _place(path: str) -> dict[str, str]:
    its = uri(path)
    return {"uri": its} if its.startswith("file:") else {"uri": its, "uriBaseId": "%SRCROOT%"}


def _notification(error: RecordError) -> dict[str, Any]:
    region = {"startLine": error.line_number, "startColumn": error.column + 1}
    return {
        "level": "error",
        "descriptor": {"id": _RECORD, "index": 0},
        "message": {"text": _plain(f"{error.where}: {error.what}. {error.remedy}")},
        "locations": [{"physicalLocation": {"artifactLocation": _place(error.path), "region": region}}],
    }


def _plain(text: str) -> str:
    r"""
    A message in which no text of a source becomes a link (SARIF 3.11.6).

    >>> _plain("[read on](https://example.org)")
    '\\[read on](https://example.org)'
    """
    return re.sub(r"\[(?=[^\]]*\]\()", r"\\[", visible(text))
