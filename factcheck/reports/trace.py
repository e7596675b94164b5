"""
A trace for a person: each number's fact, and what became of each relation that was considered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.model.fact import Fact, Scope, Stance
from factcheck.model.finding import Report
from factcheck.model.trace import Considered, Trace

ALL = "all"
"""Where a trace is asked of every number."""


def render(report: Report, where: str = ALL) -> str:
    """
    The facts of a report's texts, one a paragraph; ``where`` is a line, or a line and a column ("3:12").
    """
    return "\n".join(line for trace in report.traces for fact in _asked(trace, where) for line in _lines(trace, fact))


def rows(report: Report) -> Iterator[Mapping[str, Any]]:
    """The same as objects: one a fact."""
    for trace in report.traces:
        for fact in trace.facts:
            yield {"fact": _row(trace, fact)}


def _asked(trace: Trace, where: str) -> Iterator[Fact]:
    line, _, column = where.partition(":")
    for fact in trace.facts:
        place = trace.document.place(fact.quantity.number_start)
        if where == ALL or (str(place.line) == line and (not column or _covers(trace, fact, int(column)))):
            yield fact


def _covers(trace: Trace, fact: Fact, column: int) -> bool:
    place = trace.document.place(fact.quantity.start)
    return place.column <= column < place.column + fact.quantity.end - fact.quantity.start


def _lines(trace: Trace, fact: Fact) -> Iterator[str]:
    place = trace.document.place(fact.quantity.number_start)
    yield f"{trace.document.path}:{place}: “{_words(fact.quantity.text)}”"
    for name, said in _fields(fact):
        inherited = " (from the words around)" if name in fact.inherited else ""
        yield f"    {name:<9} {said}{inherited}"
    for one in trace.of(fact):
        yield f"    {one.template:<9} {_told(one)}"


def _told(one: Considered) -> str:
    numbers = ", ".join(f"“{_words(number.text)}”" for number in one.numbers)
    return f"{numbers}: {'not: ' + one.stopped if one.stopped else 'tested'}"


def _words(text: str) -> str:
    return " ".join(text.split())


def _fields(fact: Fact) -> Iterator[tuple[str, str]]:
    """What is known of a number, by the names of its fields."""
    measure = fact.measure
    narrowed = " ".join((*sorted(measure.before), measure.head)).strip()
    of = f"of {' '.join(sorted(measure.of))}" if measure.of else ""
    per = f"per {measure.per}" if measure.per else ""
    stance = str(fact.stance) if fact.stance != Stance.SAID else ""
    told = (
        ("roles", ", ".join(f"{cue.role} (“{cue.words}”)" for cue in fact.cues)),
        ("way", str(fact.way or "")),
        ("measure", " ".join(filter(None, (narrowed, of, per)))),
        ("subject", " ".join(sorted(fact.subject))),
        ("places", ", ".join(sorted(fact.places))),
        ("when", fact.when.words),
        ("scope", str(fact.scope) if fact.scope != Scope.ALL else ""),
        ("stance", " ".join(filter(None, (stance, "quoted" if fact.quoted else "")))),
        ("basis", ", ".join(sorted(fact.basis))),
    )
    return ((name, said) for name, said in told if said)


def _row(trace: Trace, fact: Fact) -> Mapping[str, Any]:
    quantity = fact.quantity
    return {
        "path": trace.document.path,
        "start": quantity.start,
        "end": quantity.end,
        "text": quantity.text,
        **dict(_fields(fact)),
        "inherited": sorted(fact.inherited),
        "considered": [
            {
                "template": one.template,
                "numbers": [[number.number_start, number.number_end] for number in one.numbers],
                "stopped": one.stopped,
            }
            for one in trace.of(fact)
        ],
    }
