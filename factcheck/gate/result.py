"""
What the gate says of an answer.
"""

from __future__ import annotations

from typing import Any

from factcheck.model.finding import Problem
from factcheck.model.frozen import frozen


@frozen
class Place:
    """A passage: of the answer, of a text, or a cell of a table."""

    source: str
    """The answer, or which source: "answer", "source 1"; of a table its row and column too."""
    start: int
    """0-based code points, the end exclusive; −1 for a cell of data, which is no text."""
    end: int
    text: str


@frozen
class Discrepancy:
    """A number of the answer that does not go through."""

    problem: Problem
    message: str
    said: str
    expected: str
    """What the sources have instead, as they have it; empty where no one value follows."""
    places: tuple[Place, ...]
    """The one in the answer first, those of the sources behind it."""

    @property
    def start(self) -> int:
        """Where it begins in the answer [code points]."""
        return self.places[0].start

    @property
    def end(self) -> int:
        """Where it ends, exclusive [code points]."""
        return self.places[0].end


@frozen
class Repair:
    """One change to the answer that mends a finding."""

    start: int
    end: int
    old: str
    new: str
    why: str


@frozen
class GuardResult:
    """
    Whether an answer goes through, and why not. It is true where ``ok`` is, so that ``if guard(…)`` fails closed.
    """

    ok: bool
    findings: tuple[Discrepancy, ...] = ()
    """In the order of the answer."""
    tested: tuple[Place, ...] = ()
    """The numbers of the answer that were held against something."""
    unchecked: tuple[Place, ...] = ()
    """The numbers that nothing was held against: those of a list's items, a version that the sources write too."""
    repairs: tuple[Repair, ...] = ()
    """Where one value follows. If every finding has one, applying all of them makes the answer ``ok``."""

    def __bool__(self) -> bool:
        return self.ok

    def __str__(self) -> str:
        """The findings as a table in plain text, one a line."""
        if self.ok:
            return f"ok: {len(self.tested)} numbers supported, {len(self.unchecked)} with nothing to hold them against"
        rows = [("problem", "said", "expected", "why")]
        rows += [(its.problem.value, its.said, its.expected or "-", its.message) for its in self.findings]
        folded = [tuple(" ".join(cell.split()) for cell in row) for row in rows]
        widths = [max(len(row[at]) for row in folded) for at in range(3)]
        return "\n".join(
            "  ".join([*(cell.ljust(width) for cell, width in zip(row[:3], widths, strict=True)), row[3]])
            for row in folded
        )

    def to_dict(self) -> dict[str, Any]:
        """The same as values of JSON."""
        return {
            "ok": self.ok,
            "findings": [
                {
                    "problem": its.problem.value,
                    "message": its.message,
                    "said": its.said,
                    "expected": its.expected or None,
                    "places": [_place(place) for place in its.places],
                }
                for its in self.findings
            ],
            "tested": [_place(its) for its in self.tested],
            "unchecked": [_place(its) for its in self.unchecked],
            "repairs": [
                {"start": its.start, "end": its.end, "old": its.old, "new": its.new, "why": its.why}
                for its in self.repairs
            ],
        }


def _place(place: Place) -> dict[str, Any]:
    return {"source": place.source, "start": place.start, "end": place.end, "text": place.text}


def repaired(answer: str, repairs: tuple[Repair, ...]) -> str:
    """
    An answer with its repairs applied, the last first.

    >>> repaired("45 of 60", (Repair(0, 2, "45", "54", "the source has 54"),))
    '54 of 60'
    """
    for its in sorted(repairs, key=lambda one: one.start, reverse=True):
        answer = answer[: its.start] + its.new + answer[its.end :]
    return answer
