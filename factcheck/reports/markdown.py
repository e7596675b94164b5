"""
Markdown: a table for a pull request or a step summary, the sums below it, folded away.

What comes from a source is text: no formatting, no link, no mention of a person, no mathematics.
"""

from __future__ import annotations

import re

from factcheck.model.error import RecordError
from factcheck.model.finding import Finding, Report, Severity
from factcheck.model.regex import regex
from factcheck.model.visible import named, visible
from factcheck.reports.style import Style
from factcheck.reports.words import MARKS, remedy, shown_findings, summary, where

LIMIT = 1024 * 1024
"""What a step summary may hold [bytes]."""
_ROOM = 2048
_SPECIAL = regex(r"[\\`*_{}\[\]#|~!^]")


def render(report: Report, style: Style) -> str:
    """The report as Markdown."""
    return limited(report, style, 0)


def limited(report: Report, style: Style, limit: int) -> str:
    """The report as Markdown of at most so many bytes, 0 for any number; what is left out is counted."""
    findings = shown_findings(report, style.verbose)
    rows = [_error_row(error) for error in report.errors] + [_row(finding) for finding in findings]
    tail = "".join(f"{plain_text(line)}\n\n" for line in summary(report))
    if not rows:
        return tail or "Nothing was found.\n"
    head = "| | place | kind | what |\n|---|---|---|---|\n"
    budget = (limit - _ROOM - len((head + tail).encode())) if limit else 0
    kept, used = [], 0
    for row in rows:
        used += len(row.encode())
        if limit and used > budget:
            break
        kept.append(row)
    ledgers = []
    for finding in findings[: max(0, len(kept) - len(report.errors))]:
        text = _ledger(finding)
        used += len(text.encode())
        if limit and used > budget:
            break
        ledgers.append(text)
    rest = len(rows) - len(kept)
    more = f"\n{rest:,} more are left out: there is no room for them here.\n" if rest else ""
    return f"{head}{''.join(kept)}{more}\n{''.join(ledgers)}{tail}"


def _row(finding: Finding) -> str:
    place = finding.locations[0] if finding.locations else None
    told_place = where(place) if place else named(finding.path)
    text = ". ".join(part.rstrip(".") for part in (finding.message, *finding.details, remedy(finding)) if part)
    mark = MARKS[finding.severity]
    word = "holds" if finding.severity == Severity.NONE else finding.severity.value
    return f"| {mark} {word} | {plain_text(told_place)} | {plain_text(finding.kind)} | {plain_text(text)} |\n"


def _error_row(error: RecordError) -> str:
    where = f"{named(error.path)}:{error.line_number}:{error.column + 1}"
    text = f"{error.where}: {error.what}. {error.remedy}"
    return f"| ✗ error | {plain_text(where)} | record | {plain_text(text)} |\n"


def _ledger(finding: Finding) -> str:
    if not finding.ledger:
        return ""
    lines = [f"<details><summary>{plain_text(finding.message)}</summary>\n\n| | | | |\n|---|--:|---|---|\n"]
    for entry in finding.ledger:
        quote = entry.quote or (entry.location.text if entry.location else "")
        bold = "**" if entry.total else ""
        value = f"{bold}{plain_text(entry.value)}{bold}" if entry.value else ""
        cells = (plain_text(entry.label), value, f"“{plain_text(quote)}”" if quote else "")
        place = plain_text(entry.location.place) if entry.location else ""
        lines.append(f"| {' | '.join((*cells, place))} |\n")
    return "".join([*lines, "\n</details>\n\n"])


def plain_text(text: str) -> str:
    r"""
    Text as Markdown that shows it and does nothing else.

    A dollar sign would open a formula on GitHub, an @ would call somebody, an address become a link.

    >>> plain_text("*5* of $7 | <b>")
    '\\*5\\* of <span>$</span>7 \\| &lt;b&gt;'
    """
    text = _SPECIAL.sub(lambda match: "\\" + match[0], visible(text))
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = text.replace("$", "<span>$</span>").replace("@", "@\u2060")
    return re.sub(r"(?i)\b(https?|ftp):(?=//)|\bwww(?=\.)", lambda match: f"{match[0]}\u2060", text)
