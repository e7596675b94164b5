"""
What the fields of a fact are, a sentence a row; and that harmless edits change none of them.
"""

from __future__ import annotations

import pytest

from factcheck.facts.page import Page
from factcheck.model.fact import Fact
from factcheck.reader import read
from factcheck.sources import document, prose


def facts(text: str) -> tuple[Fact, ...]:
    """The facts of a text."""
    words = document(text, "text.txt")
    masked, spans = prose(words)
    return Page(words, read(masked, spans), masked).facts


def roles(text: str) -> list[str]:
    """The numbers of a text, each with its roles."""
    return [f"{fact.quantity.text}: {'+'.join(sorted(fact.roles)) or '-'}" for fact in facts(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales rose 12% to $41 million from $37 million.", ["12%: change", "$41 million: new", "$37 million: old"]),
        ("A drop of 17.9 percent followed.", ["17.9 percent: change"]),
        ("A 12% increase over the 3,700 of 2009 was reported.", ["12%: change", "3,700: old"]),
        ("It has 12 of the 48 towns.", ["12: part", "48 towns: whole"]),
        ("The dead were 12 women, three of them nurses.", ["12 women: new", "three: part"]),
        ("It sold 400 shares at $12.50 a share.", ["400 shares: -", "$12.50 a share: factor"]),
        ("It hired 12 people from 45 towns.", ["12 people: -", "45 towns: whole"]),
        ("It was a record of 45 goals.", ["45 goals: new+rank"]),
        ("They took 23 guns and 40 knives, a total of 63 arms.", ["23 guns: -", "40 knives: -", "63 arms: total"]),
    ],
)  # fmt: skip
def test_the_words_around_a_number_give_its_roles(text: str, expected: list[str]) -> None:
    """The word that it hangs on, the noun whose "of" it is, what stands behind it."""
    assert roles(text) == expected
