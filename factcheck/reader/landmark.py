"""
What was read in a passage so far, by the tokens where it stands: for the rooms that look at what stands beside.
"""

from __future__ import annotations

from functools import cached_property

from factcheck.model.moment import Date
from factcheck.reader.draft import Draft


class Landmarks:
    """The numbers and dates of one passage, found by token."""

    def __init__(self) -> None:
        self.dates: dict[int, Date] = {}
        """The dates by their first token."""
        self.dated: set[int] = set()
        """The tokens of dates and of times of day."""
        self.drafts: list[Draft] = []
        """The numbers; asked for only where something stands beside them."""

    @cached_property
    def taken(self) -> set[int]:
        """The tokens of dates, of times of day and of numbers."""
        return self.dated.union(*(range(draft.first, draft.last) for draft in self.drafts))

    @cached_property
    def first(self) -> dict[int, Draft]:
        """The numbers by their first token."""
        return {draft.first: draft for draft in self.drafts}

    @cached_property
    def last(self) -> dict[int, Draft]:
        """The numbers by the token behind their unit or noun."""
        return {draft.close: draft for draft in self.drafts}
