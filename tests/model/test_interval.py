"""
The laws of intervals, over rationals, open and closed and infinite ends.
"""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.model.interval import ENTIRE, Interval
from factcheck.model.number import Rational

numbers = st.one_of(st.integers(-50, 50), st.fractions(-50, 50, max_denominator=12))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Any interval that is not empty."""
    ends = sorted([draw(numbers), draw(numbers)])
    lower = draw(st.sampled_from([ends[0], ends[0], ends[0], None]))
    upper = draw(st.sampled_from([ends[1], ends[1], ends[1], None]))
    one_point = lower is not None and lower == upper
    return Interval(
        lower,
        upper,
        lower is not None and not one_point and draw(st.booleans()),
        upper is not None and not one_point and draw(st.booleans()),
    )


@st.composite
def members(draw: st.DrawFn) -> tuple[Interval, Rational]:
    """An interval and a value in it."""
    interval = draw(intervals())
    value = draw(numbers)
    if value not in interval:
        low = interval.lower if interval.lower is not None else (interval.upper or 0) - 7
        high = interval.upper if interval.upper is not None else (interval.lower or 0) + 7
        value = Fraction(low + high) / 2
    assume(value in interval)
    return interval, value


@given(members(), members())
def test_a_result_holds_every_result_of_members(
    one: tuple[Interval, Rational], other: tuple[Interval, Rational]
) -> None:
    """Inclusion (Moore 1966): x in X and y in Y give x ∘ y in X ∘ Y, for all four operations."""
    (x, a), (y, b) = one, other
    assert a + b in x + y
    assert a - b in x - y
    assert a * b in x * y
    if b != 0:
        assert Fraction(a) / b in x / y


@given(intervals(), intervals())
def test_sum_and_product_do_not_depend_on_the_order(x: Interval, y: Interval) -> None:
    """Commutativity."""
    assert x + y == y + x
    assert x * y == y * x
    assert x.hull(y) == y.hull(x)
    assert x.meeting(y) == y.meeting(x)


@given(intervals(), intervals(), intervals())
def test_sums_do_not_depend_on_the_grouping(x: Interval, y: Interval, z: Interval) -> None:
    """Associativity, which lets a sum leave one term out in linear time."""
    assert (x + y) + z == x + (y + z)


@given(intervals(), intervals())
def test_the_hull_holds_both_and_the_meeting_lies_in_both(x: Interval, y: Interval) -> None:
    """Hull and meeting; where nothing lies in both, one precedes the other."""
    assert x.hull(y).contains(x)
    assert x.hull(y).contains(y)
    met = x.meeting(y)
    if met is None:
        assert x.precedes(y) or y.precedes(x)
    else:
        assert x.contains(met)
        assert y.contains(met)


@given(members(), intervals())
def test_a_value_lies_in_the_meeting_exactly_if_it_lies_in_both(one: tuple[Interval, Rational], y: Interval) -> None:
    """Open ends included."""
    x, value = one
    met = x.meeting(y)
    assert (value in y) == (met is not None and value in met)


@given(intervals())
def test_an_open_end_stays_open_through_a_sum_with_a_point(x: Interval) -> None:
    """(1, 2] + 3 is (4, 5]."""
    moved = x + Interval.point(3)
    assert (moved.lower_open, moved.upper_open) == (x.lower_open, x.upper_open)
    assert moved - Interval.point(3) == x


@given(intervals(), numbers)
def test_scaling_by_a_number_is_the_product_with_its_point(x: Interval, factor: Rational) -> None:
    """A negative factor turns the ends around."""
    assume(factor != 0)
    assert x.scaled(factor) == x * Interval.point(factor)
    assert x.scaled(factor).scaled(1 / Fraction(factor)) == x


def test_division_by_an_interval_around_zero_can_give_anything() -> None:
    """1 / [−1, 2] leaves nothing out."""
    assert Interval.point(1) / Interval(-1, 2) == ENTIRE


def test_division_by_an_interval_from_zero_on_has_one_end() -> None:
    """1 / (0, 4] is [1/4, ∞); 1 / [4, ∞) is (0, 1/4]."""
    assert Interval.point(1) / Interval(0, 4, lower_open=True) == Interval(Fraction(1, 4), None)
    assert Interval.point(1) / Interval(4, None) == Interval(0, Fraction(1, 4), lower_open=True)


def test_division_by_zero_alone_is_an_error() -> None:
    """There is no quotient at all."""
    with pytest.raises(ZeroDivisionError):
        Interval.point(1) / Interval.point(0)


@pytest.mark.parametrize("ends", [(2, 1, False, False), (1, 1, True, False), (1, 1, False, True)])
def test_an_empty_interval_cannot_be_made(ends: tuple[int, int, bool, bool]) -> None:
    """What may be empty is `None`."""
    with pytest.raises(ValueError, match="empty"):
        Interval(*ends)


@given(intervals())
def test_whole_numbers_are_found_in_an_interval_exactly_if_there_are_some(x: Interval) -> None:
    """GRIM asks whether some count fits."""
    low = int(x.lower) - 2 if x.lower is not None else -60
    high = int(x.upper) + 2 if x.upper is not None else 60
    assert x.holds_whole_number() == any(value in x for value in range(low, max(high, low) + 1))
