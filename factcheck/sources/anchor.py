"""
Anchoring: where the words of a quote stand in a source (W3C TextQuoteSelector).

White space, quotation marks and dashes are folded; words and numbers never are: fuzzy matching
scores "$1.2 million" and "$1.4 million" 95.8. A quote begins and ends at the edge of a word or a
number, and ``prefix`` and ``suffix`` settle which of several places is meant.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from factcheck.model.document import Document, Offsets
from factcheck.model.regex import regex
from factcheck.sources.cut import cuts
from factcheck.sources.fold import Folded, fold
from factcheck.sources.loose import Loose
from factcheck.sources.occurrence import Occurrences

_WORD = regex(r"\w+")


class Anchors:
    """The places of quotes in the body of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        start, end = document.body
        self.folded = Folded(document.text, start, end)
        self.occurrences = Occurrences(self.folded.text)

    @cached_property
    def loose(self) -> Loose:
        """The same by words alone, whatever the numbers are."""
        return Loose(self.folded, self.occurrences)

    def find(self, quote: str, prefix: str = "", suffix: str = "", limit: int = 4) -> list[Offsets]:
        """
        The places of a quote, as offsets in the document, in the order of the text: at most ``limit``,
        for one is right and every other number is wrong.

        >>> document = Document("x", "One “pill” can  kill.", body=(0, 21))
        >>> Anchors(document).find('"pill" can kill')
        [(4, 20)]
        """
        wanted = fold(quote)
        before, after = fold(prefix) if prefix else "", fold(suffix) if suffix else ""
        if not wanted:
            return []
        text, size = self.folded.text, len(wanted)
        places = []
        for at in self.occurrences.of(wanted):
            end = at + size
            if cuts(text, at) or cuts(text, end):
                continue
            if before and not text[max(0, at - len(before) - 1) : at].rstrip(" ").endswith(before):
                continue
            if (
                after
                and not text.startswith(after, end)
                and not text[end : end + len(after) + 1].lstrip(" ").startswith(after)
            ):
                continue
            places.append(self.folded.passage(at, end))
            if len(places) == limit:
                break
        return places

    def cut(self, quote: str) -> Offsets | None:
        """Where a quote stands that begins or ends inside a word or a number; ``None`` where it does not."""
        wanted = fold(quote)
        at = self.folded.text.find(wanted) if wanted else -1
        if at < 0:
            return None
        return self.folded.passage(at, at + len(wanted))

    def nearest(self, quote: str, limit: int = 3) -> list[Offsets]:
        """The sentences that share most of a quote's rare words, best first."""
        score: Counter[Offsets] = Counter()
        for word in {match.group() for match in _WORD.finditer(fold(quote))}:
            places = self.occurrences.word(word)
            for at in places[:200]:
                score[self.document.sentence(self.folded.original(at))] += 1000 // len(places)
        best = score.most_common(limit)
        return [offsets for offsets, points in best if points * 4 > best[0][1]]
