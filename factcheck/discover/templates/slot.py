"""
Which facts may stand beside each other in a relation: of one unit, one kind, one sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.facts.page import Page
from factcheck.model import table
from factcheck.model.fact import Fact, Role
from factcheck.model.lexicon import lexicon
from factcheck.model.quantity import Quantity
from factcheck.model.unit import Unit

AMOUNTS = (Role.CHANGE, Role.MARGIN, Role.SHARE, Role.TIMES)
"""Roles of numbers that are no level of their own."""


def by_sentence(page: Page) -> Iterator[list[Fact]]:
    """The facts of each sentence, in order."""
    found: defaultdict[int, list[Fact]] = defaultdict(list)
    for fact in page.facts:
        found[fact.sentence].append(fact)
    yield from found.values()


def is_time(fact: Fact) -> bool:
    """Whether a number measures time or an age."""
    quantity = fact.quantity
    if quantity.counted is not None:
        return quantity.counted in lexicon().noun("period")  # "21 trading days"
    return quantity.dimension == (("time", 1),) and not quantity.inherited


def is_level(fact: Fact) -> bool:
    """Whether a number is a value that something has, and neither a change, a share nor a time."""
    return not (fact.has(*AMOUNTS) or is_time(fact) or fact.quantity.value is None)


def is_amount(fact: Fact) -> bool:
    """Whether a number may be a whole or a part: no time, no percentage, no "half", no "millions"."""
    quantity = fact.quantity
    if quantity.value is None or quantity.step == 0 or is_time(fact) or fact.is_share:
        return False
    return quantity.text.split()[0].lower() not in table.numbers().plurals


def is_size(fact: Fact) -> bool:
    """Whether a number is joined to its noun by a hyphen, and tells of what size one thing is: "a 12-member jury"."""
    quantity = fact.quantity
    return quantity.text[quantity.number_end - quantity.start :].startswith("-")


def comparable(one: Quantity, other: Quantity) -> bool:
    """
    Whether two numbers may be two values of one thing: of one dimension and one denominator, and where both count,
    of one noun. A bare number is comparable with one of any unit that it may have left out.
    """
    if one.value is None or other.value is None:
        return False
    if one.unit is None or other.unit is None:
        bare = one if one.unit is None else other
        if one.unit is not other.unit:
            return bare.counted is None and bare.place is None
        return one.counted is None or other.counted is None or one.counted == other.counted
    if one.dimension != other.dimension or _is_points(one) != _is_points(other):
        return False
    return _per(one) == _per(other)


def _is_points(quantity: Quantity) -> bool:
    return quantity.unit is not None and quantity.unit.name.endswith("point")


def _per(quantity: Quantity) -> str:
    return quantity.unit.name.partition(" per ")[2] if quantity.unit else ""


def between(facts: Sequence[Fact], one: Fact, other: Fact) -> list[Fact]:
    """The facts that stand between two."""
    low, high = sorted((one.number, other.number))
    return [fact for fact in facts if low < fact.number < high]


def numerator(quantity: Quantity) -> Quantity:
    """
    A rate in the unit of what falls to each: "$1.00 a share" as $1.00.
    """
    unit = quantity.unit
    if unit is None or " per " not in unit.name:
        return quantity
    name, symbol = unit.name.partition(" per ")[0], unit.symbol.partition("/")[0]
    dimension = tuple((base, power) for base, power in unit.dimension if power > 0)
    return replace(quantity, unit=Unit(name, symbol, dimension, unit.factor, 0, is_money(unit)))


def is_money(unit: Unit | None) -> bool:
    """Whether a unit is of money, or of money for each of something: a currency's base is its code (ISO 4217)."""
    return unit is not None and any(power > 0 and base.isupper() for base, power in unit.dimension)
