"""
Implied bounds: the values that the rules leave a fact, given all the others.

Four parts of 152.1 + 21.6 + 26.9 + 32.5 kg say that the whole, "including" them, is at least 232.9,
whatever the text calls it. A fact's own words do not count: they are what ``show`` sets beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.engine.judge import Judgement
from factcheck.engine.network import Network, network
from factcheck.model.claim import Rule
from factcheck.model.finding import Verdict
from factcheck.model.interval import ENTIRE, Interval


def implied(rules: Sequence[Rule], judgements: Sequence[Judgement]) -> dict[str, Interval]:
    """
    For each fact that the rules bind, by ``Stated.key``, the values that they leave it [base unit].

    Each rule is asked once, with the others' values under the loosest consistent reading. Where
    broken rules contradict the rest, those that hold speak; where they contradict each other, nobody.
    """
    net = network(rules, judgements)
    result: dict[str, Interval] = {}
    for key in net.facts:
        values = _implied(net, key, held_only=False) or _implied(net, key, held_only=True)
        if values is not None and values != ENTIRE:
            result[key] = values
    return result


def _implied(net: Network, key: str, held_only: bool) -> Interval | None:
    values: Interval | None = ENTIRE
    for link in net.links_of.get(key, ()):
        if held_only and net.verdict(link) != Verdict.CONSISTENT:
            continue
        bound = net.bounds(link).by_key.get(key, ENTIRE)
        values = values.meeting(bound) if values is not None and bound is not None else None
    return values
