"""
The direction of a change between two values, where no amount of it is told.

"rose to 52 from 45", "raised its quota from 3.0 to 4.25 million", "$43 million, up from $37 million", "45, more than the
40 of last year". The word of change that governs both says which is the larger.

Finds:

    order 45; 52
    Arrests rose to 45 from 52.
    ---
    order 245,000; 300,000
    Deliveries rose to an estimated 245,000 tonnes in the year to May from 300,000 a year before.
    ---
    order 1.185 million; 1.606 million
    Output slipped from a record of 1.185 million barrels a day in July to 1.606 million barrels in August.
    ---
    order 3.0 million; 4.25 million
    The country wants to raise its quota to 3.0 million bags from 4.25 million bags.
    ---
    order $2.35; $3.35
    Net income was $2.35 a share, up from an earlier forecast of $3.35.
    ---
    order 43.4; 34.7
    The debt ratio is 43.4 percent, down slightly from 34.7 percent.
    ---
    order $60 million; $94 million
    Earnings rose to $60 million, or 89 cents a share, from $94 million, or 75 cents a share.
    ---
    order 68; 57.5
    Leverage drops to a still high 68 percent from an aggressive 57.5 percent.
    ---
    order 1-7/8; 1-1/8
    The banks agreed to lower the margin to 1-7/8 percent over Libor from 1-1/8 percent.
    ---
    order $127.0 million; $152.0 million
    The provision for loan losses rose to $127.0 million from $152.0 million.
    ---
    order $1.05 billion; $1.34 million
    Payments are lowered to $1.05 billion from $1.34 million.
    ---
    order 38; 72
    Imports cover 38 percent of its needs, up from 72 percent in 2019.
    ---
    order 45; 52
    The number of arrests has fallen from 45 to 52.
    ---
    order 52; 45
    Police made 52 arrests in May, down from 45 in April.
    ---
    order 52; 45
    There were 52 arrests in May, fewer than the 45 of April.
    ---
    order 48; 60
    The toll rose to 48, up from 60 on Monday.
    ---
    order $60; $48
    The board voted to raise the fee from $60 to $48.
    ---
    order 48; 60
    The club sold 48 seats, more than the 60 it sold last week.
    ---
    order 4.1; 3.6
    Inflation slowed to 4.1 percent from 3.6 percent.
    ---
    order 4.1; 3.6
    Inflation, which was 3.6 percent in May, eased to 4.1 percent in June from 3.6 percent.
    ---
    order $2.6 million; $3.1 million
    Its profit grew, to $2.6 million from $3.1 million a year ago.
    ---
    order 19; 14
    Fewer people died: 19, down from 14 in 2020.
    ---
    order 900; 700
    The lake's depth was increased from 900 to 700 metres.
    ---
    order 700; 900
    Output at the mine, which had been 900 tonnes, rose to 700 tonnes from 900 tonnes.
    ---
    order 12; 9
    The team cut its errors to 12 from 9.
    ---
    order 95; 88
    An increase from 95 to 88 was recorded.
    ---
    order 58; 50
    It bought 50 percent of its oil, more than the peak of 58 percent that was reached in 1977.
    ---
    order 2.6; 2.1
    Output grew 2.1% in the second quarter, faster than the 2.6% of the first quarter.
    ---
    order 300,000; 245,000
    Imports are forecast to rise to 245,000 tonnes in the year (October to September) from an estimated 300,000.
    ---
    order $3.0 billion; $1.0 billion
    The firm plans to raise its U.S. turnover to $1.0 billion from a current $3.0 billion.

Leaves alone:

    Arrests rose to 52 from 45.
    ---
    Deliveries rose to an estimated 425,000 tonnes in the year to May from 300,000 a year before.
    ---
    The team rose to 5 from 12 in the rankings.
    ---
    Prices rose 2 percent, and sales fell from 52 to 45.
    ---
    Net income rose to $3 million from a loss of $5 million.
    ---
    Prices fell from 10 to 20 percent in the towns.
    ---
    Earnings rose to $94 million, or 89 cents a share, from $60 million, or 75 cents a share.
    ---
    The rate did not rise to 5 percent from 6 percent.
    ---
    The yen rose to 153.50 from 154.67 to the dollar.
    ---
    After the bank raised rates, output fell to 45 tonnes from 52 tonnes.
    ---
    The share of smokers was cut to 12 percent from 19 percent.
    ---
    It moved its offices from 52 streets to 60 towns.
    ---
    The fund raised $40 million, up from 12 investors.
    ---
    The law reduces the holding period for the capital gains tax to one year from three.
    ---
    Sales were revised down to a 7.4% drop, from a 5.8% decline.
    ---
    It lowered its forecast of the increase in output to 3.5% from 3.9%.
    ---
    The dollar opened at 1.8220/30 marks, down from 1.8260/70.
    ---
    It made a profit, after a charge of $1.7 billion, down from $1.56 billion a year before.
    ---
    The crop is put at 2.3 to 2.6 million tonnes, down from 2.4 to 2.7 million tonnes.
    ---
    Sentences handed down to the men range from eight years to three.
    ---
    Payments were lowered from 3.450 to 1.350 billion dollars.
    ---
    Bad loans were $2.038 billion, or 3.96% of loans, up from $1.377 billion a year ago.
    ---
    The company lowered its forecast of a loss to $3 million from $5 million.
    ---
    Arrests increased to 52 in May from 45 in April.
    ---
    Police made 45 arrests in May, down from 52 in April.
    ---
    There were 45 arrests in May, fewer than the 52 of April.
    ---
    The board voted to raise the fee from $48 to $60.
    ---
    Inflation slowed to 3.6 percent from 4.1 percent.
    ---
    Its profit grew, to $3.1 million from $2.6 million a year ago.
    ---
    Reserves fell in Canada to 224 million barrels and in Europe to 403 million barrels from 231 million and 439
    million, respectively.
    ---
    It earned $431 million on revenues of $3.14 billion, down from its 2019 profit of $442 million.
    ---
    The loss was $28.33, down from a gain of $6.42.
    ---
    Pensioners pay from $12 to $9 for a seat.
    ---
    The bank cut its growth forecast to 2 percent from 3.2 percent.
    ---
    Growth has been revised downwards to 3.7 percent from 5.2 percent.
    ---
    The Taiwan dollar rose to 36.77 to the U.S. dollar from 40.45.
    ---
    It lowered its advances rate to 5.1 percent from 5.25 percent.
    ---
    Sales should come to the 21.1 million of May, and earnings to less than the 24 million of June.
    ---
    The crew rose from 12 bunks at 5 a.m.
    ---
    They came from 45 towns to 12 halls, and prices rose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.discover.proposal import Proposal
from factcheck.discover.templates import Candidate, Guard
from factcheck.discover.templates.chain import Link, chains, of_one_sort
from factcheck.discover.templates.guard import (
    ascends,
    no_denial,
    no_exchange,
    not_respective,
    of_one_basis,
    of_one_measure,
    of_one_place,
    of_one_sign,
    whole_numbers,
)
from factcheck.discover.templates.moved import Moved, values
from factcheck.discover.templates.unit import is_ratio, of_one_unit
from factcheck.facts.page import Page
from factcheck.model.fact import Role
from factcheck.model.quantity import Direction


def candidates(page: Page) -> Iterator[Candidate]:
    """Each old value with the new one beside it, where both are governed by one word of change."""
    for links in chains(page):
        for link in links:
            if link.has(Role.OLD) and link.is_level and _way(link) is not None:
                chain = of_one_sort(links, link)
                found = list(_beside(page, chain, chain.index(link)))
                yield from found or _beside(page, links, links.index(link))  # "cut to 15 years from 12"


def _way(link: Link) -> Direction | None:
    return next((fact.way for fact in link.facts if fact.has(Role.OLD)), None)


def _beside(page: Page, chain: Sequence[Link], at: int) -> Iterator[Candidate]:
    old, before = chain[at], chain[at - 1] if at else None
    behind = chain[at + 1] if at + 1 < len(chain) else None
    if before is not None and not before.has(Role.OLD) and (_is_of(before, old) or _is_led(page, before, old)):
        yield from _candidate(old, before)
    elif before is not None and _is_same_course(before, old):
        return
    elif behind is not None and behind.is_level and _is_of(behind, old):
        yield from _candidate(old, behind)


def _candidate(old: Link, new: Link) -> Iterator[Candidate]:
    pair = values(Moved(old, new))
    if pair is not None:
        yield Candidate({"old": (pair[0],), "new": (pair[1],)}, old.fact.cue(Role.OLD))


def _is_of(new: Link, old: Link) -> bool:
    """Whether one word of change governs both."""
    return new.is_level and _is_same_course(new, old)


def _is_same_course(new: Link, old: Link) -> bool:
    return new.has(Role.NEW) and new.fact.mover >= 0 and new.fact.mover == old.fact.mover


def _is_led(page: Page, new: Link, old: Link) -> bool:
    """Whether an old value is told of the number before it: "45, up from 40", "grew 2.1%, faster than the 2.6%"."""
    if old.fact.governor not in ("from", "than") or " " not in old.fact.cue(Role.OLD) or new.fact.governor in _ASIDE:
        return False
    if not _is_appended(page, new, old):
        return False
    growth = new.change is not None and is_ratio(new.fact.quantity) and is_ratio(old.fact.quantity)
    return new.is_level or (growth and old.fact.governor == "than" and len(new.facts) == 1)


def _is_appended(page: Page, new: Link, old: Link) -> bool:
    """Whether nothing but a sign and a word or two stands before "up from" and "more than", which are then of the number."""
    cue = next(cue for cue in old.fact.cues if cue.role == Role.OLD)
    between = page.text[new.facts[-1].quantity.end : cue.start]
    sign = max(between.rfind(sign) for sign in ",(—–-")
    return len(between[sign + 1 :].split()) <= _WORDS


_WORDS = 3
"""How many words may lead to it: ", which is well up from", " in May, but still more than" [words]."""
_ASIDE = frozenset({"after", "before", "including", "excluding", "with", "plus", "despite", "for", "per"})
"""Before a number that is said aside: "a profit, after a charge of $2 million, down from $5 million"."""


def _whole(page: Page, candidate: Candidate) -> bool:
    """Not "fell from 10 to 20 percent", which may be by so much."""
    first, last = sorted((candidate["old"], candidate["new"]), key=lambda fact: fact.start)
    unit = last.quantity.unit
    if unit is None or unit.name != "percent" or first.quantity.unit != unit:
        return True
    return first.quantity.end > first.quantity.number_end


def _reached(page: Page, candidate: Candidate) -> bool:
    """Not "at 6.785 from 6.84", which was its high."""
    return candidate["new"].governor != "at" or candidate.cue != "from"


GUARDS: tuple[Guard[Candidate], ...] = (
    Guard("it is not denied", no_denial),
    Guard("it is no exchange rate", no_exchange),
    Guard("nothing was left out or adjusted", of_one_basis),
    Guard("both are of one place", of_one_place),
    Guard("both have their percent sign", _whole),
    Guard("the new value was reached", _reached),
    Guard("they are numbers of their own", whole_numbers),
    Guard("they are not shared out over a list", not_respective),
    Guard("they are told of one thing", of_one_measure),
    Guard("the better is the larger", ascends),
    Guard("no loss stands against a gain", of_one_sign),
)


def propose(page: Page, candidate: Candidate) -> Proposal | None:
    """old < new upward, new < old downward."""
    old, new = candidate["old"], candidate["new"]
    pair = of_one_unit(old.quantity, new.quantity)
    if pair is None:
        return None
    before, after = (page.stated(its) for its in pair)
    ascending = (before, after) if old.way == Direction.UP else (after, before)
    return Proposal("order", {"ascending": ascending}, "the change", True, candidate.cue)
