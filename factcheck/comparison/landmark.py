"""
What a text numbers without counting it: days, weekdays, years, quarters, times of day, ordinals, ranks and scores.

Each is a landmark: its sort, its value, and the words around that tell what it is of. One of a rewrite that the sources
have nowhere was changed, where they have another of its sort in its words, or, of days, years and times of day, any.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from factcheck.facts.page import Page
from factcheck.facts.word import words_of
from factcheck.model.document import Offsets
from factcheck.model.frozen import frozen
from factcheck.model.moment import Date, Span
from factcheck.model.quantity import Quantity
from factcheck.model.stated import Printing, Stated

_REACH = 60
"""How far around a landmark its own words stand [code points]."""
_BEHIND = 24
"""How far behind an ordinal the thing stands that it numbers: "the third increase" [code points]."""


class Sort(StrEnum):
    """What a landmark is; the words are those of messages."""

    DAY = "day"
    MONTH = "month"
    WEEKDAY = "weekday"
    YEAR = "year"
    QUARTER = "quarter"
    CLOCK = "time of day"
    ORDER = "place in an order"
    SCORE = "score"


@frozen
class Landmark:
    """A number that counts nothing, and what tells which fact it is of."""

    page: Page
    sort: Sort
    value: tuple[int, ...]
    """Month and day; hour of twelve and minute; a score, the larger first; else one number."""
    text: str
    start: int
    end: int
    sentence: Offsets
    near: frozenset[str]
    """The stems around it in its sentence, and of a year the month or the quarter that it stands with."""
    around: frozenset[str]
    """The stems of its sentence."""

    @property
    def stated(self) -> Stated:
        """As a statement without a value, for its place and its words."""
        words = " ".join(self.text.split())
        blank = Quantity(words, self.start, self.end, self.start, self.end, None, 0, 0)
        path = self.page.document.path
        return Stated(f"{path}:{self.start}:{self.end}#{self.sort}", words, (Printing(blank, path, said=words),))


def landmarks(page: Page) -> tuple[Landmark, ...]:
    """The landmarks of a page's prose, in the order of their sorts."""
    return tuple(its for its in _landmarks(page) if page.is_prose(its.start))


def _landmarks(page: Page) -> Iterator[Landmark]:
    contents = page.contents
    for date in contents.dates:
        yield from _of_date(page, date)
    for period in contents.periods:
        beside: set[str] = set()
        span = (period.text, period.start, period.end)
        if period.span == Span.QUARTER and period.number is not None:
            beside.add(f"quarter {period.number}")
            yield _make(page, Sort.QUARTER, (period.number,), span)
        if period.year is not None and not period.split and period.span in (Span.QUARTER, Span.HALF, Span.YEAR):
            yield _make(page, Sort.YEAR, (period.year,), span, beside)
    for time in contents.times_of_day:
        yield _make(page, Sort.CLOCK, (time.hour % 12, time.minute), (time.text, time.start, time.end))
    places = [(its.text, its.start, its.end, its.value) for its in contents.ordinals]
    places += [(its.text, its.start, its.end, its.place) for its in contents.ranks if not its.within]
    for text, start, end, place in places:
        yield _make(page, Sort.ORDER, (place,), (text, start, end))
    for score in contents.scores:
        numbers = tuple(sorted(score.numbers, reverse=True))
        yield _make(page, Sort.SCORE, numbers, (score.text, score.start, score.end))


def _of_date(page: Page, date: Date) -> Iterator[Landmark]:
    span = (date.text, date.start, date.end)
    beside = {f"month {date.month}"} if date.month is not None else set()
    if date.month is not None and date.day is not None:
        yield _make(page, Sort.DAY, (date.month, date.day), span)
    elif date.month is not None:
        yield _make(page, Sort.MONTH, (date.month,), span)
    if date.weekday is not None:
        yield _make(page, Sort.WEEKDAY, (date.weekday,), span)
    if date.year is not None:
        yield _make(page, Sort.YEAR, (date.year,), span, beside)


def _make(
    page: Page, sort: Sort, value: tuple[int, ...], span: tuple[str, int, int], beside: set[str] | None = None
) -> Landmark:
    text, start, end = span
    first, last = page.document.sentence(start)
    behind = _BEHIND if sort == Sort.ORDER else _REACH
    before = start if sort == Sort.ORDER else max(first, start - _REACH)
    near = words_of(page.text, before, start) | words_of(page.text, end, min(last, end + behind)) | (beside or set())
    around = words_of(page.text, first, start) | words_of(page.text, end, last)
    return Landmark(page, sort, value, text, start, end, (first, last), frozenset(near), frozenset(around))


def sentences(pages: Sequence[Page]) -> frozenset[str]:
    """The sentences of some texts: what a rewrite takes over word for word needs no comparing."""
    return frozenset(" ".join(page.text[start:end].split()) for page in pages for start, end in page.document.sentences)
