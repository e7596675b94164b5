"""
The words of a page with their places: a text of its tree laid beside the file that it was parsed from.

The parser says where a text begins. Behind that the two run alike, but for character references (``&nbsp;``), line
ends, and tags that stand between words which the parser moved together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from factcheck.model.regex import regex
from factcheck.sources.layout import Piece, raised

_SPECIAL = regex(r"&[#\w]{1,40};?|\r\n?|<[^<>]{0,1000}>|<")
_RUN = regex(r"(?P<space>[ \t\n\r\f]+)|(?P<shy>\u00ad+)|[^ \t\n\r\f\u00ad]+(?: [^ \t\n\r\f\u00ad]+)*")
_HEIGHTS = {"sup": "superscript", "sub": "subscript"}


def pieces(source: str, node: Any, *, kept: bool) -> Iterator[Piece[int]]:
    """The words of a text node, each with its offset in the file; white space made single, but where it is ``kept``."""
    height = _height(node)
    for words, offset in _alike(source, node.origin_offset or 0, node.data or ""):
        if kept:
            yield Piece(words, offset)
            continue
        for run in _RUN.finditer(words):
            if run["space"]:
                yield Piece(" ", offset + run.start())
            elif not run["shy"]:
                yield Piece(raised(run[0], height), offset + run.start())


def _height(node: Any) -> str | None:
    """Whether a text stands above or below the line."""
    parent = node.parent
    for _ in range(2):
        if parent is None or parent.name in _HEIGHTS:
            break
        parent = parent.parent
    return _HEIGHTS.get(parent.name) if parent is not None else None


def _alike(source: str, offset: int, words: str) -> Iterator[tuple[str, int]]:
    """
    The parts of a text that stand in the file as they are, each with its offset there.

    >>> list(_alike("<p>1&nbsp;200 kg", 3, "1\\xa0200 kg"))
    [('1', 3), ('\\xa0', 4), ('200 kg', 10)]
    """
    at = 0
    while at < len(words):
        special = _SPECIAL.search(source, offset)
        plain = min((special.start() if special else len(source)) - offset, len(words) - at)
        if plain > 0:
            yield words[at : at + plain], offset
            at, offset = at + plain, offset + plain
        if special is None:
            break
        if at < len(words):
            taken = _taken(special, words, at)
            if taken:
                yield words[at : at + taken], offset
            at, offset = at + taken, special.end()
    if at < len(words):
        yield words[at:], min(offset, len(source))


def _taken(special: re.Match[str], words: str, at: int) -> int:
    """How many code points of the text what is written otherwise in the file stands for; 0 for a tag."""
    written = special[0]
    if words.startswith(written, at):
        return len(written)
    if written[0] == "&":
        return len(unescape(written))
    return 1 if written[0] == "\r" or written == "<" else 0
