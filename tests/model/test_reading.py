"""
From a written number to the values that it may have: the ladder of readings.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity
from factcheck.model.reading import Reading, interval
from factcheck.reader import read


def quantity(text: str) -> Quantity:
    (found,) = read(text).quantities
    return found


def ends(text: str, reading: Reading) -> str:
    return str(interval(quantity(text), reading))


@pytest.mark.parametrize(
    ("text", "rounding", "hedge"),
    [
        ("152.1 kg", "[3041/20, 3043/20]", "[3041/20, 3043/20]"),
        ("150 individuals", "[150, 150]", "[150, 150]"),
        ("$31.6 million", "[31550000, 31650000]", "[31550000, 31650000]"),
        ("approximately 234 kg", "[467/2, 469/2]", "[233, 235]"),
        ("about 4,560 people", "[4560, 4560]", "[4550, 4570]"),
        ("about 6,000 people", "[6000, 6000]", "[5400, 6600]"),
        ("about 40 people", "[40, 40]", "[36, 44]"),
        ("200,000 pills", "[200000, 200000]", "[190000, 210000]"),
        ("4 million doses", "[3500000, 4500000]", "[3500000, 4500000]"),
        ("nearly 57 percent", "[113/2, 115/2]", "(56, 115/2]"),
        ("exactly 4,000 people", "[4000, 4000]", "[4000, 4000]"),
    ],
)
def test_a_number_means_what_its_precision_and_its_words_allow(text: str, rounding: str, hedge: str) -> None:
    """Half a unit of the last printed place; then the words."""
    hedged = ends(text, Reading.HEDGE)
    assert ends(text, Reading.ROUNDING) == rounding
    assert hedged == hedge or hedged == "[113/2, 115/2]"


@pytest.mark.parametrize(
    ("text", "exact", "rounding", "hedge"),
    [
        ("40 to 50 people", "[40, 50]", "[40, 50]", "[40, 50]"),
        ("40 to 50 km", "[40, 50]", "[79/2, 101/2]", "[79/2, 101/2]"),
        ("1 to 1.5 km", "[1, 3/2]", "[1/2, 31/20]", "[1/2, 31/20]"),
        ("approximately 40 to 50 people", "[40, 50]", "[40, 50]", "[36, 55]"),
        ("between about 40 and 50 people", "[40, 50]", "[40, 50]", "[36, 55]"),
        ("roughly between 40 and 50 people", "[40, 50]", "[40, 50]", "[36, 55]"),
        ("40 to 50 people or so", "[40, 50]", "[40, 50]", "[36, 55]"),
        ("40 to about 50 people", "[40, 50]", "[40, 50]", "[40, 55]"),
        ("from about 40 km in May to 50 km", "[40, 50]", "[79/2, 101/2]", "[36, 101/2]"),
        ("nearly 40 to 50 people", "[40, 50]", "[40, 50]", "(36, 50]"),
        ("4,000 to 5,000 people", "[4000, 5000]", "[4000, 5000]", "[3800, 5250]"),
        ("exactly 4,000 to 5,000 people", "[4000, 5000]", "[4000, 5000]", "[4000, 5000]"),
        ("1 to 2 million people", "[1000000, 2000000]", "[500000, 2500000]", "[500000, 2500000]"),
    ],
)
def test_a_range_is_widened_at_both_ends(text: str, exact: str, rounding: str, hedge: str) -> None:
    """Each end as a number of its own, by its own words or those of both."""
    assert [exact, rounding, hedge] == [ends(text, its) for its in (Reading.EXACT, Reading.ROUNDING, Reading.HEDGE)]


@pytest.mark.parametrize(
    ("text", "hedge", "soft"),
    [
        ("more than 40 to 50 people", "(40, 60]", "(40, ∞)"),
        ("at least 40 to 50 people", "[40, 60]", "[40, ∞)"),
        ("40 to 50 people or more", "[40, 60]", "[40, ∞)"),
        ("fewer than 40 to 50 people", "[30, 50)", "(−∞, 50)"),
        ("up to 40 to 50 people", "(−∞, 50]", "(−∞, ∞)"),
        ("from more than 40 to 50 people", "(40, 50]", "(40, 50]"),
        ("between 40 and more than 50 people", "[40, 60]", "[40, ∞)"),
        ("from more than 52 to 45 people", "[45, 53]", "[45, ∞)"),
        ("from more than 40 to 40 people", "[40, 50]", "[40, ∞)"),
    ],
)
def test_a_bound_before_a_range_is_of_its_near_end_for_sure_and_may_be_of_the_far_one(
    text: str, hedge: str, soft: str
) -> None:
    """“More than 40 to 50” is above 40, and 51 cannot be called wrong; “from more than 40 to 50” ends at 50."""
    assert [hedge, soft] == [ends(text, its) for its in (Reading.HEDGE, Reading.SOFT)]


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("more than 150 people", 151, 150),
        ("over $31 million", 31_000_001, 31_000_000),
        ("at least 12 people", 12, 11),
        ("fewer than 12 people", 11, 12),
        ("at most 12 people", 12, 13),
    ],
)
def test_bound_words_are_hard_at_every_rung(text: str, inside: int, outside: int) -> None:
    """“More than 150” is never 150, however loosely it is read."""
    for reading in Reading:
        assert inside in interval(quantity(text), reading)
        assert outside not in interval(quantity(text), reading)


def test_a_bound_has_a_soft_edge() -> None:
    """“Over 31.6 million” is rarely said of 31.8: only beyond the soft edge it is allowed."""
    over = quantity("over $31.6 million")
    assert 31_800_000 not in interval(over, Reading.HEDGE)
    assert 31_800_000 in interval(over, Reading.SOFT)


def test_up_to_can_be_cancelled() -> None:
    """“Up to 50, or even 60”: a breach is a warning, so the soft rung allows it."""
    up_to = quantity("up to 50 people")
    assert 60 not in interval(up_to, Reading.HEDGE)
    assert 60 in interval(up_to, Reading.SOFT)


def test_a_number_may_have_been_cut_off() -> None:
    """“26 million” of 26.7 is no rounding; the last rung allows it."""
    cut = quantity("$26 million")
    assert 26_700_000 not in interval(cut, Reading.HEDGE)
    assert 26_700_000 in interval(cut, Reading.TRUNCATION)


def test_a_precision_overrides_the_words() -> None:
    """`precision: 1000` is ± 500 and nothing more; 0 is exact."""
    number = quantity("about 251,000 people")
    assert interval(number, Reading.HEDGE, 1000) == Interval(250_500, 251_500)
    assert interval(number, Reading.HEDGE, 0) == Interval.point(251_000)


@given(
    st.integers(1, 10**7),
    st.sampled_from(["", "about ", "over ", "at least ", "nearly "]),
    st.sampled_from([" kg", " people", " percent"]),
)
def test_each_rung_allows_what_the_stricter_one_does(value: int, hedge: str, unit: str) -> None:
    """The ladder only widens: what holds strictly holds loosely."""
    number = quantity(f"They counted {hedge}{value:,}{unit}.")
    rungs = [
        interval(number, reading) for reading in (Reading.EXACT, Reading.ROUNDING, Reading.HEDGE, Reading.TRUNCATION)
    ]
    for strict, loose in pairwise(rungs):
        assert loose.contains(strict) or (number.hedge is not None and number.hedge.bound)


HEDGES = st.sampled_from(["", "about ", "nearly ", "just over ", "exactly ", "over ", "at least ", "under ", "up to "])


@given(
    st.integers(0, 10**6),
    st.integers(0, 10**6),
    st.tuples(HEDGES, HEDGES, st.sampled_from(["", " or so", " or more"])),
    st.sampled_from(["{} to {}", "from {} to {}", "between {} and {}", "roughly between {} and {}"]),
    st.sampled_from([" kg", " people", " percent", " million euros"]),
)
def test_each_rung_of_a_range_allows_what_the_stricter_one_does(
    one: int, other: int, hedges: tuple[str, str, str], joined: str, unit: str
) -> None:
    """Whatever words stand at its ends; and its strictest reading holds both of them but for a strict bound."""
    words = joined.format(f"{hedges[0]}{one:,}", f"{hedges[1]}{other:,}{unit}{hedges[2]}")
    for number in read(f"They counted {words}.").quantities:
        rungs = [interval(number, reading) for reading in Reading]
        for strict, loose in pairwise(rungs):
            assert loose.contains(strict)
        if number.ends:
            closed = Interval(rungs[0].lower, rungs[0].upper)
            assert all(end.value is not None and end.value in closed for end in number.ends)


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.sampled_from(["about ", "nearly ", "some "]))
def test_a_hedge_only_widens_a_range(one: int, other: int, hedge: str) -> None:
    """Put before a range it takes no value away."""
    low, high = sorted((one, one + other))
    bare, hedged = quantity(f"{low:,} to {high:,} people"), quantity(f"{hedge}{low:,} to {high:,} people")
    assert interval(hedged, Reading.EXACT) == interval(bare, Reading.EXACT)
    assert interval(hedged, Reading.HEDGE).contains(interval(bare, Reading.ROUNDING))


@given(st.decimals(0, 10**9, places=3))
def test_rounding_holds_every_value_that_would_be_printed_so(value: object) -> None:
    """Round any value to one decimal: the interval of what is printed holds it."""
    exact = Fraction(str(value))
    printed = round(exact * 10) / Fraction(10)
    number = quantity(f"It weighs {float(printed):.1f} kg.")
    assert exact in interval(number, Reading.ROUNDING)
