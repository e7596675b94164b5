"""
Every pattern is registered, and finds and leaves alone what its manual says.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import pattern_examples

import factcheck.discover
from factcheck.discover import PATTERNS, discover
from factcheck.engine import evaluate
from factcheck.model.finding import Finding, Severity
from factcheck.reader import read
from factcheck.sources import document, prose

HELPERS = {"__init__", "another", "clue", "draft", "kind", "near", "proposal", "untested"}


def scan(text: str) -> list[Finding]:
    """The errors and warnings of a text alone."""
    its = document(text, "text.md")
    words, spans = prose(its)
    findings = evaluate(discover(its, read(words, spans), words)).findings
    return [finding for finding in findings if finding.severity in (Severity.ERROR, Severity.WARNING)]


FINDS = [(name, text) for name in PATTERNS for text in pattern_examples(name, "Finds")]
LEAVES = [(name, text) for name in PATTERNS for text in pattern_examples(name, "Leaves alone")]


@pytest.mark.parametrize(("name", "text"), FINDS, ids=lambda its: " ".join(its.split())[:40])
def test_a_pattern_finds_what_its_manual_says(name: str, text: str) -> None:
    """A text below “Finds” is one finding."""
    assert len(scan(text)) == 1


@pytest.mark.parametrize(("name", "text"), LEAVES, ids=lambda its: " ".join(its.split())[:40])
def test_a_pattern_leaves_alone_what_its_manual_says(name: str, text: str) -> None:
    """No pattern says a word of a text below “Leaves alone”."""
    assert [finding.message for finding in scan(text)] == []


@pytest.mark.parametrize("name", PATTERNS)
def test_a_manual_has_more_that_must_stay_silent(name: str) -> None:
    """Quiet first: no fewer texts are left alone than found, and some of each."""
    assert 1 <= len(pattern_examples(name, "Finds")) <= len(pattern_examples(name, "Leaves alone"))


def test_every_file_is_registered_and_every_word_is_a_file() -> None:
    """A pattern is a file and a word in PATTERNS, both ways round."""
    folder = Path(factcheck.discover.__file__).parent
    cells = {path.stem for path in (folder / "cells").glob("*.py")} - {"__init__", "family", "grid", "sums"}
    assert {path.stem for path in folder.glob("*.py")} - HELPERS | cells == set(PATTERNS)
