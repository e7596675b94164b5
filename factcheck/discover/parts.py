"""
A whole and its parts, in one sentence or across the text.

"12 arrests: seven in Rome and five in Milan". "Consisting of", "made up of", a colon or a dash close the list:
its parts make the whole. "Including", "of which", "among them" open it: its parts make no more than the whole.
A breakdown by place that stands elsewhere belongs to the number whose noun it repeats ("the arrest of 150
people … 65 arrests in the U.S., …"). Parts that are nowhere near the whole were never meant to make it.

Finds:

    The raid led to 12 arrests: seven in Rome and six in Milan.
    ---
    They will pay $2.05 million, which consists of $1.8 million in penalties, $300,000 for parks and $250,000 in costs.
    ---
    The court would have 18 judges: five from the north, five from the south, and five from the west.
    ---
    Police found 234 kg of drugs, including 152.1 kg of khat, 216 kg of tea and 26.9 kg of resin.
    ---
    Agents took $1 million in proceeds, including $7 million in coins.
    ---
    The study had 1,000 adults, of whom 1,200 got the new drug.
    ---
    The week saw the arrest of 155 people. It led to 65 arrests in the U.S., 21 in Bulgaria, 47 in Germany and 17 in Italy.
    ---
    The firm will cut 1,200 jobs, 700 in Rome and 600 in Milan.
    ---
    The blast killed 23 people and wounded 40, for a total of 73 casualties.

Leaves alone:

    The raid led to 12 arrests: seven in Rome and five in Milan.
    ---
    The raid led to 12 arrests, including seven in Rome and three in Milan.
    ---
    Police found about 234 kg of drugs including 152.1 kg of khat, 21.6 kg of tea, 26.9 kg of resin and 32.5 kg of hash.
    ---
    The crash killed 14 people, including four crew members; 20 people were hurt.
    ---
    The firm will cut 1,200 jobs, 500 in Rome and 600 in Milan.
    ---
    Rain fell on 12 days: 30 mm on Monday and 45 mm on Friday.
    ---
    Fifteen people spoke: two for the plan and one against it at great length.
    ---
    He scored 20 points, including seven free throws and three blocks.
    ---
    The bill gives $5 million to parks and $3 million to roads, including $1 million for bridges.
    ---
    The town has 900 pupils in four schools: two in the north and two in the south.
    ---
    She served 12 years, two of which were in Rome.
    ---
    The fleet of 20 ships, five of them new, includes 30 boats for rescue.
    ---
    It was the arrest of 150 people. A raid of 2019 led to 6 arrests in the U.S., one in Bulgaria and three in France.
    ---
    The plan has three parts: one for roads, two for bridges and three for schools.
    ---
    Profit was $12 million: sales of $30 million, less costs of $10 million and taxes of $8 million.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from factcheck.discover.near import base, near, together
from factcheck.discover.page import Page, Passage
from factcheck.discover.proposal import Proposal
from factcheck.model import table
from factcheck.model.name import kinds
from factcheck.model.quantity import Modifier, Quantity
from factcheck.model.stated import Stated
from factcheck.reader.noun import singular

_CLOSES = re.compile(
    r"(?:\b(?:consist(?:s|ed|ing)? of|made up of|comprising|comprised of|compris(?:es|ed)|composed of|broken down (?:as|into)"
    r"|divided (?:into|between|among)|split (?:into|between|among)|namely)|:|—|–|\s--?)\s*"
    r"(?:an? |the |some )?$"
)
_OPENS = re.compile(
    r"\b(?:including|includ(?:es?|ed)|of which|of whom|among (?:them|which|whom)|such as)\s+(?:the |an? |some |at least )?$"
)
_GAP = re.compile(r"[^.;:?!—–]{0,90}$|[^.:?!—–]{0,90};\s(?:and\s)?$")
_MOSTLY = re.compile(r"\b(?:primarily|mainly|mostly|largely|principally|chiefly|partly)\b")
_LAST = re.compile(r";\s(?:and|plus)\b")
_TOGETHER = re.compile(
    r"[^.;:]{0,24}(?:for a (?:combined )?total of|totall?ing|for a combined|bringing the total to|in all,?|making) (?:of )?$"
)
_JOIN = re.compile(r"(?:\band\b|&|\bplus\b|;)")
_LESS = re.compile(
    r"\b(?:less|minus|up|down|from (?=\W?\d)|rose|fell|compared|versus|than|per|each|every|average|respectively)\b"
)
_OF = re.compile(r"\b([A-Za-z]{4,})s? of\s+(?:the |some |at least |more than |about |over )?$")


_MOST = 200
"""So many wholes come into question at most: a longer text says the same noun of many things."""


def find(page: Page) -> Iterator[Proposal]:
    """Wholes with parts behind them, and breakdowns with their whole elsewhere."""
    used: set[int] = set()
    for passage in page.passages:
        for proposal, first in _in_sentence(page, passage):
            used.add(first.number_start)
            yield proposal
    yield from _across(page, used)


def _in_sentence(page: Page, passage: Passage) -> Iterator[tuple[Proposal, Quantity]]:
    found = passage.quantities
    for at, first in enumerate(found[1:], 1):
        gap = page.text[found[at - 1].end : first.start]
        closes, opens = _CLOSES.search(gap), _OPENS.search(gap)
        if not (closes or opens):
            yield from _unmarked(page, passage, at, gap)
        if len(gap) > 140 or not (closes or opens):
            continue
        row = _row(page, found[at:])
        total = _whole_of(page, found[:at], row, gap)
        if total is None:
            continue
        if opens or _MOSTLY.search(gap):
            yield from ((its, first) for its in _open(page, total, row, gap))
        elif len(row) > 1:
            yield from ((its, first) for its in _closed(page, passage, total, row, gap))


def _unmarked(page: Page, passage: Passage, at: int, gap: str) -> Iterator[tuple[Proposal, Quantity]]:
    """
    "1,200 jobs, 700 in Rome and 600 in Milan": nothing says that these are all, but they are no more. "23
    dead and 40 hurt, for a total of 63 casualties": the whole stands behind its parts.
    """
    found = passage.quantities
    first, total = found[at], found[at - 1]
    if gap.endswith(", ") and len(gap) < 60 and total.counts and total.counted and first.counts and total.value:
        row = _row(page, found[at:])
        placed = all(its.place and its.end == its.number_end for its in row)
        joined = len(row) > 1 and _JOIN.search(page.text[row[-2].end : row[-1].start])
        if placed and joined and total.place is None and near(base(total), together(row)):
            yield _balance(page, total, row, "open", explicit=False), first
    if at > 1 and _TOGETHER.search(gap):
        parts = [its for its in found[:at] if its.value is not None and _alike(its, first)]
        if len(parts) == at and at < 6 and near(base(first), together(parts)) and first.value is not None:
            yield _balance(page, first, parts, "closed", explicit=False), first


def _row(page: Page, found: tuple[Quantity, ...]) -> list[Quantity]:
    """The quantities of one kind that follow one another, with commas or "and" between them."""
    row = [found[0]]
    for quantity in found[1:]:
        gap = page.text[row[-1].end : quantity.start]
        if not _GAP.fullmatch(gap) or not _alike(row[0], quantity) or _LESS.search(gap) or _OPENS.search(gap):
            break
        if "," not in gap and not _JOIN.search(gap):
            break
        row.append(quantity)
    return row


def _alike(one: Quantity, other: Quantity) -> bool:
    return one.dimension == other.dimension and bool(one.unit) == bool(other.unit)


def _whole_of(page: Page, before: tuple[Quantity, ...], row: list[Quantity], gap: str) -> Quantity | None:
    """The number just before the cue, where it may be what the parts make."""
    total, part = before[-1], row[0]
    if total.value is None or part.value is None or not _alike(total, part):
        return None
    if _LESS.search(_CLOSES.sub("", gap)) or (part.place and total.counted in table.words()["sorts_of_places"]):
        return None
    if total.unit and total.unit.name == "percent":
        return None
    if any(its.value is None or its.direction is not None for its in row):
        return None
    if total.unit is None and (total.counted is None or page.text[total.number_end : total.number_end + 1] == "-"):
        return None
    return total


def _closed(page: Page, passage: Passage, total: Quantity, row: list[Quantity], gap: str) -> Iterator[Proposal]:
    if not _JOIN.search(page.text[row[-2].end : row[-1].start]) or _LESS.search(page.text[row[0].start : row[-1].end]):
        return
    if re.match(r"[^.;]{0,40}\b(?:among others|and others|and more|etc)\b", page.text[row[-1].end : passage.end]):
        return
    said = re.search(r"[a-z]", (_CLOSES.search(gap) or [""])[0])
    value, makes = base(total), together(row)
    if makes != value:
        if not near(value, makes) or (total.unit is None and total.value == len(row)):
            return
        if not said and makes < value and not near(value, makes, Fraction(1, 8)):
            return
        if not said and total.unit is None and not _one_kind(row):
            return
    explicit = bool(said) or makes >= value or total.unit is not None
    yield _balance(page, total, row, "closed", explicit=explicit)


def _one_kind(row: list[Quantity]) -> bool:
    """Whether counts are parted by place or by class, one way for all of them."""
    return (
        all(its.place for its in row) or all(its.counted for its in row[:-1]) or all(not its.counted for its in row[1:])
    )


def _open(page: Page, total: Quantity, row: list[Quantity], gap: str) -> Iterator[Proposal]:
    row = [row[0], *(its for its in _inside(page, row) if total.unit is not None or _of_kind(total, its))]
    if total.unit is None and not _of_kind(total, row[0]):
        return
    makes, value = together(row), base(total)
    if makes > 20 * value or len(gap) > 100:
        return
    explicit = len(gap) <= 70 and "," not in gap[:-14]
    if len(row) == 1:
        part, of = page.stated(row[0]), page.stated(total)
        yield Proposal("part", {"part": part, "whole": of}, part.label, explicit, gap.strip(" ,"))
    else:
        yield _balance(page, total, row, "open", explicit=explicit)


def _inside(page: Page, row: list[Quantity]) -> Iterator[Quantity]:
    """The parts behind the first, as far as the list goes: a semicolon without "and" begins something else."""
    for one, other in itertools.pairwise(row):
        gap = page.text[one.end : other.start]
        if (
            ";" in gap
            and not _LAST.search(gap)
            and not any(";" in page.text[a.end : b.start] for a, b in pairwise(row) if a is not one)
        ):
            return
        yield other


def _of_kind(total: Quantity, part: Quantity) -> bool:
    """Whether a count may be part of another: the same noun, none of its own, or people of some sort."""
    if part.counted is None or part.counted == total.counted or part.place is not None:
        return True
    people = table.words()["sorts_of_people"]
    return total.counted in people and part.counted in people


def _balance(page: Page, total: Quantity, row: list[Quantity], way: str, *, explicit: bool) -> Proposal:
    parts = tuple(page.stated(its, group=_group(row)) for its in row)
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


def _across(page: Page, used: set[int]) -> Iterator[Proposal]:
    """Breakdowns of three items or more, and the number elsewhere whose noun they repeat."""
    known = _by_noun(page)
    for breakdown in page.contents.breakdowns:
        items = breakdown.items
        noun = items[0].counted
        if len(items) < 3 or items[0].number_start in used or noun is None or items[0].unit is not None:
            continue
        if any(its.value is None or its.place is None for its in items):
            continue
        makes = together(items)
        wholes = [its for its in known.get(noun, ()) if not breakdown.start <= its.start < breakdown.end]
        fitting = [its for its in wholes if its.value == makes]
        close = [its for its in wholes if near(base(its), makes)]
        if fitting or len({its.value for its in close}) == 1:
            total = (fitting or close)[0]
            yield _balance(page, total, list(items), "closed", explicit=_shares_item(page, total, items))


def _by_noun(page: Page) -> dict[str, list[Quantity]]:
    """The plain counts of the text by what they count: "the arrest of 150 people" counts people and arrests."""
    found: defaultdict[str, list[Quantity]] = defaultdict(list)
    for quantity in page.contents.quantities:
        if not quantity.counts or quantity.value is None or quantity.modifier != Modifier.EXACT or quantity.place:
            continue
        head = _OF.search(page.text[max(0, quantity.start - 40) : quantity.start])
        for noun in {quantity.counted, singular(head[1].lower()) if head else None} - {None}:
            if noun is not None and len(found[noun]) < _MOST:
                found[noun].append(quantity)
    return found


def _shares_item(page: Page, total: Quantity, items: tuple[Quantity, ...]) -> bool:
    """Whether a part of the whole is named where it stands, and again in the breakdown: "150, 65 in the U.S."."""
    near_by = page.quantities(total.end, total.end + 120)
    known = {(its.value, its.place.key) for its in items if its.place}
    return any(its.place and (its.value, its.place.key) in known for its in near_by)
