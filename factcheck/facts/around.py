"""
A number of a sentence with what stands before and behind it: what the rooms of roles look at.
"""

from __future__ import annotations

from factcheck.facts.lead import Lead
from factcheck.facts.sentence import Mention, Sentence
from factcheck.facts.tail import Tail
from factcheck.model.frozen import frozen
from factcheck.model.quantity import Quantity


@frozen
class Around:
    """A number of a sentence with what stands before and behind it."""

    sentence: Sentence
    mention: Mention
    lead: Lead
    tail: Tail
    before: Quantity | None
    """The number before it in the sentence."""

    @property
    def is_ratio(self) -> bool:
        """Whether it is a percentage or in points."""
        unit = self.mention.quantity.unit
        return unit is not None and not unit.dimension
