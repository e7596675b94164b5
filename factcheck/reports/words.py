"""
The sentences that reports share: what would fit, the summary, what the numbers are worth.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model.error import RecordError
from factcheck.model.finding import (
    Confidence,
    Entry,
    Finding,
    Location,
    Report,
    Severity,
    Silence,
    Strength,
    Suspect,
    Verdict,
)
from factcheck.model.regex import regex
from factcheck.model.slip import SWAPPED
from factcheck.model.visible import named, visible
from factcheck.model.wording import counted, listed

MARKS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.NOTE: "~", Severity.NONE: "✓"}
"""The sign in front of a finding."""
_RULE = regex(r"\$\.rules\[(\d{1,9})\]\.?(.*)")
_BEFORE, _WINDOW = 60, 120
"""How much of a wrong line is shown: before the place, and in all [code points]."""


def shown_findings(report: Report, verbose: bool) -> tuple[Finding, ...]:
    """What a person sees: what is wrong, and what holds only by its words or by luck; the rest when asked for."""
    wanted = tuple(Severity) if verbose else (Severity.ERROR, Severity.WARNING, Severity.NOTE)
    return tuple(finding for finding in report.findings if finding.severity in wanted)


def remedy(finding: Finding) -> str:
    """What would fit, in one sentence; empty where nothing is suspected."""
    suspects = finding.suspects
    if not suspects:
        return ""
    suspect = named_suspect(finding)
    if suspect is not None:
        return f"{would_fit(suspect)}. Check before changing."
    likely = likeliest(suspects)
    if not likely:
        return f"Any one of the {counted(len(suspects), 'number')} may be wrong."
    some = [f"{its.would_fit} for {_printed(its)}{_of_and_how(its)}" for its in likely]
    if len(suspects) > len(likely):
        return f"Most likely to fit: {', or '.join(some)}. Another number may be wrong instead."
    return f"{'This' if len(some) == 1 else 'One of these'} would fit: {listed(some, 'or')}."


_MENDS = 2
"""How many mends a person is told of; the formats for programs have them all."""


def likeliest(suspects: Sequence[Suspect]) -> tuple[Suspect, ...]:
    """
    The mends that are worth a look: one or two that a single slip leads to, two digits swapped before all others (the
    commonest slip that leaves a number plausible); where there are none, one or two suspects alone. Of many numbers
    none of which is likelier than the others, none.
    """
    sharp = [its for its in suspects if its.slip and " if " not in its.slip]
    if sharp:
        return tuple(sorted(sharp, key=lambda its: its.slip != SWAPPED)[:_MENDS])
    return tuple(suspects) if len(suspects) <= _MENDS else ()


def _printed(suspect: Suspect) -> str:
    """The number that may be wrong: as its words where they have no digit, “doubled” is no 2."""
    words = suspect.words
    is_word = words and not suspect.label and not any(letter.isdigit() for letter in words)
    return f"“{visible(words)}”" if is_word else suspect.printed


def told(finding: Finding) -> str:
    """Everything that is said of a finding, as sentences: for formats that have one text."""
    parts = [finding.message, *finding.details, remedy(finding)]
    return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts if part)


def short_remedy(finding: Finding) -> str:
    """What would fit, to be added to the message: "; 47 would fit for 74 (Germany, two digits swapped)"."""
    suspect = named_suspect(finding)
    if suspect is None:
        return ""
    return f"; {suspect.would_fit} would fit for {_printed(suspect)}{_of_and_how(suspect)}"


def named_suspect(finding: Finding) -> Suspect | None:
    """The one number that is probably wrong; ``None`` where it is not known."""
    suspects = finding.suspects
    return suspects[0] if len(suspects) == 1 and suspects[0].confidence == Confidence.HIGH else None


def would_fit(suspect: Suspect) -> str:
    """ "“74 in Germany” → 47 would fit (two digits swapped)"."""
    words = visible(suspect.words or suspect.printed)
    name = _of(suspect) if not suspect.words else ""
    return f"“{words}”{name} → {suspect.would_fit} would fit{_how(suspect)}"


def place(location: Location) -> str:
    """ "¶21 line 41"; "table 2, row 4, “Total”, column 3" in a file without lines."""
    if not location.has_lines:
        return location.place
    paragraph = f"¶{location.paragraph} " if location.paragraph else ""
    return f"{paragraph}line {location.line}{_inside(location)}"


def where(location: Location) -> str:
    """ "a.txt:41:88"; "report.docx, table 2, row 4, “Total”, column 3": the path, and the place in it."""
    if not location.has_lines:
        return ", ".join(filter(None, (named(location.path), location.place)))
    return f"{named(location.path)}:{location.place}{_inside(location)}"


def _inside(location: Location) -> str:
    """The place in a file that has lines and is more than text: ", table 2, row 4"."""
    return f", {visible(str(location.origin))}" if location.origin else ""


def told_with_place(finding: Finding) -> str:
    """The same as ``told``, with the place in a file that is more than text, for formats that know lines alone."""
    first = finding.locations[0] if finding.locations else None
    return f"{told(finding)} ({first.origin})" if first and first.origin else told(finding)


def place_of(entry: Entry, finding: Finding) -> str:
    """ "41:30", with the path before it where that is another than the finding's; empty where it stands nowhere."""
    if entry.location is None:
        return ""
    other = entry.location.path != finding.path
    return where(entry.location) if other else entry.location.place


def summary(report: Report) -> list[str]:
    """The last lines of a run: rules, numbers, records."""
    lines = []
    wrong = [finding for finding in report.findings if finding.verdict == Verdict.INCONSISTENT]
    if report.rules:
        lines.append(_rules(report, wrong))
    elif report.claims and report.records:
        lines.append(f"{counted(report.claims, 'claim')}, no rule.".capitalize())
    elif not report.records and not report.errors:
        lines.append("No relation between numbers was found." if report.coverage.numbers else "No number was found.")
    if report.coverage.numbers:
        lines.append(_numbers(report, clean=not (wrong or report.errors or report.silenced)))
    if old := [named(document.path) for document in report.documents.values() if document.encoding]:
        lines.append(f"Read as Windows-1252, as their quotation marks say: {listed(old)}. Save as UTF-8 to be sure.")
    if report.silenced:
        lines.append(_silenced(report))
    if report.errors:
        where = "records" if report.records else "texts"
        count = counted(len(report.errors), "error")
        lines.append(f"{count} in the {where}: what they concern was not judged.".capitalize())
    return lines


def _silenced(report: Report) -> str:
    known = sum(its.silence == Silence.KNOWN for its in report.silenced)
    ignored = len(report.silenced) - known
    parts = [f"{ignored} ignored"] * bool(ignored) + [f"{known} known from the baseline"] * bool(known)
    count = len(report.silenced)
    return f"{count} {'finding is' if count == 1 else 'findings are'} left out: {', '.join(parts)}."


def _rules(report: Report, wrong: list[Finding]) -> str:
    unjudged = sum(finding.verdict == Verdict.UNDETERMINED for finding in report.findings)
    rest = f", {unjudged} cannot be judged" if unjudged else ""
    noun = "rule" if report.records else "relation"
    if report.broken:
        return f"{report.broken} of {report.rules} {noun if report.rules == 1 else f'{noun}s'} broken{rest}."
    if wrong:
        return f"{counted(len(wrong), 'finding')}; no {noun} of {report.rules} broken{rest}.".capitalize()
    held = report.rules - unjudged
    return f"{held} {f'{noun} holds' if held == 1 else f'{noun}s hold'}{rest}."


_LITTLE = 3
"""Where fewer than one number of so many is tested, a clean run says that little was."""


def _numbers(report: Report, clean: bool) -> str:
    """What the numbers are worth: tested, limited, for a person to check, and backed (design/screens.md)."""
    coverage = report.coverage
    tested, limited, left = (coverage.count(its) for its in (Strength.PINNED, Strength.BOUNDED, Strength.UNTESTED))
    total = tested + limited + left
    little = ", but little was tested: of" if tested * _LITTLE < total else ". Of"
    source = " its source" if report.compared else ""
    head = f"Nothing contradicts{source}{little}" if clean else "Of"
    names = f" ({'factcheck list' if report.records else '-v'} names them)" if left else ""
    backed = f"; {coverage.backed} backed by evidence" if report.records else ""
    return (
        f"{head} {total} {'number' if total == 1 else 'numbers'} {tested} {'is' if tested == 1 else 'are'} tested,"
        f" {limited} only limited, {left} for you to check{names}{backed}."
    )


def error_lines(error: RecordError) -> list[str]:
    """A record error like a compiler's: place, excerpt with a caret, the remedy, what may be meant."""
    file = named(error.path)
    where = f"{file}:{error.line_number}:{error.column + 1}: " if error.line >= 0 else f"{file}: "
    path = f"{named(in_words(error.where))}: " if error.where != "$" else ""
    lines = [f"{where}error: {path}{visible(error.what)}"]
    if error.excerpt.strip():
        before, after = excerpt(error)
        number = f"{error.line_number} | "
        lines += [f"  {number}{before}{after}", f"  {' ' * len(number)}{' ' * len(before)}^"]
    lines += [f"  nearest: {visible(near)}" for near in error.nearest]
    if error.remedy:
        lines.append(f"  {visible(error.remedy)}")
    return lines


def in_words(where: str) -> str:
    """
    A place in a claim file for a person, who knows ids and counts from one; the paths of JSON are for programs.

    >>> in_words("$.claims.arrests.total.quote"), in_words("$.rules[0].balance.whole"), in_words("$.sources.a")
    ('arrests.total.quote', 'rule 1, balance.whole', 'sources.a')
    """
    if rule := _RULE.match(where):
        return f"rule {int(rule[1]) + 1}{f', {rule[2]}' if rule[2] else ''}"
    return where.removeprefix("$.").removeprefix("claims.")


def excerpt(error: RecordError) -> tuple[str, str]:
    """What a person sees of a wrong line, before the place of the error and from there on: no more than a window."""
    left = max(0, error.column - _BEFORE)
    line = error.excerpt[left : left + _WINDOW].replace("\t", " ")
    return named(line[: error.column - left]), named(line[error.column - left :])


def strength_lines(report: Report) -> list[str]:
    """The numbers by what they are worth, least first."""
    lines = []
    coverage = report.coverage
    for strength, word in (
        (Strength.UNTESTED, "for you to check"),
        (Strength.BOUNDED, "limited"),
        (Strength.PINNED, "tested"),
    ):
        for number, its, backed in coverage.numbers:
            if its == strength:
                name = f"  ({visible(number.claim)})" if number.claim and report.records else ""
                reason = coverage.why.get((number.path, number.start), "") if strength == Strength.UNTESTED else ""
                name += f"  {visible(reason)}" if reason else ""
                lines.append(f"{word:16} {where(number)} “{visible(number.text)}”{name}{'  backed' * backed}")
    return lines


def _of_and_how(suspect: Suspect) -> str:
    told = ", ".join(filter(None, (suspect.label, suspect.slip)))
    return f" ({told})" if told else ""


def _of(suspect: Suspect) -> str:
    return f" ({suspect.label})" if suspect.label else ""


def _how(suspect: Suspect) -> str:
    return f" ({suspect.slip})" if suspect.slip else ""
