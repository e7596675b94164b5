"""
Anchoring: where the words of a quote stand in a source (W3C TextQuoteSelector).

White space, quotation marks and dashes are folded; words and numbers never are: fuzzy matching
scores "$1.2 million" and "$1.4 million" 95.8. A quote begins and ends at the edge of a word or a
number, and ``prefix`` and ``suffix`` settle which of several places is meant.

A source of 5 MB may carry 100,000 quotes, so the places of its numerals are indexed once: a quote is
looked up by its rarest one, for that is what most quotes are about. Where it has none, or a common one,
it is looked up by its rarest word, and by its rarest pair (four, eight) of words where every word is
common.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from factcheck.model.document import Document, Offsets
from factcheck.model.regex import regex
from factcheck.sources.fold import Folded, fold

_WORD = regex(r"\w+")
_NUMERAL = regex(r"\d+")
_ASCII_NUMERAL = regex(r"[0-9]+")
"""The same where a text is ASCII: found in two thirds of the time."""
_COMMON = 32
"""Above so many places a word is looked up together with its neighbours [places]."""
_MANY = 256
"""Up to so many places of a numeral are tried: for few quotes that takes less than an index of all words [places]."""
_RARE = 3
"""With so few places a numeral is as good as any [places]."""
_SMALL = 150_000
"""Below so many code points a text is searched from end to end: cheaper than an index of its words."""
_DIGIT_GLUE = ".,/:"


class Anchors:
    """The places of quotes in the body of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        start, end = document.body
        self.folded = Folded(document.text, start, end)
        self._indexes: dict[int, dict[str, list[int]]] = {}

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
        for at in self.occurrences(wanted):
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

    def occurrences(self, wanted: str) -> Iterable[int]:
        """
        Where some folded words stand in the folded body, in the order of the text. A place that cuts a
        word or a number may be left out.
        """
        text = self.folded.text
        found = self._by_numeral(wanted)
        if found is None:
            words = [(match.start(), match.group()) for match in _WORD.finditer(wanted)]
            if not words or len(text) < _SMALL:
                return _all(text, wanted)
            size, found = 1, self._rarest(words, 1)
            while len(found[1]) > _COMMON and size * 2 <= min(len(words), 8):
                size *= 2
                found = self._rarest(words, size)
        offset, places = found
        return [at - offset for at in places if at >= offset and text.startswith(wanted, at - offset)]

    def cut(self, quote: str) -> Offsets | None:
        """Where a quote stands that begins or ends inside a word or a number; ``None`` where it does not."""
        wanted = fold(quote)
        at = self.folded.text.find(wanted) if wanted else -1
        if at < 0:
            return None
        return self.folded.passage(at, at + len(wanted))

    def nearest(self, quote: str, limit: int = 3) -> list[Offsets]:
        """The sentences that share most of a quote's rare words, best first."""
        index = self._index(1)
        score: Counter[Offsets] = Counter()
        for word in {match.group() for match in _WORD.finditer(fold(quote))}:
            places = index.get(word, [])
            for at in places[:200]:
                score[self.document.sentence(self.folded.original(at))] += 1000 // len(places)
        best = score.most_common(limit)
        return [offsets for offsets, points in best if points * 4 > best[0][1]]

    def _by_numeral(self, wanted: str) -> tuple[int, list[int]] | None:
        """The rarest numeral: its offset in the quote, and its places; ``None`` where there is none that is rare."""
        best: tuple[int, list[int]] | None = None
        index = self._numerals
        for match in _NUMERAL.finditer(wanted):
            places = index.get(match[0], [])
            if best is None or len(places) < len(best[1]):
                best = match.start(), places
                if len(places) <= _RARE:
                    break
        return best if best is None or len(best[1]) <= _MANY else None

    @cached_property
    def _numerals(self) -> dict[str, list[int]]:
        index: defaultdict[str, list[int]] = defaultdict(list)
        text = self.folded.text
        for match in (_ASCII_NUMERAL if text.isascii() else _NUMERAL).finditer(text):
            index[match[0]].append(match.start())
        return dict(index)

    def _rarest(self, words: list[tuple[int, str]], size: int) -> tuple[int, list[int]]:
        """The run of ``size`` words with the fewest places: its offset in the quote, and the places."""
        index = self._index(size)
        best: tuple[int, list[int]] | None = None
        for at in range(len(words) - size + 1):
            places = index.get(" ".join(word for _, word in words[at : at + size]), [])
            if best is None or len(places) < len(best[1]):
                best = words[at][0], places
            if not places:
                break
        return best or (0, [])

    def _index(self, size: int) -> dict[str, list[int]]:
        if size not in self._indexes:
            index: defaultdict[str, list[int]] = defaultdict(list)
            words, starts = self._words
            runs = words if size == 1 else map(" ".join, zip(*(words[at:] for at in range(size)), strict=False))
            for run, start in zip(runs, starts, strict=False):
                index[run].append(start)
            self._indexes[size] = dict(index)
        return self._indexes[size]

    @cached_property
    def _words(self) -> tuple[list[str], list[int]]:
        words, starts = [], []
        for match in _WORD.finditer(self.folded.text):
            words.append(match.group())
            starts.append(match.start())
        return words, starts


def cuts(text: str, at: int) -> bool:
    """
    Whether an offset lies inside a word or a number.

    >>> [cuts("about 31.6 kg", at) for at in (2, 5, 8, 10)]
    [True, False, True, False]
    """
    if at <= 0 or at >= len(text):
        return False
    before, after = text[at - 1], text[at]
    if before == " " or after == " ":
        return False
    if before.isalnum() and after.isalnum():
        return True
    if before.isdecimal() and after in _DIGIT_GLUE:
        return text[at + 1 : at + 2].isdecimal()
    return before in _DIGIT_GLUE and after.isdecimal() and at >= 2 and text[at - 2].isdecimal()


def _all(text: str, wanted: str) -> Iterator[int]:
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)
