"""
Numbers whose digits are grouped as nobody groups them, and ranges that fall.

"7000,000" and "72,0000" can be read in two ways, which differ a thousand times or more. "Between $31 million and $26
million" runs backwards, and so does "between $31 and $26 million", whose first end has lost its "million". One that
rises ("between $26 and $31 million") is understood, and only ``--pedantic`` tells it. A year before a comma ("In
2019,300 people"), lists of numbers and the groups of other languages (1,50,000; 12,34; 1.234.567) stay alone.

Finds:

    A sum of 7000,000 was paid.
    ---
    They exported 72,0000 tonnes of rice.
    ---
    The cost is put at between $31 million and $26 million.
    ---
    The cost is put at between $31 and $26 million.

Leaves alone:

    A sum of 7,000,000 was paid.
    ---
    In 2019,300 people came.
    ---
    On May 5,2019 it rained.
    ---
    It cost 1,50,000 rupees, or 12,34 euros, or 1.234.567 lire.
    ---
    They are the numbers 1000,2000,3000 and 4000.
    ---
    The cost is put at between $26 and $31 million.
    ---
    Fines run between $500 and $1 million, and prizes between $50 and $20 million.
    ---
    The value fell from $31 million to $26 million.
    ---
    The game was won by between 3 and 2 goals.
    ---
    Between 2009 and 2007, the share fell.
    ---
    See https://example.org/7000,000 and the code `7000,000`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.discover.proposal import Proposal, Value
from factcheck.facts.page import Page
from factcheck.model.amount import base
from factcheck.model.document import Offsets
from factcheck.model.number import divide, whole
from factcheck.model.quantity import Quantity
from factcheck.model.regex import regex
from factcheck.model.table import numbers

_GROUPED = regex(
    r"(?<![\w,./=-])(?:(?!(?:1[5-9]|20)\d\d,)\d{4,9},\d{3}(?:,\d{3}){0,3}"
    r"|\d{1,3}(?:,\d{3}){0,3},(?!(?:1[5-9]|20)\d\d\b)\d{4,9})(?![\w,/-]|\.\d)"
)
_COMMA = regex(r",(?:(?=\d{4})|(?=\d{3})(?<=\d{4},))")
_PRINTED = frozenset("0123456789,")
_LONGEST = 32
"""The longest number with an odd group [code points]."""
_SCALE = regex(r"\b(?:thousand|million|billion|trillion)\b", re.IGNORECASE)
_SMALL = 10
"""Ranges of small numbers are written as they are spoken, scores among them."""


def find(page: Page) -> Iterator[Proposal]:
    """The malformed numbers and ranges of a text."""
    for start, end in _grouped(page.text):
        found = [its for its in page.quantities(start, end) if its.number_start == start and its.value is not None]
        if found and page.is_prose(start):
            yield _twofold(page, found[0], end)
    for passage in page.passages:
        for quantity in passage.quantities:
            if quantity.ends:
                yield from _range(page, quantity.text, *quantity.ends)


def _grouped(text: str) -> Iterator[Offsets]:
    """The numbers with an odd group: a comma with four digits or more before or behind it leads to each."""
    after = 0
    for comma in _COMMA.finditer(text):
        if comma.start() < after:
            continue
        first = comma.start()
        while first and comma.start() - first < _LONGEST and text[first - 1] in _PRINTED:
            first -= 1
        match = _GROUPED.match(text, first)
        if match is not None:
            after = match.end()
            yield match.span()


def _range(page: Page, text: str, first: Quantity, last: Quantity) -> Iterator[Proposal]:
    """A range that falls, and one whose first end stands without the scale word of the second."""
    spelt = page.text[first.number_start : first.number_end]
    scale = _SCALE.search(page.text, last.number_start, last.number_end)
    if scale is not None and first.value and not _SCALE.search(spelt):
        factor = numbers().scales[scale[0].lower()]
        bare = first if 2 * first.value < factor else replace(first, value=divide(first.value, factor))
        meant = replace(first, value=whole((bare.value or 0) * factor), step=factor, scaled=True)
        if text.lower().startswith("between ") and _falls(meant, last) and base(meant) < 2 * base(last):
            first = meant
        elif base(meant) <= base(last):
            printed = replace(bare, step=1, significant=1, scaled=False)
            understood = replace(meant, number_end=last.number_end, end=last.end)
            claims = (page.stated(printed, "as printed"), page.stated(understood, "as understood"))
            yield Proposal("agree", {"claims": claims}, "the two readings", False, "between", True, localised=True)
    if text.lower().startswith("between ") and _falls(first, last):
        operands: dict[str, Value] = {"ascending": (page.stated(first), page.stated(last))}
        yield Proposal("order", operands, "the range", False, "between")


def _twofold(page: Page, quantity: Quantity, end: int) -> Proposal:
    """A number as it stands to its first odd comma, and as all of its digits."""
    digits = page.text[quantity.number_start : end]
    full = replace(quantity, value=int(digits.replace(",", "")), number_end=end, end=max(end, quantity.end), step=1)
    comma = min(its.start() for its in _COMMA.finditer(digits))
    value = int(digits[:comma].replace(",", ""))
    half = replace(quantity, value=value, number_end=quantity.number_start + comma, step=1)
    claims = (page.stated(full, digits), page.stated(half, digits))
    return Proposal("agree", {"claims": claims}, "the readings", False, ",", localised=True)


def _falls(first: Quantity, last: Quantity) -> bool:
    """Whether the second end of a range is plainly below the first."""
    return (
        first.value is not None
        and last.value is not None
        and 20 * base(first) > 21 * base(last)
        and base(first) > _SMALL
    )
