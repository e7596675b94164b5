"""
Whether two facts state one fact: what forbids it, and what speaks for it.
"""

from __future__ import annotations

import pytest

from factcheck.facts.page import Page
from factcheck.facts.same import COUNTS, FIELDS, FLAGS, TENTHS, TESTS, VETOES, features, same
from factcheck.model import table
from factcheck.model.fact import Fact
from factcheck.reader import read
from factcheck.sources import document, prose


def facts(text: str) -> tuple[Fact, ...]:
    """The facts of a text."""
    its = document(text, "text.md")
    words, spans = prose(its)
    return Page(its, read(words, spans), words).facts


@pytest.mark.parametrize(
    ("text", "veto"),
    [
        ("They paid $45 million. They own 45 million of them.", "in different units"),
        ("Sales rose 12% on Monday. The tax is 12% of the price.", "in different roles"),
        ("Five victims were found. Six officers were hurt.", "of different things"),
        ("They met 14-year-old Jane Doe #1. They met 15-year-old Jane Doe #2.", "of different persons"),
        ("A 14-year-old girl was hurt. A 15-year-old girl was hurt.", "of different persons"),
        ("Ada Roe, 42, was charged. Bo Roe, 24, was charged.", "of different persons"),
        ("In 2019 it sold 315 cars. In 2020 it sold 325 cars.", "of different times"),
        ("It sold 315 cars. A year earlier it sold 325 cars.", "of different times"),
        ("There were 12 deaths in Italy. There were 14 deaths in France.", "of different places"),
    ],
)
def test_a_conflict_is_a_veto(text: str, veto: str) -> None:
    """Whatever else speaks for it."""
    first, *_, again = facts(text)
    assert same(first, again).veto == veto


@pytest.mark.parametrize(
    "text",
    [
        "The firm will pay $72.5 million to end claims. A charge covers the $75.2 million settlement.",
        "Police arrested five men on Monday. The six men are held in Rome.",
        "Five people were hurt. Six victims were found.",
        "Ada Roe, 42, was charged. Roe, 24, drove the car.",
        "They met 14-year-old Jane Doe #1. The aunt of 15-year-old Jane Doe #1 called.",
        "A six-year-old boy was hurt. The eight-year-old boy was found.",
        "The price rose to $45 on Monday. It had been told on Tuesday that the price rose to $46.",
    ],
)
def test_nothing_forbids_it(text: str) -> None:
    """Where the words say nothing that conflicts."""
    first, *_, again = facts(text)
    assert same(first, again).veto == ""


def test_what_is_told_again_weighs_more_than_what_only_stands_there() -> None:
    """ "The" speaks for it, and so do a noun and words that both share."""
    text = "Police arrested 45 men on Monday. {} 46 men {}."
    known = same(*facts(text.format("The", "were arrested on Monday")))
    new = same(*facts(text.format("Then", "laughed")))
    assert {"the later told as known", "noun shared"} <= set(known.reasons)
    assert known.weight > new.weight


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("It cost $45 a share. It cost $45 a ticket.", "of different rates"),
        ("Police arrested five men. The other six men got away.", "of different scope"),
        ("Ada Roe paid $45. Ada Roe paid $46.", "name shared"),
        ("About 45 men left. Some 45 women left.", "hedge apart"),
        ("They paid 45 million dollars. They owe 45 dollars.", "scale word of one alone"),
        ("They paid $45 on Monday. They paid $46 on Monday.", "printed alike"),
    ],
)
def test_a_reason_is_named(text: str, reason: str) -> None:
    """In words that a reader can disagree with."""
    first, *_, again = facts(text)
    assert reason in set(features(first, again))


def test_each_weight_belongs_to_a_thing_that_is_asked() -> None:
    """A name in the table that nothing yields would weigh nothing, in silence."""
    asked = {pattern.format(what) for what in FIELDS for pattern in ("{} shared", "{} apart", "{} of one alone")}
    asked |= {pattern.format(what) for what in FLAGS for pattern in ("the first {}", "the later {}", "both {}")}
    asked |= {*TESTS, *(f"{count} words of the sentences shared" for count in COUNTS)}
    asked |= {f"{tenths} tenths of the sentence shared" for tenths in TENTHS}
    assert table.read("sameness")["pair"].keys() <= asked
    assert all(name[0].islower() for name in VETOES)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Ada Roe, 42, of Rome was charged.", {"ada", "roe"}),
        ("They met 14-year-old John Doe #1 and fled.", {"john", "doe", "#1"}),
        ("They met 14-year-old John Doe 2, who fled.", {"john", "doe", "#2"}),
        ("The eight-year-old Anaheim boy was hurt.", {"boy"}),
        ("15-YEAR-OLD BOY HURT", {"boy"}),
        ("Police said the victim, 42, fled.", {"victim"}),
        ("Maria B. Lopez, aged 24, was charged.", {"maria", "lopez"}),
    ],
)
def test_an_age_is_somebodys(text: str, subject: set[str]) -> None:
    """A name, a numbered one too, or the noun that tells somebody."""
    assert facts(text)[0].subject == subject


@pytest.mark.parametrize("words", ["Roe was 42 years old when she joined.", "She met then-42-year-old Ann Poe."])
def test_an_age_at_another_time_is_told_as_such(words: str) -> None:
    """ "Then", "when" something was."""
    assert facts(words)[0].when.relative == -1
