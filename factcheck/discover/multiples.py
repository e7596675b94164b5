"""
One amount that is so many times another, or so much for each.

"doubled from 105 to 210", "210, twice the 105 of last year",
"$5.74 million to 217,000 claimants, or $26 each". Such words are round: a tenth more or less is what they mean.

Finds:

    Turnout doubled from 105 in 2019 to 310 in 2020.
    ---
    The town has 315 voters, twice the 105 that it had in 2010.
    ---
    The fund paid $5.74 million to 217,000 claimants, or $264 each.
    ---
    Visits tripled to 900 from 450.

Leaves alone:

    Turnout doubled from 105 in 2019 to 212 in 2020.
    ---
    Turnout more than doubled from 105 in 2019 to 310 in 2020.
    ---
    The town has 210 voters, twice the 105 that it had in 2010.
    ---
    The fund paid $5.74 million to 217,000 claimants, or $26.45 each.
    ---
    The firm doubled its staff, and sales rose from 105 to 310.
    ---
    They gave 12 pupils $500 each, or $40 more than in 2019.
    ---
    Some 30 people came, more than the 20 of last year.
    ---
    The price doubled in a year from May, when 20 shops closed, to 300 euros.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from factcheck.discover.near import base
from factcheck.discover.page import Page, Passage
from factcheck.discover.proposal import Proposal
from factcheck.model.number import divide
from factcheck.model.quantity import Quantity
from factcheck.model.stated import Printing, Stated
from factcheck.reader import read

_VERBS = {"doubled": 2, "tripled": 3, "trebled": 3, "quadrupled": 4}
_GREW = re.compile(
    r"\b(?P<hedge>(?:(?:more than|nearly|almost|roughly|about|over) ))?(?P<verb>doubled|tripled|trebled|quadrupled|halved)"
    r"(?:,| in [a-z ]{1,20}| over [a-z ]{1,20})?(?P<way> to| from)?(?: about| some| nearly)? $"
)
_RANGE = re.compile(r"(?:[^.;:!?\d]|(?<!\d)(?:19|20)\d\d(?!\d)){0,24} (?P<way>to|from)(?: about| some| nearly)? $")
_TIMES = re.compile(
    r",? (?P<hedge>(?:more than|nearly|almost|roughly|about|over) )?(?P<times>twice|double|triple|half) (?:as many as |as much as )?the $"
)
_THE = re.compile(r" (?:as many as |as much as |of )?(?:the|last year's|a year ago's) $")
_EACH = re.compile(r" (?:each|apiece|per person|per head)\b")
_FACTOR = {"twice": "2", "double": "2", "triple": "3", "half": "0.5"}


def find(page: Page) -> Iterator[Proposal]:
    """The multiples and averages of each sentence."""
    for passage in page.passages:
        yield from _grown(page, passage)
        found = passage.quantities
        for at, (one, other) in enumerate(itertools.pairwise(found)):
            yield from _times(page, one, other)
            if at:
                yield from _times_told(page, found[at - 1], one, other)
                yield from _each(page, found[at - 1], one, other)


def _grown(page: Page, passage: Passage) -> Iterator[Proposal]:
    """ "doubled from 105 to 210", "tripled to 900 from 300"."""
    text, found = page.text, passage.quantities
    for at, first in enumerate(found):
        start = first.start + (5 if first.ends and first.text.lower().startswith("from ") else 0)
        verb = _GREW.search(text, max(passage.start, start - 60), start)
        if verb is None or (verb["way"] is None and not first.ends):
            continue
        pair = _ends(page, found, at, verb["way"] or " from")
        if pair is None:
            continue
        old, new = pair
        times = {"halved": "0.5"}.get(verb["verb"], str(_VERBS.get(verb["verb"], 2)))
        yield from _ratio(page, new, old, f"{verb['hedge'] or ''}{times}", verb["verb"])


def _ends(page: Page, found: tuple[Quantity, ...], at: int, way: str) -> tuple[Quantity, Quantity] | None:
    first = found[at]
    if first.ends:
        return first.ends[0], first.ends[1]
    if at + 1 >= len(found) or not _alike(first, found[at + 1]):
        return None
    following = _RANGE.fullmatch(page.text, first.end, found[at + 1].start)
    if following is None or following["way"] == way.strip():
        return None
    return (first, found[at + 1]) if way.strip() == "from" else (found[at + 1], first)


def _times(page: Page, one: Quantity, other: Quantity) -> Iterator[Proposal]:
    match = _TIMES.fullmatch(page.text, one.end, other.start)
    if match and _alike(one, other):
        yield from _ratio(page, one, other, f"{match['hedge'] or ''}{_FACTOR[match['times']]}", match["times"])


def _times_told(page: Page, one: Quantity, times: Quantity, other: Quantity) -> Iterator[Proposal]:
    """The same, where the reader has read the multiple: "315, twice the 105", "three times the 105"."""
    if (
        times.step
        or times.unit is not None
        or times.counted not in (None, "time")
        or not times.value
        or times.value < 0
    ):
        return
    if page.text[one.end : times.start] not in (", ", " – ", " — ", " (", " is ", " was "):
        return
    if _THE.fullmatch(page.text, times.end, other.start) and _alike(one, other) and other.value:
        made = divide(base(one), base(other))
        if times.value / 4 <= made <= times.value * 4:
            operands = {"one": page.stated(one), "other": page.stated(other), "times": page.stated(times, times.text)}
            yield Proposal("ratio", operands, times.text, True, times.text, tolerance=divide(times.value, 10))


def _ratio(page: Page, one: Quantity, other: Quantity, factor: str, word: str) -> Iterator[Proposal]:
    times = _constant(page, factor, word)
    if times is None or not _alike(one, other) or not other.value:
        return
    value = times.quantity.value or 1
    made = divide(base(one), base(other))
    if not value <= 4 * made <= 16 * value:
        return
    operands = {"one": page.stated(one), "other": page.stated(other), "times": times}
    yield Proposal("ratio", operands, word, True, word, tolerance=divide(value, 10))


def _constant(page: Page, factor: str, word: str) -> Stated | None:
    found = read(factor).quantities
    if len(found) != 1 or found[0].value is None:
        return None
    printing = Printing(found[0], "", f"#{word}", 0, said=word)
    return Stated(f"#{word}={factor}", word, (printing,), "", page.document.label)


def _each(page: Page, total: Quantity, count: Quantity, rate: Quantity) -> Iterator[Proposal]:
    """ "$5.74 million to 217,000 claimants, or $26.45 each"."""
    if (
        rate.unit is None
        or total.unit is None
        or not count.counts
        or not _alike(total, rate)
        or not rate.value
        or not count.value
    ):
        return
    if not re.fullmatch(r",? (?:or )?(?:about |some |nearly |an average of )?", page.text[count.end : rate.start]):
        return
    if not _EACH.match(page.text, rate.end) or not re.fullmatch(
        r" (?:to|among|for|between) (?:the |some |about )?", page.text[total.end : count.start]
    ):
        return
    made = divide(base(rate) * (count.value or 0), base(total)) if base(total) else 0
    if not 0 < made < 15:
        return
    operands = {"rate": page.stated(rate), "base": page.stated(count), "is_": page.stated(total)}
    yield Proposal("product", operands, "the average", True, "each")


def _alike(one: Quantity, other: Quantity) -> bool:
    if one.value is None or other.value is None or one.dimension != other.dimension:
        return False
    if (one.unit is None) != (other.unit is None):
        return False
    return one.counted is None or other.counted is None or one.counted == other.counted
