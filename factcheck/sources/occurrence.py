"""
Where some words stand in a long text that is asked for many.

A source of 5 MB may carry 100,000 quotes, so the places of its numerals are indexed once: a quote is
looked up by its rarest one, for that is what most quotes are about. Where it has none, or a common one,
it is looked up by its rarest word, and by its rarest pair (four, eight) of words where every word is
common.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from factcheck.model.regex import regex

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


class Occurrences:
    """The places of words in a folded text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._indexes: dict[int, dict[str, list[int]]] = {}

    def of(self, wanted: str) -> Iterable[int]:
        """
        Where some words stand, in the order of the text. A place that cuts a word or a number may be left out.
        """
        text = self.text
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

    def word(self, word: str) -> list[int]:
        """Where a word stands."""
        return self._index(1).get(word, [])

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
        text = self.text
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
        for match in _WORD.finditer(self.text):
            words.append(match.group())
            starts.append(match.start())
        return words, starts


def _all(text: str, wanted: str) -> Iterator[int]:
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)
