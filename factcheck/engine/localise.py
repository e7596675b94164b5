"""
Localisation: which printed number is probably wrong.

The smallest change that lets every rule hold (Fellegi & Holt, "A systematic approach to automatic
edit and imputation", 1976), here the change of one printing:

1. Broken rules that share facts, and facts whose printings contradict each other, form a group.
2. A printing is a candidate if another value there lets them all hold and breaks none that held. A
   fact that is printed alike twice is none: both would have to be wrong.
3. Candidates are ranked by the typing slip that leads from the needed value to the printed one
   (model/slip.py); what evidence backs is doubted last.
4. One alone that is a single slip away is named with high confidence; else there is a list.

Where no single change explains a group, the change that explains most of it goes first; if it is
named, the rest is judged as if it were made.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from factcheck.engine.candidate import Candidate, Trouble
from factcheck.engine.network import Network
from factcheck.engine.work import LOCALISED, OutOfWorkError, Work
from factcheck.engine.workbench import Workbench
from factcheck.model.expression import Operand, Sum, evaluate
from factcheck.model.finding import Confidence, Severity, Verdict
from factcheck.model.frozen import frozen
from factcheck.model.number import Rational, magnitude
from factcheck.model.relation import Comparison, Sign
from factcheck.model.stated import Stated

_MANY = 3
"""Up to so many numbers that are one slip away each is worth a look; beyond, it says little."""

_Entry = tuple[tuple[int, ...], str, int]
"""How urgent it is to look at a printing (smallest first), and which: the fact and its place in it."""


@frozen
class Group:
    """Broken rules that one slip explains, and the printings that may be it."""

    rules: tuple[int, ...]
    """The indices of the rules that are told together: broken, or undetermined because of a conflict."""
    conflicts: tuple[Stated, ...]
    """The facts whose printings contradict each other."""
    candidates: tuple[Candidate, ...]
    """Likeliest first; none where no single change explains the rules."""
    incomplete_list_fits: bool
    """Whether the list of parts may as well be incomplete: they fall short of the whole."""
    again: tuple[int, ...] = ()
    """The rules that stand in an earlier group, of which this is another broken part: a chain has several."""


def localise(
    net: Network, recorded: Mapping[str, Rational] | None = None, work: Work | None = None
) -> tuple[Group, ...]:
    """
    The groups of broken rules, each with the printings that may be wrong, in the order of the rules.

    ``recorded`` has, by ``Printing.key``, the value that a record was made from where its source says
    another now [printed unit]: if it fits, it comes first. A rule stands in one group. ``work`` bounds what it may
    take, and says afterwards for which rules that did not suffice: they stand in groups without a candidate.
    """
    net = net.anew()
    bench = Workbench.of(net, recorded or {}, work or Work(LOCALISED))
    groups: list[Group] = []
    told: set[int] = set()
    for component in _components(net, bench.active):
        for troubles, candidates in _covered(bench, component):
            groups.append(_group(net, troubles, candidates, told))
            told.update(groups[-1].rules)
    for index, judgement in enumerate(net.judgements):
        if judgement.verdict == Verdict.INCONSISTENT and index not in told:
            groups.append(Group((index,), (), (), False))
    last = len(net.rules)
    return tuple(sorted(groups, key=lambda group: group.rules[0] if group.rules else last))


def _components(net: Network, troubles: Iterable[Trouble]) -> list[list[Trouble]]:
    """Troubles that share facts, together; in the order given."""
    by_fact: dict[str, list[Trouble]] = {}
    ordered = list(troubles)
    for trouble in ordered:
        for key in _keys(net, trouble):
            by_fact.setdefault(key, []).append(trouble)
    seen: set[Trouble] = set()
    result = []
    for trouble in ordered:
        if trouble in seen:
            continue
        seen.add(trouble)
        component = [trouble]
        for member in component:
            for key in _keys(net, member):
                for other in by_fact.pop(key, ()):
                    if other not in seen:
                        seen.add(other)
                        component.append(other)
        result.append(component)
    return result


def _keys(net: Network, trouble: Trouble) -> tuple[str, ...]:
    return net.links[trouble].keys if isinstance(trouble, int) else (trouble,)


def _covered(bench: Workbench, component: list[Trouble]) -> list[tuple[tuple[Trouble, ...], list[Candidate]]]:
    """
    The component cut into groups that one change explains: those that it explains most of first, and
    of these the ones that name somebody, for that may settle the others.
    """
    result: list[tuple[tuple[Trouble, ...], list[Candidate]]] = []
    bench.work.begin(sum(len(_keys(bench.net, trouble)) for trouble in component))
    try:
        result.extend(_explained(bench, component))
    except OutOfWorkError:
        left = (trouble for trouble in component if trouble in bench.active)
        bench.work.refused.update(its for trouble in left for its in _rules(bench.net, trouble))
    result += [((trouble,), []) for trouble in component if trouble in bench.active]
    bench.close(component)
    return result


def _explained(bench: Workbench, component: list[Trouble]) -> Iterator[tuple[tuple[Trouble, ...], list[Candidate]]]:
    """The groups of a component that a change explains. Raises OutOfWorkError behind those that were found."""
    order = {trouble: at for at, trouble in enumerate(component)}
    heap: list[_Entry] = []
    _push(bench, heap, (key for trouble in component for key in _keys(bench.net, trouble)))
    unsure: dict[tuple[Trouble, ...], list[Candidate]] = {}
    while heap:
        urgency, key, at = heapq.heappop(heap)
        best = bench.best(key, at)
        if best is None:
            continue
        if _entry(best, key, at, unsure=urgency[1:2] == (True,))[0] > urgency:
            heapq.heappush(heap, _entry(best, key, at))
            continue
        troubles = tuple(sorted(best.mends, key=order.__getitem__))
        candidates = unsure.get(troubles) or _ranked(bench.net, _rivals(bench, troubles), _warned(bench.net, troubles))
        first = candidates[0]
        named = first.confidence == Confidence.HIGH and first.value is not None
        if not named and not urgency[1]:
            unsure[troubles] = candidates
            heapq.heappush(heap, _entry(best, key, at, unsure=True))
            continue
        yield troubles, candidates
        bench.close(troubles)
        if named:
            unsure.clear()
            touched = bench.mend(first, troubles)
            _push(bench, heap, (its for link in touched for its in bench.net.links[link].keys))


def _push(bench: Workbench, heap: list[_Entry], keys: Iterable[str]) -> None:
    """Line up the printings that mend all that is broken about them; what the others mend can wait."""
    for key in dict.fromkeys(keys):
        troubles = bench.troubles(key)
        for at in range(len(bench.net.facts[key].printings)) if troubles else ():
            candidate = bench.candidate(key, at, troubles)
            if candidate is not None:
                heapq.heappush(heap, _entry(candidate, key, at))
            elif len(troubles) > 1:
                heapq.heappush(heap, ((1 - len(troubles),), key, at))


def _entry(candidate: Candidate, key: str, at: int, unsure: bool = False) -> _Entry:
    return (-len(candidate.mends), unsure, *_rank(candidate)), key, at


def _rank(candidate: Candidate) -> tuple[int, ...]:
    """Likeliest first: leaving nothing broken, not backed, as recorded, one slip away."""
    return (
        candidate.unresolved,
        candidate.backed,
        not candidate.recorded,
        candidate.slip is None and not candidate.vague,
    )


def _rivals(bench: Workbench, troubles: tuple[Trouble, ...]) -> list[Candidate]:
    """Every printing whose change alone mends these troubles."""
    fewest = min((_keys(bench.net, trouble) for trouble in troubles), key=len)
    found = (bench.candidate(key, at, troubles) for key in fewest for at in range(len(bench.net.facts[key].printings)))
    rivals = [candidate for candidate in found if candidate is not None]
    resolved = [candidate for candidate in rivals if not candidate.unresolved]
    return resolved or rivals


def _rules(net: Network, trouble: Trouble) -> list[int]:
    """The rules that a trouble is about: its own, or those that use a fact that contradicts itself."""
    links = [trouble] if isinstance(trouble, int) else net.links_of.get(trouble, [])
    return [net.links[link].rule for link in links]


def _warned(net: Network, troubles: tuple[Trouble, ...]) -> bool:
    """Whether the rules are only broken softly: the words may be loose rather than the number wrong."""
    return all(
        isinstance(trouble, int) and net.judgements[net.links[trouble].rule].severity != Severity.ERROR
        for trouble in troubles
    )


def _ranked(net: Network, candidates: list[Candidate], warned: bool) -> list[Candidate]:
    """The candidates, likeliest first, with what each is worth."""
    # Of those that are alike, first a point that may have moved; the whole before its parts, for there is one of it.
    ordered = sorted(candidates, key=lambda its: (*_rank(its), its.slip is None, not _is_whole(net, its)))
    alike = [its for its in ordered if _rank(its) == _rank(ordered[0])]
    if len(alike) > 1:
        outsized = [its for its in alike if its.certain and out_of_size(net, its)]
        if len(outsized) == 1:
            alike = outsized
            ordered.sort(key=lambda its: its is not alike[0])
    likeliest = {id(its) for its in alike}
    first = ordered[0]
    top = Confidence.LOW
    if first.certain and len(alike) == 1 and (first.recorded or not (warned or first.backed)):
        top = Confidence.HIGH
    elif len(ordered) == 1 or (first.certain and len(alike) <= _MANY):
        top = Confidence.MEDIUM
    return [replace(its, confidence=top if id(its) in likeliest else Confidence.LOW) for its in ordered]


def _is_whole(net: Network, candidate: Candidate) -> bool:
    """Whether it is the number that a broken sum should make."""
    parts = [net.links[trouble].part for trouble in candidate.mends if isinstance(trouble, int)]
    wholes = [part.right for part in parts if isinstance(part, Comparison) and isinstance(part.left, Sum)]
    return any(isinstance(whole, Operand) and whole.stated.key == candidate.stated.key for whole in wholes)


def out_of_size(net: Network, candidate: Candidate) -> bool:
    """
    Whether a part is printed greater than its whole and more than twice any other part, and would be
    one among them if mended: 13,954 of 13,412 beside 2,767, 1,675 and 5,000.

    A number ten times too big is told by its like: the ratio edit against "unity measure errors"
    (de Waal, Pannekoek & Scholtus, Handbook of Statistical Data Editing and Imputation, 2011, ch. 2).
    """
    return all(isinstance(trouble, int) and _towers(net, trouble, candidate) for trouble in candidate.mends)


def _towers(net: Network, link: int, candidate: Candidate) -> bool:
    part, key, value = net.links[link].part, candidate.stated.key, candidate.value
    if not isinstance(part, Comparison) or part.sign != Sign.EQUAL or value is None:
        return False
    flat = net.linear(link)
    if flat is None or key not in flat.weights:
        return False
    weight, unit = flat.weights[key], candidate.printing.quantity.unit
    own = magnitude(weight * (candidate.stated.value or 0))
    mended = magnitude(weight * (unit.to_base(value) if unit else value))
    like, unlike = net.largest(link, weight > 0), net.largest(link, weight < 0)
    # A part that towers is the largest of its side: the next is the largest of the others.
    return len(unlike) == 1 and len(like) > 2 and own == like[0] > max(unlike[0], 2 * like[1]) and mended < like[1]


def _group(net: Network, troubles: tuple[Trouble, ...], candidates: list[Candidate], told: set[int]) -> Group:
    conflicts = tuple(net.facts[trouble] for trouble in troubles if isinstance(trouble, str))
    broken = {net.links[trouble].rule for trouble in troubles if isinstance(trouble, int)}
    waiting = {
        net.links[link].rule
        for fact in conflicts
        for link in net.links_of.get(fact.key, ())
        if net.verdict(link) == Verdict.UNDETERMINED
    }
    rules = tuple(sorted((broken | waiting) - told))
    short = len(troubles) == 1 and _falls_short(net, troubles[0])
    return Group(rules, conflicts, tuple(candidates), short, tuple(sorted(broken & told)))


def _falls_short(net: Network, trouble: Trouble) -> bool:
    """Whether the trouble is a sum whose parts make less than the whole."""
    part = net.links[trouble].part if isinstance(trouble, int) else None
    if not isinstance(part, Comparison) or part.sign != Sign.EQUAL or not isinstance(part.left, Sum):
        return False
    if len(part.left.terms) < 2 or any(weight < 0 for weight in part.left.weights):
        return False
    try:
        return evaluate(part.left, net.values).precedes(evaluate(part.right, net.values))
    except ZeroDivisionError:
        # Loosely read, a divisor can only be 0: nothing can be said of the amounts.
        return False
