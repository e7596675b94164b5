"""
Whether one number is the whole that another is a part of, with the reasons.

The frame of a whole lacks just what tells its parts apart: the arrests of a week, and those of the week in Italy. A
conflict of time, place, basis or denominator is a veto; what else speaks for it is weighed, by hand.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.facts.place import countries, is_place
from factcheck.facts.unit import alike
from factcheck.facts.word import stem
from factcheck.model import table
from factcheck.model.fact import Fact, Role, Scope, Stance
from factcheck.model.frozen import frozen
from factcheck.model.lexicon import lexicon
from factcheck.model.quantity import Quantity
from factcheck.reader.vocabulary import vocabulary


@frozen
class Covered:
    """How well a number may be the whole of another."""

    weight: int
    """The sum of what speaks for it."""
    reasons: tuple[str, ...]
    vetoes: tuple[str, ...] = ()
    """What forbids it; empty where it may be."""

    @property
    def may_be(self) -> bool:
        """Whether nothing forbids it."""
        return not self.vetoes


def covers(whole: Fact, part: Fact) -> Covered:
    """Whether a number may be the whole that another is a part of."""
    vetoes = tuple(name for name, forbids in _VETOES if forbids(whole, part))
    if vetoes:
        return Covered(0, (), vetoes)
    reasons = tuple((name, weight) for name, weight, speaks in _REASONS if speaks(whole, part))
    return Covered(sum(weight for _, weight in reasons), tuple(name for name, _ in reasons))


def is_person(quantity: Quantity) -> bool:
    """Whether people are counted; a plural with a capital names those of a country or a party ("234 Israelis")."""
    noun = quantity.counted or ""
    if (
        noun in vocabulary().persons
        or noun in vocabulary().nominal
        or noun.endswith(("er", "ian", "ist", "man", "ant"))
    ):
        return True
    last = (quantity.noun or "").split()[-1:]
    return bool(last) and last[0].endswith("s") and last[0].istitle() and len(last[0]) > 4


def of_one_kind(whole: Fact, part: Fact) -> bool:
    """Whether a count may be part of another by its noun: the same, none of its own, or people of some sort."""
    one, other = whole.quantity, part.quantity
    if one.unit is not None or one.counted is None or other.counted == one.counted:
        return True
    if other.counted is None:
        own = part.measure.head if "measure" not in part.inherited else ""
        return not own or own == whole.measure.head or part.scope != Scope.ALL
    return is_person(one) and is_person(other)


def are_sorts(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether counts are of several sorts of things, each with a noun of its own: "45 firearms: 28 pistols and …"."""
    nouns = [part.counted for part in parts]
    if whole.counted is None or None in nouns or len({whole.counted, *nouns}) <= len(nouns):
        return False
    return len({is_person(quantity) for quantity in (whole, *parts)}) == 1


def is_outcome(fact: Fact) -> bool:
    """Whether an amount is what gains and costs leave: a cost or a gain that it includes may be larger."""
    outcomes = lexicon().noun("outcome")
    words = fact.measure.words | {fact.governor}
    return any(stem(word) in words or word in words for word in outcomes.words)


def may_overlap(parts: Sequence[Quantity]) -> bool:
    """Whether some may be counted twice: "28 women and 21 students"."""
    nouns = {part.counted for part in parts if part.counted}
    classes = table.words()["sexes_and_ages"]
    return bool(nouns & classes) and bool(nouns - classes)


def _other_time(whole: Fact, part: Fact) -> bool:
    return "when" not in whole.inherited | part.inherited and whole.when.conflicts(part.when)


def _other_place(whole: Fact, part: Fact) -> bool:
    one, other = whole.quantity.place, part.quantity.place
    if one is None or other is None or not (is_place(one.key) and is_place(other.key)):
        return False
    return other.key not in countries(frozenset((one.key,)))


def _other_basis(whole: Fact, part: Fact) -> bool:
    return whole.sentence != part.sentence and whole.basis != part.basis


def _other_denominator(whole: Fact, part: Fact) -> bool:
    return whole.has(Role.FACTOR) or part.has(Role.FACTOR)


def _denied(whole: Fact, part: Fact) -> bool:
    return part.stance == Stance.DENIED or whole.stance == Stance.DENIED


def _other_unit(whole: Fact, part: Fact) -> bool:
    return not alike(whole.quantity, part.quantity)


_VETOES = (
    ("their units differ", _other_unit),
    ("their times differ", _other_time),
    ("their places differ", _other_place),
    ("they are reckoned otherwise", _other_basis),
    ("one of them falls to each", _other_denominator),
    ("one of them is denied", _denied),
)


def _same_noun(whole: Fact, part: Fact) -> bool:
    return bool(part.measure.head) and part.measure.head == whole.measure.head


def _no_noun(whole: Fact, part: Fact) -> bool:
    return not part.measure.head or "measure" in part.inherited


def _same_subject(whole: Fact, part: Fact) -> bool:
    return bool(whole.subject & part.subject)


def _shared_words(whole: Fact, part: Fact) -> bool:
    return bool(whole.measure.words & (part.measure.words | part.subject))


def _narrowed(whole: Fact, part: Fact) -> bool:
    return bool((part.measure.before | part.measure.behind | part.places) - (whole.measure.words | whole.places))


_REASONS = (
    ("they count the same", 3, _same_noun),
    ("the part has no noun of its own", 1, _no_noun),
    ("they are of one subject", 1, _same_subject),
    ("they share words", 1, _shared_words),
    ("the part is narrowed", 1, _narrowed),
)
