"""
A change between an old and a new value.

"rose 12% to $4.1 million from $3.7 million", "988, down 17.9 percent from 1,204", "3,700 people, 200 more than the
3,500 of last year". The change, the old and the new value have their roles by the words that they hang on; where the
old value is not told, an amount and a percentage of the change must fit each other.

Finds:

    change 18; $4.1 million; $3.7 million
    Sales rose a whopping 18% to $4.1 million from $3.7 million a year earlier.
    ---
    change 3,700; 300; 3,500
    The firm employed 3,700 people, 300 more than the 3,500 it employed twelve months before.

Leaves alone:

    Sales rose a whopping 11% to $4.1 million from $3.7 million a year earlier.
    ---
    Sales rose 14% to $4.1 million, compared with the $3.7 million that analysts had forecast.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.discover.fit import fitted
from factcheck.discover.proposal import Proposal, Value
from factcheck.discover.templates import Candidate, Guard
from factcheck.discover.templates.slot import by_sentence, comparable, is_level
from factcheck.facts.page import Page
from factcheck.model.fact import Fact, Role, Stance
from factcheck.model.lexicon import lexicon
from factcheck.model.quantity import Direction


def candidates(page: Page) -> Iterator[Candidate]:
    """Each change of a sentence with the old and the new value that its words lead to."""
    for facts in by_sentence(page):
        for change in facts:
            if change.has(Role.CHANGE) and change.quantity.value is not None and change.quantity.step:
                yield from _candidate(facts, change)


def _candidate(facts: list[Fact], change: Fact) -> Iterator[Candidate]:
    levels = [fact for fact in facts if is_level(fact) and _fits(fact, change)]
    old = _old(levels, change)
    if old is None:
        return
    news = [fact for fact in levels if not fact.has(Role.OLD) and comparable(fact.quantity, old.quantity)]
    new = _new(news, change, old)
    if new is not None:
        yield Candidate({"old": (old,), "new": (new,), "change": (change,)}, change.cue(Role.CHANGE))


def _old(levels: list[Fact], change: Fact) -> Fact | None:
    """The nearest old value behind the change in its clause; else the nearest before it in its sentence."""
    olds = [fact for fact in levels if fact.has(Role.OLD)]
    behind = [fact for fact in olds if fact.number > change.number and fact.clause == change.clause]
    before = [fact for fact in olds if fact.number < change.number]
    return behind[0] if behind else before[-1] if before else None


def _new(levels: list[Fact], change: Fact, old: Fact) -> Fact | None:
    """
    The new value: of a verb ("rose 12% to") the nearest that it leads to, behind or before the old one; of an adverb or
    a noun ("…, up 12% from", "a drop of 12%") the last level before it.
    """
    verbal = change.governor == "by" or _is_verb(change.governor)
    reached = [fact for fact in levels if fact.has(Role.NEW) and fact.clause in (change.clause, old.clause)]
    if verbal:
        behind = [fact for fact in reached if fact.number > change.number and fact.governor in _TO]
        if behind:
            return behind[0]
    first = max(change.number, old.number) if not verbal else min(change.number, old.number)
    before = [fact for fact in levels if fact.number < first]
    return before[-1] if before else None


_TO = frozenset({"to", "at", "reaching"})


def _is_verb(word: str) -> bool:
    return word not in ("up", "down") and (word in lexicon().upward or word in lexicon().downward)


def _fits(fact: Fact, change: Fact) -> bool:
    """Whether a level may have changed by an amount: its own unit, or a percentage."""
    if change.is_share:
        points = change.quantity.unit is not None and change.quantity.unit.name != "percent"
        return fact.is_share if points else not fact.is_share
    return comparable(fact.quantity, change.quantity)


def _has_way(page: Page, candidate: Candidate) -> bool:
    return candidate["change"].way is not None


def _alone(page: Page, candidate: Candidate) -> bool:
    """Whether no other level of their kind stands among them, that might be meant."""
    old, new, change = candidate["old"], candidate["new"], candidate["change"]
    low, high = min(old.number, new.number, change.number), max(old.number, new.number, change.number)
    inside = [fact for fact in page.facts[low : high + 1] if fact not in (old, new, change)]
    return not any(
        is_level(fact) and comparable(fact.quantity, old.quantity) and not fact.has(Role.SAME) for fact in inside
    )


def _said(page: Page, candidate: Candidate) -> bool:
    return (
        all(candidate[slot].stance == candidate["new"].stance for slot in ("old",))
        or candidate["old"].stance == Stance.SAID
    )


def _of_one_basis(page: Page, candidate: Candidate) -> bool:
    return not candidate["change"].basis


def _no_rank(page: Page, candidate: Candidate) -> bool:
    return not candidate["old"].has(Role.RANK)


def _of_one_place(page: Page, candidate: Candidate) -> bool:
    old, new = candidate["old"].places, candidate["new"].places
    return not old or not new or bool(old & new)


def _no_annual(page: Page, candidate: Candidate) -> bool:
    return not candidate["change"].has(Role.FACTOR)


GUARDS: tuple[Guard[Candidate], ...] = (
    Guard("it says which way", _has_way),
    Guard("no other value of the kind stands among them", _alone),
    Guard("the old value is no forecast", _said),
    Guard("nothing was left out or adjusted", _of_one_basis),
    Guard("the old value is no high, low or average", _no_rank),
    Guard("both are of one place", _of_one_place),
    Guard("the change is no rate", _no_annual),
)


def propose(page: Page, candidate: Candidate) -> Proposal | None:
    """new ÷ old − 1 = percent, or new − old = by."""
    old, new, change = candidate["old"], candidate["new"], candidate["change"]
    amount = replace(change.quantity, direction=change.way or Direction.UP)
    found = fitted(old.quantity, new.quantity, (amount,))
    if found is None:
        return None
    before, after, ((field, by),) = found
    operands: dict[str, Value] = {
        "old": page.stated(before, "the old value"),
        "new": page.stated(after, "the new value"),
        field: page.stated(replace(by, direction=amount.direction), "the change"),
    }
    return Proposal("change", operands, "the change", True, candidate.cue)
