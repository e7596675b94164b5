"""
Sums that rounding allows and hardly ever makes.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from operands import fact, total

from factcheck.engine.unlikely import RARE, beyond, is_rare, unlikely
from factcheck.model.expression import Constant, Operand, Product, Sum
from factcheck.model.finding import Report
from factcheck.model.number import Rational
from factcheck.model.relation import Comparison, Sign
from factcheck.model.stated import Stated

HALF = Fraction(1, 2)
WIDTHS = st.lists(st.sampled_from([HALF, Fraction(5), Fraction(50)]), min_size=1, max_size=6)


def adds_up(whole: Stated, *parts: Stated, cue: str = "", tolerance: Rational = 0) -> Comparison:
    return Comparison(total(parts), Sign.EQUAL, Operand(whole), "", remainder=cue, tolerance=tolerance)


def parts(number: int, words: str = "2.1 kg") -> list[Stated]:
    return [fact(f"part{at}", words) for at in range(number)]


@pytest.mark.parametrize("whole", ["21.0 kg", "21.1 kg", "20.9 kg", "21.3 kg", "20.7 kg"])
def test_ten_parts_may_miss_by_three_units(whole: str) -> None:
    """Ten times 2.1 is 21.0; three units off is within the 99.9 % quantile of honest rounding."""
    assert unlikely(adds_up(fact("whole", whole), *parts(10))) is False


@pytest.mark.parametrize("whole", ["21.4 kg", "20.6 kg", "21.5 kg", "20.5 kg"])
def test_ten_parts_that_miss_by_four_units_are_unlikely(whole: str) -> None:
    """The worst case is 5.5 units, and next to never reached."""
    assert unlikely(adds_up(fact("whole", whole), *parts(10))) is True


@pytest.mark.parametrize(("number", "miss"), [(2, 1), (3, 1), (4, 2), (6, 2), (8, 3)])
def test_few_parts_that_miss_by_little_are_likely(number: int, miss: int) -> None:
    """45 % of honestly rounded sums of five visibly miss."""
    whole = Fraction(21 * number + miss, 10)
    assert unlikely(adds_up(fact("whole", f"{whole.numerator / whole.denominator:.1f} kg"), *parts(number))) is False


@pytest.mark.parametrize("whole", ["approximately 21 kg", "more than 21 kg", "between 21 and 22 kg"])
def test_words_that_explain_a_gap_make_it_likely(whole: str) -> None:
    """Hedged numbers grant more than rounding, bounds have no end, a range has no single value."""
    assert unlikely(adds_up(fact("whole", "21 kg"), *parts(10, "2.2 kg"))) is True
    assert unlikely(adds_up(fact("whole", whole), *parts(10, "2.2 kg"))) is False


def test_an_open_list_may_leave_out_what_is_missing() -> None:
    """But not have too much."""
    assert unlikely(adds_up(fact("whole", "21.4 kg"), *parts(10), cue="including")) is False
    assert unlikely(adds_up(fact("whole", "20.6 kg"), *parts(10), cue="including")) is True


def test_a_tolerance_is_taken_off_the_gap() -> None:
    """The rule grants it."""
    assert unlikely(adds_up(fact("whole", "21.4 kg"), *parts(10), tolerance=Fraction(1, 10))) is False


def test_counted_things_are_not_rounded() -> None:
    """Nothing is rounded, so nothing is rounded the same way."""
    assert unlikely(adds_up(fact("whole", "4 people"), fact("a", "2 people"), fact("b", "2 people"))) is False


def test_only_sums_that_should_be_equal_are_judged() -> None:
    """A limit that is just reached is no sum, nor is a product."""
    whole, some = fact("whole", "20.6 kg"), parts(10)
    assert unlikely(Comparison(total(some), Sign.AT_MOST, Operand(whole), "")) is False
    product = Product(Operand(fact("rate", "2.0")), Operand(some[0]))
    assert unlikely(Comparison(product, Sign.EQUAL, Operand(fact("all", "4.3 kg")), "")) is False


def test_shares_of_one_whole_are_judged_against_a_hundred() -> None:
    """Ten shares of 10 % each, printed so that they make 104 %."""
    shares = [fact(f"share{at}", "10%") for at in range(6)] + [fact(f"more{at}", "11%") for at in range(4)]
    hundred = Constant.number(1)
    assert unlikely(Comparison(total(shares), Sign.EQUAL, hundred, "")) is True
    assert unlikely(Comparison(total(shares[:9]), Sign.EQUAL, Sum.of(hundred), "")) is True


def test_hundreds_of_terms_are_judged_by_a_bound() -> None:
    """90 widths of three kinds are too many for the exact formula."""
    widths = [HALF] * 30 + [Fraction(5)] * 30 + [Fraction(50)] * 30
    assert is_rare(1100, widths) is True
    assert is_rare(500, widths) is False


@pytest.mark.parametrize(("away", "number", "chance"), [(0, 3, HALF), (1, 2, 0), (HALF, 2, Fraction(1, 8))])
def test_the_chance_of_equal_widths_is_that_of_irwin_and_hall(away: Rational, number: int, chance: Rational) -> None:
    """P(two errors add up to a half or more) is the triangle above it, 1/8."""
    assert beyond(away, [HALF] * number) == chance


def test_one_width_beyond_all_others_is_nearly_uniform() -> None:
    """± 50 beside ± ½: a quarter of it lies above 25."""
    assert beyond(25, [Fraction(50), HALF]) == Fraction(1, 4)


@given(WIDTHS, st.integers(1, 300))
def test_the_farther_the_rarer(widths: list[Fraction], away: int) -> None:
    """And never below 0 or above a half."""
    near, far = beyond(HALF * away, widths), beyond(HALF * (away + 1), widths)
    assert 0 <= far <= near <= HALF


@given(WIDTHS, st.integers(1, 600))
def test_the_bound_never_calls_rare_what_is_not(widths: list[Fraction], away: int) -> None:
    """Hoeffding's bound lies above the exact chance."""
    size = HALF * away
    by_bound = size * size >= Fraction(38005, 10000) * sum(4 * width * width for width in widths)
    assert not by_bound or 2 * beyond(size, widths) <= RARE


CITIES = ("Rome", "Paris", "London", "Berlin", "Madrid", "Vienna", "Lisbon", "Athens", "Dublin", "Oslo")


@pytest.mark.parametrize(("total", "severity", "confidence"), [("21.4", "note", "low"), ("21.3", "none", "high")])
def test_an_unlikely_sum_is_a_note_of_low_confidence(
    verify: Callable[[str, str], Report], total: str, severity: str, confidence: str
) -> None:
    """It holds; a copy editor is told why that is odd."""
    listed = ", ".join(f"$2.1 million in {city}" for city in CITIES[:-1]) + f" and $2.1 million in {CITIES[-1]}"
    claims = f"""
    claims:
      costs: "${total} million"
      by_city: {{quote: "{listed}", breakdown: city}}
    rules:
      - balance: {{whole: costs, parts: by_city}}
    """
    (finding,) = verify(f"The costs were ${total} million: {listed}.", claims).findings
    assert (finding.verdict, finding.reading) == ("consistent", "rounding")
    assert (finding.severity, finding.confidence) == (severity, confidence)
    assert any("$400,000" in detail and "rounded the same way" in detail for detail in finding.details) == (
        severity == "note"
    )
