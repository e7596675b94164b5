"""
Trying another value of one printing: whether everything that uses its fact holds then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from factcheck.engine.judge import clash, holds
from factcheck.engine.network import Network
from factcheck.engine.printed import LOOSEST, may_mean, reprinted, sample
from factcheck.engine.work import Work
from factcheck.model.frozen import frozen
from factcheck.model.interval import ENTIRE, Interval
from factcheck.model.number import Rational
from factcheck.model.reading import Reading
from factcheck.model.relation import Agreement
from factcheck.model.slip import Slip
from factcheck.model.stated import Printing, Stated


@frozen
class Demand:
    """What one link or printing asks of a changed value."""

    fits: Interval
    """Roughly the values that fit [printed unit]."""
    strictly: Interval
    """The same, a bare round number taken at its word."""
    needed: Interval = ENTIRE
    """The values that the printing has to be able to mean [base unit]."""
    link: int | None = None
    """The link to try the value in, where its bounds are not exact."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A printing, and what its value has to meet."""

    net: Network
    work: Work
    fact: Stated
    printing: Printing
    others: list[Printing]
    """The printings of the fact that it has to agree with."""
    demands: list[Demand]

    def passes(self, value: Rational, step: Rational | None = None) -> bool:
        """Whether the fact, with this value printed, lets everything hold that it must."""
        changed = reprinted(self.printing, value, step)
        if any(clash(other, changed) for other in self.others):
            return False
        for its in self.demands:
            if its.needed != ENTIRE and not may_mean(changed, its.needed):
                return False
            if its.link is not None and not self._holds(its.link, changed):
                return False
        return True

    def some(self, among: Iterable[Slip], most: int) -> list[Slip]:
        """The first slips whose values pass."""
        return list(islice((its for its in among if self.passes(its.value, its.step)), most))

    def has_value(self, fits: Interval) -> bool:
        """Whether any value passes: where all bounds are exact, each of those that fit does."""
        if all(its.link is None for its in self.demands):
            return True
        return any(self.passes(value) for value in sample(fits, self.printing.quantity.step))

    def _holds(self, link: int, changed: Printing) -> bool:
        part, key = self.net.links[link].part, self.fact.key
        values: Interval | None = changed.interval(LOOSEST)
        for other in self.others:
            values = values.meeting(other.interval(LOOSEST)) if values is not None else None
        if values is None:
            return False
        if isinstance(part, Agreement) and part.restated:
            return not any(clash(other, changed) for other in restated(self.net, link, self.fact))
        known = {its: self.net.values[its] for its in self.net.links[link].keys}
        self.work.spend(len(known))
        try:
            if not holds(part, LOOSEST, {**known, key: values}):
                return False
            # Judging begins with the numbers as printed: a divisor that is 0 then can never be judged.
            exactly = {its: self.net.facts[its].interval(Reading.EXACT) or now for its, now in known.items()}
            holds(part, Reading.EXACT, {**exactly, key: changed.interval(Reading.EXACT)})
        except ZeroDivisionError:
            return False
        return True


def restated(net: Network, link: int, fact: Stated) -> Iterator[Printing]:
    """The printings of the other facts of a link."""
    for key in net.links[link].keys:
        if key != fact.key:
            yield from net.facts[key].printings
