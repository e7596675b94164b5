"""
A number in words, and the same in digits behind it in brackets.

"twelve (12) months", as contracts and filings write it. Both are one fact.

Finds:

    The lease runs for twelve (11) months.
    ---
    The board has nine (6) members.

Leaves alone:

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

import re
from collections.abc import Iterator

from factcheck.discover.page import Page
from factcheck.discover.proposal import Proposal
from factcheck.model.regex import regex
from factcheck.reader import read

_TWICE = regex(r"\b([a-z]+(?:-[a-z]+)?) \((\d{1,3})\)(?= [a-z])", re.IGNORECASE)


def find(page: Page) -> Iterator[Proposal]:
    """Numbers that stand twice, in words and in digits."""
    for match in _TWICE.finditer(page.text):
        found = [read(page.text, [match.span(group)]).quantities for group in (1, 2)]
        if any(len(its) != 1 or its[0].value is None for its in found) or not page.is_prose(match.start()):
            continue
        words, digits = found[0][0], found[1][0]
        if words.value is None or words.value < 2 or words.number_end != match.end(1):
            continue
        if words.unit is not None or digits.unit is not None or not words.counts:
            continue
        claims = (page.stated(words, match[1]), page.stated(digits, match[2]))
        yield Proposal("agree", {"claims": claims}, "words and digits", True, "(")
