"""
The reader: what a text states, as quantities, lists of names, breakdowns and dates, with their places.

>>> contents = read("Over $31.6 million was seized; 65 arrests in the U.S., one in Bulgaria.")
>>> [(quantity.text, str(quantity.modifier), quantity.value) for quantity in contents.quantities]
[('Over $31.6 million', 'more_than', 31600000), ('65 arrests', 'exact', 65), ('one', 'exact', 1)]
>>> [(item.counted, item.place.key) for item in contents.breakdowns[0].items]
[('arrest', 'united states'), ('arrest', 'bulgaria')]

It is a pipeline of small rooms (reader/passage.py lists them), plain Python over the tables of words in
``model/en``. Time is linear in the length of the text: every room looks a bounded number of tokens around
a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.model.contents import Contents
from factcheck.model.quantity import Width
from factcheck.model.regex import regex
from factcheck.reader import name, passage
from factcheck.reader.found import Found

__all__ = ["read"]

_BLANK_LINE = regex(r"\n[^\S\n]*+\n\s*+")


def read(
    text: str, spans: Iterable[tuple[int, int]] | None = None, widths: Mapping[str, Width] | None = None
) -> Contents:
    """
    Everything that a text states, each in the order of the text.

    ``spans`` are passages (start, end) to read each as a text of its own, in order and without overlap
    [code points]; without them the text is read paragraph by paragraph. ``widths`` are those of hedges that
    a project decides itself, by their words or their modifier. Offsets are into ``text``. Any text can be
    read: nothing is raised.
    """
    found = Found()
    for start, end in _paragraphs(text) if spans is None else spans:
        for first, last in _pieces(text, start, end):
            passage.read_passage(text, first, last, found)
            found.names += name.lists(text, first, last)
    return found.contents(widths)


LONGEST = 20_000
"""The longest passage that is read as one [code points]: a longer one is no prose, and memory stays bounded."""


def _pieces(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """
    A passage in pieces of at most ``LONGEST``, cut behind a sentence, or else at a space, where there is one.

    >>> text = "a " * 15_000
    >>> [(first, last) for first, last in _pieces(text, 0, len(text))]
    [(0, 20000), (20000, 30000)]
    """
    while end - start > LONGEST:
        limit = start + LONGEST
        middle = start + LONGEST // 2
        cut = text.rfind(". ", middle, limit)
        if cut < 0:
            cut = text.rfind(" ", middle, limit)
        last = limit if cut < 0 else cut + 1
        yield start, last
        start = last
    yield start, end


def _paragraphs(text: str) -> Iterable[tuple[int, int]]:
    start = 0
    for match in _BLANK_LINE.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)
