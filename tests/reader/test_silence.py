"""
Numbers that count nothing are left alone: most of what a reader meets is of this kind.
"""

from __future__ import annotations

import pytest

from factcheck.model.moment import Date
from factcheck.reader import read


@pytest.mark.parametrize(
    "text",
    """
No one came.
The one today was better.
They looked at one another.
One day they will return.
It is a one-off sale.
Call 555-0123-44 for help.
See section 3 and page 12.
See Articles 5 and 6.
See pages 3 to 5.
See Nos. 3 and 4.
Dial 911 now.
It was ten past two.
He is of the class of '99.
They spoke one to one.
It runs on port 8080.
Version 2.1.3 is out.
Python 3.11 is needed.
They won 3-2 at home.
The match ended 89-89.
The meeting is at 10:45.
The train leaves at 5 p.m.
The shop opens at 9am.
He drives a Boeing 737.
The Boeing 737 MAX was grounded.
They fly the 737 MAX no more.
The 777X is late.
She bought an iPhone 15.
The FTSE 100 closed early.
Channel 4 showed it.
Flight 93 left late.
Highway 61 was closed.
Apollo 11 landed.
Room 101 is locked.
No. 10 declined to comment.
Psalm 23 was read.
Type 2 diabetes is common.
He finished 1st and she came 2nd.
He is the third man.
The 19th century ended.
The top three remain.
It is a COVID-19 ward.
The 24/7 shop is shut.
The attack of 9/11 is remembered.
Take the A40 to the M25.
The 1990s were loud.
Visit https://example.org/12/34 for more.
He lives at 221 Baker Street.
The model is an XC40.
It was more than a setback.
A number of cases remain.
Several hundred came.
A couple of hundred came.
Call 0800 123 4567 today.
Call (212) 555-0199 today.
Call +44 20 7946 0958 today.
Write to Washington, D.C. 20528-0525.
The agent is 007.
It is in Queens, NY 11373.
See § 249 of the act.
It was half past five.
It was a quarter to six.
The screen shows 1920x1080.
She won the 4x100m relay.
It runs on macOS 12.3.
It runs on Python 3.10+ and Fedora 25+.
It was agreed at COP–21.
They left at half time.
He lives at 500 C Street.
Get the PS5 today.
The robot is R2-D2.
It was agreed at COP 26.
See Fig. 3c.
""".strip().split("\n"),
)
def test_a_number_that_counts_nothing_is_left_alone(text: str) -> None:
    """Pronouns, ranks, labels, names, scores, times and codes are no quantities."""
    assert read(text).quantities == ()


@pytest.mark.parametrize(
    ("text", "year", "month", "day", "weekday"),
    [
        ("In 2019 the shop closed.", 2019, None, None, None),
        ("Since 1789 much has changed.", 1789, None, None, None),
        ("The War of 1812 was fought.", 1812, None, None, None),
        ("On 14 March 2021 it rained.", 2021, 3, 14, None),
        ("It rained on March 14, 2021.", 2021, 3, 14, None),
        ("It rained on Feb. 21.", None, 2, 21, None),
        ("It rained in June of 2018.", 2018, 6, None, None),
        ("It rained on 2021-10-27.", 2021, 10, 27, None),
        ("It rained on Tuesday.", None, None, None, 1),
    ],
)
def test_a_date_is_a_date(text: str, year: int | None, month: int | None, day: int | None, weekday: int | None) -> None:
    """Dates are read as far as the words give them, and never as quantities."""
    contents = read(text)
    (date,) = contents.dates
    assert isinstance(date, Date)
    assert (date.year, date.month, date.day, date.weekday) == (year, month, day, weekday)
    assert text[date.start : date.end] == date.text
    assert contents.quantities == ()


@pytest.mark.parametrize("text", ["The hall seats 2,019 people.", "It cost $1999.", "They own about 1950 goats."])
def test_a_number_the_size_of_a_year_may_count(text: str) -> None:
    """A comma, a currency sign or a hedge says that no year is meant."""
    assert len(read(text).quantities) == 1
    assert read(text).dates == ()


def test_a_list_marker_is_no_quantity() -> None:
    """A number with a point at the start of a line numbers the item."""
    assert [q.text for q in read("  1. Buy 3 eggs.\n\n  2. Boil them.").quantities] == ["3 eggs"]


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "No numbers here.", "a\0b", "…", "½" * 3, "٣ goats", "١٢٣", "²"])
def test_any_text_can_be_read(text: str) -> None:
    """Nothing is raised, whatever the text."""
    assert read(text) is not None
