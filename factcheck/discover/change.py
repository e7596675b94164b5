"""
A change from an old to a new value, by so much.

"rose 12 percent to $45.2 million from $40.3 million", "from 70 MB to 76 MB, an increase of 6 MB", "$45.2 million,
up 12% from $40.3 million", "$45.2 million compared with $40.3 million, an increase of 12%", "5,210 votes, 1,200 more than the 4,010 for Lin".
Ranks fall when they get better, and a change "from a high of" is not from the old value.

Finds:

    Turnout rose by 20 percent, from 40 to 44 members.
    ---
    Sales were $45.2 million, up 22% from $40.3 million a year earlier.
    ---
    The download grew by 22% (6 MB) from 70 MB to 76 MB.
    ---
    Costs increased by $3.1 million, or 21%, to $28.9 million from $25.8 million.
    ---
    Stocks rose 28,000 barrels to 38.25 million barrels from 37.98 million barrels.
    ---
    Net income was $3.2 million compared with $2.8 million in 2019, an increase of 41%.
    ---
    Unemployment fell by two percentage points, from 9% to 5%.
    ---
    Initial claims rose 1,300 to a seasonally adjusted 231,000 for the week ended Saturday, from 218,000 the week before.
    ---
    It gained 412.35 points, or 1.08%, to finish at 38,529.85, having closed at 38,180.50 on Friday.
    ---
    The stock closed down 8.3% at 42.40 euros, compared with Thursday's close of 48.20 euros.
    ---
    The margin widened by 210 basis points to 37.8% from 36.6%.
    ---
    Income rose 29% to $2.4 million, or 15 cents per share, from $2.2 million, or 13 cents per share.
    ---
    Revenue grew 19.6% on an annual basis to $36.6 million from $31.3 million.
    ---
    The firm had 98.6 million shares on June 30, 2024, which is 14.1 billion more than the 84.5 million of the year before.
    ---
    The firm employed 3,700 people, 200 more than the 3,500 it employed twelve months before, a rise of 7.5%.
    ---
    Roe won 5,210 votes, 2,100 more than Lin, who got 4,010.
    ---
    Roe won 5,210 votes, 1,200 more than the 3,010 for Lin.
    ---
    The rig count was up 23 to 180, against 146 a week earlier.
    ---
    Costs decreased $2.3 million in the quarter to $9.9 million, or 21.6% of net sales, from $11.2 million.
    ---
    The police counted 3,009 crimes, in comparison to last year's 3,643, a seven percent decrease.
    ---
    Stocks were 1.96 million homes, 1.7 percent lower than a year ago (2.11 million).
    ---
    Sales increased by 6.3% to $143.5 million, compared with $125.0 million in the prior year period.
    ---
    The median price was $263,800, up 8.5 percent from June 2016 ($247,600).
    ---
    Sales decreased 1.8 percent to a seasonally adjusted annual rate of 5.52 million in June from 5.82 million in May.
    ---
    Sales were at a rate of 685,000, which is 6.2% above the revised September rate of 545,000.
    ---
    Net sales increased $94 million, or 14%, to $2.5 billion compared to $2.4 billion in the prior year.
    ---
    The lower crop would be offset by a 25% increase in output to 315,000 tonnes from 248,000 tonnes.

Leaves alone:

    Turnout rose by 10 percent, from 40 to 44 members.
    ---
    Sales were $45.2 million, up 12% from $40.3 million a year earlier.
    ---
    Costs increased by $3.1 million, or 12%, to $28.9 million from $25.8 million.
    ---
    Arrests rose to 52 from 45.
    ---
    Shares were up 12.5 cents at 6.705 from a high of 6.75.
    ---
    The team rose to 5 from 12 in the rankings.
    ---
    Net income was $3.2 million compared with $2.8 million in 2019, an increase of 14%.
    ---
    Prices rose 2 percent, and sales fell from 52 to 45.
    ---
    Sales rose 5 percent to $3.2 million. Profit came to $1 million from $2 million.
    ---
    Profit fell 5% from a year earlier to $3 million, from shops in 12 towns.
    ---
    Unemployment fell by two percentage points, from 9% to 7%.
    ---
    The rate rose 0.25 percentage points to 1.5% from 1.25%.
    ---
    The time was cut from 30 to 20 minutes for 50 percent of them.
    ---
    Initial claims rose 13,000 to a seasonally adjusted 231,000 for the week ended Saturday, from 218,000 the week before.
    ---
    It gained 412.35 points, or 1.08%, to finish at 38,592.85, having closed at 38,180.50 on Friday.
    ---
    The margin widened by 210 basis points to 38.7% from 36.6%.
    ---
    The combined ratio improved to 93.8% from 95.1%, a gain of 1.3 points.
    ---
    The firm employed 3,700 people, 200 more than the 3,500 it employed twelve months before, a rise of 5.7%.
    ---
    Profit rose 14% to $3.2 million, or 32 cents a share, from $2.8 million, or 28 cents a share.
    ---
    Sales grew 12%, or 9% in constant currency, to $5.6 billion from $5.0 billion.
    ---
    Organic sales were up 3% to $5.6 billion from $5.0 billion.
    ---
    Sales rose 5% a year, to $40 million from $30 million in 2015.
    ---
    Net income rose to $3 million from a loss of $5 million.
    ---
    Roe won 5,210 votes, 1,200 more than the 4,010 for Lin.
    ---
    The team won 14 games, 3 more than in 2019, when it lost 12 of 20.
    ---
    The district has 520 pupils, about 40 more than the 475 it had last fall.
    ---
    Shares rose 4 percent to 212 pence, against 250 pence at the start of the year.
    ---
    Revenue rose 10% to $110 million, compared with the $120 million consensus.
    ---
    Oil rose 1.2% to $82.40 a barrel, from about $78 two weeks ago.
    ---
    They took 121 tonnes of tea, 11 tonnes or 10 percent more than the 110 of the year before.
    ---
    Income rose 9% to $2.4 million, or 15 cents per share, from $2.2 million, or 13 cents per share.
    ---
    It earned $84.0 million on revenue of $1.26 billion, compared with $77.0 million, or $1.07 a share, on $1.20 billion.
    ---
    The vote was 52 to 48, compared with 60 to 40 in 2018, a drop of 8.
    ---
    The rig count was up 16 to 180, against 398 a year ago.
    ---
    The average value of the yen against the dollar rose 0.8% to 153.50 in May from 154.67 in April.
    ---
    Prices slid $300 a tonne in March, to $1,279 from $1,580.
    ---
    Output fell, largely because of the rising dollar, by 8.18% to 140.06 from 152.53.
    ---
    Wheat increased one to 90 in Rome, was unchanged at 82 in Bari and fell one to 88 in Pisa.
    ---
    Turnover rose 7.2% to 3.88 billion euros, while orders were barely changed at 3.91 billion euros.
    ---
    May contracts touched 1,270 pounds before ending the day at 1,314 pounds, down 184 pounds from the previous close.
    ---
    Rates may gain 50 to 100 basis points by early summer from the 9.50% of February.
    ---
    Grains ranged from down 0.60 dollars in May wheat to up 0.30 dollars in new barley.
    ---
    Prices should reach 70 cents a pound, up from around 63 or 64 cents.
    ---
    It had a net loss of $469.3 million, compared with a profit of $38.7 million in 2019, which included a gain of $341 million.
    ---
    Losses were reduced to $32.7 million, or 44 cents, from $84.4 million, or a dollar.
    ---
    Profit increased to $61.5 million or 65 cents a share from $50.2 million or 51 cents a share.
    ---
    July wheat was up 13.1 cents at 6.785 dollars from 6.84 dollars.
    ---
    The index stood at 135, a fall of one point compared to January, against 142 in February 2019.
    ---
    Stocks dropped to 45,870 tonnes from a revised 55,693 (65,100) in January.
    ---
    The firm will cut 1,300 jobs, which will reduce its workforce to 5,500 from 6,810.
    ---
    Some 65 voted for it and 35 against, two short of the two-thirds majority.
    ---
    The bonds were priced to yield 8.62%, or 107 basis points over the 9.25% Treasury bonds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.discover.exchange import exchanges
from factcheck.discover.fit import fitted
from factcheck.discover.movement import Change, changes, verb_before
from factcheck.discover.plausible import ADJUSTED, agrees_roughly, contradicts, plausible, rounded_off
from factcheck.discover.proposal import Proposal
from factcheck.facts.page import Page, Passage
from factcheck.model.amount import base
from factcheck.model.number import divide, magnitude
from factcheck.model.quantity import Direction
from factcheck.model.regex import regex

_RANK = regex(r"\b(?:rank\w*|place|position|spot|seed\w*|standing\w*|grade|degree|class|No\.)\b", re.IGNORECASE)
_LOSS = regex(r"\b(?:loss(?:es)?|deficit|shortfall)\b")
_GAIN = regex(r"\b(?:profits?|income|earnings|surplus)\b")
_AGE = regex(
    r"\b(?:an? (?:man|woman|boy|girl|child|youth|teenager|player|student|widow|veteran|mother|father) of|aged) $"
)
"""Before a bare number: an age ("a man of 23")."""
_OR_SO_MUCH = regex(r",? or (?:about |some )?[\d.]{1,8}(?:%| per ?cent) (?:more|less|fewer|higher|lower|above|below)\b")
"""Behind an amount: it is the difference itself ("11 tonnes or 10 percent more than the 110")."""


def find(page: Page) -> Iterator[Proposal]:
    """The changes of each sentence."""
    for passage in page.passages:
        if len(passage.quantities) > 1 or any(its.ends for its in passage.quantities):
            text = page.text[passage.start : passage.end]
            told = sorted(changes(page, passage), key=lambda its: (-len(its.by), its.before))
            if not told or _RANK.search(text) or exchanges(text):
                continue
            taken: set[int] = set()
            for change in told:
                starts = {its.number_start for its in (change.old, change.new)}
                if not starts & taken:
                    found = list(_proposals(page, passage, change))
                    taken |= starts if found else set()
                    yield from found


def _proposals(page: Page, passage: Passage, change: Change) -> Iterator[Proposal]:
    if any(_OR_SO_MUCH.match(page.text, change.new.end) for _ in change.by):
        return
    if any(
        its.unit is None and _AGE.search(page.text[max(0, its.start - 24) : its.start])
        for its in (change.old, change.new)
    ):
        return
    if _opposed(page, change):
        return
    fields = fitted(change.old, change.new, tuple(its.quantity for its in change.by))
    if fields is None:
        return
    old, new, amounts = fields
    direction = _direction(page, passage, change)
    if not amounts:
        return
    adjusted = ADJUSTED.search(page.text, passage.start, passage.end) is not None
    told = any(its.told for its in change.by)
    said = [
        (field, replace(by, direction=its.direction or direction))
        for its, (field, by) in zip(change.by, amounts, strict=True)
    ]
    if not all(plausible(old, new, field, by) for field, by in said):
        return
    if any(contradicts(old, new, field, by) for field, by in said):
        return
    if change.against and not any(agrees_roughly(old, new, field, by) for field, by in said):
        return  # of another time
    compares = any(its.compares for its in change.by)
    for field, by in said:
        # "about 40 more than the 475": who says about has not worked it out.
        loosely = (
            divide(magnitude(base(by)), 8) if by.hedge and not by.hedge.bound else rounded_off(old, new, field, by)
        )
        if compares and field == "by" and not old.step:
            continue  # "two short of the two-thirds majority"
        if compares and field == "by" and by.direction is not None:
            more, less = (new, old) if by.direction == Direction.UP else (old, new)
            fields_ = {"more": page.stated(more), "less": page.stated(less), "by": page.stated(by)}
            yield Proposal("difference", fields_, "the difference", True, "than", tolerance=loosely)
            continue
        operands = {"old": page.stated(old), "new": page.stated(new), field: page.stated(by)}
        # "by 5,000 percent": nobody counts such percentages.
        loose = field == "percent" and ((by.value or 0) >= 1000 or adjusted)
        yield Proposal("change", operands, "the change", told or by.direction is not None, "from", loose, loosely)


def _opposed(page: Page, change: Change) -> bool:
    """Whether one value is a loss and the other a gain: a change between them crosses zero."""
    ways = []
    for its in (change.old, change.new):
        near_by = f"{page.text[max(0, its.start - 60) : its.start]} # {page.text[its.end : its.end + 25]}"
        ways.append((_LOSS.search(near_by) is not None, _GAIN.search(near_by) is not None))
    return sorted(ways) == [(False, True), (True, False)]


def _direction(page: Page, passage: Passage, change: Change) -> Direction | None:
    for by in change.by:
        if by.direction is not None:
            return by.direction
    return verb_before(page.text, passage.start, change.before)
