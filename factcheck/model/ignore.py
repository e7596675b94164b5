"""
A finding that somebody lets pass: where it is written, why, and until when.
"""

from __future__ import annotations

import datetime

from factcheck.model.document import Offsets
from factcheck.model.finding import Location
from factcheck.model.frozen import frozen


@frozen
class Ignore:
    """An ``ignore`` of a rule, or a comment in a text."""

    location: Location
    """Where it is written: in a claim file, or in the text."""
    reason: str
    until: datetime.date | None = None
    """The last day on which it holds; ``None`` for ever."""
    kinds: tuple[str, ...] = ()
    """Of a comment: the kinds that it lets pass."""
    covers: Offsets = (0, 0)
    """Of a comment: the passage that it is about, in the same text."""

    def ended(self, today: datetime.date) -> bool:
        """Whether its last day has passed."""
        return self.until is not None and self.until < today
