"""
The workbench of localisation: whether another value of one printing would mend what is broken.

A *trouble* is a relation that does not hold, or a fact whose printings contradict each other. Whatever
else uses the fact, and its other printings, must go on holding.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from factcheck.engine.candidate import Candidate, Trouble
from factcheck.engine.judge import conflict
from factcheck.engine.network import Network
from factcheck.engine.printed import (
    LOOSEST,
    agreeing,
    fitting,
    in_steps,
    is_plain,
    met,
    only_value,
    printable,
    reprinted,
)
from factcheck.engine.trial import Demand, Trial, restated
from factcheck.engine.work import Work
from factcheck.model.finding import Verdict
from factcheck.model.interval import ENTIRE, Interval
from factcheck.model.number import Rational
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
    _demands: dict[tuple[int, str, int], Demand | None] = field(default_factory=dict)
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
        self._demands.clear()
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
        found = self._made(self._trial(fact, at, troubles, strict=True), troubles)
        if found is None and key in troubles:
            found = self._made(self._trial(fact, at, troubles, strict=False), troubles)
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

    def _trial(self, fact: Stated, at: int, troubles: Sequence[Trouble], strict: bool) -> Trial | None:
        """
        A printing with what its value has to meet; ``None`` where nothing can. With ``strict`` also what was
        undetermined because the fact contradicts itself.
        """
        printing = fact.printings[at]
        links = self.net.links_of.get(fact.key, ())
        self.work.spend(1 + len(links) + len(fact.printings))
        if not all(trouble == fact.key or trouble in links for trouble in troubles):
            return None
        demands: list[Demand] = []
        others = self._others(fact, printing)
        meant: Interval | None = ENTIRE
        for other in others:
            fits = agreeing(printing, other)
            demands.append(Demand(fits, fits))
            meant = meant.meeting(other.interval(LOOSEST)) if meant is not None else None
        rough = met(its.fits for its in demands)
        for link in links:
            if link not in troubles and not self._required(link, strict):
                continue
            found = self._demand(link, fact, at)
            rough = rough.meeting(found.fits) if found is not None and rough is not None else None
            if found is None or rough is None or meant is None or not meant.meets(found.needed):
                return None
            demands.append(found)
        return Trial(self.net, self.work, fact, printing, others, demands)

    def _required(self, link: int, strict: bool) -> bool:
        """Whether a link that is not to be mended has to go on holding, or to begin to."""
        if link in self.active or link in self.closed:
            return False
        return strict or self.net.verdict(link) != Verdict.UNDETERMINED

    def _demand(self, link: int, fact: Stated, at: int) -> Demand | None:
        asked = (link, fact.key, at)
        if asked not in self._demands:
            self._demands[asked] = self._asks(link, fact, fact.printings[at])
        return self._demands[asked]

    def _asks(self, link: int, fact: Stated, printing: Printing) -> Demand | None:
        bounds = self.net.bounds(link)
        needed = bounds.by_key.get(fact.key, ENTIRE)
        if needed is None:
            return None
        fits: Interval | None = fitting(printing, needed, roughly=True)
        strictly: Interval | None = fits if is_plain(printing) else fitting(printing, needed)
        part = self.net.links[link].part
        if isinstance(part, Agreement) and part.restated and not part.tolerance:
            for other in restated(self.net, link, fact):
                same = agreeing(printing, other)
                fits = fits.meeting(same) if fits is not None else None
                strictly = strictly.meeting(same) if strictly is not None else None
        if fits is None:
            return None
        return Demand(fits, strictly or fits, needed, None if bounds.exact else link)

    def _made(self, trial: Trial | None, troubles: Sequence[Trouble]) -> Candidate | None:
        if trial is None:
            return None
        fact, printing = trial.fact, trial.printing
        quantity = printing.quantity
        rough = met(its.fits for its in trial.demands)
        fits = printable(quantity, rough) if rough is not None else None
        if fits is None:
            return None
        strictly = met(its.strictly for its in trial.demands)
        needed = printable(quantity, strictly) if strictly is not None else None
        value, slip, vague, recorded = self._value(trial, fits, needed or fits)
        if value is None and quantity.value is not None and not trial.has_value(needed or fits):
            return None
        if not recorded and len(trial.others) < len(fact.printings) - 1:
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

    def _value(self, trial: Trial, fits: Interval, needed: Interval) -> tuple[Rational | None, Slip | None, bool, bool]:
        """The value that fits best, the slip that leads to it, whether that is vague, whether it was recorded."""
        quantity = trial.printing.quantity
        before = self.recorded.get(trial.printing.key)
        if before is not None and before in fits and trial.passes(before):
            return before, slip_to(quantity, before), False, True
        near = slips(quantity, fits)
        # One more than are told says that there are too many; a point that moved is among the first.
        strict = trial.some((its for its in near if its.value in needed), _BY_CHANCE + 1)
        strict = strict or trial.some((its for its in near if its.value not in needed), _BY_CHANCE + 1)
        if strict and len(strict) <= _BY_CHANCE:
            return strict[0].value, strict[0], False, False
        only = only_value(quantity, needed)
        passes = only is not None and trial.passes(only)
        moved = next((slip for slip in strict if slip.words == MOVED), None)
        return (only, None, bool(strict), False) if passes else (None, moved, bool(strict), False)
