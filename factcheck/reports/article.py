"""
A source as a page shows it: its blocks, and in them every number marked by what a run made of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from factcheck.model.cells import Table
from factcheck.model.document import BlockKind, Document
from factcheck.model.finding import Finding, Location, Report, Severity, Strength
from factcheck.reports.markup import Markup, each, joined, tag, text


class State(StrEnum):
    """What a run made of a number, worst first."""

    BROKEN = "broken"
    HEDGED = "hedged"
    HOLDS = "holds"
    UNTESTED = "untested"


MEANINGS = {
    State.BROKEN: "part of what does not hold",
    State.HEDGED: "holds only because of the words around it",
    State.HOLDS: "tested, and holds",
    State.UNTESTED: "not tested by any rule",
}
"""Each state for a person."""


WORTH = {Strength.PINNED: "tested", Strength.BOUNDED: "limited", Strength.UNTESTED: "for you to check"}
"""What a number is worth, for a person."""


@dataclass(slots=True)
class Number:
    """A passage that is marked: its place, its state, and the findings that speak of it."""

    location: Location
    state: State
    findings: list[int] = field(default_factory=list)
    note: str = ""


def numbers_of(report: Report) -> dict[str, list[Number]]:
    """The marked passages of each source, in order, none over another."""
    found: dict[tuple[str, int, int], Number] = {}
    for place, strength, backed in report.coverage.numbers:
        tested = State.UNTESTED if strength == Strength.UNTESTED else State.HOLDS
        note = f"{WORTH[strength]}{', backed' * backed}"
        found[place.path, place.start, place.end] = Number(place, tested, [], note)
    for at, finding in enumerate(report.findings):
        state = _state(finding)
        for place in _places(finding):
            number = found.setdefault((place.path, place.start, place.end), Number(place, state or State.HOLDS))
            if at not in number.findings:
                number.findings.append(at)
            if state is not None and list(State).index(state) < list(State).index(number.state):
                number.state = state
    by_path: dict[str, list[Number]] = {}
    # Of two passages that overlap the worse stays, then the shorter.
    for number in sorted(found.values(), key=lambda its: (list(State).index(its.state), _length(its.location))):
        by_path.setdefault(number.location.path, []).append(number)
    return {path: _apart(numbers) for path, numbers in by_path.items()}


def _state(finding: Finding) -> State | None:
    if finding.severity in (Severity.ERROR, Severity.WARNING):
        return State.BROKEN
    return State.HEDGED if finding.severity == Severity.NOTE else None


def _places(finding: Finding) -> Iterator[Location]:
    yield from finding.locations
    yield from (entry.location for entry in finding.ledger if entry.location)
    yield from (suspect.location for suspect in finding.suspects if suspect.location)


def _length(place: Location) -> int:
    return place.end - place.start


def _apart(numbers: Iterable[Number]) -> list[Number]:
    """Those that lie over none before them, in the order of the text."""
    taken: set[int] = set()
    kept = []
    for number in numbers:
        span = range(number.location.start, number.location.end)
        if number.location.end > number.location.start and taken.isdisjoint(span):
            taken.update(span)
            kept.append(number)
    return sorted(kept, key=lambda its: its.location.start)


def anchor(location: Location, sources: Mapping[str, int]) -> str:
    """The id of a passage in the page."""
    return f"s{sources[location.path]}-{location.start}"


def pieces(document: Document) -> Iterator[tuple[str, int, int]]:
    """The blocks of a document and what lies between them: a class, and the offsets."""
    at = 0
    for block in document.blocks:
        if block.end <= at:
            continue
        if document.text[at : block.start].strip():
            yield "paragraph", at, block.start
        start = max(block.start, at)
        outside = block.end <= document.body[0] or start >= document.body[1] > 0
        kind = "heading" if block.kind == BlockKind.HEADING else block.kind.value.replace("_", "-")
        yield f"{kind}{' outside' * outside}", start, block.end
        at = block.end
    if document.text[at:].strip() or not document.blocks:
        yield "paragraph", at, len(document.text)


def cells(document: Document, table: Table, numbers: list[Number], sources: Mapping[str, int]) -> Markup:
    """A table as the document has it, the first row its head, its numbers marked."""
    covered = {
        (row + down, column + right)
        for (row, column), (rows, columns) in table.spans.items()
        for down in range(rows)
        for right in range(columns)
        if down or right
    }
    rows = []
    for row, line in enumerate(table.rows):
        name = "th" if row == 0 and len(table.rows) > 1 else "td"
        shown = [
            tag(name, passage(document, start, end, numbers, sources), **_spans(table, row, column))
            for column, (start, end) in enumerate(line)
            if (row, column) not in covered
        ]
        rows.append(tag("tr", *shown))
    return tag("table", each(rows))


def _spans(table: Table, row: int, column: int) -> dict[str, object]:
    rows, columns = table.spans.get((row, column), (1, 1))
    return {"rowspan": rows if rows > 1 else None, "colspan": columns if columns > 1 else None}


def passage(document: Document, start: int, end: int, numbers: list[Number], sources: Mapping[str, int]) -> Markup:
    """A passage of a document with its numbers marked."""
    parts: list[str] = []
    at = start
    for number in numbers:
        place = number.location
        if place.end <= at or place.start >= end:
            continue
        parts.append(document.text[at : max(place.start, at)])
        parts.append(
            _mark(number, document.text[max(place.start, at) : min(place.end, end)], sources, place.start >= start)
        )
        at = min(place.end, end)
    parts.append(document.text[at:end])
    return each(parts)


def _mark(number: Number, words: str, sources: Mapping[str, int], first: bool) -> Markup:
    """A number, or the part of it that stands in one block; only the first part has its id."""
    state = number.state
    tied = " ".join(f"f{at + 1}" for at in number.findings)
    hint = f"{MEANINGS[state]}{f' ({number.note})' if number.note else ''}"
    attributes: dict[str, object] = {
        "id": anchor(number.location, sources) if first else None,
        "class_": f"n {state.value}",
        "title": hint,
        "data_ties": tied or None,
    }
    spoken = tag("span", f" ({state.value})", class_="spoken") if state in (State.BROKEN, State.HEDGED) else text("")
    inner = joined(words, spoken)
    if number.findings:
        return tag("a", inner, href=f"#f{number.findings[0] + 1}", **attributes)
    return tag("span", inner, **attributes)
