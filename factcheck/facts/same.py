"""
Whether two facts state one fact.

What the words say of both must not conflict: unit, kind, person, time, place, scope, basis. Where nothing conflicts,
each thing that they share or lack weighs for or against it (``WEIGHTS``). No feature looks at a value: whether two
numbers are equal is what the answer is for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from factcheck.facts.person import is_age
from factcheck.facts.place import is_place
from factcheck.facts.word import stem
from factcheck.model import table
from factcheck.model.fact import Fact, Role, Scope, Stance
from factcheck.model.frozen import frozen
from factcheck.model.quantity import Quantity

WEIGHTS: Mapping[str, int] = {
    "one noun": 9,
    "one lacks a noun": -19,
    "people that a headline leaves out": 26,
    "one head": 2,
    "followed alike": 2,
    "of the same": 4,
    "the later of something else": -14,
    "known from a forecast": -20,
    "one subject": 6,
    "one full name": 42,
    "another name": -3,
    "one place": 7,
    "told as known": 25,
    "first told as known": 8,
    "first in a heading": 8,
    "later in a heading": 5,
    "one hedge": 7,
    "one is hedged": -7,
    "one is quoted": 6,
    "both factors": 6,
    "in one block": -13,
    "a time": 7,
    "a percentage": -7,
    "an age": 4,
    "a word before it shared": 3,
    "three words before it shared": 5,
    "two words of the sentences shared": 3,
    "four words of the sentences shared": 1,
    "seven words of the sentences shared": 3,
    "a third of the sentence shared": 4,
    "most of the sentence shared": 5,
    "nearly all of the sentence shared": 7,
    "a headline and its sentence": 18,
}
"""How much each thing speaks for one fact, or against it [tenths of a natural logarithm of odds]."""
ANYBODY = frozenset({"person", "people", "individual", "human", "other"})
"""Nouns that say nothing of who is counted."""


@frozen
class Sameness:
    """How far two facts state one."""

    weight: int
    """How much speaks for it [tenths of a natural logarithm of odds]; meaningless behind a veto."""
    reasons: tuple[str, ...]
    """What speaks for it or against it, by the names of ``WEIGHTS``."""
    veto: str = ""
    """What forbids it: "of different persons"; empty where nothing does."""


def same(one: Fact, other: Fact) -> Sameness:
    """Whether two facts, the first of them told first, state one fact."""
    veto = next((words for words, forbids in VETOES.items() if forbids(one, other)), "")
    if veto:
        return Sameness(0, (), veto)
    reasons = tuple(features(one, other))
    return Sameness(sum(WEIGHTS.get(its, 0) for its in reasons), reasons)


def _units(one: Fact, other: Fact) -> bool:
    a, b = one.quantity, other.quantity
    if (a.unit is None) != (b.unit is None) or a.dimension != b.dimension:
        return True
    return a.unit is not None and b.unit is not None and not a.dimension and a.unit.name != b.unit.name


def _rates(one: Fact, other: Fact) -> bool:
    return _per(one) != _per(other)


def _per(fact: Fact) -> str:
    """What a number falls to, by its words or by its unit: "share"."""
    unit = fact.quantity.unit
    return fact.measure.per or (stem(unit.name.partition(" per ")[2]) if unit else "")


def _kinds(one: Fact, other: Fact) -> bool:
    """Of different roles: a change and a value, an old value and a new one, what falls to each and all of it."""
    return any(one.has(role) != other.has(role) for role in _APART)


_APART = (Role.OLD, Role.CHANGE, Role.MARGIN, Role.TIMES, Role.FACTOR, Role.SHARE)


def _nouns(one: Fact, other: Fact) -> bool:
    """Counts of different things: "five victims", "six suspects"; "six people" may be either."""
    a, b = one.quantity.counted, other.quantity.counted
    if a is None or b is None or a == b:
        return False
    people = table.words()["sorts_of_people"]
    if a in people and b in people and (a in ANYBODY or b in ANYBODY):
        return False
    return one.measure.head not in _near(other) and other.measure.head not in _near(one)


def _near(fact: Fact) -> frozenset[str]:
    """The words that tell what a number is of, and those beside it."""
    return fact.measure.words | fact.left | fact.right


def _persons(one: Fact, other: Fact) -> bool:
    """Ages of different persons, or of persons that nothing says are one."""
    if not is_age(one.quantity):
        return False
    if one.named and other.named:
        return not is_one_name(one.subject, other.subject)
    told_before = other.known or one.title
    return one.named or other.named or not told_before or not one.subject or one.subject != other.subject


def is_one_name(one: frozenset[str], other: frozenset[str]) -> bool:
    """
    Whether two names may be one person's: the one has no part that the other lacks, and their numbers are the same.

    >>> is_one_name(frozenset({"ada", "roe"}), frozenset({"roe"}))
    True
    >>> is_one_name(frozenset({"jane", "doe", "#1"}), frozenset({"jane", "doe"}))
    False
    """
    numbers = [{part for part in name if part[0] == "#"} for name in (one, other)]
    return numbers[0] == numbers[1] and (one <= other or other <= one)


def _times(one: Fact, other: Fact) -> bool:
    """Of times that cannot be one, or one of them of an earlier time than is spoken of: "a year earlier"."""
    return one.when.conflicts(other.when) or one.when.is_before != other.when.is_before


def _places(one: Fact, other: Fact) -> bool:
    if one.places & other.places:
        return False
    return any(map(is_place, one.places)) and any(map(is_place, other.places))


def _scopes(one: Fact, other: Fact) -> bool:
    return one.scope != other.scope or one.scope == Scope.REST


def _denied(one: Fact, other: Fact) -> bool:
    return (one.stance == Stance.DENIED) != (other.stance == Stance.DENIED)


def _bases(one: Fact, other: Fact) -> bool:
    return bool(one.basis and other.basis and not one.basis & other.basis)


Test = Callable[[Fact, Fact], object]

VETOES: Mapping[str, Test] = {
    "in different units": _units,
    "of different rates": _rates,
    "in different roles": _kinds,
    "of different things": _nouns,
    "of different persons": _persons,
    "of different times": _times,
    "of different places": _places,
    "of different scope": _scopes,
    "one of them denied": _denied,
    "on different bases": _bases,
}
"""What forbids two facts to be one, in the words of a trace."""


def _share(field: Callable[[Fact], frozenset[str]]) -> Test:
    return lambda one, other: field(one) & field(other)


def _apart(field: Callable[[Fact], frozenset[str]]) -> Test:
    return lambda one, other: field(one) and field(other) and not field(one) & field(other)


def _shared(least: int, field: Callable[[Fact], frozenset[str]]) -> Test:
    return lambda one, other: len((field(one) & field(other)) - {one.measure.head}) >= least


def _much(one: Fact, other: Fact, tenths: int) -> bool:
    """Whether the sentences share so many tenths of the words of the shorter."""
    least = min(len(one.around), len(other.around))
    return 10 * len(one.around & other.around) >= tenths * least > 0


def _all(one: Fact, other: Fact) -> bool:
    """Whether all but one in ten of the words of the longer sentence stand in the other."""
    most = max(len(one.around), len(other.around))
    return 10 * len(one.around & other.around) >= 9 * most


def _behind(fact: Fact) -> frozenset[str]:
    return fact.measure.behind


FEATURES: Mapping[str, Test] = {
    "one noun": lambda one, other: one.quantity.counted and one.quantity.counted == other.quantity.counted,
    "one lacks a noun": lambda one, other: (one.quantity.counted is None) != (other.quantity.counted is None),
    "people that a headline leaves out": lambda one, other: (
        one.title and one.quantity.counted is None and other.quantity.counted in table.words()["sorts_of_people"]
    ),
    "one head": lambda one, other: one.measure.head and one.measure.head == other.measure.head,
    "followed alike": _share(_behind),
    "of the same": _share(lambda fact: fact.measure.of),
    "the later of something else": lambda one, other: (
        other.measure.of and not other.measure.of & (one.measure.words | one.subject | one.around)
    ),
    "known from a forecast": lambda one, other: other.known and other.stance == Stance.EXPECTED != one.stance,
    "one subject": _share(lambda fact: fact.subject),
    "one full name": lambda one, other: (
        one.named and other.named and len(one.subject & other.subject) > 1 and is_one_name(one.subject, other.subject)
    ),
    "another name": lambda one, other: one.named and other.named and not one.subject & other.subject,
    "one place": _share(lambda fact: fact.places),
    "told as known": lambda one, other: other.known,
    "first told as known": lambda one, other: one.known,
    "first in a heading": lambda one, other: one.title and not other.title,
    "later in a heading": lambda one, other: other.title,
    "one hedge": lambda one, other: _hedge(one.quantity) and _hedge(one.quantity) == _hedge(other.quantity),
    "one is hedged": lambda one, other: bool(_hedge(one.quantity)) != bool(_hedge(other.quantity)),
    "one is quoted": lambda one, other: one.quoted != other.quoted,
    "both factors": lambda one, other: one.has(Role.FACTOR) and other.has(Role.FACTOR),
    "in one block": lambda one, other: one.block == other.block,
    "a time": lambda one, other: one.quantity.dimension == (("time", 1),) and not is_age(one.quantity),
    "a percentage": lambda one, other: one.is_share,
    "an age": lambda one, other: is_age(one.quantity),
    "a word before it shared": _shared(1, lambda fact: fact.left),
    "three words before it shared": _shared(3, lambda fact: fact.left),
    "two words of the sentences shared": _shared(2, lambda fact: fact.around),
    "four words of the sentences shared": _shared(4, lambda fact: fact.around),
    "seven words of the sentences shared": _shared(7, lambda fact: fact.around),
    "a third of the sentence shared": lambda one, other: _much(one, other, 3),
    "most of the sentence shared": lambda one, other: _much(one, other, 8),
    "nearly all of the sentence shared": lambda one, other: len(one.around & other.around) > 4 and _all(one, other),
    "a headline and its sentence": lambda one, other: one.title and not other.title and _much(one, other, 6),
}
"""What may speak for two facts being one, or against it."""


def _hedge(quantity: Quantity) -> str:
    return quantity.hedge.words if quantity.hedge else ""


def features(one: Fact, other: Fact) -> Iterator[str]:
    """The names of what is true of two facts."""
    return (name for name, holds in FEATURES.items() if holds(one, other))
