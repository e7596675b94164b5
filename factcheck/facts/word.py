"""
The words of a passage as they are compared with those of another: content words, without inflection.
"""

from __future__ import annotations

from functools import lru_cache

from factcheck.model.quantity import Quantity
from factcheck.model.regex import regex
from factcheck.reader.noun import singular
from factcheck.reader.vocabulary import vocabulary

_WORD = regex(r"[A-Za-z]{3,}")
_LONGEST = 1200
"""How much of a passage is compared [code points]."""


def words_of(text: str, start: int, end: int) -> set[str]:
    """
    The stems of the content words between two offsets.

    >>> sorted(words_of("Police seized the drugs", 0, 23))
    ['drug', 'polic', 'seiz']
    """
    function = vocabulary().function
    return {
        stem(word.lower())
        for word in _WORD.findall(text[max(0, start) : min(end, start + _LONGEST)])
        if word.lower() not in function
    }


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """
    A word without what inflection adds.

    >>> stem("visits"), stem("visiting"), stem("visited")
    ('visit', 'visit', 'visit')
    """
    word = singular(word)
    for ending in ("ing", "ed", "es"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word.removesuffix(ending)
    return word.removesuffix("e")


def noun_words(quantity: Quantity) -> set[str]:
    """The stems of the counted noun and of the words that narrow it."""
    return {stem(its.lower()) for its in _WORD.findall(quantity.noun or "")}
