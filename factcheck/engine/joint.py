"""
Rules that each hold alone and cannot all hold together.

A subtotal of "about 40" may be 36 for the sum above it and 44 for the parts below it, but not both.
Every fact may have the values of the loosest consistent reading (an open list only keeps its parts
below the whole), so that what is found has no way out.

1. Each rule cuts its facts to what the others leave them, round after round, until nothing changes
   (HC4; Benhamou et al. 1999), exactly. Where no two rules share more than one fact and there is no
   circle of them, as in trees of sums, this misses nothing (Freuder, "A sufficient condition for
   backtrack-free search", 1982).
2. Where there are circles, as in a table with totals of rows and columns, the linear rules are
   decided by an exact simplex (engine/simplex.py), up to LINKS of them.

A fact that can only have one value carries nothing from rule to rule, and is taken as given.
What is named is irreducible: without any of its rules, or of its facts' own words, the rest could
hold (the deletion filter: Chinneck & Dravnieks, "Locating minimal infeasible constraint sets in linear
programs", 1991). A smaller set may exist.

What is found is always a contradiction. What is not found: rules that have solutions, but none in
whole numbers; contradictions in a circle that take a product, a quotient or a maximum of two open
numbers; in a circle of more than LINKS relations, those that only the simplex would see; and what takes more work
than there is (engine/work.py).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import suppress

from factcheck.engine.network import Network
from factcheck.engine.system import System, refuted
from factcheck.engine.work import OutOfWorkError, Work
from factcheck.model.finding import Verdict
from factcheck.model.frozen import frozen
from factcheck.model.interval import ENTIRE, Interval
from factcheck.model.reading import Reading
from factcheck.model.stated import Stated


@frozen
class Clash:
    """An irreducible set of rules and facts that cannot all hold."""

    rules: tuple[int, ...]
    """The indices of the rules; a single one where a chain clashes with itself."""
    facts: tuple[Stated, ...]
    """The facts whose own stated values are needed for the clash."""
    soft: bool
    """Whether words that can be cancelled, or cut-off digits, would let them hold: a warning then."""


def clashes(net: Network, doubted: Collection[str] = (), work: Work | None = None) -> tuple[Clash, ...]:
    """
    The joint contradictions among the rules that hold alone, in the order of the rules; no rule
    stands in two.

    ``doubted`` are facts, by ``Stated.key``, that are told to be wrong already: they may have any
    value here, so that one slip stays one finding. ``work`` bounds what it may take, and says afterwards for which
    rules that did not suffice.
    """
    work = work or Work()
    net = net.anew()
    for key in doubted:
        if key in net.values:
            net.settle(key, ENTIRE)
    system = System.of(net, work)
    held = [at for at in range(len(net.links)) if net.verdict(at) == Verdict.CONSISTENT]
    found = []
    waiting = components(net, held)
    while waiting:
        component = waiting.pop()
        if len(component) < 2:
            continue
        work.begin(sum(len(net.links[at].keys) for at in component))
        try:
            core = refuted(system, component, net.values)
        except OutOfWorkError:
            work.refused.update(net.links[at].rule for at in component)
            continue
        if core is not None:
            links, facts = _reduced(system, net, core)
            found.append(_clash(system, net, links, facts, doubted))
            told = {net.links[at].rule for at in links}
            for key in facts:
                # Whichever of them is wrong, what else it breaks is the same slip.
                net.settle(key, ENTIRE)
            waiting += components(net, [at for at in component if net.links[at].rule not in told])
    return tuple(sorted(found, key=lambda clash: clash.rules))


def components(net: Network, links: Iterable[int]) -> list[list[int]]:
    """The links in sets that share facts of more than one value, each from one of them outward."""
    left = dict.fromkeys(links)
    free: dict[str, list[int]] = {}
    for at in left:
        for key in net.links[at].keys:
            if not net.values[key].is_point:
                free.setdefault(key, []).append(at)
    result = []
    for first in list(left):
        if first not in left:
            continue
        component = [first]
        del left[first]
        for member in component:
            for key in net.links[member].keys:
                for other in free.pop(key, ()):
                    if other in left:
                        del left[other]
                        component.append(other)
        result.append(component)
    return result


def _reduced(system: System, net: Network, core: Collection[int]) -> tuple[list[int], list[str]]:
    """
    The core without whatever it clashes without: links first, in ever smaller pieces, then facts; as far as the
    work suffices, for all of it clashes too.
    """
    links = _fewest(system, net, sorted(core))
    values = {key: net.values[key] for link in links for key in net.links[link].keys}
    needed = list(values)
    with suppress(OutOfWorkError):
        for key in list(values):
            without = {**values, key: ENTIRE}
            if refuted(system, links, without) is not None:
                values = without
                needed.remove(key)
    return links, needed


def _fewest(system: System, net: Network, links: list[int]) -> list[int]:
    size = (len(links) + 1) // 2
    while size and len(links) > 1:
        at = 0
        while at < len(links):
            fewer = links[:at] + links[at + size :]
            try:
                smaller = refuted(system, fewer, net.values) if fewer else None
            except OutOfWorkError:
                return links
            if smaller is None:
                at += size
            else:
                links = [link for link in fewer if link in smaller]
        size = size // 2 if size > 1 else 0
    return links


def _clash(system: System, net: Network, links: list[int], facts: list[str], doubted: Collection[str]) -> Clash:
    softest: dict[str, Interval] = {}
    for link in links:
        for key in net.links[link].keys:
            softest[key] = ENTIRE if key in doubted else net.facts[key].interval(Reading.TRUNCATION) or ENTIRE
    rules = tuple(sorted({net.links[link].rule for link in links}))
    soft = True
    system.work.begin(len(softest))
    with suppress(OutOfWorkError):
        soft = refuted(system, links, softest) is None
    return Clash(rules, tuple(net.facts[key] for key in facts), soft)
