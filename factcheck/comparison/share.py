"""
The shares that a percentage of a rewrite may be: of parts and wholes of the source, or of the rewrite's own numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.comparison.binding import is_fraction
from factcheck.comparison.figure import Figure, by_sentence
from factcheck.comparison.known import Known
from factcheck.model.amount import alike, base, is_percent
from factcheck.model.interval import Interval
from factcheck.model.number import Rational, divide
from factcheck.model.quantity import Quantity

MOST = 12
"""A sentence with more numbers is a table: any value is a sum or a share of some of them [numbers]."""
KIND = 60
"""Of more numbers of one kind any value is the difference of some two [numbers]."""
_NARROW = 2
"""How far the ends of a range may be apart that tells one share [percentage points]."""


def is_share(figure: Figure, known: Known) -> bool:
    """Whether a percentage, or a fraction in words, is a share of numbers of the source."""
    near = _near(figure.quantity)
    scale = 100 if is_fraction(figure.quantity) else 1
    return any(near.meets(Interval.point(divide(its, scale))) for its in _percents(figure, known))


def is_in_range(figure: Figure, known: Known) -> bool:
    """Whether such a share lies in a narrow range of percentages: "between 11 and 12 percent"."""
    lower, upper = figure.quantity.lower, figure.quantity.upper
    if lower is None or upper is None or not is_percent(figure.quantity) or upper - lower > _NARROW:
        return False
    return any(lower <= its <= upper for its in _percents(figure, known))


def _near(quantity: Quantity) -> Interval:
    """What a share may mean: half a unit of its last place, or of a fraction in words a tenth of it."""
    assert quantity.value is not None
    return Interval.around(quantity.value, divide(quantity.step, 2) if quantity.step else divide(quantity.value, 10))


def neighbours(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Pairs that one sentence holds: others are together by chance."""
    for group in by_sentence(figures):
        if len(group) <= MOST:
            yield from combinations(group, 2)


def _percents(figure: Figure, known: Known) -> Iterator[Rational]:
    """The shares that a number may be, those of the rewrite's own numbers near it among them [percent]."""
    yield from (divide(part * 100, of) for part, of in _shares(figure, known) if of)
    own = set(_own_parts(figure))
    wholes = own.union(base(its.figure.quantity) for its in known.wholes)
    yield from (divide(part * 100, of) for part in own for of in wholes if of > part)


def _own_parts(figure: Figure) -> Iterator[Rational]:
    """
    The amounts of a number's own sentence and the one before, and what two or three of a sentence make: "65 of 150,
    Germany 47 and the United Kingdom 24. Those three supply 91%".
    """
    page, (start, end) = figure.page, figure.sentence
    before = page.document.sentence(max(0, start - 2))
    for first, last in {(start, end), before}:
        amounts = [base(its) for its in page.quantities(first, last) if its.value and its.unit is None and its.step]
        amounts = amounts[:MOST]
        yield from amounts
        for size in (2, 3) if len(amounts) > 2 else ():
            yield from (sum(some) for some in combinations(amounts, size))


def _shares(figure: Figure, known: Known) -> Iterator[tuple[Rational, Rational]]:
    """The parts and wholes that a share may be of; of a share in words any two of one kind, for they are vague."""
    for its in known.wholes:
        for part in its.parts:
            yield base(part.quantity), base(its.figure.quantity)
    near = [its for its in known.near(figure) if its.quantity.value is not None]
    loose = is_fraction(figure.quantity) and len(near) <= KIND
    for one, other in combinations(near, 2) if loose else neighbours(near):
        if alike(one.quantity, other.quantity):
            yield base(one.quantity), base(other.quantity)
            yield base(other.quantity), base(one.quantity)
            if is_percent(one.quantity) and is_percent(other.quantity):
                yield base(one.quantity) + base(other.quantity), 1
    for share in near:
        if is_percent(share.quantity):
            yield 1 - base(share.quantity), 1
            if is_fraction(figure.quantity):
                yield base(share.quantity), 1
