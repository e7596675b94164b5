"""
What a word may be to the numbers around it, looked up once a word: marks as bits, so that a sentence is a row of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from factcheck.model.lexicon import lexicon
from factcheck.reader.vocabulary import vocabulary

AUXILIARY = 1
"""An auxiliary: finite wherever it stands."""
VERB = 2
"""A form that is a verb more often than not: "said", "fell"."""
MAYBE_VERB = 4
"""A form that is a noun as well: "report", "cut"."""
PARTICIPLE = 8
"""A form in -ed that no table has."""
DETERMINER = 16
FUNCTION = 32
"""A function word: it ends a noun phrase."""
UP = 64
"""A verb or an adverb that says that something becomes more."""
DOWN = 128
RISE = 256
"""A noun for a change upward: "increase"."""
FALL = 512
CHANGE = 1024
"""A noun or a verb for a change of either way."""
TIME = 2048
"""The first word of a phrase of time: "now", "previously"."""
BASIS = 4096
"""The first word of a phrase that says on what a number is reckoned."""
EXPECTED = 8192
"""A word by which a number is only expected: "forecast", "would"."""
DENIED = 16384
LEVEL = 32768
"""A verb that leads to a value: "was", "reached"."""
AMOUNT = 65536
"""The first word of a phrase that says how much of its kind a number takes in: "the other", "another"."""

MOVES = UP | DOWN
CHANGES = MOVES | RISE | FALL | CHANGE

_MODALS = frozenset({"will", "would", "could", "may", "might", "should", "analysts"})
_AUXILIARIES = frozenset(
    "is are was were am has have had will would can could may might must shall should do does did isn't aren't wasn't "
    "weren't hasn't haven't hadn't won't wouldn't can't couldn't don't doesn't didn't".split()
)


@lru_cache(maxsize=32768)
def marks(word: str) -> int:
    """
    What a word in lower case may be, as bits.

    >>> bool(marks("fell") & DOWN), bool(marks("fell") & VERB), bool(marks("sales") & VERB)
    (True, True, False)
    """
    found = _grammar(word) | _meanings().get(word, 0)
    return found | (TIME if word[:-2] in vocabulary().weekdays else 0)  # "Thursday's"


def _grammar(word: str) -> int:
    known, words = vocabulary(), lexicon()
    found = AUXILIARY if word in _AUXILIARIES else 0
    if not word.endswith("ing"):
        if word in known.finite or word in words.verb("rise") or word in words.verb("fall"):
            found |= VERB
        elif word in known.verbs or word in words.verb("raise") or word in words.verb("cut"):
            found |= MAYBE_VERB
        elif word.endswith("ed") and len(word) > 4:
            found |= PARTICIPLE
    found |= DETERMINER if word in known.determiners else 0
    return found | (FUNCTION if word in known.function else 0)


@cache
def _meanings() -> dict[str, int]:
    """What the lexicon says of words, whatever they are in grammar: its marks by word."""
    words = lexicon()
    phrases: tuple[tuple[int, Iterable[str]], ...] = (
        (TIME, ("earlier", "now")),
        (BASIS, ("basis",)),
        (AMOUNT, ("rest", "again", "all_other", "undecided")),
    )
    groups: list[tuple[int, Iterable[str]]] = [
        (mark, words.phrase(name).openers()) for mark, names in phrases for name in names
    ]
    groups += [(mark, words.noun(name).words) for name, mark in (("rise", RISE), ("fall", FALL), ("change", CHANGE))]
    groups += [
        (UP, ("up", "upward", "upwards", *words.upward.words)),
        (DOWN, ("down", "downward", "downwards", "off", *words.downward.words)),
        (LEVEL, words.verb("level").words),
        (CHANGE, words.verb("alter").words),
        (EXPECTED, words.verb("foresee").words | words.noun("expected").words | _MODALS),
        (DENIED, ("not", *words.verb("deny").words)),
    ]
    found: dict[str, int] = {}
    for mark, some in groups:
        for word in some:
            found[word] = found.get(word, 0) | mark
    return found
