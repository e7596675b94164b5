"""
Numbers that stand in one list, what opens it, and what may be the whole of what.
"""

from __future__ import annotations

import pytest

from factcheck.facts.covers import covers
from factcheck.facts.page import Page
from factcheck.reader import read
from factcheck.sources import document, prose


def page_of(text: str) -> Page:
    """A text as templates see it."""
    its = document(text, "text.md")
    words, spans = prose(its)
    return Page(its, read(words, spans), words)


def rows_of(text: str) -> list[tuple[list[str], str]]:
    """The lists of a text: their numbers as printed, and what opens them."""
    page = page_of(text)
    return [
        (
            [page.text[fact.quantity.number_start : fact.quantity.number_end] for fact in row.facts],
            row.opening.name.lower(),
        )
        for row in page.rows
    ]


@pytest.mark.parametrize(
    ("text", "numbers", "opening"),
    [
        ("The raids led to 150 arrests: 65 in Rome, 47 in Bari and 38 in Pisa.", ["65", "47", "38"], "sign"),
        ("The haul consisted of 36 kg of tea, 11 kg of khat and 4 kg of resin.", ["36", "11", "4"], "closed"),
        ("It seized 45 guns, including 28 pistols and 11 rifles.", ["28", "11"], "open"),
        ("Police held 22 people, of whom 14 were charged and eight released.", ["14", "eight"], "of_them"),
        ("They enrolled 3,118 patients (1,261 women and 1,857 men).", ["1,261", "1,857"], "bracket"),
        ("It will cut 1,200 jobs, 700 in Rome and 500 in Bari.", ["700", "500"], "comma"),
        ("The fund has 26,272 and 46,715 tonnes in store.", ["26,272", "46,715"], "none"),
        ("The choirs came from Spain (65), Italy (12) and France (4).", ["65", "12", "4"], "none"),
    ],
)
def test_numbers_side_by_side_are_one_list(text: str, numbers: list[str], opening: str) -> None:
    """With what opens it, whatever stands in brackets between them."""
    assert (numbers, opening) in rows_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose to 45 tonnes in Rome from 40 tonnes in Bari.",
        "It has nine flights, compared with 12 and 14 flights before.",
        "Profit was 12 tonnes: sales of 30 tonnes, less costs of 10 tonnes.",
        "An 11 and 13 year old girl sang.",
    ],
)
def test_what_is_compared_or_taken_away_is_no_sibling(text: str) -> None:
    """Nor is an age."""
    assert [numbers for numbers, _ in rows_of(text) if len(numbers) > 1] == []


def test_a_unit_that_was_left_out_is_that_of_the_siblings() -> None:
    """ "26,272 and 46,715 tonnes" are tonnes twice."""
    (row,) = page_of("The ports shipped 26,272 and 46,715 tonnes.").rows
    assert [fact.quantity.unit and fact.quantity.unit.name for fact in row.facts] == ["tonne", "tonne"]
    assert "unit" in row.facts[0].inherited


@pytest.mark.parametrize(
    ("text", "veto"),
    [
        ("It paid $5 million. It paid 30 kg.", "their units differ"),
        ("It sold 45 cars in 2019. It sold 12 cars in 2020.", "their times differ"),
        ("It paid $5 million. It paid $3 a share.", "one of them falls to each"),
    ],
)
def test_a_conflict_forbids_that_one_covers_the_other(text: str, veto: str) -> None:
    """Whatever else speaks for it."""
    whole, part = page_of(text).facts[:2]
    assert veto in covers(whole, part).vetoes


def test_the_same_noun_and_a_place_speak_for_a_part() -> None:
    """The frame of the whole lacks just what tells the part apart."""
    whole, part = page_of("The raids led to 150 arrests. There were 65 arrests in Italy.").facts[:2]
    covered = covers(whole, part)
    assert covered.may_be
    assert {"they count the same", "the part is narrowed"} <= set(covered.reasons)
