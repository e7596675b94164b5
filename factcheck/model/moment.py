"""
Times as a text says them: dates, parts of a year, hours of the day, and times that are relative to another.

Each says what its words give and nothing more; which day "last week" was is for the facts to find out.
"""

from __future__ import annotations

import datetime
from enum import StrEnum

from factcheck.model.frozen import frozen


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


class Span(StrEnum):
    """How long a period is."""

    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


@frozen
class Period:
    """
    A quarter, a half, a fiscal year, a year across two, a decade or a century: "the third quarter of 2019", "Q3 FY20",
    "1H20", "fiscal 2019", "2018/19", "the 1990s", "the 19th century".
    """

    text: str
    start: int
    end: int
    span: Span
    number: int | None = None
    """Which quarter, half or century it is [from 1]."""
    year: int | None = None
    """Its year; of a decade, or of a year across two, the first."""
    fiscal: bool = False
    """Whether the words say that the year is a fiscal one."""
    split: bool = False
    """Whether the year begins in one calendar year and ends in the next: "2018/19"."""


class Bearing(StrEnum):
    """How a relative time lies to the one that it is relative to."""

    LAST = "last"
    THIS = "this"
    NEXT = "next"
    SAME = "same"
    FIRST = "first"
    """The beginning of a year: "the first nine months of 2019"."""
    EARLIER = "earlier"
    LATER = "later"
    AGO = "ago"
    """Before the time of writing, where ``EARLIER`` is before a time that was told."""
    ENDED = "ended"
    """Until a date: "five weeks ended April 4"."""


@frozen
class RelativeTime:
    """
    A time or a stretch of time relative to another: "last week", "a year earlier", "the past three years",
    "yesterday", "five weeks ended April 4", "the first nine months of 1987".
    """

    text: str
    start: int
    end: int
    bearing: Bearing
    unit: str
    """Of time, in the singular: "week"."""
    count: int | None = 1
    """How many of the unit; ``None`` where the words leave it open ("decades ago")."""
    date: Date | None = None
    """Where it ends, of "ended April 4", or the year that "the first nine months" are of."""


@frozen
class TimeOfDay:
    """
    A time of day: "5 p.m.", "10:45", "1500 UTC", "noon", "half past five".
    """

    text: str
    start: int
    end: int
    hour: int
    """From 0 to 24; without ``certain`` it may be twelve more."""
    minute: int = 0
    certain: bool = True
    """Whether the words say which half of the day it is."""
    zone: str = ""
    """The time zone as printed: "UTC"."""
