"""
What holds of every text: offsets, order, and an end to every reading.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import table
from factcheck.model.contents import Contents
from factcheck.reader import read

WORDS = st.sampled_from(
    """
    one two twenty hundred million dozen half third a an and or of in to from between the $ £ € % - – ( ) , . ; : / x ^
    1 12 3.5 1,500 2019 ½ kg m miles per hour people goats U.S. Spain France, May Tuesday more than about at least up
    pounds hour year-old possibly 0800 ₵ 3x4 c
    rose by over least no fewer including each times point minus + ~ > = ' ’ " \n 1st 10:45 twice tens thousands percent
    """.replace("\n ", " ").split(" ")
)
TEXTS = st.lists(WORDS, max_size=25).flatmap(lambda words: st.sampled_from([" ".join(words), "".join(words)]))


def check(text: str, contents: Contents) -> None:
    for quantity in contents.quantities:
        assert 0 <= quantity.start <= quantity.number_start < quantity.number_end <= quantity.end <= len(text)
        assert text[quantity.start : quantity.end] == quantity.text
        assert (quantity.value is None) == (quantity.lower is not None)
        assert quantity.lower is None or (quantity.upper is not None and quantity.lower <= quantity.upper)
        assert quantity.step >= 0
    for item in (*contents.dates, *(name for names in contents.names for name in names.names)):
        assert text[item.start : item.end] == item.text
    starts = [quantity.number_start for quantity in contents.quantities]
    assert starts == sorted(starts)


@given(TEXTS)
@settings(deadline=None, max_examples=300)
def test_every_offset_lies_in_the_text(text: str) -> None:
    """What is found stands where it is said to stand, in the order of the text."""
    check(text, read(text))


@given(st.text(max_size=80))
@settings(deadline=None, max_examples=200)
def test_no_text_is_too_strange(text: str) -> None:
    """Any characters at all can be read."""
    check(text, read(text))


@given(TEXTS)
@settings(deadline=None, max_examples=100)
def test_reading_is_the_same_every_time(text: str) -> None:
    """The reader is a function of the text: nothing is remembered that matters."""
    assert read(text) == read(text)


@given(TEXTS, st.integers(0, 40))
@settings(deadline=None, max_examples=100)
def test_a_passage_is_read_alike_wherever_it_stands(text: str, shift: int) -> None:
    """Text around a passage changes offsets and nothing else, but for what a text elsewhere says of its pounds."""
    padded = "z" * shift + "\n" + text
    alone, inside = read(text, [(0, len(text))]), read(padded, [(shift + 1, len(padded))])
    assert [q.text for q in alone.quantities] == [q.text for q in inside.quantities]
    assert [q.start + shift + 1 for q in alone.quantities] == [q.start for q in inside.quantities]


@pytest.mark.parametrize(
    "piece",
    [
        *"1, 1- 1. 1/ 1: ( $ - ½ A. a' million hundred-and- twenty- 10^ 1x10^9, http:// one.million. 2019- of".split(),
        "one million ",
        "A, ",
        "a and b and c ",
        "up to ",
        "half ",
        "from 1 to ",
        "1 a per ",
        "tens of ",
        "\n ",
        "1 000 ",
        "1x",
        "0800 123 ",
        "(212) 555-",
        "20 pounds ",
        "two 12-year-old ",
        "at least 12, possibly 20, ",
        "an hour and a half ",
        "Italy 9, ",
        *("111, ", "**1** ", "1 - ", "3 to 1 ", "2 x 3 x ", "one a in 5 ", "A Bb Cc 5 ", "146.40/50 ", "years ago "),
        *("last week ", "third quarter of ", "5 to 6 p.m. ", "1 h 2 min "),
    ],
)
def test_hostile_text_comes_to_an_end(piece: str) -> None:
    """A pattern repeated many times is read in time that grows with its length (benchmarks/read_speed.py)."""
    text = piece * (30_000 // len(piece))
    check(text, read(text))


@pytest.mark.parametrize("text", ["1" * 50_000, "9" * 61 + " goats", "a" * 50_000, "one " * 10_000, "1.5e" + "9" * 50])
def test_a_number_that_nobody_could_mean_is_none(text: str) -> None:
    """No number of a million digits is built."""
    assert all(len(str(quantity.value)) < 100 for quantity in read(text).quantities)


@pytest.mark.parametrize("sign", sorted(sign for sign in table.currencies().signs if not sign.islower()))
def test_every_sign_of_a_currency_is_read_before_a_number(sign: str) -> None:
    """A table of signs and a room that takes them apart must know the same ones."""
    found = read(f"It cost {sign}500 million.").quantities
    assert [table.currencies().signs[sign]] == [quantity.unit for quantity in found]
