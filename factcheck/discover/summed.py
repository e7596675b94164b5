"""
A total behind its parts, in one sentence.

"23 dead and 40 hurt, for a total of 63 casualties". All numbers of its kind that go before it make the total, where
the words say so or the sum is near. What is set against another ("from", "compared with"), what tells of more years
than there are parts, and a total of what stands right before it ("write-offs totalling") stay alone.

Finds:

    The blast killed 23 people and wounded 40, for a total of 73 casualties.
    ---
    The firm must pay $12.6 million in fees, interest of $2.1 million and a penalty of $9.9 million, for a total of $24.1 million.

Leaves alone:

    The firm must pay $12.6 million in fees, interest of $2.1 million and a penalty of $9.4 million, for a total of $24.1 million.
    ---
    They took 12 pistols and 15 rifles from two houses, for a total of 27 guns.
    ---
    It cut $1.6 billion from the budget of 2019 and $2.45 billion from that of 2020, for a total of $5.3 billion over three years.
    ---
    The firm said that its loss of $2.20 billion, after a profit of $7.0 million, was due to write-offs totalling $2.084 billion.
    ---
    It pays a final dividend of 6.0p against 5.15p, making 9.5p for the year.
    ---
    They closed three of 118 shops and opened one, for a total of 116.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from itertools import pairwise

from factcheck.discover.near import mended, near
from factcheck.discover.proposal import Proposal
from factcheck.discover.row import LESS, balance, some_make
from factcheck.facts.page import Page
from factcheck.model.amount import alike, base, together
from factcheck.model.quantity import Quantity
from factcheck.model.regex import regex

_TOGETHER = regex(
    r"(?:\b(?P<said>for (?:a|the) (?:\w{4,9} )?total of|adding up to|(?:for|making|giving) an? (?:\w{4,9} )?total of)"
    r"|totall?ing|for a combined|bringing the (?:\w{4,9} )?total to|in all,?|making) (?:of )?$"
)
_SAYS = regex(r"\b(?:was|were|is|are|due)\b")
_SPREAD = regex(r"[^.;:,]{0,30}?\b(?:over|in|during|across|for) (?:the |all )?(?:next |past |last )?")


def find(page: Page) -> Iterator[Proposal]:
    """The totals that stand behind their parts."""
    for passage in page.passages:
        found = passage.quantities
        for at in range(2, len(found)):
            told = _TOGETHER.search(page.text[found[at - 1].end : found[at].start])
            if told and found[at].value is not None:
                yield from _summed(page, list(found[:at]), found[at], said=bool(told["said"]))


def _summed(page: Page, before: list[Quantity], total: Quantity, *, said: bool) -> Iterator[Proposal]:
    """A total behind its parts: all the numbers of its kind that go before it in the sentence."""
    parts = list(itertools.takewhile(lambda its: its.value is not None and alike(its, total), reversed(before)))[::-1]
    if not 1 < len(parts) < 7 or any(its.direction is not None for its in parts) or some_make(total, parts):
        return
    if any(page.text.startswith(" of ", its.end) for its in parts[:-1]):
        return  # "closed three of 118 shops and opened one, for a total of 116"
    gaps = [page.text[a.end : b.start] for a, b in pairwise([*parts, total])]
    if any(LESS.search(its) for its in gaps) or (not said and _SAYS.search(gaps[-1])):
        return
    if _years(page, total) not in (0, len(parts)):
        return
    whole = len(parts) == len(before)
    close = near(base(total), together(parts))
    if (whole and close) or (said and (close or mended(total, parts))):
        told = said and (whole or mended(total, parts))
        yield balance(page, total, parts, "closed", explicit=told and not (total.counts and len(parts) > 3))


def _years(page: Page, total: Quantity) -> int:
    """Over how many years or months a total is spread, as the words behind it say; 0 where they do not."""
    for span in page.quantities(total.end, total.end + 60):
        if span.dimension == (("time", 1),) and span.value is not None and span.step == 1:
            return int(span.value) if _SPREAD.fullmatch(page.text[total.end : span.start]) else 0
    return 0
