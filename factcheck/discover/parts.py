"""
A whole and its parts, in one sentence or across the text.

"12 arrests: seven in Rome and five in Milan". "Consisting of", "made up of", a colon or a dash close the list:
its parts make the whole. "Including", "of which", "among them" open it: its parts make no more than the whole.
A breakdown by place that stands elsewhere belongs to the number whose noun it repeats ("the arrest of 150
people … 65 arrests in the U.S., …"). Parts that are nowhere near the whole were never meant to make it.

Finds:

    The raid led to 12 arrests: seven in Rome and six in Milan.
    ---
    They will pay $2.05 million, which consists of $1.8 million in penalties, $300,000 for parks and $250,000 in costs.
    ---
    The court would have 18 judges: five from the north, five from the south, and five from the west.
    ---
    Police found 234 kg of drugs, including 152.1 kg of khat, 216 kg of tea and 26.9 kg of resin.
    ---
    Agents took $1 million in proceeds, including $7 million in coins.
    ---
    The toll of the uprising is 1,121 people, including 1,865 Palestinians and 234 Israelis.
    ---
    Agents seized 45 firearms, including 28 handguns and 21 rifles.
    ---
    Three raids took place. The 53 main suspects were arrested in France (22), Italy (18) and Greece (23).
    ---
    The drug is sold in 12 countries, including ten in Europe and four in Asia.
    ---
    It costs $1.2 trillion, with $550 billion for roads, $350 billion for water and $400 billion for power.
    ---
    The study had 1,000 adults, of whom 1,200 got the new drug.
    ---
    The week saw the arrest of 155 people. It led to 65 arrests in the U.S., 21 in Bulgaria, 47 in Germany and 17 in Italy.
    ---
    The firm will cut 1,200 jobs, 700 in Rome and 600 in Milan.
    ---
    The arrest of 14 people ended it. Arrests were made in Spain (8), Italy (5) and France (3).
    ---
    It used $102.0 million as follows: $60.0 million to buy shares, $72.5 million for dividends and $14.5 million for tools.

Leaves alone:

    Twelve of the arrests were made in the United States, eight in Spain and six in Italy.
    ---
    The arrest of 14 people ended it. Arrests were made in Spain (8), Italy (3) and France (3).
    ---
    The raid led to 12 arrests, including seven in Rome and three in Milan.
    ---
    Police found about 234 kg of drugs including 152.1 kg of khat, 21.6 kg of tea, 26.9 kg of resin and 32.5 kg of hash.
    ---
    The crash killed 14 people, including four crew members; 20 people were hurt.
    ---
    The firm will cut 1,200 jobs, 500 in Rome and 600 in Milan.
    ---
    It used $102.0 million as follows: $60.0 million to buy shares, $27.5 million for dividends and $14.5 million for tools.
    ---
    Rain fell on 12 days: 30 mm on Monday and 45 mm on Friday.
    ---
    Fifteen people spoke: two for the plan and one against it at great length.
    ---
    He scored 20 points, including seven free throws and three blocks.
    ---
    The choir has 45 members, including 28 women and 21 students.
    ---
    The toll of the uprising is 1,121 people, including 865 Palestinians and 234 Israelis.
    ---
    The drug is sold in 12 countries, including ten in Europe and two in Asia.
    ---
    It costs $1.2 trillion, with $550 billion for roads, $350 billion for water and $300 billion for power.
    ---
    The bill gives $5 million to parks and $3 million to roads, including $1 million for bridges.
    ---
    The town has 900 pupils in four schools: two in the north and two in the south.
    ---
    She served 12 years, two of which were in Rome.
    ---
    The fleet of 20 ships, five of them new, includes 30 boats for rescue.
    ---
    In Victoria, where five people died, it rained. Five people died in Rome, three in Bari, two in Pisa and one in Turin.
    ---
    It was the arrest of 150 people. A raid of 2019 led to 6 arrests in the U.S., one in Bulgaria and three in France.
    ---
    The plan has three parts: one for roads, two for bridges and three for schools.
    ---
    The firm lost $29.6 million in 2019, including a charge of $34.0 million for its shops.
    ---
    It now has nine flights a week, comprising six to Rome, including four by night, and three to Bari.
    ---
    The $103 million offer, including $48 million from Acme and $55 million from brokers, will cover $235 million of claims.
    ---
    Exports were $2.18 billion, of which $979 million were oil and gas, with total imports $1.66 billion.
    ---
    Rome has 7,897 cases and 1,768 deaths; Milan - 7,719 cases and 3,177 deaths; and Turin - 2,292 cases and 1,428 deaths.
    ---
    Six countries, including four in Africa, are reporting cases and 26 countries are reporting deaths.
    ---
    Profit was $12 million: sales of $30 million, less costs of $10 million and taxes of $8 million.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from factcheck.discover.breakdown import IN_PLACE, across
from factcheck.discover.near import mended, near
from factcheck.discover.proposal import Proposal
from factcheck.discover.row import JOIN, LESS, OPENS, balance, of_earlier, of_kind, row_of
from factcheck.facts.page import Page, Passage
from factcheck.model import table
from factcheck.model.amount import alike, base, together
from factcheck.model.quantity import Quantity
from factcheck.model.regex import regex

_CLOSES = regex(
    r"(?:\b(?:consist(?:s|ed|ing)? of|made up of|comprising|comprised of|compris(?:es|ed)|composed of|broken down (?:as|into)"
    r"|divided (?:into|between|among)|split (?:into|between|among)|namely|as follows:|the following:)|:|—|–|\s--?)\s*"
    r"(?:an? |the |some )?$"
)
_MOSTLY = regex(r"\b(?:primarily|mainly|mostly|largely|principally|chiefly|partly)\b")
_LAST = regex(r";\s(?:and|plus)\b")
_SEX_OR_AGE = frozenset(
    "man woman boy girl child minor adult teenager male female infant baby senior pensioner".split()
)
_FOR = regex(r" (?:for|to|going to|earmarked for|set aside for) ")
_AND_ON = regex(r",\s(?:and|plus)\b[^,]*$")
_NET = regex(
    r"\b(?:loss(?:es)?|profits?|income|earnings|results?|deficit|surplus|gains?|cash ?flow|EBITDA|lost|earned|margin)\b[^.;:,]{0,40}$"
)
"""What is the outcome of gains and costs: a cost or a gain that it includes may be larger."""
"""Before a count of one place: "In Victoria, where five people have died"."""


def find(page: Page) -> Iterator[Proposal]:
    """Wholes with parts behind them, and breakdowns with their whole elsewhere."""
    used: set[int] = set()
    for passage in page.passages:
        for proposal, first in _in_sentence(page, passage):
            used.add(first.number_start)
            yield proposal
    yield from across(page, used)


def _in_sentence(page: Page, passage: Passage) -> Iterator[tuple[Proposal, Quantity]]:
    found = passage.quantities
    for at, first in enumerate(found[1:], 1):
        gap = page.text[found[at - 1].end : first.start]
        closes, opens = _CLOSES.search(gap), OPENS.search(gap) or _shared_out(page, found, at, gap)
        if not (closes or opens):
            yield from _unmarked(page, passage, at, gap)
        if len(gap) > 140 or not (closes or opens) or (closes and ";" in gap[: closes.start()]):
            continue
        row = row_of(page, found[at:])
        total = _whole_of(page, found[:at], row, gap)
        if total is None or of_earlier(found[: at - 1], total, first):
            continue
        if opens and any(_CLOSES.search(page.text[a.end : b.start]) for a, b in pairwise(found[:at])):
            row = _before_and(page, row)
        if opens or _MOSTLY.search(gap):
            yield from ((its, first) for its in _open(page, total, row, gap))
        elif len(row) > 1:
            yield from ((its, first) for its in _closed(page, passage, total, row, gap))


def _shared_out(page: Page, found: tuple[Quantity, ...], at: int, gap: str) -> bool:
    """ "$1.2 trillion, with $550 billion for roads and $350 billion for water": each amount says what it is for."""
    total, row = found[at - 1], row_of(page, found[at:])
    if gap != ", with " or len(row) < 2 or total.unit is None or not total.unit.currency:
        return False
    return all(_FOR.match(page.text, its.end) and base(its) < base(total) for its in row)


def _before_and(page: Page, row: list[Quantity]) -> list[Quantity]:
    """
    The items of a list in a list as far as a comma and "and", behind which the outer list may go on: "comprising
    six flights to Rome, including four by night, and three to Bari".
    """
    kept = itertools.takewhile(lambda its: not _AND_ON.search(page.text[its[0].end : its[1].start]), pairwise(row))
    return [row[0], *(its for _, its in kept)]


def _unmarked(page: Page, passage: Passage, at: int, gap: str) -> Iterator[tuple[Proposal, Quantity]]:
    """
    "1,200 jobs, 700 in Rome and 600 in Milan": nothing says that these are all, but they are no more.
    """
    found = passage.quantities
    first, total = found[at], found[at - 1]
    if gap.endswith(", ") and len(gap) < 60 and total.counts and total.counted and first.counts and total.value:
        row = row_of(page, found[at:])
        placed = all(its.place and its.end == its.number_end for its in row)
        joined = len(row) > 1 and JOIN.search(page.text[row[-2].end : row[-1].start])
        sibling = total.place is not None or IN_PLACE.search(gap)
        if placed and joined and not sibling and near(base(total), together(row)):
            yield balance(page, total, row, "open", explicit=False), first


def _whole_of(page: Page, before: tuple[Quantity, ...], row: list[Quantity], gap: str) -> Quantity | None:
    """The number just before the cue, where it may be what the parts make."""
    total, part = before[-1], row[0]
    if total.value is None or part.value is None or not alike(total, part):
        return None
    inside = OPENS.search(gap) and all(base(its) <= base(total) for its in row if its.value is not None)
    if part.place and total.counted in table.words()["sorts_of_places"] and not inside:
        return None  # "raids in 12 towns: 40 arrests in Rome"
    if LESS.search(_CLOSES.sub("", gap)):
        return None
    if total.unit and total.unit.name == "percent":
        return None
    if any(its.value is None or its.direction is not None for its in row):
        return None
    if total.unit is None and (total.counted is None or page.text[total.number_end : total.number_end + 1] == "-"):
        return None
    return total


def _closed(page: Page, passage: Passage, total: Quantity, row: list[Quantity], gap: str) -> Iterator[Proposal]:
    if not JOIN.search(page.text[row[-2].end : row[-1].start]) or LESS.search(page.text[row[0].start : row[-1].end]):
        return
    if re.match(r"[^.;]{0,40}\b(?:among others|and others|and more|etc)\b", page.text[row[-1].end : passage.end]):
        return
    said = re.search(r"[a-z]", (_CLOSES.search(gap) or [""])[0])
    value, makes = base(total), together(row)
    if makes != value:
        if total.unit is None and total.value == len(row):
            return
        if not near(value, makes) and not ((said or total.unit) and mended(total, row)):
            return
        if not said and makes < value and not near(value, makes, Fraction(1, 8)):
            return
        if not said and total.unit is None and not _one_kind(row):
            return
    explicit = bool(said) or makes >= value or total.unit is not None
    yield balance(page, total, row, "closed", explicit=explicit)


def _one_kind(row: list[Quantity]) -> bool:
    """Whether counts are parted by place or by class, one way for all of them."""
    return (
        all(its.place for its in row) or all(its.counted for its in row[:-1]) or all(not its.counted for its in row[1:])
    )


def _open(page: Page, total: Quantity, row: list[Quantity], gap: str) -> Iterator[Proposal]:
    if total.unit is None and not of_kind(total, row[0]):
        yield from _of_sorts(page, total, row, gap)
        return
    row = [row[0], *(its for its in _inside(page, row) if total.unit is not None or of_kind(total, its))]
    if _overlap({its.counted for its in row if its.counted}):
        return
    if total.unit is not None and _NET.search(page.text[max(0, total.start - 60) : total.start]):
        return  # "a loss of $29.6 million, including a charge of $34.0 million"
    makes, value = together(row), base(total)
    if makes > 20 * value or len(gap) > 100:
        return
    explicit = len(gap) <= 70 and "," not in gap[:-14]
    if len(row) == 1:
        part, of = page.stated(row[0]), page.stated(total)
        yield Proposal("part", {"part": part, "whole": of}, part.label, explicit, gap.strip(" ,"))
    else:
        yield balance(page, total, row, "open", explicit=explicit)


def _overlap(nouns: set[str]) -> bool:
    """Whether some may be counted twice: "28 women and 21 students"."""
    return bool(nouns & _SEX_OR_AGE) and bool(nouns - _SEX_OR_AGE)


def _of_sorts(page: Page, total: Quantity, row: list[Quantity], gap: str) -> Iterator[Proposal]:
    """ "45 firearms, including 28 handguns and 21 rifles": things of several sorts; people may be of two sorts at once."""
    sorts = [its for its in row if its.counted and its.counts]
    people = table.words()["sorts_of_people"]
    if not gap.endswith("including ") or len(sorts) < 2 or any(its.counted in people for its in (total, *sorts)):
        return
    if all(2 * base(its) <= 3 * base(total) for its in sorts) and len({its.counted for its in sorts}) == len(sorts):
        yield balance(page, total, sorts, "open", explicit=False)


def _inside(page: Page, row: list[Quantity]) -> Iterator[Quantity]:
    """The parts behind the first, as far as the list goes: a semicolon without "and" begins something else."""
    for one, other in itertools.pairwise(row):
        gap = page.text[one.end : other.start]
        if (
            ";" in gap
            and not _LAST.search(gap)
            and not any(";" in page.text[a.end : b.start] for a, b in pairwise(row) if a is not one)
        ):
            return
        yield other
