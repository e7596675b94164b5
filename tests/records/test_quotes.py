"""
Quotes of one claim: they agree, or that is a finding, whether a rule uses the claim or not.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import Newsroom, broken

from factcheck.model.finding import Report

Verify = Callable[[str, str], Report]


def test_two_quotes_that_contradict_each_other_are_a_finding_without_any_rule(newsroom: Newsroom) -> None:
    """Ten months above, twelve below."""
    claims = "claims:\n  effort:\n    quotes: [10 months, 12 months]\n"
    (found,) = broken(newsroom.write("It took 10 months. The 12 months were long.", claims).verify())
    assert (found.kind, found.severity) == ("agree", "error")
    assert "10 months in one place and 12 months in another" in found.message


def test_two_quotes_of_the_same_number_in_other_words_agree(newsroom: Newsroom) -> None:
    """Digits or words, a heading or a sentence."""
    claims = "claims:\n  effort:\n    quotes: [10-month effort, Ten Months in the Shadows]\n"
    report = newsroom.write("A 10-month effort ended.\n\nTen Months in the Shadows\n", claims).verify()
    assert (report.errors, broken(report)) == ((), [])


def test_the_words_before_a_quote_count(newsroom: Newsroom) -> None:
    """The quote leaves “more than” out; the source says it all the same."""
    claims = "claims:\n  arrests: 150 arrests\n  total: the 150\nrules:\n  - agree: {claims: [arrests, total]}\n"
    report = newsroom.write("Police made more than 150 arrests. Among the 150 were two men.", claims).verify()
    assert [found.kind for found in broken(report)] == ["agree"]


def test_one_end_of_a_range_may_be_quoted(newsroom: Newsroom) -> None:
    """From 40 to 44: two numbers to a record that speaks of both."""
    claims = "claims:\n  old: from 40\n  new: to 44\n"
    report = newsroom.write("Turnout rose from 40 to 44.", claims).verify()
    assert report.errors == ()
    assert len(report.coverage.numbers) == 2


def test_a_value_beside_a_quote_must_agree_with_it(newsroom: Newsroom) -> None:
    """The record says 12, the quote 13."""
    claims = "claims:\n  arrests: {quote: 13 arrests, value: '12'}\n"
    (found,) = broken(newsroom.write("They made 13 arrests.", claims).verify())
    assert found.kind == "value"


LIST = "Three things are needed:\n\n- a pen\n- paper\n- time\n"
LISTED = """
claims:
  things: Three things
  things.listed: {quote: Three things, items: below}
rules:
  - count: {of: things.listed, is: things}
"""


def test_the_items_of_a_list_are_counted_below_the_quote(verify: Verify) -> None:
    """`items: below` is the list that stands there now, whatever its items say."""
    assert broken(verify(LIST, LISTED)) == []
    assert broken(verify(LIST.replace("- a pen", "- two pens"), LISTED)) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("- time\n", "- time\n- money\n", "Four items are listed, the source says 3 (1 too many)"),
        ("- time\n", "", "Two items are listed, the source says 3 (1 too few)"),
        ("Three", "Four", "Three items are listed, the source says 4 (1 too few)"),
    ],
)
def test_a_list_that_lost_or_gained_an_item_is_one_finding(verify: Verify, old: str, new: str, message: str) -> None:
    """So is a number above it that was edited."""
    (finding,) = broken(verify(LIST.replace(old, new), LISTED))
    assert finding.message == message


def test_no_list_below_the_quote_is_an_error_of_the_record(verify: Verify) -> None:
    """The record says what is not there."""
    report = verify("Three things are needed: a pen, paper and time.\n", LISTED)
    assert [its.what for its in report.errors][:1] == ["no list stands below the quote"]
