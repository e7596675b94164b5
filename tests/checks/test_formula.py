"""
Formulas: read by a grammar of our own, bounded in every direction, never run as a program.
"""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.checks.formula import Operands, relation
from factcheck.checks.grammar import MAX_DEPTH, FormulaError, parse
from factcheck.engine.judge import judge
from factcheck.model.expression import UnitMismatchError
from factcheck.model.number import last_significant_place
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Comparison, parts_of
from factcheck.model.stated import Printing, Stated

VALUES = {"a": 12, "b": 5, "c": 7, "zero": 0}


def stated(name: str, value: int) -> Stated:
    quantity = Quantity(str(value), 0, 2, 0, 2, value, 1, last_significant_place(value, 1))
    return Stated(name, name, (Printing(quantity, claim=name),))


def lookup(name: str) -> tuple[Stated, ...]:
    if name == "all.*":
        return tuple(stated(its, VALUES[its]) for its in ("a", "b", "c"))
    if name not in VALUES:
        raise LookupError(f"there is no claim “{name}”", name)
    return (stated(name, VALUES[name]),)


def verdict(text: str) -> str:
    return judge(relation(Operands(parse(text, lookup)))).verdict.value


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("b + c = 9", "{left_side} is {left}, not {right}"),
        ("b + c <= b", "{left_side} is {left}, more than {right}"),
        ("b + c >= a + b", "{left_side} is {left}, {right_side} is {right}"),
        ("b >= a", "{left}, less than {right}"),
        ("c < b + zero", "{left}, {right_side} is {right}"),
    ],
)
def test_a_number_of_a_formula_is_said_once(text: str, broken: str) -> None:
    """Never “2,700,000 t is 2,700,000 t”: only what is worked out is said to be something."""
    (part,) = parts_of(relation(Operands(parse(text, lookup))))
    assert isinstance(part, Comparison)
    assert part.broken == f"{{subject}} {{do}} not hold: {broken} ({{off}})"


@pytest.mark.parametrize(
    "text",
    [
        "a = b + c",
        "a == b + c",
        "b + c - a = 0",
        "a - a = 0",
        "2 * b + 2 = a",
        "(b + c) * 2 = a + 12",
        "b < c < a",
        "a >= b",
        "sum(all.*) = 24",
        "max(b, c) = 7",
        "min(all.*) = 5",
        "count(all.*) = 3",
        "-b = -5",
        "a / 4 = 3",
        "a ÷ b = 2.4",
        "0.5 * a = 6",
        "2 kg = 2,000 g",
        "10% * 120 = a",
        "`a` = 12",
    ],
)
def test_a_formula_that_holds(text: str) -> None:
    """Each kind of operator, function, literal and comparison."""
    assert verdict(text) == "consistent"


@pytest.mark.parametrize("text", ["a = b", "b + c > a", "sum(all.*) = 23", "a / 4 < 3", "2 kg = 2,001 g"])
def test_a_formula_that_does_not_hold(text: str) -> None:
    """And their opposites."""
    assert verdict(text) == "inconsistent"


def test_a_division_by_zero_cannot_be_judged() -> None:
    """Neither true nor false."""
    assert verdict("a / zero = 2") == "undetermined"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "ends too early"),
        ("a", "needs ="),
        ("a + = b", "not expected"),
        ("(a = b", "missing"),
        ("a = b)", "not expected"),
        ("a ** 2 = b", "not expected"),
        ("a ^ 2 = b", "no part|not part"),
        ("__import__('os') = 1", "not part|not expected|no claim"),
        ("a.__class__ = 1", "not part|not expected|no claim"),
        ("all.* = 3", "stands for several"),
        ("a = 3 wibbles of 4", "not expected|not one number"),
        ("a = 1e999999999", "not one number|not expected"),
        ("a = " + "9" * 200, "digits"),
        ("(" * (MAX_DEPTH + 5) + "a" + ")" * (MAX_DEPTH + 5) + " = 1", "deeper"),
        ("-" * (MAX_DEPTH + 5) + "a = 1", "deeper"),
        ("a = " + "1 + " * 60_000 + "1", "longer"),
    ],
)
def test_what_is_no_formula_is_said(text: str, what: str) -> None:
    """With a place, and without running anything."""
    with pytest.raises((FormulaError, LookupError), match=what):
        parse(text, lookup)


def test_units_must_match() -> None:
    """A weight is no number of things."""
    with pytest.raises(UnitMismatchError):
        relation(Operands(parse("a = 2 kg", lookup)))


@given(st.text(alphabet="abc01.,*+-/()<>=` %kg\n", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Never another exception."""
    with contextlib.suppress(FormulaError, LookupError, UnitMismatchError):
        assert parse(text, lookup).comparisons


@given(
    st.recursive(
        st.sampled_from(["a", "b", "c", "3"]),
        lambda its: st.tuples(its, st.sampled_from("+-*"), its).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
        max_leaves=12,
    )
)
def test_a_formula_comes_to_what_arithmetic_says(text: str) -> None:
    """Against Python's own arithmetic on the same values, which the program never uses."""
    value = eval(text, {}, VALUES)
    sign = "-" if value < 0 else ""
    assert verdict(f"{text} = {sign}{abs(value)}") == "consistent"
