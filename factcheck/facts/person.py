"""
Whose age a number is: a name, a numbered one too ("Jane Doe #2"), or the noun that tells somebody ("the boy").

The name stands in front between commas ("Ada Roe, 42, of Rome"), or behind ("14-year-old Ann Poe"). Where neither
does ("Roe was 42"), the age is that of the subject of its clause. An age "then", "when" something was, or "at the
time" is one of another time.
"""

from __future__ import annotations

from factcheck.facts.mark import DETERMINER, FUNCTION
from factcheck.facts.sentence import Mention, Sentence
from factcheck.facts.word import stem
from factcheck.model.frozen import frozen
from factcheck.model.quantity import Quantity
from factcheck.model.tokens import FRONT, NUMBER, WORD
from factcheck.reader.inflection import singular
from factcheck.reader.vocabulary import vocabulary

REACH = 6
"""How far a name or a description is read [tokens]."""
_TITLES = frozenset({"jr", "sr", "jr.", "sr.", "ii", "iii"})
_NO_NAMES = _TITLES | frozenset({".", *"abcdefghijklmnopqrstuvwxyz"})
"""What a name may have or lack: a title, an initial."""


@frozen
class Person:
    """Who has an age, as the words beside it say."""

    names: frozenset[str] = frozenset()
    """The parts of the name in lower case, with the number of a numbered one: "jane", "doe", "#2"."""
    words: frozenset[str] = frozenset()
    """Where no name is said, the stems of the words that tell somebody: "boy"."""
    known: bool = False
    """Whether "the" stands before: somebody who was told of."""
    former: bool = False
    """Whether it is an age at another time."""


def is_age(quantity: Quantity) -> bool:
    """Whether a number is an age."""
    return quantity.unit is not None and quantity.unit.name == "year of age"


def person(sentence: Sentence, mention: Mention) -> Person:
    """Who has an age; empty where the words beside it do not say."""
    former = _is_former(sentence, mention)
    names, words = _behind(sentence, mention.last)
    if names or words:
        before = mention.first - 1
        return Person(names, words, sentence.lowers[before] in ("the", "this", "that"), former)
    names, words, known = _before(sentence, mention.first)
    return Person(names, words, known, former)


def _is_former(sentence: Sentence, mention: Mention) -> bool:
    lowers, last = sentence.lowers, mention.last
    behind = lowers[last + 1] if lowers[last] in (",", "years", "old") else lowers[last]
    return (
        "then" in lowers[max(FRONT, mention.first - 2) : mention.first]
        or behind in ("when", "then")
        or lowers[last : last + 3] == ["at", "the", "time"]
    )


def _behind(sentence: Sentence, at: int) -> tuple[frozenset[str], frozenset[str]]:
    """The name or the description right behind an age: "Jane Doe #2", "Anaheim man"."""
    last = at
    while last < min(at + REACH, sentence.end) and _is_named(sentence, last):
        last += 1
    if last > at and singular(sentence.lowers[last]) not in vocabulary().persons:
        return _names(sentence, at, last), frozenset()
    first = last
    while last < min(at + REACH, sentence.end) and _is_part(sentence, last):
        last += 1
    return frozenset(), _somebody(sentence, first, last) if last > first else frozenset()


def _somebody(sentence: Sentence, first: int, last: int) -> frozenset[str]:
    """The stem of the noun that tells somebody: "boy" of "Anaheim boy", and of "BOY HURT"."""
    persons = vocabulary().persons
    at = next((at for at in range(first, last) if singular(sentence.lowers[at]) in persons), last - 1)
    return frozenset((stem(sentence.lowers[at]),))


def _is_part(sentence: Sentence, at: int) -> bool:
    """Whether a token may be a part of a name or a description."""
    return sentence.tokens.kinds[at] == WORD and not sentence.marks[at] & FUNCTION and not sentence.is_finite(at)


def _is_named(sentence: Sentence, at: int) -> bool:
    return sentence.tokens.kinds[at] == WORD and sentence.tokens.capital(at) and not _shouts(sentence, at)


def _shouts(sentence: Sentence, at: int) -> bool:
    """Whether a word is in capitals, as all of a headline may be: then its capital says nothing."""
    word = sentence.tokens.words[at]
    return len(word) > 2 and word.isupper()


def _names(sentence: Sentence, first: int, last: int) -> frozenset[str]:
    """The parts of a name, with the number behind it: "Jane Doe #2", "John Doe 1"."""
    found = {sentence.lowers[at].removesuffix("'s") for at in range(first, last)} - _NO_NAMES
    at = last + 1 if sentence.lowers[last] == "#" else last
    if sentence.tokens.kinds[at] == NUMBER and (at > last or sentence.taken[at] <= 0):
        found.add("#" + sentence.tokens.words[at])
    return frozenset(found)


def _before(sentence: Sentence, at: int) -> tuple[frozenset[str], frozenset[str], bool]:
    """The name or the description before a comma: "Ada Roe, 42,", "the victim, 42,"."""
    if sentence.lowers[at - 1] == "aged":
        at -= 1
    last = at - 1
    if sentence.lowers[last] != ",":
        return frozenset(), frozenset(), False
    while sentence.lowers[last - 1] in _TITLES or sentence.lowers[last - 1] in (".", ","):
        last -= 1
    first = last
    while first > max(FRONT, last - REACH) and (
        _is_named(sentence, first - 1) or (sentence.lowers[first - 1] == "." and _is_named(sentence, first - 2))
    ):
        first -= 1
    if first < last:
        return _names(sentence, first, last), frozenset(), False
    if not _is_part(sentence, last - 1):
        return frozenset(), frozenset(), False
    while first > max(FRONT, last - REACH) and _is_part(sentence, first - 1):
        first -= 1
    known = bool(sentence.marks[first - 1] & DETERMINER) and sentence.lowers[first - 1] in ("the", "this", "that")
    return frozenset(), _somebody(sentence, first, last), known
