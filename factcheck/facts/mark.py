"""
What a word may be to the numbers around it, looked up once a word: marks as bits, so that a sentence is a row of them.
"""

from __future__ import annotations

from functools import lru_cache

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
    return _grammar(word) | _change(word) | _telling(word)


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


def _change(word: str) -> int:
    words = lexicon()
    found = UP if word in ("up", "upward", "upwards") or word in words.upward else 0
    found |= DOWN if word in ("down", "downward", "downwards", "off") or word in words.downward else 0
    found |= LEVEL if word in words.verb("level") else 0
    for name, mark in (("rise", RISE), ("fall", FALL), ("change", CHANGE)):
        found |= mark if word in words.noun(name) else 0
    return found | (CHANGE if word in words.verb("alter") else 0)


def _telling(word: str) -> int:
    words = lexicon()
    begins = words.phrase("earlier").begins_with(word) or words.phrase("now").begins_with(word)
    begins = begins or word[:-2] in vocabulary().weekdays  # "Thursday's"
    found = TIME if begins else 0
    found |= BASIS if words.phrase("basis").begins_with(word) else 0
    expected = word in words.verb("foresee") or word in words.noun("expected") or word in _MODALS
    found |= EXPECTED if expected else 0
    return found | (DENIED if word in words.verb("deny") or word == "not" else 0)
