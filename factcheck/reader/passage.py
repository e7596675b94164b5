"""
Read one passage: the pipeline of the rooms, in order.

1. token: the passage as tokens; nothing more happens where it holds no digit and no number word
2. date, trap: tokens that are no quantity are stepped over
3. numeral, scale, currency, unit (sense: which of two), noun: a number and what follows it
4. hedge, direction: what stands before it
5. ranges: two numbers that are one range
6. ellipsis: nouns and units that were left out; breakdowns
7. label: numbers that turn out to count nothing
"""

from __future__ import annotations

from itertools import compress
from operator import or_

from factcheck.model.contents import Breakdown, Date
from factcheck.model.quantity import Quantity
from factcheck.model.regex import regex
from factcheck.model.tokens import CODE, FRONT, NUMBER, Tokens
from factcheck.reader import (
    age,
    currency,
    date,
    direction,
    ellipsis,
    hedge,
    label,
    noun,
    ranges,
    scale,
    trap,
    twofold,
    unit,
)
from factcheck.reader.draft import Draft, build
from factcheck.reader.numeral import numeral
from factcheck.reader.token import tokenise
from factcheck.reader.vocabulary import vocabulary

_DIGIT = regex(r"[\d¼½¾⅐-⅞]")
_NUMERIC = frozenset({NUMBER, CODE})
_WORDS = regex(r"[a-z]+")


def holds_number(text: str, start: int, end: int) -> bool:
    """Whether a passage holds a digit, a number word or the name of a day or a month."""
    if _DIGIT.search(text, start, end):
        return True
    return not vocabulary().triggers.isdisjoint(_WORDS.findall(text[start:end].lower()))


def read_passage(
    text: str, start: int, end: int, quantities: list[Quantity], breakdowns: list[Breakdown], dates: list[Date]
) -> None:
    """Add what ``text[start:end]`` states to the lists."""
    if not holds_number(text, start, end):
        return
    tokens = tokenise(text, start, end)
    drafts = _drafts(tokens, dates)
    for draft in drafts:
        hedge.attach(tokens, draft)
        direction.attach(tokens, draft)
        age.attach(tokens, draft)
    drafts = ranges.join(tokens, drafts)
    for draft in drafts:
        if draft.ends is not None:
            age.attach(tokens, draft)
    chains = ellipsis.resolve(tokens, drafts)
    kept = label.counting(tokens, drafts)
    built = {id(draft): build(tokens, draft) for draft in kept}
    quantities += built.values()
    for chain in chains:
        items = tuple(built[id(draft)] for draft in chain if id(draft) in built)
        if len(items) > 1:
            places = [item.place for item in items if item.place]
            start = min(items[0].start, places[0].start)
            end = max(items[-1].end, places[-1].end, tokens.ends[chain[-1].place_last - 1])
            breakdowns.append(Breakdown(start, end, items))


def _drafts(tokens: Tokens, dates: list[Date]) -> list[Draft]:
    """Steps 2 and 3: every number of the passage with its unit or noun, in order."""
    known = vocabulary()
    openers, calendar, starters = known.openers, known.calendar, known.starters
    kinds, lowers = tokens.kinds, tokens.lowers
    drafts: list[Draft] = []
    after = FRONT
    may_begin = map(or_, map(_NUMERIC.__contains__, kinds), map(starters.__contains__, lowers))
    for index in compress(range(len(lowers)), may_begin):
        if index < after:
            continue
        kind, word = kinds[index], lowers[index]
        dated = date.dates(tokens, index) if kind in (NUMBER, CODE) or word in calendar else None
        if dated is not None:
            dates += dated[0]
            after = dated[1]
            continue
        if kind == CODE or (word in calendar and word not in openers):
            continue
        after = trap.before(tokens, index)
        if after:
            continue
        draft = numeral(tokens, index)
        if draft is None:
            continue
        _attach(tokens, draft)
        drafts.append(draft)
        after = max(draft.last, draft.close)  # the numbers inside a noun are none: "two new 737 jets"
    return drafts


def _attach(tokens: Tokens, draft: Draft) -> None:
    currency.attach(tokens, draft)
    scale.attach(tokens, draft)
    draft.open, draft.close = draft.first, draft.last
    if draft.counted is not None:
        return
    at = hedge.behind(tokens, draft.last)
    unit.attach(tokens, draft, at)
    if draft.unit is not None:
        twofold.attach(tokens, draft)
    elif not twofold.height(tokens, draft):
        noun.attach(tokens, draft, at)
        if draft.bare:
            currency.attach_name_before(tokens, draft)
