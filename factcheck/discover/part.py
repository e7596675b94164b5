"""
So many of so many, and the percentage that they are.

"147 of the 169 entries, or 87%", "of the 169 entries 147 (87%)", "87% (147 of 169)". A part is no larger than
its whole; where the percentage stands beside them, it is the one divided by the other. Rates ("one of every
five") and percentages of something else stay alone.

Finds:

    Of the 169 entries that need a note, 147 would be found under the new rules, or 89%.
    ---
    The panel heard 12 of the 48 towns (35%).
    ---
    Some 62% (31 of 60) agreed.
    ---
    Police said that 155 of the 150 suspects were held in Rome.
    ---
    Some 38 million of the firm's 10.1 million shares changed hands.
    ---
    The country keeps 18 of the seaway's 15 locks.
    ---
    Among 255 patients, 208 (72%) were treated.
    ---
    It leaves 40 (30 percent) of the 160 houses empty.
    ---
    He won 45 out of 90 seats, or 60 percent.
    ---
    Of the 1,800 megawatt-hours, 1,152, or 46%, came from the wind.

Leaves alone:

    Hamburg scrapped all of its 141 departures, Berlin its 160 and Stuttgart 81 of 92.
    ---
    Of the 169 entries that need a note, 147 would be found under the new rules, or 87%.
    ---
    The panel heard 12 of the 48 towns (25%), and 20 villages.
    ---
    Police said that 65 of the 150 suspects were held in Rome.
    ---
    Four of the five largest banks were fined; 30 percent more than last year.
    ---
    One of every five pupils is late, or 20%.
    ---
    Of the 30 members, 20 voted, and 55% of them said yes.
    ---
    The firm sold 12 of its 48 shops (up 5%).
    ---
    The end of 1999 saw 40 people of the town's 20 families leave.
    ---
    Progress: 67.08%, (28094/50225).
    ---
    Of the 1,800 megawatt-hours, 1,152, or 64%, came from the wind.
    ---
    The dealers have 35,000 of the two models.
    ---
    They will get one new share for six instead of five old shares.
    ---
    In 12 of the last 10-minute rounds he was out.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from factcheck.discover.near import near
from factcheck.discover.proposal import Proposal
from factcheck.discover.ratio import share
from factcheck.facts.page import Page, Passage
from factcheck.model.amount import base, is_percent
from factcheck.model.number import magnitude
from factcheck.model.quantity import Quantity
from factcheck.model.regex import regex

_ART = r"(?:(?:a total of|all|(?:the|a) [A-Za-z.]{2,20}['’]s|the|these|those|its|their|his|her|our|about|some|more than|nearly)\s+){0,2}"
_NOUN = r"(?:\s(?!(?:instead|ahead|short|because|out|and|or|to|in|by|for|with|at|than|is|are|was|were)\b)[a-z-]+){0,2}"
_OF = regex(rf"{_NOUN}(?:\s\([\d.]{{1,6}}\s?(?:%|percent|per cent)\))?\s(?:out\s)?of\s{_ART}")
_MANY = 1000
"""Of so many nothing else is counted: "35,000 of the two models" are cars."""
_OWNED = regex(r"\sof (?:the|its|their|his|her)(?: [A-Za-z.]{2,20}['’]s?)? ")
_DEFINITE = regex(r"\b(?:all|the|these|those|its|their|his|her|our)\s+$")
_OF_WHOLE = regex(
    r"(?<!\ball )(?:\b[Oo]f\s+(?:all\s+)?(?:the|these|those|its|their|our)|\bOf|\bAmong(?:\s(?:the|these|those|all))?)\s+$"
)
_CLAUSE = regex(r"[.;:]|\b(?:than|and)\b")
_PERCENT = regex(
    r"(?:[^.;:()\d]{0,60}?(?:,? or (?:about |nearly |roughly |some |just )?|\s?\((?:or |about |nearly )?|\s[—–-]\s|, (?:about |nearly |roughly )?))$"
)
_COMMA_ONLY = regex(r"[^(—–]*, $")
_BEFORE_BRACKET = regex(r"[^.;:()\d]{0,30}\s?[(,]\s?$")
_CHANGE = regex(r"\b(?:up|down|more|less|higher|lower|rose|fell|grew|increase|decrease|growth|decline|from|than)\b")


def find(page: Page) -> Iterator[Proposal]:
    """Parts of wholes, with their percentage where it is said."""
    for passage in page.passages:
        yield from _ratios(page, passage)
        for part, of, at in _pairs(page, passage):
            percent = _percent(page, passage, at)
            if percent is not None:
                yield from share(page, part, of, percent)
            elif (of.value or 0) and part.value is not None:
                yield from _part(page, part, of)


def _ratios(page: Page, passage: Passage) -> Iterator[Proposal]:
    """ "45 out of 90 seats, or 60 percent": the reader has divided already."""
    found = passage.quantities
    for ratio, percent in itertools.pairwise(found):
        if ratio.unit is None and not ratio.step and " of " in ratio.text and is_percent(percent):
            between = page.text[ratio.end : percent.start]
            if " or " not in between or not _PERCENT.fullmatch(between) or percent.value is None or not ratio.value:
                continue
            if magnitude(ratio.value * 100 - percent.value) <= 30:
                claims = (page.stated(ratio), page.stated(percent, "the share"))
                yield Proposal("agree", {"claims": claims}, "the share", True, "or")


def _pairs(page: Page, passage: Passage) -> Iterator[tuple[Quantity, Quantity, tuple[Quantity, Quantity]]]:
    """A part, its whole, and both in the order of the text."""
    found = [its for its in passage.quantities if not is_percent(its)]
    wholes: set[int] = set()
    for one, behind in itertools.pairwise(found):
        other = _measured(page, passage, one, behind)
        if not _alike(one, other) or one.value is None or other.value is None:
            continue
        between = page.text[one.number_end : other.start]
        definite = bool(_DEFINITE.search(between))
        if _OF.fullmatch(between) and (definite or (one.unit is None and one.counted in (None, other.counted))):
            if _is_set(page, other):
                wholes.add(other.start)
                yield one, other, (one, other)
            continue
        of_whole = _OF_WHOLE.search(page.text, max(passage.start, one.start - 30), one.start)
        near = len(between) < 90 and not _CLAUSE.search(between)
        # "all of its 141 departures, Berlin its 160": what has an owner of its own is no part.
        owned = re.search(r"\b(?:its|their|his|her)\s+$", between)
        if one.start not in wholes and of_whole and near and not owned and _is_set(page, one):
            yield other, one, (one, other)


def _measured(page: Page, passage: Passage, whole: Quantity, part: Quantity) -> Quantity:
    """The part in the unit of its whole: "of the 1,800 megawatt-hours, 1,152, or 64%"."""
    if whole.unit is None or part.unit is not None or part.counted is not None or part.step != 1:
        return part
    behind = page.text[part.number_end : part.number_end + 2]
    of_whole = _OF_WHOLE.search(page.text, max(passage.start, whole.start - 30), whole.start)
    return replace(part, unit=whole.unit) if of_whole and behind in (", ", " (") else part


def _alike(one: Quantity, other: Quantity) -> bool:
    if one.dimension != other.dimension or bool(one.unit) != bool(other.unit):
        return False
    if one.unit is not None:
        return one.unit.currency or one.dimension not in ((("time", 1),),)
    if one.counts and other.counts:
        return True
    # "38 million of the firm's 10.1 million shares" are told to the million
    return one.counted in (None, other.counted) and other.counted is not None


def _is_set(page: Page, whole: Quantity) -> bool:
    """Whether a number counts things that others may be part of, and is no half of "10-minute"."""
    after = page.text[whole.number_end : whole.number_end + 1]
    before = page.text[max(0, whole.start - 14) : whole.start].lower()
    return (
        after != "-"
        and not re.search(r"\b(?:every|each|last|first|next|top|past)\s$", before)
        and (whole.value or 0) > 1
    )


def _percent(page: Page, passage: Passage, pair: tuple[Quantity, Quantity]) -> Quantity | None:
    """The percentage just behind two numbers, between them in brackets, or just before them."""
    first, last = pair
    for quantity in passage.quantities:
        if not is_percent(quantity) or quantity.value is None or quantity.direction is not None:
            continue
        if quantity.start >= last.end:
            between = page.text[last.end : quantity.start]
            after = page.text[quantity.end : quantity.end + 12]
            if (
                _PERCENT.fullmatch(between)
                and not _CHANGE.search(between)
                and not re.match(
                    r"\s(?:up|down|from|than|higher|lower|points?|of|more|less|were|was|are|said)\b", after
                )
            ):
                return None if _COMMA_ONLY.fullmatch(between) and " or " not in between else quantity
            return None
        if quantity.end <= first.start:
            if re.fullmatch(r"[^.;:()\d]{0,24}\s?\((?:or |that is,? )?", page.text[quantity.end : first.start]):
                return quantity
        elif _BEFORE_BRACKET.fullmatch(page.text[first.end : quantity.start]):
            return quantity
    return None


def _part(page: Page, part: Quantity, of: Quantity) -> Iterator[Proposal]:
    owned = _OWNED.fullmatch(page.text, part.end, of.start) is not None
    surely = owned and (near(base(part), base(of), Fraction(19, 20)) or base(of) >= _MANY)
    if base(part) > base(of) and not surely and not near(base(part), base(of), Fraction(1, 2)):
        return
    same = part.counted in (None, of.counted)
    operands = {"part": page.stated(part), "whole": page.stated(of)}
    yield Proposal("part", operands, page.stated(part).label, same, "of", doubtful=not same)
