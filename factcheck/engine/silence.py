"""
Findings that are let pass: a report in, a report out with some of them set aside, and why.

What is set aside no longer decides the exit status, but it is counted, and told on request. What was
to be let pass and is not there (any more), or has ended, is a warning: an ignore that nobody needs
hides the next error.
"""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from factcheck.model.claim import Rule
from factcheck.model.finding import (
    SEVERITIES,
    Confidence,
    Finding,
    Location,
    Report,
    Severity,
    Silence,
    Silenced,
    Verdict,
)
from factcheck.model.identity import Identity, identity_in
from factcheck.model.ignore import Ignore
from factcheck.model.wording import counted, listed

OWN_KINDS = ("ignore", "baseline", "limit")
"""Kinds of findings about what is set aside or left out; they cannot be set aside themselves."""


def ignored_rules(report: Report, rules: Sequence[Rule], today: datetime.date) -> Report:
    """Set aside what breaks ignored rules alone; ``rules`` are those of the ClaimSet."""
    live = {at: rule.ignore for at, rule in enumerate(rules) if rule.ignore and not rule.ignore.ended(today)}
    silenced: dict[int, Silenced] = {}
    for at, finding in enumerate(report.findings):
        reasons = [live[rule].reason for rule in finding.rules if rule in live]
        if _wrong(finding) and reasons and len(reasons) == len(finding.rules):
            silenced[at] = Silenced(finding, Silence.IGNORED, "; ".join(dict.fromkeys(reasons)))
    wrong = {rule for finding in report.findings if _wrong(finding) for rule in finding.rules}
    open_questions = {rule for its in report.findings if its.verdict == Verdict.UNDETERMINED for rule in its.rules}
    warnings = []
    for at, rule in enumerate(rules):
        ignore = rule.ignore
        if ignore is None:
            continue
        if ignore.ended(today):
            warnings.append(_ended(ignore, f"“{rule.name}”", at in wrong))
        elif at not in wrong | open_questions:
            warnings.append(_warning(ignore.location, f"“{rule.name}” is ignored, but holds", ignore.reason))
    return _without(report, silenced, warnings)


def ignored_passages(
    report: Report, ignores: Sequence[Ignore], unread: Iterable[Location], today: datetime.date
) -> Report:
    """Set aside what the comments of a text let pass (``sources.comment.ignores``)."""
    silenced: dict[int, Silenced] = {}
    used: set[int] = set()
    ended: set[int] = set()
    for at, number in about(report, ignores):
        if ignores[number].ended(today):
            ended.add(number)
            continue
        used.add(number)
        silenced.setdefault(at, Silenced(report.findings[at], Silence.IGNORED, ignores[number].reason))
    warnings = []
    for number, ignore in enumerate(ignores):
        if ignore.ended(today):
            warnings.append(_ended(ignore, listed(ignore.kinds), number in ended))
        elif number not in used:
            what = f"There is nothing to ignore here: no finding of {listed(ignore.kinds, 'or')}"
            warnings.append(_warning(ignore.location, what, ignore.reason))
    remedy = "Write <!-- factcheck: ignore KIND -- reason -->, with a check kind of `factcheck explain`"
    warnings += [_warning(place, "This comment cannot be read", remedy) for place in unread]
    return _without(report, silenced, warnings)


def about(report: Report, ignores: Sequence[Ignore]) -> Iterator[tuple[int, int]]:
    """Each finding that a comment of the text is about, and that comment, the last one first: their numbers."""
    by_kind: dict[str, list[int]] = {}
    for number, ignore in enumerate(ignores):
        for kind in ignore.kinds:
            by_kind.setdefault(kind, []).append(number)
    # They are in the order of the text, and what they cover is too: those behind a finding do not matter.
    starts = {kind: [ignores[its].covers[0] for its in found] for kind, found in by_kind.items()}
    for at, finding in enumerate(report.findings):
        place = finding.locations[0] if finding.locations and _wrong(finding) else None
        if place is None or finding.kind not in by_kind:
            continue
        for number in reversed(by_kind[finding.kind][: bisect_right(starts[finding.kind], place.start)]):
            if ignores[number].covers[1] <= place.start:
                break
            if _covers(ignores[number], finding):
                yield at, number


def ignored_kinds(report: Report, reason_of: Callable[[Finding], str]) -> Report:
    """Set aside what the configuration ignores: ``reason_of`` gives the reason, or nothing."""
    silenced = {
        at: Silenced(finding, Silence.SETTING, reason)
        for at, finding in enumerate(report.findings)
        if _wrong(finding) and (reason := reason_of(finding))
    }
    return _without(report, silenced, [])


def known(report: Report, entries: Mapping[Identity, Location], counts: Counter[Identity]) -> Report:
    """
    Set aside what a baseline knows. ``entries`` has the place of each of its entries, ``counts`` how
    often it stands there: a second finding that is like the first is new.
    """
    left = counts.copy()
    silenced: dict[int, Silenced] = {}
    for at, finding in enumerate(report.findings):
        its = identity_in(report, finding)
        if is_open(finding) and left[its] > 0:
            left[its] -= 1
            silenced[at] = Silenced(finding, Silence.KNOWN, "it stands in the baseline")
    stale = [its for its, count in left.items() if count > 0]
    return _without(report, silenced, [_stale(stale, entries)] if stale else [])


def is_open(finding: Finding) -> bool:
    """Whether a finding is one that a baseline may hold: something is wrong, and not with a baseline."""
    return _wrong(finding) and finding.kind not in OWN_KINDS


def stale(report: Report, counts: Counter[Identity]) -> Counter[Identity]:
    """The entries of a baseline that no finding of a report matches, set aside or not."""
    findings = [*report.findings, *(its.finding for its in report.silenced)]
    return counts - Counter(identity_in(report, its) for its in findings if is_open(its))


def _wrong(finding: Finding) -> bool:
    return finding.severity in (Severity.ERROR, Severity.WARNING) and finding.kind not in OWN_KINDS


def _covers(ignore: Ignore, finding: Finding) -> bool:
    place = finding.locations[0] if finding.locations else None
    inside = place is not None and ignore.covers[0] <= place.start < ignore.covers[1]
    return inside and place is not None and place.path == ignore.location.path and finding.kind in ignore.kinds


def _ended(ignore: Ignore, what: str, needed: bool) -> Finding:
    rest = "it is reported again" if needed else "and there is nothing to ignore any more"
    return _warning(ignore.location, f"The ignore of {what} ended on {ignore.until}: {rest}", ignore.reason)


def _stale(entries: Sequence[Identity], places: Mapping[Identity, Location]) -> Finding:
    first = min(entries, key=lambda its: places[its].line)
    told = "; ".join(f"{its.kind} of {listed(its.numbers, limit=4)}" for its in sorted(entries)[:3])
    has = "has one entry" if len(entries) == 1 else f"has {counted(len(entries), 'entry')}"
    what = f"The baseline {has} for what is not found any more: {told}{'; …' * (len(entries) > 3)}"
    return _warning(places[first], what, "`--update-baseline` drops what is gone", kind="baseline")


def _warning(place: Location, message: str, detail: str, kind: str = "ignore") -> Finding:
    return Finding(
        place.path, kind, kind, Verdict.CONSISTENT, None, Severity.WARNING, Confidence.HIGH, message, (place,),
        details=(f"{detail}.",),
    )  # fmt: skip


def _without(report: Report, silenced: Mapping[int, Silenced], warnings: Sequence[Finding]) -> Report:
    if not silenced and not warnings:
        return report
    kept = [its for at, its in enumerate(report.findings) if at not in silenced]
    # The order stays; warnings of this room stand behind those of the rules.
    findings = sorted([*kept, *warnings], key=lambda its: SEVERITIES.index(its.severity))
    return replace(report, findings=tuple(findings), silenced=(*report.silenced, *silenced.values()))
