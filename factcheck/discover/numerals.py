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

from factcheck.discover.proposal import Proposal
from factcheck.facts.page import Page
from factcheck.model.regex import regex
from factcheck.reader import read

_DIGITS = regex(r" \((\d{1,3})\)(?= [a-z])", re.IGNORECASE)
_WORDS = regex(r"(?<![\w-])[a-z]+(?:-[a-z]+)?$", re.IGNORECASE)
_LONGEST = 24
"""The longest number that is written twice: "twenty-seven" [code points]."""


def find(page: Page) -> Iterator[Proposal]:
    """Numbers that stand twice, in words and in digits."""
    for match in _DIGITS.finditer(page.text):
        before = _WORDS.search(page.text[max(0, match.start() - _LONGEST) : match.start()])
        if before is None or not page.is_prose(match.start()):
            continue
        spelt = (match.start() - len(before[0]), match.start())
        found = [read(page.text, [span]).quantities for span in (spelt, match.span(1))]
        if any(len(its) != 1 or its[0].value is None for its in found):
            continue
        words, digits = found[0][0], found[1][0]
        if words.value is None or words.value < 2 or words.number_end != spelt[1]:
            continue
        if words.unit is not None or digits.unit is not None or not words.counts:
            continue
        claims = (page.stated(words, before[0]), page.stated(digits, match[1]))
        yield Proposal("agree", {"claims": claims}, "words and digits", True, "(")
