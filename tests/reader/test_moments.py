"""
Times, ranks, scores and ratios are read as what they are, with their places, and what only looks like one is left.
"""

from __future__ import annotations

import pytest

from factcheck.model.moment import Bearing, Span
from factcheck.model.order import Proportion
from factcheck.reader import read


@pytest.mark.parametrize(
    ("text", "words", "span", "number", "year", "fiscal", "split"),
    [
        ("Sales rose in the third quarter of 2019.", "third quarter of 2019", Span.QUARTER, 3, 2019, False, False),
        ("Its first-half profit fell.", "first-half", Span.HALF, 1, None, False, False),
        ("Acme Corp 4th qtr net", "4th qtr", Span.QUARTER, 4, None, False, False),
        ("The fiscal second quarter was poor.", "fiscal second quarter", Span.QUARTER, 2, None, True, False),
        ("It was the 1987 first quarter.", "1987 first quarter", Span.QUARTER, 1, 1987, False, False),
        (
            "In the third quarter of fiscal 2019 it lost.",
            "third quarter of fiscal 2019",
            Span.QUARTER,
            3,
            2019,
            True,
            False,
        ),
        ("Profit fell in Q3 FY20.", "Q3 FY20", Span.QUARTER, 3, 2020, True, False),
        ("Profit fell in 3Q19.", "3Q19", Span.QUARTER, 3, 2019, False, False),
        ("Profit fell in H1 2020.", "H1 2020", Span.HALF, 1, 2020, False, False),
        ("Profit fell in fiscal 2019.", "fiscal 2019", Span.YEAR, None, 2019, True, False),
        ("Profit fell in fiscal year 2019.", "fiscal year 2019", Span.YEAR, None, 2019, True, False),
        ("Profit fell in FY 2019-20, it said.", "FY 2019-20", Span.YEAR, None, 2019, True, True),
        ("They won the 2018/19 season.", "2018/19", Span.YEAR, None, 2018, False, True),
        ("The 1990s were loud.", "1990s", Span.DECADE, None, 1990, False, False),
        ("In the '80s it was quiet.", "'80s", Span.DECADE, None, 1980, False, False),
        ("In the 80s it was quiet.", "80s", Span.DECADE, None, 1980, False, False),
        ("The 19th century ended.", "19th century", Span.CENTURY, 19, None, False, False),
        ("The twentieth century ended.", "twentieth century", Span.CENTURY, 20, None, False, False),
        ("The twenty-first century began.", "twenty-first century", Span.CENTURY, 21, None, False, False),
    ],
)
def test_a_period_is_read(
    text: str, words: str, span: Span, number: int | None, year: int | None, fiscal: bool, split: bool
) -> None:
    """A part of a year has its number and its year, as far as they are told."""
    (found,) = read(text).periods
    assert (words, words) == (found.text, text[found.start : found.end])
    assert (span, number, year, fiscal, split) == (found.span, found.number, found.year, found.fiscal, found.split)


@pytest.mark.parametrize(
    "text",
    """
He sold three quarters of it.
A quarter of them left.
He owns 57 737s.
It took two halves.
The fifth quarter never came.
They use Q5 and H3 here.
She took the Q train at 3.
The fiscal board met.
He has 2018-22 problems.
The 3s are out.
""".strip().split("\n"),
)
def test_what_is_no_period_is_none(text: str) -> None:
    """Fractions, models and letters are no parts of a year."""
    assert read(text).periods == ()


@pytest.mark.parametrize(
    ("text", "words", "bearing", "unit", "count"),
    [
        ("It fell last week.", "last week", Bearing.LAST, "week", 1),
        ("It fell in the past three years.", "past three years", Bearing.LAST, "year", 3),
        ("It fell in the last several months.", "last several months", Bearing.LAST, "month", None),
        ("It fell this year's most.", "this year's", Bearing.THIS, "year", 1),
        ("It falls next month.", "next month", Bearing.NEXT, "month", 1),
        ("It fell from a year earlier.", "a year earlier", Bearing.EARLIER, "year", 1),
        ("It fell two days ago.", "two days ago", Bearing.AGO, "day", 2),
        ("It fell 12 years later.", "12 years later", Bearing.LATER, "year", 12),
        ("It fell from the year-ago quarter.", "year-ago", Bearing.AGO, "year", 1),
        ("It fell decades ago.", "decades ago", Bearing.AGO, "decade", None),
        ("It fell the day before.", "the day before", Bearing.EARLIER, "day", 1),
        ("It fell yesterday.", "yesterday", Bearing.LAST, "day", 1),
        ("In the same period it fell.", "same period", Bearing.SAME, "period", 1),
        ("It fell in the first nine months.", "first nine months", Bearing.FIRST, "month", 9),
    ],
)
def test_a_relative_time_is_read(text: str, words: str, bearing: Bearing, unit: str, count: int | None) -> None:
    """Its unit, its number and how it lies are kept; from when it is counted is for others to find out."""
    (found,) = read(text).relative_times
    assert (words, words) == (found.text, text[found.start : found.end])
    assert (bearing, unit, count) == (found.bearing, found.unit, found.count)


def test_a_stretch_of_time_has_its_end() -> None:
    """ "Ended" and a date say until when; "of" and a year, of which year the first months are."""
    found = read("In the five weeks ended April 4, and in the first nine months of 1987, it fell.").relative_times
    ends = [(its.date.month, its.date.day, its.date.year) for its in found if its.date]
    assert [(its.bearing, its.count) for its in found] == [(Bearing.ENDED, 5), (Bearing.FIRST, 9)]
    assert ends == [(4, 4, None), (None, None, 1987)]


@pytest.mark.parametrize(
    "text",
    """
He was the last man.
This is the next big thing.
He walked past five weeks of rain.
From May to June it rained.
Before noon he left.
It lasted two years.
He was later fined.
The first of many days came.
It rained for a day.
""".strip().split("\n"),
)
def test_what_is_no_relative_time_is_none(text: str) -> None:
    """A word of order needs a unit of time beside it."""
    assert [its for its in read(text).relative_times if its.text != "past five weeks"] == []


@pytest.mark.parametrize(
    ("text", "words", "hour", "minute", "certain", "zone"),
    [
        ("The train leaves at 5 p.m. today.", "5 p.m.", 17, 0, True, ""),
        ("The shop opens at 9am.", "9am", 9, 0, True, ""),
        ("It closed at 12:30 a.m. sharp.", "12:30 a.m.", 0, 30, True, ""),
        ("It closed at 2.30 p.m. sharp.", "2.30 p.m.", 14, 30, True, ""),
        ("It closed at 5 p.m. EST.", "5 p.m. EST", 17, 0, True, "EST"),
        ("It closed at 10:45.", "10:45", 10, 45, False, ""),
        ("The 09:30 train is late.", "09:30", 9, 30, True, ""),
        ("It closed at 1500 UTC.", "1500 UTC", 15, 0, True, "UTC"),
        ("It was half past five.", "half past five", 5, 30, False, ""),
        ("It was a quarter to six.", "quarter to six", 5, 45, False, ""),
        ("It was ten past two.", "ten past two", 2, 10, False, ""),
        ("It was five o'clock.", "five o'clock", 5, 0, False, ""),
        ("They met at noon.", "noon", 12, 0, True, ""),
        ("They met at midnight.", "midnight", 24, 0, True, ""),
    ],
)
def test_a_time_of_day_is_read(text: str, words: str, hour: int, minute: int, certain: bool, zone: str) -> None:
    """The hour counts to 24 where the words say which half of the day is meant. It is no quantity."""
    contents = read(text)
    (found,) = contents.times_of_day
    assert (words, words) == (found.text, text[found.start : found.end])
    assert (hour, minute, certain, zone) == (found.hour, found.minute, found.certain, found.zone)
    assert contents.quantities == ()


def test_two_times_share_their_half_of_the_day() -> None:
    """ "5 to 6 p.m." begins at five in the afternoon, "11 to 2 p.m." in the morning."""
    assert [its.hour for its in read("Open from 5 to 6 p.m. daily.").times_of_day] == [17, 18]
    assert [its.hour for its in read("Open from 11 to 2 p.m. daily.").times_of_day] == [11, 14]


@pytest.mark.parametrize(
    "text",
    """
He read John 3:16 aloud.
She ran it in 3:16 flat.
It is at a ratio of 25:30.
The odds are 3:10.
There were 1500 people.
He rose in the third quarter to 5 million.
They went 5 past us.
""".strip().split("\n"),
)
def test_what_is_no_time_of_day_is_none(text: str) -> None:
    """Verses, races and ratios are printed with a colon too."""
    assert read(text).times_of_day == ()


@pytest.mark.parametrize(
    ("text", "words", "place", "among", "within"),
    [
        ("It is the No. 1 song.", "No. 1", 1, None, False),
        ("The #3 seed lost.", "#3", 3, None, False),
        ("It is number one in Italy.", "number one", 1, None, False),
        ("He finished second.", "second", 2, None, False),
        ("It ranked third of 45 in May.", "third of 45", 3, 45, False),
        ("It ranks 17th out of 163 countries.", "17th out of 163", 17, 163, False),
        ("Rome is the second-largest.", "second-largest", 2, None, False),
        ("Rome is the third most populous.", "third most", 3, None, False),
        ("She took 5th place.", "5th place", 5, None, False),
        ("It is in the top ten.", "top ten", 10, None, True),
    ],
)
def test_a_rank_is_read(text: str, words: str, place: int, among: int | None, within: bool) -> None:
    """A verb, a superlative, "place" or "No." says that an ordinal is a rank."""
    (found,) = read(text).ranks
    assert (words, words) == (found.text, text[found.start : found.end])
    assert (place, among, within) == (found.place, found.among, found.within)


@pytest.mark.parametrize(
    "text",
    """
He is the third man.
See Exhibit No. 5 for it.
See Case No. 12-345 here.
He is in the third grade.
The top 10 percent paid.
It is on top of 10 others.
They lost interest, first of all.
The second interest payment is due.
No 5 people agree.
He came first thing.
The number 10 bus is late.
She finished third grade.
""".strip().split("\n"),
)
def test_what_is_no_rank_is_none(text: str) -> None:
    """An order without a comparison, and the number of a thing, are no ranks."""
    assert read(text).ranks == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He is the third man on the 19th floor.", [3, 19]),
        ("It is her twenty-first win.", [21]),
        ("It took a second try.", [2]),
        ("It is the 116th Congress.", [116]),
        ("It took a second.", []),
        ("It took 30 seconds.", []),
        ("It moved a foot per second.", []),
        ("Two thirds of them left.", []),
        ("A third of them left.", []),
        ("On July 4th they met.", []),
        ("The third quarter ended.", []),
        ("He finished third.", []),
    ],
)
def test_an_ordinal_is_neither_a_fraction_nor_a_day_nor_a_second(text: str, values: list[int]) -> None:
    """Words that are also fractions, parts of a date, units of time or ranks are read as that first."""
    assert [its.value for its in read(text).ordinals] == values


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("They won 3-1 at home.", (3, 1)),
        ("They lost 97-70.", (97, 70)),
        ("It passed by a vote of 52 to 48.", (52, 48)),
        ("They have a 10-3-1 record.", (10, 3, 1)),
    ],
)
def test_a_score_is_read(text: str, numbers: tuple[int, ...]) -> None:
    """The result of a contest or of a vote, in the order of the text."""
    (found,) = read(text).scores
    assert numbers == found.numbers
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "text",
    """
It takes 3-5 days.
Call 555-012-3456 for help.
It rained from 5 to 3 times a day.
Pay $3-5 at the door.
It was 2021-10-27 then.
Add 10 to 3 cups.
""".strip().split("\n"),
)
def test_what_is_no_score_is_none(text: str) -> None:
    """A range, a telephone number and a date have dashes too."""
    assert read(text).scores == ()


@pytest.mark.parametrize(
    ("text", "part", "other", "proportion"),
    [
        ("One in four people left.", 1, 4, Proportion.SHARE),
        ("Three out of ten left.", 3, 10, Proportion.SHARE),
        ("The odds are 3 to 1.", 3, 1, Proportion.AGAINST),
        ("Gainers led by a 2-to-1 margin.", 2, 1, Proportion.AGAINST),
        ("It has a scale of 1:25,000.", 1, 25000, Proportion.AGAINST),
    ],
)
def test_a_ratio_is_read(text: str, part: int, other: int, proportion: Proportion) -> None:
    """A part of a whole, or two parts set against each other."""
    (found,) = read(text).ratios
    assert (part, other, proportion) == (found.part, found.other, found.proportion)
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize("text", ["They met at 10:45.", "He read John 3:16.", "Two in three games.", "From 3 to 1."])
def test_what_is_no_ratio_is_none(text: str) -> None:
    """Times and verses have colons; "two in three games" are two."""
    assert read(text).ratios == ()


def test_the_tokens_of_what_was_read_are_kept() -> None:
    """The words around a number are found without taking the text apart again."""
    text = "No news here.\n\nThe mayor sold 3 goats."
    contents = read(text)
    (quantity,) = contents.quantities
    tokens = contents.tokens_at(quantity.number_start)
    assert tokens is not None
    at = tokens.at(quantity.number_start)
    assert (tokens.words[at - 1], tokens.words[at], tokens.words[at + 1]) == ("sold", "3", "goats")
    assert contents.tokens_at(3) is None
    assert contents.tokens_at(len(text)) is None
