"""
The counts of an indictment, and those that its charges make.

"A 159-count indictment", and further down "charged with one count of larceny, 79 counts of theft and 79 counts of
forgery". Several defendants are charged with counts of their own, so a difference is told only where one slip would
mend it, as a warning; of one defendant also where the two are near.

Finds:

    Ada Roe was named in a 159-count indictment.

    She is charged with one count of larceny, 97 counts of theft and 79 counts of forgery.
    ---
    The jury found Bo Lin guilty of all six counts. It was two counts of fraud, one count of theft and four counts of perjury.

Leaves alone:

    Ada Roe was named in a 159-count indictment.

    She is charged with one count of larceny, 79 counts of theft and 79 counts of forgery.
    ---
    Ada Roe and five others were named in a 159-count indictment.

    Roe is charged with one count of larceny, 12 counts of theft and 8 counts of forgery.
    ---
    Ada Roe was named in a 12-count indictment, and Bo Lin in a five-count indictment.

    Roe is charged with one count of larceny, 21 counts of theft and two counts of forgery.
    ---
    Bo Lin was found guilty of two counts of fraud, one count of theft and one count of perjury.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.discover.near import mended, near
from factcheck.discover.proposal import Proposal
from factcheck.discover.row import balance
from factcheck.facts.page import Page
from factcheck.model.amount import base, together
from factcheck.model.quantity import Quantity
from factcheck.model.regex import regex

_INDICTED = regex(r"-count (?:[a-z]+ ){0,2}(?:indictment|information|complaint)\b")
_ALL = regex(r"\ball (?:of )?(?:the )?$")
_OF = regex(r" (?:[a-z-]+ )?of\b")
_BETWEEN = regex(r"[^.;:]{0,160}(?:,|\band\b)[^.;:]{0,40}")
_SEVERAL = regex(r"\b(?:defendants|suspects|men|women|others|co-conspirators|officers|brothers|both)\b")


def find(page: Page) -> Iterator[Proposal]:
    """The counts of the one indictment of a text, and what its charges make."""
    wholes = [its for its in page.contents.quantities if _is_count(its) and _is_whole(page, its)]
    if len({its.value for its in wholes}) != 1:
        return
    total = wholes[0]
    several = _SEVERAL.search(page.text) is not None
    for passage in page.passages:
        charges = [
            its
            for its in passage.quantities
            if _is_count(its) and not _is_whole(page, its) and _OF.match(page.text, its.end)
        ]
        if len(charges) < 3 or not _is_row(page, charges):
            continue
        meant = mended(total, charges) or (not several and near(base(total), together(charges)))
        if together(charges) == base(total) or meant:
            yield balance(page, total, charges, "closed", explicit=False)


def _is_count(quantity: Quantity) -> bool:
    return quantity.counted == "count" and quantity.counts and bool(quantity.value)


def _is_whole(page: Page, count: Quantity) -> bool:
    """Whether a number is that of an indictment, or of "all six counts"."""
    before = page.text[max(0, count.number_start - 16) : count.number_start]
    return _INDICTED.match(page.text, count.number_end) is not None or _ALL.search(before) is not None


def _is_row(page: Page, charges: list[Quantity]) -> bool:
    gaps = (page.text[a.end : b.start] for a, b in pairwise(charges))
    return all(_BETWEEN.fullmatch(its) for its in gaps)
