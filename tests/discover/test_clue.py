"""
What a text adds to two numbers that may be one: each thing that is weighed, and a text in which it is so.
"""

from __future__ import annotations

import pytest

from factcheck import document
from factcheck.discover.clue import CLASSES, MARGINS, SCORES, all_clues, class_of, weight
from factcheck.discover.kind import Kind, kinds
from factcheck.discover.templates.agree import SPARE
from factcheck.facts.page import Page
from factcheck.model import table
from factcheck.model.fact import Fact
from factcheck.reader import read
from factcheck.sources import prose


def pair(text: str, one: str, other: str) -> tuple[Kind, Fact, Fact]:
    """Two numbers of a text by their digits, with the kind that they are of."""
    text_read = document(text, "text.md")
    words, spans = prose(text_read)
    for kind in kinds(Page(text_read, read(words, spans), words)):
        said = {
            words[its.quantity.number_start : its.quantity.number_end].strip("$").split()[0]: its for its in kind.facts
        }
        if one in said and other in said:
            return kind, said[one], said[other]
    raise AssertionError(f"no kind has {one} and {other}")


def clues(text: str, one: str, other: str) -> set[str]:
    """All that is weighed of two numbers."""
    kind, first, again = pair(text, one, other)
    return set(all_clues(kind, first, again, kind.same(first, again)))


TOLD_TWICE = "The police seized 3,182 guns in May. A court in Rome saw {} guns."


@pytest.mark.parametrize(
    ("text", "one", "other", "clue"),
    [
        (TOLD_TWICE.format("3,128"), "3,182", "3,128", "two digits swapped"),
        (TOLD_TWICE.format("318"), "3,182", "318", "a digit more or less"),
        (TOLD_TWICE.format("3,128"), "3,182", "3,128", "significant digits: 4"),
        (TOLD_TWICE.format("3,128"), "3,182", "3,128", "both told once"),
        (TOLD_TWICE.format("3,128"), "3,182", "3,128", "one sentence apart"),
        (TOLD_TWICE.format("3,128"), "3,182", "3,128", "in one block"),
        (TOLD_TWICE.format("3,128"), "3,182", "3,128", "each alone in its sentence"),
        (TOLD_TWICE.format("3,128"), "3,182", "3,128", "no rival of either"),
        (TOLD_TWICE.format("3,128"), "3,182", "3,128", "no other number of what they count"),
        (TOLD_TWICE.format("3,128"), "3,182", "3,128", "1 words shared that no other sentence has"),
        (TOLD_TWICE.format("3,128"), "3,182", "3,128", "the first, told once, at the beginning"),
        ("He paid $72.5 million. It cost $72.6 million.", "72.5", "72.6", "both told once"),
        ("# Police seize 3,182 guns\n\nThey took 3,128 guns.", "3,182", "3,128", "the first, told once, in a heading"),
        ("They took 3,182 guns. The 3,128 guns are old.", "3,182", "3,128", "the later, told once, as known"),
        ("They took 3,182 guns. The 3,128 guns are old.", "3,182", "3,128", "the only counts of one thing"),
        ("It took over 3,100 guns. Some say 3,200 guns.", "3,100", "3,200", "the hedge of one reaches over the other"),
        (
            "They took 3,180 guns. With 20 more, 3,160 guns went.",
            "3,180",
            "3,160",
            "what lies between is told beside them",
        ),
        ("They took 3,182 guns. They kept 40 guns. They sold 3,128 guns.", "3,182", "3,128", "few sentences apart"),
    ],
)
def test_a_clue_is_seen(text: str, one: str, other: str, clue: str) -> None:
    """By the name that the table weighs."""
    assert clue in clues(text, one, other)


SOLD = "They took 3,182 guns. They sold 3,128 guns. {}"


@pytest.mark.parametrize(
    ("text", "one", "other", "clue"),
    [
        (SOLD.format("They kept 40 guns. They hid 50 guns. They lost 60 guns. They saw 70 guns."), "3,182", "3,128",
         "several others of what they count"),
        ("They took five guns. They sold six guns.", "five", "six", "in words"),
        ("They took five guns. They sold 6 guns.", "five", "6", "one in words"),
        (SOLD.format("They hid 3,182 guns."), "3,182", "3,128", "the first told elsewhere"),
        ("It cost $1.285 million. He paid $1,285.", "1.285", "1,285", "another scale word"),
        (SOLD.format("They saw 45 dogs. They fed 54 dogs."), "3,182", "3,128", "another pair one slip apart"),
        (SOLD.format("They saw 45 dogs. They fed 54 dogs. They hid 55 dogs."), "3,182", "3,128",
         "other pairs one slip apart"),
        (SOLD.format("They saw 45 dogs. They fed 46 dogs. They hid 47 dogs. They lost 48 dogs."), "3,182", "3,128",
         "many pairs one slip apart"),
        (SOLD.format("They hid 3,182 guns. They saw 4,444 men. They lost 4,444 men."), "3,182", "3,128",
         "half of the numbers told again"),
        (SOLD.format("They hid 3,182 guns. Some 5,611 men, 6,722 dogs and 7,833 cats came."), "3,182", "3,128",
         "some numbers told again"),
        (SOLD.format("They lost 54 cars."), "3,182", "3,128", "what lies between is told"),
        (SOLD.format("").replace("3,128 guns", "3,128 guns, 40 cars, 50 dogs and 60 cats"), "3,182", "3,128",
         "one among several"),
        ("Sales were 3,182 vs 2,460. Profits were 3,128 vs 1,357.", "3,182", "3,128", "each set against another"),
        ("Sales were 3,182 vs 2,460. It has 3,128 shops.", "3,182", "3,128", "one set against another"),
        ("They took 3,182 guns in May 2019. They sold 3,128 guns.", "3,182", "3,128", "a time is told between them"),
    ],
)  # fmt: skip
def test_what_the_rest_of_the_text_says_is_seen(text: str, one: str, other: str, clue: str) -> None:
    """Which others there are, what is told again, what is told between."""
    assert clue in clues(text, one, other)


@pytest.mark.parametrize(
    "clue",
    [
        "another scale word",
        "two digits swapped",
        "one is round",
        "in words",
        "far apart",
        "another pair one slip apart",
    ],
)
def test_a_clue_that_is_not_so_is_not_seen(clue: str) -> None:
    """3,182 and 3,184: one digit changed, near each other."""
    assert clue not in clues(TOLD_TWICE.format("3,184"), "3,182", "3,184")


@pytest.mark.parametrize(
    ("text", "one", "other", "sort"),
    [
        (TOLD_TWICE.format("3,128"), "3,182", "3,128", "three"),
        ("They took 45 guns. They sold 54 guns.", "45", "54", "two"),
        ("They took five guns. They sold six guns.", "five", "six", "few"),
    ],
)
def test_numbers_are_of_a_sort(text: str, one: str, other: str, sort: str) -> None:
    """By how many digits tell."""
    _, first, again = pair(text, one, other)
    assert class_of(first, again) == sort


def test_equal_numbers_are_weighed_as_a_slip_would_leave_them() -> None:
    """With what is to spare no more than the worst of what a slip in either leaves, so that a misprint is told."""
    text = "# Police seize 3,182 guns\n\nThe police seized {} guns in a raid on Monday."
    its = document(text.format("3,182"), "text.md")
    words, spans = prose(its)
    (kind,) = kinds(Page(its, read(words, spans), words))
    first, again = kind.facts
    broken = [weight(*pair(text.format(other), "3,182", other)) for other in ("3,183", "3,128", "3,582")]
    assert weight(kind, first, again) - SPARE <= min(broken)


def test_each_weight_of_the_table_belongs_to_a_clue() -> None:
    """A name that nothing yields would weigh nothing, in silence."""
    content = table.read("sameness")
    assert set(CLASSES) | {"threshold", "pair"} == set(content)
    steps = {f"a score of {step / 10:g} or more" for step in SCORES}
    steps |= {f"the {name} rival {step / 10:g} or more behind" for step in MARGINS for name in ("nearest", "other")}
    for sort in ("two", "three"):
        scores = {
            name for name in content[sort] if name.startswith(("a score of", "the nearest rival", "the other rival"))
        }
        assert scores <= steps
