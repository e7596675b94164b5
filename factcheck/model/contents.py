"""
What the reader finds in a text: quantities, lists of names, breakdowns and dates.
"""

from __future__ import annotations

import datetime

from factcheck.model.frozen import frozen
from factcheck.model.quantity import Name, Quantity


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
class Date:
    """
    A date, a month or a year in the text. A part that the words do not give is ``None``.
    """

    text: str
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """0 is Monday (as in ``datetime.date.weekday``)."""

    @property
    def date(self) -> datetime.date | None:
        """The day, where the words give it whole and the calendar has it."""
        if self.year is None or self.month is None or self.day is None:
            return None
        try:
            return datetime.date(self.year, self.month, self.day)
        except ValueError:
            return None


@frozen
class Contents:
    """Everything that was read in a text, each in the order of the text."""

    quantities: tuple[Quantity, ...] = ()
    names: tuple[NameList, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    dates: tuple[Date, ...] = ()
