"""
The tokens of a passage, as values: words, numerals, codes and single signs, with their offsets.

``reader/token.py`` makes them. They are kept with what was read (``Contents.tokens``), so that who looks for
the words around a number need not take the text apart again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from factcheck.model.regex import regex

PAD, WORD, CODE, NUMBER, SIGN = range(5)
"""Kinds of token; ``PAD`` stands before the first and behind the last."""

FRONT = 6
"""How many pads stand before the first token, so that a room may look back without asking."""
BACK = 10
"""How many stand behind the last."""
INDENT = 40
"""The deepest indentation of a line [code points]."""

HYPHENS = frozenset("-‐‑")
DASHES = frozenset("-‐‑–—−")

_SPACED = regex(r"\w (?:[.,;](?: |$)|- (?:year|month|week|day)s? - old\b|'s )")
_STOPS = frozenset({"", ".", "?", "!"})
_LITTLE = frozenset(
    "a an the and but or nor for of to in on at by up as vs via per off out with from into over".split()
)
"""Words that may have no capital in a headline: articles, conjunctions, prepositions (The New York Times style)."""
FEW = 3
"""A headline has as many other words."""
SENTENCE = 30
"""How far a sentence is looked through on each side [tokens]."""

_FRONT_WORDS, _BACK_WORDS = [""] * FRONT, [""] * BACK
_FRONT_KINDS, _BACK_KINDS = [PAD] * FRONT, [PAD] * BACK
_FRONT_STARTS, _BACK_STARTS = [-9] * FRONT, [-9] * BACK
_FRONT_ENDS, _BACK_ENDS = [-8] * FRONT, [-8] * BACK


class Tokens:
    """The tokens of one passage, as parallel lists; an index past the text holds an empty word."""

    __slots__ = ("_spaced", "ends", "kinds", "lowers", "starts", "text", "words")

    def __init__(self, text: str, words: list[str], kinds: Iterable[int], starts: list[int], ends: list[int]) -> None:
        self.text = text
        """The whole text, of which this is a passage."""
        self.words = [*_FRONT_WORDS, *words, *_BACK_WORDS]
        """As printed."""
        self.kinds = [*_FRONT_KINDS, *kinds, *_BACK_KINDS]
        self.starts = [*_FRONT_STARTS, *starts, *_BACK_STARTS]
        self.ends = [*_FRONT_ENDS, *ends, *_BACK_ENDS]
        self.lowers = "\0".join(self.words).lower().replace("’", "'").split("\0")
        """In lower case, with a plain apostrophe."""
        if len(self.lowers) != len(self.words):  # a zero byte in the text
            self.lowers = [word.lower() for word in self.words]
        self._spaced: bool | None = None

    def glued(self, index: int) -> bool:
        """Whether no space stands between a token and the one before it."""
        return self.starts[index] == self.ends[index - 1]

    def hyphen(self, index: int) -> bool:
        """Whether a token is a hyphen inside a word: "10-month"; "10 - month" in a text of spaced tokens."""
        if self.words[index] not in HYPHENS:
            return False
        before, after = self.starts[index] - self.ends[index - 1], self.starts[index + 1] - self.ends[index]
        return before == after and (not before or (before == 1 and self.spaced))

    @property
    def spaced(self) -> bool:
        """Whether the passage is printed token by token, as corpora are: "a 10 - month ban , he said ."."""
        if self._spaced is None:
            self._spaced = _SPACED.search(self.text, max(self.start, 0), max(self.end, 0)) is not None
        return self._spaced

    def headline(self, index: int) -> bool:
        """Whether the capitals around a token say nothing, for all words of its sentence but little ones have one."""
        first = last = index
        while self.words[first - 1] not in _STOPS and first > index - SENTENCE:
            first -= 1
        while self.words[last] not in _STOPS and last < index + SENTENCE:
            last += 1
        words = [word for word in self.words[first:last] if word.isalpha() and word not in _LITTLE]
        return len(words) >= FEW and not any(map(str.islower, words))

    def begins_line(self, index: int) -> bool:
        """Whether only white space stands between a token and the start of its line."""
        start = self.starts[index]
        before = self.ends[index - 1] if index > FRONT else max(0, start - INDENT)
        blank = self.text[before:start]
        if index == FRONT:
            return not blank.rpartition("\n")[2].strip() and ("\n" in blank or before == 0)
        return "\n" in blank

    def capital(self, index: int) -> bool:
        """Whether a token begins with a capital letter."""
        return self.words[index][:1].isupper()

    @property
    def start(self) -> int:
        """Where the passage's first token begins."""
        return self.starts[FRONT]

    @property
    def end(self) -> int:
        """Where its last token ends."""
        return self.ends[self.behind - 1]

    @property
    def behind(self) -> int:
        """The index behind the last token of the text; the first has ``FRONT``."""
        return len(self.words) - BACK

    def at(self, offset: int) -> int:
        """
        The token that an offset lies in, or else the last before it; ``FRONT - 1``, a pad, where there is none.
        """
        return bisect_right(self.starts, offset, FRONT, self.behind) - 1
