"""
Rules that each hold and cannot all hold together.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction

import pytest
from conftest import broken
from hypothesis import given
from hypothesis import strategies as st
from operands import at_most, balance, fact, facts, judged, product, rule, same, share

from factcheck.engine.joint import Clash, clashes
from factcheck.engine.network import network
from factcheck.engine.simplex import Row, clash
from factcheck.model.claim import Rule
from factcheck.model.expression import Constant, Operand, Sum
from factcheck.model.finding import Report, Verdict
from factcheck.model.interval import ENTIRE, Interval
from factcheck.model.relation import Comparison, Sign
from factcheck.model.stated import Stated


def found(*rules: Rule, doubted: tuple[str, ...] = ()) -> tuple[Clash, ...]:
    """The clashes of rules, each of which holds."""
    its, judgements = judged(*rules)
    assert {judgement.verdict for judgement in judgements} <= {Verdict.CONSISTENT}
    return clashes(network(its, judgements), doubted)


def keys(clash: Clash) -> set[str]:
    return {fact.key for fact in clash.facts}


def two_sums() -> list[Rule]:
    """21 + 15 is about 40, and about 40 + 44 is 84; but 21 + 15 + 44 is 80."""
    middle, top = fact("middle", "about 40 people"), fact("top", "84 people")
    men, women, dead = fact("men", "21 people"), fact("women", "15 people"), fact("dead", "44 people")
    return [balance(middle, men, women), balance(top, middle, dead)]


def test_what_one_sum_leaves_a_number_the_other_forbids() -> None:
    """The number between them is not to blame: it says nothing exact."""
    (its,) = found(*two_sums())
    assert its.rules == (0, 1)
    assert keys(its) == {"men", "women", "dead", "top"}
    assert its.soft is False


def test_a_number_that_is_doubted_already_clashes_with_nothing() -> None:
    """One slip, one finding."""
    assert found(*two_sums(), doubted=("dead",)) == ()
    assert len(found(*two_sums(), doubted=("middle", "nobody"))) == 1


def test_rules_and_numbers_that_can_be_spared_are_not_named() -> None:
    """A third sum and a limit that have nothing to do with it."""
    rules = two_sums()
    other = balance(fact("sum", "about 60 people"), *rules_facts(rules[0]), fact("more", "20 people"))
    limit = at_most(fact("dead", "44 people"), fact("all", "about 1,000 people"))
    (its,) = found(other, rules[0], limit, rules[1])
    assert its.rules == (1, 3)


def rules_facts(its: Rule) -> list[Stated]:
    """The parts of a balance."""
    relation = its.relation
    assert isinstance(relation, Comparison)
    assert isinstance(relation.left, Sum)
    return [term.stated for term in relation.left.terms if isinstance(term, Operand)]


def test_a_chain_may_clash_with_itself() -> None:
    """10 ≤ about 8 ≤ 7: each step can hold."""
    chain = at_most(fact("a", "9 people"), fact("b", "about 90 people"), fact("c", "95 people"))
    assert found(chain) == ()
    (its,) = found(at_most(fact("a", "95 people"), fact("b", "about 90 people"), fact("c", "85 people")))
    assert its.rules == (0,)
    assert keys(its) == {"a", "c"}


def test_an_open_list_only_keeps_its_parts_below_the_whole() -> None:
    """About 40, including 21 and 15, may be 40; of about 40 with 21 and 22 it is at least 43."""
    middle, dead = fact("middle", "about 40 people"), fact("dead", "44 people")
    some = [fact("men", "21 people"), fact("women", "15 people")]
    assert found(balance(middle, *some, cue="including"), balance(fact("top", "84 people"), middle, dead)) == ()
    more = [fact("men", "21 people"), fact("women", "22 people")]
    (its,) = found(balance(middle, *more, cue="including"), balance(fact("top", "84 people"), middle, dead))
    assert its.rules == (0, 1)


@pytest.mark.parametrize("total", [31_600_000, 10**12])
def test_a_total_off_by_one_is_found_at_any_size(total: int) -> None:
    """A number rounded to tens is 5 above the total for one sum, and 4 above it for the other."""
    between = fact("between", f"{total} people", precision=10)
    below, one, right, wrong = facts(total + 5, 1, total + 6, total + 5)
    assert found(balance(between, below), balance(right, between, one)) == ()
    (its,) = found(balance(between, below), balance(wrong, between, one))
    assert keys(its) == {"x0", "x1", "x3"}


def table(*rows: str, columns: tuple[str, ...]) -> list[Rule]:
    """Rounded totals of a table whose cells are hardly known."""
    cells = [[fact(f"cell{r}{c}", "about 500 people") for c in range(len(columns))] for r in range(len(rows))]
    by_row = [balance(fact(f"row{at}", total), *cells[at]) for at, total in enumerate(rows)]
    by_column = [balance(fact(f"column{at}", its), *(row[at] for row in cells)) for at, its in enumerate(columns)]
    return [*by_row, *by_column]


def test_totals_of_rows_and_of_columns_clash_though_every_cell_has_room() -> None:
    """1,000 + 1,000 people by row, 1,000 + 1,003 by column: only the four sums together show it."""
    (its,) = found(*table("1,010 people", "1,020 people", columns=("1,010 people", "1,023 people")))
    assert its.rules == (0, 1, 2, 3)
    assert keys(its) == {"row0", "row1", "column0", "column1"}
    assert found(*table("1,010 people", "1,020 people", columns=("1,007 people", "1,023 people"))) == ()


@pytest.mark.parametrize(("part", "soft"), [("$4.3 million", True), ("$3.6 million", False)])
def test_a_clash_that_cut_off_digits_would_mend_is_soft(part: str, soft: bool) -> None:
    """$4 million is between 4.4 and 4.6 for one sum; 4.38 may have been cut to 4.3, but not to 3.6."""
    between = fact("between", "$4 million")
    other = balance(fact("all", "$5.9 million"), between, fact("more", "$1.4 million"))
    (its,) = found(balance(between, fact("part", part)), other)
    assert its.soft is soft


def test_one_number_that_clashes_with_many_rules_is_told_once() -> None:
    """What else it breaks is the same slip."""
    middle = [fact(f"middle{at}", "about 40 people") for at in range(4)]
    dead = fact("dead", "44 people")
    rules = [balance(its, fact("men", "21 people"), fact("women", "15 people")) for its in middle]
    rules += [balance(fact(f"top{at}", "84 people"), its, dead) for at, its in enumerate(middle)]
    assert len(found(*rules)) == 1


def test_two_slips_apart_are_two_clashes() -> None:
    """No number in common."""
    first = two_sums()
    middle, dead = fact("m", "about 40 people"), fact("d", "44 people")
    second = [
        balance(middle, fact("p", "21 people"), fact("q", "15 people")),
        balance(fact("t", "84 people"), middle, dead),
    ]
    assert [its.rules for its in found(*first, *second)] == [(0, 1), (2, 3)]


def test_products_and_shares_take_part() -> None:
    """20 % of about 50 is 10, and about 50 is 45 and 1: 46, of which 10 would be 22 %."""
    whole = fact("whole", "about 50 people")
    part, percent = fact("part", "10 people"), fact("percent", "20%")
    rules = [share(part, whole, percent), balance(whole, fact("a", "45 people"), fact("b", "1 person"))]
    (its,) = found(*rules)
    assert its.rules == (0, 1)
    assert found(share(part, whole, fact("percent", "21.7%")), rules[1]) == ()


@pytest.mark.parametrize(
    "rules",
    [
        [],
        [balance(fact("t", "36 people"), fact("a", "21 people"), fact("b", "15 people"))],
        [balance(fact("t", "about 40 people"), fact("a", "21 people")), at_most(fact("t", "about 40 people"))],
        [at_most(fact("a", "$700,000"), fact("b", "about $1 million"), fact("c", "over $31.6 million"))],
        [same(fact("a", "$1.4 million"), fact("b", "$1.41 million")), at_most(fact("b", "$1.41 million"))],
        [product(fact("rate", "$264"), fact("base", "217,391 claimants"), fact("all", "$57.4 million"))],
        [share(fact("a", "147 lifetimes"), fact("b", "169 lifetimes"), fact("c", "87%"))],
    ],
)
def test_what_can_hold_together_is_left_alone(rules: list[Rule]) -> None:
    """Sums, limits, chains, restatements, products and shares of one text."""
    its, judgements = judged(*rules)
    known = [at for at, judgement in enumerate(judgements) if judgement.verdict == Verdict.CONSISTENT]
    assert clashes(network([its[at] for at in known], [judgements[at] for at in known])) == ()


def test_a_broken_rule_takes_no_part() -> None:
    """It is told by itself."""
    rules, judgements = judged(*two_sums()[:1], balance(fact("top", "184 people"), fact("middle", "about 40 people")))
    assert judgements[1].verdict == Verdict.INCONSISTENT
    assert clashes(network(rules, judgements)) == ()


def test_limits_that_push_each_other_up_for_ever_come_to_an_end() -> None:
    """x ≤ y − 1 and y ≤ x: every step cuts by 1 of 10¹²; the simplex says at once that it cannot be."""
    x, y = fact("x", "up to 1,000,000,000,000 people"), fact("y", "up to 1,000,000,000,000 people")
    less = Comparison(Sum((Operand(x), Constant.number(1)), (1, 1)), Sign.AT_MOST, Operand(y), "")
    more = Comparison(Operand(y), Sign.AT_MOST, Operand(x), "")
    (its,) = found(rule(less), rule(more))
    assert (its.rules, its.facts) == ((0, 1), ())


WEIGHTS = st.lists(
    st.dictionaries(st.sampled_from("xyz"), st.sampled_from([-2, -1, 1, 3]), min_size=1), min_size=1, max_size=5
)


@given(WEIGHTS, st.lists(st.integers(-9, 9), min_size=3, max_size=3))
def test_a_system_made_from_a_solution_has_one(weights: list[dict[str, int]], values: list[int]) -> None:
    """Rows that are what their variables make."""
    at = dict(zip("xyz", values, strict=True))
    rows = [Row(row, Interval.point(sum(weight * at[name] for name, weight in row.items()))) for row in weights]
    assert clash(rows, dict.fromkeys("xyz", ENTIRE)) is None
    assert clash(rows, {name: Interval.around(value, Fraction(1, 3)) for name, value in at.items()}) is None


@given(WEIGHTS, st.lists(st.integers(-9, 9), min_size=5, max_size=5), st.booleans())
def test_what_clashes_cannot_be_solved_and_none_of_it_can_be_spared(
    weights: list[dict[str, int]], targets: list[int], ends: bool
) -> None:
    """Checked by trying all values on a grid, and by leaving each out."""
    open_ends = {"lower_open": ends, "upper_open": ends}
    rows = [Row(row, Interval(at, at + 2, **open_ends)) for row, at in zip(weights, targets, strict=False)]
    values = dict.fromkeys("xyz", Interval(-2, 2))
    its = clash(rows, values)
    if its is None:
        return
    named, bounds = its
    grid = [Fraction(at, 2) for at in range(-4, 5)]
    solved = (
        all(sum(w * {"x": x, "y": y, "z": z}[name] for name, w in row.weights.items()) in row.within for row in rows)
        for x in grid
        for y in grid
        for z in grid
    )
    assert not any(solved)
    left = {name: values[name] if name in bounds else ENTIRE for name in values}
    assert clash([rows[at] for at in named], left) is not None
    for at in named:
        assert clash([rows[other] for other in named if other != at], left) is None


@given(st.integers(0, 10**6), st.lists(st.integers(1, 400), min_size=4, max_size=4))
def test_a_tree_of_rounded_sums_that_is_true_never_clashes(seed: int, parts: list[int]) -> None:
    """Whatever is rounded, and to what."""
    rng = random.Random(seed)

    def stated(key: str, value: int) -> Stated:
        step = rng.choice((1, 10, 100))
        return fact(key, f"{(value + step // 2) // step * step} people", precision=step if step > 1 else 0)

    a, b, c, d = (stated(f"part{at}", value) for at, value in enumerate(parts))
    left, right = stated("left", sum(parts[:2])), stated("right", sum(parts[2:]))
    top, odd = stated("top", sum(parts)), stated("odd", parts[0] + parts[2])
    even = stated("even", parts[1] + parts[3])
    rules = [balance(left, a, b), balance(right, c, d), balance(top, left, right), balance(odd, a, c)]
    assert found(*rules, balance(even, b, d), balance(top, odd, even)) == ()


def test_facts_of_a_table_are_exact() -> None:
    """Nothing is open, so nothing passes from rule to rule."""
    whole, one, other = facts(3, 1, 2)
    assert found(balance(whole, one, other), at_most(one, whole)) == ()


INJURED = """
claims:
  injured: about 40 injured people
  men: 21 injured men
  women: 15 injured women
  victims: 84 victims
  dead: 44 dead people
rules:
  - balance: {whole: injured, parts: [men, women]}
  - balance: {whole: victims, parts: [injured, dead]}
"""


def test_a_clash_is_one_error_that_names_the_rules_and_the_numbers(verify: Callable[[str, str], Report]) -> None:
    """Beside the rules themselves, which hold; a copy editor reads what to compare."""
    text = "There were about 40 injured people: 21 injured men and 15 injured women. With 44 dead people, 84 victims."
    report = verify(text, INJURED)
    (finding,) = broken(report)
    assert (finding.kind, finding.severity) == ("joint", "error")
    assert finding.message.startswith("These rules cannot all hold: injured and victims")
    assert {where.text for where in finding.locations} == {
        "21 injured men", "15 injured women", "44 dead people", "84 victims",
    }  # fmt: skip
    assert finding.message.endswith("must be wrong")
    assert len(finding.details) == 2
    assert report.broken == 0


def test_a_slip_that_breaks_a_rule_is_no_clash_besides(verify: Callable[[str, str], Report]) -> None:
    """51 women: the first sum is broken, and one finding says so."""
    text = "There were about 40 injured people: 21 injured men and 51 injured women. With 44 dead people, 84 victims."
    (finding,) = broken(verify(text, INJURED.replace("15", "51")))
    assert finding.kind == "balance"
