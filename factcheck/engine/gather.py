"""
Several reports as one: texts that were judged apart, in other processes perhaps.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from factcheck.engine.evaluate import worst_first
from factcheck.model.finding import Coverage, Report, Severity


def gather(reports: Iterable[Report]) -> Report:
    """
    One report, its findings worst first. Nothing is judged anew: what two of the texts say of each other
    is not seen.

    >>> gather([Report(rules=2), Report(rules=3, broken=1)]).rules
    5
    """
    reports = list(reports)
    if len(reports) == 1:
        return reports[0]
    return Report(
        tuple(sorted((finding for its in reports for finding in its.findings), key=worst_first)),
        Coverage(
            tuple(number for its in reports for number in its.coverage.numbers),
            sum(its.coverage.not_claims for its in reports),
            {place: reason for its in reports for place, reason in its.coverage.why.items()},
        ),
        tuple(error for its in reports for error in its.errors),
        tuple(pair for its in reports for pair in its.pairs),
        tuple(standing for its in reports for standing in its.standings),
        sum(its.rules for its in reports),
        sum(its.broken for its in reports),
        sum(its.claims for its in reports),
        {path: document for its in reports for path, document in its.documents.items()},
        tuple(silenced for its in reports for silenced in its.silenced),
        all(its.records for its in reports),
        traces=tuple(trace for its in reports for trace in its.traces),
    )


def beside(report: Report, other: Report, path: str) -> Report:
    """
    A report, with what another finds in one of its texts; what is told of a passage already is not told twice.

    The numbers keep the worth that they have in the first: that they hang together says nothing of their sources.
    """
    wrong = (its for its in report.findings if its.severity != Severity.NONE)
    told = {place.start for its in wrong for place in its.locations if place.path == path}
    more = [
        replace(its, rules=())
        for its in other.findings
        if its.severity != Severity.NONE
        and not any(place.path == path and place.start in told for place in its.locations)
    ]
    found = tuple(sorted((*report.findings, *more), key=worst_first))
    return replace(report, findings=found, rules=report.rules + other.rules, broken=report.broken + other.broken)
