"""
Coverage: pinned, only bounded, or untested, each counted by hand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from operands import at_most, balance, fact, facts, is_, judged, product, rule, same, share

from factcheck.engine.coverage import strengths
from factcheck.engine.network import network
from factcheck.model.claim import Rule
from factcheck.model.expression import Constant, Operand
from factcheck.model.finding import Report, Strength
from factcheck.model.relation import Comparison, Sign
from factcheck.model.stated import Stated

PINNED, BOUNDED, UNTESTED = Strength.PINNED, Strength.BOUNDED, Strength.UNTESTED


def of(*rules: Rule, also: tuple[Stated, ...] = ()) -> dict[str, Strength]:
    """The strength of each fact, the weakest of its printings."""
    found = strengths(network(*judged(*rules), also))
    result: dict[str, Strength] = {}
    for key, strength in found.items():
        name = key.partition("#")[0]
        result[name] = max(result.get(name, PINNED), strength, key=tuple(Strength).index)
    return result


def test_every_number_of_an_exact_sum_is_pinned() -> None:
    """65 + 1 + 3 + 47 + 4 + 24 + 4 + 2 = 150: one arrest more or less anywhere breaks it."""
    parts = [fact(f"c{at}", f"{number} arrests") for at, number in enumerate((65, 1, 3, 47, 4, 24, 4, 2))]
    assert Counter(of(balance(fact("total", "the arrest of 150 individuals"), *parts)).values()) == {PINNED: 9}


def test_an_open_list_only_bounds_its_numbers() -> None:
    """Approximately 234 kg including 152.1, 21.6, 26.9 and 32.5: any part may be less, the whole more."""
    parts = [fact(f"d{at}", text) for at, text in enumerate(("152.1 kg", "21.6 kg", "26.9 kg", "32.5 kg"))]
    including = balance(fact("total", "approximately 234 kilograms"), *parts, cue="including")
    assert Counter(of(including).values()) == {BOUNDED: 5}


def test_a_chain_bounds_its_numbers() -> None:
    """$700,000 ≤ about $1 million ≤ over $31.6 million: most other values would do."""
    chain = fact("crypto", "$700,000"), fact("proceeds", "approximately $1 million"), fact("all", "over $31.6 million")
    assert set(of(at_most(*chain)).values()) == {BOUNDED}


def test_what_is_stated_twice_pins_itself() -> None:
    """10-month effort; Ten Months in the Shadows."""
    assert of(also=(fact("months", "10-month effort", "Ten months"),)) == {"months": PINNED}


def test_a_count_pins_its_number() -> None:
    """Nine names, nine countries."""
    assert of(is_(fact("countries", "nine countries"), 9)) == {"countries": PINNED}


def test_a_number_of_no_rule_is_untested() -> None:
    """45 firearms, and nothing else is said of them."""
    assert of(also=(fact("guns", "45 firearms"),)) == {"guns": UNTESTED}


def test_a_rougher_restatement_only_bounds_the_finer_one() -> None:
    """$31.6 million and $31,612,345 agree; so would $31,612,346."""
    found = strengths(network([], [], [fact("money", "$31.6 million", "$31,612,345")]))
    assert list(found.values()) == [PINNED, BOUNDED]


def test_the_numbers_of_a_broken_sum_are_tested() -> None:
    """They are tested and found wanting: one value at most would do in each place."""
    whole, *parts = facts(177, 65, 40, 70)
    assert set(of(balance(whole, *parts)).values()) == {PINNED}


def test_of_a_fact_that_contradicts_itself_both_printings_are_tested() -> None:
    """65 in one place, 56 in another."""
    us = fact("us", "65 arrests", "56 arrests")
    assert set(of(at_most(us, fact("total", "150 arrests"))).values()) == {PINNED, BOUNDED}


def test_a_hedge_takes_the_pin_away() -> None:
    """About 40 of 12 + 27: 38 would do as well."""
    found = of(balance(fact("total", "about 45 cars"), fact("a", "12 cars"), fact("b", "32 cars")))
    assert found == {"total": BOUNDED, "a": BOUNDED, "b": BOUNDED}


def test_rounding_to_the_last_place_keeps_the_pin_of_a_sum_of_two() -> None:
    """1.2 + 3.4 = 4.6 kg: 4.7 could be true with rounding (1.24 + 3.44 = 4.68), 4.8 could not."""
    found = of(balance(fact("total", "4.6 kg"), fact("a", "1.2 kg"), fact("b", "3.4 kg")))
    assert set(found.values()) == {BOUNDED}


def test_a_floor_below_zero_tests_nothing() -> None:
    """There is no fewer than −5 people; there is colder than −5 degrees."""
    rise = rule(Comparison(Constant.number(-5), Sign.AT_MOST, Operand(fact("some", "20 people")), ""))
    assert of(rise) == {"some": UNTESTED}
    cold, mild = fact("cold", "-5 degrees Celsius"), fact("mild", "20 degrees Celsius")
    assert of(at_most(cold, mild)) == {"cold": BOUNDED, "mild": BOUNDED}


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        (
            share(fact("a", "147 lives"), fact("b", "169 lives"), fact("c", "87%")),
            {"a": PINNED, "b": BOUNDED, "c": PINNED},
        ),
        (
            product(fact("a", "4 doses"), fact("b", "2 mg"), fact("c", "8 mg")),
            {"a": BOUNDED, "b": PINNED, "c": BOUNDED},
        ),
        (same(fact("a", "$477,577"), fact("b", "$477,577")), {"a": PINNED, "b": PINNED}),
    ],
)
def test_other_relations_are_weighed_alike(relation: Rule, expected: dict[str, Strength]) -> None:
    """147 of 169 is 87.0 %, 148 would be 87.6; 4 × 2 mg (1.5 to 2.5) may be 6 to 10 mg."""
    assert of(relation) == expected


@given(st.lists(st.integers(1, 9999), min_size=2, max_size=6))
def test_one_more_anywhere_breaks_a_sum_of_pinned_numbers(parts: list[int]) -> None:
    """Pinned is what it says: the neighbours on both sides break the rule."""
    numbers = [sum(parts), *parts]
    whole, *rest = facts(*numbers)
    assert set(of(balance(whole, *rest)).values()) == {PINNED}
    for at in range(len(numbers)):
        changed = [number + (place == at) for place, number in enumerate(numbers)]
        whole, *rest = facts(*changed)
        assert judged(balance(whole, *rest))[1][0].verdict == "inconsistent"


def test_numbers_of_passages_that_are_no_claims_are_left_out(verify: Callable[[str, str], Report]) -> None:
    """Passages that lie in each other, side by side, and one that holds no number."""
    report = verify(
        "Rome had 5 fires, 6 floods and 7 storms. Milan had 8 fires. Bari had none.\n",
        """
        claims:
          storms: 7 storms
        not_claims: [Rome had 5 fires, Rome had 5, Bari had none]
        """,
    )
    assert report.coverage.not_claims == 1
    assert [place.text for place, *_ in report.coverage.numbers] == ["6 floods", "7 storms", "8 fires"]
