"""
What makes a finding the same one in the next run: its kind, its claim file, its claims and values.

No line and no wording is part of it, so that a finding outlives an edit of the text around it; one
changed digit makes it another. Baselines and the fingerprints of report formats rest on it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.model.finding import Entry, Finding, Report
from factcheck.model.number import plain


@dataclass(frozen=True, slots=True, order=True)
class Identity:
    """The identity of a finding."""

    kind: str
    path: str
    """The claim file; where there is no record, the source."""
    numbers: tuple[str, ...]
    """For each number its claim and its value, sorted: "arrests.total 150"; the claims alone where there is none."""
    against: tuple[str, ...] = ()
    """Of a rewrite: the other texts of the comparison, sorted. A scan of the same text says nothing of it."""


def identity(finding: Finding) -> Identity:
    """
    The identity of a finding.

    >>> from factcheck.model.finding import Confidence, Severity, Verdict
    >>> ledger = (Entry("Germany", "74", amount=74, claim="germany"), Entry("stated", "150", amount=150, claim="all"))
    >>> identity(Finding("a.txt", "arrests", "balance", Verdict.INCONSISTENT, None, Severity.ERROR, Confidence.HIGH,
    ...                  "", ledger=ledger, file="a.yaml")).numbers
    ('all 150', 'germany 74')
    """
    numbers = [_number(entry) for entry in finding.ledger if not entry.total]
    if finding.file and not any(entry.claim for entry in finding.ledger):
        numbers += [key.rpartition(":")[2] for key in finding.keys]
    return Identity(finding.kind, finding.file or finding.path, tuple(sorted(filter(None, numbers))))


def identity_in(report: Report, finding: Finding) -> Identity:
    """The identity of a finding of a report: of a comparison, with what was compared."""
    own = identity(finding)
    if not report.compared:
        return own
    return replace(own, against=tuple(sorted(path for path in report.documents if path != own.path)))


def fingerprint(finding: Finding) -> str:
    """The identity as 32 hexadecimal digits, for formats that want one word."""
    # Imported for the formats that want it.
    import hashlib
    import json

    its = identity(finding)
    text = json.dumps([its.kind, its.path, its.numbers], ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _number(entry: Entry) -> str:
    value = plain(entry.amount) if entry.amount is not None else " ".join(entry.value.split())
    if not value:
        # A name that stands outside a list.
        value = " ".join(entry.label.split())
    return f"{entry.claim} {value}".strip()
