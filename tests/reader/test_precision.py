"""
How precisely a number is written, which words belong to it, and what a range and a restatement share.
"""

from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck.model.number import Rational
from factcheck.model.quantity import Modifier, Quantity
from factcheck.reader import read


def quantity(text: str) -> Quantity:
    (found,) = read(text).quantities
    return found


@pytest.mark.parametrize(
    ("text", "step", "significant"),
    [
        ("152.1 kg", Fraction(1, 10), Fraction(1, 10)),
        ("3.20 kg", Fraction(1, 100), Fraction(1, 10)),
        ("4,560 kg", 1, 10),
        ("$31.6 million", 100_000, 100_000),
        ("$30 million", 1_000_000, 10_000_000),
        ("four million doses", 1_000_000, 1_000_000),
        ("four million and five doses", 1, 1),
        ("two-thirds of the crop", 0, 0),
        ("hundreds of doses", 100, 0),
    ],
)
def test_the_precision_is_the_printed_one(text: str, step: Rational, significant: Rational) -> None:
    """One unit of the last printed place, and of the last place that is not a trailing zero."""
    assert (quantity(text).step, quantity(text).significant) == (step, significant)


@pytest.mark.parametrize(
    ("text", "counted", "noun"),
    [
        ("They seized 40 lethal nicotine doses.", "dose", "lethal nicotine doses"),
        ("They sold 30,000 oak, steel and plastic chairs.", "chair", "oak, steel and plastic chairs"),
        ("There was one clear answer to it.", "answer", "clear answer"),
        ("One answer can help.", "answer", "answer"),
        ("An 11-member jury met.", "member", "member"),
        ("One of the best teachers resigned.", "teacher", "of the best teachers"),
        ("Dozens of windows broke.", "window", "of windows"),
        ("It took six tries.", "try", "tries"),
        ("Nine boxes arrived.", "box", "boxes"),
        ("Five women and a dog came.", "woman", "women"),
        ("The choir has 14 first-time singers.", "singer", "first-time singers"),
    ],
)
def test_what_is_counted(text: str, counted: str, noun: str) -> None:
    """The head of the noun phrase in the singular, and the words that narrow it as printed."""
    found = quantity(text)
    assert (found.counted, found.unit) == (counted, None)
    assert found.noun is not None
    assert found.noun.removeprefix("of ").removeprefix("the ") == noun.removeprefix("of ").removeprefix("the ")


@pytest.mark.parametrize(
    ("text", "words", "modifier"),
    [
        ("approximately 234 kilograms", "approximately 234 kilograms", Modifier.APPROXIMATE),
        ("some 300 goats", "some 300 goats", Modifier.APPROXIMATE),
        ("almost 300 goats", "almost 300 goats", Modifier.APPROXIMATE),
        ("~45 g of salt", "~45 g", Modifier.APPROXIMATE),
        ("just under 20 percent", "just under 20 percent", Modifier.LESS_THAN),
        ("more than 300 goats", "more than 300 goats", Modifier.MORE_THAN),
        ("over a record 50 goats", "over a record 50 goats", Modifier.MORE_THAN),
        ("at least 12 goats", "at least 12 goats", Modifier.AT_LEAST),
        ("no fewer than 12 goats", "no fewer than 12 goats", Modifier.AT_LEAST),
        ("30 goats or more", "30 goats or more", Modifier.AT_LEAST),
        ("no more than 12 goats", "no more than 12 goats", Modifier.AT_MOST),
        ("up to 12 goats", "up to 12 goats", Modifier.UP_TO),
        ("as many as 12 goats", "as many as 12 goats", Modifier.UP_TO),
        ("dozens of goats", "dozens of goats", Modifier.AT_LEAST),
        ("a dozen goats", "a dozen goats", Modifier.APPROXIMATE),
        ("only 12 goats", "12 goats", Modifier.EXACT),
        ("exactly 4,000 goats", "4,000 goats", Modifier.EXACT),
        ("over three years", "three years", Modifier.EXACT),
        ("for over three years", "over three years", Modifier.MORE_THAN),
    ],
)
def test_the_hedge_belongs_to_the_quantity(text: str, words: str, modifier: Modifier) -> None:
    """A hedge is part of the text of its quantity; "over" before a time means "during"."""
    found = quantity(text)
    assert (found.text, found.modifier) == (words, modifier)


def test_words_can_make_a_number_exact() -> None:
    """A round number is meant to the unit where the words say so."""
    assert quantity("exactly 4,000 goats").exact
    assert not quantity("4,000 goats").exact


@pytest.mark.parametrize(
    ("text", "lower", "upper", "unit"),
    [
        ("It costs between $26 and $31 million.", 26_000_000, 31_000_000, "USD"),
        ("It costs $3 billion to $5 billion.", 3_000_000_000, 5_000_000_000, "USD"),
        ("It costs $200 to $4 million.", 200, 4_000_000, "USD"),
        ("It loses 10 to 20% of its weight.", 10, 20, "percent"),
        ("A 5-10W lamp is enough.", 5, 10, "watt"),
        ("Take three or four eggs.", 3, 4, None),
        ("The number is 1000 – 5000.", 1000, 5000, None),
    ],
)
def test_two_numbers_may_be_one_range(text: str, lower: Rational, upper: Rational, unit: str | None) -> None:
    """The ends of a range share the unit and a lost scale word; each stays readable by itself."""
    found = quantity(text)
    assert (found.value, found.lower, found.upper) == (None, lower, upper)
    assert (found.unit.name if found.unit else None) == unit
    assert [end.value for end in found.ends] == [lower, upper]
    assert found.modifier == Modifier.RANGE


def test_a_restatement_in_brackets_keeps_its_own_unit() -> None:
    """Both amounts are read, and the hedge holds for both."""
    kilograms, pounds = read("The bag held about 234 kilograms (516 lb) of rice.").quantities
    assert [kilograms.unit and kilograms.unit.name, pounds.unit and pounds.unit.name] == ["kilogram", "pound"]
    assert kilograms.modifier == pounds.modifier == Modifier.APPROXIMATE


def test_the_number_has_a_span_of_its_own() -> None:
    """Sign, currency sign and scale word belong to the number, the hedge and the noun do not."""
    text = "They seized over $31.6 million and four million pills."
    spans = [text[q.number_start : q.number_end] for q in read(text).quantities]
    assert spans == ["$31.6 million", "four million"]


def test_passages_are_read_each_as_a_text_of_its_own() -> None:
    """Offsets stay those of the whole text, and what is outside the passages is not read."""
    text = "Skip 7 goats. Take 12 goats."
    (found,) = read(text, [(14, len(text))]).quantities
    assert (found.text, text[found.start : found.end]) == ("12 goats", "12 goats")
