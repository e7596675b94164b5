"""
What the gate says as a report, for every format that a comparison has.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from factcheck.gate.grid import csv_rows
from factcheck.gate.hold import held
from factcheck.gate.result import Discrepancy, GuardResult, Place
from factcheck.gate.source import Sources, sources_of
from factcheck.model.document import Document
from factcheck.model.error import FactcheckError, RecordError
from factcheck.model.finding import (
    Confidence,
    Coverage,
    Finding,
    Location,
    Numbers,
    Report,
    Severity,
    Strength,
    Verdict,
    Weighed,
)
from factcheck.sources import TEXTS, contents, decode, load


def untrusted(answer: Document, paths: list[Path], *, strict: bool = False) -> Report:
    """
    The report on a text that nobody trusts, held against files: tables of CSV are data, all others texts. A text
    that cannot be read is an error of the report.
    """
    errors: list[RecordError] = []
    given: list[object] = []
    for path in paths:
        try:
            given.append(_source(path))
        except FactcheckError as failure:
            errors += failure.errors
    if not errors:
        try:
            sources = sources_of(given)
            if not answer.text.strip():
                raise ValueError("the text is empty")
            return _report(held(answer.text, sources, strict=strict), answer, sources)
        except ValueError as error:
            errors.append(RecordError(answer.path, str(error), "Nothing was judged, so nothing goes through."))
    return Report(errors=tuple(errors), records=False, compared=True)


def _source(path: Path) -> object:
    shown = path.as_posix()
    if path.suffix.lower() in TEXTS["csv"]:
        words = decode(contents(path, shown), shown)
        return csv_rows(words) or words
    return load(path, shown)


def _report(result: GuardResult, answer: Document, sources: Sources) -> Report:
    documents = {answer.path: answer, **{page.document.path: page.document for page in sources.pages}}
    numbers = [
        *((its, Strength.PINNED) for its in result.tested),
        *((its, Strength.UNTESTED) for its in result.unchecked),
    ]
    weighed = [Weighed(answer, its.start, its.end, "", strength, False) for its, strength in numbers]
    findings = tuple(_finding(its, answer, documents) for its in result.findings)
    return Report(
        findings,
        Coverage(Numbers(sorted(weighed, key=lambda its: its.start))),
        rules=len(result.tested),
        broken=len(findings),
        claims=len(result.tested),
        documents=documents,
        records=False,
        compared=True,
    )


def _finding(its: Discrepancy, answer: Document, documents: dict[str, Document]) -> Finding:
    places = tuple(_locations(its.places, answer, documents))
    return Finding(
        answer.path,
        f"{its.problem.value} {its.said}",
        "agree",
        Verdict.INCONSISTENT,
        None,
        Severity.ERROR,
        Confidence.HIGH,
        its.message,
        places,
        problem=its.problem,
        said=its.said,
        expected=its.expected,
    )


def _locations(places: tuple[Place, ...], answer: Document, documents: dict[str, Document]) -> Iterator[Location]:
    """Those that are passages of a text; a cell of data is told in the message."""
    for its in places:
        document = answer if its.source == "answer" else documents.get(its.source) or documents.get(f"{its.source}.md")
        if document is not None and its.start >= 0:
            yield Location.of(document, its.start, its.end, "rewrite" if document is answer else "source")
