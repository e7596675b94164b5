"""
A change from an old to a new value, by so much.

"rose 12% to $4.1 million from $3.7 million", "988, down 17.9 percent from 1,204", "45 compared with 40, an increase of
12%". Where the old value is not told, an amount and a percentage of the change must fit each other.

Finds:

    change 20; 40; 44
    Turnout rose by 20 percent, from 40 to 44 members.
    ---
    change $45.2 million; 22; $40.3 million
    Sales were $45.2 million, up 22% from $40.3 million a year earlier.
    ---
    change 28,000; 38.25 million; 37.98 million
    Stocks rose 28,000 barrels to 38.25 million barrels from 37.98 million barrels.
    ---
    change $3.2 million; $2.8 million; 41
    Net income was $3.2 million compared with $2.8 million in 2019, an increase of 41%.
    ---
    change two; 9; 5
    Unemployment fell by two percentage points, from 9% to 5%.
    ---
    change 1,300; 231,000; 218,000
    Initial claims rose 1,300 to a seasonally adjusted 231,000 for the week ended Saturday, from 218,000 the week
    before.
    ---
    change 8.3; 42.40 euros; 48.20 euros
    The stock closed down 8.3% at 42.40 euros, compared with Thursday's close of 48.20 euros.
    ---
    change 210; 37.8; 36.6
    The margin widened by 210 basis points to 37.8% from 36.6%.
    ---
    change 29; $2.4 million; $2.2 million
    Income rose 29% to $2.4 million, or 15 cents per share, from $2.2 million, or 13 cents per share.
    ---
    change 19.6; $36.6 million; $31.3 million
    Revenue grew 19.6% on an annual basis to $36.6 million from $31.3 million.
    ---
    change 3,700; 3,500; 7.5
    The firm employed 3,700 people, 200 more than the 3,500 it employed twelve months before, a rise of 7.5%.
    ---
    change 23; 180; 146
    The rig count was up 23 to 180, against 146 a week earlier.
    ---
    change $2.3 million; $9.9 million; $11.2 million
    Costs decreased $2.3 million in the quarter to $9.9 million, or 21.6% of net sales, from $11.2 million.
    ---
    change 3,009; 3,643; seven
    The police counted 3,009 crimes, in comparison to last year's 3,643, a seven percent decrease.
    ---
    change 6.3; $143.5 million; $125.0 million
    Sales increased by 6.3% to $143.5 million, compared with $125.0 million in the prior year period.
    ---
    change $20 million; $1.5 million; 5
    Revenue was $20 million, up by $1.5 million or 5 percent.
    ---
    change $20 million; $1.5 million; 5
    Revenue climbed to $20 million, an increase of $1.5 million, or 5%.
    ---
    change 200; 12; 3,400
    The town's population rose by 200 (12 percent) to 3,400.
    ---
    change 1,200; 12; 1,320
    In 2019 the town had 1,200 residents. By 2022 the number had grown by 12% to 1,320.
    ---
    change 50; 60; 25
    The museum had 50 paintings on show in 2015. Today there are 60, an increase of 25 percent.
    ---
    change 50; 25; 60
    In 2015 it employed 50 people. That figure has risen 25 percent, to 60.
    ---
    change 17.7; 332.9 mln; 282.1 mln
    Traffic for the year-to-date advanced 17.7 pct to 332.9 mln revenue passenger miles from 282.1 mln revenue
    passenger miles in the comparable period a year ago, Midway said.
    ---
    change 121.0 mln dlrs; 15; 105.9 mln dlrs
    Mayfair said its sales for the second qtr ended Feb 28 were 121.0 mln dlrs, an increase of more than 15 pct
    compared to sales of 105.9 mln dlrs in the comparable quarter last year.
    ---
    change 60; 1,450; 3,880
    Domestic sales for March 1 through 20 declined 60 pct to 1,450 cars from 3,880 cars in the comparable period of
    1986, American Motors said.
    ---
    change 22; 126 mln dlrs; 112 mln dlrs
    Sales in the nine months ended March 31 rose 22 pct to 126 mln dlrs from 112 mln dlrs, the homebuilder said.
    ---
    change 149; 7.01 billion dlrs; 3.07 billion dlrs
    In the first six months of fiscal 1987, savings bonds sales have risen 149 pct from the comparable fiscal 1986
    period to 7.01 billion dlrs from 3.07 billion dlrs, the Treasury said.
    ---
    change 36.64; nine; 422.37
    The index fell a record 36.64 points, or nearly nine pct, to close at 422.37.
    ---
    change 15.4; 3.42 million; 3.07 million
    The country's coffee exports rose 15.4% in March from a year earlier, to 3.42 million 60-kg bags from 3.07
    million, as congestion eased.
    ---
    change 34; 1.86 million; 1.50 million
    Foreign tourist arrivals on the coast jumped 34% in the second quarter to 1.86 million, from 1.50 million in the
    same three months of last year, the tourist board said.
    ---
    change 231,000; 218,000; 1,300
    Initial claims rose 1,300 to a seasonally adjusted 231,000 for the week ended Saturday, from 218,000 the week before.
    ---
    change $263,800; $247,600; 8.5
    The median price was $263,800, up 8.5 percent from June 2016 ($247,600).
    ---
    change 5.52 million; 5.82 million; 1.8
    Sales decreased 1.8 percent to a seasonally adjusted annual rate of 5.52 million in June from 5.82 million in May.
    ---
    change 315,000; 248,000; 25
    The lower crop would be offset by a 25% increase in output to 315,000 tonnes from 248,000 tonnes.
    ---
    change $94 million; $2.5 billion; 14
    Net sales rose $94 million, or 14%, to $2.5 billion.
    ---
    change 94 million; 2.5 billion; 14
    Reserves were 2.5 billion barrels, an increase of 94 million barrels or 14 percent.
    ---
    change 1,200; 18,800; 3
    Membership fell by 1,200, or 3%, to 18,800.
    ---
    change $32.4 million; $415.0 million; 18.5
    Revenue was $415.0 million, up $32.4 million, or 18.5%.
    ---
    change $15 million; $105 million; 15.2
    Revenue of $105 million decreased by $15 million, or 15.2%.
    ---
    change $4.26; $38.91; 22
    The price increased by $4.26, or 22%, in twelve months, reaching $38.91.

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
    Initial claims rose 13,000 to a seasonally adjusted 231,000 for the week ended Saturday, from 218,000 the week
    before.
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
    The charity's income rose 12 percent to $2.7 million from $2.4 million.
    ---
    Ticket prices went from $64 to $80, a 25 percent increase.
    ---
    In 2019 the town had 1,200 residents. By 2022 the number had grown by 10% to 1,320.
    ---
    There were 28 accidents in 2010 as compared with 22 in 2009, an increase of six.
    ---
    The rate for fixed loans was 9.51 percent. The average rate for others fell 22 basis points to 8.61 percent.
    ---
    Cash rose by 2.8 billion marks in the last week to 121.5 billion, a gain of 8.3 percent over the same month last
    year.
    ---
    Sales were up 6 percent to $156 million from $147 million a year before, with same-store sales up 1 percent.
    ---
    It cut spending by 195 billion francs and cut its needs to below 420 billion francs, compared with 561 billion
    in 2019.
    ---
    Turnover should rise 7 percent from the 15.7 million of this year, while investments should total 1.8 million.
    ---
    Profit was $185.3 million, up from $111.4 million, offset by an increase of $14.9 million in interest.
    ---
    Shares gained one to 42 on 2.3 million shares.
    ---
    Initial claims rose 13,000 to a seasonally adjusted 231,000 for the week ended Saturday, from 218,000 the week before.
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
    ---
    Net sales rose $94 million, or 4%, to $2.5 billion.
    ---
    Reserves were 2.5 billion barrels, an increase of 94 million barrels or 4 percent.
    ---
    Membership fell by 1,200, or 6%, to 18,800.
    ---
    Revenue was $415.0 million, up $32.4 million, or 8.5%.
    ---
    Revenue of $105 million decreased by $15 million, or 12.5%.
    ---
    Sales rose $94 million, or 9% in local currency, to $2.5 billion.
    ---
    Sales rose $94 million, or 3%, to $3.0 billion from $2.9 billion.
    ---
    Costs rose $12 million, or 30%, and sales came to $2.5 billion.
    ---
    The fund paid $40 million, up from $30 million, or 5% of its assets.
    ---
    Organic sales rose $94 million, or 9%, to $2.5 billion.
    ---
    Shares rose $2, or 5%, to $42.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.discover.proposal import Proposal, Value
from factcheck.discover.templates import Candidate, Guard
from factcheck.discover.templates.guard import (
    no_exchange,
    not_respective,
    of_one_basis,
    of_one_place,
    of_one_sign,
    said,
    sure_rank,
    whole_numbers,
)
from factcheck.discover.templates.moved import changes, values
from factcheck.discover.templates.unit import (
    difference_of,
    for_each,
    is_percent,
    is_points,
    is_ratio,
    of_one_unit,
    tolerance,
    without_base,
)
from factcheck.facts.page import Page
from factcheck.model.fact import Fact, Role
from factcheck.model.lexicon import lexicon
from factcheck.model.quantity import Direction, Quantity


def candidates(page: Page) -> Iterator[Candidate]:
    """Each amount of a change with the old and the new value that its words lead to."""
    for moved in changes(page):
        amounts = [fact for link in moved.changes for fact in link.facts if _is_amount(fact, link.fact)]
        amounts = [fact for fact in amounts if fact is amounts[0] or not _is_of_other_time(fact)]
        way = next((fact.way for fact in amounts if fact.way is not None), None)
        pair = values(moved)
        if pair is not None:
            old, new = pair
            for amount in amounts:
                beside = tuple(fact for fact in amounts if fact is not amount)
                told = {"old": (old,), "new": (new,), "change": (replace(amount, way=amount.way or way),)}
                yield Candidate(told | ({"beside": beside} if beside else {}))
        if moved.old is None and moved.new is not None:
            yield from _grown(moved.new.fact, amounts, way)


def _is_amount(fact: Fact, first: Fact) -> bool:
    if fact.has(Role.TIMES) or not fact.quantity.step:
        return False
    return fact.has(Role.CHANGE) or (fact.has(Role.SAME) and not fact.has(Role.FACTOR, Role.SHARE)) or fact is first


def _is_of_other_time(fact: Fact) -> bool:
    """Whether a change told again has a base of its own: "…, a gain of 8.3% over the same month last year"."""
    return fact.when.is_said and "when" not in fact.inherited and not fact.has(Role.SAME)


def _grown(new: Fact, amounts: list[Fact], way: Direction | None) -> Iterator[Candidate]:
    """A new value with an amount and a percentage of its change."""
    percents = [fact for fact in amounts if is_percent(fact.quantity)]
    others = [fact for fact in amounts if not is_ratio(fact.quantity)]
    if len(percents) == 1 and len(others) == 1 and way is not None:
        change = replace(others[0], way=way)
        yield Candidate({"new": (new,), "change": (change,), "percent": (percents[0],)})


def _of_one_period(page: Page, candidate: Candidate) -> bool:
    """
    Whether the old value is of the time that the change began: an amount is told of a week or a month, and then the
    level set against that of "a year ago"; a percentage goes with what it is set against, if that is of a time before.
    """
    old, change, new = candidate.get("old"), candidate["change"], candidate["new"]
    if old is None:
        return True
    if change.start > old.start:  # "77.98 billion in January from 79.31 billion, a year-on-year rise of 10.63 %"
        return not any(lexicon().phrase("yearly").has(words) for words in change.basis) or old.when.relative < 0
    if not lexicon().phrase("set_against").has(old.cue(Role.OLD)):
        reached = new.governor != "at" or old.cue(Role.OLD) != "from"  # "at 6.785 from 6.84": from its high
        return reached and not (old.when.unit in _SHORT and (old.when.count or 1) > 1)
    if is_ratio(change.quantity) or candidate.get("beside") is not None:
        return old.when.is_said and "when" not in old.inherited
    return old.when.unit in _SHORT


_SHORT = frozenset({"day", "week", "month", "quarter"})


def _no_rate(page: Page, candidate: Candidate) -> bool:
    """Not "5% a year"."""
    return not (candidate["change"].has(Role.FACTOR) and is_ratio(candidate["change"].quantity))


GUARDS: tuple[Guard[Candidate], ...] = (
    Guard("the old value is said, no forecast", said),
    Guard("nothing was left out or adjusted", of_one_basis),
    Guard("the old value is no high, low or average", sure_rank),
    Guard("both are of one place", of_one_place),
    Guard("it is no exchange rate", no_exchange),
    Guard("no loss stands against a gain", of_one_sign),
    Guard("they are numbers of their own", whole_numbers),
    Guard("they are not shared out over a list", not_respective),
    Guard("the change is no rate", _no_rate),
    Guard("the old value is of the time that the change began", _of_one_period),
)


def propose(page: Page, candidate: Candidate) -> Proposal | None:
    """new ÷ old − 1 = percent, new − old = by; without old by ÷ (new − by) = percent."""
    change, new, old = candidate["change"], candidate["new"], candidate.get("old")
    if old is None:
        by = difference_of(new.quantity, change.quantity)
        percent = candidate["percent"].quantity
        return _relation(page, {"new": new.quantity, "by": by, "percent": percent}, change)
    pair = of_one_unit(old.quantity, new.quantity)
    if pair is None:
        return None
    before, after = (for_each(its, change.quantity) for its in pair)
    if is_percent(change.quantity):
        if is_ratio(after):
            return None  # "5 percent, from 9% to 7%": points or percent, nobody knows
        return _relation(page, {"old": before, "new": after, "percent": change.quantity}, change)
    by = difference_of(after, change.quantity)
    if by is None:
        return None
    field = "percent" if is_points(by) and by.unit is not None and by.unit.name == "percentage point" else "by"
    before, after = without_base(before, by), without_base(after, by)
    return _relation(page, {"old": before, "new": after, field: by}, change)


_LABELS = {"old": "the old value", "new": "the new value", "by": "the change", "percent": "the change"}


def _relation(page: Page, fields: dict[str, Quantity | None], change: Fact) -> Proposal | None:
    operands: dict[str, Value] = {}
    for field, quantity in fields.items():
        if quantity is None:
            return None
        said_as = replace(quantity, direction=change.way) if field in ("by", "percent") else quantity
        operands[field] = page.stated(said_as, _LABELS[field])
    loosely = tolerance(change.quantity) if fields.get("by") is not None and "percent" not in fields else 0
    return Proposal("change", operands, "the change", True, change.cue(Role.CHANGE), tolerance=loosely)
