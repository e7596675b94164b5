"""
A break that the rewrite has of its source, and one of its own.
"""

from __future__ import annotations

from factcheck import compare, document
from factcheck.model.finding import Severity

SOURCE = "Police arrested 150 people: 65 in Rome, 47 in Milan and 24 in Turin."


def broken(rewrite: str) -> list[str]:
    """The kinds of the findings of a rewrite of the source that are errors or warnings."""
    report = compare(document(rewrite, "rewrite.txt"), document(SOURCE, "source.txt"))
    return [its.kind for its in report.findings if its.severity in (Severity.ERROR, Severity.WARNING)]


def test_a_break_that_is_copied_word_for_word_is_the_sources_matter() -> None:
    """A text compared with itself says nothing; scan tells of the source."""
    assert broken(SOURCE) == []


def test_a_break_in_other_words_is_told() -> None:
    """The rewrite says it anew."""
    assert broken("On Monday police arrested 150 people: 65 in Rome, 47 in Milan and 24 in Turin.") == ["balance"]
