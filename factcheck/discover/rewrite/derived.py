"""
Numbers that follow from the source, though it does not print them: the length of a list, a sum of parts, what
is left of a whole, a share.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.discover.rewrite.binding import is_fraction, is_percent
from factcheck.discover.rewrite.figure import Figure
from factcheck.discover.rewrite.known import Known, Whole
from factcheck.discover.rewrite.place import countries
from factcheck.model.document import Offsets
from factcheck.model.interval import Interval
from factcheck.model.number import Rational, divide, magnitude, whole
from factcheck.model.quantity import Quantity

_MOST = 12
"""A sentence with more numbers is a table: any value is a sum or a share of some of them [numbers]."""


def derivation(figure: Figure, known: Known) -> str:
    """How a number of the rewrite follows from the source; empty where it does not."""
    quantity = figure.quantity
    if quantity.value is None:
        return ""
    if quantity.unit is None and quantity.step and any(_may_be(figure, its) for its in _lengths(figure, known)):
        return "it counts a list of the source"
    if _is_share(quantity):
        near = _near(quantity)
        percent = 1 if is_fraction(quantity) else 100
        shares = (divide(part * percent, of) for part, of in _shares(figure, known) if of)
        found = any(near.meets(Interval.point(its)) for its in shares)
        return "it is a share of numbers of the source" if found else ""
    for its in known.wholes:
        if _alike(quantity, its.figure.quantity) and (reason := _of_whole(figure, its)):
            return reason
    for one, other in _pairs([its for its in known.near(figure) if _of_one_kind(figure, its)]):
        if _may_be(figure, magnitude(_base(one) - _base(other))):
            return "it is a difference of numbers of the source"
        if _may_be(figure, _base(one) + _base(other)):
            return "it is a sum of numbers of the source"
    return ""


def _of_whole(figure: Figure, its: Whole) -> str:
    """How a number follows from a whole and its parts."""
    inside = [part for part in its.parts if part.places & countries(figure.places)]
    if inside and _may_be(figure, _total(inside)):
        return "it is a sum of parts that the source has"
    if any(_may_be(figure, _base(its.figure) - _base(part)) for part in its.parts):
        return "it is what is left of a whole of the source"
    return "it is a sum of parts that the source has" if _may_be(figure, _total(its.parts)) else ""


def _may_be(figure: Figure, amount: Rational) -> bool:
    """Whether a number may mean an amount [base unit]."""
    return figure.values.meets(Interval.point(amount))


def _total(figures: Sequence[Figure]) -> Rational:
    return whole(sum((_base(its) for its in figures), start=0))


def _near(quantity: Quantity) -> Interval:
    """What a share may mean: half a unit of its last place, or of a fraction in words a tenth of it."""
    assert quantity.value is not None
    return Interval.around(quantity.value, divide(quantity.step, 2) if quantity.step else divide(quantity.value, 10))


def _lengths(figure: Figure, known: Known) -> Iterator[int]:
    """The lengths of the source's lists that a number may count: of countries those of countries."""
    for length, nouns in known.lengths:
        # What the source counts itself is not counted anew.
        if figure.quantity.counted in nouns if nouns else figure.noun not in known.nouns:
            yield length


def _pairs(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Pairs that one sentence holds: others are together by chance."""
    together: defaultdict[tuple[int, Offsets], list[Figure]] = defaultdict(list)
    for its in figures:
        if its.quantity.value is not None:
            together[id(its.page), its.sentence].append(its)
    for group in together.values():
        if len(group) <= _MOST:
            yield from combinations(group, 2)


def _shares(figure: Figure, known: Known) -> Iterator[tuple[Rational, Rational]]:
    for its in known.wholes:
        for part in its.parts:
            yield _base(part), _base(its.figure)
    for one, other in _pairs(known.near(figure)):
        if _alike(one.quantity, other.quantity):
            yield _base(one), _base(other)
            yield _base(other), _base(one)


def _is_share(quantity: Quantity) -> bool:
    return is_fraction(quantity) or is_percent(quantity)


def _alike(one: Quantity, other: Quantity) -> bool:
    return one.dimension == other.dimension and (one.unit is None) == (other.unit is None)


def _of_one_kind(one: Figure, other: Figure) -> bool:
    """Whether two numbers may be added: they measure the same, of the same things as far as they say."""
    if not _alike(one.quantity, other.quantity):
        return False
    if one.quantity.unit is not None:
        return not one.label or not other.label or bool(one.label & other.label)
    return one.noun == other.noun or (one.counts_people and other.counts_people)


def _base(figure: Figure) -> Rational:
    quantity = figure.quantity
    value = quantity.value or 0
    return quantity.unit.to_base(value) if quantity.unit else value
