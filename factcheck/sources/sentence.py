"""
Sentences of a passage of prose.

A sentence ends at ``.``, ``!``, ``?`` or ``…`` (closing quotes and brackets go with it) before white
space and a capital, a digit or an opening mark; not after an abbreviation ("Mr.", "U.S." before a
name), an initial ("Kenneth A. Polite") or the number of a list item.

>>> [text[a:b] for text in ["He left the U.S. Army. It was 5 p.m. Mr. A. Roe left, too."]
...  for a, b in split(text, 0, len(text))]
['He left the U.S. Army.', 'It was 5 p.m. Mr. A. Roe left, too.']
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import table
from factcheck.model.document import Offsets
from factcheck.model.regex import regex

_END = regex(r"[.!?…][\"'”’)\]»]{0,3}\s+(?=[\"'“‘(\[«]?[A-Z0-9À-Þ$€£¥])")
_LAST_WORD = regex(r"[\w.’'-]{1,20}$")


def split(text: str, start: int, end: int) -> Iterator[Offsets]:
    """The sentences between two offsets, without the white space around them."""
    at = start
    for match in _END.finditer(text, start, end):
        if text[match.start()] == "." and _goes_on(text, at, match.start()):
            continue
        yield from _trimmed(text, at, match.end())
        at = match.end()
    yield from _trimmed(text, at, end)


def _goes_on(text: str, start: int, point: int) -> bool:
    """Whether the point belongs to an abbreviation, an initial or a list number."""
    word = _LAST_WORD.search(text, max(start, point - 20), point)
    if word is None:
        return False
    last = word.group().lower()
    if last in table.abbreviations():
        return True
    if len(last) == 1 and word.group().isupper():
        return True
    return last.isdecimal() and word.start() == start


def _trimmed(text: str, start: int, end: int) -> Iterator[Offsets]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
