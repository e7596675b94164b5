"""
Read periods: "the third quarter of 2019", "first-half profit", "4th qtr", "Q3 FY20", "3Q19", "H1 2020", "fiscal
2019", "FY 2019-20", "2018/19", "the 1990s", "the 19th century".
"""

from __future__ import annotations

from factcheck.model.moment import Period, Span
from factcheck.model.tokens import CODE, NUMBER, Tokens
from factcheck.reader.rank import ordinal_at
from factcheck.reader.vocabulary import vocabulary

Found = tuple[Period, int]
"""A period, and the token behind it."""

_PARTS = {
    "quarter": Span.QUARTER,
    "quarters": Span.QUARTER,
    "qtr": Span.QUARTER,
    "qtrs": Span.QUARTER,
    "half": Span.HALF,
    "century": Span.CENTURY,
    "centuries": Span.CENTURY,
}
_MOST = {Span.QUARTER: 4, Span.HALF: 2, Span.CENTURY: 99}
_LETTERS = {"q": Span.QUARTER, "h": Span.HALF}
_FISCAL = frozenset({"fiscal", "financial"})


def period(tokens: Tokens, index: int) -> Found | None:
    """The period that begins at a token."""
    kind, lower = tokens.kinds[index], tokens.lowers[index]
    if kind == CODE:
        return _split_year(tokens, index)
    if lower in _LETTERS or (kind == NUMBER and tokens.lowers[index + 1] in _LETTERS):
        return _lettered(tokens, index)
    if lower in _FISCAL or lower == "fy":
        return _fiscal(tokens, index)
    if kind == NUMBER and tokens.lowers[index + 1 + (tokens.words[index + 1] in _APOSTROPHES)] == "s":
        return _decade(tokens, index)
    return _ordinal(tokens, index)


_APOSTROPHES = frozenset("'’‘")


def _make(tokens: Tokens, first: int, last: int, span: Span, number: int | None, year: _Year) -> Found:
    start, end = tokens.starts[first], tokens.ends[last - 1]
    return Period(tokens.text[start:end], start, end, span, number, year.year, year.fiscal, year.split), last


class _Year:
    """A year, fiscal or not, and the token behind it."""

    __slots__ = ("fiscal", "last", "split", "year")

    def __init__(self, last: int, year: int | None = None, fiscal: bool = False, split: bool = False) -> None:
        self.last, self.year, self.fiscal, self.split = last, year, fiscal, split


def _year(tokens: Tokens, at: int) -> _Year | None:
    """A year: "2019", "fiscal 2019", "fiscal year 2019-20", "FY20", "'19", "2018/19"."""
    fiscal = tokens.lowers[at] in _FISCAL or tokens.lowers[at] == "fy"
    if fiscal:
        at += 1 + (tokens.lowers[at + 1] == "year" and tokens.lowers[at] != "fy")
        if tokens.hyphen(at) and tokens.lowers[at + 1] == "year":
            at += 2
    word = tokens.words[at]
    if tokens.kinds[at] == CODE and len(word) == 7 and word[:4].isdecimal() and word[4] in "-–/":
        if (int(word[2:4]) + 1) % 100 == int(word[5:]):
            return _Year(at + 1, int(word[:4]), fiscal, True)
        return None
    if word in _APOSTROPHES and tokens.glued(at + 1):
        return _short(tokens, at + 1, fiscal)
    if not word.isdecimal():
        return None
    if len(word) == 4 and 1900 <= int(word) <= 2099:
        return _Year(at + 1, int(word), fiscal)
    return _short(tokens, at, fiscal) if fiscal or tokens.glued(at) else None


def _short(tokens: Tokens, at: int, fiscal: bool) -> _Year | None:
    """A year of two digits; those from 50 on are of the last century (POSIX strptime has 69)."""
    word = tokens.words[at]
    if not word.isdecimal() or len(word) != 2:
        return None
    return _Year(at + 1, int(word) + (1900 if int(word) >= 50 else 2000), fiscal)


def _split_year(tokens: Tokens, index: int) -> Found | None:
    """ "2018/19", the second year behind the first; behind "fiscal" it is read from there."""
    before = index - 1 - (tokens.lowers[index - 1] == "year")
    if tokens.lowers[before] in _FISCAL or tokens.lowers[before] == "fy":
        return None
    year = _year(tokens, index)
    return _make(tokens, index, year.last, Span.YEAR, None, year) if year else None


def _fiscal(tokens: Tokens, index: int) -> Found | None:
    """ "Fiscal 2019", "FY20", "fiscal third quarter"."""
    year = _year(tokens, index)
    if year is not None:
        behind = _part(tokens, year.last)
        if behind:  # "fiscal 2020 third quarter"
            return _make(tokens, index, behind[2], behind[0], behind[1], year)
        return _make(tokens, index, year.last, Span.YEAR, None, year)
    at = index + 1 + 2 * (tokens.lowers[index + 1] == "year" and tokens.words[index + 2] in _APOSTROPHES)
    part = _part(tokens, at)
    if part is None:
        return None
    return _with_year(tokens, index, part, fiscal=True)


def _part(tokens: Tokens, at: int) -> tuple[Span, int, int] | None:
    """Which quarter, half or century is said at a token, and the token behind: "third quarter", "3rd-qtr"."""
    found = ordinal_at(tokens, at)
    if found is None:
        return None
    number, last = found
    last += tokens.hyphen(last)
    span = _PARTS.get(tokens.lowers[last].removesuffix("'s"))
    if span is None or number > _MOST[span]:
        return None
    return span, number, last + 1 + (tokens.words[last + 1] == "." and tokens.lowers[last] in ("qtr", "qtrs"))


def _with_year(tokens: Tokens, index: int, part: tuple[Span, int, int], fiscal: bool = False) -> Found:
    """A part of a year with the year behind it: "third quarter of fiscal 2019", "third-quarter 2019"."""
    span, number, last = part
    at = last + (tokens.lowers[last] in ("of", "in", ","))
    at += tokens.lowers[at] == "the"
    year = _year(tokens, at) if span is not Span.CENTURY else None
    if year is None:
        return _make(tokens, index, last, span, number, _Year(last, None, fiscal))
    year.fiscal = year.fiscal or fiscal
    return _make(tokens, index, year.last, span, number, year)


def _ordinal(tokens: Tokens, index: int) -> Found | None:
    """ "Third quarter of 2019", "2019 third quarter", "19th century"."""
    part = _part(tokens, index)
    if part is None:
        return None
    before = tokens.words[index - 1]
    if len(before) == 4 and before.isdecimal() and before[:2] in ("19", "20") and part[0] is not Span.CENTURY:
        return _make(tokens, index - 1, part[2], part[0], part[1], _Year(0, int(before)))
    return _with_year(tokens, index, part)


def _lettered(tokens: Tokens, index: int) -> Found | None:
    """ "Q3 2019", "3Q19", "H1 FY20", "1H"."""
    letter, digit = (index, index + 1) if tokens.lowers[index] in _LETTERS else (index + 1, index)
    word = tokens.words[digit]
    span = _LETTERS[tokens.lowers[letter]]
    if not (tokens.glued(index + 1) and tokens.words[letter].isupper() and word.isdecimal() and len(word) == 1):
        return None
    if not 1 <= int(word) <= _MOST[span] or (letter > digit and tokens.glued(index)):
        return None
    return _with_year(tokens, index, (span, int(word), index + 2))


def _decade(tokens: Tokens, index: int) -> Found | None:
    """ "The 1990s", "the 1980's", "'90s"; not "737s" or "the 3s"."""
    word = tokens.words[index]
    mark = tokens.words[index + 1] in _APOSTROPHES
    last = index + 2 + mark
    if not word.isdecimal() or word[-1] != "0" or not tokens.glued(index + 1) or not tokens.glued(last - 1):
        return None
    if len(word) == 4 and 1000 <= int(word) <= 2100:
        return _make(tokens, index, last, Span.DECADE, None, _Year(last, int(word)))
    short = tokens.words[index - 1] in _APOSTROPHES and tokens.glued(index)
    if len(word) != 2 or not (short or tokens.lowers[index - 1] in vocabulary().determiners):
        return None
    year = _short(tokens, index, False)
    return _make(tokens, index - short, last, Span.DECADE, None, year) if year else None
