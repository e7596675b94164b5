"""
The laws that hold for every text, on some that nobody would write (`benchmarks/hostile_texts.py` runs many more).
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hostile_texts import LAWS, Text, broken, put_in, suggestions, text_of

from factcheck import compare, document, read, scan
from factcheck.model.finding import Severity

COUNT = 240
"""How many texts are tried; all together they take about six seconds."""

KEPT = [
    # Each of them once broke a law; cut to what broke it.
    ("offsets", "They had 72,0000 of 100 kg."),
    ("mends", "38 more than 72,0000"),
    ("mends", "It grew from 5 to 2, up 47 percent."),
    ("itself", "the UK 12approximately 1 to over a dozen deathstwo deaths and 1 items, 9 in all"),
    ("places", "It grew from 5 to 41746, up XIV percent(approximately −5 to as many as a couple of officers"),
    ("drafted", "| suspects | 397 | 4% |\n----  ----\n----  ----\n"),
    ("drafted", "It rose 8296 years to .5 a month from 7%"),
    ("drafted", "<!-- factcheck: ignore balance -- as printed -->\n\n9592 items and 104295 weapons, 2532 in all\n"),
    ("drafted", "a couple of earnings## 5492. cases\n\n<p>several of the 2 men</p>\n\U000e0001"),
    ("places", "-----------------------------------------a  b\n"),
]


@pytest.mark.parametrize("part", range(8))
def test_every_law_holds_for_texts_of_a_fixed_seed(part: int) -> None:
    """No traceback, no hang, and whatever the laws say, for texts made of odd fragments."""
    texts = (text_of(f"push {at}") for at in range(part, COUNT, 8))
    assert [(its.seed, what) for its in texts if (what := broken(its))] == []


@pytest.mark.parametrize(("law", "words"), KEPT)
def test_what_once_broke_a_law_breaks_it_no_more(law: str, words: str) -> None:
    """The cases that were found, shrunk."""
    for suffix in ("txt", "md"):
        assert LAWS[law](Text("kept", (words,), suffix)) == ""


def test_texts_are_of_every_kind() -> None:
    """The same seed gives the same text; different ones hold findings, tables, lists and odd characters."""
    texts = [text_of(f"push {at}").words for at in range(COUNT)]
    assert texts == [text_of(f"push {at}").words for at in range(COUNT)]
    for mark in ("|---|", "\n- ", "<!--", "\u202e", "“", "\n> ", "    "):
        assert any(mark in its for its in texts), mark
    assert sum(bool(scan(document(its)).findings) for its in texts[:60]) > 10


def test_a_law_that_is_broken_is_seen() -> None:
    """The laws are no formality: wrong offsets, other texts and useless advice would be found."""
    text = Text("broken", ("12 arrests: seven in Rome and six in Milan.",), "txt")
    (finding,) = scan(document(text.words)).findings
    changed = {its[1] for its in suggestions(text.words, scan(document(text.words)))}
    assert changed == {"13 arrests: seven in Rome and six in Milan."}
    assert put_in(text.words, 0, 2, "11") == "11 arrests: seven in Rome and six in Milan."
    assert finding.severity == Severity.ERROR
    assert compare(document("13 arrests."), document("12 arrests.", "source.txt")).findings


def test_the_report_is_the_same_under_every_hash_seed() -> None:
    """Sets have an order of their own in each run; no report may show it."""
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); import factcheck; from hostile_texts import text_of, told\n"
        "for at in range(24):\n"
        "    words = text_of(f'push {at}').words\n"
        "    text = factcheck.document(words)\n"
        "    half = factcheck.document(words[: len(words) // 2], 'half.txt')\n"
        "    for report in (factcheck.scan(text), factcheck.compare(text, half)):\n"
        "        for its in report.findings:\n"
        "            print(told(its), [(place.start, place.role) for place in its.locations])\n"
    )
    here = str(Path(__file__).parents[2] / "benchmarks")
    printed = {
        subprocess.run(
            [sys.executable, "-c", program, here],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True, check=True,
        ).stdout
        for seed in ("0", "1")
    }  # fmt: skip
    assert len(printed) == 1


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Police made 1950 arrests.", [1950]),
        ("He counts 2011 items.", [2011]),
        ("They killed 1999 people in 2001.", [1999]),
        ("20 plus 1950 arrests", [20, 1950]),
        ("about 1950 arrests", [1950]),
        ("1,950 arrests", [1950]),
        ("1986 earnings rose.", []),
        ("The 2020 elections were held.", []),
        ("In 1950 arrests fell.", []),
        ("It made 2019 the best year.", []),
        ("The 2019 arrests were made in Rome.", []),
    ],
)
def test_a_year_before_a_plural_is_a_count_only_where_it_can_be_no_year(text: str, stated: list[int]) -> None:
    """Verbs of counting, addends, hedges and commas say so; else it stays a year."""
    assert [its.value for its in read(text).quantities] == stated
