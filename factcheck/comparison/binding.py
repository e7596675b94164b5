"""
Which number of the source a number of the rewrite restates.

What both count, the place and the class that they are said of, and the words around them each speak for a
pair, and against one that differs in them; an equal value speaks for it most. Where no number of the same
thing agrees, the one that has most in common is the one that was changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from factcheck.comparison.agreement import agree
from factcheck.comparison.figure import Figure
from factcheck.facts.place import countries
from factcheck.model import table
from factcheck.model.amount import base, is_percent
from factcheck.model.frozen import frozen
from factcheck.model.number import divide, magnitude
from factcheck.model.quantity import Direction, Modifier, Quantity
from factcheck.model.slip import is_slip

_SURE = 5
"""From here on two numbers surely state the same fact [points]."""
_MEANT = 3
"""From here on they probably do [points]."""
_TELLING = 10
"""Below, any number is one digit away from any other."""
_TELLING_MUCH = 4
"""What it says that two numbers are the same to three digits [points]."""
_FAR = 3
"""A number that is so many times another was not made from it, unless the words leave no doubt."""
SMALL = 3
"""Up to here a number is hardly a figure ("two men said")."""


class Sameness(StrEnum):
    """What a number of the rewrite is to the source."""

    STATED = "stated"
    """The source states it."""
    CHANGED = "changed"
    """The source states another value of the same fact."""
    REVERSED = "reversed"
    """The source states it as a change the other way."""
    RELABELLED = "relabelled"
    """The source has the same digits in another unit or currency."""
    ABSENT = "absent"
    """The source has nothing like it."""


@frozen
class Binding:
    """A number of the rewrite, and the one of the source that it restates."""

    figure: Figure
    sameness: Sameness
    source: Figure | None = None
    sure: bool = False
    """Whether the words leave no doubt that they state one fact."""
    points: int = 0
    """How much speaks for it."""
    exact: bool = False
    """Whether they are said of the very same place or class, or have the same value with another hedge."""


def bind(figure: Figure, sources: Sequence[Figure]) -> Binding:
    """The number of the source that one of the rewrite restates, if any does."""
    rivals = [its for its in sources if comparable(figure.quantity, its.quantity)]
    named = any(figure.label & its.label for its in rivals)
    counted = any(figure.noun == its.noun for its in rivals if figure.noun)
    scored = [
        (likeness(figure, its) + _slip(figure, its), its)
        for its in rivals
        if not conflict(figure, its, named=named, counted=counted)
    ]
    if figure.quantity.ends and any(its.quantity.ends for points, its in scored if points >= _MEANT):
        # Where the source has a range of it, that is what was meant, not a number in between.
        scored = [(points, its) for points, its in scored if its.quantity.ends]
    agreeing = [(points + _telling(figure, its), its) for points, its in scored if agree(figure, its)]
    best = max(scored, key=_first, default=None)
    if agreeing:
        points, its = max(agreeing, key=lambda pair: (pair[0], pair[1].words_of_sentence == figure.words_of_sentence))
        if best is None or best[0] < points + _SURE or best[0] < _SURE:
            reversed_ = points >= _MEANT and _moves_apart(figure, its)
            return Binding(figure, Sameness.REVERSED if reversed_ else Sameness.STATED, its, points >= _MEANT)
    relabelled = _relabelled(figure, sources)
    if relabelled is not None and (best is None or relabelled[0] + 1 >= best[0]):
        return Binding(figure, Sameness.RELABELLED, relabelled[1], relabelled[0] >= _MEANT)
    if best is not None and best[0] >= _MEANT and not is_vague(figure.quantity):
        points, its = best
        named = bool(figure.places and figure.places == its.places) or bool(figure.label & its.label)
        # The same number with a bound that excludes it is no other number.
        equal = figure.value is not None and figure.value == its.value
        named = named or equal
        small = figure.quantity.counts and (figure.quantity.value or 0) <= SMALL
        sure = (equal or points >= _SURE) and not is_fraction(figure.quantity)
        alike = bool(figure.noun) and figure.noun == its.noun and not figure.counts_people
        if named or (sure and (alike or not small)) or (not small and _near(figure, its)):
            return Binding(figure, Sameness.CHANGED, its, sure, points, named)
    bounded = [its for its in rivals if its.value == figure.value is not None and not figure.quantity.ends]
    if len(bounded) == 1 and not agree(figure, bounded[0]) and _slip(figure, bounded[0]):
        # "less than 45 weapons" of "45 firearms": the number is the source's, the bound is not.
        return Binding(figure, Sameness.CHANGED, bounded[0], exact=True)
    return Binding(figure, Sameness.ABSENT)


def _first(pair: tuple[int, Figure]) -> int:
    return pair[0]


def is_fraction(quantity: Quantity) -> bool:
    """Whether a number is a share in words ("two-thirds of them"), which counts nothing itself."""
    value = quantity.value
    return value is not None and not quantity.step and 0 < value.numerator < value.denominator


def is_vague(quantity: Quantity) -> bool:
    """Whether a number is a word like "thousands"."""
    return quantity.text.split()[-1].lower() in table.numbers().plurals or (
        quantity.text.split()[0].lower() in table.numbers().plurals
    )


def comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers measure the same: a unit of the same dimension, or none."""
    if is_fraction(one) or is_fraction(other):
        shares = all(is_fraction(its) or is_percent(its) for its in (one, other))
        return shares and one.dimension == other.dimension
    if (one.unit is None) != (other.unit is None) or one.dimension != other.dimension:
        return False
    return one.unit is None or other.unit is None or bool(one.dimension) or one.unit.name == other.unit.name


def conflict(one: Figure, other: Figure, *, named: bool, counted: bool) -> bool:
    """
    Whether two numbers are said of different places, classes or things. ``named`` and ``counted`` say that the
    source has a number of the class, and of the things, that the one is said of.
    """
    if one.places and other.places and not countries(one.places) & countries(other.places):
        return True
    if counted and other.noun and one.noun != other.noun and not (one.counts_people or other.counts_people):
        told = (one.near & other.near) - {one.noun, other.noun}
        return not told and _telling(one, other) < _TELLING_MUCH
    return bool(named and one.label and other.label and not one.label & other.label)


def likeness(one: Figure, other: Figure, *, words: int = 3) -> int:
    """How much speaks for two numbers stating one fact; ``words`` is the most that the words beside them may say."""
    found = min(words, len((one.near & other.near) - {one.noun}))
    found += min(words, 2, len(one.around & other.around) // 3)
    found += _of_nouns(one, other)
    if one.label & other.label:
        found += 4
    if one.places and other.places:
        found += 4 if one.places == other.places else -1
    elif one.places or other.places:
        found -= 1
    if one.quantity.unit is not None and one.quantity.unit == other.quantity.unit:
        found += 1
    if one.value == other.value and (one.quantity.value or 0) >= _TELLING:
        found += 1
    if one.quantity.direction != other.quantity.direction:
        found -= 1
    return found


def _telling(one: Figure, other: Figure) -> int:
    """What it says that two numbers agree: much where they are the same to three digits, or to two."""
    value, quantity = one.quantity.value, one.quantity
    if value is None or not value or one.value != other.value or quantity.modifier != Modifier.EXACT:
        return 0
    digits = magnitude(value) / (quantity.step or 1)
    return _TELLING_MUCH if digits >= 100 else 2 if digits >= _TELLING else 0


def _moves_apart(one: Figure, other: Figure) -> bool:
    """Whether the one says that something rose by a number, and the other that it fell."""
    ways = {one.quantity.direction, other.quantity.direction}
    return ways == {Direction.UP, Direction.DOWN}


def _near(one: Figure, other: Figure) -> bool:
    """Whether a number is near enough to another to have been made from it."""
    a, b = magnitude(base(one.quantity)), magnitude(base(other.quantity))
    return _slip(one, other) or max(a, b) <= _FAR * min(a, b)


def _of_nouns(one: Figure, other: Figure) -> int:
    """What the counted nouns say: the same, one of them a word for anybody, or one in the words of the other."""
    if one.noun and one.noun == other.noun:
        return 2
    points = 0
    if one.noun and other.noun:
        points = 1 if one.counts_people and other.counts_people and (one.anybody or other.anybody) else -1
    return points + 2 * (one.noun in other.near or other.noun in one.near)


def _relabelled(figure: Figure, sources: Sequence[Figure]) -> tuple[int, Figure] | None:
    """A number of the source with the same digits and another unit or currency."""
    quantity = figure.quantity
    if quantity.unit is None or quantity.value is None:
        return None
    scored = [(likeness(figure, its), its) for its in sources if _same_digits(quantity, its.quantity)]
    best = max(scored, key=_first, default=None)
    if best is None:
        return None
    # Three digits are hardly the same by chance.
    telling = _MEANT if quantity.value >= 100 * quantity.step > 0 else 0
    return (best[0] + telling, best[1]) if best[0] + telling >= 2 else None


def _same_digits(one: Quantity, other: Quantity) -> bool:
    if other.unit is None or one.unit is None or one.value is None or other.value is None or one.unit == other.unit:
        return False
    kinds = [bool(its.currency) for its in (one.unit, other.unit)]
    if kinds[0] != kinds[1] or (not kinds[0] and one.dimension != other.dimension):
        return False
    reach = divide(max(one.step, other.step), 2)
    return one.value != 0 and magnitude(one.value - other.value) <= reach


def _slip(one: Figure, other: Figure) -> bool:
    """Whether a typing slip leads from the one to the other; of single digits that says nothing."""
    a, b = one.quantity.value or 0, other.quantity.value or 0
    return max(a, b) >= _TELLING and is_slip(a, b)
