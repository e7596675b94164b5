"""
Two values, and how much the one is more than the other.

"3,700 people, 300 more than the 3,500 of last year", "18,392 for Roe and 18,005 for Lin, a difference of 387", "won by
387 votes, 18,392 to 18,005", "52-48, a margin of four". A percentage by which the one is more is a change.

Finds:

    difference 98.6 million; 14.1 billion; 84.5 million
    The firm had 98.6 million shares on June 30, 2024, which is 14.1 billion more than the 84.5 million of the year
    before.
    ---
    difference 5,210; 2,100; 4,010
    Roe won 5,210 votes, 2,100 more than Lin, who got 4,010.
    ---
    difference 5,210; 1,200; 3,010
    Roe won 5,210 votes, 1,200 more than the 3,010 for Lin.
    ---
    change 1.96 million; 1.7; 2.11 million
    Stocks were 1.96 million homes, 1.7 percent lower than a year ago (2.11 million).
    ---
    difference 240; 50; 200
    The bridge is 240 metres long, 50 metres longer than the 200 metres of the old one.
    ---
    difference 240; 50; 200
    At 240 metres, the bridge is 50 metres longer than the 200-metre span it replaces.
    ---
    difference 18,392; 18,005; 378
    Johnson got 18,392 votes and Bennett 18,005, a majority of 378.
    ---
    difference 378; 18,392; 18,005
    Johnson beat Bennett by 378 votes, 18,392 to 18,005.
    ---
    difference 378; 18,392; 18,005
    Johnson won by 378 votes (18,392 to 18,005).
    ---
    difference 18,392; 18,005; 378
    Johnson defeated Bennett 18,392 to 18,005, a margin of 378 votes.
    ---
    difference 18,392; 18,005; 378
    With 18,392 votes to Bennett's 18,005, Johnson had a lead of 378.
    ---
    difference 52; 45; four
    The plan was backed by 52 percent and opposed by 45 percent, a gap of four points.
    ---
    difference 52; 48; six
    The Senate passed it 52-48, a margin of six votes.
    ---
    difference 84; 75; 12
    The Bears beat the Lions 84-75, a 12-point margin.
    ---
    difference 12; 84; 75
    The Bears won by 12 points, 84-75.
    ---
    difference $5.40; $1.30; $4.20
    A litre costs $5.40, which is $1.30 above the $4.20 paid abroad.
    ---
    difference 31; 10; 25
    She is 31, 10 years older than her brother, who is 25.
    ---
    change $426.1 million; 7.0; $402.0 million
    Sales of $426.1 million were 7.0% ahead of the $402.0 million reported in the same 13 weeks last year.
    ---
    difference 18,392; 18,005; 378
    It counted 18,392 votes for Johnson and 18,005 for Bennett, a difference of 378.
    ---
    difference 52; 45; four
    The plan was backed by 52 percent to 45 percent, a margin of four percentage points.
    ---
    difference 5,210; 4,010; 2,100
    Roe got 5,210 votes and Lin 4,010, a lead of 2,100 votes.
    ---
    difference 98.6 million; 84.5 million; 14.1 billion
    The firm had 98.6 million shares on June 30, 2024, which is 14.1 billion more than the 84.5 million of the year before.

Leaves alone:

    It counted 18,392 votes for Johnson and 18,005 for Bennett, a difference of 387.
    ---
    The plan was backed by 52 percent to 48 percent, a margin of four percentage points.
    ---
    The plan was backed by 52 percent and opposed by 45 percent, with a margin of error of four percentage points.
    ---
    The poll had 1,200 voters and 300 others, a margin of three percentage points.
    ---
    Rome has 12 schools and Milan 15, a gap of two years in the count.
    ---
    Income was $40 million and costs were $25 million, a difference of $2 million to the plan.
    ---
    The library lent 416 books in May, 30 more than the 386 it lent in April.
    ---
    Rome has 16 schools, four more than the 12 in Milan.
    ---
    Milan has 12 schools, four fewer than the 16 in Rome.
    ---
    The bridge is 250 metres long, 50 metres longer than the 200 metres of the old one.
    ---
    Johnson beat Bennett by 387 votes, 18,392 to 18,005.
    ---
    Johnson got 18,392 votes and Bennett 18,005, a majority of 387.
    ---
    The Senate passed it 52-48, a margin of four votes.
    ---
    The Bears won by nine points, 84-75.
    ---
    A litre costs $5.50, which is $1.30 above the $4.20 paid abroad.
    ---
    Rome has 12 schools, and Milan has three more than the nine of Turin.
    ---
    Turnout was 52 percent in Rome and 45 percent in Milan, well below the lead of 12 points in the polls.
    ---
    The poll of 1,200 people gave Roe 52 and Lin 45 percent, with a margin of error of three points.
    ---
    They need 12 more votes than the 40 that they have; 30 members are away.
    ---
    Some 200 people came, 50 of them from abroad, more than the 45 of last year.
    ---
    The account showed a deficit of 1.2 billion, compared with 1.7 billion in January and 263 million a year ago.
    ---
    The 29-20 run turned a three-point deficit into a six-point lead.
    ---
    The term was 12 months, two more than expected, and cost $45.
    ---
    It sold 45 cars, up from 40, and 12 more vans than in May.
    ---
    The law passed 66 to 27, seven days ahead of the two-year deadline.
    ---
    Revenue of $110 million was $10 million above the consensus of $100 million.
    ---
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

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.discover.proposal import Proposal, Value
from factcheck.discover.templates import Candidate, Guard
from factcheck.discover.templates.chain import Link, chains, of_one_sort
from factcheck.discover.templates.guard import of_one_basis, of_one_sign, said
from factcheck.discover.templates.moved import is_told_of_it
from factcheck.discover.templates.slot import is_time
from factcheck.discover.templates.unit import (
    base,
    difference_of,
    for_each,
    is_percent,
    is_ratio,
    of_one_unit,
    same_kind,
    tolerance,
    without_base,
)
from factcheck.facts.page import Page
from factcheck.model.fact import Fact, Manner, Role, Stance
from factcheck.model.order import Score
from factcheck.model.quantity import Direction, Quantity


def candidates(page: Page) -> Iterator[Candidate]:
    """Each comparison and each margin with the two values that it lies between."""
    for links in chains(page):
        for link in links:
            chain = of_one_sort(links, link)
            at = chain.index(link)
            if link.manner == Manner.COMPARATIVE and link.change is not None:
                yield from list(_compared(chain, at)) or _result(chain, at)
            elif link.has(Role.MARGIN):
                yield from list(_beside(chain, at)) or _result(chain, at)
    yield from _scored(page)


def _compared(chain: Sequence[Link], at: int) -> Iterator[Candidate]:
    """ "3,700 people, 200 more than the 3,500"."""
    link, change = chain[at], chain[at].change
    if change is None or not 0 < at < len(chain) - 1:
        return
    one, other = chain[at - 1], chain[at + 1]
    if one.has(Role.OLD) and at > 1 and chain[at - 2].has(Role.NEW):
        one = chain[at - 2]  # "rose to 75 from 71, and was 7 higher than"
    if not (one.is_level and other.is_level and other.has(Role.OLD)) or one.has(Role.OLD):
        return
    if len({is_time(fact) for fact in (one.fact, other.fact, link.fact)}) > 1:
        return
    if not _is_compared_with(other.fact, change) or not is_told_of_it(link.fact) or _is_apart(one.fact, link.fact):
        return
    for fact in link.facts:
        if fact.quantity.step:
            yield Candidate({"new": (one.fact,), "by": (replace(fact, way=change.way),), "old": (other.fact,)})


def _is_compared_with(other: Fact, change: Fact) -> bool:
    """Whether the "than" of a comparison leads to a value."""
    ends = [cue.end for cue in change.cues if cue.role == Role.CHANGE]
    return any(cue.start - 1 <= end <= cue.end for end in ends for cue in other.cues if cue.role == Role.OLD)


def _is_apart(value: Fact, by: Fact) -> bool:
    """Whether a comparison is of another subject than the value before it: "Rome has 12, and Milan is three above"."""
    return value.clause != by.clause and "subject" not in by.inherited


def _beside(chain: Sequence[Link], at: int) -> Iterator[Candidate]:
    """ "18,392 for Roe and 18,005 for Lin, a difference of 387"."""
    by, before = chain[at].fact, chain[max(0, at - 2) : at]
    told_of_them = by.manner == Manner.VERB or is_told_of_it(by) or by.governor in _WITH
    if len(before) == 2 and _is_pair(before) and told_of_them:
        yield Candidate({"old": (before[1].fact,), "new": (before[0].fact,), "by": (by,)})


def _result(chain: Sequence[Link], at: int) -> Iterator[Candidate]:
    """ "won by 387 votes, 18,392 to 18,005", "finished 387 votes ahead, 18,392 to 18,005"."""
    by, behind = chain[at].fact, chain[at + 1 : at + 3]
    if len(behind) == 2 and _is_pair(behind) and not behind[0].has(Role.OLD) and behind[1].fact.governor in _TO:
        by = replace(by, way=None)
        yield Candidate({"old": (behind[1].fact,), "new": (behind[0].fact,), "by": (by,)})


_TO = frozenset({"to", "against", "versus", "and"})
_WITH = frozenset({"by", "with", "giving", "leaving", "had", "has", "gave", "took", "takes"})
"""What stands before a margin that is said of two values before it."""


def _is_pair(links: Sequence[Link]) -> bool:
    return all(link.is_level for link in links) and same_kind(links[0].fact.quantity, links[1].fact.quantity)


def _scored(page: Page) -> Iterator[Candidate]:
    """ "won 52-48, a margin of four"."""
    told = {fact.start for fact in page.facts if fact.quantity.value is not None}
    for score in page.contents.scores:
        numbers = tuple(_of_score(score))
        if len(numbers) != 2 or told & {number.start for number in numbers}:
            continue
        for by in page.facts:
            if by.has(Role.MARGIN) and by.sentence == page.sentence_of(score.start):
                new, old = (replace(by, quantity=number) for number in numbers)
                yield Candidate({"old": (old,), "new": (new,), "by": (by,)})


def _of_score(score: Score) -> Iterator[Quantity]:
    """The numbers of a score as quantities."""
    at = score.start
    for is_number, signs in itertools.groupby(score.text, lambda sign: sign.isdigit() or sign == ","):
        text = "".join(signs)
        if is_number:
            value = int(text.replace(",", ""))
            yield Quantity(text, at, at + len(text), at, at + len(text), value, 1, 1)
        at += len(text)


def _to_no_plan(page: Page, candidate: Candidate) -> bool:
    """Not "a difference of $2 million to the plan"."""
    return candidate["by"].stance in (Stance.SAID, candidate["new"].stance)


GUARDS: tuple[Guard[Candidate], ...] = (
    Guard("the difference is to no plan", _to_no_plan),
    Guard("the value it is compared with is said, no forecast", said),
    Guard("nothing was left out or adjusted", of_one_basis),
    Guard("no loss stands against a gain", of_one_sign),
)


def propose(page: Page, candidate: Candidate) -> Proposal | None:
    """more − less = by; of a percentage, new ÷ old − 1 = percent."""
    by = candidate["by"]
    pair = of_one_unit(candidate["old"].quantity, candidate["new"].quantity)
    if pair is None:
        return None
    old, new = (for_each(its, by.quantity) for its in pair)
    cue = by.cue(Role.CHANGE) or by.cue(Role.MARGIN)
    if is_percent(by.quantity) and not is_ratio(new):
        operands: dict[str, Value] = {
            "old": page.stated(old, "the value it is compared with"),
            "new": page.stated(new, "the value"),
            "percent": page.stated(replace(by.quantity, direction=by.way), "the difference"),
        }
        return Proposal("change", operands, "the difference", True, cue)
    amount = difference_of(new, by.quantity)
    if amount is None:
        return None
    old, new = without_base(old, amount), without_base(new, amount)
    more, less = (new, old) if by.way == Direction.UP or (by.way is None and base(new) >= base(old)) else (old, new)
    operands = {"more": page.stated(more), "less": page.stated(less), "by": page.stated(amount, "the difference")}
    return Proposal("difference", operands, "the difference", True, cue, tolerance=tolerance(amount))
