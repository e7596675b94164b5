"""
Two numbers side by side, and the difference or the margin between them.

"18,392 for Johnson and 18,005 for Bennett, a difference of 387", "52 percent to 48 percent, a margin of four points".

Finds:

    It counted 18,392 votes for Johnson and 18,005 for Bennett, a difference of 378.
    ---
    The plan was backed by 52 percent to 45 percent, a margin of four percentage points.
    ---
    Roe got 5,210 votes and Lin 4,010, a lead of 2,100 votes.

Leaves alone:

    It counted 18,392 votes for Johnson and 18,005 for Bennett, a difference of 387.
    ---
    The plan was backed by 52 percent to 48 percent, a margin of four percentage points.
    ---
    The plan was backed by 52 percent and opposed by 45 percent, with a margin of error of four percentage points.
    ---
    The poll had 1,200 voters and 300 others, a margin of three percentage points.
    ---
    Rome has 12 schools and Milan 15, a gap of two years in the count.
    ---
    Income was $40 million and costs were $25 million, a difference of $2 million to the plan.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from factcheck.discover.fit import borrowed, same
from factcheck.discover.lead import rows
from factcheck.discover.near import near
from factcheck.discover.proposal import Proposal
from factcheck.facts.page import Page
from factcheck.model.amount import base, is_percent
from factcheck.model.quantity import Quantity
from factcheck.model.regex import regex
from factcheck.model.slip import misprints
from factcheck.model.table import units

_BESIDE = regex(r"[^.;:!?\d]{0,60}?(?:,? and |,? to |,? against |,? versus |, while |,? but )[^.;:!?,\d]{0,60}")
_DIFFERENCE = regex(
    r"[^.;:!?\d]{0,50}?(?:,| –| —|\()\s?(?:(?:which|that) (?:is|was|makes|made) )?(?:with |by )?an? (?:difference|margin|gap|spread|lead|advantage|deficit|majority) of "
    r"(?:just |only |exactly |some )?"
)
_TIME = (("time", 1),)
_CLOSE = Fraction(1, 50)
"""How far off a mended difference may be [share]."""
_OTHERWISE = regex(r" (?:of error|to the|from|on |over |in the|than)\b")


def find(page: Page) -> Iterator[Proposal]:
    """The margins of each sentence."""
    for passage in page.passages:
        if sum(len(its.ends) or 1 for its in passage.quantities) < 3:
            continue
        for row in rows(page, passage):
            for at in range(len(row) - 2):
                one, other, by = row.quantities[at : at + 3]
                told = _BESIDE.fullmatch(row.gaps[at + 1]) and _DIFFERENCE.fullmatch(row.gaps[at + 2])
                if told and not _OTHERWISE.match(row.gaps[at + 3]):
                    yield from _proposal(page, one, other, by)


def _proposal(page: Page, one: Quantity, other: Quantity, by: Quantity) -> Iterator[Proposal]:
    one, other = borrowed(one, other), borrowed(other, one)
    if not same(one, other) or by.value is None or not base(one) or not base(other) or one.dimension == _TIME:
        return
    if is_percent(one):
        if is_percent(by) and by.unit is not None and by.unit.name != "percentage point":
            return
        by = replace(by, unit=units().names["percentage point"], counted=None)
    elif by.counted not in (None, one.counted, other.counted, "point"):
        return
    else:
        by = borrowed(by, one)
    more, less = (one, other) if base(one) >= base(other) else (other, one)
    if by.dimension != more.dimension or not _meant(more, less, by):
        return
    operands = {"more": page.stated(more), "less": page.stated(less), "by": page.stated(by)}
    yield Proposal("difference", operands, "the difference", True, "a difference of")


def _meant(more: Quantity, less: Quantity, by: Quantity) -> bool:
    """Whether the difference is near what the two make, or a slip away."""
    made, said = base(more) - base(less), base(by)
    if near(made, said) or (said <= 3 * made and made <= 3 * said):
        return True
    return any(near(its - base(less), said, _CLOSE) for its in misprints(more)) or any(
        near(base(more) - its, said, _CLOSE) for its in misprints(less)
    )
