"""
The words that open a list of parts: "including", "such as", "primarily consisting of".

A list is open if its cue stands in the sentence just before the first part, inside the quote or not
(design/rounding.md); then it names some of the parts, not all of them.
"""

from __future__ import annotations

import re
from functools import cache

from factcheck.model import table

_REACH = 48
"""How far before the first part a cue may begin [code points]: "including, in the south alone, 65"."""


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(table.cues("open"), key=len, reverse=True)
    # Between the cue and the part there may be other words, but no number and no end of a clause.
    return re.compile(rf"\b({'|'.join(map(re.escape, words))})(?![\w-])[^.;:!?\d]*$", re.IGNORECASE)


@cache
def _marks() -> tuple[str, ...]:
    """Words one of which every cue holds: "include" for "included" as well."""
    words = table.cues("open")
    return tuple(word for word in words if not any(other != word and other in word for other in words))


def open_list_cue(text: str, start: int, offset: int) -> str:
    """
    The cue just before an offset, looked for no further back than ``start``; empty where there is none.

    >>> open_list_cue("150 arrests—including 65 in Rome", 0, 22)
    'including'
    >>> open_list_cue("150 arrests: 65 in Rome", 0, 13)
    ''
    """
    if not may_open_list(text, offset):
        return ""
    match = _pattern().search(text[max(start, offset - _REACH) : offset])
    return match[1].lower() if match else ""


def may_open_list(text: str, offset: int) -> bool:
    """
    Whether a cue may stand before an offset. Most numbers have none: that is seen for a quarter of what
    the pattern costs, and before anybody has looked for the beginning of the sentence.

    >>> may_open_list("150 arrests: 65 in Rome", 13), may_open_list("included. Then 65 in Rome", 15)
    (False, True)
    """
    words = text[max(0, offset - _REACH) : offset]
    if not words.isascii():
        return True
    return any(map(words.lower().__contains__, _marks()))
