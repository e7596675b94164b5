"""
The numbers of a page in one unit: which of them a slip may have made of one another, and which are rivals.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from factcheck.facts.page import Page
from factcheck.facts.person import is_age
from factcheck.facts.same import Aspects, Sameness, aspects, same, unit_of
from factcheck.model.amount import is_cut_off
from factcheck.model.fact import Fact, Role
from factcheck.model.number import Rational, plain
from factcheck.model.slip import SlipKind, digits, slip_between, slip_keys

_LONG = 3
"""Numbers of so many digits are hardly equal by chance [significant digits]."""
_MOST = 60
"""With more numbers of one kind a text is a list of them [numbers]."""


class Kind:
    """The numbers of a page in one unit, or without one."""

    def __init__(
        self, page: Page, facts: Sequence[Fact], everywhere: Counter[Rational], commonness: Counter[str]
    ) -> None:
        self.page, self.commonness = page, commonness
        """``commonness``: in how many sentences with a number each stem stands."""
        self.facts = [fact for fact in facts if value_of(fact) > 1 or _is_digit(fact)]
        self.everywhere = everywhere
        """How often each value stands in the text, tables too."""
        self.by_key: defaultdict[str, list[Fact]] = defaultdict(list)
        self.by_value: defaultdict[Rational, list[Fact]] = defaultdict(list)
        self.alike: defaultdict[object, set[Rational]] = defaultdict(set)
        self.sentences: defaultdict[Rational, set[int]] = defaultdict(set)
        """The sentences that tell each value, of one thing too."""
        for fact in facts:
            if not fact.has(Role.PART):
                self.sentences[value_of(fact)].add(fact.sentence)
        for fact in self.facts:
            value = value_of(fact)
            self.by_value[value].append(fact)
            self.alike[what_of(fact)].add(value)
            for key in slip_keys(plain(value)):
                self.by_key[key].append(fact)
        self.few = [fact for fact in self.facts if is_few(fact)]
        self.in_sentence = Counter(fact.sentence for fact in facts)
        """How many numbers of the kind each sentence has."""
        self._same: dict[tuple[int, int], Sameness] = {}
        self._near: dict[int, list[Fact]] = {}
        self._known: dict[int, Aspects] = {}

    def same(self, first: Fact, again: Fact) -> Sameness:
        """What the words say of two facts, the first told first."""
        key = first.number, again.number
        if key not in self._same:
            self._same[key] = same(first, again, self._aspects(first), self._aspects(again))
        return self._same[key]

    def _aspects(self, fact: Fact) -> Aspects:
        if fact.number not in self._known:
            self._known[fact.number] = aspects(fact)
        return self._known[fact.number]

    def scores(self, fact: Fact, own: set[Rational]) -> Iterator[int]:
        """How much speaks for a fact and each other of the kind whose value is none of some."""
        for other in self.facts:
            if value_of(other) not in own and other.sentence != fact.sentence:
                found = self.same(*sorted((fact, other), key=lambda its: its.number))
                if not found.veto:
                    yield found.weight

    @cached_property
    def slipped_pairs(self) -> set[frozenset[Rational]]:
        """The pairs of values one slip apart, one of which is told once."""
        pairs = ((fact, other) for fact in self.facts if self.told(fact) == 1 for other in self.slipped(fact))
        return {frozenset((value_of(one), value_of(other))) for one, other in pairs}

    @cached_property
    def retold(self) -> tuple[int, int]:
        """How many of the numbers of three digits and more are told again, and how many there are."""
        long = [fact for fact in self.facts if len(digits(fact.quantity)) >= _LONG]
        return sum(self.told(fact) > 1 for fact in long), len(long)

    def slipped(self, fact: Fact) -> list[Fact]:
        """Those of other sentences that one slip leads to; of a few things any other few."""
        if fact.number not in self._near:
            self._near[fact.number] = self._slipped(fact)
        return self._near[fact.number]

    def _slipped(self, fact: Fact) -> list[Fact]:
        near = {other.number: other for key in slip_keys(plain(value_of(fact))) for other in self.by_key[key]}
        if is_few(fact):
            near |= {other.number: other for other in self.few}
        return [its for _, its in sorted(near.items()) if its.sentence != fact.sentence and differ_by_slip(fact, its)]

    def told(self, fact: Fact) -> int:
        """How often the value of a fact stands in the text."""
        return self.everywhere[value_of(fact)]

    def rivals(self, one: Fact, other: Fact) -> int:
        """How many further values of what either counts the text has."""
        own = {value_of(one), value_of(other)}
        return max(len(self.alike[what_of(its)] - own) for its in (one, other))


def value_of(fact: Fact) -> Rational:
    """The value of a fact that has one."""
    return fact.quantity.value or 0


def what_of(fact: Fact) -> object:
    """What a number is told of, as far as one noun says it; of an age, whose it is."""
    return fact.subject if is_age(fact.quantity) else (fact.measure.head, fact.quantity.counted)


def is_few(fact: Fact) -> bool:
    """Whether it counts a few things, in one digit or one word: any of them may be another by one slip."""
    quantity = fact.quantity
    printed = quantity.text[quantity.number_start - quantity.start :]
    if quantity.scaled:
        return quantity.counted is not None and len(digits(quantity)) == 1 and not printed[1:2].isdecimal()
    return quantity.counts and 0 < value_of(fact) <= (MOST_FEW if printed[0].isalpha() else 9)


def _is_digit(fact: Fact) -> bool:
    """Whether a number is a 1 in digits: "one" in words is more often no number."""
    quantity = fact.quantity
    return value_of(fact) == 1 and quantity.text[quantity.number_start - quantity.start] == "1"


MOST_FEW = 12
"""Up to here a number in words counts a few things."""


def differ_by_slip(one: Fact, other: Fact) -> bool:
    """Whether two numbers differ, and one slip parts them."""
    if value_of(one) == value_of(other):
        return False
    if is_cut_off(one.quantity, other.quantity) or is_cut_off(other.quantity, one.quantity):
        return False
    return (is_few(one) and is_few(other) and one.quantity.scaled == other.quantity.scaled) or slip_between(
        one.quantity, other.quantity
    ) != SlipKind.NONE


def kinds(page: Page) -> Iterator[Kind]:
    """The numbers of a page by their units."""
    found: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in page.facts:
        quantity = fact.quantity
        if quantity.value is not None and quantity.step:
            found[unit_of(quantity)].append(fact)
    everywhere: defaultdict[str, Counter[Rational]] = defaultdict(Counter)
    for quantity in page.contents.quantities:
        everywhere[unit_of(quantity)][quantity.value or 0] += 1
    commonness = Counter(word for _, facts in page.understood if facts for word in facts[0].around)
    for name, facts in found.items():
        if 1 < len(facts) <= _MOST:
            yield Kind(page, facts, everywhere[name], commonness)
