"""
How often, and the years in which.

"He won the cup three times, in 1995 and 2000": as many times as years. Twice in one year is possible, so a
difference of more than one is left alone, and all are warnings.

Finds:

    He won the cup three times, in 1995 and 2000.
    ---
    She ran for mayor four times in 1998, 2002 and 2006.

Leaves alone:

    He won the cup twice, in 1995 and 2000.
    ---
    The town was flooded three times (in 1953, 1968 and 1999).
    ---
    She ran for mayor ten times between 1998 and 2006.
    ---
    He won twice in 1995 and again in 2000.
    ---
    It rose three times as fast in 1998 and 1999.
    ---
    It was hit five times in 2004 and 2005.
    ---
    He was nominated three times, including in 1998 and 2002.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.discover.proposal import Proposal
from factcheck.facts.page import Page
from factcheck.model.name import fold
from factcheck.model.number import magnitude
from factcheck.model.quantity import Modifier, Name
from factcheck.model.regex import regex

_YEARS = regex(r"(?:,|:| –| —| -)? ?\(?in ((?:19|20)\d\d(?:, (?:19|20)\d\d)*,? and (?:in )?(?:19|20)\d\d)\b")
_YEAR = regex(r"(?:19|20)\d\d")
_MORE = regex(r"\)?(?:,? and (?:again|in)|, when|,? (?:as well as|respectively))\b")


def find(page: Page) -> Iterator[Proposal]:
    """The times of each sentence that its years must be as many as."""
    for passage in page.passages:
        for quantity in passage.quantities:
            value = quantity.value
            if quantity.counted != "time" or value is None or value < 2 or quantity.modifier != Modifier.EXACT:
                continue
            match = _YEARS.match(page.text, quantity.end)
            if match is None or _MORE.match(page.text, match.end()):
                continue
            years = [
                Name(its[0], its.start(), its.end(), fold(its[0])) for its in _YEAR.finditer(page.text, *match.span(1))
            ]
            if magnitude(value - len(years)) < 2:
                names = page.names(tuple(years), "the years")
                yield Proposal("count", {"of": names, "is_": page.stated(quantity, "times")}, "the times", False, "in")
