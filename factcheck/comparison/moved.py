"""
Which days, years, times, ordinals and scores of a rewrite are not those of its sources.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from factcheck.comparison.landmark import Landmark, Sort, landmarks, sentences
from factcheck.facts.page import Page
from factcheck.model.frozen import frozen
from factcheck.model.moment import Bearing

_MEANT = 2
"""So many words at least tell that two landmarks are of one fact [stems]."""
_SURE = 4
"""So many outweigh that the value may follow from another time [stems]."""
_TELLING = 3
"""Where there is a first, a second needs no telling."""
_ROUND = 15
"""So far a full or a half hour may be from the time that it rounds [minutes]."""
_MOST = 400
"""So many landmarks of a sort are compared: prose has no more."""
_ANYWHERE = frozenset({Sort.DAY, Sort.CLOCK, Sort.YEAR})
"""Sorts that a rewrite does not have of its own: one that the sources have nowhere is told in any words."""


@frozen
class Moved:
    """A landmark that the sources do not have."""

    landmark: Landmark
    source: Landmark | None
    """The one of the sources that stands in its words; ``None`` where none does."""


class Landmarks:
    """The landmarks of some sources, by sort, and the times that follow from them."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = pages
        found: defaultdict[Sort, list[Landmark]] = defaultdict(list)
        for page in pages:
            for its in landmarks(page):
                found[its.sort].append(its)
        self.by_sort = {sort: some[:_MOST] for sort, some in found.items()}

    @cached_property
    def sentences(self) -> frozenset[str]:
        """Their sentences, word for word."""
        return sentences(self.pages)

    @cached_property
    def _steps(self) -> frozenset[int]:
        """How many years their words go back or on: "last year", "two years earlier"."""
        found = {
            its.count
            for page in self.pages
            for its in page.contents.relative_times
            if its.unit == "year" and its.count is not None and its.bearing not in (Bearing.THIS, Bearing.FIRST)
        }
        counted = {
            its.value
            for page in self.pages
            for its in page.contents.quantities
            if its.unit is not None and its.unit.name == "year" and isinstance(its.value, int)
        }
        return frozenset(its for its in found | counted if isinstance(its, int))

    @cached_property
    def _days(self) -> frozenset[tuple[int, ...]]:
        """The days that their weekdays and their "yesterday" are, told from their whole dates."""
        dates = [its.date for page in self.pages for its in page.contents.dates if its.date is not None]
        weekdays = {value[0] for value in (its.value for its in self.by_sort.get(Sort.WEEKDAY, ()))}
        found = set()
        for date in dates[:_MOST]:
            for step in range(-7, 8):
                other = _after(date, step)
                if other is not None and (abs(step) < 2 or other.weekday() in weekdays):
                    found.add((other.month, other.day))
        return frozenset(found)

    @cached_property
    def _weekdays(self) -> frozenset[int]:
        """The weekdays of their whole dates."""
        dates = (its.date for page in self.pages for its in page.contents.dates)
        return frozenset(its.weekday() for its in dates if its is not None)

    @cached_property
    def _moves_by_days(self) -> bool:
        """Whether they tell days relative to others, or hours that may go past midnight: "two days later"."""
        if any(its.unit == "day" for page in self.pages for its in page.contents.relative_times):
            return True
        units = {its.unit.name for page in self.pages for its in page.contents.quantities if its.unit is not None}
        return "hour" in units

    def follows(self, its: Landmark) -> bool:
        """Whether a landmark that they do not have follows from one that they have."""
        match its.sort:
            case Sort.YEAR:
                known = {other.value[0] for other in self.by_sort.get(Sort.YEAR, ())}
                return any(abs(its.value[0] - year) in self._steps for year in known)
            case Sort.DAY:
                return its.value in self._days
            case Sort.CLOCK:
                return any(_rounds(its.value, other.value) for other in self.by_sort.get(Sort.CLOCK, ()))
            case Sort.WEEKDAY:
                return its.value[0] in self._weekdays or self._moves_by_days
            case _:
                return False


def _rounds(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether a full or a half hour is near a time of the source: "shortly before five" of 4:52."""
    minutes = abs(one[0] * 60 + one[1] - other[0] * 60 - other[1])
    return one[1] % 30 == 0 and min(minutes, 12 * 60 - minutes) <= _ROUND


def _after(date: datetime.date, days: int) -> datetime.date | None:
    try:
        return date + datetime.timedelta(days)
    except OverflowError:
        return None


def moved(page: Page, sources: Sequence[Page]) -> Iterator[Moved]:
    """Each landmark of a rewrite that its sources do not have, with the one that was meant."""
    own = landmarks(page)[:_MOST]
    known = Landmarks(sources) if own else None
    told: set[int] = set()
    for its in own:
        if known is None or its.start in told:
            continue
        start, end = its.sentence
        if " ".join(page.text[start:end].split()) in known.sentences:
            continue
        if found := _moved(its, known):
            told.add(its.start)
            yield found


def _moved(its: Landmark, known: Landmarks) -> Moved | None:
    others = known.by_sort.get(its.sort, ())
    if not others or any(its.value == other.value for other in others):
        return None
    if its.sort == Sort.MONTH and any(its.value == day.value[:1] for day in known.by_sort.get(Sort.DAY, ())):
        return None
    best = max(others, key=lambda other: _shared(its, other))
    points = _shared(its, best)
    if known.follows(its) and (points < _SURE or its.sort == Sort.CLOCK):
        return None
    if its.sort == Sort.ORDER and (its.value[0] < _TELLING or not its.near & best.near):
        return None
    if points >= _MEANT:
        return Moved(its, best)
    return Moved(its, None) if its.sort in _ANYWHERE else None


def _shared(one: Landmark, other: Landmark) -> int:
    """How many words two landmarks share, those right beside them twice."""
    return len(one.near & other.near) + len(one.around & other.around)
