"""
Dates that contradict the calendar, each other, or the time that is said to lie between them.

A day and its weekday side by side; a span ("from … to …", "between … and …") that ends before it begins; a
span with its length ("a 17-month period between …", "from 2010 to 2015, a five-year stretch"); an age beside
birth and death. What was moved or counted back is no span ("moved from 2021 to 2019"), and the length of
something inside the span is not its length ("the first three months", "two seasons").

Finds:

    The raid was on Monday, October 27, 2021, in Rome.
    ---
    The course runs from September 2021 to January 2021.
    ---
    It was a 17-month period between January 2022 and April 2024.
    ---
    She ran the paper from 2010 to 2015, an eight-year stretch.
    ---
    They stole it between January 2019 and March 2021, a period of 36 months.
    ---
    The poet (born 5 May 1950, died 3 June 2010) was aged 50.
    ---
    The ten-month project ran from March 2020 to May 2020.

Leaves alone:

    The raid was on Wednesday, October 27, 2021, in Rome.
    ---
    The course runs from September 2021 to January 2022.
    ---
    It was a 28-month period between January 2022 and April 2024.
    ---
    She ran the paper from 2010 to 2015, a six-year stretch.
    ---
    They stole it between January 2019 and March 2021, a period of about 26 months.
    ---
    They stole it between January 2019 and March 2021, and for a period of eight years before.
    ---
    The poet (born 5 May 1950, died 3 June 2010) was aged 60.
    ---
    The vote was moved from June 2021 to March 2021.
    ---
    Prices fell back from 2021 to 2019 levels.
    ---
    Sales grew in the first three months of the period from January 2022 to April 2024.
    ---
    She won four medals in three years, and taught from 2010 to 2019.
    ---
    The three-year plan was debated between May 2020 and June 2020.
    ---
    He opened a five-year study in March 2020, and it met in May 2020.
    ---
    The two-week course is held from March 2020 to May 2022.
    ---
    The law of Monday, in force since October 27, 2021, was changed.
    ---
    Born in 1950, she had three children, the eldest aged 40 when she died in 2010.
    ---
    The temple stood from 300 BC to 200 BC.
    ---
    Between 2009 and 2007, the share fell.
    ---
    The company restated its results from 2019 to 2017.
    ---
    He was given a 10-year term from 2010 to 2012.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.discover.page import Page, Passage
from factcheck.discover.proposal import Proposal, Value
from factcheck.model.day import Day, days
from factcheck.model.moment import Date
from factcheck.model.quantity import Quantity
from factcheck.model.regex import regex

_WEEKDAY_DAY = regex(r",?\s(?:the\s|\()?$")
_FROM = regex(
    r"\b(from|between|since|beginning(?: in| on)?|starting(?: in| on)?)\s(?:the\s)?(?:early |late |mid-?)?$",
    re.IGNORECASE,
)
_TO = regex(r"(?:,?\s(?:to|until|till|through|and|up to)\s(?:the\s)?(?:end of |early |late |mid-?)?|\s?[–—]\s?|\s-\s)$")
_MOVED = regex(
    r"\b(?:mov(?:e|ed|es|ing)|chang\w+|push\w*|brought|bring\w*|shift\w*|correct\w+|revis\w+|back|amend\w*"
    r"|advanc\w+|reschedul\w+|levels?|return\w*|reduc\w+|revert\w*|B\.?C\.?E?|down|cut|not|instead|rather"
    r"|vice versa|backwards?|reverse\w*)\b"
)
_PERIOD = regex(
    r"[ -](?:long )?(?P<noun>period|span|stretch|interval|run|window|timeframe|time frame|tenure|effort|campaign"
    r"|project|operation|investigation|study|survey|program(?:me)?|reign|career|stint|spell|tour|war|siege|strike"
    r"|conspiracy|scheme)\b"
)
_PERIOD_OF = regex(r"\b(?:period|span|stretch|interval|total) of (?:about |some |nearly |over |more than )?$")
_SURE = frozenset({"period", "span", "stretch", "interval", "window", "timeframe", "time frame"})
"""Nouns that say nothing but that time passed: no other thing can have that length."""
_BEFORE_SPAN = regex(r"(?:[ ,(]|that|which|ran|lasted|ending|ended|covering|spanning|running|extending|of time)*")
_AFTER_SPAN = regex(
    r"(?:,|;)? ?(?:\(| — | – |, )?(?:or |for |over |that is,? )?(?:an? (?:period|span|stretch|interval|total) of )?"
    r"(?:an? |some |the |about |nearly |over |more than )?$"
)
_PART_OF = regex(
    r"\b(?:first|last|final|next|another|past|previous|additional|more|further|every|each|per|other|within|of the)"
    r"\s+(?:\w+\s)?$",
    re.IGNORECASE,
)
_BORN = regex(r"\bborn\b", re.IGNORECASE)
_DIED = regex(r"\b(?:died|dies|killed|death)\b", re.IGNORECASE)
_REACH = 100
"""How far from a span its words may stand [code points]."""
_SPAN_GAP = 40
"""The most that may stand between the two dates of a span [code points]."""
_TIMES = ("day", "week", "fortnight", "month", "quarter", "year", "decade")


def find(page: Page) -> Iterator[Proposal]:
    """The weekdays, spans, lengths and ages of each sentence."""
    for passage in page.passages:
        if len(passage.dates) < 2:
            continue
        for one, other in zip(passage.dates, passage.dates[1:], strict=False):
            if one.weekday is not None and other.date is not None:
                yield from _weekday(page, one, other)
            elif one.weekday is None and other.weekday is None:
                yield from _span(page, passage, one, other)
        yield from _age(page, passage)


def _day(page: Page, date: Date) -> Day:
    return Day(date, page.document.path, page.document.label)


def _weekday(page: Page, weekday: Date, day: Date) -> Iterator[Proposal]:
    """ "Monday, October 27, 2021"."""
    between = page.text[weekday.end : day.start]
    if day.year and 1900 <= day.year <= 2100 and _WEEKDAY_DAY.fullmatch(between):
        operands: dict[str, Value] = {"day": _day(page, day), "weekday": _day(page, weekday)}
        yield Proposal("duration", operands, day.text, True, weekday.text)


def _span(page: Page, passage: Passage, start: Date, end: Date) -> Iterator[Proposal]:
    """Two dates with the words of a span, and how long it is said to be."""
    opening = _opening(page, passage, start, end)
    if opening is None:
        return
    word, at = opening
    operands: dict[str, Value] = {"from_": _day(page, start), "to": _day(page, end)}
    if _runs_backward(start, end):
        # Two years alone may be a comparison; with their months they can only be a span.
        exact = bool(start.month and end.month and word)
        near = bool(word) and (start.year or 0) - (end.year or 0) < 30
        if exact or near:
            yield Proposal("duration", operands, "the span", exact, word, doubtful=not exact)
        return
    for length in page.quantities(max(passage.start, at - _REACH), min(passage.end, end.end + _REACH)):
        sure = _is_length(page, length, at, end)
        if sure is not None:
            yield Proposal("duration", operands | {"is_": page.stated(length)}, "the span", sure, "span")
            return


def _opening(page: Page, passage: Passage, start: Date, end: Date) -> tuple[str, int] | None:
    """The word that opens a span ("from"; none before a dash), and where; ``None`` where two dates are no span."""
    between = page.text[start.end : end.start]
    if len(between) > _SPAN_GAP or not _TO.fullmatch(between) or end.year is None:
        return None
    first = max(passage.start, start.start - _REACH)
    before = page.text[first : start.start]
    opening = _FROM.search(before)
    word = opening[1].lower() if opening else ""
    joined = between.strip()
    if not word and joined not in ("–", "—", "-"):
        return None
    if joined.startswith("and") and word != "between":
        return None
    around = before[-60:] + between + page.text[end.end : min(passage.end, end.end + 24)]
    if _MOVED.search(around):
        return None
    return word, first + opening.start() if opening else start.start


def _runs_backward(start: Date, end: Date) -> bool:
    first, last = days(start), days(end)
    return first is not None and last is not None and last[1] < first[0]


def _is_length(page: Page, length: Quantity, opening: int, end: Date) -> bool | None:
    """Whether a time is that of the span, and whether the words leave no doubt; ``None`` where it is not."""
    if length.unit is None or length.unit.name not in _TIMES or length.value is None:
        return None
    text = page.text
    period = _PERIOD.match(text, length.end)
    if period is None and _PERIOD_OF.search(text[max(0, length.start - 30) : length.start]):
        beside = 0 <= length.start - end.end < 34 and _AFTER_SPAN.fullmatch(text[end.end : length.start])
        return True if beside else None
    if period is None or _PART_OF.search(text[max(0, length.start - 24) : length.start]):
        return None
    if length.end <= opening:
        beside = opening - length.end < 60 and _BEFORE_SPAN.fullmatch(text[period.end() : opening])
    else:
        beside = 0 <= length.start - end.end < 24 and _AFTER_SPAN.fullmatch(text[end.end : length.start])
    return period["noun"] in _SURE if beside else None


def _age(page: Page, passage: Passage) -> Iterator[Proposal]:
    """Birth, death and age in one sentence about one person."""
    words = page.text[passage.start : passage.end]
    dates = [its for its in passage.dates if its.weekday is None and its.year]
    if len(dates) != 2 or len(_BORN.findall(words)) != 1 or len(_DIED.findall(words)) != 1:
        return
    birth, death = dates
    born, died = _BORN.search(words), _DIED.search(words)
    if born is None or died is None or not born.start() < birth.start - passage.start < died.start():
        return
    for age in passage.quantities:
        between = page.text[min(death.end, age.start) : age.start]
        if _is_age(age) and age.start > death.end and len(between) < 40 and "," not in between:
            dated: dict[str, Value] = {"from_": _day(page, birth), "to": _day(page, death)}
            yield Proposal("duration", dated | {"is_": page.stated(age)}, "the age", False, "aged")
            return


def _is_age(quantity: Quantity) -> bool:
    return quantity.unit is not None and quantity.unit.name == "year of age" and quantity.value is not None
