"""
One line a finding, its terms below it, indented: for pipes, editors and `grep`.

    path:line:col: severity kind: message

Lines and columns are 1-based, columns count code points. Nothing is cut at any width.
"""

from __future__ import annotations

from factcheck.model.finding import Entry, Finding, Report
from factcheck.model.visible import named, visible
from factcheck.reports.style import Style
from factcheck.reports.words import (
    error_lines,
    named_suspect,
    place_of,
    remedy,
    short_remedy,
    shown_findings,
    strength_lines,
    summary,
    where,
)


def render(report: Report, style: Style) -> str:
    """The report as plain text."""
    lines = [line for error in report.errors for line in error_lines(error)]
    for finding in shown_findings(report, style.verbose):
        lines += _finding(finding)
    if style.verbose:
        lines += strength_lines(report)
    lines += summary(report)
    return "\n".join(lines) + "\n" if lines else ""


def _finding(finding: Finding) -> list[str]:
    first = finding.locations[0] if finding.locations else None
    place = where(first) if first else named(finding.path)
    hint = remedy(finding)
    rule = f" {visible(finding.rule)}" if finding.kind == "quote" else ""
    lines = [
        f"{place}: {finding.severity.value} {finding.kind}{rule}: {visible(finding.message + short_remedy(finding))}"
    ]
    if finding.ledger:
        lines.append(f"  {_terms(finding)}")
    lines += [f"  {visible(detail)}" for detail in finding.details]
    if hint and not named_suspect(finding):
        lines.append(f"  {visible(hint)}")
    return lines


def _terms(finding: Finding) -> str:
    terms, after = [], []
    total = next((at for at, entry in enumerate(finding.ledger) if entry.total), None)
    for at, entry in enumerate(finding.ledger):
        if total is None or at < total:
            terms.append(_term(entry, finding))
        elif entry.total:
            after.append(f"= {visible(entry.value)}")
        else:
            after.append(f", stated {visible(entry.value)}{_where(entry, finding)}")
    joined = " + ".join(terms) if finding.kind in ("balance", "shares") else "; ".join(terms)
    return f"{joined} {''.join(after)}".strip()


def _term(entry: Entry, finding: Finding) -> str:
    return " ".join(filter(None, (visible(entry.value), visible(entry.label)))) + _where(entry, finding)


def _where(entry: Entry, finding: Finding) -> str:
    place = place_of(entry, finding)
    if not place or entry.location is None:
        return ""
    if not entry.location.has_lines:
        return f" ({place})"
    return f" {place}" if entry.location.path != finding.path else f" :{place}"
