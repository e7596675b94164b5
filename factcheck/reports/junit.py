"""
JUnit XML, for the test tabs of CI: a suite a claim file, a case a rule; what holds and what cannot be
judged too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from factcheck.model.error import RecordError
from factcheck.model.finding import Finding, Report, Severity, Verdict
from factcheck.model.visible import named, visible
from factcheck.reports.style import Style
from factcheck.reports.words import excerpt, told, where


def render(report: Report, style: Style) -> str:
    """The report as one XML document."""
    suites: dict[str, list[Finding]] = {}
    for finding in report.findings:
        suites.setdefault(finding.file or finding.path, []).append(finding)
    errors: dict[str, list[RecordError]] = {}
    for error in report.errors:
        errors.setdefault(error.path, []).append(error)
    silenced: dict[str, list[str]] = {}
    for its in report.silenced:
        case = _case(its.finding, f"<skipped message={_quoted(f'{its.silence.value}: {its.reason}')}/>")
        silenced.setdefault(its.finding.file or its.finding.path, []).append(case)
    names = sorted({*suites, *errors, *silenced})
    lines = [line for name in names for line in _suite(name, suites, errors, silenced)]
    return "\n".join(
        ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites name="factcheck">', *lines, "</testsuites>", ""]
    )


def _suite(
    name: str,
    findings: dict[str, list[Finding]],
    errors: dict[str, list[RecordError]],
    silenced: dict[str, list[str]],
) -> Iterator[str]:
    cases = [*(_error(its) for its in errors.get(name, ())), *(_of(its) for its in findings.get(name, ()))]
    cases += silenced.get(name, ())
    counts = " ".join(f'{word}="{_count(cases, tag)}"' for word, tag in _TAGS.items())
    yield f'  <testsuite name={_name(name)} tests="{len(cases)}" {counts} time="0">'
    yield from cases
    yield "  </testsuite>"


_TAGS = {"failures": "<failure ", "errors": "<error ", "skipped": "<skipped "}


def _count(cases: Iterable[str], tag: str) -> int:
    # Text is escaped, so that a bare tag is never part of it.
    return sum(tag in case for case in cases)


def _of(finding: Finding) -> str:
    text = told(finding)
    if finding.verdict == Verdict.UNDETERMINED:
        return _case(finding, f"<skipped message={_quoted(text)}/>")
    if finding.verdict == Verdict.INCONSISTENT and finding.severity != Severity.NOTE:
        ledger = [f"{entry.label}: {entry.value}" for entry in finding.ledger]
        places = [f"{where(its)} {its.text}" for its in finding.locations]
        body = _text("\n".join(visible(line) for line in [text, *ledger, *places]))
        return _case(
            finding, f'<failure type="{finding.severity.value}" message={_quoted(finding.message)}>{body}</failure>'
        )
    if finding.severity in (Severity.WARNING, Severity.NOTE):
        return _case(finding, f"<system-out>{_text(visible(text))}</system-out>")
    return _case(finding, "")


def _case(finding: Finding, inner: str) -> str:
    place = finding.locations[0] if finding.locations else None
    line = f' line="{place.line}"' if place and place.has_lines else ""
    names = f"classname={_quoted(finding.kind)} name={_quoted(finding.rule)} file={_name(finding.path)}"
    head = f"    <testcase {names}{line}"
    return f"{head}>{inner}</testcase>" if inner else f"{head}/>"


def _error(error: RecordError) -> str:
    name = _name(f"{error.where} {error.line_number}:{error.column + 1}")
    body = _text(f"{''.join(excerpt(error))} {visible(error.remedy)}")
    return (
        f'    <testcase classname="record" name={name} file={_name(error.path)} line="{error.line_number}">'
        f'<error type="record" message={_quoted(error.what)}>{body}</error></testcase>'
    )


def _quoted(text: str) -> str:
    return f'"{_text(visible(text))}"'


def _name(name: str) -> str:
    return f'"{_text(named(name))}"'


def _text(text: str) -> str:
    r"""
    Text for XML 1.0; the two code points that are neither controls nor characters are replaced.

    >>> _text("a < b\uffff")
    'a &lt; b\ufffd'
    """
    return escape(text).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
