"""
The tokens of a passage: numerals, words, codes and single signs, with their offsets.

A numeral keeps its separators ("1,500,000", "31.6", "1 500 000"); a code is what looks like numbers
and counts nothing (a URL, "1.2.3", "10:45", "2021-10-27", "555-0123-44"); a word keeps its
apostrophes and the points of an abbreviation ("U.S.", "don't"). The text is walked once; every
alternative of the pattern is possessive, so nothing is ever tried twice.

>>> [token for token in tokenise("Over $31.6 million, the U.S. said.", 0, 34).words if token]
['Over', '$', '31.6', 'million', ',', 'the', 'U.S.', 'said', '.']
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from operator import add

from factcheck.model.regex import regex
from factcheck.model.tokens import CODE, NUMBER, SIGN, WORD, Tokens

_WORD = r"""
    (?!https?://|www\.)
    (?: (?>(?:[^\W\d_]\.){2,})                            # U.S.
    | [^\W\d_¼½¾⅐-⅞]++(?>(?:['’][^\W\d_]++)*)             # most tokens: they come first
    )
"""
_CODE = r"""
    (?:https?://|www\.)\S++                               # a URL
    | \d++(?: (?>(?:\.\d++){2,})                               # a version, an address
           | (?>(?:-\d++){2,})                                # 2021-10-27, a telephone number
           | (?>(?:/\d++){2,})                                # 27/10/2021
           | (?>(?::\d++){2,})                                # 1:02:03
           | (?>(?:[x×]\d++)+)(?!\.?\d|[\^²³⁰-⁹]|[-−–+]\d)        # 1920x1080, a 4x100 relay; not 3x10^6
           )
    | 0\d{2,4}[ ]\d{3,4}(?:[ ]\d{3,4})?(?![\d,.]\d)         # 0800 123 4567
    | \+\d{1,3}(?:[ ]\d{1,4}){3,4}(?!\d)                     # +44 20 7946 0958
    | \d{5}-\d{4}(?![\d-])                                 # 20528-0525: a ZIP code
    | \(\d{3}\)[ ]?\d{3}-\d{4}(?!\d)                        # (212) 555-0199
    | \d{1,2}:\d\d(?!\d|,\d)(?:\.\d++)?                    # a time of day, a race time
    | \d++:\d++(?>(?:,\d{3})*)                              # 3:1, a scale of 1:25,000
    | (?:1[5-9]|20)\d\d[-–/]\d\d(?!\d|[,.]\d|%)              # 2018/19: a fiscal year
    | \d++(?>(?:,\d{1,2}(?!\d)){2,})                        # 22,24,26: numbers of a list
"""
_NUMBER = r"""
    \d{1,3}(?>(?:,\d{3})+)(?![\d])(?:\.\d++)?             # 1,500,000.25
    | \d{1,2}(?>(?:,\d\d(?!\d))+),\d{3}(?![\d,])            # 1,00,000: lakhs
    | \d{1,3}(?>(?:[\u00a0\u2009\u202f]\d{3})+)(?!\d)(?:\.\d++)?  # 1 500 000 (SI Brochure 5.4.4)
    | \d{1,3}(?>(?:[ ]\d{3}){2,})(?![\d,])
    | \d{1,3}(?>(?:,\d{3}(?=,))*),(?!(?:1[5-9]|20)\d\d\b)\d{4,9}(?![\w,/-]|\.\d)  # 72,0000
    | (?!(?:1[5-9]|20)\d\d,)\d{4,9}(?>(?:,\d{3}(?!\d))+)(?![\w,/-]|\.\d)  # 7000,000
    | \d++,\d{1,2}(?![\d,])                                 # 1,3: a decimal comma
    | \d{1,3}[ ]\.[ ]\d{1,4}(?=[ ](?:%|percent|[bm]illion)) # 14 . 8 %: a text of spaced tokens
    | \d++(?:\.\d++)?
    | (?<![\w.])\.\d++
    | [¼½¾⅐-⅞]
"""
_PATTERN = regex(rf"(?: {_WORD} | (?=[\dhw(+.¼½¾⅐-⅞]) (?: {_CODE} | {_NUMBER} ) | \S ) \s*+", re.VERBOSE)
"""
A token and the white space behind it. It has no group, so that all tokens of a passage come as strings at once: three
times as fast as one match after the other (Python 3.11).
"""
_ONE_CODE = regex(_CODE, re.VERBOSE)
_EMPHASIS = regex(r"(?:(?<![^\s(\[“\"'‘])[*_]{1,3}(?=[^\s*_])|(?<=[^\s*_])[*_]{1,3}(?=[\s.,;:!?)\]%”’\"'—–-]|\Z))")
"""The marks of Markdown before and behind what is emphasised; "3 * 5", "3*5" and the mark of a list are none."""
_VULGAR = frozenset("¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")


def tokenise(text: str, start: int, end: int) -> Tokens:
    """The tokens of ``text[start:end]``, offsets into ``text``."""
    whole = text
    if text.find("*", start, end) >= 0 or text.find("_", start, end) >= 0:
        whole = _unmarked(text, start, end)
    found = _PATTERN.findall(whole, start, end)
    lengths = list(map(len, found))
    # White space stands before the first token, if anywhere between them.
    starts = list(accumulate(lengths, initial=end - sum(lengths)))
    starts.pop()
    words = list(map(str.rstrip, found))
    return Tokens(text, words, map(_kind, words), starts, list(map(add, starts, map(len, words))))


def _unmarked(text: str, start: int, end: int) -> str:
    """A text with the emphasis of a passage as spaces, offset for offset."""
    passage = _EMPHASIS.sub(lambda match: " " * len(match[0]), text[start:end])
    return text[:start] + passage


@lru_cache(maxsize=16384)
def _kind(word: str) -> int:
    """The kind of a token, which its own characters tell."""
    first = word[0]
    if (len(word) > 1 or first in "(+") and _ONE_CODE.fullmatch(word):
        return CODE
    if first.isdecimal() or word in _VULGAR or (first == "." and len(word) > 1):
        return NUMBER
    return WORD if first.isalnum() else SIGN
