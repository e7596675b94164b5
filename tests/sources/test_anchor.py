"""
Anchoring: any quote of any text is found where it stands, exactly once or not at all.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.document import Document
from factcheck.sources import document
from factcheck.sources.anchor import Anchors, cuts
from factcheck.sources.fold import Folded, fold

words = st.sampled_from(
    ["arrests", "in", "Rome", "the", "12", "31.6", "1,200", "kg", "“so”", "it’s", "—", "of", "U.S.", "é"]
)
spaces = st.sampled_from([" ", " ", " ", "  ", "\n", "\u00a0", " \r\n"])
texts = st.lists(st.tuples(words, spaces), min_size=1, max_size=40).map(lambda its: "".join(w + s for w, s in its))


def anchors(text: str) -> Anchors:
    return Anchors(Document("x.txt", text, body=(0, len(text))))


def places_by_hand(text: str, quote: str) -> list[int]:
    """Every place of a quote that cuts nothing, by trying every offset of the folded text."""
    folded, wanted = Folded(text).text, fold(quote)
    found = [at for at in range(len(folded)) if wanted and folded.startswith(wanted, at)]
    return [at for at in found if not cuts(folded, at) and not cuts(folded, at + len(wanted))]


@given(texts, st.data())
def test_a_passage_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    """Cut a text at any two white spaces: the passage between is found, as often as it stands there."""
    edges = [0, *(match.end() for match in re.finditer(r"\s+", text))]
    start, end = sorted(data.draw(st.tuples(st.sampled_from(edges), st.sampled_from(edges))))
    quote = text[start:end].strip()
    found = anchors(text).find(quote, limit=1000)
    assert len(found) == len(places_by_hand(text, quote))
    for a, b in found:
        assert fold(text[a:b]) == fold(quote)


@given(texts, texts)
def test_any_quote_of_any_text_is_found_as_often_as_it_stands_there(text: str, quote: str) -> None:
    """The index of words gives what trying every offset gives."""
    assert len(anchors(text).find(quote, limit=1000)) == len(places_by_hand(text, quote))


@given(texts)
def test_offsets_survive_folding(text: str) -> None:
    """Every offset of the folded form stands for the same character of the text."""
    folded = Folded(text)
    for at, character in enumerate(folded.text):
        assert fold(text[folded.original(at)]) == fold(character)


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ('"Dark Web"', "The “Dark Web” has"),
        ("it's", "say it’s so"),
        ("a - b", "x a — b y"),
        ("over $31.6 million", "of  over  $31.6\nmillion in"),
    ],
)
def test_marks_dashes_and_white_space_are_folded(quote: str, text: str) -> None:
    """An editor's program turns quotes curly and spaces single; the quote still stands."""
    assert len(anchors(text).find(quote)) == 1


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("150 arre", "150 arrests"),
        ("50 arrests", "150 arrests"),
        ("6 kg", "21.6 kg"),
        ("21", "21.6 kg"),
        ("200", "200,000 pills"),
        ("000 pills", "200,000 pills"),
        ("$1.2 million", "$1.4 million"),
        ("…", "..."),
        ("arrests in rome", "arrests in Rome"),
        ("", "anything"),
    ],
)
def test_a_cut_or_other_word_or_number_is_not_found(quote: str, text: str) -> None:
    """Words and numbers are never matched loosely."""
    assert anchors(text).find(quote) == []


def test_prefix_and_suffix_settle_which_place_is_meant() -> None:
    """Two places of one quote, one prefix."""
    its = anchors("one found 45 guns, another found 45 cars")
    assert len(its.find("45")) == 2
    assert its.find("45", suffix="cars") == [(33, 35)]
    assert its.find("45", prefix="one found") == [(10, 12)]


def test_common_words_are_looked_up_together() -> None:
    """A quote of words that all stand everywhere is found by its pairs."""
    text = "".join(f"the man of the house {at} of the man the house of the {at} man. " for at in range(500))
    assert len(anchors(text).find("house 77 of the man the house")) == 1


def test_the_nearest_passages_share_rare_words() -> None:
    """For a quote that stands nowhere."""
    text = "Police held 150 people in Rome. The weather was fine. It rained in Milan."
    its = Anchors(document(text, "x.txt"))
    assert text[slice(*its.nearest("Police arrested 150 people")[0])].startswith("Police held")
