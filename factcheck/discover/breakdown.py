"""
A breakdown by place, and the number elsewhere in the text that it makes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from factcheck.discover.near import near
from factcheck.discover.proposal import Proposal
from factcheck.discover.row import balance
from factcheck.facts.page import Page
from factcheck.model.amount import base, together
from factcheck.model.contents import Breakdown
from factcheck.model.quantity import Modifier, Quantity
from factcheck.model.regex import regex
from factcheck.reader.noun import singular

IN_PLACE = regex(r"\b(?:in|at|from) (?:the )?[A-Z]")
"""The number before has a place of its own: it is the first of the parts."""
_LETTERS = regex(r"[A-Za-z]{3,}")
_OF = regex(r"\b([A-Za-z]{4,})s? of\s+(?:the |some |at least |more than |about |over )?$")
_TORN = regex(r"\d\) (?:the )?$")
_NEAR = 80
"""How far before the others a first item may stand [code points]."""
_THERE = regex(r"\b[Ii]n (?:the )?[A-Z][A-Za-z ]{2,30}, (?:where )?$")
_MOST = 200
"""So many wholes come into question at most: a longer text says the same noun of many things."""


def across(page: Page, used: set[int]) -> Iterator[Proposal]:
    """Breakdowns of three items or more, and the number elsewhere whose noun they repeat."""
    known = _by_noun(page)
    for breakdown in page.contents.breakdowns:
        items = breakdown.items
        if len(items) < 3 or items[0].number_start in used or items[0].unit is not None:
            continue
        if any(its.value is None or its.place is None for its in items):
            continue
        if _TORN.search(page.text[max(0, breakdown.start - 12) : breakdown.start]):
            continue  # "Italy (18) the United Kingdom (7), Greece (3) and Turkey (3)": a comma is missing
        makes = together(items)
        found = [its for noun in _nouns(page, breakdown) for its in known.get(noun, ())]
        wholes = [
            its for its in found if not breakdown.start <= its.start < breakdown.end and _apart(page, its, items[0])
        ]
        fitting = [its for its in wholes if its.value == makes]
        close = [its for its in wholes if near(base(its), makes)] if not fitting else []
        if fitting or len({its.value for its in close}) == 1:
            total = (fitting or close)[0]
            yield balance(page, total, list(items), "closed", explicit=_shares_item(page, total, items))


def _apart(page: Page, whole: Quantity, first: Quantity) -> bool:
    """Whether a number is no first item itself: "Five people died in Queensland, three in Victoria, …"."""
    bracketed = first.place is not None and first.place.start < first.number_start
    if bracketed or not 0 <= first.start - whole.end <= _NEAR:
        return True
    between = page.text[whole.end : first.start]
    return "." in between or not IN_PLACE.search(between)


def _nouns(page: Page, breakdown: Breakdown) -> list[str]:
    """What a breakdown counts; "Arrests were made in Spain (65), …" says it in the words before."""
    noun = breakdown.items[0].counted
    if noun is not None:
        return [noun]
    start, _ = page.document.sentence(breakdown.start)
    return [singular(its.lower()) for its in _LETTERS.findall(page.text[start : breakdown.start])]


def _by_noun(page: Page) -> dict[str, list[Quantity]]:
    """The plain counts of the text by what they count: "the arrest of 150 people" counts people and arrests."""
    found: defaultdict[str, list[Quantity]] = defaultdict(list)
    # "53 men were arrested in France (22), Italy (18) …": France is the place of the 22.
    others = {its.place.start for one in page.contents.breakdowns for its in one.items if its.place}
    for quantity in page.contents.quantities:
        if not quantity.counts or quantity.value is None or quantity.modifier != Modifier.EXACT:
            continue
        if quantity.place and (quantity.place.start not in others or quantity.place.start < quantity.end):
            continue
        before = page.text[max(0, quantity.start - 40) : quantity.start]
        if _THERE.search(before):
            continue
        head = _OF.search(before)
        for noun in {quantity.counted, singular(head[1].lower()) if head else None} - {None}:
            if noun is not None and len(found[noun]) < _MOST:
                found[noun].append(quantity)
    return found


def _shares_item(page: Page, total: Quantity, items: tuple[Quantity, ...]) -> bool:
    """Whether a part of the whole is named where it stands, and again in the breakdown: "150, 65 in the U.S."."""
    near_by = page.quantities(total.end, total.end + 120)
    known = {(its.value, its.place.key) for its in items if its.place}
    return any(its.place and (its.value, its.place.key) in known for its in near_by)
