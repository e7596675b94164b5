"""
A number that is told again.

"will pay $72.5 million to end claims", and further down "the $75.2 million settlement"; "five men were arrested", and
then "the six men"; a headline and its text; one person's age; "twelve (11) months". Which numbers state one fact is
asked of ``facts/same.py``; what the text itself adds is whether either is told a second time elsewhere, whether others
of the kind might be meant, and how much of a chance it is that two numbers differ by one slip alone. Those that are
equal are held to the same: they agree, and a slip in either is told. All but those in brackets are warnings.

Finds:

    agree $72.5 million; $75.2 million
    # Firm to pay $72.5 million settlement

    The firm will pay a settlement of $75.2 million to end claims over its patents.
    ---
    agree 2,317; 2,371
    The police received 2,317 reports of fraud this year. Of the 2,371 reports, most came in through a form.
    ---
    agree 1,460; 1,640
    # Plant to send home 1,460 workers

    A union says the 1,640 workers were told on Monday.
    ---
    agree $72.5 million; $72.5 billion
    # Fund to pay $72.5 million settlement

    The fund will pay a settlement of $72.5 billion to end claims.
    ---
    agree 121; 621
    # 121 mayors call for a new bridge

    Rome, May 3 – A letter signed by 621 mayors calls for a new bridge over the river.
    ---
    agree Eleven; Twelve
    # Eleven charged in fraud at bank

    Rome – Twelve people were charged today with fraud that cost a bank $3 million.
    ---
    agree Three; four
    # Three men charged with selling guns

    Rome – The police have arrested four men, who are said to have sold guns and drugs from a car.
    ---
    agree five; six
    Police arrested five men on Monday. The six men are held in Rome.
    ---
    agree 12; 14
    # Council hires 12 teachers for its school

    The council of Rome hired 14 teachers for its school on Monday.
    ---
    agree 42; 24
    Ada Roe, 42, of Rome was charged on Monday. The police said that Ada Roe, 24, drove the car.
    ---
    agree eight; nine
    The murder of eight-year-old Ann Poe shook the town. The trial over nine-year-old Ann Poe ends today.
    ---
    agree six; eight
    The plane was to bring a six-year-old boy to Rome. The family of the eight-year-old boy was told.
    ---
    agree 14; 15
    The court heard 14-year-old Jane Doe #1 and her aunt. The aunt of 15-year-old Jane Doe #1 had called the police.
    ---
    agree twelve; 11
    The lease runs for twelve (11) months.
    ---
    agree nine; 6
    The board has nine (6) members.

Leaves alone:

    # Drugmaker to pay $72.5 million over patents

    The firm will pay $72.5 million to end claims over its patents. A charge covers the $72.5 million settlement.
    ---
    Net income was $63.4 million, less than the $64.3 million of 2022.
    ---
    Net income was $63.4 million. That is less than the $64.3 million of the year before.
    ---
    The firm earned $63.4 million. Analysts missed the $64.3 million they had expected.
    ---
    The firm sold 315 cars in May. The 325 cars of June went abroad.
    ---
    The police received 2,317 reports of fraud. A year earlier there were 2,371 reports.
    ---
    The police received 2,317 reports of fraud. Of the 1,904 reports on men, most came in through a form.
    ---
    A loan of $315 million fell due. A second loan of $325 million was drawn. The $325 million loan has a term of a year.
    ---
    # Fire destroys 346 homes

    The fire destroyed 346 homes. With 18 more on Sunday, the 364 homes make it the worst fire of the year.
    ---
    The driver got 24 months. The 42-month sentence of his brother was cut.
    ---
    The town has 1,460 houses and 1,640 flats. The 1,640 flats are small.
    ---
    The school took in 120 pupils. The 210 teachers of the town went on strike.
    ---
    # City spends $6.4 million on pool

    The city will spend $6.4 million on a pool. It will come from the $4.6 million road fund.
    ---
    The firm sold $315.5 million in notes due 2027. It repaid the $351.5 million in notes due 2024.
    ---
    # Over 120 mayors call for a new bridge

    A letter signed by 121 mayors calls for a new bridge.
    ---
    # Nearly $32 million seized

    Police seized over $31.6 million.
    ---
    # Firm to pay $24 million over spill

    The firm will pay $24.6 million to settle claims over the spill.
    ---
    # Three men held after raid

    The police have arrested four men and two women. Three men were held.
    ---
    # Two men held after raid

    Police searched a house on Monday and held two men. Three men got away.
    ---
    # Eleven charged in fraud at bank

    Rome – Eleven people were charged today with fraud. Twelve people lost money.
    ---
    # 12 dead in fire

    The fire killed five women and seven men.
    ---
    # School takes 30 pupils from abroad

    The school has 900 pupils and 40 teachers.
    ---
    Police arrested five men on Monday. The other six men got away.
    ---
    The court heard 14-year-old Jane Doe #1 and her aunt. The aunt of 15-year-old Jane Doe #2 had called the police.
    ---
    Ada Roe, 42, of Rome was charged on Monday. Ada Roe, 24 when she joined the bank, drove the car.
    ---
    A 37-year-old man and a 25-year-old man were charged on Monday.

    The court identified the defendant as Bo Lin, 25, of Rome.
    ---
    A six-year-old boy and an eight-year-old boy were on the plane. The eight-year-old boy was hurt.
    ---
    A six-year-old boy was on the plane. In another crash an eight-year-old boy was hurt.
    ---
    Ada Roe, 42, is the mayor. Her father, Ada's hero, Otto Roe, 71, was mayor before.
    ---
    In 2010, Ada Roe, 24, joined the bank. Ada Roe, 38, now leads it.
    ---
    The lease runs for twelve (12) months.
    ---
    The board has nine members (six women).
    ---
    There are three (and perhaps four) of them.
    ---
    He wrote two (2019 and 2020) books.
    ---
    The team won three (3-1) on Sunday.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from factcheck.discover.clue import FORBIDDEN, weight
from factcheck.discover.kind import Kind, kinds, value_of
from factcheck.discover.proposal import Proposal
from factcheck.discover.templates import Candidate, Guard
from factcheck.facts.page import Page, noun_of
from factcheck.facts.person import is_age
from factcheck.model.fact import Fact

SPARE = 6
"""
How much more must speak for equal numbers: a slip changes what is seen of the text around too. Of Congress .986 of the
pinned numbers are told when misprinted, .933 without [as ``discover.clue.weight``].
"""
CERTAIN = 1000
"""The weight of what the words state: "twelve (12)" [as ``discover.clue.weight``]."""


def candidates(page: Page) -> Iterator[Candidate]:
    """Each number with the one that it most likely tells again."""
    yield from _in_brackets(page)
    for kind in kinds(page):
        told: set[tuple[int, int]] = set()
        for fact in kind.facts:
            equal = [its for its in kind.by_value[value_of(fact)] if its.sentence < fact.sentence and _alike(its, fact)]
            others = kind.slipped(fact) if kind.told(fact) == 1 else ()
            for rivals in (equal, others):
                candidate = _best(kind, fact, rivals)
                if candidate is not None and (pair := _numbers(candidate)) not in told:
                    told.add(pair)
                    yield candidate


def _alike(one: Fact, other: Fact) -> bool:
    """Whether two numbers are hedged alike, so that they must be equal to the digit."""
    return one.quantity.modifier == other.quantity.modifier


def _numbers(candidate: Candidate) -> tuple[int, int]:
    return candidate["first"].number, candidate["again"].number


def _best(kind: Kind, fact: Fact, others: Sequence[Fact]) -> Candidate | None:
    """The pair of a number and that of some others for which most speaks."""
    pairs = [(min(fact, its, key=_number), max(fact, its, key=_number)) for its in others]
    weighed = [(weight(kind, *pair), pair) for pair in pairs]
    if not weighed:
        return None
    most, (first, again) = max(weighed, key=lambda its: its[0])
    return Candidate({"first": (first,), "again": (again,)}, "again", weight=most)


def _number(fact: Fact) -> int:
    return fact.number


def _in_brackets(page: Page) -> Iterator[Candidate]:
    """ "twelve (12) months": a number in words, and in digits behind it."""
    for first, again in pairwise(page.facts):
        gap = page.text[first.quantity.number_end : again.quantity.number_start].split()
        numerals = [page.text[its.quantity.number_start : its.quantity.number_end] for its in (first, again)]
        closed = page.text[again.quantity.number_end : again.quantity.number_end + 1] == ")"
        if gap == ["("] and closed and numerals[0][:1].isalpha() and numerals[1].isdecimal():
            yield Candidate({"first": (first,), "again": (again,)}, "(", weight=CERTAIN)


def _is_possible(page: Page, candidate: Candidate) -> bool:
    return candidate.weight > FORBIDDEN


def _is_likely(page: Page, candidate: Candidate) -> bool:
    first, again = candidate["first"], candidate["again"]
    return candidate.weight >= (SPARE if first.quantity.value == again.quantity.value else 0)


GUARDS = (
    Guard("nothing that is said of them forbids that they are one", _is_possible),
    Guard("enough speaks for it", _is_likely),
)


def propose(page: Page, candidate: Candidate) -> Proposal | None:
    """first = again."""
    first, again = candidate["first"], candidate["again"]
    one, other = first.quantity, again.quantity
    if _printed_alike(page, first, again):
        # What is printed and hedged alike both times is the same to the digit, zeros too.
        one, other = (replace(its, hedge=None, significant=its.step) for its in (one, other))
    claims = (page.stated(one), page.stated(other))
    return Proposal("agree", {"claims": claims}, _subject(first, again), candidate.cue == "(", candidate.cue)


def _printed_alike(page: Page, first: Fact, again: Fact) -> bool:
    """Whether two numbers have as many digits, the same step and the same hedge."""
    one, other = first.quantity, again.quantity
    hedges = [its.hedge.words if its.hedge else "" for its in (one, other)]
    printed = {sum(sign.isdigit() for sign in page.text[its.number_start : its.number_end]) for its in (one, other)}
    return hedges[0] == hedges[1] and len(printed) == 1 and one.step == other.step


def _subject(first: Fact, again: Fact) -> str:
    if is_age(first.quantity):
        return "the ages"
    if first.title != again.title:
        noun = noun_of(first.quantity)
        return f"the headline and the text on {noun}" if noun else "the headline and the text"
    return "the figures"
