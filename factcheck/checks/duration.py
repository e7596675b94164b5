"""
Dates, spans and ages agree: a span ends after it begins, is as long as is said, and a day has its weekday.

    January 2022 to April 2024 is 26 to 28 months (not 17)

Use it where two dates and the time between them are stated, or a date with its weekday. A month or a year
stands for all of its days, and both ways of counting are right: from 2010 to 2015 are five years, or six
with both of them. Dates are written in the rule, in words or as 2021-10-27. An age is whole years: it changes
on the birthday.

Holds:

    The survey ran from January 2022 to April 2024, a 28-month period.
    ---
    claims:
      period: a 28-month period
    rules:
      - duration: {from: January 2022, to: April 2024, is: period}

Holds:

    The raid was on Wednesday, October 27, 2021. It took three days.
    ---
    claims:
      raid: three days
    rules:
      - duration: {day: "October 27, 2021", weekday: Wednesday}

Does not hold:

    The survey ran from January 2022 to April 2024, a 17-month period.
    ---
    claims:
      period: a 17-month period
    rules:
      - duration: {from: January 2022, to: April 2024, is: period}

Does not hold:

    The raid was on Monday, October 27, 2021. It took three days.
    ---
    claims:
      raid: three days
    rules:
      - duration: {day: "October 27, 2021", weekday: Monday}
"""

from __future__ import annotations

import datetime
from fractions import Fraction

from factcheck.checks.operand import OperandError, says
from factcheck.model.day import Day, days
from factcheck.model.frozen import frozen
from factcheck.model.interval import Interval
from factcheck.model.moment import Date
from factcheck.model.reading import Reading
from factcheck.model.relation import Evident, Relation
from factcheck.model.stated import Stated
from factcheck.model.wording import counted, plural

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_AGE = "year of age"


@frozen
class Operands:
    """A span and its length, or a day and its weekday."""

    from_: Day | None = None
    """The date on which the span begins; of an age the birth."""
    to: Day | None = None
    """The date on which it ends."""
    is_: Stated | None = None
    """How long it is said to be: days, weeks, months, years, or an age; without it only the order is judged."""
    day: Day | None = None
    """A day of the calendar; with `weekday`."""
    weekday: Day | None = None
    """The weekday that it is said to be."""


def relation(operands: Operands) -> Relation:
    """to − from = is, and to is not before from; the weekday is that of the day."""
    if operands.day and operands.weekday and not (operands.from_ or operands.to or operands.is_):
        return _weekday(operands.day, operands.weekday)
    if not (operands.from_ and operands.to) or operands.day or operands.weekday:
        raise OperandError("duration needs from and to, or day and weekday", "Give both dates.")
    start, end = span(operands.from_.date, operands.to.date)
    about = (operands.from_.stated, operands.to.stated)
    if end[1] < start[0]:
        said = f"the span runs backward: {_words(operands.to)} is before {_words(operands.from_)}"
        return Evident(False, said, about)
    if operands.is_ is None:
        return Evident(True, "", about)
    return _length(operands, start, end)


def span(start: Date, end: Date) -> tuple[tuple[datetime.date, datetime.date], tuple[datetime.date, datetime.date]]:
    """
    The days on which a span may begin and may end. A year that one of the dates leaves out is the
    other's: "from March to June 2020"; "from November to January 2020" began the year before.

    Raises OperandError where the calendar has no such days.

    >>> span(Date("November", 0, 8, None, 11), Date("January 2020", 0, 12, 2020, 1))[0][0]
    datetime.date(2019, 11, 1)
    """
    first_year = end.year
    if (
        start.year is None
        and first_year is not None
        and (start.month or 0, start.day or 0) > (end.month or 12, end.day or 31)
    ):
        first_year -= 1
    first, last = days(start, first_year), days(end, start.year)
    if first is None or last is None:
        lacking = start.text if first is None else end.text
        raise OperandError(f"“{lacking}” is no date with a year", "Write it as 2021-10-27, October 2021 or 2021.")
    return first, last


def _weekday(day: Day, weekday: Day) -> Evident:
    date = day.date.date
    if date is None or weekday.date.weekday is None:
        raise OperandError("day needs a full date, weekday the name of a weekday", "Write 2021-10-27 and Wednesday.")
    real, said = _WEEKDAYS[date.weekday()], _WEEKDAYS[weekday.date.weekday]
    return Evident(real == said, f"{_words(day)} is a {real}, not a {said}", (weekday.stated, day.stated))


def _length(
    operands: Operands, start: tuple[datetime.date, datetime.date], end: tuple[datetime.date, datetime.date]
) -> Evident:
    """The time between the dates meets what is said, counted with or without the last day."""
    stated = operands.is_
    assert stated is not None and operands.from_ is not None and operands.to is not None
    unit = stated.unit
    if unit is None or unit.dimension != (("time", 1),):
        raise OperandError(f"{stated.printed} is no time", "Quote the unit too: “17-month”.")
    shortest, longest = _between(start[1], end[0], unit.name), _between(start[0], end[1], unit.name)
    # Nobody writes half a month: what is said may be rounded up or down to whole ones, and ages are rounded down.
    least = max(shortest, Fraction(0)) // 1
    most = longest // 1 if unit.name == _AGE else -(-longest // 1) + _both_ends(operands)
    reading = Reading.HEDGE if stated.quantity.hedge else Reading.EXACT
    # Where it is stated in two ways that is told by itself, and the span is held against what is said first.
    said = stated.interval(reading) or stated.printings[0].interval(reading)
    holds = said.scaled(1 / Fraction(unit.factor)).meets(Interval(least, most))
    span_words = f"{_words(operands.from_)} to {_words(operands.to)}"
    message = f"{span_words} is {_told(least, most, unit.name)}, {says(stated)} {stated.printed}"
    return Evident(holds, message, (operands.from_.stated, operands.to.stated, stated))


def _both_ends(operands: Operands) -> int:
    """One more where the last day is counted too: of a span between two days."""
    assert operands.from_ is not None and operands.to is not None
    return int(bool(operands.from_.date.day and operands.to.date.day and operands.is_ and _is_day(operands.is_)))


def _is_day(stated: Stated) -> bool:
    return stated.unit is not None and stated.unit.name == "day"


def _between(start: datetime.date, end: datetime.date, unit: str) -> Fraction:
    """The time from one day to another in a unit: months and years by the calendar, others by the day."""
    days_between = (end - start).days
    if unit in ("month", "year", "decade", "century", _AGE, "quarter"):
        months = Fraction((end.year - start.year) * 12 + end.month - start.month) + Fraction(end.day - start.day, 31)
        if unit == _AGE:
            complete = (end.year - start.year) - ((end.month, end.day) < (start.month, start.day))
            return Fraction(complete)
        return months / {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    return Fraction(days_between, {"week": 7, "fortnight": 14}.get(unit, 1)) * (24 if unit == "hour" else 1)


def _told(least: int, most: int, unit: str) -> str:
    """How long the span is, for a person: "26 to 28 months"."""
    noun = "year" if unit == _AGE else unit
    return counted(most, noun) if least == most else f"{least} to {most} {plural(noun)}"


def _words(day: Day) -> str:
    return " ".join(day.date.text.split())
