"""
Every template is registered, and finds by itself what its manual says, and leaves alone what it says.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from manuals import FINDS, examples, page_of, told

import factcheck.discover.templates
from factcheck.discover.proposal import Proposal
from factcheck.discover.templates import TEMPLATES, proposals
from factcheck.facts.page import Page
from factcheck.model.relation import stated_in

HELPERS = {"__init__", "chain", "guard", "moved", "slot", "unit"}


def numbers(page: Page, proposal: Proposal) -> set[str]:
    """The numbers of a relation as they are printed."""
    rule = proposal.rule()
    assert rule is not None
    spans = [its.quantity for its in stated_in(rule.relation)]
    return {" ".join(page.text[its.number_start : its.number_end].split()) for its in spans}


LEAVES = [(name, text) for name in TEMPLATES for text in examples(name, "Leaves alone")]


@pytest.mark.parametrize(("name", "example"), FINDS, ids=lambda its: " ".join(its.split())[:40])
def test_a_template_finds_what_its_manual_says(name: str, example: str) -> None:
    """By itself: one broken relation of the kind that is named, with the numbers that are named."""
    head, _, text = example.partition("\n")
    kind, _, said = head.partition(" ")
    page = page_of(text)
    found = [its for its in proposals(name, page) if its.kind == kind]
    assert [numbers(page, its) for its in found] == [{its.strip() for its in said.split(";")}]
    assert told(page, found) == [kind]


@pytest.mark.parametrize(("name", "text"), LEAVES, ids=lambda its: " ".join(its.split())[:40])
def test_a_template_leaves_alone_what_its_manual_says(name: str, text: str) -> None:
    """It may see a relation there, but none that is broken."""
    page = page_of(text)
    assert told(page, list(proposals(name, page))) == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_manual_has_more_that_must_stay_silent(name: str) -> None:
    """Quiet first: no fewer texts are left alone than found, and some of each."""
    assert 1 <= len(examples(name, "Finds")) <= len(examples(name, "Leaves alone"))


def test_every_file_is_registered_and_every_word_is_a_file() -> None:
    """A template is a file and a word in TEMPLATES, both ways round."""
    folder = Path(factcheck.discover.templates.__file__).parent
    assert {path.stem for path in folder.glob("*.py")} - HELPERS == set(TEMPLATES)
