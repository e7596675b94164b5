"""
The article alone, without any record: clean as it is, and every one of six planted errors is found.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.discover import discover
from factcheck.engine import evaluate
from factcheck.model.finding import Finding, Severity
from factcheck.reader import read
from factcheck.sources import document, prose

ARTICLE = (Path(__file__).parents[2] / "seeds" / "dark-huntor.txt").read_text(encoding="utf-8")

PLANTED = [
    ("47 in Germany", "74 in Germany", "balance", Severity.ERROR),
    ("150 individuals", "155 individuals", "balance", Severity.ERROR),
    ("21.6 kg", "216 kg", "balance", Severity.ERROR),
    ("seized four million", "seized five million", "agree", Severity.WARNING),
    ("$700,000 in cryptocurrency", "$7 million in cryptocurrency", "part", Severity.ERROR),
    ("the Netherlands, Switzerland, ", "the Netherlands, ", "subset", Severity.WARNING),
]


def scan(text: str) -> list[Finding]:
    """The errors and warnings of a text alone."""
    its = document(text, "article.txt")
    words, spans = prose(its)
    findings = evaluate(discover(its, read(words, spans), words)).findings
    return [finding for finding in findings if finding.severity in (Severity.ERROR, Severity.WARNING)]


@pytest.mark.parametrize("text", [ARTICLE, ARTICLE.partition("One thought on")[0]], ids=["with", "without"])
def test_the_article_is_clean_with_and_without_the_readers_comment(text: str) -> None:
    """What a reader wrote below it is not the article."""
    assert scan(text) == []


@pytest.mark.parametrize(("right", "wrong", "kind", "severity"), PLANTED, ids=[its[1] for its in PLANTED])
def test_a_planted_error_is_found(right: str, wrong: str, kind: str, severity: Severity) -> None:
    """One number, or one name, is changed: one finding of that kind."""
    assert ARTICLE.count(right) == 1
    (finding,) = scan(ARTICLE.replace(right, wrong))
    assert (finding.kind, finding.severity) == (kind, severity)


def test_the_number_that_was_mistyped_is_named() -> None:
    """74 in Germany: 47 would fit, two digits swapped."""
    (finding,) = scan(ARTICLE.replace("47 in Germany", "74 in Germany"))
    assert [(its.printed, its.would_fit) for its in finding.suspects] == [("74", "47")]
