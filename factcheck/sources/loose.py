"""
Finding a passage again by its words, whatever its numbers are now.

A quote whose number was edited stands nowhere as it was written down. Its words do, and those of the prefix
and the suffix that settle its place; of several such passages those are nearest in which the fewest numbers are
other ones, those first in which only what the quote states is ("In 2018 it was 667" of 657, not of 2008). Words are
matched as they are, never loosely.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice

from factcheck.model.document import Offsets
from factcheck.model.frozen import frozen
from factcheck.model.regex import regex
from factcheck.sources.blank import Blanked
from factcheck.sources.cut import cuts
from factcheck.sources.fold import Folded, fold
from factcheck.sources.occurrence import Occurrences

_WORD = regex(r"\w+")
_LIMIT = 256
"""How many passages with the same words are looked at before they are given up as too common."""
_POINT = (".", ",")


@frozen
class Passage:
    """A passage of a document that has the words of a quote."""

    start: int
    end: int
    numbers: tuple[tuple[Offsets, Offsets], ...]
    """Each number of the quote: where it stands in the folded quote, and in the document."""
    apart: int
    """How many numbers are other ones, those of the prefix and the suffix included."""
    labels: int
    """How many of them are none that the quote states: a year, the number of a district."""

    def moved(self, offset: int) -> int:
        """The offset in the document of an offset in the folded quote; white space inside may have been folded."""
        before, now = 0, self.start
        for quoted, found in self.numbers:
            if offset < quoted[1]:
                return found[0] if offset >= quoted[0] else now + offset - before
            before, now = quoted[1], found[1]
        return min(now + offset - before, self.end)


@frozen
class _Wanted:
    """What is looked for."""

    prefix: Blanked
    quote: Blanked
    suffix: Blanked
    stated: tuple[bool, ...]
    """For each number of the quote whether the quote states it."""


class Loose:
    """The words of one folded document."""

    def __init__(self, folded: Folded, occurrences: Occurrences | None = None) -> None:
        self.folded = folded
        self._plain = occurrences or Occurrences(folded.text)

    @cached_property
    def _blanked(self) -> Blanked:
        return Blanked(self.folded.text)

    @cached_property
    def _words(self) -> Occurrences:
        return Occurrences(self._blanked.text)

    def nearest(self, quote: str, prefix: str = "", suffix: str = "", stated: Sequence[Offsets] = ()) -> list[Passage]:
        """
        The passages with the words of a quote in which the fewest numbers are other ones, in the order of the text.

        ``stated`` are the numbers that the quote states, as offsets in the folded quote; all of them where none is.

        >>> loose = Loose(Folded("In 2018 it was 657, in 2008 it was 486."))
        >>> [(its.start, its.apart) for its in loose.nearest("In 2018 it was 667")]
        [(0, 1)]
        """
        wanted = _wanted(quote, prefix, suffix, stated)
        found = [its for its in self._beside_labels(wanted) if not its.labels] if stated else []
        found = found or list(self._passages(wanted, wordless=False))
        least = min(((its.labels, its.apart) for its in found), default=(0, 0))
        return [its for its in found if (its.labels, its.apart) == least]

    def passages(self, quote: str, prefix: str = "", suffix: str = "", *, wordless: bool = False) -> Iterator[Passage]:
        """
        Every passage with the words of a quote; none where they are too common, or where it has none, unless it may
        be ``wordless``: a number alone, in a cell.
        """
        return self._passages(_wanted(quote, prefix, suffix, ()), wordless=wordless)

    def _beside_labels(self, wanted: _Wanted) -> Iterator[Passage]:
        """The passages that have the longest words between the numbers that are stated, with all other numbers."""
        plain = wanted.quote.plain
        spans = [span for span, stated in zip(wanted.quote.spans, wanted.stated, strict=True) if stated]
        edges = [0, *(edge for span in spans for edge in span), len(plain)]
        pieces = list(zip(edges[::2], edges[1::2], strict=True))
        start, end = max(pieces, key=lambda its: len(_WORD.findall(plain, *its)))
        words = plain[start:end].strip()
        start += len(plain[start:end]) - len(plain[start:end].lstrip())
        if not _WORD.search(words):
            return
        lead = wanted.quote.blanked(start)
        for at in islice(self._plain.of(words), _LIMIT):
            passage = self._passage(wanted, self._blanked.blanked(at) - lead)
            if passage is not None:
                yield passage

    def _passages(self, wanted: _Wanted, *, wordless: bool) -> Iterator[Passage]:
        before, quote, after = wanted.prefix.text, wanted.quote.text, wanted.suffix.text
        if not quote or not (wordless or _WORD.search(before + quote + after)):
            return
        for first in ("", " ") if before else ("",):
            for last in ("", " ") if after else ("",):
                places = list(islice(self._words.of(f"{before}{first}{quote}{last}{after}"), _LIMIT + 1))
                if len(places) > _LIMIT:
                    return
                found = (self._passage(wanted, at + len(before) + len(first)) for at in places)
                yield from (its for its in found if its is not None)

    def _passage(self, wanted: _Wanted, at: int) -> Passage | None:
        """The passage at an offset of the blanked text; ``None`` where it has other words, or cuts one, or a number."""
        plain, end = self.folded.text, at + len(wanted.quote.text)
        if not self._stands(wanted, at, end):
            return None
        first, last = self._blanked.passage(at, end)
        if cuts(plain, first) or cuts(plain, last):
            return None
        numbers = list(zip(wanted.quote.spans, self._blanked.numbers(at, end), strict=True))
        pairs = [(wanted.quote.plain[slice(*old)], plain[slice(*new)]) for old, new in numbers]
        if any(_is_piece(*its) for its in (*pairs[:1], *pairs[-1:])):
            return None
        other = [_differ(*its) for its in pairs]
        labels = sum(its and not stated for its, stated in zip(other, wanted.stated, strict=True))
        around = self._apart(wanted.prefix, at - len(wanted.prefix.text) - self._is_space(at - 1))
        around += self._apart(wanted.suffix, end + self._is_space(end))
        moved = tuple((old, self.folded.passage(*new)) for old, new in numbers)
        return Passage(*self.folded.passage(first, last), moved, around + sum(other), labels)

    def _stands(self, wanted: _Wanted, start: int, end: int) -> bool:
        """Whether the words of a quote, its prefix and its suffix stand at a passage of the blanked text."""
        text, before, after = self._blanked.text, wanted.prefix.text, wanted.suffix.text
        if start < 0 or not text.startswith(wanted.quote.text, start):
            return False
        if before and not text[max(0, start - len(before) - 1) : start].rstrip(" ").endswith(before):
            return False
        return text.startswith(after, end) or text.startswith(after, end + self._is_space(end))

    def _is_space(self, at: int) -> bool:
        return self._blanked.text[at : at + 1] == " "

    def _apart(self, wanted: Blanked, at: int) -> int:
        """How many numbers of some words are other ones where they stand at an offset of the blanked text."""
        now = self._blanked.numbers(at, at + len(wanted.text))
        pairs = zip(wanted.spans, now, strict=False)
        return sum(_differ(wanted.plain[slice(*old)], self.folded.text[slice(*new)]) for old, new in pairs)


def _wanted(quote: str, prefix: str, suffix: str, stated: Sequence[Offsets]) -> _Wanted:
    before, words, after = (Blanked(fold(its)) for its in (prefix, quote, suffix))
    inside = [any(start < last and first < end for start, end in stated) for first, last in words.spans]
    return _Wanted(before, words, after, tuple(inside if stated else [True] * len(words.spans)))


def _differ(one: str, other: str) -> bool:
    return one.lower() != other.lower()


def _is_piece(quoted: str, found: str) -> bool:
    """Whether a quote has a piece of the number that stands there: "6" of "31.6"."""
    ends = quoted != found and found.endswith(quoted) and found[: -len(quoted)].endswith(_POINT)
    return ends or (quoted != found and found.startswith(quoted) and found[len(quoted) :].startswith(_POINT))
