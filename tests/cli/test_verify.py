"""
`factcheck verify` works out no more than its report tells, and leaves nothing behind.
"""

from __future__ import annotations

import gc
import json
from dataclasses import replace

import pytest
from conftest import ROOT, Newsroom

from factcheck.cli.collector import uncollected
from factcheck.cli.verify import ABOUT_WHAT_IS_WRONG
from factcheck.engine import evaluate
from factcheck.model.finding import Severity, Verdict
from factcheck.records import load
from factcheck.reports import renderer
from factcheck.reports.style import Style

TEXT = (
    "The raids led to about 12 arrests: seven in Rome and six in Milan. Nearly 40 cars, including 20 blue ones and 15"
    " red ones, were seized. Of 8 lorries 5 were red and 3 were blue. The 8 lorries were worth $1,600 or $200 each."
    " Rome had 70% of the arrests. In all 9 lorries were searched.\n"
)
CLAIMS = """
claims:
  arrests: about 12 arrests
  by_city: {quote: seven in Rome and six in Milan, breakdown: city}
  cars: Nearly 40 cars
  blue: 20 blue ones
  red: 15 red ones
  lorries: Of 8 lorries
  lorries.red: 5 were red
  lorries.blue: 3 were blue
  again: The 8 lorries
  worth: worth $1,600
  each: $200 each
  percent: 70% of the arrests
  searched: In all 9 lorries
rules:
  - balance: {whole: arrests, parts: by_city}
  - balance: {whole: cars, parts: [blue, red]}
  - balance: {whole: lorries, parts: [lorries.red, lorries.blue]}
  - product: {rate: each, base: again, is: worth}
  - share: {part: by_city.rome, whole: arrests, percent: percent}
  - agree: {claims: [lorries, searched]}
  - part: {part: lorries.red, whole: searched}
"""


@pytest.mark.parametrize("name", sorted(ABOUT_WHAT_IS_WRONG))
def test_a_format_about_what_is_wrong_says_the_same_without_what_holds(name: str, newsroom: Newsroom) -> None:
    """Of a newsroom with every kind of verdict, and of the article."""
    for claim_set in (newsroom.write(TEXT, CLAIMS).load(), load([ROOT / "claims"])):
        assert not claim_set.errors
        report, brief = evaluate(claim_set), evaluate(claim_set, held=False)
        assert renderer(name)(brief, Style()) == renderer(name)(report, Style())


def test_what_is_left_out_holds_and_has_nothing_else_to_say(newsroom: Newsroom) -> None:
    """The other findings, the counts and the coverage are the same."""
    claim_set = newsroom.write(TEXT, CLAIMS).load()
    report, brief = evaluate(claim_set), evaluate(claim_set, held=False)
    left_out = [its for its in report.findings if its not in brief.findings]
    assert len(left_out) > 2
    assert {(its.severity, its.verdict) for its in left_out} == {(Severity.NONE, Verdict.CONSISTENT)}
    kept = tuple(its for its in report.findings if its not in left_out)
    assert brief == replace(report, findings=kept)


def test_formats_that_list_what_holds_still_do(newsroom: Newsroom) -> None:
    """JSON has every rule, as the API has."""
    claim_set = newsroom.write(TEXT, CLAIMS).load()
    found = json.loads(renderer("json")(evaluate(claim_set), Style()))["findings"]
    assert sum(its["verdict"] == "consistent" for its in found) > 2


def test_loading_and_judging_make_no_circles(newsroom: Newsroom) -> None:
    """So that nothing grows while the collector of circular garbage is off."""
    newsroom.write(TEXT, CLAIMS).verify()
    with uncollected():
        gc.collect()
        report = newsroom.verify()
        assert gc.collect() == 0
        assert report.findings
        del report
        assert gc.collect() == 0


def test_the_collector_is_on_again_afterwards() -> None:
    """Even where the run fails; and it stays off where it was off."""
    with pytest.raises(ValueError, match="in between"), uncollected():
        assert not gc.isenabled()
        raise ValueError("in between")
    assert gc.isenabled()
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_would_fit_is_told_with_one_bracket(factcheck):
    """The name of the number and the slip together."""
    told = factcheck("verify", "--format", "plain").stdout
    assert "13 for 12 (arrests, one digit changed), or 6 for 7 (Rome, one digit changed)" in told
