"""
Quotations: the fewest words of a source that state a number, and nothing else, in one place only.

What is quoted holds the number with its hedge and its noun, as far as no other number stands between, and
is widened word by word until it is found once. Where other numbers are in the way, ``prefix`` or
``suffix`` settles the place (W3C TextQuoteSelector).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import chain

from factcheck.model.document import Document, Offsets
from factcheck.model.frozen import frozen
from factcheck.model.quantity import Quantity
from factcheck.model.regex import regex
from factcheck.sources.anchor import Anchors, cuts

_WORD = regex(r"\S+")
_LONGEST = 240
"""How far a quote is widened on either side [code points]."""
_NEAR = 24
"""How far behind a number its label may begin [code points]."""
_FEWEST = 2
"""A quote of one word is widened to so many, where that needs no other number [words]."""


@frozen
class Quotation:
    """The words to quote, white space made single, and what settles their place."""

    text: str
    prefix: str = ""
    suffix: str = ""


class Quoter:
    """Quotes the numbers of one document."""

    def __init__(self, document: Document, quantities: Sequence[Quantity]) -> None:
        self.document, self.text = document, document.text
        self.anchors = Anchors(document)
        numbers = sorted({its for one in quantities for its in _numbers(one)})
        self._starts = [start for start, _ in numbers]
        self._number_ends = [end for _, end in numbers]

    def number(self, quantity: Quantity, label: str = "") -> Quotation | None:
        """
        The quotation of one number, as far as its place or its label where they follow; ``None`` where no words
        settle which number it is.
        """
        lower, upper = self._room(quantity.number_start, quantity.number_end)
        start = quantity.start if lower <= quantity.start <= quantity.number_start else quantity.number_start
        end = max(quantity.number_end, *(its for its in self._ends_of(quantity, label) if its <= upper))
        return self._settled(*self._whole_words(start, end, lower, upper), lower, upper, _FEWEST)

    def _ends_of(self, quantity: Quantity, label: str) -> tuple[int, ...]:
        """Where the words may end that belong to a number: its noun, its place, what it is of."""
        place = quantity.place.end if quantity.place else 0
        at = self.text.find(label, quantity.end, quantity.end + len(label) + _NEAR) if label else -1
        return 0, quantity.end, place, at + len(label) if at >= 0 else 0

    def passage(self, start: int, end: int) -> Quotation | None:
        """The quotation of a passage as it stands, whatever numbers are in it; ``None`` as above."""
        return self._settled(start, end, start, end, 1)

    def _room(self, start: int, end: int) -> Offsets:
        """How far a quote may reach without another number, and without leaving the block."""
        block = self.document.block(start)
        body = self.document.body
        lower, upper = (max(block.start, body[0]), min(block.end, body[1])) if block else body
        before, after = bisect_right(self._number_ends, start) - 1, bisect_left(self._starts, end)
        if before >= 0:
            lower = max(lower, self._number_ends[before])
        if after < len(self._starts):
            upper = min(upper, self._starts[after])
        lower, upper = max(lower, start - _LONGEST), min(upper, end + _LONGEST)
        return min(lower, start), max(upper, end)

    def _whole_words(self, start: int, end: int, lower: int, upper: int) -> Offsets:
        """A passage that cuts no word: "10-month" for the "10" that was read."""
        while start > lower and cuts(self.text, start):
            start -= 1
        while end < upper and (
            cuts(self.text, end) or (self.text[end] == "-" and self.text[end + 1 : end + 2].isalpha())
        ):
            end += 1
        return start, end

    def _settled(self, start: int, end: int, lower: int, upper: int, fewest: int) -> Quotation | None:
        befores = (its.start() + lower for its in _WORD.finditer(self.text[lower:start]))
        behinds = (its.end() + end for its in _WORD.finditer(self.text[end:upper]))
        left = [at for at in befores if not cuts(self.text, at)]
        right = [at for at in behinds if not cuts(self.text, at)]
        places = self.anchors.find(self.text[start:end], limit=2)
        while (left or right) and (places != [(start, end)] or len(self.text[start:end].split()) < fewest):
            # What follows a number says more of it than what stands before.
            if right and (not left or len(right) + 1 >= len(left) // 2):
                end = right.pop(0)
            else:
                start = left.pop()
            places = self.anchors.find(self.text[start:end], limit=2)
        if places == [(start, end)]:
            return Quotation(_single(self.text[start:end]))
        return self._apart(start, end)

    def _apart(self, start: int, end: int) -> Quotation | None:
        """The passage with a prefix or a suffix that settles its place."""
        quote = self.text[start:end]
        for size in (1, 2, 3, 5, 8, 13, 21):
            before, after = self._before(start, size), self._after(end, size)
            for prefix, suffix in ((before, ""), ("", after), (before, after)):
                found = self.anchors.find(quote, prefix, suffix, limit=2)
                if found == [(start, end)]:
                    return Quotation(_single(quote), _single(prefix), _single(suffix))
        return None

    def _before(self, start: int, words: int) -> str:
        reach = max(self.document.body[0], start - 40 * words)
        return " ".join(self.text[reach:start].split()[-words:])

    def _after(self, end: int, words: int) -> str:
        reach = min(self.document.body[1], end + 40 * words)
        return " ".join(self.text[end:reach].split()[:words])


def _numbers(quantity: Quantity) -> chain[Offsets]:
    ends = ((its.number_start, its.number_end) for its in quantity.ends)
    return chain([(quantity.number_start, quantity.number_end)] if not quantity.ends else [], ends)


def _single(words: str) -> str:
    return " ".join(words.split())
