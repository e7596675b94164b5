"""
The same fact, stated in a headline and again below it.

A headline's number returns in the text with the same noun or unit and some of the same words around it. Where
no number below agrees with it, the one that stands in the most similar words is taken for its restatement, if a
typing slip leads from the one to the other, or if the words are nearly all the same. A headline abridges, so a
difference is a warning.

Finds:

    # 121 mayors call for a new bridge

    Rome, May 3 – A letter signed by 621 mayors calls for a new bridge over the river.
    ---
    # Four million pills seized in raid

    Police said that the raid was a success. Five million pills were seized, and a car.
    ---
    # Eleven charged in fraud at bank

    Rome – Twelve people were charged today with fraud that cost a bank $3 million.
    ---
    # Minister visits all 32 northern counties

    The minister has now kept her word and visited all 29 northern counties within a year.
    ---
    # Trafficker sentenced to 18 years in prison

    Rome – A man was given a 16-year prison sentence on Monday for selling guns from his car.
    ---
    # Three men charged with selling guns

    Rome – The police have arrested four men, who are said to have sold guns and drugs from a car.
    ---
    # Builder ordered to pay $1 million in restitution

    A builder was ordered to pay $3,010,062 in restitution for the houses that fell down.
    ---
    # Roe wins 470 m hurdles in Rome

    Ada Roe has won the 400 metres hurdles final at the games in Rome.

Leaves alone:

    # 121 mayors call for a new bridge

    Rome, May 3 – A letter signed by 121 mayors calls for a new bridge over the river.
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
    # Prosecutor wins $13.6 million from three firms

    One firm will pay $7.5 million to end a case. Another will pay $5.6 million, and the third has agreed to $500,000.
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
    # Town to spend $5 million on parks

    The council met on Monday. The mayor's new car, he said, cost $50,000.
    ---
    # 12 dead in fire

    The fire killed five women and seven men.
    ---
    # School takes 30 pupils from abroad

    The school has 900 pupils and 40 teachers.
    ---
    # Three arrests after robbery

    Two arrests were made on Monday and one on Tuesday.
    ---
    # 20 years of the market

    The market has been held every year. Two years ago it moved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.discover.near import adds_up, base, is_cut_off, misprinted, slipped, together
from factcheck.discover.proposal import Proposal
from factcheck.discover.row import alike, some_make
from factcheck.facts.page import Page, Passage, noun_of
from factcheck.facts.word import noun_words, stem, words_of
from factcheck.model import table
from factcheck.model.document import BlockKind
from factcheck.model.name import kinds
from factcheck.model.quantity import Modifier, Quantity
from factcheck.model.reading import Reading, interval
from factcheck.model.regex import regex

_DEEP = 14
"""How many sentences with numbers below a headline may restate it."""
_FAR = 120
"""How many blocks below a headline are looked at."""
_AROUND = 70
"""How far around a number its words are compared [code points]."""
_LARGE = 1000
"""From here on another scale word may be a slip."""
_YEAR = regex(r"\b(?:19|20)\d\d\b")
_TERM = regex(r"-(?:year|month)(?: (?:prison|jail|federal|custodial|suspended))*[ -](?:sentence|term)\b", re.IGNORECASE)
"""Behind a number of years that somebody has to serve."""
_PARTS = regex(r"\b(?:another|other|more|additional|further|of (?:the|those|them|these)|each|per|every|first|last)\s+$")


def find(page: Page) -> Iterator[Proposal]:
    """Each number of a headline, and what restates it."""
    for at in page.headings:
        for passage in page.by_block.get(at, ()):
            below = _below(page, at)
            for quantity in passage.quantities:
                if _is_fact(page, quantity) or _is_bare(page, quantity):
                    yield from _restated(page, passage, quantity, below)


def _below(page: Page, heading: int) -> list[Passage]:
    """The first sentences with numbers below a heading, to the next one as high (of a title: anywhere)."""
    level = page.blocks[heading].level
    found: list[Passage] = []
    for at in range(heading + 1, min(len(page.blocks), heading + _FAR)):
        block = page.blocks[at]
        if block.kind == BlockKind.HEADING and block.level <= level and (level > 1 or found):
            break
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE):
            found += page.by_block.get(at, ())
        if len(found) >= _DEEP:
            break
    return found[:_DEEP]


def _is_fact(page: Page, quantity: Quantity) -> bool:
    value = quantity.value
    if value is None or value <= 1 or (quantity.counted is None and quantity.unit is None):
        return False
    hyphen = page.text[quantity.number_end : quantity.number_end + 1] == "-"
    if quantity.dimension == (("time", 1),) and hyphen and not _TERM.match(page.text, quantity.number_end):
        return False  # "10-year bonds" are a kind of bond
    return not _PARTS.search(page.text[max(0, quantity.start - 24) : quantity.start].lower())


def _is_bare(page: Page, quantity: Quantity) -> bool:
    """Whether a headline's number has no noun: "Eleven charged", "Quake kills 47" are of people."""
    value = quantity.value
    bare = quantity.counts and quantity.counted is None and value is not None and value > 1
    return bare and page.text[quantity.number_end : quantity.number_end + 1] != "-"


def _restated(page: Page, passage: Passage, quantity: Quantity, below: list[Passage]) -> Iterator[Proposal]:
    candidates = [(its, where) for where in below for its in where.quantities if _same_kind(quantity, its)]
    if not candidates:
        return
    agreeing = next((its for its, _ in candidates if _agree(quantity, its)), None)
    if agreeing is not None:
        yield _proposal(page, quantity, agreeing)
    lead = [its for where in below[:1] for its in where.quantities]
    others = [its for its in lead if its.value not in (None, quantity.value)]
    parts = [its for its in others if alike(quantity, its)]
    makes = some_make(quantity, parts) or together(parts) == base(quantity)
    if makes or any(_repeats(quantity, its) and _in_one_voice(page, lead[0], its) for its in lead):
        return  # what else the lead says is what it is compared with, or a part of it
    words = words_of(page.text, passage.start, passage.end) - _own(quantity)
    close = words_of(page.text, quantity.number_end, min(passage.end, quantity.number_end + _AROUND)) | noun_words(
        quantity
    )
    best, score = None, 0
    for its, where in candidates:
        if not _is_fact(page, its) or _agree(quantity, its) or _of_other_years(page, quantity, its):
            continue
        if any(_repeats(quantity, other) and _in_one_voice(page, its, other) for other in where.quantities):
            continue
        if agreeing is not None and not (slipped(quantity.value or 0, its.value or 0) and where in below[:2]):
            continue
        points = _score(page, quantity, its, where, words, close)
        if points > score:
            best, score = its, points
    if best is None or is_cut_off(quantity, best) or adds_up(quantity, [its for its, _ in candidates]):
        return
    leads = any(its is best for its in lead)
    least = _least_of_lead(passage, below[0], quantity, best) if leads else 6
    if score >= min(least, _needed(quantity, best)) + 2 * (agreeing is not None):
        yield _proposal(page, quantity, best)


def _least_of_lead(passage: Passage, lead: Passage, quantity: Quantity, other: Quantity) -> int:
    """
    How much must be shared with a number of the first sentence: less where headline and sentence count people, the
    same and with one number alone.
    """
    people = table.words()["sorts_of_people"]
    alone = all(sum(its.counted in people for its in where.quantities) == 1 for where in (passage, lead))
    return 2 if alone and quantity.counted in people and quantity.counted == other.counted else 5


def _of_other_years(page: Page, one: Quantity, other: Quantity) -> bool:
    """Whether each number stands behind a year of its own: "1987 results include …", "1986 results include …"."""
    a, b = (set(_YEAR.findall(page.text, max(0, its.start - _AROUND), its.start)) for its in (one, other))
    return bool(a and b) and not a & b


def _repeats(quantity: Quantity, other: Quantity) -> bool:
    """Whether a number of the lead is that of the headline: in another dollar, in no unit, or the end of a range."""
    same = any(its.value == quantity.value for its in (other, *(other.ends or ())))
    return same or (_same_kind(quantity, other) and _agree(quantity, other))


def _in_one_voice(page: Page, one: Quantity, other: Quantity) -> bool:
    """Whether no quotation begins or ends between two numbers: who is quoted says it anew."""
    first, last = sorted((one, other), key=lambda its: its.start)
    return not any(mark in page.text[first.end : last.start] for mark in '"“”')


def _score(page: Page, quantity: Quantity, other: Quantity, where: Passage, words: set[str], close: set[str]) -> int:
    """Words shared: two points for those just behind the number and of its noun, one for those around."""
    behind = words_of(page.text, other.number_end, min(where.end, other.number_end + _AROUND)) | noun_words(other)
    around = words_of(page.text, where.start, where.end) - _own(other)
    near_by = words_of(page.text, max(where.start, other.start - _AROUND), other.start)
    points = 2 * len((close & behind) - _own(other))
    points += len((words & (around | near_by)) - (close & behind))
    if quantity.modifier == other.modifier and quantity.modifier != Modifier.EXACT:
        points += 1
    return points


def _needed(quantity: Quantity, other: Quantity) -> int:
    """How much must be shared: less where a slip explains the difference, more of small numbers."""
    a, b = quantity.value or 0, other.value or 0
    if a < 10 and b < 10 and quantity.counts:
        nouns = noun_words(quantity)
        return 3 if len(nouns) > 1 and nouns == noun_words(other) else 5
    if slipped(a, b) or (min(a, b) >= _LARGE and misprinted(a, b)):
        return 2
    return 4 if max(a, b) <= 2 * min(a, b) else 6


def _proposal(page: Page, quantity: Quantity, other: Quantity) -> Proposal:
    claims = (page.stated(quantity), page.stated(other))
    subject = f"the headline and the text on {noun_of(quantity)}" if quantity.counted else "the headline and the text"
    return Proposal("agree", {"claims": claims}, subject, False, "headline")


def _same_kind(one: Quantity, other: Quantity) -> bool:
    if other.value is None or one.dimension != other.dimension:
        return False
    if other.place and kinds(other.place.text) and (one.place is None or one.place.key != other.place.key):
        return False
    if one.unit is not None or other.unit is not None:
        return one.unit is not None and other.unit is not None
    if one.counted is None:
        return one.counts and other.counts and other.counted in table.words()["sorts_of_people"]
    return one.counted == other.counted


def _agree(one: Quantity, other: Quantity) -> bool:
    a, b = (interval(its, Reading.HEDGE) for its in (one, other))
    if one.unit and other.unit:
        a, b = a.scaled(one.unit.factor), b.scaled(other.unit.factor)
    return a.meets(b)


def _own(quantity: Quantity) -> set[str]:
    """The counted noun itself, which both share anyway."""
    return {stem(quantity.counted)} if quantity.counted else set()
