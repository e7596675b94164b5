"""
Proposals: what a pattern says that a text states, before any of it is judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.checks import check
from factcheck.checks.grammar import Formula
from factcheck.checks.operand import OperandError
from factcheck.model.claim import Rule
from factcheck.model.day import Day
from factcheck.model.expression import UnitMismatchError, operands
from factcheck.model.finding import Confidence, Severity
from factcheck.model.frozen import frozen
from factcheck.model.number import Rational
from factcheck.model.relation import Names, with_tolerance
from factcheck.model.stated import Stated

Value = Stated | tuple[Stated, ...] | Names | Day | Formula | str
"""What stands in a field of a check's operands."""


@frozen
class Proposal:
    """A relation that the words of a text state, or seem to."""

    kind: str
    """The check kind."""
    operands: Mapping[str, Value]
    """The fields of its ``Operands``."""
    subject: str
    """What it is about, for messages: "arrests"."""
    explicit: bool = True
    """Whether the words state the relation; one that only seems meant may warn, not fail."""
    cue: str = ""
    """The words that state it: "consisting of"."""
    doubtful: bool = False
    """Whether it is so weak that only ``--pedantic`` shows it."""
    tolerance: Rational = 0
    """What the pattern grants, because nobody writes more exactly there: a half-width [base unit]."""
    localised: bool = False
    """Whether the sentence of the finding itself names the number that is wrong."""

    @property
    def confidence(self) -> Confidence:
        """How sure it is that the relation is meant."""
        return Confidence.HIGH if self.explicit else Confidence.LOW if self.doubtful else Confidence.MEDIUM

    def rule(self) -> Rule | None:
        """The proposal as a rule; ``None`` where its operands do not fit together (kg and dollars)."""
        its = check(self.kind)
        try:
            relation = its.relation(its.operands(**self.operands))
        except (OperandError, UnitMismatchError, ZeroDivisionError):
            return None
        roles = tuple((key, field.rstrip("_")) for field, key in self._keys())
        severity = None if self.explicit else Severity.WARNING
        name = f"{self.kind} {self.subject}".strip()
        if self.tolerance:
            relation = with_tolerance(relation, lambda _: self.tolerance)
        return Rule(
            name, self.kind, relation, roles, "", None, severity, self.confidence, self.subject, localised=self.localised
        )  # fmt: skip

    def _keys(self) -> Iterator[tuple[str, str]]:
        for field, value in self.operands.items():
            for part in _operands(value):
                if not isinstance(part, str):
                    yield field, part.key


def _operands(value: Value) -> tuple[Stated | Names | Day | str, ...]:
    if isinstance(value, Formula):
        sides = (side for left, _, right in value.comparisons for side in (left, right))
        return tuple(stated for side in sides for stated in operands(side))
    return value if isinstance(value, tuple) else (value,)
