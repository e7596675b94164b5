"""
Traces: what was understood of each number, and which relations were considered, for whoever asks why.
"""

from __future__ import annotations

from factcheck.model.document import Document
from factcheck.model.fact import Fact
from factcheck.model.frozen import frozen
from factcheck.model.quantity import Quantity


@frozen
class Considered:
    """A relation that was considered."""

    template: str
    numbers: tuple[Quantity, ...]
    stopped: str = ""
    """What stopped it, as a condition that does not hold; empty where it was let through."""


@frozen
class Trace:
    """What was understood of a text."""

    document: Document
    facts: tuple[Fact, ...]
    considered: tuple[Considered, ...]

    def of(self, fact: Fact) -> tuple[Considered, ...]:
        """The relations in which a fact's number was considered."""
        start = fact.quantity.number_start
        return tuple(one for one in self.considered if any(number.number_start == start for number in one.numbers))
