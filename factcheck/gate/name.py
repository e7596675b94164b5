"""
Which rows and columns of data a sentence names, and where.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.facts.word import stem
from factcheck.gate.grid import Grid
from factcheck.gate.header import split
from factcheck.model.frozen import frozen
from factcheck.model.regex import regex

_WORD = regex(r"[^\W_]+")
_BREAK = regex(
    r"[;:—]|, (?:and|while|but|with|whereas|compared|of which|of whom)\b"
    r"|\b(?:and|while|whereas|but|against|versus)\b|,(?!\d)"
)
_BEHIND = regex(r"[^\d;,]{0,40}?\b(?:in|for|from|at|of|by|to|during)\s+(?:the\s+)?$")

TIMES = regex(
    r"(?:fy|q[1-4]|h[12]|[12]\d{3}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|last|previous|prior|current|this|now"
    r"|before|after|old|new|week|month|year|quarter|january|february|march|april|june|july|august|september|october"
    r"|november|december|spring|summer|autumn|winter|\d{4}q\d|q\d\d{2,4}|monday|tuesday|wednesday|thursday|friday|"
    r"saturday|sunday)"
)
"""Words of time, as stems: a column that differs from another in these alone is the same at another time."""


@frozen
class Mention:
    """A name of the data where the answer says it."""

    name: str
    start: int
    end: int


def stems(words: str) -> tuple[str, ...]:
    """
    The stems of some words, parted as a header is.

    >>> stems("units_sold")
    ('unit', 'sold')
    """
    return tuple(stem(its) for its in split(words))


class Names:
    """The names of the rows and the columns of some grids."""

    def __init__(self, grids: Sequence[Grid]) -> None:
        rows = {name for grid in grids for row in grid.rows for name in row if any(map(str.isalnum, name))}
        self.rows = {stems(name): name for name in rows if len(name) < 80}
        columns = {cell.column for grid in grids for cell in grid.cells}
        self.columns = {stems(name): name for name in columns if stems(name)}
        stamps = {word for key in self.columns for word in key if word.isdecimal() or TIMES.fullmatch(word)}
        self.times: dict[tuple[str, ...], str] = {(word,): word for word in stamps}
        self._longest = max((len(its) for its in (*self.rows, *self.columns)), default=0)

    def rows_in(self, text: str, span: tuple[int, int]) -> list[Mention]:
        """The rows that a sentence names, the longest name at each place."""
        return list(self._found(text, span, self.rows))

    def columns_in(self, text: str, span: tuple[int, int]) -> list[Mention]:
        """The columns that it names."""
        return list(self._found(text, span, self.columns))

    def times_in(self, text: str, span: tuple[int, int]) -> list[Mention]:
        """The times that it names and that some column is of."""
        return list(self._found(text, span, self.times))

    def _found(self, text: str, span: tuple[int, int], names: dict[tuple[str, ...], str]) -> Iterator[Mention]:
        words = [(its.start(), its.end(), stem(its[0].lower())) for its in _WORD.finditer(text, *span)]
        at = 0
        while at < len(words):
            for size in range(min(self._longest, len(words) - at), 0, -1):
                key = tuple(its for _, _, its in words[at : at + size])
                if key in names:
                    yield Mention(names[key], words[at][0], words[at + size - 1][1])
                    at += size - 1
                    break
            at += 1


def assigned(
    text: str, mentions: Sequence[Mention], span: tuple[int, int], at: tuple[int, int, int], until: int
) -> str:
    """
    Which of some names a number is said of; empty where none is named. Right behind it ("12 in Rome") goes before
    its own clause, and that before the nearest ahead; ``until`` is where the next number begins.
    """
    within = [its for its in mentions if at[1] <= its.start < at[2] or its.start <= at[0] < its.end]
    if within:
        return within[0].name
    behind = [its for its in mentions if at[1] <= its.start < until and _BEHIND.fullmatch(text[at[1] : its.start])]
    if behind:
        return behind[0].name
    first, last = clause(text, span, at)
    own = {its.name for its in mentions if first <= its.start < last}
    if len(own) == 1:
        return own.pop()
    ahead = [its for its in mentions if its.end <= at[0]]
    if ahead:
        return max(ahead, key=lambda its: its.start).name
    after = [its for its in mentions if at[1] <= its.start < last]
    return min(after, key=lambda its: its.start).name if after else ""


def clause(text: str, span: tuple[int, int], at: tuple[int, int, int]) -> tuple[int, int]:
    """The clause of a number in its sentence."""
    breaks = [its.start() for its in _BREAK.finditer(text, *span)]
    first = max((its for its in breaks if its < at[0]), default=span[0])
    return first, min((its for its in breaks if its >= at[1]), default=span[1])
