"""
Relations as a system of bounds: whether some of them can hold together, and which of them cannot.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.engine.bounds import difference, linear
from factcheck.engine.network import Network
from factcheck.engine.simplex import Row, clash
from factcheck.engine.work import Work
from factcheck.model.disjoint import DisjointSets
from factcheck.model.expression import Expression, Operand, Sum, narrow
from factcheck.model.interval import ENTIRE, Interval
from factcheck.model.relation import Agreement, Comparison
from factcheck.model.stated import Stated

ROUNDS = 40
"""So often each relation cuts its facts: a tree needs three rounds, circles may converge for ever."""

LINKS = 500
"""Up to so many relations that go in circles are decided by the simplex."""


@dataclass(slots=True)
class System:
    """The links of a network, each as expressions and the intervals that they have to lie in."""

    net: Network
    parts: dict[int, list[tuple[Expression, Interval]]]
    rows: dict[int, list[Row]]
    """The same as rows of weighted sums; none where a link is more than that."""
    work: Work

    @classmethod
    def of(cls, net: Network, work: Work) -> System:
        """The system of a network; links are worked out when they are asked for."""
        return cls(net, {}, {}, work)

    def of_link(self, link: int) -> list[tuple[Expression, Interval]]:
        """A link's expressions, and where each has to lie."""
        if link not in self.parts:
            found = _system(self.net.links[link].part, link)
            flat = [linear(expression) for expression, _ in found]
            rows = [
                Row(its.weights, within - its.constant)
                for its, (_, within) in zip(flat, found, strict=True)
                if its is not None
            ]
            self.rows[link] = rows if len(rows) == len(found) else []
            # Collected, so that a fact stands once.
            self.parts[link] = [
                (its.expression if its else expression, within)
                for its, (expression, within) in zip(flat, found, strict=True)
            ]
        return self.parts[link]

    def rows_of(self, link: int) -> list[Row]:
        """A link's rows of weighted sums; none where it is more than that."""
        self.of_link(link)
        return self.rows[link]


def refuted(system: System, links: Sequence[int], values: Mapping[str, Interval]) -> set[int] | None:
    """
    Links among these that cannot hold together with these values; ``None`` where all can, as far as is known.

    Raises OutOfWorkError.
    """
    used = {key: values.get(key, ENTIRE) for link in links for key in system.net.links[link].keys}
    core = propagated(system, links, used)
    if core is not None or len(links) > LINKS or not _circular(system, links, used):
        return core
    origin = [link for link in links for _ in system.rows_of(link)]
    rows = [row for link in links for row in system.rows_of(link)]
    found = clash(rows, used, system.work.spend)
    return {origin[at] for at in found[0]} if found else None


def propagated(system: System, links: Sequence[int], values: Mapping[str, Interval]) -> set[int] | None:
    """
    Cut the values to what the links leave, from the last to the first and back again, until nothing
    changes; the links that leave a fact no value, and those that cut it before.
    """
    users: dict[str, list[int]] = {}
    known = _Open(values)
    for link in links:
        for key in system.net.links[link].keys:
            users.setdefault(key, []).append(link)
    dirty, order = set(links), list(links)
    trail: list[tuple[str, int]] = []
    for _ in range(ROUNDS):
        order.reverse()
        for link in order:
            if link not in dirty:
                continue
            dirty.discard(link)
            cut = _cut(system, link, known)
            if cut is None:
                return _traced(system.net, link, trail)
            for key in cut:
                trail.append((key, link))
                dirty.update(other for other in users.get(key, ()) if other != link)
        if not dirty:
            break
    return None


def _cut(system: System, link: int, values: _Open) -> list[str] | None:
    """Cut the values to what one link leaves: the facts that it cut, or ``None`` where one has no value left."""
    cut = []
    parts = system.of_link(link)
    system.work.spend(len(system.net.links[link].keys))
    # Several expressions share the amount that they agree on: there and back again.
    for expression, within in (*parts, *parts[-2::-1]):
        try:
            left = list(narrow(expression, values, within))
        except ZeroDivisionError:
            continue
        times = Counter(stated.key for stated, _ in left)
        for stated, interval in left:
            before = values[stated.key]
            met = before.meeting(interval) if times[stated.key] == 1 else before
            if met is None:
                return None
            if met != before:
                values[stated.key] = met
                cut.append(stated.key)
    return cut


class _Open(dict[str, Interval]):
    """Values of facts, any value for those that are not named."""

    def __missing__(self, key: str) -> Interval:
        return ENTIRE


def _traced(net: Network, last: int, trail: Sequence[tuple[str, int]]) -> set[int]:
    """The links that had a part in the end, followed back from the last one."""
    core, keys = {last}, set(net.links[last].keys)
    for key, link in reversed(trail):
        if key in keys:
            core.add(link)
            keys.update(net.links[link].keys)
    return core


def _circular(system: System, links: Sequence[int], values: Mapping[str, Interval]) -> bool:
    """Whether links and the facts that they share are more than a forest: two ways from one to another."""
    sets = DisjointSets[int | str]()
    for link in links:
        for key in system.net.links[link].keys:
            if not values.get(key, ENTIRE).is_point and not sets.join(link, key):
                return True
    return False


def _system(part: object, link: int) -> list[tuple[Expression, Interval]]:
    """A relation as expressions and where they have to lie."""
    match part:
        case Comparison():
            return [difference(part)]
        case Agreement(terms):
            # All of them lie within the tolerance of one amount, which nothing else binds.
            amount = Operand(Stated(f"agreed {link}", "", ()))
            near = Interval.around(0, part.tolerance)
            return [(Sum((term, amount), (1, -1)), near) for term in terms]
        case _:
            return []
