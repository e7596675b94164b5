"""
A name in a breakdown that the list of those who took part does not have.

A text lists the countries (states) of something, and later breaks its numbers down by country. Where nearly all
places of the breakdown stand in the list, one that does not was probably left out there. That the two belong
together is a guess, so it is a warning.

Finds:

    Police in France, Germany, Italy and Spain took part. There were 65 arrests in France, 12 in Germany, three in
    Italy, and two in Switzerland.

Leaves alone:

    Police in France, Germany, Italy and Spain took part. There were 65 arrests in France, 12 in Germany, three in
    Italy, and two in Spain.
    ---
    Police in France, Germany, Italy and Spain took part. There were 65 arrests in the U.S., 12 in Canada, and two in
    Mexico.
    ---
    Trade with France, Germany and Italy grew. Sales were 65 cars in France, 12 in Austria, and two in Poland.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from factcheck.discover.proposal import Proposal
from factcheck.facts.page import Page
from factcheck.model.contents import NameList
from factcheck.model.name import kinds

_NEAR = 12
"""How many lists before and behind a breakdown may be its list."""
_TABLES = ("country", "us_state")


def find(page: Page) -> Iterator[Proposal]:
    """Breakdowns by place, each with the list that holds most of its places."""
    lists = [(its, table) for its in page.contents.names if (table := _table(its)) and len(its.names) > 2]
    starts = [its.start for its, _ in lists]
    for breakdown in page.contents.breakdowns:
        places = tuple(its.place for its in breakdown.items if its.place)
        if len(places) < 3:
            continue
        keys = {its.key for its in places}
        first = max(bisect_left(starts, breakdown.start) - _NEAR, 0)
        for listed, table in lists[first : first + 2 * _NEAR]:
            if listed.start < breakdown.end and breakdown.start < listed.end:
                continue
            if not all(table in kinds(its.text) for its in places):
                continue
            outside = keys - {its.key for its in listed.names}
            if 3 * len(outside) <= len(keys) and len(outside) <= 2 and len(keys - outside) > 1:
                names = page.names(places, "the numbers by place", table)
                of = page.names(listed.names, "the list of those who took part", table)
                yield Proposal(
                    "subset", {"names": names, "of": of}, f"{table.removeprefix('us_')} names", False, "names"
                )
                break


def _table(listed: NameList) -> str:
    known = [kinds(its.text) for its in listed.names]
    return next((table for table in _TABLES if all(table in its for its in known)), "")
