"""
Read times that are relative to another: "last week", "the past three years", "a year earlier", "two days ago",
"year-ago", "yesterday", "five weeks ended April 4", "the first nine months of 1987".

Found from the word that says how they lie ("last", "earlier", "ended"); the number and the unit of time beside it
were read before.
"""

from __future__ import annotations

from factcheck.model.moment import Bearing, Date, RelativeTime
from factcheck.model.tokens import Tokens
from factcheck.reader.draft import Draft
from factcheck.reader.inflection import is_plural, singular
from factcheck.reader.landmark import Landmarks
from factcheck.reader.vocabulary import vocabulary

Found = tuple[RelativeTime, int]
"""A relative time, and the token behind it."""

_DAYS = {"yesterday": Bearing.LAST, "today": Bearing.THIS, "tomorrow": Bearing.NEXT}
_ENDED = frozenset({"ended", "ending", "to", "through"})
_ARTICLES = frozenset({"a", "an", "one", "the"})
_OPEN = frozenset({"several", "few", "many", "couple", "some"})
"""What leaves the number open."""


def relative(tokens: Tokens, index: int, landmarks: Landmarks) -> Found | None:
    """The relative time that the word at a token tells of."""
    lower, known = tokens.lowers[index], vocabulary()
    if lower in _DAYS:
        return _make(tokens, index, index + 1, _DAYS[lower], "day", 1)
    if lower in known.before_times:
        found = _ahead(tokens, index, known.before_times[lower], landmarks)
        if found is not None:
            return found
    bearing = known.after_times.get(lower)
    return _behind(tokens, index, bearing, landmarks) if bearing is not None else None


def _make(
    tokens: Tokens, first: int, last: int, bearing: Bearing, unit: str, count: int | None, date: Date | None = None
) -> Found:
    start, end = tokens.starts[first], date.end if date else tokens.ends[last - 1]
    return RelativeTime(tokens.text[start:end], start, end, bearing, unit, count, date), last


def _unit(tokens: Tokens, at: int) -> str:
    """The unit of time at a token, in the singular; empty where there is none."""
    word = tokens.lowers[at].removesuffix("'s").removesuffix("'")
    one = singular(word)
    return one if one in vocabulary().time_units else ""


def _counted(draft: Draft | None) -> int | None:
    """How many units of time a number tells; ``None`` where that is no whole number."""
    if draft is None or draft.ends is not None or draft.indefinite or not isinstance(draft.value, int):
        return None
    return draft.value


def _is_time(draft: Draft) -> bool:
    return draft.unit is not None and draft.unit.dimension == (("time", 1),)


def _ahead(tokens: Tokens, index: int, bearing: Bearing, landmarks: Landmarks) -> Found | None:
    """ "Last week", "the past three years", "the first nine months of 1987"."""
    draft = landmarks.first.get(index + 1)
    if draft is not None:
        if not _is_time(draft):
            return None
        unit, last, count = _unit(tokens, draft.close - 1), draft.close, _counted(draft)
    else:
        at = index + 1
        while tokens.lowers[at] in _OPEN or (at > index + 1 and tokens.lowers[at] == "of"):
            at += 1
        unit, last, count = _unit(tokens, at), at + 1, 1 if at == index + 1 else None
    if not unit or (bearing is Bearing.FIRST and draft is None):
        return None
    date = None
    if bearing is Bearing.FIRST:
        date = landmarks.dates.get(last + (tokens.lowers[last] in ("of", "in")))
    return _make(tokens, index, last, bearing, unit, count, date)


def _behind(tokens: Tokens, index: int, bearing: Bearing, landmarks: Landmarks) -> Found | None:
    """ "A year earlier", "two days ago", "year-ago", "decades later", "the day before"."""
    at = index - 1 - tokens.hyphen(index - 1)
    unit = _unit(tokens, at)
    if not unit:
        return None
    draft = landmarks.last.get(at + 1)
    if draft is not None and _is_time(draft):
        return _make(tokens, draft.first, index + 1, bearing, unit, _counted(draft))
    before = tokens.lowers[at - 1]
    if is_plural(tokens.lowers[at]):
        first = at - (before in _OPEN)
        return _make(tokens, first, index + 1, bearing, unit, None)
    if at < index - 1:  # "year-ago"
        return _make(tokens, at, index + 1, bearing, unit, 1)
    return _make(tokens, at - 1, index + 1, bearing, unit, 1) if before in _ARTICLES else None


def until(tokens: Tokens, at: int, date: Date, landmarks: Landmarks) -> Found | None:
    """
    The stretch of time that ends with the date at a token: "five weeks ended April 4", "the year ending in June", "the
    six months to March"; not "from May to June".
    """
    index = at - 1 - (tokens.lowers[at - 1] in ("on", "in", "at", "last"))
    unit = _unit(tokens, index - 1) if tokens.lowers[index] in _ENDED else ""
    if not unit:
        return None
    draft = landmarks.last.get(index)
    if draft is not None and _is_time(draft):
        return _make(tokens, draft.first, index + 1, Bearing.ENDED, unit, _counted(draft), date)
    if tokens.lowers[index] not in ("ended", "ending"):
        return None
    return _make(tokens, index - 1, index + 1, Bearing.ENDED, unit, 1, date)
