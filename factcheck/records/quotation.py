"""
Quotations: the words of a source that state one number, long enough to be found again when it is another one.

What is quoted holds the number with its hedge and its noun, and is widened word by word, first in its sentence,
as far as no other number stands between, until its words settle its place whatever the number is. Where other
numbers are in the way, ``prefix`` or ``suffix`` settles the place (W3C TextQuoteSelector). A cell of a table is
quoted by its row and its column.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain

from factcheck.model.document import Document, Offsets
from factcheck.model.frozen import frozen
from factcheck.model.quantity import Quantity
from factcheck.model.regex import regex
from factcheck.sources.anchor import Anchors
from factcheck.sources.cell import Cells
from factcheck.sources.cut import cuts

_WORD = regex(r"\S+")
_OWN = regex(r"[^\W\d_]+")
_LONGEST = 240
"""How far a quote is widened on either side [code points]."""
_NEAR = 24
"""How far behind a number its label may begin [code points]."""
_FEWEST = 4
"""A quote is widened to so many words, where that needs no other number [words]."""
_AROUND = (1, 2, 3, 5, 8, 13, 21)
"""How many words of prefix and suffix are tried, one after the other [words]."""


@frozen
class Quotation:
    """The words to quote, white space made single, and what settles their place."""

    text: str
    prefix: str = ""
    suffix: str = ""
    row: str = ""
    column: str = ""

    @property
    def settled(self) -> dict[str, str]:
        """What settles the place beside the words themselves, by its key."""
        keys = ("prefix", "suffix", "row", "column")
        return {key: value for key in keys if (value := getattr(self, key))}


class Quoter:
    """Quotes the numbers of one document."""

    def __init__(self, document: Document, quantities: Sequence[Quantity]) -> None:
        self.document, self.text = document, document.text
        self.anchors, self.cells = Anchors(document), Cells(document)
        self._numbers = sorted({its for one in quantities for its in _numbers(one)})
        self._starts = [start for start, _ in self._numbers]
        self._number_ends = sorted(end for _, end in self._numbers)

    def number(self, quantity: Quantity, label: str = "") -> Quotation | None:
        """
        The quotation of one number, as far as its place or its label where they follow; ``None`` where no words
        settle which number it is.
        """
        if (names := self.cells.names(quantity.number_start)) is not None:
            quote = self._in_cell(quantity, *names)
            if quote is not None:
                return quote
        lower, upper = self._room(quantity.number_start, quantity.number_end)
        start = quantity.start if lower <= quantity.start <= quantity.number_start else quantity.number_start
        end = max(quantity.number_end, *(its for its in self._ends_of(quantity, label) if its <= upper))
        return self._settled(*self._whole_words(start, end, lower, upper), lower, upper)

    def _in_cell(self, quantity: Quantity, row: str, column: str) -> Quotation | None:
        """The quotation of a number by its row and its column, where the words of the cell settle which one it is."""
        ((first, last),) = self.cells.of(row, column)
        lower, upper = self._room(quantity.number_start, quantity.number_end)
        lower, upper = max(lower, first), min(upper, last)
        if not (lower <= quantity.number_start and quantity.number_end <= upper):
            return None
        start, end = self._whole_words(quantity.number_start, quantity.number_end, lower, upper)
        found = [its for its in self.anchors.find(self.text[start:end], limit=len(self.text)) if first <= its[0] < last]
        return Quotation(_single(self.text[start:end]), row=row, column=column) if found == [(start, end)] else None

    def _ends_of(self, quantity: Quantity, label: str) -> tuple[int, ...]:
        """Where the words may end that belong to a number: its noun, its place, what it is of."""
        place = quantity.place.end if quantity.place else 0
        at = self.text.find(label, quantity.end, quantity.end + len(label) + _NEAR) if label else -1
        return 0, quantity.end, place, at + len(label) if at >= 0 else 0

    def passage(self, start: int, end: int) -> Quotation | None:
        """The quotation of a passage as it stands, whatever numbers are in it; ``None`` as above."""
        if self._stands_alone(start, end):
            return Quotation(_single(self.text[start:end]))
        return self._apart(start, end)

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

    def _settled(self, start: int, end: int, lower: int, upper: int) -> Quotation | None:
        """The quotation of a passage, widened between two bounds: the sentence's own words before any others."""
        first, last = self.document.sentence(start)
        for low, high in ((max(lower, first), min(upper, last)), (lower, upper)):
            for wider in self._widened(start, end, min(low, start), max(high, end)):
                start, end = wider
                if len(_OWN.findall(self.text[start:end])) >= _FEWEST and self._is_quote(start, end):
                    return Quotation(_single(self.text[slice(*self._trimmed(start, end))]))
            if self._is_quote(start, end):
                return Quotation(_single(self.text[start:end]))
        return self._apart(start, end) if self._holds(start, end) == 1 else None

    def _is_quote(self, start: int, end: int) -> bool:
        """Whether a passage states one number, and stands alone."""
        return self._holds(start, end) == 1 and self._stands_alone(start, end)

    def _holds(self, start: int, end: int) -> int:
        """How many numbers a passage holds, those in part included [numbers]."""
        first = bisect_left(self._starts, start)
        before = sum(number_end > start for _, number_end in self._numbers[max(first - 2, 0) : first])
        return before + bisect_left(self._starts, end) - first

    def _widened(self, start: int, end: int, lower: int, upper: int) -> Iterator[Offsets]:
        """The passage as it is, and then with one more word at a time."""
        befores = (its.start() + lower for its in _WORD.finditer(self.text[lower:start]))
        behinds = (its.end() + end for its in _WORD.finditer(self.text[end:upper]))
        left = [at for at in befores if not cuts(self.text, at)]
        right = [at for at in behinds if not cuts(self.text, at)]
        yield start, end
        while left or right:
            # What follows a number says more of it than what stands before.
            if right and (not left or len(right) + 1 >= len(left) // 2):
                end = right.pop(0)
            else:
                start = left.pop()
            yield start, end

    def _trimmed(self, start: int, end: int) -> Offsets:
        """A passage without the comma or the point at its edges ("U.S." keeps its own), where it stands alone so."""
        pointed = self.text[end - 1] in ",;:." and self.text[end - 3] != "."
        shorter = start, end - pointed
        if self.text[start] in ",;:." and self.text[start + 1].isspace():
            shorter = start + 2, shorter[1]
        return shorter if self._stands_alone(*shorter) else (start, end)

    def _stands_alone(self, start: int, end: int, prefix: str = "", suffix: str = "") -> bool:
        """Whether the words of a passage stand nowhere else, and not but for one number either; no number is cut."""
        quote = self.text[start:end]
        if self._cuts_number(start) or self._cuts_number(end):
            return False
        if self.anchors.find(quote, prefix, suffix, limit=2) != [(start, end)]:
            return False
        near = [its for its in self.anchors.loose.passages(quote, prefix, suffix) if its.apart <= 1]
        return len(near) == 1

    def _cuts_number(self, at: int) -> bool:
        before = bisect_left(self._starts, at) - 1
        return any(start < at < end for start, end in self._numbers[max(before - 1, 0) : before + 1])

    def _apart(self, start: int, end: int) -> Quotation | None:
        """The passage with a prefix or a suffix that settles its place."""
        for size in _AROUND:
            before, after = self._before(start, size), self._after(end, size)
            for prefix, suffix in ((before, ""), ("", after), (before, after)):
                if self._stands_alone(start, end, prefix, suffix):
                    return Quotation(_single(self.text[start:end]), _single(prefix), _single(suffix))
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
