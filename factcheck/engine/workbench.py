"""
The workbench of localisation: whether another value of one printing would mend what is broken.

A *trouble* is a relation that does not hold, or a fact whose printings contradict each other. Whatever
else uses the fact, and its other printings, must go on holding.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from factcheck.engine.candidate import Candidate, Trouble
from factcheck.engine.judge import clash, conflict, holds
from factcheck.engine.network import Network
from factcheck.engine.printed import (
    LOOSEST,
    agreeing,
    fitting,
    in_steps,
    is_plain,
    may_mean,
    met,
    only_value,
    printable,
    reprinted,
    sample,
)
from factcheck.engine.work import Work
from factcheck.model.finding import Verdict
from factcheck.model.frozen import frozen
from factcheck.model.interval import ENTIRE, Interval
from factcheck.model.number import Rational
from factcheck.model.reading import Reading
from factcheck.model.relation import Agreement
from factcheck.model.slip import MOVED, Slip, slip_to, slips
from factcheck.model.stated import Printing, Stated

_BY_CHANCE = 3
"""
Where more values than these fit that are one slip away, a slip is no evidence for any of them: nearly
any number is one slip away from something below 150.
"""

_ANCHORS = 20
"""So many of the troubles that share a fact are tried as the one that its value must mend."""


@frozen
class _Test:
    """What one link or printing asks of a changed value."""

    fits: Interval
    """Roughly the values that fit [printed unit]."""
    strictly: Interval
    """The same, a bare round number taken at its word."""
    needed: Interval = ENTIRE
    """The values that the printing has to be able to mean [base unit]."""
    link: int | None = None
    """The link to try the value in, where its bounds are not exact."""


@dataclass(slots=True)
class Workbench:
    """What is broken so far, what must hold, and the candidates for it."""

    net: Network
    recorded: Mapping[str, Rational]
    work: Work
    active: dict[Trouble, None] = field(default_factory=dict)
    """What no group explains yet, in the order of the rules."""
    broken: Counter[int] = field(default_factory=Counter)
    """How many links of each rule do not hold as things are."""
    closed: set[Trouble] = field(default_factory=set)
    """What a group explains that names nobody: it is neither broken any more nor does it hold."""
    _known: dict[tuple[str, int, tuple[Trouble, ...]], Candidate | None] = field(default_factory=dict)
    """Candidates that were asked for, until something is closed or mended: each is asked for several times."""
    _tested: dict[tuple[int, str, int], _Test | None] = field(default_factory=dict)
    """What each link asks of a printing, until something is mended."""

    @classmethod
    def of(cls, net: Network, recorded: Mapping[str, Rational], work: Work) -> Workbench:
        """The bench with everything that is broken on it."""
        bench = cls(net, recorded, work)
        for link in range(len(net.links)):
            rule = net.rules[net.links[link].rule]
            if net.verdict(link) == Verdict.INCONSISTENT and not rule.localised and not net.holds(link):
                bench.active[link] = None
                bench.broken[net.links[link].rule] += 1
        bench.active.update(dict.fromkeys(net.conflicts))
        return bench

    def close(self, troubles: Iterable[Trouble]) -> None:
        """Take troubles as told."""
        self._known.clear()
        for trouble in troubles:
            self.active.pop(trouble, None)
            self.closed.add(trouble)

    def mend(self, candidate: Candidate, troubles: Sequence[Trouble]) -> list[int]:
        """Take a candidate's value as given from now on; the broken links that it leaves come back."""
        assert candidate.value is not None
        self._known.clear()
        self._tested.clear()
        fact = candidate.stated
        values: Interval | None = reprinted(candidate.printing, candidate.value).interval(LOOSEST)
        for other in self._others(fact, candidate.printing):
            values = values.meeting(other.interval(LOOSEST)) if values is not None else None
        self.net.settle(fact.key, values or ENTIRE)
        self.closed.difference_update(troubles)
        self.broken.subtract(self._by_rule(troubles))
        return [link for link in self.net.links_of.get(fact.key, ()) if link in self.active]

    def troubles(self, key: str) -> list[Trouble]:
        """What is broken about a fact."""
        return [trouble for trouble in (*self.net.links_of.get(key, ()), key) if trouble in self.active]

    def best(self, key: str, at: int) -> Candidate | None:
        """The change of one printing that mends most; ``None`` where it mends nothing."""
        troubles = self.troubles(key)
        whole_lot = self.candidate(key, at, troubles) if troubles else None
        if whole_lot is not None or len(troubles) < 2:
            return whole_lot
        found = [self._grown(key, at, anchor, troubles) for anchor in troubles[:_ANCHORS]]
        made = [candidate for candidate in found if candidate is not None]
        return max(made, key=lambda its: (len(its.mends), its.certain), default=None)

    def candidate(self, key: str, at: int, troubles: Sequence[Trouble]) -> Candidate | None:
        """The change of one printing that mends these troubles; ``None`` where none does."""
        asked = (key, at, tuple(troubles))
        if asked not in self._known:
            self._known[asked] = self._candidate(key, at, troubles)
        return self._known[asked]

    def _candidate(self, key: str, at: int, troubles: Sequence[Trouble]) -> Candidate | None:
        fact = self.net.facts[key]
        printing = fact.printings[at]
        if not self._separable(key, at) or any(self._edited_alike(its, printing) for its in fact.printings[:at]):
            return None
        tests = self._tests(fact, at, troubles, strict=True)
        found = self._made(fact, printing, troubles, tests) if tests is not None else None
        if found is None and key in troubles:
            tests = self._tests(fact, at, troubles, strict=False)
            found = self._made(fact, printing, troubles, tests) if tests is not None else None
            found = replace(found, unresolved=True) if found is not None else None
        return found

    def _by_rule(self, troubles: Iterable[Trouble]) -> Counter[int]:
        return Counter(self.net.links[trouble].rule for trouble in troubles if isinstance(trouble, int))

    def _grown(self, key: str, at: int, anchor: Trouble, troubles: Sequence[Trouble]) -> Candidate | None:
        """The change that mends one trouble, and what others it can mend as well."""
        chosen: list[Trouble] = [anchor]
        found = self.candidate(key, at, chosen)
        if found is None:
            return None
        # That one value mends both of two has been tried.
        for other in troubles if len(troubles) > 2 else ():
            more = self.candidate(key, at, [*chosen, other]) if other != anchor else None
            if more is not None:
                chosen, found = [*chosen, other], more
        return found

    def _separable(self, key: str, at: int) -> bool:
        """Whether the other printings of the fact agree, so that this one alone may be wrong."""
        fact = self.net.facts[key]
        if key not in self.net.conflicts or len(fact.printings) == 2:
            return True
        rest = fact.printings[:at] + fact.printings[at + 1 :]
        return conflict(Stated(key, fact.label, rest)) is None

    def _others(self, fact: Stated, printing: Printing) -> list[Printing]:
        """The printings that a changed one has to agree with: those that were not edited along with it."""
        return [other for other in fact.printings if other is not printing and not self._edited_alike(other, printing)]

    def _edited_alike(self, one: Printing, other: Printing) -> bool:
        """Whether a record was made from the same other value in both places."""
        before = self.recorded.get(one.key)
        return before is not None and before == self.recorded.get(other.key)

    def _tests(self, fact: Stated, at: int, troubles: Sequence[Trouble], strict: bool) -> list[_Test] | None:
        """
        What a changed value has to pass; ``None`` where nothing can. With ``strict`` also what was
        undetermined because the fact contradicts itself.
        """
        printing = fact.printings[at]
        links = self.net.links_of.get(fact.key, ())
        self.work.spend(1 + len(links) + len(fact.printings))
        if not all(trouble == fact.key or trouble in links for trouble in troubles):
            return None
        tests: list[_Test] = []
        others = self._others(fact, printing)
        meant: Interval | None = ENTIRE
        for other in others:
            fits = agreeing(printing, other)
            tests.append(_Test(fits, fits))
            meant = meant.meeting(other.interval(LOOSEST)) if meant is not None else None
        rough = met(test.fits for test in tests)
        for link in links:
            if link not in troubles and not self._required(link, strict):
                continue
            found = self._test(link, fact, at)
            rough = rough.meeting(found.fits) if found is not None and rough is not None else None
            if found is None or rough is None or meant is None or not meant.meets(found.needed):
                return None
            tests.append(found)
        return tests

    def _required(self, link: int, strict: bool) -> bool:
        """Whether a link that is not to be mended has to go on holding, or to begin to."""
        if link in self.active or link in self.closed:
            return False
        return strict or self.net.verdict(link) != Verdict.UNDETERMINED

    def _test(self, link: int, fact: Stated, at: int) -> _Test | None:
        asked = (link, fact.key, at)
        if asked not in self._tested:
            self._tested[asked] = self._asks(link, fact, fact.printings[at])
        return self._tested[asked]

    def _asks(self, link: int, fact: Stated, printing: Printing) -> _Test | None:
        bounds = self.net.bounds(link)
        needed = bounds.by_key.get(fact.key, ENTIRE)
        if needed is None:
            return None
        fits: Interval | None = fitting(printing, needed, roughly=True)
        strictly: Interval | None = fits if is_plain(printing) else fitting(printing, needed)
        part = self.net.links[link].part
        if isinstance(part, Agreement) and part.restated and not part.tolerance:
            for other in self._restated(link, fact):
                same = agreeing(printing, other)
                fits = fits.meeting(same) if fits is not None else None
                strictly = strictly.meeting(same) if strictly is not None else None
        if fits is None:
            return None
        return _Test(fits, strictly or fits, needed, None if bounds.exact else link)

    def _restated(self, link: int, fact: Stated) -> Iterator[Printing]:
        for key in self.net.links[link].keys:
            if key != fact.key:
                yield from self.net.facts[key].printings

    def _made(
        self, fact: Stated, printing: Printing, troubles: Sequence[Trouble], tests: list[_Test]
    ) -> Candidate | None:
        quantity = printing.quantity
        rough = met(test.fits for test in tests)
        fits = printable(quantity, rough) if rough is not None else None
        if fits is None:
            return None
        strictly = met(test.strictly for test in tests)
        needed = printable(quantity, strictly) if strictly is not None else None
        value, slip, vague, recorded = self._value(fact, printing, fits, needed or fits, tests)
        if value is None and quantity.value is not None and not self._some_value(fact, printing, needed or fits, tests):
            return None
        if not recorded and len(self._others(fact, printing)) < len(fact.printings) - 1:
            return None
        rules = [rule for rule, count in self._by_rule(troubles).items() if count == self.broken[rule]]
        backed = fact.backed or printing.evidence
        return Candidate(
            fact,
            printing,
            in_steps(quantity, needed or fits),
            value,
            slip,
            vague,
            recorded,
            backed,
            frozenset(troubles),
            tuple(sorted(rules)),
        )

    def _value(
        self, fact: Stated, printing: Printing, fits: Interval, needed: Interval, tests: list[_Test]
    ) -> tuple[Rational | None, Slip | None, bool, bool]:
        """The value that fits best, the slip that leads to it, whether that is vague, whether it was recorded."""
        quantity = printing.quantity
        before = self.recorded.get(printing.key)
        if before is not None and before in fits and self._passes(fact, printing, before, tests):
            return before, slip_to(quantity, before), False, True
        near = slips(quantity, fits)
        strict = self._some(fact, printing, tests, (slip for slip in near if slip.value in needed))
        strict = strict or self._some(fact, printing, tests, (slip for slip in near if slip.value not in needed))
        if strict and len(strict) <= _BY_CHANCE:
            return strict[0].value, strict[0], False, False
        only = only_value(quantity, needed)
        passes = only is not None and self._passes(fact, printing, only, tests)
        moved = next((slip for slip in strict if slip.words == MOVED), None)
        return (only, None, bool(strict), False) if passes else (None, moved, bool(strict), False)

    def _some(self, fact: Stated, printing: Printing, tests: list[_Test], among: Iterable[Slip]) -> list[Slip]:
        """The first slips whose values pass, one more than are told: a point that moved is among the first."""
        passing = (slip for slip in among if self._passes(fact, printing, slip.value, tests, slip.step))
        return list(islice(passing, _BY_CHANCE + 1))

    def _some_value(self, fact: Stated, printing: Printing, fits: Interval, tests: list[_Test]) -> bool:
        """Whether any value passes: where all bounds are exact, each of those that fit does."""
        if all(test.link is None for test in tests):
            return True
        return any(self._passes(fact, printing, value, tests) for value in sample(fits, printing.quantity.step))

    def _passes(
        self, fact: Stated, printing: Printing, value: Rational, tests: list[_Test], step: Rational | None = None
    ) -> bool:
        """Whether the fact, with this value printed, lets everything hold that it must."""
        changed = reprinted(printing, value, step)
        others = self._others(fact, printing)
        if any(clash(other, changed) for other in others):
            return False
        for test in tests:
            if test.needed != ENTIRE and not may_mean(changed, test.needed):
                return False
            if test.link is not None and not self._holds(test.link, fact, changed, others):
                return False
        return True

    def _holds(self, link: int, fact: Stated, changed: Printing, others: list[Printing]) -> bool:
        part = self.net.links[link].part
        values: Interval | None = changed.interval(LOOSEST)
        for other in others:
            values = values.meeting(other.interval(LOOSEST)) if values is not None else None
        if values is None:
            return False
        if isinstance(part, Agreement) and part.restated:
            return not any(clash(other, changed) for other in self._restated(link, fact))
        known = {key: self.net.values[key] for key in self.net.links[link].keys}
        self.work.spend(len(known))
        try:
            if not holds(part, LOOSEST, {**known, fact.key: values}):
                return False
            # Judging begins with the numbers as printed: a divisor that is 0 then can never be judged.
            exactly = {key: self.net.facts[key].interval(Reading.EXACT) or its for key, its in known.items()}
            holds(part, Reading.EXACT, {**exactly, fact.key: changed.interval(Reading.EXACT)})
        except ZeroDivisionError:
            return False
        return True
