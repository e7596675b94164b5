"""
The head of the page says what is wrong and what was tested, and each of its links leads somewhere.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

import factcheck
from factcheck.engine.gather import gather
from factcheck.model.finding import Report
from factcheck.reports import html
from factcheck.reports.style import Style

WRONG = "The raids led to 12 arrests: seven in Rome and six in Milan.\n\nThe river is 80 km long.\n"
RIGHT = WRONG.replace("12 arrests", "13 arrests")


def head(report: Report) -> str:
    """The header of the page, up to what filters it."""
    page = html.render(report, Style())
    for target in re.findall(r'href="#([^"]+)"', page):
        assert f'id="{target}"' in page, target
    return page.partition("<header>")[2].partition("<form")[0]


def words(markup: str) -> str:
    """What a reader sees of it."""
    return re.sub("<[^>]+>", "", markup)


def scanned(text: str) -> Report:
    """The report of a scan."""
    return factcheck.scan(factcheck.document(text, "raids.txt"))


def test_what_is_wrong_leads_and_is_linked() -> None:
    """The sentence of the finding stands above the text, and leads to its card."""
    report = scanned(WRONG)
    lead = head(report)
    assert "1 error · 3 of 4 numbers tested · 1 for you to check" in words(lead)
    assert lead.count('href="#f1"') == 2
    assert report.findings[0].message in words(lead)


def test_where_nothing_is_wrong_nothing_is_listed() -> None:
    """It says so, and leads to what is left to the reader."""
    lead = head(scanned(RIGHT))
    assert "Nothing contradicts · 3 of 4 numbers tested · 1 for you to check" in words(lead)
    assert "<nav" not in lead
    left = re.search(r'href="#([^"]+)">1 for you to check', lead)
    assert left
    assert re.search(rf'id="{left[1]}"[^>]*>80 km', html.render(scanned(RIGHT), Style()))


@pytest.mark.parametrize("count", [12, 13])
def test_a_long_list_ends_in_how_many_more(count: int) -> None:
    """Twelve are named; the text is not to be pushed out of sight."""
    report = scanned(WRONG)
    wrong = report.findings[0]
    lead = head(replace(report, findings=(wrong,) * count + report.findings[1:]))
    assert f"{count} errors · " in words(lead)
    assert lead.count("<li>") == count
    assert ("and 1 more" in lead) == (count == 13)
    assert lead.count(f">{wrong.message}<") == 12


def test_a_text_that_cannot_be_read_leads_to_its_error(tmp_path) -> None:
    """It is no “nothing contradicts”."""
    lead = head(factcheck.scan(tmp_path / "gone.txt"))
    assert "1 error in the texts" in words(lead)
    assert "Nothing contradicts" not in lead


def test_a_text_without_numbers_says_nothing_of_numbers() -> None:
    """None of none is no figure."""
    assert "tested" not in words(head(scanned("The river is long.\n")))


def test_many_texts_are_a_table_the_worst_on_top() -> None:
    """A text in which nothing is wrong is folded; each line leads to its text."""
    texts = {"a.txt": RIGHT, "b.txt": WRONG, "c.txt": WRONG + "\n" + "Rome had 45% and Oslo 38%, up 10% to 50 from 40."}
    report = gather(factcheck.scan(factcheck.document(text, name)) for name, text in texts.items())
    page = html.render(report, Style())
    table = head(report).partition('class="overview"')[2]
    assert re.findall(r'href="#s\d">([^<]+)</a>', table) == ["c.txt", "b.txt", "a.txt"]
    assert "3 of 4" in words(table)
    assert page.count("<details><summary><h2") == 1 and '<details><summary><h2 id="s0">a.txt' in page


def test_one_text_needs_no_table() -> None:
    """Its head says all."""
    assert 'class="overview"' not in html.render(scanned(WRONG), Style())
