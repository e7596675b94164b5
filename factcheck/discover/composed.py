"""
A group that is told with its size in one word, and of whom it is composed.

"a 29-member council composed of a chairman, five deputies and 23 members": an article is one. "A 12-member jury of
seven women and five men": so do counts of women and men behind a plain "of".

Finds:

    They agreed on a 29-member council composed of a chairman, five deputy chairmen and 32 other members.
    ---
    A 12-member jury of seven women and six men found him guilty.
    ---
    The 15-strong team consists of an engineer, a cook, four divers and eight sailors.

Leaves alone:

    They agreed on a 29-member council composed of a chairman, five deputy chairmen and 23 other members.
    ---
    A 12-member jury of seven women and five men found him guilty.
    ---
    The 30-member council, composed mainly of a dozen mayors and four bishops, met.
    ---
    The 12-member board of two banks and three firms met.
    ---
    A 28-nation union made up of a parliament, two courts and three councils met.
    ---
    The nine-member team is composed of divers, two engineers and a cook.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.discover.near import mended, near
from factcheck.discover.proposal import Proposal
from factcheck.discover.row import balance
from factcheck.facts.page import Page, Passage
from factcheck.model.amount import base, together
from factcheck.model.quantity import Quantity
from factcheck.model.regex import regex

_SIZE = regex(r"-(?:member|person|man|woman|strong|judge)\b")
_OF = regex(
    r"[^.;:,\d]{0,60}?,? ?\b(?:(?:is |was |are |were )?(?:composed of|made up of|comprised of)|consist(?:s|ed|ing) of|comprising|comprises"
    r"|(?P<sexes>(?:jury|panel|crew|team|group) of))\s$"
)
_ONE = regex(r"(?:^|(?:,? and|,) )(?P<one>an?) (?:[a-z-]+ ){0,2}?[a-z-]+(?=,| and\b|$)")
_JOINT = regex(r"(?:(?: [a-z-]+){0,3}(?:,? and|,) (?:an? (?:[a-z-]+ ){1,3}?(?:, |and ))*(?:and )?)")
_SEXES = frozenset({"man", "woman", "boy", "girl"})


def find(page: Page) -> Iterator[Proposal]:
    """The groups of each sentence."""
    for passage in page.passages:
        for at, total in enumerate(passage.quantities[:-1]):
            if total.counts and total.value and _SIZE.match(page.text, total.number_end):
                yield from _composed(page, passage, at)


def _composed(page: Page, passage: Passage, at: int) -> Iterator[Proposal]:
    total, *rest = passage.quantities[at:]
    lead = page.text[total.end : rest[0].start]
    opened = _OF.search(lead) or _OF.search(lead[: _first_article(lead)])
    if opened is None:
        return
    row = [rest[0]]
    for its in rest[1:]:
        if not _JOINT.fullmatch(page.text, row[-1].end, its.start):
            break
        row.append(its)
    if not all(its.counts and its.value and its.counted for its in row):
        return
    if opened["sexes"] and not all(its.counted in _SEXES for its in row):
        return
    ones = list(_ones(page, total, row, total.end + opened.end()))
    parts = sorted([*row, *ones], key=lambda its: its.start)
    tail = page.text[row[-1].end : row[-1].end + 24]
    if len(parts) < 2 or ("and" not in page.text[parts[-2].end : parts[-1].start]) or tail.startswith((", ", " and a")):
        return
    if together(parts) == base(total) or near(base(total), together(parts)) or mended(total, parts):
        yield balance(page, total, parts, "closed", explicit=not opened["sexes"])


def _first_article(lead: str) -> int:
    """Where the first item begins that an article counts."""
    places = [at for at in (lead.find(" of a "), lead.find(" of an "), lead.find("ing a ")) if at >= 0]
    return min(places) + 4 if places else 0


def _ones(page: Page, total: Quantity, row: list[Quantity], start: int) -> Iterator[Quantity]:
    """The items that an article counts: "a chairman"."""
    for match in _ONE.finditer(page.text[start : row[-1].end]):
        first, last = start + match.start("one"), start + match.end()
        if any(its.start < last and first < its.end for its in row):
            continue
        text = page.text[first:last]
        end = first + len(match["one"])
        yield replace(
            row[0], text=text, start=first, end=last, number_start=first, number_end=end, value=1, step=1, significant=1
        )
