"""
One amount that is so many times another.

"doubled from 105 to 210", "rose fivefold to 1,500 from 300", "210, twice the 105 of last year". Such words are round: a
tenth more or less is what they mean, unless they say "exactly".

Finds:

    ratio doubled; 105; 310
    Turnout doubled from 105 in 2019 to 310 in 2020.

Leaves alone:

    Turnout doubled from 105 in 2019 to 212 in 2020.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.discover.proposal import Proposal
from factcheck.discover.templates import Candidate, Guard
from factcheck.discover.templates.chain import Link, chains
from factcheck.discover.templates.guard import of_one_basis, of_one_place, said
from factcheck.discover.templates.moved import changes, is_told_of_it, values
from factcheck.discover.templates.unit import of_one_unit
from factcheck.facts.page import Page
from factcheck.model.fact import Role
from factcheck.model.number import divide


def candidates(page: Page) -> Iterator[Candidate]:
    """Each multiple with what is compared."""
    for moved in changes(page):
        pair, times = values(moved), moved.changes[0].fact
        if pair is not None and times.has(Role.TIMES):
            yield Candidate({"old": (pair[0],), "new": (pair[1],), "times": (times,)})
    for links in chains(page):
        for at, link in enumerate(links):
            yield from _compared(links, at, link)


def _compared(links: Sequence[Link], at: int, link: Link) -> Iterator[Candidate]:
    """ "210, twice the 105 of last year"."""
    if not link.fact.has(Role.TIMES) or not 0 < at < len(links) - 1 or not is_told_of_it(link.fact):
        return
    one, other = links[at - 1], links[at + 1]
    if one.is_level and other.is_level and other.fact.governor in ("#", "as", "than", "of") and other.fact.known:
        yield Candidate({"old": (other.fact,), "new": (one.fact,), "times": (link.fact,)})


GUARDS: tuple[Guard[Candidate], ...] = (
    Guard("the value it is compared with is said, no forecast", said),
    Guard("nothing was left out or adjusted", of_one_basis),
    Guard("both are of one place", of_one_place),
)


def propose(page: Page, candidate: Candidate) -> Proposal | None:
    """new ÷ old = times, a tenth more or less."""
    times = candidate["times"].quantity
    pair = of_one_unit(candidate["old"].quantity, candidate["new"].quantity)
    if pair is None or not times.value:
        return None
    operands = {"one": page.stated(pair[1]), "other": page.stated(pair[0]), "times": page.stated(times, times.text)}
    tolerance = 0 if times.exact else divide(times.value, 10)
    return Proposal("ratio", operands, times.text, True, times.text, tolerance=tolerance)
