"""
Markdown is told apart block by block; code and markup are not prose.
"""

from __future__ import annotations

import pytest

from factcheck.model.document import BlockKind
from factcheck.sources import document


def kinds(text: str) -> list[tuple[str, int, int]]:
    """The blocks of a text: kind, level, number."""
    return [(its.kind.value, its.level, its.ordinal) for its in document(text, "a.md").blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# One\n\nTwo.\n", [("heading", 1, 0), ("paragraph", 0, 0)]),
        ("One\n===\n\nTwo\n---\n", [("heading", 1, 0), ("heading", 2, 0)]),
        ("* a\n* b\n", [("list_item", 1, 0)] * 2),
        ("1. a\n2. b\n", [("list_item", 1, 1), ("list_item", 1, 2)]),
        ("* a\n  * b\n* c\n", [("list_item", 1, 0), ("list_item", 2, 0), ("list_item", 1, 0)]),
        ("* a\n\n  more\n\nout\n", [("list_item", 1, 0), ("paragraph", 1, 0), ("paragraph", 0, 0)]),
        ("---\na: 1\n---\nText.\n", [("front_matter", 0, 0), ("paragraph", 0, 0)]),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n", [("table", 0, 0)]),
        ("> said\n", [("quote", 0, 0)]),
    ],
)
def test_a_block_has_its_kind_its_depth_and_its_number(text: str, expected: list[tuple[str, int, int]]) -> None:
    """Headings, paragraphs, items, tables and quotes, as a reader would tell them."""
    assert kinds(text) == expected


@pytest.mark.parametrize("text", ["```\n* a\n* b\n```\n", "Like this::\n\n    * a\n    * b\n", "---\n* a\n---\n"])
def test_what_is_no_prose_has_no_items_and_no_sentences(text: str) -> None:
    """A list in code is code."""
    its = document(text, "a.md")
    assert BlockKind.LIST_ITEM not in [block.kind for block in its.blocks]
    assert not any("* a" in text[start:end] for start, end in its.sentences)
