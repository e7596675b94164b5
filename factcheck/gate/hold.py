"""
An answer held against its sources, number by number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.comparison import compare
from factcheck.discover import discover
from factcheck.engine import evaluate
from factcheck.facts.page import Page
from factcheck.gate.repair import repairs_of
from factcheck.gate.result import Discrepancy, GuardResult, Place, Repair, repaired
from factcheck.gate.source import Sources, page_of
from factcheck.gate.sweep import hidden, markers, tokens
from factcheck.gate.tell import Held
from factcheck.model.finding import Finding, Problem, Severity
from factcheck.model.frozen import frozen
from factcheck.model.moment import Date
from factcheck.model.quantity import Quantity
from factcheck.sources import is_file_name

ANSWER = "answer"
_TRIED = 6
"""So many repairs are tried one by one where all together do not mend: each costs as much as the answer itself."""


@frozen
class _Texts:
    """What holding an answer against the texts gave, by where its numbers begin."""

    found: dict[int, Discrepancy]
    stated: frozenset[int]
    unsure: frozenset[int]
    others: tuple[Discrepancy, ...]


def held(answer: str, sources: Sources, *, strict: bool) -> GuardResult:
    """What the gate says of an answer, and how it could be mended."""
    result, quantities = _judged(answer, sources, strict=strict)
    if result.ok:
        return result
    repairs = repairs_of(result.findings, quantities, answer)
    if repairs and not _mends(answer, repairs, result.findings, sources, strict=strict):
        few = repairs[:_TRIED]
        repairs = tuple(its for its in few if _helps(answer, its, result.findings, sources, strict=strict))
        if len(repairs) == len(result.findings):
            repairs = ()
    return GuardResult(False, result.findings, result.tested, result.unchecked, repairs)


def _mends(
    answer: str, repairs: tuple[Repair, ...], findings: Sequence[Discrepancy], sources: Sources, *, strict: bool
) -> bool:
    """Whether repairs do what they promise: with one for every finding the answer goes through then."""
    after, _ = _judged(repaired(answer, repairs), sources, strict=strict)
    return after.ok if len(repairs) == len(findings) else len(after.findings) <= len(findings) - len(repairs)


def _helps(answer: str, repair: Repair, findings: Sequence[Discrepancy], sources: Sources, *, strict: bool) -> bool:
    after, _ = _judged(repaired(answer, (repair,)), sources, strict=strict)
    return len(after.findings) < len(findings)


def _judged(answer: str, sources: Sources, *, strict: bool) -> tuple[GuardResult, dict[int, Quantity]]:
    page = page_of(answer, ANSWER)
    found: list[Discrepancy] = []
    if (at := hidden(answer)) >= 0:
        place = Place(ANSWER, at, at + 1, answer[at])
        said = f"beside a digit stands U+{ord(answer[at]):04X}, which nobody sees: the number cannot be read"
        found.append(Discrepancy(Problem.UNSUPPORTED, said, f"U+{ord(answer[at]):04X}", "", (place,)))
    if is_file_name(answer):
        place = Place(ANSWER, 0, len(answer), answer)
        said = "the answer is the name of a file, and its words are wanted"
        found.append(Discrepancy(Problem.UNSUPPORTED, said, answer.strip(), "", (place,)))
    texts = _against_texts(page, sources)
    found += texts.others
    tested: list[Place] = []
    covered: list[tuple[int, int]] = []
    quantities = page.contents.quantities
    unsure: list[Place] = []
    for number, quantity in enumerate(quantities):
        own = Place(ANSWER, quantity.start, quantity.end, quantity.text)
        by_data = sources.cells.hold(page, number) if sources.cells.cells else None
        discrepancy, matched = _settled(quantity, own, texts, by_data)
        covered.append((quantity.start, quantity.end))
        tested.append(own)
        if discrepancy is not None:
            found.append(discrepancy)
        elif not matched:
            unsure.append(own)
    found += _dates(page, sources, tested, covered)
    unchecked, invented = _swept(page, sources, covered)
    found += invented
    found += _scanned(page, found)
    if strict:
        found += [_unmatched(place) for place in unsure]
        found += [
            Discrepancy(Problem.UNSUPPORTED, "nothing was held against it", its.text, "", (its,)) for its in unchecked
        ]
    ordered = tuple(sorted(found, key=lambda its: (its.start, its.end)))
    by_start = {its.start: its for its in quantities}
    return GuardResult(not ordered, ordered, tuple(sorted(tested, key=lambda its: its.start)), unchecked), by_start


def _unmatched(place: Place) -> Discrepancy:
    return Discrepancy(
        Problem.SUBJECT, "the sources have the value, but the words do not say of what it is", place.text, "", (place,)
    )


def _settled(quantity: Quantity, own: Place, texts: _Texts, by_data: Held | None) -> tuple[Discrepancy | None, bool]:
    """What is to be said of a number that texts and data were asked for, and whether its subject was matched."""
    in_texts = texts.found.get(quantity.start)
    stated = quantity.start in texts.stated
    from_data = None if by_data is None or by_data.problem is None else _of_cells(by_data, own)
    if by_data is not None and by_data.problem is None:
        disputed = in_texts is not None and in_texts.problem != Problem.UNSUPPORTED and by_data.matched
        if disputed and in_texts is not None and quantity.start not in texts.unsure:
            return _disagreement(in_texts), True
        return None, by_data.matched
    if stated:
        if from_data is not None and from_data.expected and from_data.problem == Problem.CONTRADICTED:
            return _disagreement(from_data), True
        return None, quantity.start not in texts.unsure
    for its in (in_texts, from_data):
        if its is not None and its.problem != Problem.UNSUPPORTED:
            return its, True
    if (its := in_texts or from_data) is not None:
        return its, True
    return Discrepancy(Problem.UNSUPPORTED, "no source has such a number", quantity.text, "", (own,)), True


def _disagreement(its: Discrepancy) -> Discrepancy:
    message = f"the sources disagree: one supports it, but {its.message}"
    return Discrepancy(Problem.CONTRADICTED, message, its.said, "", its.places)


def _of_cells(its: Held, own: Place) -> Discrepancy:
    assert its.problem is not None
    places = tuple(Place(f"source {cell.table}, {cell.place}", -1, -1, cell.words) for cell in its.cells)
    return Discrepancy(its.problem, its.why, its.quantity.text, its.expected, (own, *places))


def _against_texts(page: Page, sources: Sources) -> _Texts:
    """The answer compared with the texts: with all together, then with each alone for where they disagree."""
    if not sources.pages:
        return _Texts({}, frozenset(), frozenset(), ())
    comparison = compare(page, sources.pages, pedantic=True, known=sources.known)
    report = evaluate(comparison.claims)
    found: dict[int, Discrepancy] = {}
    others: list[Discrepancy] = []
    starts = {its.start for its in page.contents.quantities} | {its.number_start for its in page.contents.quantities}
    by_number = {its.number_start: its.start for its in page.contents.quantities}
    for finding in report.findings:
        if finding.severity not in (Severity.ERROR, Severity.WARNING):
            continue
        its = _of_finding(finding, page)
        start = by_number.get(its.start, its.start)
        if start in starts and start not in found:
            found[start] = its
        elif start not in starts:
            others.append(its)
    ruled = {key for rule in comparison.claims.rules for key, role in rule.roles if role == "rewrite"}
    stated = {
        quantity.start
        for quantity in page.contents.quantities
        if quantity.start not in found and (page.stated(quantity).key in ruled or quantity.start in comparison.follows)
    }
    if len(sources.pages) > 1:
        found |= _disputed(page, sources, frozenset(stated))
    return _Texts(found, frozenset(stated - set(found)), comparison.unsure, tuple(others))


def _disputed(page: Page, sources: Sources, stated: frozenset[int]) -> dict[int, Discrepancy]:
    """Numbers that one text supports, and of which another surely has another value."""
    found: dict[int, Discrepancy] = {}
    by_number = {its.number_start: its.start for its in page.contents.quantities}
    for source, known in zip(sources.pages, sources.each, strict=True):
        report = evaluate(compare(page, (source,), known=known).claims)
        for finding in report.findings:
            if finding.severity != Severity.ERROR or finding.problem in (None, Problem.UNSUPPORTED):
                continue
            its = _of_finding(finding, page)
            start = by_number.get(its.start, its.start)
            if start in stated:
                found[start] = _disagreement(its)
    return found


def _of_finding(finding: Finding, page: Page) -> Discrepancy:
    """A finding of the comparison or of the scan, with its places."""
    own = [its for its in finding.locations if its.path == page.document.path]
    others = [its for its in finding.locations if its.path != page.document.path]
    first = own[0] if own else None
    place = Place(ANSWER, first.start, first.end, first.text) if first else Place(ANSWER, 0, 0, "")
    behind = [Place(ANSWER, its.start, its.end, its.text) for its in own[1:]]
    behind += [Place(its.path.removesuffix(".md"), its.start, its.end, its.text) for its in others]
    problem = finding.problem or (Problem.CONTRADICTED if finding.kind == "agree" else Problem.DERIVED)
    said = finding.said or place.text
    return Discrepancy(problem, finding.message, said, finding.expected, (place, *behind))


def _scanned(page: Page, known: Sequence[Discrepancy]) -> Iterator[Discrepancy]:
    """What does not hang together in the answer itself; comments that silence are not heeded."""
    taken = {place.start for its in known for place in its.places if place.source == ANSWER}
    for finding in evaluate(discover(page.document, page.contents, page.text)).findings:
        if finding.severity in (Severity.ERROR, Severity.WARNING):
            its = _of_finding(finding, page)
            if not taken & {place.start for place in its.places if place.source == ANSWER}:
                yield its


def _dates(page: Page, sources: Sources, tested: list[Place], covered: list[tuple[int, int]]) -> Iterator[Discrepancy]:
    for date in page.contents.dates:
        if any(start <= date.start < end for start, end in covered) and date.day is None:
            continue
        place = Place(ANSWER, date.start, date.end, date.text)
        covered.append((date.start, date.end))
        tested.append(place)
        if not any(_is_same(date, its) for its in sources.dates):
            if date.day is None and date.month is None and str(date.year) in sources.tokens:
                continue
            yield Discrepancy(Problem.DATE, "no source has this date", date.text, "", (place,))


def _is_same(one: Date, other: Date) -> bool:
    """Whether a date of the answer may be one of the sources': what it says, that one says too."""
    pairs = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    if one.weekday is not None and other.weekday is not None and one.weekday != other.weekday:
        return False
    told = [(a, b) for a, b in pairs if a is not None]
    if not told:
        return one.weekday is not None and one.weekday == (
            other.weekday if other.date is None else other.date.weekday()
        )
    # A source that leaves the year to its context may mean that of the answer.
    return all(a == b for a, b in told[1:]) and (
        told[0][0] == told[0][1] or (one.year is not None and other.year is None and len(told) > 1)
    )


def _swept(
    page: Page, sources: Sources, covered: Sequence[tuple[int, int]]
) -> tuple[tuple[Place, ...], list[Discrepancy]]:
    """What has a digit and was held against nothing yet: known to the sources by its letters, or invented."""
    text = page.document.text
    listed = markers(text)
    known: list[Place] = []
    invented: list[Discrepancy] = []
    inside = [False] * (len(text) + 1)
    for start, end in covered:
        inside[start:end] = [True] * (end - start)
    for token, start, end in tokens(text):
        digits = [at for at in range(start, end) if text[at].isnumeric()]
        if all(inside[at] for at in digits):
            continue
        place = Place(ANSWER, start, end, text[start:end])
        if start in listed or token in sources.tokens:
            known.append(place)
        else:
            said = "no source has it, and it could not be read as a number"
            invented.append(Discrepancy(Problem.UNSUPPORTED, said, place.text, "", (place,)))
    return tuple(known), invented
