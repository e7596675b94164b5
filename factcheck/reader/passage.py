"""
Read one passage: the pipeline of the rooms, in order.

1. token: the passage as tokens; nothing more happens where it holds no digit and no number word
2. date, clock, trap: dates and times, and tokens that are no quantity, which are stepped over
3. numeral, scale, currency, unit (sense: which of two), noun: a number and what follows it
4. hedge, direction: what stands before it
5. ranges: two numbers that are one range
6. ellipsis: nouns and units that were left out; breakdowns
7. score, label: numbers that turn out to count nothing
8. moment (period, relative, clock, rank): what is told of time and of order, beside dates and numbers
"""

from __future__ import annotations

from itertools import compress
from operator import or_

from factcheck.model.contents import Breakdown
from factcheck.model.order import Ratio, Score
from factcheck.model.regex import regex
from factcheck.model.tokens import CODE, FRONT, NUMBER, Tokens
from factcheck.reader import (
    age,
    clock,
    currency,
    date,
    direction,
    ellipsis,
    hedge,
    label,
    moment,
    noun,
    part,
    ranges,
    scale,
    score,
    trap,
    twofold,
    unit,
)
from factcheck.reader.draft import Draft, build
from factcheck.reader.found import Found
from factcheck.reader.landmark import Landmarks
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


def read_passage(text: str, start: int, end: int, found: Found) -> None:
    """Add what ``text[start:end]`` states."""
    if not holds_number(text, start, end):
        return
    tokens = tokenise(text, start, end)
    found.tokens.append(tokens)
    landmarks = Landmarks()
    drafts = _drafts(tokens, landmarks, found)
    for draft in drafts:
        hedge.attach(tokens, draft)
        direction.attach(tokens, draft)
        age.attach(tokens, draft)
    drafts = ranges.join(tokens, drafts)
    for draft in drafts:
        if draft.ends is not None:
            age.attach(tokens, draft)
    chains = ellipsis.resolve(tokens, drafts)
    scored = label.scores(tokens, drafts)
    kept = label.counting(tokens, drafts, scored)
    built = {id(draft): build(tokens, draft) for draft in kept}
    found.quantities += built.values()
    for chain in chains:
        items = tuple(built[id(draft)] for draft in chain if id(draft) in built)
        if len(items) > 1:
            places = [item.place for item in items if item.place]
            start = min(items[0].start, places[0].start)
            end = max(items[-1].end, places[-1].end, tokens.ends[chain[-1].place_last - 1])
            found.breakdowns.append(Breakdown(start, end, items))
    _proportions(tokens, drafts, scored, found)
    landmarks.drafts = drafts
    moment.attach(tokens, landmarks, found)


def _proportions(tokens: Tokens, drafts: list[Draft], scored: list[tuple[Draft, Draft]], found: Found) -> None:
    """Scores and ratios."""
    if scored:
        found.scores += score.dashed(tokens, scored)
    before: Draft | None = None
    for draft in drafts:
        if draft.ratio is not None:
            found.ratios.append(score.share(tokens, draft, draft.ratio))
        if before is not None and draft.first - before.last <= score.LINK:
            _enter(score.joined(tokens, before, draft), found)
        before = draft


def _enter(one: Score | Ratio | None, found: Found) -> None:
    if isinstance(one, Score):
        found.scores.append(one)
    elif one is not None:
        found.ratios.append(one)


def _drafts(tokens: Tokens, landmarks: Landmarks, found: Found) -> list[Draft]:
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
            found.dates += dated[0]
            after = dated[1]
            landmarks.dates[index] = dated[0][0]
            landmarks.dated.update(range(index, after))
            continue
        timed = clock.clock(tokens, index) if kind == CODE or lowers[index + 1] in clock.CUES else None
        if timed is not None:
            found.times_of_day.append(timed[0])
            after = timed[1]
            landmarks.dated.update(range(index, after))
            continue
        if kind == CODE:
            after = moment.period_at(tokens, index, landmarks, found)
            if not after:
                _enter(score.record(tokens, index), found)
            continue
        if word in calendar and word not in openers:
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
        part.ratio_around(tokens, draft)
        if draft.bare:
            currency.attach_name_before(tokens, draft)
