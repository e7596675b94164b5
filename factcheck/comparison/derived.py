"""
Numbers that follow from the source, though it does not print them: the length of a list, a sum of parts, what
is left of a whole, a share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from factcheck.comparison.binding import is_fraction
from factcheck.comparison.figure import Figure
from factcheck.comparison.known import Known, Whole
from factcheck.comparison.reckoned import reckoned, reckoned_percent
from factcheck.comparison.share import KIND, MOST, is_in_range, is_share, neighbours
from factcheck.facts.place import countries
from factcheck.model import table
from factcheck.model.amount import alike, base, is_percent, together
from factcheck.model.gazetteer import regions
from factcheck.model.interval import Interval
from factcheck.model.number import Rational, divide, magnitude, whole
from factcheck.model.quantity import Quantity
from factcheck.model.regex import regex

_SHARE = "it is a share of numbers of the source"
_PARTS = 3
"""How many parts "the other" or "together" may speak of."""
_TELLING = 10
"""Below, any number is the difference of some two."""
_COARSE = 5
"""A number that is wider than one part in so many follows from any others."""
_FINE = 100
"""The same where they need not stand in one sentence."""
_ROUGH = 50
"""A rate is rounded by at most one part in so many."""
_EACH = regex(r"^[ \w]{0,16}?\b(?:an?|per|each|apiece|every)\b", re.IGNORECASE)
_COMPARES = regex(
    r" (?:[a-z]+ )?(?:more|fewer|less|ahead|behind|higher|lower|above|below|short)\b(?! or)", re.IGNORECASE
)
_EVERY = regex(r" (?:an?|per|each|every) (?P<unit>day|week|month|year|hour)\b", re.IGNORECASE)
_REACH = 60
"""How far around a number the words are looked for that say so [code points]."""


def derivation(figure: Figure, known: Known) -> str:
    """How a number of the rewrite follows from the source; empty where it does not."""
    quantity = figure.quantity
    if quantity.value is None:
        return _SHARE if is_in_range(figure, known) else ""
    if every := _EVERY.match(figure.page.text, quantity.end):
        return _of_time(figure, known, every["unit"].lower())
    if quantity.unit is None and quantity.step and any(_may_be(figure, its) for its in _lengths(figure, known)):
        return "it counts a list of the source"
    if is_fraction(quantity) or is_percent(quantity):
        return _SHARE if is_share(figure, known) else reckoned_percent(figure, known)
    if reason := reckoned(figure, known):
        return reason
    if quantity.unit is not None and quantity.unit.currency and not known.uses(quantity.unit):
        money = [its for its in known.figures if its.quantity.unit is not None and its.quantity.unit.currency]
        same = any(its.quantity.value == quantity.value for its in money)
        if not same and any(len(figure.around & its.around) > 1 for its in money):
            return "it may be an amount of the source in another currency"
    for its in known.wholes:
        if alike(quantity, its.figure.quantity) and (reason := _of_whole(figure, its)):
            return reason
    return _of_pairs(figure, known)


def _of_time(figure: Figure, known: Known, unit: str) -> str:
    """How a number follows that is so many a month: a count of the source by a length of time."""
    near = [its for its in known.near(figure) if its.quantity.value]
    lengths = [its.quantity.value for its in near if its.quantity.unit and its.quantity.unit.name == unit]
    counts = [its for its in near if its.quantity.counts and its.noun and figure.noun in ("", its.noun)]
    found = any(_may_be(figure, divide(base(its.quantity), length or 1)) for its in counts for length in lengths)
    return "it is a rate of numbers of the source" if found else _of_rates(figure, near)


def _of_rates(figure: Figure, near: Sequence[Figure]) -> str:
    """How a number follows that is so many dollars a head."""
    found = any(_is_rate(figure, a, b) or _is_rate(figure, b, a) for a, b in neighbours(near))
    return "it is a rate of numbers of the source" if found else ""


def _of_whole(figure: Figure, its: Whole) -> str:
    """How a number follows from a whole and its parts."""
    inside = [part for part in its.parts if part.places & countries(figure.places)]
    if inside and _may_be(figure, _total(inside)):
        return "it is a sum of parts that the source has"
    if inside and not figure.places.isdisjoint(regions()):
        return ""  # what a region has is the sum of its countries
    most = _PARTS if says_rest(figure) else 1
    for some in (some for size in range(1, most + 1) for some in combinations(its.parts[:MOST], size)):
        if _may_be(figure, base(its.figure.quantity) - _total(some)):
            return "it is what is left of a whole of the source"
        if len(some) > 1 and _may_be(figure, _total(some)):
            return "it is a sum of parts that the source has"
    return "it is a sum of parts that the source has" if _may_be(figure, _total(its.parts)) else ""


def _of_pairs(figure: Figure, known: Known) -> str:
    """How a number follows from two that the source has in one sentence, or from two of its own kind."""
    near = [its for its in known.near(figure) if its.quantity.value is not None]
    if _is_points(figure.quantity):
        return _of_points(figure, near)
    if not _is_narrow(figure, _COARSE):
        return ""
    new = bool(figure.noun) and figure.noun not in known.nouns
    for one, other in neighbours(near):
        a, b = base(one.quantity), base(other.quantity)
        if new and _are_alike(figure, one, other) and _may_be(figure, a + b):
            return "it is a sum of numbers of the source"  # "500 pieces of furniture" of 240 desks and 260 chairs
        if _may_add(figure, one, other):
            if _may_be(figure, magnitude(a - b)):
                return "it is a difference of numbers of the source"
            if _may_be(figure, a + b) and _are_one_kind(one, other):
                return "it is a sum of numbers of the source"
        if any(_is_part(figure, *pair) for pair in ((one, other), (other, one))):
            return _SHARE
        if any(_is_rate(figure, *pair) for pair in ((one, other), (other, one))):
            return "it is a rate of numbers of the source"
    telling = _is_narrow(figure, _FINE) and magnitude(figure.quantity.value or 0) >= _TELLING
    said = bool(figure.noun) or figure.quantity.unit is not None
    kin = [its for its in near if _of_one_kind(figure, its)] if telling and said else []
    if len(kin) <= KIND and any(
        _may_be(figure, magnitude(base(a.quantity) - base(b.quantity))) for a, b in combinations(kin, 2)
    ):
        return "it is a difference of numbers of the source"
    return ""


def _is_points(quantity: Quantity) -> bool:
    """Whether a number is the distance of two percentages."""
    return quantity.counted == "point" or (quantity.unit is not None and quantity.unit.name == "percentage point")


def _of_points(figure: Figure, near: Sequence[Figure]) -> str:
    points = Interval.around(figure.quantity.value or 0, figure.quantity.step)
    shares = [its.quantity.value or 0 for its in near if is_percent(its.quantity)]
    found = any(points.meets(Interval.point(whole(magnitude(a - b)))) for a, b in combinations(shares, 2))
    return "it is a difference of numbers of the source" if found else ""


def _is_narrow(figure: Figure, least: int) -> bool:
    """Whether what a number may mean is no wider than one part in ``least`` of it: else it follows from anything."""
    values = figure.values
    if values.lower is None or values.upper is None:
        return False
    return (values.upper - values.lower) * least <= magnitude(values.upper)


def _may_add(figure: Figure, one: Figure, other: Figure) -> bool:
    """Whether a number may be the sum or the difference of two: all measure the same, no noun another thing."""
    if not _are_alike(figure, one, other):
        return False
    if not figure.noun:
        return True
    people = figure.counts_people and (one.counts_people or other.counts_people)
    return people or figure.noun in (one.noun, other.noun)


def _are_alike(figure: Figure, one: Figure, other: Figure) -> bool:
    return alike(figure.quantity, one.quantity) and alike(one.quantity, other.quantity)


def _are_one_kind(one: Figure, other: Figure) -> bool:
    """Whether two numbers count the same, as far as they say: cars and boats make no sum that anybody would name."""
    people = one.counts_people and other.counts_people
    return people or not (one.noun and other.noun) or one.noun == other.noun


def _is_part(figure: Figure, one: Figure, percent: Figure) -> bool:
    """Whether a number is so many percent of another, or what is left then."""
    if not is_percent(percent.quantity) or not alike(figure.quantity, one.quantity):
        return False
    share = base(percent.quantity)
    return _may_be(figure, whole(base(one.quantity) * share)) or _may_be(
        figure, whole(base(one.quantity) * (1 - share))
    )


def _is_rate(figure: Figure, one: Figure, other: Figure) -> bool:
    """Whether a number is one for each of another: dollars a head, euros a kilogram."""
    unit, of = figure.quantity.unit, one.quantity.unit
    end = figure.quantity.number_end
    if not _EACH.search(figure.page.text[end : end + _REACH]):
        return False
    if unit is None or of is None or not base(other.quantity) or alike(one.quantity, other.quantity):
        return False
    if unit.dimension[:1] != of.dimension[:1]:
        return False
    rate = divide(base(one.quantity), base(other.quantity))
    value = figure.quantity.value or 0
    return _may_be(figure, rate) or magnitude(rate - value) * _ROUGH <= rate


def compares(figure: Figure) -> bool:
    """Whether the words behind a number say that it lies between two others: "18 behind the United States"."""
    return bool(_COMPARES.match(figure.page.text, figure.quantity.end, figure.sentence[1]))


def lies_between(figure: Figure, known: Known) -> bool:
    """Whether a number is the distance of what the source has for its place, or for anything, from another."""
    near = [its for its in known.near(figure) if its.quantity.value and alike(its.quantity, figure.quantity)]
    ours = [its for its in near if its.places & figure.places] or near
    return any(_may_be(figure, magnitude(base(a.quantity) - base(b.quantity))) for a in ours for b in near)


def says_rest(figure: Figure) -> bool:
    """Whether the words around say that it is of several together, or of what is left."""
    return bool(_rest().search(figure.page.text, *figure.sentence))


@cache
def _rest() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, table.cues('rest')))})\b", re.IGNORECASE)


def _may_be(figure: Figure, amount: Rational) -> bool:
    """Whether a number may mean an amount [base unit]."""
    return figure.values.meets(Interval.point(amount))


def _total(figures: Sequence[Figure]) -> Rational:
    return together(its.quantity for its in figures)


def _lengths(figure: Figure, known: Known) -> Iterator[int]:
    """The lengths of the source's lists that a number may count: of countries those of countries."""
    for length, nouns in known.lengths:
        # What the source counts itself is not counted anew.
        counted = figure.quantity.counted
        if counted is None or counted in nouns if nouns else figure.noun not in known.nouns:
            yield length


def _of_one_kind(one: Figure, other: Figure) -> bool:
    """Whether two numbers may be added: they measure the same, of the same things as far as they say."""
    if not alike(one.quantity, other.quantity):
        return False
    if one.quantity.unit is not None:
        return not one.label or not other.label or bool(one.label & other.label)
    return one.noun == other.noun or (one.counts_people and other.counts_people)
