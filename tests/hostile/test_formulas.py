"""
Formulas that no one would write, but somebody may: each is judged, or refused with a place and a remedy.
"""

from __future__ import annotations

import pytest
from conftest import Newsroom

from factcheck.checks.grammar import MAX_DIVISIONS, MAX_FACTORS
from factcheck.model.finding import Report
from factcheck.model.number import grouped, parse_decimal, plain
from factcheck.reports import FORMATS, renderer
from factcheck.reports.style import Style

TEXT = "The raids led to 12 arrests: 5 in Rome and 7 in Milan. It took 99 officers.\n"
CLAIMS = "claims:\n  a: 12 arrests\n  b: 5 in Rome\n  e: 99 officers\nrules:\n  - formula: {}\n"


def judged(newsroom: Newsroom, formula: str) -> Report:
    """The report on a formula, which every format has told."""
    report = newsroom.write(TEXT, CLAIMS.format(f"'{formula}'")).verify()
    for name in FORMATS:
        renderer(name)(report, Style(verbose=True))
    return report


@pytest.mark.parametrize(
    ("formula", "messages"),
    [
        ("1 = 2 = 3", ["1, not 2 (1 too little)", "2, not 3 (1 too little)"]),
        ("1 = 2 = 3 = 4", ["1, not 2 (1 too little)", "2, not 3 (1 too little)", "3, not 4 (1 too little)"]),
        ("min(a) = e = 99999", ["min(12) is 12, not 99 (87 too little)", "99, not 99,999 (99,900 too little)"]),
        ("a = 12 = 12 = 13", ["12, not 13 (1 too little)"]),
    ],
)
def test_each_broken_part_of_a_chain_is_told_once(newsroom, formula, messages):
    """Numbers of the formula's own in two broken parts, or a claim in both, once had nothing to be told by."""
    told = [its.message for its in judged(newsroom, formula).findings]
    assert told == [f"“{formula}” does not hold: {its}" for its in messages]


@pytest.mark.parametrize("sign", ["*", "/", "×", "÷"])
def test_a_long_product_is_refused_where_it_is_too_long(newsroom, sign):
    """Python's stack and exact arithmetic both end somewhere; the place is told."""
    (error,) = judged(newsroom, f" {sign} ".join("a" * 500) + " = 1").errors
    assert f"more than {MAX_FACTORS} numbers are multiplied" in error.what
    assert f"(at character {4 * MAX_FACTORS - 1})" in error.what


def test_factors_count_through_brackets_and_functions(newsroom):
    """A product of sums of products is as long as all of them; a sum is as long as its longest term."""
    square = "(a * a)"
    for _ in range(5):
        square = f"({square} * {square})"
    assert "more than" in judged(newsroom, f"{square} = 1").errors[0].what
    assert (
        "more than" in judged(newsroom, f"max(1, {' * '.join('a' * 40)}) * {' * '.join('b' * 40)} = 1").errors[0].what
    )
    assert not judged(newsroom, " + ".join(["a * b"] * 500) + " = 30000").errors


def test_divisions_are_counted_in_all_of_a_formula(newsroom):
    """The denominators of a sum are multiplied."""
    many = " + ".join(f"a / {10**50 + at}" for at in range(MAX_DIVISIONS))
    assert not judged(newsroom, f"{many} = 1").errors
    assert f"divides more than {MAX_DIVISIONS} times" in judged(newsroom, f"{many} + a / 7 = 1").errors[0].what


def test_a_product_of_the_longest_numbers_is_printed_in_full(newsroom):
    """Python refuses to print whole numbers of more than 4,300 digits."""
    (finding,) = judged(newsroom, " * ".join(["9" * 60] * MAX_FACTORS) + " = a").findings
    assert finding.message.count("9") > 1000
    assert plain(10**5000) == "1" + "0" * 5000
    assert grouped(-(10**5001)) == "-1" + ",000" * 1667


def test_sixty_digits_are_sixty_digits_wherever_the_point_stands(newsroom):
    """A point is no digit."""
    assert parse_decimal("9" * 59 + ".9")[1].denominator == 10
    assert "does not hold" in judged(newsroom, f"a = {'9' * 59}.9").findings[0].message
    assert "“.” is not part of a formula" in judged(newsroom, f"a = {'9' * 59}.").errors[0].what
    assert "more than 60 digits" in judged(newsroom, f"a = {'9' * 60}.9").errors[0].what


@pytest.mark.parametrize(
    ("formula", "remedy"),
    [
        ("a = 9,9", "write “9.9” or “99”, or “9, 9” for several"),
        ("a = 1,00", "write “1.00” or “100”"),
        ("max(1,2) = 2", "or “1, 2” for several"),
        ("a = 9,9 kg", "“9,9” is not one number"),
        ("a = 1,000,00", "write “100000”"),
    ],
)
def test_a_comma_that_groups_no_thousands_is_an_error_that_says_what_to_write(newsroom, formula, remedy):
    """9,9 was once read as 99, and the largest of 1,2 was 12."""
    (error,) = judged(newsroom, formula).errors
    assert remedy in error.what


@pytest.mark.parametrize(
    "formula", ["1,204 > a", "12,34,567 > a", "max(1, 2) = 2", "1,204.50 > a", "max(1,000, 2) > a"]
)
def test_commas_between_thousands_lakhs_and_arguments_stay_what_they_are(newsroom, formula):
    """No error, and the number that is meant."""
    report = judged(newsroom, formula)
    assert not report.errors and not report.broken


@pytest.mark.parametrize("rule", ["{most: a, of: a}", "{least: a, of: [a, a]}"])
def test_an_amount_that_is_compared_with_itself_alone_is_an_error(newsroom, rule):
    """There would be nothing to judge, and nothing to tell."""
    report = newsroom.write(TEXT, f"claims:\n  a: 12 arrests\nrules:\n  - order: {rule}\n").verify()
    assert [error.what for error in report.errors] == ["of has nothing but the amount itself"]
