"""
Dates as operands: a day, a month or a year, and where it stands.
"""

from __future__ import annotations

import calendar
import datetime

from factcheck.model.frozen import frozen
from factcheck.model.moment import Date
from factcheck.model.quantity import Quantity
from factcheck.model.stated import Printing, Stated


@frozen
class Day:
    """A date as an operand of a rule; a month or a year stands for all of its days."""

    date: Date
    source: str = ""
    """The path of the document that it stands in; empty where the record gives it."""
    source_label: str = "the text"

    @property
    def key(self) -> str:
        """Its identity: the same date in the same place."""
        return f"{self.source}:{self.date.start}:{self.date.end}#date" if self.source else f"#date={self.date.text}"

    @property
    def stated(self) -> Stated:
        """The date as a statement without a value, for its place and its words."""
        its = self.date
        words = " ".join(its.text.split())
        blank = Quantity(words, its.start, its.end, its.start, its.end, None, 0, 0)
        return Stated(self.key, words, (Printing(blank, self.source, said=words),), "", self.source_label)


def days(date: Date, year: int | None = None) -> tuple[datetime.date, datetime.date] | None:
    """
    The first and the last day that a date may mean; ``year`` fills in one that is left out. ``None``
    where the calendar has no such day, or the year is not known.

    >>> days(Date("February 2024", 0, 13, 2024, 2))
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    known = date.year or year
    if known is None or not 1 <= known <= 9999 or (date.month is None and date.day is not None):
        return None
    first_month, last_month = date.month or 1, date.month or 12
    length = calendar.monthrange(known, last_month)[1]
    if (date.day or 1) > length:
        return None
    first = datetime.date(known, first_month, date.day or 1)
    return first, datetime.date(known, last_month, date.day or length)
