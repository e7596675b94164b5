"""
The rules as a network: which relations use which facts, and what each leaves the others.

A link is one relation of one rule, or the agreement of one fact's printings. Everything is looked
up by fact or by link, and worked out once: the cost of a question is that of the links it touches,
never of all the rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from factcheck.engine.bounds import Bounds, Linear, bounds, difference, linear
from factcheck.engine.judge import Judgement, Part, conflict, holds
from factcheck.engine.printed import LOOSEST
from factcheck.model.claim import Rule
from factcheck.model.finding import Verdict
from factcheck.model.frozen import frozen
from factcheck.model.interval import ENTIRE, Interval
from factcheck.model.number import Rational, magnitude
from factcheck.model.relation import Agreement, Comparison, parts_of, stated_in
from factcheck.model.stated import Stated


@frozen
class Link:
    """One relation of a rule, as far as it compares numbers."""

    rule: int
    """The index of the rule."""
    part: Part
    keys: tuple[str, ...]
    """The facts that it uses, each once."""


@dataclass(slots=True)
class Network:
    """
    Rules and the facts that they share.

    The values are those of the loosest consistent reading; a fact whose printings contradict each
    other may have any value.
    """

    rules: Sequence[Rule]
    judgements: Sequence[Judgement]
    """Parallel to the rules."""
    links: list[Link] = field(default_factory=list)
    facts: dict[str, Stated] = field(default_factory=dict)
    links_of: dict[str, list[int]] = field(default_factory=dict)
    """The links that use a fact, by ``Stated.key``."""
    conflicts: list[str] = field(default_factory=list)
    """The facts whose printings contradict each other."""
    values: dict[str, Interval] = field(default_factory=dict)
    """Of the facts that some link uses: most numbers of a text are in none."""
    _bounds: dict[int, Bounds] = field(default_factory=dict)
    """Of links whose facts have the values that were read; the same network with other values shares them."""
    _settled: dict[int, Bounds | None] = field(default_factory=dict)
    """Of links with a fact whose values were settled here; ``None`` where nobody asked yet."""
    _linear: dict[int, Linear | None] = field(default_factory=dict)
    _largest: dict[tuple[int, bool], tuple[Rational, ...]] = field(default_factory=dict)

    def anew(self) -> Network:
        """The same network with values of its own: what is settled there is not settled here."""
        return replace(self, values=dict(self.values), _settled=dict(self._settled))

    def holds(self, link: int) -> bool:
        """Whether a relation can hold as things are."""
        its = self.links[link]
        try:
            return holds(its.part, LOOSEST, self.values)
        except ZeroDivisionError:
            return False

    def bounds(self, link: int) -> Bounds:
        """What a relation leaves each of its facts, given the others."""
        known = self._settled if link in self._settled else self._bounds
        found = known.get(link)
        if found is None:
            found = known[link] = bounds(self.links[link].part, self.values)
        return found

    def linear(self, link: int) -> Linear | None:
        """The difference of a comparison's sides as a weighted sum; ``None`` where it is none."""
        part = self.links[link].part
        if link not in self._linear:
            self._linear[link] = linear(difference(part)[0]) if isinstance(part, Comparison) else None
        return self._linear[link]

    def largest(self, link: int, added: bool) -> tuple[Rational, ...]:
        """Of the terms that a linear comparison adds, or of those that it takes away, the three largest as printed."""
        flat = self.linear(link)
        if (link, added) not in self._largest and flat is not None:
            sizes = [
                magnitude(weight * (flat.stated[key].value or 0))
                for key, weight in flat.weights.items()
                if weight and (weight > 0) == added
            ]
            self._largest[link, added] = tuple(sorted(sizes, reverse=True)[:3])
        return self._largest.get((link, added), ())

    def settle(self, key: str, values: Interval) -> None:
        """Take a fact to have these values from now on."""
        self.values[key] = values
        for link in self.links_of.get(key, ()):
            self._settled[link] = None

    def verdict(self, link: int) -> Verdict:
        """The verdict on the rule that a link belongs to."""
        return self.judgements[self.links[link].rule].verdict


def network(rules: Sequence[Rule], judgements: Sequence[Judgement], facts: Iterable[Stated] = ()) -> Network:
    """
    The network of rules and their judgements; ``facts`` are further ones that no rule need use.

    Relations that compare no numbers are no part of it.
    """
    result = Network(rules, judgements)
    for index, rule in enumerate(rules):
        for part in parts_of(rule.relation):
            if isinstance(part, Comparison | Agreement):
                _link(result, index, part)
    for fact in facts:
        result.facts.setdefault(fact.key, fact)
    for key, fact in result.facts.items():
        apart = len(fact.printings) > 1 and conflict(fact) is not None
        if apart:
            result.conflicts.append(key)
        if key in result.links_of:
            result.values[key] = ENTIRE if apart else fact.interval(LOOSEST) or ENTIRE
    return result


def _link(result: Network, index: int, part: Comparison | Agreement) -> None:
    keys: dict[str, None] = {}
    for stated in stated_in(part):
        keys[stated.key] = None
        result.facts.setdefault(stated.key, stated)
    for key in keys:
        result.links_of.setdefault(key, []).append(len(result.links))
    result.links.append(Link(index, part, tuple(keys)))
