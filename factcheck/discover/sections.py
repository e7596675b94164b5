"""
A count announced, and the sections that follow it.

A heading, or the last sentence above the first of some deeper headings, says how many there are: "Three ways to
save water", "two of these, which we cover below". Introductions, summaries and notes are no items. Sections are
seldom a plain list, so a difference is a warning, and only one or two more or fewer are told.

Finds:

    # Four ways to save water

    ## Shorter showers

    Short ones will do.

    ## Rain barrels

    They are cheap.

    ## Dry gardens

    Stones need no water.
    ---
    # Report

    There have been some troubles. We will describe two of them below.

    ## Staff

    Too few.

    ## Money

    Too little.

    ## Space

    Too small.

Leaves alone:

    # Three ways to save water

    ## Shorter showers

    Short ones will do.

    ## Rain barrels

    They are cheap.

    ## Dry gardens

    Stones need no water.
    ---
    # Three ways to save water

    ## Introduction

    It is dry.

    ## Shorter showers

    Short ones will do.

    ## Rain barrels

    They are cheap.

    ## Dry gardens

    Stones need no water.
    ---
    # Report

    The firm has two plants in Rome.

    ## Staff

    Too few.

    ## Money

    Too little.

    ## Space

    Too small.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from factcheck.discover.proposal import Proposal
from factcheck.facts.page import Page
from factcheck.model.document import Block, BlockKind
from factcheck.model.quantity import Modifier, Quantity
from factcheck.model.regex import regex
from factcheck.model.wording import plural
from factcheck.sources.listing import item_name

_CUE = regex(
    r"\b(?:we(?: will|'ll|’ll)? (?:briefly )?(?:touch|describe|cover|discuss|present|look|consider)|in turn)\b|\b(?:following|below|as follows)\b[^.]*:$",
    re.IGNORECASE,
)
_TITLE = regex(
    r"\b(?:ways?|reasons?|steps?|tips|rules|lessons|things|types|kinds|principles|options|questions|mistakes|methods|approaches"
    r"|ideas|facts|myths|stages|phases|strategies|challenges|examples|tricks|goals|changes|improvements)\b",
    re.IGNORECASE,
)
_NO_ITEM = regex(
    r"\W*(?:introduction|intro|overview|background|summary|conclusions?|wrap|references|notes?|further|see also|appendix|next|final"
    r"|other|more|about|faq|acknowledg\w+|credits|contents|related|bonus|closing|resources|what|why|how|related)\b",
    re.IGNORECASE,
)


def find(page: Page) -> Iterator[Proposal]:
    """Headings that deeper ones follow, and sentences just above them."""
    for number, at in enumerate(page.headings):
        below = _below(page, number)
        if len(below) < 2:
            continue
        found = list(_announcing(page, at, below[0]))
        if len(found) == 1:
            yield from _proposal(page, found[0], [page.blocks[its] for its in below])


def _below(page: Page, number: int) -> list[int]:
    """The headings of the next depth in the section of a heading, which is told by its place among them."""
    level, found = page.blocks[page.headings[number]].level, []
    for other in islice(page.headings, number + 1, number + 60):
        block = page.blocks[other]
        if block.level <= level:
            break
        found.append(other)
    depth = min((page.blocks[its].level for its in found), default=0)
    return [its for its in found if page.blocks[its].level == depth]


def _announcing(page: Page, at: int, first: int) -> Iterator[Quantity]:
    for passage in page.by_block.get(at, ()):
        if _TITLE.search(page.text, passage.start, passage.end):
            yield from (its for its in passage.quantities if _counts(page, its) and its.counted)
    above = page.blocks[first - 1]
    last = page.last_sentence(above)
    if first - 1 == at or above.kind != BlockKind.PARAGRAPH or last is None:
        return
    for passage in page.by_block.get(first - 1, ())[-1:]:
        if passage.start == last[0] and _CUE.search(page.text, passage.start, passage.end):
            yield from (its for its in passage.quantities if _counts(page, its))


def _counts(page: Page, quantity: Quantity) -> bool:
    value = quantity.value
    if not quantity.counts or value is None or not 2 <= value <= 20 or quantity.modifier != Modifier.EXACT:
        return False
    return page.text[quantity.number_end : quantity.number_end + 1] != "-"


def _proposal(page: Page, quantity: Quantity, sections: list[Block]) -> Iterator[Proposal]:
    value = int(quantity.value or 0)
    items = [its for its in sections if not _NO_ITEM.match(page.text[its.start : its.end].lstrip("# "))]
    if value == len(sections):
        items = sections
    if len(items) < 2 or abs(len(items) - value) > 2:
        return
    names = tuple(item_name(page.document, its) for its in items)
    noun = plural(quantity.counted) if quantity.counted else "sections"
    listed = page.names(names, f"the sections on {noun}")
    yield Proposal("count", {"of": listed, "is_": page.stated(quantity)}, noun, False, "headings")
