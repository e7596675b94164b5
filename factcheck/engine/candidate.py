"""
A candidate of localisation: a printing that may be wrong, and what would fit there.
"""

from __future__ import annotations

from factcheck.model.finding import Confidence
from factcheck.model.frozen import frozen
from factcheck.model.interval import Interval
from factcheck.model.number import Rational
from factcheck.model.slip import Slip
from factcheck.model.stated import Printing, Stated

Trouble = int | str
"""A link of the network that does not hold, by index; a fact that contradicts itself, by ``Stated.key``."""


@frozen
class Candidate:
    """A printing that may be wrong, and what would fit there."""

    stated: Stated
    printing: Printing
    needed: Interval
    """The values that would fit, as printed [printed unit]."""
    value: Rational | None
    """The one that fits best: recorded before, one slip away, or the only one of its precision."""
    slip: Slip | None
    """
    How that value may have become the printed one; ``None`` where no single slip does. Of a vague
    candidate a decimal point that may have moved, one chance among many.
    """
    vague: bool
    """Whether so many values one slip away would fit that none of them tells anything."""
    recorded: bool
    """Whether the record was made from that value."""
    backed: bool
    """Whether evidence says the printed value, or it is evidence itself."""
    mends: frozenset[Trouble]
    """What holds then."""
    rules: tuple[int, ...]
    """The indices of the broken rules that hold then."""
    unresolved: bool = False
    """Whether a rule that could not be judged while its fact contradicted itself would turn out broken."""
    confidence: Confidence = Confidence.LOW

    @property
    def certain(self) -> bool:
        """Whether it is known what was meant: what was recorded, or one of few values a slip away."""
        return self.recorded or (self.slip is not None and not self.vague)
