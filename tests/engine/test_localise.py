"""
Localisation: the number that is probably wrong is named, and no other.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from operands import at_most, balance, fact, facts, is_, judged, product, quantity, same, share

from factcheck.engine.localise import Group, localise
from factcheck.engine.network import network
from factcheck.model.claim import Rule
from factcheck.model.finding import Confidence
from factcheck.model.interval import Interval
from factcheck.model.number import Rational
from factcheck.model.slip import slips
from factcheck.model.stated import Stated

ARRESTS = ("65", "1", "3", "47", "4", "24", "4", "2")


def groups(*rules: Rule, recorded: dict[str, Rational] | None = None) -> tuple[Group, ...]:
    return localise(network(*judged(*rules)), recorded)


def named(found: Sequence[Group]) -> list[tuple[str, Rational | None, str]]:
    """Who is named with high confidence, what would fit, and the slip."""
    return [
        (its.stated.key, its.value, its.slip.words if its.slip else "")
        for group in found
        for its in group.candidates
        if its.confidence == Confidence.HIGH
    ]


def listed(group: Group) -> list[str]:
    return [its.stated.key for its in group.candidates]


def arrests(*numbers: str) -> list[Stated]:
    return [fact(f"country{at}", f"{number} arrests") for at, number in enumerate(numbers)]


def test_the_article_is_told_of_germany_and_the_swap() -> None:
    """74 for 47: 65 + 1 + 3 + 74 + 4 + 24 + 4 + 2 = 177, the total is 150."""
    parts = arrests("65", "1", "3", "74", "4", "24", "4", "2")
    whole = fact("total", "the arrest of 150 individuals")
    (group,) = groups(balance(whole, *parts), at_most(parts[0], whole))
    assert named([group]) == [("country3", 47, "two digits swapped")]
    assert group.rules == (0,)
    assert group.incomplete_list_fits is False


def test_where_two_numbers_are_a_slip_away_neither_is_named() -> None:
    """20 + 30 = 60: 30, 40 and 50 are each one digit changed."""
    (group,) = groups(balance(fact("whole", "60 cars"), fact("one", "20 cars"), fact("other", "30 cars")))
    assert named([group]) == []
    assert sorted(listed(group)) == ["one", "other", "whole"]
    assert group.incomplete_list_fits is True


def test_too_much_is_no_incomplete_list() -> None:
    """A list that leaves something out makes less than the whole."""
    (group,) = groups(balance(fact("whole", "40 cars"), fact("one", "20 cars"), fact("other", "30 cars")))
    assert group.incomplete_list_fits is False


def test_a_number_that_other_rules_hold_is_no_suspect() -> None:
    """The subtotal's own parts make it right, so the error is in the other part or the total."""
    a, b, subtotal, other, total = facts(12, 30, 42, 81, 60)
    (group,) = groups(balance(subtotal, a, b), balance(total, subtotal, other))
    assert listed(group)[0] == "x3"
    assert set(listed(group)) == {"x3", "x4"}
    assert named([group]) == [("x3", 18, "two digits swapped")]


def test_a_cross_footed_cell_breaks_two_sums_and_is_one_finding() -> None:
    """Row and column meet in the cell; nothing else mends both."""
    a, b, c, d = facts(12, 34, 65, 78)
    rows = facts(46, 134, prefix="row")
    columns = facts(68, 112, prefix="column")
    (group,) = groups(
        balance(rows[0], a, b), balance(rows[1], c, d), balance(columns[0], a, c), balance(columns[1], b, d)
    )
    assert group.rules == (1, 2)
    assert named([group]) == [("x2", 56, "two digits swapped")]


def test_a_total_that_is_off_by_one_is_found_at_any_size() -> None:
    """A floating-point solver answers "optimal, nothing to change"."""
    for half in (15_800_000, 5 * 10**11):
        whole, one, other = facts(2 * half + 1, half, half)
        (group,) = groups(balance(whole, one, other))
        assert "x0" in listed(group)


def test_of_two_printings_the_one_that_the_rules_bear_out_is_right() -> None:
    """65 in one place, 56 in another: with 65 the sum holds."""
    parts = [fact("us", "65 arrests", "56 arrests"), fact("germany", "47 arrests")]
    (group,) = groups(balance(fact("total", "112 arrests"), *parts))
    assert [its.key for its in group.conflicts] == ["us"]
    assert [(its.printing.quantity.value, its.value) for its in group.candidates] == [(56, 65)]
    assert named([group]) == [("us", 65, "two digits swapped")]


def test_two_printings_alone_accuse_each_other() -> None:
    """Nothing says which of the two is right."""
    us = fact("us", "65 arrests", "56 arrests")
    (group,) = groups(at_most(us, fact("total", "150 arrests")))
    assert {its.printing.quantity.value for its in group.candidates} == {65, 56}
    assert named([group]) == []


def test_the_odd_one_out_of_three_printings_is_named() -> None:
    """Both of the others would have to be wrong."""
    us = fact("us", "65 arrests", "65 arrests", "56 arrests")
    (group,) = groups(at_most(us, fact("total", "150 arrests")))
    assert named([group]) == [("us", 65, "two digits swapped")]


def test_a_number_printed_alike_twice_is_no_suspect() -> None:
    """The total stands in the title too: two people would have had to slip alike."""
    whole = fact("total", "105 arrests", "105 arrests")
    (group,) = groups(balance(whole, fact("rome", "74 arrests"), fact("milan", "58 arrests")))
    assert "total" not in listed(group)
    assert named([group]) == [("rome", 47, "two digits swapped")]


def test_what_evidence_says_is_doubted_last() -> None:
    """54 in the article, 45 on the telephone."""
    guns = fact("guns", "54 firearms", evidence=["45 firearms"])
    (group,) = groups(at_most(guns, fact("all", "90 firearms")))
    assert named([group]) == [("guns", 45, "two digits swapped")]


def test_a_backed_number_gives_way_to_one_that_is_not() -> None:
    """Both are a swap away; one was confirmed."""
    backed, other = fact("a", "1,236 people", backed=True), fact("b", "369 people")
    (group,) = groups(balance(fact("all", "1,632 people", backed=True), backed, other))
    assert named([group]) == [("b", 396, "two digits swapped")]
    assert listed(group)[0] == "b"


def test_the_number_that_was_edited_is_the_first_suspect() -> None:
    """The record was made from 7, which fits; without it three numbers would be a slip away."""
    parts = [fact("a", "3 people"), fact("b", "5 people")]
    whole = fact("whole", "10 people")
    assert named(groups(balance(whole, *parts))) == []
    key = parts[1].printings[0].key
    assert named(groups(balance(whole, *parts), recorded={key: 7})) == [("b", 7, "one digit changed")]


def test_an_edit_that_does_not_fit_is_no_excuse() -> None:
    """The record was made from 6, with which the sum breaks as well."""
    parts = [fact("a", "3 people"), fact("b", "5 people")]
    key = parts[1].printings[0].key
    assert named(groups(balance(fact("whole", "10 people"), *parts), recorded={key: 6})) == []


def test_a_part_greater_than_its_whole_stands_out() -> None:
    """13,954 of 13,412: a digit was added, though 13 may also be 23."""
    whole, *parts = facts(13412, 2767, 1675, 13954, 5000, 16)
    assert named(groups(balance(whole, *parts))) == [("x3", 3954, "a digit added")]


def test_with_an_inequality_any_number_is_a_slip_away() -> None:
    """155 of 150: there is much above 155 and below 150, so nobody is named."""
    (group,) = groups(at_most(fact("part", "155 arrests"), fact("whole", "150 arrests")))
    assert named([group]) == []
    assert set(listed(group)) == {"part", "whole"}


def test_what_would_fit_is_given_as_printed() -> None:
    """A share of 87 % needs 87, whatever the base unit of a percentage is."""
    part, whole, percent = fact("part", "147 lifetimes"), fact("whole", "169 lifetimes"), fact("percent", "89%")
    (group,) = groups(share(part, whole, percent))
    found = {its.stated.key: its.needed for its in group.candidates}
    assert 87 in found["percent"]
    assert 89 not in found["percent"]


def test_a_factor_is_found_through_the_product() -> None:
    """$264 for each of 217,000 is $57.3 million; printed is $26."""
    rate, base = fact("rate", "$26"), fact("base", "217,391 claimants")
    (group,) = groups(product(rate, base, fact("all", "$57,391,224")))
    assert any(its.stated.key == "rate" and its.value == 264 for its in group.candidates)


def test_two_errors_apart_are_two_findings() -> None:
    """Each sum has its own culprit, though a third sum joins them."""
    a, b, s, c, d, t, all_ = facts(47, 12, 86, 24, 51, 57, 161)
    found = groups(balance(s, a, b), balance(t, c, d), balance(all_, s, t))
    assert len(found) == 2


def test_two_errors_in_one_row_of_a_table_are_told_one_after_the_other() -> None:
    """The columns name the two cells; together they mend the row."""
    a, b, c, d, e, f = facts(21, 146, 78, 56, 81, 37)
    sums = [balance(facts(136, prefix="first")[0], a, b, c), balance(facts(174, prefix="second")[0], d, e, f)]
    columns = facts(68, 127, 115, prefix="column")
    found = groups(
        *sums, *(balance(whole, *pair) for whole, pair in zip(columns, [(a, d), (b, e), (c, f)], strict=True))
    )
    assert {key for key, *_ in named(found)} == {"x0", "x1"}


def test_a_rule_that_no_single_change_mends_is_a_group_without_candidates() -> None:
    """Nine names, said to be ten in the title and in the text alike."""
    (group,) = groups(is_(fact("countries", "10 countries", "10 countries"), 9))
    assert (group.rules, group.candidates) == ((0,), ())


def test_of_numbers_that_are_alike_the_whole_comes_first() -> None:
    """150 for 155, or five more in one of three places: one look at the total is the shortest way."""
    parts = arrests("92", "two", "53", "three")
    (group,) = groups(balance(fact("total", "155 arrests"), *parts))
    assert listed(group)[0] == "total"
    assert group.candidates[0].value == 150
    assert group.incomplete_list_fits is True
    assert named([group]) == []


def test_below_a_limit_a_moved_decimal_point_is_mentioned_and_nobody_named() -> None:
    """216 kg of about 234 kg, including 211.5 kg of others: at most 23 or 24 kg, 21.6 among them."""
    others = [fact("amphetamine", "152.1 kg"), fact("others", "59.4 kg")]
    whole, cocaine = fact("total", "about 234 kg"), fact("cocaine", "216 kg")
    (group,) = groups(balance(whole, others[0], cocaine, others[1], cue="including"))
    first = group.candidates[0]
    assert (first.stated.key, first.value, first.vague) == ("cocaine", None, True)
    assert first.slip is not None
    assert (first.slip.value, first.slip.words) == (Fraction(216, 10), "the decimal point moved")
    assert named([group]) == []


def test_nothing_weighs_or_costs_less_than_nothing() -> None:
    """Of 7 kg including 9 kg and 0.1 kg the last cannot be the culprit; the temperature can."""
    (group,) = groups(balance(fact("all", "7 kg"), fact("a", "9 kg"), fact("b", "0.1 kg"), cue="including"))
    assert set(listed(group)) == {"all", "a"}
    (group,) = groups(at_most(fact("night", "4 degrees Celsius"), fact("morning", "-3 degrees Celsius")))
    assert set(listed(group)) == {"night", "morning"}


def test_what_would_fit_ends_at_printed_places() -> None:
    """At most 24 kg, not 24.15."""
    (group,) = groups(balance(fact("all", "30 kg"), fact("a", "66 kg"), fact("b", "5.8 kg"), cue="including"))
    needed = {its.stated.key: its.needed for its in group.candidates}
    assert str(needed["a"]) == "[0, 25]"
    assert str(needed["all"]) == "[71, ∞)"


def test_a_number_edited_alike_in_two_places_is_one_edit() -> None:
    """The record was made from 65 in both; nobody else is named for it."""
    us, *others = fact("us", "56 arrests", "56 arrests"), *arrests("2", "three", "80")
    whole = fact("total", "150 arrests")
    edits = {printing.key: 65 for printing in us.printings}
    (group,) = groups(balance(whole, us, *others), recorded=edits)
    assert named([group]) == [("us", 65, "two digits swapped")]
    assert "us" not in listed(groups(balance(whole, us, *others))[0])


def test_half_a_person_does_not_fit() -> None:
    """Twice any whole number is even."""
    (group,) = groups(balance(fact("whole", "7 cars"), *[fact("half", "3 cars")] * 2))
    assert listed(group) == ["whole"]


@pytest.mark.parametrize(
    "rules",
    [
        [],
        [balance(fact("t", "150 arrests"), *arrests(*ARRESTS))],
        [balance(fact("t", "approximately 234 kg"), fact("a", "152.1 kg"), fact("b", "81 kg"))],
        [balance(fact("t", "12 arrests"), fact("a", "7 arrests"), fact("b", "3 arrests"), cue="including")],
        [same(fact("a", "$477,577"), fact("b", "$477,577"))],
        [at_most(fact("a", "$700,000"), fact("b", "about $1 million"), fact("c", "over $31.6 million"))],
        [is_(fact("countries", "nine countries"), 9)],
        [share(fact("a", "147 lifetimes"), fact("b", "169 lifetimes"), fact("c", "87%"))],
    ],
)
def test_where_nothing_is_broken_nothing_is_said(rules: list[Rule]) -> None:
    """Open lists, hedges, restatements, chains, counts, shares: all hold."""
    assert groups(*rules) == ()


PARTS = st.lists(st.integers(1, 9999), min_size=2, max_size=6)


@given(PARTS, PARTS)
def test_consistent_documents_have_no_groups(first: list[int], second: list[int]) -> None:
    """Whatever the numbers are."""
    a, b = facts(*first, prefix="a"), facts(*second, prefix="b")
    one, other, whole = facts(sum(first), sum(second), sum(first) + sum(second))
    assert groups(balance(one, *a), balance(other, *b), balance(whole, one, other)) == ()


@given(PARTS, st.data())
def test_a_planted_slip_is_always_among_the_suspects_and_nobody_else_is_named(
    parts: list[int], data: st.DataObject
) -> None:
    """One number of a sum is mistyped; if anybody is named, it is that one, with the true value."""
    numbers = [sum(parts), *parts]
    at = data.draw(st.integers(0, len(parts)))
    wrong = data.draw(
        st.sampled_from([slip.value for slip in slips(quantity(f"{numbers[at]:,} people"), Interval(0, None))])
    )
    true, numbers[at] = numbers[at], int(wrong)
    whole, *rest = facts(*numbers)
    (group,) = groups(balance(whole, *rest))
    culprit = next(its for its in group.candidates if its.stated.key == f"x{at}")
    assert culprit.needed == Interval.point(true)
    assert culprit.slip is not None
    towering = max(numbers[1:]) > numbers[0]
    assert towering or {key for key, *_ in named([group])} <= {f"x{at}"}
