"""
Two numbers of the source that a rewrite has exchanged: each stands there, but in the words of the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.comparison.binding import Binding, Sameness, comparable
from factcheck.comparison.figure import Figure
from factcheck.facts.word import words_of
from factcheck.model.regex import regex

_CLEAR = 2
"""How many words more the exchanged pairs must share than the pairs as they stand."""
_FEW = 1
"""With more words in common a pair stands where it belongs."""
_MOST = 24
"""A paragraph with more numbers is a table [numbers]."""
_LONGEST = 400
"""A clause reaches at most so far to either side of its number [code points]."""
_CLAUSE = regex(r"[;:()—]|,|\b(?:and|while|whereas|but)\b")


def swapped(bindings: Sequence[Binding]) -> Iterator[tuple[Binding, Binding]]:
    """The pairs of a paragraph whose numbers stand in each other's words."""
    paragraphs: defaultdict[int, list[Binding]] = defaultdict(list)
    for its in bindings:
        if its.sameness == Sameness.STATED and its.source is not None and _is_exact(its):
            paragraphs[its.figure.page.block_at(its.figure.quantity.number_start)].append(its)
    for found in paragraphs.values():
        clauses: dict[int, set[str]] = {}
        for one, other in combinations(found[:_MOST], 2):
            if _is_swap(one, other, clauses):
                yield one, other


def _is_exact(binding: Binding) -> bool:
    assert binding.source is not None
    value = binding.figure.value
    return value is not None and value == binding.source.value and not binding.figure.places


def _is_swap(one: Binding, other: Binding, clauses: dict[int, set[str]]) -> bool:
    a, b = one.source, other.source
    if a is None or b is None or a is b or a.page is not b.page or a.value == b.value:
        return False
    if not comparable(one.figure.quantity, other.figure.quantity) or not comparable(a.quantity, b.quantity):
        return False
    if a.page.block_at(a.quantity.number_start) != b.page.block_at(b.quantity.number_start):
        return False
    for its in (one.figure, other.figure, a, b):
        if id(its) not in clauses:
            clauses[id(its)] = _clause(its)
    straight = _shared(one.figure, a, clauses) + _shared(other.figure, b, clauses)
    across = _shared(one.figure, b, clauses) + _shared(other.figure, a, clauses)
    return straight <= _FEW and across >= straight + _CLEAR


def _shared(one: Figure, other: Figure, clauses: dict[int, set[str]]) -> int:
    """How many words the clauses of two numbers share, what they count left out."""
    return len((clauses[id(one)] & clauses[id(other)]) - {one.noun, other.noun})


def _clause(figure: Figure) -> set[str]:
    """The stems of a number's own clause."""
    text, quantity = figure.page.text, figure.quantity
    start, end = figure.sentence
    start, end = max(start, quantity.start - _LONGEST), min(end, quantity.end + _LONGEST)
    before = max((its.end() for its in _CLAUSE.finditer(text, start, quantity.start)), default=start)
    behind = _CLAUSE.search(text, quantity.end, end)
    return words_of(text, before, quantity.number_start) | words_of(
        text, quantity.number_end, behind.start() if behind else end
    )
