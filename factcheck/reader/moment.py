"""
Find what is told of time and of order beside dates and numbers: periods, relative times, noon and midnight, ordinals
and ranks.

A few words of the language tell each; the tokens are walked once, and only those words are looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import compress

from factcheck.model.order import Rank
from factcheck.model.tokens import FRONT, NUMBER, Tokens
from factcheck.reader import clock, period, rank, relative
from factcheck.reader.found import Found
from factcheck.reader.landmark import Landmarks
from factcheck.reader.vocabulary import vocabulary


def attach(tokens: Tokens, landmarks: Landmarks, found: Found) -> None:
    """Add the periods, relative times, noons, ordinals and ranks of a passage."""
    after, rooms = FRONT, _rooms()
    lowers, time_forms = tokens.lowers, vocabulary().time_forms
    for at in compress(range(len(lowers)), map(rooms.__contains__, lowers)):
        told, index = rooms[lowers[at]], at
        if told is _BEHIND:
            if lowers[at - 1] not in time_forms:
                continue
        elif told is _OF_DIGITS:
            index = at - 1 - (lowers[at - 1] == "'")
            if tokens.kinds[index] != NUMBER:
                continue
        if index < after:
            continue
        for room in told:
            after = room(tokens, index, landmarks, found)
            if after:
                break
    for at, date in landmarks.dates.items():
        ended = relative.until(tokens, at, date, landmarks)
        if ended is not None:
            found.relative_times.append(ended[0])


def period_at(tokens: Tokens, index: int, _: Landmarks, found: Found) -> int:
    """Add the period that begins at a token; the token behind it, 0 where there is none."""
    told = period.period(tokens, index)
    if told is None:
        return 0
    found.periods.append(told[0])
    return told[1]


def _lettered(tokens: Tokens, index: int, landmarks: Landmarks, found: Found) -> int:
    """A quarter or a half by its letter: "Q3", "3Q"."""
    first = index - (tokens.kinds[index - 1] == NUMBER and tokens.glued(index))
    return period_at(tokens, first, landmarks, found)


def _relative(tokens: Tokens, index: int, landmarks: Landmarks, found: Found) -> int:
    told = relative.relative(tokens, index, landmarks)
    if told is None:
        return 0
    found.relative_times.append(told[0])
    return told[1]


def _noon(tokens: Tokens, index: int, landmarks: Landmarks, found: Found) -> int:
    told = clock.named(tokens, index) if index not in landmarks.taken else None
    if told is None:
        return 0
    found.times_of_day.append(told[0])
    return told[1]


def _order(tokens: Tokens, index: int, landmarks: Landmarks, found: Found) -> int:
    told = rank.order(tokens, index, landmarks)
    if told is None:
        return 0
    if isinstance(told[0], Rank):
        found.ranks.append(told[0])
    else:
        found.ordinals.append(told[0])
    return told[1]


_Room = Callable[[Tokens, int, Landmarks, Found], int]
_BEHIND: tuple[_Room, ...] = (_relative,)
"""Of a word behind a unit of time."""
_OF_DIGITS: tuple[_Room, ...] = (period_at, _order)
"""Of what digits are glued to: "1st", "3Q", "1990s", "1990's"."""


@cache
def _rooms() -> dict[str, tuple[_Room, ...]]:
    """The rooms that read what is told with a word, by the word."""
    known = vocabulary()
    rooms: dict[str, tuple[_Room, ...]] = {}
    for words, told in (
        (known.after_times, _BEHIND),
        (known.before_times, (_relative,)),
        (("yesterday", "today", "tomorrow"), (_relative,)),
        (("noon", "midnight"), (_noon,)),
        (("fiscal", "financial", "fy"), (period_at,)),
        (("st", "nd", "rd", "th", "s"), _OF_DIGITS),
        (("q", "h"), (_lettered,)),
        (("no", "number", "#", "top"), (_order,)),
        (known.numbers.ordinals, (period_at, _order)),
        ((word for word, value in known.numbers.cardinals.items() if value >= 20), (period_at, _order)),
        (("first",), (period_at, _relative, _order)),
    ):
        rooms.update(dict.fromkeys(words, told))
    return rooms
