"""
Text folded for comparison: white space, quotation marks and dashes made plain, offsets kept.

An editor's program turns straight quotes into curly ones and a double space into one; a quote must
still be found. Words and numbers are never folded.
"""

from __future__ import annotations

from bisect import bisect_right

from factcheck.model.regex import regex

# One code point for one code point, so that offsets stay; runs of white space are folded apart.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′ʼ´`", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000", " "),
        **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
    }
)
_RUN = regex("  +")
_UNPLAIN = regex("[\t\n\v\f\r\x1c-\x1f`]")
"""What ASCII has of it."""


class Folded:
    """
    A text and its folded form, with the offsets of either in the other.

    >>> folded = Folded("a  “b”")
    >>> folded.text, folded.original(2), folded.folded(3)
    ('a "b"', 3, 2)
    """

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        plain = text[start : len(text) if end is None else end].translate(_PLAIN)
        self._base = start
        # After each run of spaces: where the text goes on in either form.
        self._folded: list[int] = [0]
        self._original: list[int] = [0]
        pieces, at, length = [], 0, 0
        for run in _RUN.finditer(plain):
            pieces.append(plain[at : run.start() + 1])
            length += run.start() + 1 - at
            at = run.end()
            self._folded.append(length)
            self._original.append(at)
        pieces.append(plain[at:])
        self.text = "".join(pieces)

    def original(self, offset: int) -> int:
        """The offset in the text of an offset in the folded form."""
        at = bisect_right(self._folded, offset) - 1
        return self._base + self._original[at] + offset - self._folded[at]

    def passage(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the text of a passage of the folded form that is not empty."""
        at = bisect_right(self._folded, start) - 1
        first = self._base + self._original[at] + start - self._folded[at]
        # Most passages hold no run of spaces: they are as long in the text.
        whole = at + 1 == len(self._folded) or self._folded[at + 1] >= end
        return first, first + end - start if whole else self.original(end - 1) + 1

    def folded(self, offset: int) -> int:
        """The offset in the folded form of an offset in the text; inside a run of spaces, its end."""
        offset -= self._base
        at = bisect_right(self._original, offset) - 1
        end = self._folded[at + 1] if at + 1 < len(self._folded) else len(self.text)
        return min(self._folded[at] + offset - self._original[at], end)


def fold(text: str) -> str:
    """
    The folded form of some words, without white space around them.

    >>> fold(" the  “Dark Web” — ")
    'the "Dark Web" -'
    """
    plain = text if text.isascii() and not _UNPLAIN.search(text) else text.translate(_PLAIN)
    return (_RUN.sub(" ", plain) if "  " in plain else plain).strip()
