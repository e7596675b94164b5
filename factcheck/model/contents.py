"""
What the reader finds in a text: quantities, lists of names, breakdowns, times, ranks and the like, and its tokens.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import field

from factcheck.model.frozen import frozen
from factcheck.model.moment import Date, Period, RelativeTime, TimeOfDay
from factcheck.model.order import Ordinal, Rank, Ratio, Score
from factcheck.model.quantity import Name, Quantity
from factcheck.model.tokens import Tokens


@frozen
class NameList:
    """A list of names: "Australia, Bulgaria, …, the United Kingdom and the United States"."""

    start: int
    end: int
    names: tuple[Name, ...]


@frozen
class Breakdown:
    """
    Numbers of one thing by place or class: "65 arrests in the U.S., one in Bulgaria, …, and two in
    Switzerland". Every item is a quantity whose ``place`` is set.
    """

    start: int
    end: int
    items: tuple[Quantity, ...]


@frozen
class Contents:
    """Everything that was read in a text, each in the order of the text."""

    quantities: tuple[Quantity, ...] = ()
    names: tuple[NameList, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    dates: tuple[Date, ...] = ()
    periods: tuple[Period, ...] = ()
    relative_times: tuple[RelativeTime, ...] = ()
    times_of_day: tuple[TimeOfDay, ...] = ()
    ordinals: tuple[Ordinal, ...] = ()
    ranks: tuple[Rank, ...] = ()
    scores: tuple[Score, ...] = ()
    ratios: tuple[Ratio, ...] = ()
    """A share in words ("one in four") is a quantity as well."""
    tokens: tuple[Tokens, ...] = field(default=(), compare=False, repr=False)
    """Of each passage that holds any of these; ``reader.token.tokenise`` makes those of the others."""

    def tokens_at(self, offset: int) -> Tokens | None:
        """The tokens of the passage that an offset lies in; ``None`` where the passage holds nothing."""
        at = bisect_right(self.tokens, offset, key=_start) - 1
        return self.tokens[at] if at >= 0 and offset < self.tokens[at].end else None


def _start(tokens: Tokens) -> int:
    return tokens.start
