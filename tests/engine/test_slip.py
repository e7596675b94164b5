"""
Typing slips: from the printed digits to the value that is needed.
"""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from operands import quantity

from factcheck.model.interval import Interval
from factcheck.model.slip import ADDED, CHANGED, DROPPED, MOVED, RESCALED, SWAPPED, slip_to, slipped, slips

NUMBERS = st.integers(1, 10**8).map(str)


@pytest.mark.parametrize(
    ("printed", "meant", "words"),
    [
        ("74 people", 47, SWAPPED),
        ("45 people", 46, CHANGED),
        ("4 people", 47, DROPPED),
        ("447 people", 47, ADDED),
        ("1,200 people", 120, ADDED),
        ("three people", 7, CHANGED),
        ("twelve people", 21, SWAPPED),
        ("15.21 kg", Fraction(1521, 10), MOVED),
        ("$31.6 million", 3_160_000, MOVED),
        ("$31.6 million", 31_600_000_000, RESCALED),
        ("152.1 kg", Fraction(1512, 10), SWAPPED),
        ("152.1 kg", Fraction(1125, 10), ""),
        ("0.5%", Fraction(15, 10), CHANGED),
    ],
)
def test_what_happened_is_said_of_the_printed_number(printed: str, meant: int | Fraction, words: str) -> None:
    """447 for 47 is a digit added; digits are those that are printed, whatever the unit or the scale word."""
    slip = slip_to(quantity(printed), meant)
    assert (slip.words if slip else "") == words


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("74 people", 74),
        ("74 people", 48),
        ("123 people", 321),
        ("105 people", 5),
        ("45 people", Fraction(9, 2)),
        ("a third", Fraction(2, 3)),
        ("between 40 and 50 people", 54),
        ("152.1 kg", Fraction(15211, 100)),
    ],
)
def test_two_slips_are_not_one(printed: str, meant: int | Fraction) -> None:
    """Nothing at all, two digits changed, distant ones swapped, half a person, words without digits: no slip."""
    assert slip_to(quantity(printed), meant) is None


def test_of_an_interval_every_value_one_slip_away_is_found() -> None:
    """Wide intervals are searched from the printed digits, narrow ones value by value: both find the same."""
    printed = quantity("1,234 people")
    every = {slip.value for slip in slips(printed, Interval(0, None))}
    each = {value for value in range(13_000) if slip_to(printed, value)}
    assert {value for value in every if value < 13_000} == each


@given(NUMBERS, NUMBERS)
def test_a_slip_leads_both_ways(one: str, other: str) -> None:
    """Changed and swapped are their own way back, added is the way back of dropped."""
    back = {ADDED: DROPPED, DROPPED: ADDED}
    words = slipped(one, other)
    assert slipped(other, one) == back.get(words, words)


@given(NUMBERS, st.integers(0, 8), st.sampled_from("0123456789"))
def test_every_added_digit_is_found(number: str, at: int, digit: str) -> None:
    """Wherever it was added."""
    longer = number[:at] + digit + number[at:]
    assert slipped(longer, number) == ADDED
    assert slipped(number, longer) == DROPPED


@given(NUMBERS)
def test_no_slip_leads_from_a_number_to_itself(number: str) -> None:
    """Even where swapping two equal digits would."""
    assert slipped(number, number) == ""
