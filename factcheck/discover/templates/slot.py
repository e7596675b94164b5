"""
Which facts may stand beside each other in a relation: of one unit, one kind, one sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from factcheck.facts.page import Page
from factcheck.model import table
from factcheck.model.fact import Fact
from factcheck.model.lexicon import lexicon
from factcheck.model.quantity import Quantity
from factcheck.model.unit import Unit


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


def numerator(quantity: Quantity) -> Quantity:
    """
    A rate in the unit of what falls to each: "$1.00 a share" as $1.00.
    """
    unit = quantity.unit
    if unit is None or " per " not in unit.name:
        return quantity
    name, symbol = unit.name.partition(" per ")[0], unit.symbol.partition("/")[0]
    dimension = tuple((base, power) for base, power in unit.dimension if power > 0)
    small = table.currencies().names.get(name)  # of "cents a share" the hundredth stays
    factor = small.factor if small else 1
    return replace(quantity, unit=Unit(name, symbol, dimension, factor, 0, is_money(unit)))


def is_money(unit: Unit | None) -> bool:
    """Whether a unit is of money, or of money for each of something: a currency's base is its code (ISO 4217)."""
    return unit is not None and any(power > 0 and base.isupper() for base, power in unit.dimension)
