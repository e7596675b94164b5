"""
What a text adds to the words of two numbers that may be one: how they are printed, whether either is told elsewhere,
which others might be meant.

The weights are set by hand after the logarithms of odds that a regression finds, over two thousand misprints put into
releases and news (positives, read again once broken) and the pairs of clean texts one slip apart (negatives).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.discover.kind import MOST_FEW, Kind, is_few, value_of
from factcheck.facts.page import Page
from factcheck.facts.person import is_age
from factcheck.facts.same import same
from factcheck.model.fact import Fact
from factcheck.model.number import magnitude
from factcheck.model.quantity import Quantity
from factcheck.model.reading import is_round
from factcheck.model.slip import SlipKind, digits, slip_between

BIAS = -31
"""What speaks against it before anything is known: most numbers that look alike are two [as ``CLUES``]."""
FORBIDDEN = -1000
"""The weight of what cannot be [as ``CLUES``]."""
CLUES: Mapping[str, int] = {
    "two digits swapped": 33,
    "another scale word": 30,
    "a number of two digits turned round": 27,
    "the only counts of one thing": 24,
    "four digits or more": 16,
    "three digits": 14,
    "no other number of what they count": 6,
    "both told once": 5,
    "told at the beginning": 4,
    "a few": 1,
    "one digit": -3,
    "one is round": -5,
    "what lies between is told": -5,
    "several others of what they count": -7,
    "in words": -17,
    "one of one significant digit": -19,
    "one significant digit": -46,
    "what lies between is told beside them": -90,
}
"""How much what the text adds speaks for one fact, or against it [tenths of a natural logarithm of odds]."""


def weight(kind: Kind, first: Fact, again: Fact) -> int:
    """How much speaks for two numbers being one, by what is said of them and by the text."""
    found = same(first, again)
    if found.veto:
        return FORBIDDEN
    return BIAS + found.weight + sum(CLUES.get(its, 0) for its in clues(kind, first, again))


def clues(kind: Kind, first: Fact, again: Fact) -> Iterator[str]:
    """What the text says of two numbers that are equal or one slip apart."""
    one, other = first.quantity, again.quantity
    equal = one.value == other.value
    told = max(kind.told(first), kind.told(again)) - equal
    yield "both told once" if told == 1 else "one told again elsewhere"
    yield from _of_form(kind.page, first, again)
    if not equal:
        yield from _of_slip(one, other)
    rivals = kind.rivals(first, again)
    if not rivals:
        yield "no other number of what they count"
        if told == 1 and (again.known or first.title) and _count_one_thing(first, again):
            yield "the only counts of one thing"
    elif rivals > _FEW:
        yield "several others of what they count"
    if first.block < _FIRST:
        yield "told at the beginning"
    if not equal and not is_age(one):
        yield from _between(kind, first, again)


_FEW = 3
"""So many rivals may still be told apart by their words [values]."""
_FIRST = 3
"""The first blocks of a text are its headline, its dateline and its lead [blocks]."""


def _of_form(page: Page, first: Fact, again: Fact) -> Iterator[str]:
    """How two numbers are printed."""
    one, other = first.quantity, again.quantity
    if is_few(first) and is_few(again):
        yield "a few"
    elif not is_age(one):
        yield _digits(page, first, again)
        significant = [len(digits(its)) for its in (one, other)]
        if max(significant) < 2:
            yield "one significant digit"
        elif min(significant) < 2:
            yield "one of one significant digit"
    if is_round(one) or is_round(other):
        yield "one is round"


def _of_slip(one: Quantity, other: Quantity) -> Iterator[str]:
    """What parts two numbers, where chance seldom does."""
    slip = slip_between(one, other)
    if slip == SlipKind.SHIFT:
        yield "another scale word"
    elif slip == SlipKind.SWAP:
        two = min(len(digits(its)) for its in (one, other)) < 3
        yield "a number of two digits turned round" if two else "two digits swapped"


def _between(kind: Kind, first: Fact, again: Fact) -> Iterator[str]:
    """Whether what lies between two numbers is told: "346 homes …; with 18 more, the 364 homes"."""
    gap = magnitude(value_of(first) - value_of(again))
    sentences = kind.sentences.get(gap, set()) if gap not in (value_of(first), value_of(again)) else set()
    if first.sentence in sentences or again.sentence in sentences:
        yield "what lies between is told beside them"
    elif sentences and gap > MOST_FEW:
        yield "what lies between is told"


def _count_one_thing(one: Fact, other: Fact) -> bool:
    """Whether two numbers count by one noun, and nothing says that the later counts those of something else."""
    if is_age(one.quantity):
        return True
    noun = one.quantity.counted
    return noun is not None and noun == other.quantity.counted and other.measure.of <= one.around


def _digits(page: Page, first: Fact, again: Fact) -> str:
    """How many digits are printed, at least."""
    spans = [(its.quantity.number_start, its.quantity.number_end) for its in (first, again)]
    printed = min(sum(character.isdigit() for character in page.text[start:end]) for start, end in spans)
    return _PRINTED[min(printed, len(_PRINTED) - 1)]


_PRINTED = ("in words", "one digit", "two digits", "three digits", "four digits or more")
