"""
Spans, ages and weekdays: what the calendar rules out, and the many ways of counting that it does not.
"""

from __future__ import annotations

import pytest

from factcheck.checks.duration import Operands, relation
from factcheck.checks.operand import OperandError
from factcheck.engine.judge import judge
from factcheck.model.day import Day, days
from factcheck.model.moment import Date
from factcheck.model.stated import Printing, Stated
from factcheck.reader import read


def day(text: str) -> Day:
    (found,) = read(text).dates
    return Day(found)


def length(text: str) -> Stated:
    (quantity,) = read(text).quantities
    return Stated(text, text, (Printing(quantity, claim=text),))


def verdict(start: str, end: str, said: str = "") -> str:
    operands = Operands(from_=day(start), to=day(end), is_=length(said) if said else None)
    return judge(relation(operands)).verdict.value


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("January 2022", "April 2024", "a 28-month period"),
        ("January 2022", "April 2024", "a 27-month period"),
        ("May 2020", "April 2021", "the 12-month period"),
        ("May 2020", "April 2021", "eleven months"),
        ("2010", "2015", "five years"),
        ("2010", "2015", "six years"),
        ("1 May 2020", "3 May 2020", "three days"),
        ("1 May 2020", "3 May 2020", "two days"),
        ("1 May 2020", "15 May 2020", "two weeks"),
        ("January 2022", "April 2024", "more than two years"),
        ("January 2022", "October 2024", "nearly three years"),
        ("November", "January 2020", "three months"),
        ("5 May 1950", "3 June 2010", "aged 60"),
        ("1950", "2010", "aged 59"),
        ("March 2020", "March 2020", "one month"),
    ],
)
def test_a_span_that_can_be_as_long_as_said(start: str, end: str, said: str) -> None:
    """Months and years stand for all of their days, both ends may count, and nobody writes half a month."""
    assert verdict(start, end, said) == "consistent"


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("January 2022", "April 2024", "a 17-month period"),
        ("May 2020", "April 2021", "the 19-month period"),
        ("2010", "2015", "eight years"),
        ("1 May 2020", "3 May 2020", "five days"),
        ("5 May 1950", "3 May 2010", "aged 60"),
        ("5 May 1950", "3 June 2010", "aged 50"),
    ],
)
def test_a_span_that_is_not_as_long_as_said(start: str, end: str, said: str) -> None:
    """Whatever days are meant, and however they are counted."""
    assert verdict(start, end, said) == "inconsistent"


def test_a_span_may_not_run_backward() -> None:
    """Nor is a month before itself."""
    assert verdict("September 2021", "January 2021") == "inconsistent"
    assert verdict("September 2021", "September 2021") == "consistent"
    assert verdict("2021", "September 2021") == "consistent"


def test_a_day_has_one_weekday() -> None:
    """October 27, 2021 was a Wednesday."""
    right = relation(Operands(day=day("October 27, 2021"), weekday=day("Wednesday")))
    wrong = relation(Operands(day=day("October 27, 2021"), weekday=day("Monday")))
    assert judge(right).verdict.value == "consistent"
    assert judge(wrong).verdict.value == "inconsistent"
    assert getattr(wrong, "broken", "") == "October 27, 2021 is a Wednesday, not a Monday"


@pytest.mark.parametrize(
    "operands",
    [
        Operands(),
        Operands(from_=day("2010")),
        Operands(day=day("October 2021"), weekday=day("Monday")),
        Operands(from_=day("March 5"), to=day("May 6")),
        Operands(from_=day("2010"), to=day("2015"), is_=length("5 kg")),
    ],
)
def test_dates_that_say_too_little_are_refused(operands: Operands) -> None:
    """With what is missing, not with a verdict."""
    with pytest.raises(OperandError):
        relation(operands)


def test_the_calendar_has_no_thirtieth_of_february() -> None:
    """Then there is nothing to compare."""
    assert days(Date("February 30, 2021", 0, 17, 2021, 2, 30)) is None
