"""
Numbers that the sources have, but of another subject.

That an equal number stands somewhere in a source says nothing: what it is of does. A number of the source with another
value, which fits the words of the rewrite's clearly better than every equal one, is the one that was meant. It is no
rival where the rewrite states it elsewhere: then each has its own. Weights and margins were chosen on right and edited
summaries of 21 sources, with numbers moved from one subject to another (``benchmarks/swaps.py``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from factcheck.comparison.agreement import agree
from factcheck.comparison.binding import SMALL, Binding, Sameness, comparable, conflict, is_fraction, is_vague, likeness
from factcheck.comparison.figure import Figure
from factcheck.comparison.known import Known
from factcheck.facts.same import veto
from factcheck.model.frozen import frozen

_CLEAR = 3
"""So much better a rival must fit [points]."""
_MEANT = 5
"""So much must speak for it at least [points]."""
_EXCHANGED = 2
"""So much better each of two numbers must fit in the other's place [points]."""
_NEAR = 6
"""Words right beside two numbers say so much at most [points]."""
_AROUND = 4
"""Those of their sentences say so much at most, a third of a point each [points]."""


@frozen
class Fit:
    """A number of the source, and how well it fits one of the rewrite."""

    source: Figure
    points: int


def misplaced(bindings: Sequence[Binding], known: Known) -> dict[int, Fit]:
    """Of the bindings, by their place, those that say what the source says of another, with what was meant."""
    found = {}
    for at, binding in enumerate(bindings):
        if not _is_open(binding, known):
            continue
        others = [its.figure for number, its in enumerate(bindings) if number != at]
        best, rival = _fits(binding.figure, known, others)
        if best and rival and rival.points >= max(_MEANT, best.points + _CLEAR + _by_place(rival, best)):
            found[at] = rival
    return found


def _by_place(rival: Fit, best: Fit) -> int:
    """What a place says for a rival, where the number that agrees has none: too much."""
    return 2 if rival.source.places and not best.source.places else 0


def exchanges(bindings: Sequence[Binding], known: Known) -> Iterator[tuple[Binding, Binding]]:
    """The pairs of one sentence whose numbers fit better in each other's place."""
    some = [its for its in bindings if _is_open(its, known)]
    for one, other in combinations(some, 2):
        a, b = one.figure, other.figure
        if a.sentence != b.sentence or a.value == b.value or not comparable(a.quantity, b.quantity):
            continue
        if _prefers(a, b, known) and _prefers(b, a, known):
            yield one, other


def _prefers(one: Figure, other: Figure, known: Known) -> bool:
    """Whether what the source has of the one is the value of the other."""
    best, rival = _fits(one, known, ())
    return bool(best and rival and rival.points >= best.points + _EXCHANGED and agree(other, rival.source))


def _is_open(binding: Binding, known: Known) -> bool:
    """Whether a number is bound by its value, not by its very sentence, and says more than "half" or "dozens"."""
    figure = binding.figure
    quantity = figure.quantity
    if binding.sameness != Sameness.STATED or figure.fact is None or quantity.value is None:
        return False
    return not (is_fraction(quantity) or is_vague(quantity)) and known.twin(figure) is None


def _fits(figure: Figure, known: Known, others: Iterable[Figure]) -> tuple[Fit | None, Fit | None]:
    """The best of the source's numbers that agree, and the best that do not and are not in the rewrite elsewhere."""
    near = [its for its in known.near(figure) if its.fact is not None and comparable(figure.quantity, its.quantity)]
    agreeing = [Fit(its, _fit(figure, its, known)) for its in near if agree(figure, its)]
    best = max(agreeing, key=_points, default=None)
    if best is None:
        return None, None
    named = any(figure.label & its.label for its in near)
    counted = any(figure.noun == its.noun for its in near if figure.noun)
    one_noun = bool(figure.noun) and figure.noun == best.source.noun
    small = figure.quantity.counts and (figure.quantity.value or 0) <= SMALL
    rivals = (
        Fit(its, _fit(figure, its, known))
        for its in near
        if its.quantity.value is not None
        and not agree(figure, its)
        and not (one_noun and its.noun and its.noun != figure.noun)
        and not (small and its.noun != figure.noun)
        and not conflict(figure, its, named=named, counted=counted)
    )
    told = tuple(others)
    for rival in sorted(rivals, key=_points, reverse=True):
        if rival.points < best.points + _EXCHANGED:
            break
        if not any(_states(other, rival.source) for other in told):
            return best, rival
    return best, None


def _states(figure: Figure, source: Figure) -> bool:
    return comparable(figure.quantity, source.quantity) and agree(figure, source)


def _points(fit: Fit) -> int:
    return fit.points


def _fit(figure: Figure, source: Figure, known: Known) -> int:
    """How well a number of the source fits one of the rewrite, whatever their values."""
    one, other = figure.fact, source.fact
    assert one is not None and other is not None
    near = (figure.near & source.near) - {figure.noun}
    found = likeness(figure, source, words=0)
    found += min(_NEAR, known.weight(near)) + min(_AROUND, known.weight(figure.around & source.around) // 3)
    if one.subject & other.subject:
        found += 2
    elif one.subject and other.subject and not one.subject & source.around:
        found -= 1
    if figure.quantity.hedge and figure.quantity.modifier == source.quantity.modifier:
        found += 2  # "87 or more" of "at least 87"
    if one.measure.head and one.measure.head == other.measure.head:
        found += 1
    return found - 2 * (veto(other, one) == "of different times")
