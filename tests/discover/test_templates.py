"""
Every template is registered, and finds by itself what its manual says, and leaves alone what it says.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import factcheck.discover.templates
from factcheck.discover.proposal import Proposal
from factcheck.discover.templates import TEMPLATES, proposals, template
from factcheck.engine import evaluate
from factcheck.facts.page import Page
from factcheck.model.claim import ClaimSet
from factcheck.model.finding import Severity
from factcheck.model.relation import stated_in
from factcheck.reader import read
from factcheck.sources import document, prose

HELPERS = {"__init__", "chain", "guard", "moved", "slot", "unit"}


def examples(name: str, heading: str) -> list[str]:
    """The texts below a heading of a template's manual."""
    manual = template(name).__doc__ or ""
    block = re.search(rf"(?ms)^{heading}:\n(.*?)(?=^[A-Z][a-z ]+:$|\Z)", manual)
    assert block is not None, f"{name} has no “{heading}”"
    lines = [line.removeprefix("    ") for line in block[1].splitlines()]
    return [text.strip() for text in "\n".join(lines).split("\n---\n")]


def page_of(text: str) -> Page:
    """A text as templates see it."""
    its = document(text, "text.md")
    words, spans = prose(its)
    return Page(its, read(words, spans), words)


def told(page: Page, found: list[Proposal]) -> list[str]:
    """The kinds of the relations that are broken."""
    rules = tuple(rule for proposal in found if (rule := proposal.rule()) is not None)
    path = page.document.path
    report = evaluate(ClaimSet({}, rules, {path: page.document}, {path: page.contents}))
    return [its.kind for its in report.findings if its.severity in (Severity.ERROR, Severity.WARNING)]


def numbers(page: Page, proposal: Proposal) -> set[str]:
    """The numbers of a relation as they are printed."""
    rule = proposal.rule()
    assert rule is not None
    spans = [its.quantity for its in stated_in(rule.relation)]
    return {" ".join(page.text[its.number_start : its.number_end].split()) for its in spans}


FINDS = [(name, text) for name in TEMPLATES for text in examples(name, "Finds")]
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
