"""
Coverage: what the rules say of each number, so that nothing is blessed in silence.

A number is pinned if every other value of its precision would break a rule or contradict another
printing of the same fact, bounded if only some would, untested if none. Being mentioned in a rule
is not enough: "over $31.6 million" as the whole of $700,000 can be almost anything.

The values that fit are an interval, so it is enough to look at its ends: pinned is what leaves room
for one printed value at most. The numbers of a broken rule are tested too, and found wanting.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.engine.network import Network
from factcheck.engine.printed import LOOSEST, agreeing, fitting, neighbour_step, to_printed
from factcheck.model.claim import Rule
from factcheck.model.expression import Constant, Expression, Operand, Sum
from factcheck.model.finding import Strength
from factcheck.model.interval import ENTIRE, Interval
from factcheck.model.reading import Reading
from factcheck.model.relation import Agreement, Comparison, Evident, Sign, parts_of
from factcheck.model.stated import Printing, Stated

_ORDER = tuple(Strength)


def strengths(net: Network) -> dict[str, Strength]:
    """What the rules say of every printing of a network's facts, by ``Printing.key``."""
    net = net.anew()
    for key in net.conflicts:
        # Its rules test their other numbers against what it says first.
        net.settle(key, net.facts[key].printings[0].interval(LOOSEST))
    evident = _evident(net.rules)
    exact = _exact_sums(net)
    result: dict[str, Strength] = {}
    for fact in net.facts.values():
        if len(fact.printings) == 1 and fact.key not in net.links_of and fact.key not in evident:
            result.setdefault(fact.printings[0].key, Strength.UNTESTED)
            continue
        for printing in fact.printings:
            alone = fact.key in exact and len(fact.printings) == 1
            found = Strength.PINNED if alone else _strength(net, fact, printing)
            if found == Strength.UNTESTED and fact.key in evident:
                found = Strength.BOUNDED
            key = printing.key
            before = result.get(key, Strength.UNTESTED)
            result[key] = found if before == Strength.UNTESTED else min(found, before, key=_ORDER.index)
    return result


def _exact_sums(net: Network) -> set[str]:
    """
    The facts that a sum of exact numbers pins at a glance: it holds as printed, and none of its
    numbers may be meant in any other way. (Most sums of arrests, votes or ships are such.)
    """
    pinned: set[str] = set()
    for link in net.links:
        part = link.part
        if net.judgements[link.rule].reading != Reading.EXACT or not isinstance(part, Comparison):
            continue
        sides = (part.left, part.right)
        plain = all(isinstance(side, Operand | Constant) or _plain_sum(side) for side in sides)
        strict = part.sign == Sign.EQUAL and not part.tolerance and not part.whole_number
        if strict and plain and all(net.values[key].is_point for key in link.keys):
            pinned.update(link.keys)
    return pinned


def _plain_sum(side: Expression) -> bool:
    return isinstance(side, Sum) and all(isinstance(term, Operand | Constant) for term in side.terms)


def _strength(net: Network, fact: Stated, printing: Printing) -> Strength:
    """Each rule is asked alone and all together: a broken one need not agree with the rest."""
    tests = [*_by_rules(net, fact, printing), *_by_printings(fact, printing)]
    if not tests:
        return Strength.UNTESTED
    together: Interval | None = ENTIRE
    for test in tests:
        together = together.meeting(test) if together is not None else None
    if together is not None:
        tests.append(together)
    return min((_of(printing, test) for test in tests), key=_ORDER.index)


def _by_rules(net: Network, fact: Stated, printing: Printing) -> Iterable[Interval]:
    for link in net.links_of.get(fact.key, ()):
        bound = net.bounds(link).by_key.get(fact.key, ENTIRE)
        if bound is not None and bound != ENTIRE:
            yield fitting(printing, bound, roughly=True)
        part = net.links[link].part
        if isinstance(part, Agreement) and part.restated and not part.tolerance:
            others = [net.facts[key] for key in net.links[link].keys if key != fact.key]
            yield from (test for other in others for test in _by_printings(other, printing))


def _by_printings(fact: Stated, printing: Printing) -> Iterable[Interval]:
    """What the other printings of a fact leave this one."""
    for other in fact.printings:
        if other is not printing and other.quantity.dimension == printing.quantity.dimension:
            yield agreeing(printing, other)


def _of(printing: Printing, fits: Interval) -> Strength:
    """What one test says: how many printed values of its precision it leaves."""
    quantity = printing.quantity
    step = neighbour_step(printing)
    if fits.lower is not None and fits.upper is not None and fits.upper - fits.lower < 2 * step:
        value = quantity.value
        if value is None or value not in fits:
            # A range, or a number that a broken rule finds wrong: one value is left at most, or two.
            return Strength.PINNED if fits.upper - fits.lower < step or not step else Strength.BOUNDED
        alone = value - step not in fits and value + step not in fits
        return Strength.PINNED if alone else Strength.BOUNDED
    floor = to_printed(quantity, Interval.point(0)).upper or 0
    # No number that is not negative would be printed below 0: a floor there tests nothing.
    negative = quantity.value is not None and quantity.value < floor
    low = fits.lower is not None and (negative or fits.lower > floor)
    return Strength.BOUNDED if low or fits.upper is not None else Strength.UNTESTED


def _evident(rules: Sequence[Rule]) -> set[str]:
    """The facts of relations whose verdict needs no reading of numbers: tested by something else."""
    return {
        stated.key
        for rule in rules
        for part in parts_of(rule.relation)
        if isinstance(part, Evident)
        for stated in part.operands
    }
