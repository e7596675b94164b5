"""
A change from an old to a new value, by so much.

"rose 12% to $4.1 million from $3.7 million", "988, down 17.9 percent from 1,204", "45 compared with 40, an increase of
12%". Where the old value is not told, an amount and a percentage of the change must fit each other.

Finds:

    change 18; $4.1 million; $3.7 million
    Sales rose a whopping 18% to $4.1 million from $3.7 million a year earlier.

Leaves alone:

    Sales rose a whopping 11% to $4.1 million from $3.7 million a year earlier.
    ---
    Sales rose 14% to $4.1 million, compared with the $3.7 million that analysts had forecast.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.discover.proposal import Proposal, Value
from factcheck.discover.templates import Candidate, Guard
from factcheck.discover.templates.guard import (
    no_exchange,
    not_respective,
    of_one_basis,
    of_one_place,
    of_one_sign,
    said,
    sure_rank,
    whole_numbers,
)
from factcheck.discover.templates.moved import changes, values
from factcheck.discover.templates.unit import (
    difference_of,
    for_each,
    is_percent,
    is_points,
    is_ratio,
    of_one_unit,
    tolerance,
    without_base,
)
from factcheck.facts.page import Page
from factcheck.model.fact import Fact, Role
from factcheck.model.lexicon import lexicon
from factcheck.model.quantity import Direction, Quantity


def candidates(page: Page) -> Iterator[Candidate]:
    """Each amount of a change with the old and the new value that its words lead to."""
    for moved in changes(page):
        amounts = [fact for link in moved.changes for fact in link.facts if _is_amount(fact, link.fact)]
        amounts = [fact for fact in amounts if fact is amounts[0] or not _is_of_other_time(fact)]
        way = next((fact.way for fact in amounts if fact.way is not None), None)
        pair = values(moved)
        if pair is not None:
            old, new = pair
            for amount in amounts:
                beside = tuple(fact for fact in amounts if fact is not amount)
                told = {"old": (old,), "new": (new,), "change": (replace(amount, way=amount.way or way),)}
                yield Candidate(told | ({"beside": beside} if beside else {}))
        if moved.old is None and moved.new is not None:
            yield from _grown(moved.new.fact, amounts, way)


def _is_amount(fact: Fact, first: Fact) -> bool:
    if fact.has(Role.TIMES) or not fact.quantity.step:
        return False
    return fact.has(Role.CHANGE) or (fact.has(Role.SAME) and not fact.has(Role.FACTOR, Role.SHARE)) or fact is first


def _is_of_other_time(fact: Fact) -> bool:
    """Whether a change told again has a base of its own: "…, a gain of 8.3% over the same month last year"."""
    return fact.when.is_said and "when" not in fact.inherited and not fact.has(Role.SAME)


def _grown(new: Fact, amounts: list[Fact], way: Direction | None) -> Iterator[Candidate]:
    """A new value with an amount and a percentage of its change."""
    percents = [fact for fact in amounts if is_percent(fact.quantity)]
    others = [fact for fact in amounts if not is_ratio(fact.quantity)]
    if len(percents) == 1 and len(others) == 1 and way is not None:
        change = replace(others[0], way=way)
        yield Candidate({"new": (new,), "change": (change,), "percent": (percents[0],)})


def _of_one_period(page: Page, candidate: Candidate) -> bool:
    """
    Whether the old value is of the time that the change began: an amount is told of a week or a month, and then the
    level set against that of "a year ago"; a percentage goes with what it is set against, if that is of a time before.
    """
    old, change, new = candidate.get("old"), candidate["change"], candidate["new"]
    if old is None or change.start > old.start:
        return True
    if not lexicon().phrase("set_against").has(old.cue(Role.OLD)):
        reached = new.governor != "at" or old.cue(Role.OLD) != "from"  # "at 6.785 from 6.84": from its high
        return reached and not (old.when.unit in _SHORT and (old.when.count or 1) > 1)
    if is_ratio(change.quantity) or candidate.get("beside") is not None:
        return old.when.relative < 0 or old.when.year is not None or old.when.weekday is not None
    return old.when.unit in _SHORT


_SHORT = frozenset({"day", "week", "month", "quarter"})


def _no_rate(page: Page, candidate: Candidate) -> bool:
    """Not "5% a year"."""
    return not (candidate["change"].has(Role.FACTOR) and is_ratio(candidate["change"].quantity))


GUARDS: tuple[Guard[Candidate], ...] = (
    Guard("the old value is said, no forecast", said),
    Guard("nothing was left out or adjusted", of_one_basis),
    Guard("the old value is no high, low or average", sure_rank),
    Guard("both are of one place", of_one_place),
    Guard("it is no exchange rate", no_exchange),
    Guard("no loss stands against a gain", of_one_sign),
    Guard("they are numbers of their own", whole_numbers),
    Guard("they are not shared out over a list", not_respective),
    Guard("the change is no rate", _no_rate),
    Guard("the old value is of the time that the change began", _of_one_period),
)


def propose(page: Page, candidate: Candidate) -> Proposal | None:
    """new ÷ old − 1 = percent, new − old = by; without old by ÷ (new − by) = percent."""
    change, new, old = candidate["change"], candidate["new"], candidate.get("old")
    if old is None:
        by = difference_of(new.quantity, change.quantity)
        percent = candidate["percent"].quantity
        return _relation(page, {"new": new.quantity, "by": by, "percent": percent}, change)
    pair = of_one_unit(old.quantity, new.quantity)
    if pair is None:
        return None
    before, after = (for_each(its, change.quantity) for its in pair)
    if is_percent(change.quantity):
        if is_ratio(after):
            return None  # "5 percent, from 9% to 7%": points or percent, nobody knows
        return _relation(page, {"old": before, "new": after, "percent": change.quantity}, change)
    by = difference_of(after, change.quantity)
    if by is None:
        return None
    field = "percent" if is_points(by) and by.unit is not None and by.unit.name == "percentage point" else "by"
    before, after = without_base(before, by), without_base(after, by)
    return _relation(page, {"old": before, "new": after, field: by}, change)


_LABELS = {"old": "the old value", "new": "the new value", "by": "the change", "percent": "the change"}


def _relation(page: Page, fields: dict[str, Quantity | None], change: Fact) -> Proposal | None:
    operands: dict[str, Value] = {}
    for field, quantity in fields.items():
        if quantity is None:
            return None
        said_as = replace(quantity, direction=change.way) if field in ("by", "percent") else quantity
        operands[field] = page.stated(said_as, _LABELS[field])
    loosely = tolerance(change.quantity) if fields.get("by") is not None and "percent" not in fields else 0
    return Proposal("change", operands, "the change", True, change.cue(Role.CHANGE), tolerance=loosely)
