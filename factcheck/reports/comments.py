"""
A Word file with the findings as comments, each on the number that it is about. The text stays as it is.

A run of a Word file is cut where a number begins and ends, so that the comment lies on the number alone. One in a
footnote or a text box is told where the text calls the note, or where the box hangs: Word shows no comment inside.
"""

from __future__ import annotations

import io
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from factcheck.model.document import Offsets
from factcheck.model.finding import Finding, Location, Report, Strength
from factcheck.model.frozen import frozen
from factcheck.model.visible import visible
from factcheck.reader import read
from factcheck.reports.style import Style
from factcheck.reports.words import remedy, shown_findings
from factcheck.sources.docx import Reading, opened
from factcheck.sources.refused import RefusedError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_AUTHOR, _INITIALS = "factcheck", "fc"
_NOT_XML = str.maketrans(dict.fromkeys("\ufffe\uffff", "\ufffd"))


@frozen
class Comment:
    """What is said of a passage of the text."""

    place: Offsets
    words: str


def comments(report: Report, path: str, style: Style, *, to_check: bool = False) -> tuple[Comment, ...]:
    """
    What a report says of the numbers of one text, in its order: a comment a finding, on the number that is doubted or
    else the first; with ``to_check`` one on each number that nothing tests.
    """
    found = [
        Comment(_number(place), _told(finding))
        for finding in shown_findings(report, style.verbose)
        if (place := _primary(finding, path)) is not None
    ]
    if to_check:
        taken = {its.place for its in found}
        for place, strength, _ in report.coverage.numbers:
            if place.path == path and strength == Strength.UNTESTED and _number(place) not in taken:
                why = report.coverage.why.get((place.path, place.start), "nothing in the text tests it")
                found.append(Comment(_number(place), f"To check: {visible(why)}."))
    return tuple(sorted(found, key=lambda its: its.place))


def annotated(data: bytes, found: tuple[Comment, ...]) -> bytes:
    """
    A Word file with comments.

    Raises RefusedError where it cannot be read, or is one that python-docx writes no comments into.
    """
    package = opened(data)
    reading = Reading(package)
    part = package.main_document_part
    if not hasattr(part, "document"):
        raise RefusedError("comments are not written into a file with macros", "Save it as .docx.")
    from docx.text.run import Run

    document, runs = part.document, _Runs(reading)
    for comment in found:
        own = [Run(its, document) for its in runs.of(comment.place)]
        if own:
            document.add_comment(own, comment.words.translate(_NOT_XML), _AUTHOR, _INITIALS)
    file = io.BytesIO()
    package.save(file)
    return file.getvalue()


class _Runs:
    """The runs of a Word file by the text that was read from them."""

    def __init__(self, reading: Reading) -> None:
        words = [(start, place[0]) for start, place in reading.builder.places]
        self._starts = [start for start, _ in words]
        self._elements = [element for _, element in words]
        self._notes = reading.notes

    def of(self, place: Offsets) -> list[Any]:
        """The runs of a passage, cut so that they hold nothing else, in order; of a note the run that calls it."""
        for offset in place:
            self._cut(offset)
        first, last = bisect_left(self._starts, place[0]), bisect_left(self._starts, place[1])
        runs = map(self._run, self._elements[first:last])
        return list(dict.fromkeys(run for run in runs if run is not None))

    def _cut(self, offset: int) -> None:
        """Part a run in two at an offset of the text."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0 or self._starts[at] == offset:
            return
        element, before = self._elements[at], offset - self._starts[at]
        words = element.text or ""
        if element.tag != f"{_W}t" or before >= len(words):
            return
        run = element.getparent()
        other, rest = deepcopy(run), deepcopy(element)
        for child in list(other):
            if child.tag != f"{_W}rPr":
                other.remove(child)
        other.append(rest)
        for child in list(element.itersiblings()):
            other.append(child)
        element.text, rest.text = words[:before], words[before:]
        for its in (element, rest):
            its.set(_SPACE, "preserve")
        run.addnext(other)
        self._starts.insert(at + 1, offset)
        self._elements.insert(at + 1, rest)

    def _run(self, element: Any) -> Any:
        """The run on which a comment on an element lies; ``None`` where there is none."""
        runs = list(element.iterancestors(f"{_W}r"))
        for name in ("footnote", "endnote"):
            note = next(element.iterancestors(f"{_W}{name}"), None)
            if note is not None:
                return self._notes.get((name, note.get(f"{_W}id")))
        return runs[-1] if runs else None


def _primary(finding: Finding, path: str) -> Location | None:
    """The number that is doubted, or else the first that a finding is about."""
    suspects = [its.location for its in finding.suspects if its.location is not None]
    places = [*(suspects if len(suspects) == 1 else ()), *finding.locations]
    return next((its for its in places if its.path == path), None)


def _number(place: Location) -> Offsets:
    """Where the number itself stands in a passage: "150" of "150 individuals"."""
    quantities = read(place.text, [(0, len(place.text))]).quantities
    if not quantities:
        return place.start, place.end
    return place.start + quantities[0].number_start, place.start + quantities[0].number_end


def _told(finding: Finding) -> str:
    return "\n".join(visible(line) for line in _lines(finding))


def _lines(finding: Finding) -> Iterator[str]:
    yield finding.message
    if hint := remedy(finding):
        yield hint
    yield from finding.details
