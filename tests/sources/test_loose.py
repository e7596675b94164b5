"""
Passages that are found by their words, whatever their numbers are.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.sources.blank import BLANK, Blanked
from factcheck.sources.fold import Folded, fold
from factcheck.sources.loose import Loose


def places(text: str, quote: str, prefix: str = "", suffix: str = "") -> list[str]:
    """The passages nearest to a quote, as the text has them."""
    return [text[its.start : its.end] for its in Loose(Folded(text)).nearest(quote, prefix, suffix)]


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        ("It took 14  months in all.", "took 10 months", ["took 14  months"]),
        ("Sales of two million units.", "Sales of 3.5 billion units", ["Sales of two million units"]),
        ("He was 850.", "He was 85", ["He was 850"]),
        ("Raised 50,0000 dollars.", "Raised 50,000 dollars", ["Raised 50,0000 dollars"]),
        ("In 2018 it was 6, in 2008 it was 4.", "in 2008 it was 5", ["in 2008 it was 4"]),
        ("One of 3 cats. One of 4 cats.", "One of 5 cats", ["One of 3 cats", "One of 4 cats"]),
    ],
)
def test_the_words_find_a_passage_with_other_numbers(text: str, quote: str, found: list[str]) -> None:
    """Of several the nearest, by how many numbers are others."""
    assert places(text, quote) == found


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("It took 14 weeks in all.", "took 10 months"),
        ("They took 31.6 kg of drugs.", "6 kg of drugs"),
        ("It is 12.5 long", "is 12"),
        ("It took 14 months.", "ook 10 months"),
        ("7", "8"),
        ("7", ""),
    ],
)
def test_other_words_pieces_of_words_and_pieces_of_numbers_are_not_found(text: str, quote: str) -> None:
    """Words stand as they are; a number alone has none."""
    assert places(text, quote) == []


def test_what_a_quote_does_not_state_is_the_same_before_what_it_states_is() -> None:
    """A year and the number of a district are labels: of two passages with one other number that one is meant."""
    text = "In ward 5 there were 236 arrests. In ward 9 there were 235 arrests."
    quote = "In ward 5 there were 235 arrests"
    found = Loose(Folded(text)).nearest(quote, stated=[(quote.index("235"), quote.index(" arrests"))])
    assert [text[its.start : its.end] for its in found] == ["In ward 5 there were 236 arrests"]
    assert len(places(text, quote)) == 2


def test_prefix_and_suffix_are_matched_with_open_numbers_too() -> None:
    """What settles the place may hold a number that was edited."""
    text = "Of 10 men 3 left. Of 20 women 3 left."
    assert places(text, "3 left", "Of 21 women") == ["3 left"]
    assert [its.start for its in Loose(Folded(text)).nearest("3 left", "Of 21 women")] == [text.rindex("3 left")]


def test_offsets_move_with_the_numbers() -> None:
    """What stands behind a number of another length is where it is."""
    text = "took twenty-two months and 5 days"
    (found,) = Loose(Folded(text)).nearest("took 10 months and 4 days")
    quote = "took 10 months and 4 days"
    assert text[found.moved(quote.index("days")) :] == "days"
    assert text[found.moved(quote.index("10")) :].startswith("twenty-two")


@given(st.text(alphabet="ab 1.,-½“\nmilon", max_size=60), st.data())
def test_a_blanked_text_says_where_each_of_its_signs_stands(text: str, data: st.DataObject) -> None:
    """Letter for letter, and number for number."""
    plain = fold(text)
    blanked = Blanked(plain)
    assert blanked.text.count(BLANK) == len(blanked.spans)
    if blanked.text:
        start = data.draw(st.integers(0, len(blanked.text) - 1))
        end = data.draw(st.integers(start + 1, len(blanked.text)))
        first, last = blanked.passage(start, end)
        assert Blanked(plain[first:last]).text == blanked.text[start:end] or blanked.text[start:end].count(BLANK)
        if BLANK not in blanked.text[start:end]:
            assert plain[first:last] == blanked.text[start:end]
