"""
Finding a passage again by its words, whatever its numbers are now.

A quote whose number was edited stands nowhere as it was written down. Its words do, and those of the prefix
and the suffix that settle its place; of several such passages those are nearest in which the fewest numbers are
other ones. Words are matched as they are, never loosely.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import islice

from factcheck.model.document import Offsets
from factcheck.model.frozen import frozen
from factcheck.model.regex import regex
from factcheck.sources.blank import Blanked
from factcheck.sources.cut import cuts
from factcheck.sources.fold import Folded, fold
from factcheck.sources.occurrence import Occurrences

_WORD = regex(r"\w")
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

    def moved(self, offset: int) -> int:
        """The offset in the document of an offset in the folded quote; white space inside may have been folded."""
        before, now = 0, self.start
        for quoted, found in self.numbers:
            if offset < quoted[1]:
                return found[0] if offset >= quoted[0] else now + offset - before
            before, now = quoted[1], found[1]
        return min(now + offset - before, self.end)


class Loose:
    """The words of one folded document."""

    def __init__(self, folded: Folded) -> None:
        self.folded = folded

    @cached_property
    def _blanked(self) -> Blanked:
        return Blanked(self.folded.text)

    @cached_property
    def _occurrences(self) -> Occurrences:
        return Occurrences(self._blanked.text)

    def nearest(self, quote: str, prefix: str = "", suffix: str = "") -> list[Passage]:
        """
        The passages with the words of a quote in which the fewest numbers are other ones, in the order of the text.

        >>> loose = Loose(Folded("In 2018 it was 657, in 2008 it was 486."))
        >>> [(its.start, its.apart) for its in loose.nearest("In 2018 it was 667")]
        [(0, 1)]
        """
        found = list(self.passages(quote, prefix, suffix))
        least = min((its.apart for its in found), default=0)
        return [its for its in found if its.apart == least]

    def passages(self, quote: str, prefix: str = "", suffix: str = "", *, wordless: bool = False) -> Iterator[Passage]:
        """
        Every passage with the words of a quote; none where they are too common, or where it has none, unless it may
        be ``wordless``: a number alone, in a cell.
        """
        before, wanted, after = (Blanked(fold(its)) for its in (prefix, quote, suffix))
        if not wanted.text or not (wordless or any(_WORD.search(its.text) for its in (before, wanted, after))):
            return
        for first in ("", " ") if before.text else ("",):
            for last in ("", " ") if after.text else ("",):
                words = f"{before.text}{first}{wanted.text}{last}{after.text}"
                lead = len(before.text) + len(first)
                places = list(islice(self._occurrences.of(words), _LIMIT + 1))
                if len(places) > _LIMIT:
                    return
                for at in places:
                    around = self._apart(before, at), self._apart(after, at + len(words) - len(after.text))
                    passage = self._passage(wanted, at + lead, sum(around))
                    if passage is not None:
                        yield passage

    def _passage(self, wanted: Blanked, at: int, apart: int) -> Passage | None:
        """The passage at an offset of the blanked text; ``None`` where it cuts a word or a number."""
        plain, end = self.folded.text, at + len(wanted.text)
        first, last = self._blanked.passage(at, end)
        if cuts(plain, first) or cuts(plain, last):
            return None
        spans = self._blanked.numbers(at, end)
        pairs = [(wanted.plain[a:b], plain[c:d]) for (a, b), (c, d) in zip(wanted.spans, spans, strict=True)]
        if any(_is_piece(*its) for its in (*pairs[:1], *pairs[-1:])):
            return None
        numbers = tuple((quoted, self.folded.passage(*its)) for quoted, its in zip(wanted.spans, spans, strict=True))
        apart += sum(_differ(old, new) for old, new in pairs)
        return Passage(*self.folded.passage(first, last), numbers, apart)

    def _apart(self, wanted: Blanked, at: int) -> int:
        """How many numbers of some words are other ones where they stand at an offset of the blanked text."""
        now = self._blanked.numbers(at, at + len(wanted.text))
        return sum(
            _differ(wanted.plain[slice(*old)], self.folded.text[slice(*new)])
            for old, new in zip(wanted.spans, now, strict=True)
        )


def _differ(one: str, other: str) -> bool:
    return one.lower() != other.lower()


def _is_piece(quoted: str, found: str) -> bool:
    """Whether a quote has a piece of the number that stands there: "6" of "31.6"."""
    ends = quoted != found and found.endswith(quoted) and found[: -len(quoted)].endswith(_POINT)
    return ends or (quoted != found and found.startswith(quoted) and found[len(quoted) :].startswith(_POINT))
