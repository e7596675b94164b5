"""
A line of plain text that lets a finding pass: `factcheck: ignore KIND reason`, for a text that has no comments.
"""

from __future__ import annotations

import pytest

from factcheck import document, scan
from factcheck.model.document import BlockKind

WRONG = "The raids led to 12 arrests: seven in Rome and six in Milan."


@pytest.mark.parametrize(
    "text",
    [
        f"factcheck: ignore balance as printed\n{WRONG}\n",
        f"factcheck: ignore balance -- as printed\n\n{WRONG}\n",
        f"{WRONG}\nfactcheck: ignore balance as printed\n",
        f"One.\n\n  factcheck: ignore balance, part until 2999-01-01 as printed\r\n{WRONG}\n",
    ],
)
def test_a_line_lets_the_finding_beside_it_pass(text):
    """Above the paragraph or at its end, joined to it or apart."""
    report = scan(document(text, "a.txt"))
    assert not [its for its in report.findings if its.severity == "error"]
    assert [its.reason for its in report.silenced] == ["as printed"]


@pytest.mark.parametrize(
    "line",
    [
        "factcheck: ignore balance",
        "factcheck: ignore nothing as printed",
        "factcheck: ignore balance until soon as printed",
        "factcheck: ignore",
    ],
)
def test_a_line_that_cannot_be_read_is_told_and_hides_nothing(line):
    """A reason is asked for, and a kind that exists."""
    kinds = {its.kind: its.severity for its in scan(document(f"{line}\n{WRONG}\n", "a.txt")).findings}
    assert kinds["balance"] == "error" and kinds["ignore"] == "warning"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", f"factcheck: ignore balance as printed\n\n{WRONG}\n"),
        ("a.txt", f"He wrote factcheck: ignore balance as printed. {WRONG}\n"),
        ("a.txt", f"factcheck: the editor ignores nothing.\n{WRONG}\n"),
    ],
)
def test_other_words_hide_nothing(name, text):
    """Markdown has comments; words within a line, and other lines, are the text's own."""
    assert [its.kind for its in scan(document(text, name)).findings if its.severity == "error"] == ["balance"]


def test_the_numbers_of_the_line_are_none_of_the_text():
    """A reason may hold some; the words around it keep their places."""
    text = f"factcheck: ignore balance the 99 are 98 others\n{WRONG}\n"
    made = document(text, "a.txt")
    assert made.blocks[0].kind == BlockKind.FURNITURE and text[made.blocks[1].start :].startswith("The raids")
    report = scan(made)
    assert [place.text for place, _, _ in report.coverage.numbers] == ["12 arrests", "seven", "six"]
