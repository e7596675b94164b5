"""
GitHub Actions: annotations beside the lines of a pull request, the whole report in the log.

GitHub shows at most ten annotations of a level and step: the others are counted, and stand in the
step summary (``summary``), which holds 1 MiB. The log is wrapped in ``::stop-commands::``, so that no
text of a source is taken for a command.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

import hashlib
from collections import Counter

from factcheck.model.error import RecordError
from factcheck.model.finding import Finding, Report, Severity
from factcheck.model.visible import named, visible
from factcheck.reports import plain
from factcheck.reports.markdown import LIMIT, limited
from factcheck.reports.position import relative
from factcheck.reports.style import Style
from factcheck.reports.words import shown_findings, told

MOST = 10
"""Annotations of one level that a step may have."""
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(report: Report, style: Style) -> str:
    """The report for the log of a step: its lines, then the annotations."""
    log = plain.render(report, style)
    lines = [*_stopped(log)]
    seen: Counter[str] = Counter()
    for error in report.errors:
        seen["error"] += 1
        if seen["error"] <= MOST:
            lines.append(_of_error(error))
    for finding in shown_findings(report, style.verbose):
        level = _LEVELS.get(finding.severity)
        if level is None:
            continue
        seen[level] += 1
        if seen[level] <= MOST:
            lines.append(_of_finding(finding, level))
    for level, count in seen.items():
        if count > MOST:
            lines.append(f"{count - MOST} more of level {level}: see the log above or the step summary.")
    return "".join(f"{line}\n" for line in lines)


def summary(report: Report, style: Style, written: int = 0) -> str:
    """The step summary: at most 1 MiB together with what the step has written before [bytes]."""
    room = LIMIT - written
    return limited(report, style, room) if room > 4096 else ""


def _stopped(log: str) -> list[str]:
    """
    Lines that GitHub prints and does not obey. The word that ends them is made from all of them: a
    text cannot hold its own hash.
    """
    if not log:
        return []
    token = hashlib.sha256(log.encode("utf-8")).hexdigest()
    return [f"::stop-commands::{token}", *log.splitlines(), f"::{token}::"]


def _of_finding(finding: Finding, level: str) -> str:
    place = finding.locations[0] if finding.locations else None
    properties = {"file": relative(place.path if place else finding.path)}
    if place and place.has_lines:
        properties["line"] = str(place.line)
        if place.line == place.end_line:
            properties |= {"col": str(place.column), "endColumn": str(place.end_column)}
        else:
            properties["endLine"] = str(place.end_line)
    inside = f" ({place.origin})" if place and place.origin else ""
    properties["title"] = f"factcheck {finding.kind}: {finding.rule}{inside}"
    return _command(level, properties, told(finding))


def _of_error(error: RecordError) -> str:
    properties = {
        "file": relative(error.path),
        "line": str(error.line_number),
        "col": str(error.column + 1),
        "title": "factcheck record",
    }
    return _command("error", properties, f"{error.where}: {error.what}. {error.remedy}")


def _command(level: str, properties: dict[str, str], message: str) -> str:
    told_properties = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{level} {told_properties}::{_escaped(visible(message))}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """
    The value of a property: its separators escaped too.

    >>> _property("a,b: 5%")
    'a%2Cb%3A 5%25'
    """
    return _escaped(named(text)).replace(":", "%3A").replace(",", "%2C")
