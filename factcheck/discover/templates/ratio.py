"""
One amount that is so many times another.

"doubled from 105 to 210", "rose fivefold to 1,500 from 300", "210, twice the 105 of last year". Such words are round: a
tenth more or less is what they mean, unless they say "exactly".

Finds:

    ratio doubled; 105; 310
    Turnout doubled from 105 in 2019 to 310 in 2020.
    ---
    ratio 315; twice; 105
    The town has 315 voters, twice the 105 that it had in 2010.
    ---
    ratio fivefold; 1,050; 300
    Complaints rose fivefold to 1,050 from 300.
    ---
    ratio tripled; 900; 450
    Visits tripled to 900 from 450.
    ---
    ratio doubled; 105; 310
    The number of members doubled from 105 in 2019 to 310 in 2020.
    ---
    ratio doubled; 105; 310
    Between 2019 and 2020 membership more or less doubled, from 105 to 310.
    ---
    ratio 310; twice; 105
    The firm employs 310 people, twice as many as the 105 it had in 2019.
    ---
    ratio 310; double; 105
    The firm employs 310 people, double the 105 it had in 2019.
    ---
    ratio 310; three; 150
    At 310, the count is three times the 150 of a year ago.
    ---
    ratio tripled; $900; $400
    Sales tripled in a year to $900 from $400.
    ---
    ratio 90; half; 145
    The club has 90 members, half the 145 it had in 1990.
    ---
    ratio halved; 90 million; 30 million
    The debt was halved, from 90 million to 30 million.
    ---
    ratio halved; $30 million; $90 million
    The firm halved its debt to $30 million from $90 million.
    ---
    ratio fivefold; 1,500; 200
    Exports rose fivefold, to 1,500 tonnes from 200 tonnes.
    ---
    ratio tenfold; 50; 900
    There has been a tenfold increase in cases, from 50 to 900.
    ---
    ratio quadrupled; $800 million; $120 million
    The budget has quadrupled to $800 million from $120 million.
    ---
    ratio 1,530; 450; three
    The office logged 1,530 reports in May, exactly three times the 450 it logged in April.
    ---
    ratio 8,400; 1,200; four
    Police counted 8,400 thefts last year, four times as many as the 1,200 recorded in 2019.

Leaves alone:

    Turnout doubled from 105 in 2019 to 212 in 2020.
    ---
    Turnout more than doubled from 105 in 2019 to 310 in 2020.
    ---
    The town has 210 voters, twice the 105 that it had in 2010.
    ---
    The office logged 1,350 reports in May, exactly three times the 450 it logged in April.
    ---
    The office logged 1,400 reports in May, three times the 450 it logged in April.
    ---
    Police counted 4,800 thefts last year, four times as many as the 1,200 recorded in 2019.
    ---
    Complaints rose fivefold to 1,500 from 300.
    ---
    The fund has 12 members, three times as many as the 5 women on the board.
    ---
    Profit doubled, and sales rose to $28 million from $20 million.
    ---
    The firm doubled its staff, and sales rose from 105 to 310.
    ---
    They gave 12 pupils $500 each, or $40 more than in 2019.
    ---
    Some 30 people came, more than the 20 of last year.
    ---
    The price doubled in a year from May, when 20 shops closed, to 300 euros.
    ---
    The firm employs 210 people, twice as many as the 105 it had in 2019.
    ---
    At 450, the count is three times the 150 of a year ago.
    ---
    Sales tripled in a year to $1,200 from $400.
    ---
    The debt was halved, from 90 million to 45 million.
    ---
    Exports rose fivefold, to 1,000 tonnes from 200 tonnes.
    ---
    They met three times in 2019, and 12 of the 45 members came.
    ---
    The average has doubled in two years, driving ratios to over 70, compared with about 15 abroad.
    ---
    Nearly half the 45 members voted, and 12 of them twice.
    ---
    He doubled as coach from 2010 to 2015 and won 12 of 45 games.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.discover.proposal import Proposal
from factcheck.discover.templates import Candidate, Guard
from factcheck.discover.templates.chain import Link, chains
from factcheck.discover.templates.guard import of_one_basis, of_one_place, said
from factcheck.discover.templates.moved import changes, is_told_of_it, values
from factcheck.discover.templates.unit import of_one_unit
from factcheck.facts.page import Page
from factcheck.model.fact import Role
from factcheck.model.number import divide


def candidates(page: Page) -> Iterator[Candidate]:
    """Each multiple with what is compared."""
    for moved in changes(page):
        pair, times = values(moved), moved.changes[0].fact
        if pair is not None and times.has(Role.TIMES):
            yield Candidate({"old": (pair[0],), "new": (pair[1],), "times": (times,)})
    for links in chains(page):
        for at, link in enumerate(links):
            yield from _compared(links, at, link)


def _compared(links: Sequence[Link], at: int, link: Link) -> Iterator[Candidate]:
    """ "210, twice the 105 of last year"."""
    if not link.fact.has(Role.TIMES) or not 0 < at < len(links) - 1 or not is_told_of_it(link.fact):
        return
    one, other = links[at - 1], links[at + 1]
    if one.is_level and other.is_level and other.fact.governor in ("#", "as", "than", "of") and other.fact.known:
        yield Candidate({"old": (other.fact,), "new": (one.fact,), "times": (link.fact,)})


GUARDS: tuple[Guard[Candidate], ...] = (
    Guard("the value it is compared with is said, no forecast", said),
    Guard("nothing was left out or adjusted", of_one_basis),
    Guard("both are of one place", of_one_place),
)


def propose(page: Page, candidate: Candidate) -> Proposal | None:
    """new ÷ old = times, a tenth more or less."""
    times = candidate["times"].quantity
    pair = of_one_unit(candidate["old"].quantity, candidate["new"].quantity)
    if pair is None or not times.value:
        return None
    operands = {"one": page.stated(pair[1]), "other": page.stated(pair[0]), "times": page.stated(times, times.text)}
    tolerance = 0 if times.exact else divide(times.value, 10)
    return Proposal("ratio", operands, times.text, True, times.text, tolerance=tolerance)
