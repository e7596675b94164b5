"""
The time that each number of a sentence is said of.

A date or a phrase of time ("a year earlier") belongs to the number right before it, unless a comma or a conjunction
stands between and a number follows: "28 in 2010, compared with 22 in 2009", "in 2010, 28; in 2009, 22". A time at
the head of a clause is that of its numbers without one of their own.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.facts.mark import DETERMINER, FUNCTION, TIME
from factcheck.facts.sentence import Sentence, Timed
from factcheck.model.fact import When
from factcheck.model.lexicon import lexicon
from factcheck.model.moment import Bearing, Date, Period
from factcheck.model.tokens import FRONT, WORD
from factcheck.reader.vocabulary import vocabulary

REACH = 14
"""How far behind a number its time may stand [tokens]."""


def times(sentence: Sentence) -> tuple[tuple[When, bool, tuple[Date, ...]], ...]:
    """For each number its time, whether that is its own rather than its clause's, and the dates it was read from."""
    mentions = sentence.mentions
    own: list[list[int]] = [[] for _ in mentions]
    shared: list[int] = []
    for at in range(FRONT, sentence.end):
        if _begins_time(sentence, at):
            owner = _owner(sentence, at)
            (shared if owner is None else own[owner]).append(at)
    found = []
    for number, mention in enumerate(mentions):
        whens = [_when(sentence, at) for at in own[number]]
        said = _merged(whens)
        found_in = (sentence.times[-sentence.taken[at] - 1] for at in own[number] if sentence.taken[at] < 0)
        dates = tuple(time for time in found_in if isinstance(time, Date))
        if said.is_said:
            found.append((said, True, dates))
        else:
            found.append((_of_clause(sentence, mention.number, shared), False, ()))
    return tuple(found)


def _begins_time(sentence: Sentence, at: int) -> bool:
    """Whether a time begins at a token."""
    taken = sentence.taken[at]
    if taken < 0:
        return sentence.taken[at - 1] != taken
    return not taken and bool(sentence.marks[at] & TIME) and _phrase(sentence, at) is not None


def _governs(sentence: Sentence, at: int) -> bool:
    """Whether what stands behind a "before" is what it is before: "before the war", "before dumping"."""
    noun = sentence.marks[at] & DETERMINER or not sentence.marks[at] & FUNCTION
    return sentence.lowers[at - 1] == "before" and sentence.tokens.kinds[at] == WORD and bool(noun)


def _phrase(sentence: Sentence, at: int) -> When | None:
    """The time that words of ``relations.yaml`` tell: "previously", "this year"."""
    for group, relative in (("earlier", -1), ("now", 1)):
        length = lexicon().phrase(group).beginning(sentence.lowers, at)
        if length and not _governs(sentence, at + length):
            return When(relative=relative, words=" ".join(sentence.lowers[at : at + length]))
    day = sentence.lowers[at][:-2]
    if day in vocabulary().weekdays:
        return When(weekday=vocabulary().weekdays[day], relative=-1, words=sentence.lowers[at])  # "Thursday's close"
    return None


def _owner(sentence: Sentence, at: int) -> int | None:
    """The number that a time belongs to: the one before it, or the next; ``None`` where it is its clause's."""
    before = next(
        (n for n in range(len(sentence.mentions) - 1, -1, -1) if sentence.mentions[n].number_last <= at), None
    )
    behind = None if before == len(sentence.mentions) - 1 else (before + 1 if before is not None else 0)
    parted = before is None or _parted(sentence, sentence.mentions[before].last, at)
    if before is not None and not parted and at - sentence.mentions[before].last <= REACH:
        return before
    if behind is not None and sentence.clauses[sentence.mentions[behind].number] == sentence.clauses[at]:
        mention = sentence.mentions[behind]
        if mention.number - at <= _NEAR and (parted or before is None):
            return behind
    return None


_NEAR = 5
"""How near before a number a time must stand to be its own [tokens]: "in 2009, 22"."""


def _parted(sentence: Sentence, start: int, at: int) -> bool:
    """Whether a sign or a conjunction parts a number from a time behind it."""
    if sentence.clauses[min(start, sentence.end - 1)] != sentence.clauses[at]:
        return True
    return any(sentence.lowers[index] in (",", ";", "and", "but", "or", ":") for index in range(start, at))


def _when(sentence: Sentence, at: int) -> When:
    """The time that begins at a token."""
    taken = sentence.taken[at]
    if taken < 0:
        return when_of(sentence.times[-taken - 1])
    return _phrase(sentence, at) or When()


def when_of(time: Timed) -> When:
    """
    A date, a period or a relative time as the time of a fact.

    >>> when_of(Date("May 2019", 0, 8, 2019, 5)).month
    5
    """
    if isinstance(time, Date):
        return When(time.year, time.month, time.day, time.weekday, words=time.text)
    if isinstance(time, Period):
        which = f"{time.span} {time.number or ''}".strip() if time.number or time.year is None else str(time.span)
        return When(time.year, period=which, words=time.text)
    relative = _RELATIVE.get(time.bearing, 0)
    date = time.date
    count = time.count if time.bearing in (Bearing.AGO, Bearing.EARLIER) else None
    period = f"{time.count or ''} {time.unit}".strip() if time.bearing in _LENGTHS else ""
    year, month, day = (date.year, date.month, date.day) if date else (None, None, None)
    return When(year, month, day, period=period, relative=relative, words=time.text, unit=time.unit, count=count)


_RELATIVE = {Bearing.LAST: -1, Bearing.EARLIER: -1, Bearing.AGO: -1, Bearing.THIS: 1, Bearing.NEXT: 1, Bearing.SAME: 0}
"""Whether a time lies before the one that is spoken of."""
_LENGTHS = frozenset({Bearing.ENDED, Bearing.FIRST, Bearing.SAME})
"""Bearings of a stretch whose length says which it is: "the first nine months"."""


def _merged(whens: list[When]) -> When:
    """Several times of one number as one: the first of each part."""
    result = When()
    for when in whens:
        if not result.is_said:
            result = when
        else:
            result = replace(
                result,
                year=result.year if result.year is not None else when.year,
                month=result.month if result.month is not None else when.month,
                period=result.period or when.period,
                relative=result.relative or when.relative,
                unit=result.unit or when.unit,
                count=result.count if result.unit else when.count,
            )
    return result


def _of_clause(sentence: Sentence, at: int, shared: list[int]) -> When:
    """The time of the clause, where it has one that is no number's own."""
    clause = sentence.clauses[at]
    return _merged([_when(sentence, index) for index in shared if sentence.clauses[index] == clause])
