"""
Laws of reading, over the repository's own texts and over made sentences: what must change nothing does not.

benchmarks/reading_laws.py runs the same edits over any text and prints the share on which each holds.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from differential import sentences
from hypothesis import given, settings
from hypothesis import strategies as st
from laws import LAWS, Edit, another_number, broken, title_case, upper_case
from read_speed import sentence as made_sentence

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data"
TEXTS = [ROOT / "seeds" / "dark-huntor.txt", DATA / "newsroom.jsonl", *sorted(DATA.rglob("*.txt"))]
OF_CAPITALS = (title_case, upper_case)
"""Capitals are evidence of names: without them a few numbers behind words cannot be told from labels."""

OWN = sorted({sentence for path in TEXTS for sentence in sentences(path)})

NOUNS = st.sampled_from(["goats", "people", "new ferries", "arrests", "lethal doses", "kilos of meth", "miles", "%"])
NUMBERS = st.one_of(
    st.integers(11, 989).map(str),
    st.integers(10_001, 989_999).map("{:,}".format),
    st.decimals("1.1", "98.9", places=1).map(str),
    st.integers(2, 9).map("{} million".format),
)
HEDGES = st.sampled_from(["", "about ", "more than ", "at least ", "nearly "])
CLAUSES = st.sampled_from(
    [
        "The mayor counted {} in the harbour",
        "Sales rose by {} in May",
        "Nobody on the committee, a body of elders, had seen {} before",
        "They found {} in Spain and {} in France",
        "It said that {} were lost, and that {} came back",
    ]
)


@st.composite
def made(draw: st.DrawFn) -> str:
    """A sentence with one or two quantities."""
    clause = draw(CLAUSES)
    amounts = [f"{draw(HEDGES)}{draw(NUMBERS)} {draw(NOUNS)}".replace(" %", "%") for _ in range(clause.count("{}"))]
    return clause.format(*amounts) + "."


def test_there_are_texts_to_try_the_laws_on() -> None:
    """A law over no sentences would hold."""
    assert len(OWN) > 50


@pytest.mark.parametrize("law", [law for law in LAWS if law not in OF_CAPITALS], ids=lambda law: law.__name__)
def test_a_law_holds_over_our_own_texts(law: Edit) -> None:
    """Surroundings, quotes, brackets, spaces, markup and spaced tokens change nothing; another number, its value."""
    breaches = [breach for text in OWN if (breach := broken(text, law, random.Random(text)))]
    assert breaches == []


@pytest.mark.parametrize("law", OF_CAPITALS, ids=lambda law: law.__name__)
def test_capitals_change_little(law: Edit) -> None:
    """In a headline capitals say nothing, and most numbers are read as in a sentence."""
    breaches = [breach for text in OWN if (breach := broken(text, law, random.Random(text)))]
    assert len(breaches) <= len(OWN) // 20, breaches


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
@given(made(), st.integers(0, 99))
@settings(deadline=None, max_examples=40)
def test_a_law_holds_over_made_sentences(law: Edit, text: str, seed: int) -> None:
    """Every law, whatever the numbers, hedges and nouns; of capitals too."""
    assert broken(text, law, random.Random(seed)) is None


@given(st.integers(0, 9999))
@settings(deadline=None, max_examples=60)
def test_another_number_changes_the_value_and_nothing_else(seed: int) -> None:
    """In sentences as news has them."""
    text, _ = made_sentence(random.Random(seed))
    assert broken(text, another_number, random.Random(seed)) is None
