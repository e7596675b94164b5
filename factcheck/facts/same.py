"""
Whether two facts state one fact.

What the words say of both must not conflict: unit, kind, person, time, place, scope, basis. Where nothing conflicts,
each thing that they share, that tells them apart or that one of them lacks weighs for or against it; the weights are
learned (``model/en/sameness.yaml``). No feature looks at a value: whether two numbers are equal is what the answer is
for.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from factcheck.facts.person import is_age
from factcheck.facts.place import is_place
from factcheck.facts.word import stem
from factcheck.model import table
from factcheck.model.fact import Fact, Role, Scope, Stance
from factcheck.model.frozen import frozen
from factcheck.model.quantity import Quantity
from factcheck.model.sameness import weights

ANYBODY = frozenset({"person", "people", "individual", "human", "other"})
"""Nouns that say nothing of who is counted."""


@frozen
class Sameness:
    """How far two facts state one."""

    weight: int
    """How much speaks for it [tenths of a natural logarithm of odds]; meaningless behind a veto."""
    reasons: tuple[str, ...]
    """What speaks for it or against it, by the names of ``features``."""
    veto: str = ""
    """What forbids it: "of different persons"; empty where nothing does."""


def same(one: Fact, other: Fact, mine: Aspects | None = None, yours: Aspects | None = None) -> Sameness:
    """
    Whether two facts, the first of them told first, state one fact; ``mine`` and ``yours`` are their aspects, where
    they are at hand.
    """
    forbidden = veto(one, other)
    if forbidden:
        return Sameness(0, (), forbidden)
    reasons = tuple(features(one, other, mine, yours))
    return Sameness(sum(map(weights("pair"), reasons)), reasons)


def veto(one: Fact, other: Fact) -> str:
    """What forbids two facts to be one, in the words of ``VETOES``; empty where nothing does."""
    return next((words for words, forbids in VETOES.items() if forbids(one, other)), "")


def _units(one: Fact, other: Fact) -> bool:
    return unit_of(one.quantity) != unit_of(other.quantity)


def unit_of(quantity: Quantity) -> str:
    """
    The unit of a number, whatever it is reckoned per: of "30 dollars a share" that of "a 30 dollar offer"; empty where
    it has none.
    """
    return quantity.unit.name.partition(" per ")[0] if quantity.unit else ""


def _rates(one: Fact, other: Fact) -> bool:
    return _per(one) != _per(other)


def _per(fact: Fact) -> str:
    """What a number falls to, by its words or by its unit: "share"."""
    unit = fact.quantity.unit
    return fact.measure.per or (stem(unit.name.partition(" per ")[2]) if unit else "")


def _kinds(one: Fact, other: Fact) -> bool:
    """Of different roles: a change and a value, an old value and a new one, what falls to each and all of it."""
    return any(one.has(role) != other.has(role) for role in _APART)


_APART = (Role.OLD, Role.CHANGE, Role.MARGIN, Role.TIMES)


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
    "in different roles": _kinds,
    "of different things": _nouns,
    "of different persons": _persons,
    "of different times": _times,
    "of different places": _places,
    "one of them denied": _denied,
    "on different bases": _bases,
}
"""What forbids two facts to be one, in the words of a trace."""


Fields = Callable[[Fact], Collection[object]]


def _one(value: object) -> Collection[object]:
    return (value,) if value else ()


FIELDS: Mapping[str, Fields] = {
    "noun": lambda fact: _one(fact.quantity.counted),
    "head": lambda fact: _one(fact.measure.head),
    "words before the head": lambda fact: fact.measure.before,
    "words behind the noun": lambda fact: fact.measure.behind,
    "what it is of": lambda fact: fact.measure.of,
    "denominator": lambda fact: _one(fact.measure.per),
    "name": lambda fact: fact.subject if fact.named else (),
    "subject": lambda fact: () if fact.named else fact.subject,
    "place": lambda fact: fact.places,
    "time": lambda fact: _one(fact.when.is_said),
    "basis": lambda fact: fact.basis,
    "hedge": lambda fact: _one(fact.quantity.hedge and fact.quantity.hedge.words),
    "way": lambda fact: _one(fact.way),
    "governor": lambda fact: _one(fact.governor),
    "scale word": lambda fact: _one(fact.quantity.scaled),
    "words on the left": lambda fact: fact.left,
    "words on the right": lambda fact: fact.right,
}
"""What both may share, may have each their own of, or one may lack."""


def _has(role: Role) -> Callable[[Fact], object]:
    return lambda fact: fact.has(role)


FLAGS: Mapping[str, Callable[[Fact], object]] = {
    "told as known": lambda fact: fact.known,
    "in a heading": lambda fact: fact.title,
    "quoted": lambda fact: fact.quoted,
    "expected": lambda fact: fact.stance == Stance.EXPECTED,
    "of a lent noun": lambda fact: "measure" in fact.inherited,
    "of a pronoun": lambda fact: "pronoun" in fact.inherited,
    "without a role": lambda fact: not fact.cues,
    **{f"in the role of {role}": _has(role) for role in Role},
}
"""What may be so of the first, of the later, or of both."""

_TOGETHER = ("{} shared", "{} apart", "{} of one alone")
COUNTS = (1, 2, 3, 4, 6, 8, 12)
"""So many words shared, at least."""
TENTHS = (1, 2, 3, 5, 7, 9)
"""So many tenths of the shorter sentence shared, at least."""


TESTS: Mapping[str, Test] = {
    "of different rates": _rates,
    "of different scope": _scopes,
    "a headline and its sentence": lambda one, other: one.title and not other.title and _is_most(one, other),
    "one full name": lambda one, other: (
        one.named and other.named and len(one.subject & other.subject) > 1 and is_one_name(one.subject, other.subject)
    ),
    "the later of something else": lambda one, other: (
        other.measure.of and not other.measure.of & (one.measure.words | one.subject | one.around)
    ),
    "people that a headline leaves out": lambda one, other: (
        one.title and one.quantity.counted is None and other.quantity.counted in table.words()["sorts_of_people"]
    ),
    "the head of the one beside the other": lambda one, other: (
        one.measure.head in (other.left | other.right) or other.measure.head in (one.left | one.right)
    ),
    "the subject of the one about the other": lambda one, other: (
        one.subject & other.around or other.subject & one.around
    ),
    "printed alike": lambda one, other: _form(one.quantity) == _form(other.quantity),
    "a percentage": lambda one, other: one.is_share,
    "money": lambda one, other: one.quantity.unit is not None and one.quantity.unit.currency,
    "a time": lambda one, other: one.quantity.dimension == (("time", 1),) and not is_age(one.quantity),
    "a bare number": lambda one, other: one.quantity.unit is None and not one.quantity.counted,
}
"""What is asked of two facts, the first of them told first."""


def _is_most(one: Fact, other: Fact) -> bool:
    """Whether six in ten of the words of the shorter sentence stand in the other."""
    return 10 * len(one.around & other.around) >= 6 * min(len(one.around), len(other.around)) > 0


def _form(quantity: Quantity) -> tuple[int, int, bool]:
    """How a number is printed: how many digits, how many of them decimals, and whether with a scale word."""
    start = quantity.number_start - quantity.start
    numeral = quantity.text[start : quantity.number_end - quantity.start].split(" ")[0]
    whole, _, decimals = numeral.partition(".")
    return sum(map(str.isdigit, whole)), sum(map(str.isdigit, decimals)), quantity.scaled


@frozen
class Aspects:
    """What one fact has of all that is compared."""

    fields: tuple[frozenset[object], ...]
    """In the order of ``FIELDS``."""
    flags: frozenset[str]
    """By the names of ``FLAGS``."""


def aspects(fact: Fact) -> Aspects:
    """What a fact has of all that is compared; the same for every fact that it is compared with."""
    fields = tuple(frozenset(field(fact)) for field in FIELDS.values())
    return Aspects(fields, frozenset(name for name, holds in FLAGS.items() if holds(fact)))


def features(one: Fact, other: Fact, mine: Aspects | None = None, yours: Aspects | None = None) -> Iterator[str]:
    """The names of what is true of two facts, by which ``sameness.yaml`` weighs it."""
    mine, yours = mine or aspects(one), yours or aspects(other)
    for names, has, had in zip(_NAMES, mine.fields, yours.fields, strict=True):
        if has and had:
            yield names[has.isdisjoint(had)]
        elif has or had:
            yield names[2]
    for which, flags in (
        ("the first {}", mine.flags - yours.flags),
        ("the later {}", yours.flags - mine.flags),
        ("both {}", mine.flags & yours.flags),
    ):
        yield from (which.format(what) for what in flags)
    yield from (name for name, test in TESTS.items() if test(one, other))
    yield from _overlap(one, other)


_NAMES = tuple(tuple(pattern.format(what) for pattern in _TOGETHER) for what in FIELDS)


def _overlap(one: Fact, other: Fact) -> Iterator[str]:
    """How many words of their sentences they share."""
    shared = len(one.around & other.around)
    least = min(len(one.around), len(other.around))
    yield from (f"{count} words of the sentences shared" for count in COUNTS if shared >= count)
    yield from (f"{tenths} tenths of the sentence shared" for tenths in TENTHS if 10 * shared >= tenths * least > 0)
