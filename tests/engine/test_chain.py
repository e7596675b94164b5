"""
Chains: a rule of several relations, broken in one of them, or in two by two slips.
"""

from __future__ import annotations

import pytest
from conftest import Newsroom, broken

CLAIMS = """
claims:
  old: {{quote: from $70 million, precision: exact}}
  new: {{quote: to $76 million, precision: exact}}
  percent: {percent}
  amount: {{quote: ${amount} million, precision: exact}}
rules:
  - change: {{old: old, new: new, percent: percent, by: amount}}
"""


def messages(newsroom: Newsroom, percent: str, amount: str) -> list[str]:
    """What is said of a change whose percentage and amount are stated."""
    text = f"Sales rose {percent} by ${amount} million to $76 million from $70 million."
    report = newsroom.write(text, CLAIMS.format(percent=percent, amount=amount)).verify()
    assert report.errors == ()
    return [found.message for found in broken(report)]


def test_a_chain_that_holds_is_silent(newsroom: Newsroom) -> None:
    """From 70 to 76 is 6, or 8.6 %."""
    assert messages(newsroom, "8.6%", "6") == []


@pytest.mark.parametrize(("percent", "amount", "word"), [("6.8%", "6", "6.8%"), ("8.6%", "16", "$16 million")])
def test_one_slip_in_a_chain_is_one_finding_about_its_part(
    newsroom: Newsroom, percent: str, amount: str, word: str
) -> None:
    """The part that holds is not told."""
    (said,) = messages(newsroom, percent, amount)
    assert f"says {word}" in said


@pytest.mark.parametrize(("percent", "amount"), [("6.8%", "16"), ("5.8%", "64"), ("58%", "64")])
def test_two_slips_in_one_chain_are_two_findings(newsroom: Newsroom, percent: str, amount: str) -> None:
    """Each about its own part; the program does not stop at it."""
    said = messages(newsroom, percent, amount)
    assert len(said) == 2
    assert any(f"says {percent}" in one for one in said)
    assert any(f"says ${amount} million" in one for one in said)
