"""
What a pattern lends to a number that its own words leave out: the unit of "from 200,000", beside 245,000 tonnes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.model.claim import Rule
from factcheck.model.quantity import Quantity
from factcheck.model.relation import stated_in


def lent_units(own: Mapping[str, Quantity], rules: Iterable[Rule]) -> dict[str, list[str]]:
    """For each number the units that rules use it in, "" for that of its own words; only where there is another."""
    found: dict[str, dict[str, None]] = {}
    for rule in rules:
        for its in stated_in(rule.relation):
            if its.key in own:
                found.setdefault(its.key, {})[lent_unit(own[its.key], its.quantity)] = None
    return {key: list(units) for key, units in found.items()}


def lent_unit(own: Quantity | None, used: Quantity | None) -> str:
    """The name of the unit in which a rule uses a number, where its own words say none, or another; else empty."""
    if own is None or used is None or used.unit is None or own.unit == used.unit:
        return ""
    return used.unit.name


def states(own: Quantity | None, used: Quantity) -> bool:
    """
    Whether a record states a number as a rule uses it: not where discovery reads another value into it, or takes it
    without the unit that its words say.
    """
    if own is None:
        return True
    stripped = own.unit is not None and used.unit is None
    return not stripped and (own.value, own.lower, own.upper) == (used.value, used.lower, used.upper)
