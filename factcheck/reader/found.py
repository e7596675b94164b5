"""
What the passages of a text held, gathered in the order of the text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from operator import attrgetter

from factcheck.model.contents import Breakdown, Contents, NameList
from factcheck.model.moment import Date, Period, RelativeTime, TimeOfDay
from factcheck.model.order import Ordinal, Rank, Ratio, Score
from factcheck.model.quantity import Quantity, Width
from factcheck.model.tokens import Tokens
from factcheck.reader.hedge import widened


class Found:
    """Lists that the rooms add to."""

    __slots__ = (
        "breakdowns", "dates", "names", "ordinals", "periods", "quantities", "ranks", "ratios", "relative_times",
        "scores", "times_of_day", "tokens",
    )  # fmt: skip

    def __init__(self) -> None:
        self.quantities: list[Quantity] = []
        self.names: list[NameList] = []
        self.breakdowns: list[Breakdown] = []
        self.dates: list[Date] = []
        self.periods: list[Period] = []
        self.relative_times: list[RelativeTime] = []
        self.times_of_day: list[TimeOfDay] = []
        self.ordinals: list[Ordinal] = []
        self.ranks: list[Rank] = []
        self.scores: list[Score] = []
        self.ratios: list[Ratio] = []
        self.tokens: list[Tokens] = []

    def contents(self, widths: Mapping[str, Width] | None) -> Contents:
        """All of it as values; ``widths`` are those of hedges that a project decides itself."""
        for placed in (self.periods, self.relative_times, self.times_of_day, self.scores, self.ratios):
            if len(placed) > 1:  # two rooms add to each
                placed.sort(key=_start)
        if widths:
            self.quantities = [widened(one, widths) for one in self.quantities]
            self.breakdowns = [
                replace(one, items=tuple(widened(item, widths) for item in one.items)) for one in self.breakdowns
            ]
        return Contents(
            tuple(self.quantities),
            tuple(self.names),
            tuple(self.breakdowns),
            tuple(self.dates),
            tuple(self.periods),
            tuple(self.relative_times),
            tuple(self.times_of_day),
            tuple(self.ordinals),
            tuple(self.ranks),
            tuple(self.scores),
            tuple(self.ratios),
            tuple(self.tokens),
        )


_start = attrgetter("start")
