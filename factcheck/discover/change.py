"""
A change from an old to a new value, by so much.

"rose 12 percent to $45.2 million from $40.3 million", "from 70 MB to 76 MB, an increase of 6 MB", "$45.2 million,
up 12% from $40.3 million", "$45.2 million compared with $40.3 million, an increase of 12%". Where the words give
no amount, the direction alone must be right ("rose to 52 from 45"). Ranks fall when they get better, and a change
"from a high of" is not from the old value.

Finds:

    Turnout rose by 20 percent, from 40 to 44 members.
    ---
    Sales were $45.2 million, up 22% from $40.3 million a year earlier.
    ---
    The download grew by 22% (6 MB) from 70 MB to 76 MB.
    ---
    Costs increased by $3.1 million, or 21%, to $28.9 million from $25.8 million.
    ---
    Stocks rose 28,000 barrels to 38.25 million barrels from 37.98 million barrels.
    ---
    Net income was $3.2 million compared with $2.8 million in 2019, an increase of 41%.
    ---
    Arrests rose to 45 from 52.
    ---
    Unemployment fell by two percentage points, from 9% to 5%.

Leaves alone:

    Turnout rose by 10 percent, from 40 to 44 members.
    ---
    Sales were $45.2 million, up 12% from $40.3 million a year earlier.
    ---
    Costs increased by $3.1 million, or 12%, to $28.9 million from $25.8 million.
    ---
    Arrests rose to 52 from 45.
    ---
    Shares were up 12.5 cents at 6.705 from a high of 6.75.
    ---
    The team rose to 5 from 12 in the rankings.
    ---
    Net income was $3.2 million compared with $2.8 million in 2019, an increase of 14%.
    ---
    Prices rose 2 percent, and sales fell from 52 to 45.
    ---
    Sales rose 5 percent to $3.2 million. Profit came to $1 million from $2 million.
    ---
    Profit fell 5% from a year earlier to $3 million, from shops in 12 towns.
    ---
    Unemployment fell by two percentage points, from 9% to 7%.
    ---
    The rate rose 0.25 percentage points to 1.5% from 1.25%.
    ---
    The time was cut from 30 to 20 minutes for 50 percent of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.discover.near import base, near, slipped
from factcheck.discover.page import Page, Passage
from factcheck.discover.proposal import Proposal
from factcheck.model.number import divide, magnitude
from factcheck.model.quantity import Direction, Quantity
from factcheck.reader.vocabulary import vocabulary

_FILL = r"(?:[^.;:!?\d]|(?<!\d)(?:19|20)\d\d(?!\d)){0,50}?"
_LEAD = (
    r"(?:about |some |nearly |around |just |an estimated |a record |almost |over |more than |roughly "
    r"|(?:an? )?(?:net )?(?:loss|income|profit|revenues?|earnings|sales|total|average|gain) of )?"
)
_TO = re.compile(rf"{_FILL}(?:,| |\))\s?to {_LEAD}$")
_FROM = re.compile(rf"{_FILL}\b(?:from|compared (?:to|with)|versus|against) {_LEAD}$")
_UP = re.compile(
    rf"{_FILL}\b(?:up|down|(?:an? )?(?:increase|decrease|rise|drop|fall|gain|decline|growth|reduction) of) (?:by )?{_LEAD}$"
)
_BEHIND = re.compile(
    rf"{_FILL}(?:,|\(| –| —) ?(?:or |up |down |(?:representing |which is )?an? (?:increase|decrease|rise|drop|fall|gain|decline|"
    rf"growth|reduction|jump) of )(?:by )?{_LEAD}$"
)
_BY = re.compile(rf"(?:\)?,? (?:or )?|,? ?\()?(?:{_LEAD})$")
_FAR = re.compile(r"\b(?:high|low|peak|record|close|open|estimate|forecast|target|and|while|but) (?:of )?$|\bof 20\d\d")
_BEFORE = re.compile(r"(?:(?!\b(?:and|but|while|as|when|to)\b)[^.;:!?\d]){0,40}")
_RANK = re.compile(r"\b(?:rank\w*|place|position|spot|seed\w*|standing\w*|grade|degree|class|No\.)\b", re.IGNORECASE)
_VERB = re.compile(r"\b(\w+)(?:\s(?:sharply|slightly|steadily|again|only|just|further))?\s?(?:to |from )?$")


@dataclass(frozen=True, slots=True)
class _Change:
    """An old value, a new value, and what is said of the change between them."""

    old: Quantity
    new: Quantity
    by: tuple[Quantity, ...]
    before: int
    """Where the change, or the first of the values, begins."""


def find(page: Page) -> Iterator[Proposal]:
    """The changes of each sentence."""
    for passage in page.passages:
        if len(passage.quantities) > 1 or any(its.ends for its in passage.quantities):
            taken: set[int] = set()
            for change in _changes(page, passage.quantities):
                if change.new.number_start in taken:
                    continue
                taken.add(change.new.number_start)
                yield from _proposals(page, passage, change)


def _changes(page: Page, found: tuple[Quantity, ...]) -> Iterator[_Change]:
    for at, first in enumerate(found):
        if first.ends and first.text.lower().startswith("from "):
            old, new = first.ends
            yield _of_range(page, found, at, old, new, first.start, at + 1)
        elif at + 1 < len(found) and _same(first, found[at + 1]):
            start = _after_from(page, first)
            if start >= 0 and re.fullmatch(r"[^.;:!?\d,]{0,30}\sto\s", page.text[first.end : found[at + 1].start]):
                yield _of_range(page, found, at, first, found[at + 1], start, at + 2)
            else:
                yield from _of_pair(page, found, at)
        if at + 2 < len(found) and _same(first, found[at + 2]) and not first.ends:
            by = found[at + 1]
            if _UP.fullmatch(page.text, first.end, by.start) and _FROM.fullmatch(
                page.text, by.end, found[at + 2].start
            ):
                yield _Change(found[at + 2], first, (by,), first.start)  # "$45.2 million, up 12% from $40.3 million"


def _of_range(
    page: Page, found: tuple[Quantity, ...], at: int, old: Quantity, new: Quantity, start: int, behind: int
) -> _Change:
    """ "by 22% (6 MB) from 70 MB to 76 MB", "from 70 MB to 76 MB, an increase of 6 MB"."""
    by = _leading(page, found[:at], start)
    if not by and behind < len(found) and _BEHIND.fullmatch(page.text, new.end, found[behind].start):
        by = (found[behind],)
    return _Change(old, new, by, by[0].start if by else start)


def _of_pair(page: Page, found: tuple[Quantity, ...], at: int) -> Iterator[_Change]:
    """ "(rose 12%) to $45.2 million from $40.3 million", "$3.2 million compared with $2.8 million, an increase of …"."""
    new, old = found[at], found[at + 1]
    if not _FROM.fullmatch(page.text, new.end, old.start):
        return
    start = _to(page, new)
    by = _leading(page, found[:at], start) if start >= 0 else ()
    if not by and at + 2 < len(found) and _BEHIND.fullmatch(page.text, old.end, found[at + 2].start):
        by = (found[at + 2],)
    if by or start >= 0:
        yield _Change(old, new, by, by[0].start if by else start)


def _after_from(page: Page, old: Quantity) -> int:
    """Where "from" stands before a number; −1 where it does not."""
    match = re.search(rf"\b[Ff]rom {_LEAD}$", page.text[max(0, old.start - 30) : old.start])
    return max(0, old.start - 30) + match.start() if match else -1


def _to(page: Page, new: Quantity) -> int:
    """Where "to" stands before a number; −1 where it does not."""
    match = re.search(rf"\bto {_LEAD}$", page.text[max(0, new.start - 30) : new.start])
    return max(0, new.start - 30) + match.start() if match else -1


def _leading(page: Page, found: tuple[Quantity, ...], start: int) -> tuple[Quantity, ...]:
    """The amounts of a change that stand just before an offset: one, or two ("$3.1 million, or 12%,")."""
    if not found or start - found[-1].end > 40 or not _BEFORE.fullmatch(page.text, found[-1].end, start):
        return ()
    last = found[-1]
    if len(found) > 1 and _BY.fullmatch(page.text, found[-2].end, last.start) and not _same(found[-2], last):
        return (found[-2], last)
    return (last,)


def _same(one: Quantity, other: Quantity) -> bool:
    if one.value is None or other.value is None or one.dimension != other.dimension:
        return False
    if (one.unit is None) != (other.unit is None) or (one.unit and other.unit and _is_ratio(one) != _is_ratio(other)):
        return False
    return one.counted is None or other.counted is None or one.counted == other.counted


def _is_ratio(quantity: Quantity) -> bool:
    return quantity.unit is not None and not quantity.dimension


def _proposals(page: Page, passage: Passage, change: _Change) -> Iterator[Proposal]:
    text = page.text
    old, new = change.old, change.new
    lead = text[max(passage.start, change.before - 40) : change.before]
    if _FAR.search(text[max(passage.start, old.start - 24) : old.start]) or _RANK.search(
        text[passage.start : passage.end]
    ):
        return
    direction = _direction(text, change, lead)
    fields = {}
    for by in change.by:
        field = _field(change, by)
        if field:
            fields[field] = by
    if not fields:
        if direction is not None and not change.by and _strict(lead):
            yield from _order(page, old, new, direction)
        return
    if not all(_plausible(old, new, field, by) for field, by in fields.items()):
        return
    for field, by in fields.items():
        operands = {"old": page.stated(old), "new": page.stated(new)}
        operands[field] = page.stated(replace(by, direction=by.direction or direction))
        # "by 5,000 percent": nobody counts such percentages.
        loose = field == "percent" and (by.value or 0) >= 1000
        yield Proposal("change", operands, "the change", direction is not None, "from", doubtful=loose)


def _field(change: _Change, by: Quantity) -> str:
    """Which field an amount of change stands in; empty where it is none."""
    if by.value is None:
        return ""
    if by.unit and by.unit.name in ("percent", "percentage point"):
        if by.unit.name == "percent" and _is_ratio(change.new):
            return ""  # "5 percent, from 9% to 7%": points or percent, nobody knows
        return "percent"
    same = by.dimension == change.new.dimension and (by.unit is None) == (change.new.unit is None)
    return "by" if same and not _is_ratio(change.new) else ""


def _direction(text: str, change: _Change, lead: str) -> Direction | None:
    for by in change.by:
        if by.direction is not None:
            return by.direction
    words = re.findall(r"[a-z]+", lead.lower())[-5:]
    first = min((its.start for its in change.by), default=change.before)
    words += re.findall(r"[a-z]+", text[max(0, first - 24) : first].lower())[-4:]
    known = vocabulary()
    for word in reversed(words):
        if word in known.up or word in _UP_NOUNS:
            return Direction.UP
        if word in known.down or word in _DOWN_NOUNS:
            return Direction.DOWN
    return None


_UP_NOUNS = frozenset("increase rise gain growth jump up".split())
_DOWN_NOUNS = frozenset("decrease drop fall decline reduction down".split())


def _strict(lead: str) -> bool:
    """Whether a plain verb of change stands just before "to … from …" or "from … to …"."""
    match = _VERB.search(lead)
    return bool(match) and match is not None and match[1].lower() in _PLAIN_VERBS


_PLAIN_VERBS = frozenset(
    "rose increased grew climbed jumped surged soared fell dropped declined decreased shrank slipped plunged tumbled sank"
    " dipped".split()
)


def _order(page: Page, old: Quantity, new: Quantity, direction: Direction) -> Iterator[Proposal]:
    if old.value == new.value:
        return
    pair = (old, new) if direction == Direction.UP else (new, old)
    yield Proposal("order", {"ascending": tuple(page.stated(its) for its in pair)}, "the change", True, "from")


def _plausible(old: Quantity, new: Quantity, field: str, by: Quantity) -> bool:
    """Whether the change that is said is near the one that the values make, or a slip or so away from it."""
    a, b, said = base(old), base(new), magnitude(by.value or 0)
    if field == "by" or (by.unit and by.unit.name == "percentage point"):
        made = magnitude(b - a)
        said = magnitude(base(by))
        return near(made, said) or max(made, said) <= 20 * min(made, said)
    if not a:
        return False
    made = magnitude(divide((b - a) * 100, a))
    return magnitude(made - said) <= 30 or slipped(round(made), said) or 2 * made > said > made / 2
