"""
"Last year", "this year" and "next year" with their number, against the date of publication.

The date stands alone in one of the first blocks ("Wednesday, November 13, 2019"), in a dateline ("LONDON, March 3,
2017 –") or in the front matter. A fiscal year, a quotation and a text without such a date leave it open.

Finds:

    # Sales rise

    Wednesday, November 13, 2019

    Sales rose last year, in 2017, by a third.
    ---
    # Sales rise

    November 13, 2019

    The plant will open next year (2021).

    ---
    # Sales rise

    NEW YORK, March 3, 2019 (Newswire) -- Sales rose last year, in 2017, by a third.

Leaves alone:

    # Sales rise

    The plant was opened on March 3, 2010 - and last year, in 2017, it closed.
    ---
    # Sales rise

    Wednesday, November 13, 2019

    Sales rose last year, in 2018, by a third.
    ---
    # Sales rise

    Sales rose last year, in 2017, by a third.
    ---
    # Sales rise

    November 13, 2019

    Sales rose last year. In 2017 they had fallen.
    ---
    # Sales rise

    November 13, 2019

    Sales rose last year (fiscal 2017).
    ---
    # Sales rise

    November 13, 2019

    "We met last year, in 2017," said a man who had written it down in May 2018.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.discover.page import Page
from factcheck.discover.proposal import Proposal
from factcheck.model.document import BlockKind
from factcheck.model.moment import Date
from factcheck.model.quantity import CALENDAR_YEAR, Quantity
from factcheck.model.regex import regex
from factcheck.model.stated import Stated

_SAID = regex(
    r"\b(?P<which>[Ll]ast|[Tt]his|[Nn]ext) year(?:, (?:in )?| \(| in )(?P<year>(?:19|20)\d\d)\b(?!s| dollars| prices)"
)
_CITY = regex(r"[A-Z][A-Z.,’' -]*(?:[A-Z][a-z]+\.?,? )?[(–—-]? ?")
"""What stands before the date in a dateline: a city in capitals, and its state."""
_DASH = regex(r"\)? ?(?:[-–—]|\(|/)")
_OFF = {"last": -1, "this": 0, "next": 1}
_AMONG_FIRST = 5
"""Among how many blocks the date of publication stands."""
_SHORT = 60
"""How long a block may be that is nothing but a date [code points]."""


def find(page: Page) -> Iterator[Proposal]:
    """The years that are told against the date of publication."""
    published = _published(page)
    if published is None or published.year is None:
        return
    for match in _SAID.finditer(page.text):
        start, end = page.document.sentence(match.start())
        if not page.is_prose(match.start()) or any(mark in page.text[start:end] for mark in '"“'):
            continue
        year = published.year + _OFF[match["which"].lower()]
        claims = (
            _stated(page, *match.span("year"), int(match["year"]), f"{match['which'].lower()} year"),
            _stated(page, published.start, published.end, year, "the date of publication"),
        )
        yield Proposal("agree", {"claims": claims}, "the years", False, f"{match['which']} year")


def _published(page: Page) -> Date | None:
    """The date that stands alone near the top; ``None`` where there is none."""
    for date in page.contents.dates:
        if not (date.year and date.month and date.day):
            continue
        at = page.block_at(date.start)
        if at < 0 or at >= _AMONG_FIRST:
            continue
        block = page.blocks[at]
        if block.kind == BlockKind.FRONT_MATTER or block.end - block.start <= _SHORT:
            return date
        if (
            date.start - block.start <= _SHORT
            and _CITY.fullmatch(page.text, block.start, date.start)
            and _DASH.match(page.text, date.end)
        ):
            return date
    return None


def _stated(page: Page, start: int, end: int, year: int, label: str) -> Stated:
    """A year as an amount that stands at a place."""
    placed = Quantity(page.text[start:end], start, end, start, end, year, 1, 1, CALENDAR_YEAR)
    return page.stated(placed, label)
