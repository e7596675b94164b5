"""
Implied bounds: what the rules leave a fact, given all the others.
"""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from operands import at_most, balance, fact, facts, judged, product, same

from factcheck.engine.implied import implied
from factcheck.model.claim import Rule
from factcheck.model.interval import Interval


def of(*rules: Rule) -> dict[str, Interval]:
    return implied(*judged(*rules))


def test_an_open_list_is_a_floor_of_its_whole() -> None:
    """152.1 + 21.6 + 26.9 + 32.5 = 233.1, each ± 0.05: at least 232.9."""
    parts = [fact(f"d{at}", text) for at, text in enumerate(("152.1 kg", "21.6 kg", "26.9 kg", "32.5 kg"))]
    found = of(balance(fact("total", "approximately 234 kilograms"), *parts, cue="including"))
    assert found["total"] == Interval(Fraction(2329, 10), None)


def test_a_sum_implies_each_part() -> None:
    """150 − 103 = 47."""
    whole, *parts = facts(150, 103, 47)
    assert of(balance(whole, *parts)) == {
        "x0": Interval.point(150),
        "x1": Interval.point(103),
        "x2": Interval.point(47),
    }


def test_its_own_words_do_not_count() -> None:
    """The sum says 48, whatever is printed."""
    whole, *parts = facts(150, 103, 47)
    other = balance(fact("other", "151 people", precision=0), *parts[:1], fact("rest", "47 people", precision=0))
    assert of(balance(whole, *parts), other)["rest"] == Interval.point(48)


def test_several_rules_are_taken_together() -> None:
    """At least 12 and at most 20."""
    low, mid, high = facts(12, 15, 20)
    assert of(at_most(low, mid), at_most(mid, high))["x1"] == Interval(12, 20)


def test_where_broken_rules_contradict_the_rest_those_that_hold_speak() -> None:
    """The first sum holds and says 47; the second does not."""
    whole, one, other = facts(150, 103, 47)
    wrong = fact("wrong", "999 people", precision=0)
    assert of(balance(whole, one, other), balance(wrong, one, other))["x2"] == Interval.point(47)


def test_where_nothing_binds_a_fact_it_is_left_out() -> None:
    """What times 0 is 0? Anything."""
    assert "rate" not in of(product(fact("rate", "3 mg"), fact("none", "0 doses"), fact("all", "0.0 mg")))
    assert of() == {}


def test_a_restatement_binds_its_twin() -> None:
    """Measured to a dollar, known to half of one."""
    found = of(same(fact("a", "$477,577"), fact("b", "$477,577")))
    assert found["a"] == Interval.around(477577, Fraction(1, 2))


@given(st.lists(st.integers(1, 9999), min_size=2, max_size=6), st.integers(1, 5))
def test_what_is_printed_lies_within_what_a_sum_implies(parts: list[int], off: int) -> None:
    """Of a sum that holds, every number is among the values that the others leave it."""
    whole, *rest = facts(sum(parts) + off, *parts)
    for key, interval in of(balance(whole, *rest, cue="including")).items():
        printed = {fact.key: fact.value for fact in (whole, *rest)}[key]
        assert printed is not None
        assert printed in interval
