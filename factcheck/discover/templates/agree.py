"""
A number that is told again.

"will pay $72.5 million to end claims", and further down "the $75.2 million settlement"; "five men were arrested", and
then "the six men"; a headline and its text; one person's age; "twelve (11) months". Which numbers state one fact is
asked of ``facts/same.py``; what the text itself adds is whether either is told a second time elsewhere, whether others
of the kind might be meant, and how much of a chance it is that two numbers differ by one slip alone. Those that are
equal are held to the same: they agree, and a slip in either is told. All but those in brackets are warnings.

Finds:

    agree $72.5 million; $75.2 million
    The firm will pay $72.5 million to end claims over its patents. A charge covers the $75.2 million settlement.
    ---
    agree 2,317; 2,371
    The police received 2,317 reports of fraud this year. Of the 2,371 reports, most came in through a form.
    ---
    agree 1,460; 1,640
    # Plant to send home 1,460 workers

    A union says the 1,640 workers were told on Monday.
    ---
    agree $72.5 million; $72.5 billion
    # Fund to pay $72.5 million

    The fund takes a charge to cover the $72.5 billion settlement.
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
    The council hired 12 teachers for the school. All of the 14 new teachers are from Rome.
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

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from factcheck.discover.proposal import Proposal
from factcheck.discover.templates import Candidate, Guard
from factcheck.facts.page import Page, noun_of
from factcheck.facts.person import is_age
from factcheck.facts.same import same
from factcheck.model.amount import is_cut_off
from factcheck.model.fact import Fact, Role
from factcheck.model.number import Rational, magnitude, plain
from factcheck.model.reading import is_round
from factcheck.model.slip import SlipKind, digits, slip_between

LEAST = 25
"""How much must speak for two numbers being one [tenths of a natural logarithm of odds]."""
_MOST = 200
"""With more numbers of one kind a text is a list of them [numbers]."""

BIAS = -31
"""What speaks against it before anything is known: most numbers that look alike are two [as ``LEAST``]."""
FORBIDDEN = -1000
"""The weight of what cannot be [as ``LEAST``]."""
CERTAIN = 1000
CLUES: Mapping[str, int] = {
    "two digits swapped": 33,
    "another scale word": 30,
    "a number of two digits turned round": 27,
    "the only counts of one thing": 24,
    "four digits or more": 16,
    "three digits": 14,
    "no other number of what they count": 6,
    "both told once": 5,
    "told at the beginning": 4,
    "a few": 1,
    "one digit": -3,
    "one is round": -5,
    "what lies between is told": -5,
    "several others of what they count": -7,
    "in words": -17,
    "one of one significant digit": -19,
    "one significant digit": -46,
    "what lies between is told beside them": -90,
}
"""How much what the text adds speaks for one fact, or against it [as ``same.WEIGHTS``]."""


class Kind:
    """The numbers of a page in one unit, or without one."""

    def __init__(self, page: Page, facts: Sequence[Fact], everywhere: Counter[Rational]) -> None:
        self.page = page
        self.facts = [fact for fact in facts if value_of(fact) > 1 or _is_digit(fact)]
        self.everywhere = everywhere
        """How often each value stands in the text, tables too."""
        self.by_key: defaultdict[str, list[Fact]] = defaultdict(list)
        self.by_value: defaultdict[Rational, list[Fact]] = defaultdict(list)
        self.alike: defaultdict[object, set[Rational]] = defaultdict(set)
        self.sentences: defaultdict[Rational, set[int]] = defaultdict(set)
        """The sentences that tell each value, of one thing too."""
        for fact in facts:
            if not fact.has(Role.PART):
                self.sentences[value_of(fact)].add(fact.sentence)
        for fact in self.facts:
            value = value_of(fact)
            self.by_value[value].append(fact)
            self.alike[what_of(fact)].add(value)
            for key in keys(plain(value)):
                self.by_key[key].append(fact)
        self.few = [fact for fact in self.facts if is_few(fact)]

    def slipped(self, fact: Fact) -> list[Fact]:
        """Those of other sentences that one slip leads to; of a few things any other few."""
        near = {other.number: other for key in keys(plain(value_of(fact))) for other in self.by_key[key]}
        if is_few(fact):
            near |= {other.number: other for other in self.few}
        return [its for _, its in sorted(near.items()) if its.sentence != fact.sentence and is_slip(fact, its)]

    def told(self, fact: Fact) -> int:
        """How often the value of a fact stands in the text."""
        return self.everywhere[value_of(fact)]

    def rivals(self, one: Fact, other: Fact) -> int:
        """How many further values of what either counts the text has."""
        own = {value_of(one), value_of(other)}
        return max(len(self.alike[what_of(its)] - own) for its in (one, other))


def value_of(fact: Fact) -> Rational:
    """The value of a fact that has one."""
    return fact.quantity.value or 0


def what_of(fact: Fact) -> object:
    """What a number is told of, as far as one noun says it; of an age, whose it is."""
    return fact.subject if is_age(fact.quantity) else (fact.measure.head, fact.quantity.counted)


def is_few(fact: Fact) -> bool:
    """Whether it counts a few things, in one digit or one word: any of them may be another by one slip."""
    quantity = fact.quantity
    printed = quantity.text[quantity.number_start - quantity.start :]
    if quantity.scaled:
        return quantity.counted is not None and len(digits(quantity)) == 1 and not printed[1:2].isdecimal()
    return quantity.counts and 0 < value_of(fact) <= (_FEW_THINGS if printed[0].isalpha() else 9)


def _is_digit(fact: Fact) -> bool:
    """Whether a number is a 1 in digits: "one" in words is more often no number."""
    quantity = fact.quantity
    return value_of(fact) == 1 and quantity.text[quantity.number_start - quantity.start] == "1"


_FEW_THINGS = 12


def is_slip(one: Fact, other: Fact) -> bool:
    """Whether two numbers differ, and one slip parts them."""
    if value_of(one) == value_of(other):
        return False
    if is_cut_off(one.quantity, other.quantity) or is_cut_off(other.quantity, one.quantity):
        return False
    return (is_few(one) and is_few(other) and one.quantity.scaled == other.quantity.scaled) or slip_between(
        one.quantity, other.quantity
    ) != SlipKind.NONE


def keys(numeral: str) -> Iterator[str]:
    """
    What two numerals have in common where one slip leads from the one to the other.

    >>> sorted(set(keys("725")) & set(keys("752"))), sorted(set(keys("8.59")) & set(keys("5.89")))
    (['0|7<25>'], ['2|<58>9'])
    """
    significant = numeral.replace(".", "").strip("0")
    if len(significant) > 2:
        yield f"={significant}"
    whole, _, decimals = numeral.partition(".")
    yield from (f"{len(decimals)}|{key}" for key in _slips(whole + decimals))


def _slips(numeral: str) -> Iterator[str]:
    for at, digit in enumerate(numeral):
        yield f"{numeral[:at]}?{numeral[at + 1 :]}"
        if at and digit != numeral[at - 1]:
            yield f"{numeral[: at - 1]}<{min(digit, numeral[at - 1])}{max(digit, numeral[at - 1])}>{numeral[at + 1 :]}"
        if len(numeral) > 3:
            yield f"-{numeral[:at]}{numeral[at + 1 :]}"
    yield f"-{numeral}"


def kinds(page: Page) -> Iterator[Kind]:
    """The numbers of a page by their units."""
    found: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in page.facts:
        quantity = fact.quantity
        if quantity.value is not None and quantity.step:
            found[quantity.unit.name if quantity.unit else ""].append(fact)
    everywhere: defaultdict[str, Counter[Rational]] = defaultdict(Counter)
    for quantity in page.contents.quantities:
        everywhere[quantity.unit.name if quantity.unit else ""][quantity.value or 0] += 1
    for name, facts in found.items():
        if 1 < len(facts) <= _MOST:
            yield Kind(page, facts, everywhere[name])


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
    return Candidate({"first": (first,), "again": (again,)}, "again", most)


def _number(fact: Fact) -> int:
    return fact.number


def weight(kind: Kind, first: Fact, again: Fact) -> int:
    """How much speaks for two numbers being one, by what is said of them and by the text."""
    found = same(first, again)
    if found.veto:
        return FORBIDDEN
    return BIAS + found.weight + sum(CLUES.get(its, 0) for its in clues(kind, first, again))


def clues(kind: Kind, first: Fact, again: Fact) -> Iterator[str]:
    """What the text says of two numbers that are equal or one slip apart."""
    one, other = first.quantity, again.quantity
    equal = one.value == other.value
    told = max(kind.told(first), kind.told(again)) - equal
    yield "both told once" if told == 1 else "one told again elsewhere"
    if is_few(first) and is_few(again):
        yield "a few"
    elif not is_age(one):
        yield _digits(kind.page, first, again)
        significant = [len(digits(its)) for its in (one, other)]
        if max(significant) < 2:
            yield "one significant digit"
        elif min(significant) < 2:
            yield "one of one significant digit"
    if is_round(one) or is_round(other):
        yield "one is round"
    if not equal and (slip := slip_between(one, other)) != SlipKind.DIGIT:
        two = min(len(digits(its)) for its in (one, other)) < 3
        yield "another scale word" if slip == SlipKind.SHIFT else _TURNED if two else _SWAPPED
    rivals = kind.rivals(first, again)
    if not rivals:
        yield "no other number of what they count"
        if told == 1 and (again.known or first.title) and _count_one_thing(first, again):
            yield "the only counts of one thing"
    elif rivals > _FEW:
        yield "several others of what they count"
    if first.block < _FIRST:
        yield "told at the beginning"
    if not equal and not is_age(one):
        yield from _between(kind, first, again)


_TURNED, _SWAPPED = "a number of two digits turned round", "two digits swapped"
_FEW = 3
_FIRST = 3


def _between(kind: Kind, first: Fact, again: Fact) -> Iterator[str]:
    """Whether what lies between two numbers is told: "346 homes …; with 18 more, the 364 homes"."""
    gap = magnitude(value_of(first) - value_of(again))
    sentences = kind.sentences.get(gap, set()) if gap not in (value_of(first), value_of(again)) else set()
    if first.sentence in sentences or again.sentence in sentences:
        yield "what lies between is told beside them"
    elif sentences and gap > _FEW_THINGS:
        yield "what lies between is told"


def _count_one_thing(one: Fact, other: Fact) -> bool:
    """Whether two numbers count by one noun, and nothing says that the later counts those of something else."""
    if is_age(one.quantity):
        return True
    noun = one.quantity.counted
    return noun is not None and noun == other.quantity.counted and other.measure.of <= one.around


def _digits(page: Page, first: Fact, again: Fact) -> str:
    """How many digits are printed, at least."""
    spans = [(its.quantity.number_start, its.quantity.number_end) for its in (first, again)]
    printed = min(sum(character.isdigit() for character in page.text[start:end]) for start, end in spans)
    return _PRINTED[min(printed, len(_PRINTED) - 1)]


_PRINTED = ("in words", "one digit", "two digits", "three digits", "four digits or more")


def _in_brackets(page: Page) -> Iterator[Candidate]:
    """ "twelve (12) months": a number in words, and in digits behind it."""
    for first, again in pairwise(page.facts):
        gap = page.text[first.quantity.number_end : again.quantity.number_start].split()
        numerals = [page.text[its.quantity.number_start : its.quantity.number_end] for its in (first, again)]
        closed = page.text[again.quantity.number_end : again.quantity.number_end + 1] == ")"
        if gap == ["("] and closed and numerals[0][:1].isalpha() and numerals[1].isdecimal():
            yield Candidate({"first": (first,), "again": (again,)}, "(", CERTAIN)


def _is_possible(page: Page, candidate: Candidate) -> bool:
    return candidate.weight > FORBIDDEN


def _is_likely(page: Page, candidate: Candidate) -> bool:
    first, again = candidate["first"], candidate["again"]
    return candidate.weight >= LEAST + (_margin(first) if first.quantity.value == again.quantity.value else 0)


def _margin(fact: Fact) -> int:
    """
    How much more must speak for two equal numbers: a slip may leave one of them with a single significant digit, or
    round, and then it must still be told.
    """
    if is_few(fact) or is_age(fact.quantity):
        return 0
    return 5 if len(digits(fact.quantity)) > 2 else 19


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
