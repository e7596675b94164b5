"""
Rows of numbers of one kind, and the balance that a whole and such a row make.
"""

from __future__ import annotations

import itertools

from factcheck.discover.proposal import Proposal
from factcheck.facts.page import Page
from factcheck.model import table
from factcheck.model.amount import alike, base, together
from factcheck.model.name import kinds
from factcheck.model.quantity import Quantity
from factcheck.model.regex import regex
from factcheck.model.stated import Stated

OPENS = regex(
    r"\b(?:including|includ(?:es?|ed)|of which|of whom|among (?:them|which|whom)|such as)\s+(?:the |an? |some |at least )?$"
)
"""What opens a list: its items are not all."""
_GAP = regex(r"(?!.*--)(?:[^.;:?!—–]{0,90}$|[^.:?!—–]{0,90};\s(?:and\s)?$)")
_LAST = regex(r"(?:\band\b|&|\bplus\b)\s(?:(?:a|an|the|another|about|some|nearly|more than|over|almost)\s)?$")
"""Just before the last item: behind it a comma begins something else."""
_VERB = regex(r",\s(?:is|are|was|were|has|have|had|will|would|can|could)\b")
"""Behind a list that stood in commas: "six countries, including four in Africa, are reporting"."""
_TOTAL = regex(r"\btotal\b")
JOIN = regex(r"(?:\band\b|&|\bplus\b|;)")
"""What stands before the last item."""
LESS = regex(
    r"\b(?:less|minus|up|down|from(?= \W?\d| $)|rose|fell|compared|versus|vs|(?:increase|decrease|rise|drop|gain|decline) of|against(?= \W?\d| $)|than|per|each|every|average|respectively)\b"
)
"""What compares, or takes away: no list of parts."""


def row_of(page: Page, found: tuple[Quantity, ...]) -> list[Quantity]:
    """The quantities of one kind that follow one another, with commas or "and" between them."""
    row, closed = [found[0]], False
    for quantity in found[1:]:
        gap = page.text[row[-1].end : quantity.start]
        last = _LAST.search(gap) is not None
        if (closed and not last and not JOIN.search(gap)) or _TOTAL.search(gap) or _VERB.search(gap):
            break
        closed = closed or last
        if not _GAP.fullmatch(gap) or not alike(row[0], quantity) or LESS.search(gap) or OPENS.search(gap):
            break
        if "," not in gap and not JOIN.search(gap):
            break
        row.append(quantity)
    return row


def of_kind(total: Quantity, part: Quantity) -> bool:
    """Whether a count may be part of another: the same noun, none of its own, or people of some sort."""
    if part.counted is None or part.counted == total.counted or part.place is not None:
        return True
    return _is_people(total) and _is_people(part)


def _is_people(quantity: Quantity) -> bool:
    """Whether people are counted; a plural with a capital names those of a country or a party ("234 Israelis")."""
    noun = (quantity.noun or "").split()[-1:]
    named = bool(noun) and noun[0].endswith("s") and noun[0].istitle() and len(noun[0]) > 4
    return quantity.counted in table.words()["sorts_of_people"] or named


def of_earlier(before: tuple[Quantity, ...], total: Quantity, part: Quantity) -> bool:
    """ "74 planes: 50 A320s, 14 A321s and 10 E190s, of which 41 are leased": of the 74, for 41 are no part of 10."""
    return base(part) > base(total) and any(alike(its, part) and base(its) >= base(part) for its in before)


def some_make(total: Quantity, row: list[Quantity]) -> bool:
    """Whether some of the numbers, but not all, make the total: the others are of something else."""
    value = base(total)
    return len(row) < 9 and any(
        together(some) == value for size in range(1, len(row)) for some in itertools.combinations(row, size)
    )


def balance(page: Page, total: Quantity, row: list[Quantity], way: str, *, explicit: bool) -> Proposal:
    """That a row makes a whole, or with the way "open" no more than it."""
    group = _group(row)
    parts = tuple(page.stated(its, group=group) for its in row)
    whole_ = page.stated(total)
    return Proposal("balance", {"whole": whole_, "parts": parts, "list": way}, _subject(total, whole_), explicit, way)


def _group(row: list[Quantity]) -> str:
    tables = [kinds(its.place.text) for its in row if its.place]
    return "country" if len(tables) == len(row) and all("country" in its for its in tables) else ""


def _subject(total: Quantity, stated: Stated) -> str:
    if total.unit is not None:
        return "the parts"
    noun = " ".join((total.noun or stated.label).split())
    return noun if noun.endswith("s") else f"the number of {noun}"
