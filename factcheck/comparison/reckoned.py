"""
Numbers that the rewrite reckoned from the source's: percent changes, days between dates, products, sums of votes.

Each is computed exactly from numbers that belong together in the source: of one sentence, or of a kind of which the
source has few, so that hardly any number comes out by chance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.comparison.binding import is_fraction
from factcheck.comparison.figure import Figure
from factcheck.comparison.known import Known
from factcheck.comparison.share import neighbours
from factcheck.facts.word import words_of
from factcheck.model.amount import alike, base, is_percent
from factcheck.model.fact import Role, Scope
from factcheck.model.interval import Interval
from factcheck.model.moment import Date
from factcheck.model.number import Rational, divide, magnitude

_FEW = 8
"""Of so many numbers of one kind a share is taken wherever they stand [numbers]."""
_FINE = 40
"""What is reckoned from numbers of several sentences must be known to one part in so many."""
_BEHIND = 24
"""How far behind an ordinal the thing stands that it numbers [code points]."""
_DAYS = {"day": 1, "week": 7}
_CHANGE = "it is the change between numbers of the source"
_POINTS = "it is a percentage of the source and its change in points"
_BEFORE = "it is a number of the source and its change"
_LEFT = "it is the distance of numbers of the source"
BY_WORDS = frozenset({_CHANGE, _POINTS, _BEFORE, _LEFT})
"""What the words ask for: it excuses even a number that the source has another of."""
_SHARE = "it is a share of numbers of the source"


def reckoned_percent(figure: Figure, known: Known) -> str:
    """How a percentage or a fraction in words follows from the source; empty where it does not."""
    near = [its for its in known.near(figure) if its.quantity.value]
    value, fraction = figure.quantity.value, is_fraction(figure.quantity)
    if value is None:
        return ""
    half = divide(figure.quantity.step, 2) if figure.quantity.step else divide(value, 10)
    means = figure.values.scaled(100) if not fraction else Interval.around(value * 100, half * 100)
    changes = any(
        means.meets(Interval.point(divide(magnitude(base(b.quantity) - base(a.quantity)) * 100, base(a.quantity))))
        for one, other in neighbours(near)
        if alike(one.quantity, other.quantity)
        for a, b in ((one, other), (other, one))
    )
    if changes and _says_change(figure):
        return _CHANGE
    if any(means.meets(Interval.point(its)) for its in _shifted(near)):
        return _POINTS
    return _SHARE if any(means.meets(Interval.point(its)) for its in _far_shares(figure, near)) else ""


def _says_change(figure: Figure) -> bool:
    fact = figure.fact
    if fact is None:
        return figure.quantity.direction is not None
    return fact.has(Role.CHANGE, Role.MARGIN) or fact.way is not None or figure.quantity.direction is not None


def _shifted(near: Sequence[Figure]) -> Iterator[Rational]:
    """The percentages of the source before and after a change in points told in their sentence [percent]."""
    for one, other in neighbours(near):
        for share, points in ((one, other), (other, one)):
            if is_percent(share.quantity) and not is_percent(points.quantity) and _is_points(points):
                value, by = share.quantity.value or 0, points.quantity.value or 0
                yield from (value + by, value - by)


def _is_points(figure: Figure) -> bool:
    quantity = figure.quantity
    return quantity.counted == "point" or (quantity.unit is not None and quantity.unit.name == "percentage point")


def _far_shares(figure: Figure, near: Sequence[Figure]) -> Iterator[Rational]:
    """The shares of numbers of several sentences, of a kind of which there are few [percent]."""
    for one in near:
        kin = [its for its in near if its is not one and alike(one.quantity, its.quantity)]
        words = figure.around & one.around
        if one.quantity.unit is None or len(kin) >= _FEW or not words or is_percent(one.quantity):
            continue
        for other in kin:
            part, whole = base(one.quantity), base(other.quantity)
            if part < whole:
                yield divide(part * 100, whole)


def reckoned(figure: Figure, known: Known) -> str:
    """How another number follows from the source; empty where it does not."""
    quantity = figure.quantity
    if quantity.unit is not None and quantity.unit.name in _DAYS and quantity.value:
        days = quantity.value * _DAYS[quantity.unit.name]
        if any(days == its for its in _spans(known)):
            return "it is the time between dates of the source"
    if reason := _moved(figure, known):
        return reason
    if quantity.counts and quantity.value in _numbered(figure, known):
        return "it is what a vote or an ordinal of the source says"
    return "it is a product of numbers of the source" if _is_product(figure, known) else ""


def _moved(figure: Figure, known: Known) -> str:
    """How a number follows from a level and its change, which the source's words or its own tell."""
    near = [its for its in known.near(figure) if its.quantity.value and alike(its.quantity, figure.quantity)]
    fact = figure.fact
    asks = fact is not None and (fact.has(Role.CHANGE, Role.MARGIN) or fact.scope == Scope.MORE)
    for one, other in neighbours(near):
        if asks and _means(figure, magnitude(base(one.quantity) - base(other.quantity))):
            return _LEFT
        for level, change in ((one, other), (other, one)):
            if change.fact is None or not change.fact.has(Role.CHANGE, Role.MARGIN):
                continue
            a, b = base(level.quantity), base(change.quantity)
            if _means(figure, a - b) or _means(figure, a + b):
                return _BEFORE
    return ""


def _means(figure: Figure, amount: Rational) -> bool:
    return figure.values.meets(Interval.point(amount))


def _spans(known: Known) -> Iterator[int]:
    """The days between two dates of the source of one year."""
    dates = [
        its for page in known.pages for its in page.contents.dates if its.month is not None and its.day is not None
    ]
    for one, other in combinations(dates[:_FEW], 2):
        a, b = _day(one), _day(other)
        if a is not None and b is not None:
            yield abs(a - b)


def _day(date: Date) -> int | None:
    """A date as a count of days; of no year told, of a common one."""
    whole = Date(date.text, date.start, date.end, date.year or 2001, date.month, date.day).date
    return whole.toordinal() if whole is not None else None


def _numbered(figure: Figure, known: Known) -> frozenset[int]:
    """The sums of the source's scores, and its ordinals of the same thing: "her 20th goal" is of 20 goals."""
    scores = {sum(its.numbers) for page in known.pages for its in page.contents.scores}
    ordinals = {
        its.value
        for page in known.pages
        for its in page.contents.ordinals
        if figure.noun and figure.noun in words_of(page.text, its.end, its.end + _BEHIND)
    }
    return frozenset(scores | ordinals)


def _is_product(figure: Figure, known: Known) -> bool:
    """Whether a number is so many times one of the source, by a count that the rewrite says in its sentence."""
    start, end = figure.sentence
    counts = [
        its.value
        for its in figure.page.quantities(start, end)
        if its.value is not None and its.counts and its.step == 1 and its.number_start != figure.quantity.number_start
    ]
    values = figure.values
    if not counts or values.lower is None or values.upper is None:
        return False
    if (values.upper - values.lower) * _FINE > magnitude(values.upper):
        return False
    near = [its for its in known.near(figure) if its.quantity.value and its.fact and its.fact.measure.per]
    return any(
        values.meets(Interval.point(base(its.quantity) * count))
        for its in near
        for count in counts
        if count > 1 and figure.around & its.around and alike(its.quantity, figure.quantity)
    )
