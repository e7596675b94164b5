"""
The head of a page: what is wrong and what was tested, in one line, and a way to each of the wrong places.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from factcheck.model.finding import Report, Severity, Strength
from factcheck.reports.article import Number, State, anchor
from factcheck.reports.markup import Markup, each, joined, tag
from factcheck.reports.words import MARKS

_JUMPS = 12
"""So many findings are named at the head; a longer list would hide the text that it leads to."""


def lead(report: Report, sources: Mapping[str, int], numbers: Mapping[str, list[Number]]) -> Markup:
    """“3 errors · 10 of 21 numbers tested · 8 for you to check”, each with its link, and below it the findings."""
    counts = joined(*_between(list(_counts(report, sources, numbers))))
    wrong = [at for at, finding in enumerate(report.findings) if finding.severity in (Severity.ERROR, Severity.WARNING)]
    jumps = [tag("li", _jump(report, at)) for at in wrong[:_JUMPS]]
    if len(wrong) > _JUMPS:
        jumps.append(tag("li", tag("a", f"and {len(wrong) - _JUMPS} more", href=f"#f{wrong[_JUMPS] + 1}")))
    ways = tag("nav", tag("ol", each(jumps)), aria_label="What is wrong") if jumps else Markup()
    return joined(tag("p", counts, class_="lead"), ways)


def _jump(report: Report, at: int) -> Markup:
    """The sentence of a finding, as the link to it."""
    finding = report.findings[at]
    sign = tag("span", MARKS[finding.severity], aria_hidden="true", class_="sign")
    return joined(sign, " ", tag("a", finding.message, href=f"#f{at + 1}"))


def _counts(report: Report, sources: Mapping[str, int], numbers: Mapping[str, list[Number]]) -> Iterator[Markup]:
    """What is wrong, then what was tested, then what is left to the reader."""
    if report.errors:
        noun = "record" if report.records else "text"
        yield tag("a", f"{_many(len(report.errors), 'error')} in the {noun}s", href="#records", class_="error")
    found = Counter(finding.severity for finding in report.findings)
    for severity, word in ((Severity.ERROR, "error"), (Severity.WARNING, "warning")):
        if found[severity]:
            first = next(at for at, finding in enumerate(report.findings) if finding.severity == severity)
            yield tag("a", _many(found[severity], word), href=f"#f{first + 1}", class_=word)
    if not (report.errors or found[Severity.ERROR] or found[Severity.WARNING]):
        yield tag("span", "Nothing contradicts")
    total = len(report.coverage.numbers)
    if total:
        yield tag("span", f"{report.coverage.count(Strength.PINNED)} of {_many(total, 'number')} tested")
    left = report.coverage.count(Strength.UNTESTED)
    if left:
        first_left = next((mark for marks in numbers.values() for mark in marks if mark.state == State.UNTESTED), None)
        words = f"{left} for you to check"
        yield tag("a", words, href=f"#{anchor(first_left.location, sources)}") if first_left else tag("span", words)


def _many(count: int, noun: str) -> str:
    """
    A count and its noun.

    >>> _many(1, "error"), _many(3, "error")
    ('1 error', '3 errors')
    """
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _between(parts: list[Markup]) -> Iterator[Markup | str]:
    """The parts, a point between each two."""
    for at, part in enumerate(parts):
        if at:
            yield " · "
        yield part
