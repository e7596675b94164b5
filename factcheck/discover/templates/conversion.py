"""
An amount, and the same amount in another unit beside it.

In a bracket just behind it ("250 miles (400 km)"), after "or", "that is" or "equivalent to", or with "about" between
commas or dashes. Nobody converts to the last digit: both amounts are taken to be known to their last significant
place, so "250 miles" is anything from 245 to 255. Where the converted amount, rounded as it is printed, has two
digits swapped, a round number is no excuse, but a doubt: a warning. A term in months is converted exactly. Two
currencies have no fixed rate: where a text converts twice from the one into the other, one rate must serve both, and
a difference is a warning.

Finds:

    conversion 250; 470
    The farm lies 250 miles (470 km) south of the town.
    ---
    conversion 50; 565
    The boxes were found 50 m (565 ft) apart.
    ---
    conversion 20; 61
    It moved at 20 mph, or 61 km/h, towards the coast.
    ---
    conversion 30; 48
    The wall is 30 feet (48 kilometers) tall.
    ---
    conversion 22; 45.8
    He was charged over 22 kilograms (45.8 pounds) of it.
    ---
    conversion 57; 53
    The tunnel is 57 kilometres, about 53 miles, long.
    ---
    conversion 500,000; 123,000
    The pool holds 500,000 litres (123,000 gallons) of water.
    ---
    conversion 84; eight
    He was sentenced to 84 months (eight years) in prison.
    ---
    conversion €10 million; $11.6 million; €2.5 million; $3.9 million
    Sales were €10 million ($11.6 million). Profit fell to €2.5 million ($3.9 million).
    ---
    conversion 12; 45
    The road is 12 miles (that is, 45 km) long.
    ---
    conversion 100; 280
    The crate weighs 100 kg, equivalent to 280 pounds.

Leaves alone:

    The farm lies 250 miles (400 km) south of the town.
    ---
    The sea is over 1,400 feet (about 430 meters) deep there.
    ---
    A marathon is 42.195 kilometers (approximately 26.2 miles) long.
    ---
    The shelf is 6 ft (2 m) high.
    ---
    It took 3 hours (20 miles) to get there.
    ---
    He was sentenced to 84 months (seven years) in prison.
    ---
    The course takes 18 months (two years part-time).
    ---
    The lot is 50 feet (15 m) by 100 feet (30 m).
    ---
    The tunnel is 57 kilometres, about 35 miles, long.
    ---
    She ran 10 kilometres, about 2 miles of them uphill.
    ---
    The pool holds 500,000 litres (132,000 gallons) of water.
    ---
    The pool holds about 500,000 litres (123,000 gallons) of water.
    ---
    They paid $5 million (20 percent) at once.
    ---
    Sales were €10 million ($11.6 million). Profit fell to €2.5 million ($2.9 million).
    ---
    The firm earned $3 million, or 25 cents a share.
    ---
    It was 20 degrees Celsius (68 degrees Fahrenheit) at noon.
    ---
    The crate weighs 100 kg, equivalent to 220 pounds.
    ---
    They have 20 pounds of tea, about 5 kilograms, and more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from factcheck.discover.proposal import Proposal
from factcheck.discover.templates import Candidate, Guard
from factcheck.facts.page import Page
from factcheck.model.amount import base
from factcheck.model.fact import Fact, Role
from factcheck.model.number import Rational, divide, magnitude, whole
from factcheck.model.quantity import Quantity
from factcheck.model.slip import SlipKind, digits, slip_between

_NO_TWINS = frozenset({"time", "data"})
"""Dimensions of which two amounts side by side are seldom the same: "two hours (90 minutes of play)"."""
_RATE = Fraction(3, 100)
"""How far two rates of exchange in one text may lie apart [share]."""
_MOST_RATES = 12
"""A text with more conversions of a currency is a list of rates [pairs]."""
_FAR = 12
"""Beyond so many times an amount the other one may be meant for something else [ratio]."""


def candidates(page: Page) -> Iterator[Candidate]:
    """Each amount told again in another unit; of two currencies all their pairs together."""
    money: defaultdict[tuple[str, str], list[tuple[Fact, Fact]]] = defaultdict(list)
    for one, other in pairwise(page.facts):
        a, b = one.quantity.unit, other.quantity.unit
        if a is None or b is None or a == b or not other.has(Role.SAME) or not _is_beside(one, other):
            continue
        if a.currency and b.currency and a.dimension != b.dimension:
            money[a.name, b.name].append((one, other))
        elif a.converts_to(b) and not _is_money(one.quantity):
            yield Candidate({"one": (one,), "other": (other,)}, other.cue(Role.SAME))
    for pairs in money.values():
        ones, others = zip(*pairs, strict=True)
        yield Candidate({"one": ones, "other": others}, "(")


def _is_beside(one: Fact, other: Fact) -> bool:
    """Whether nothing stands between two amounts but the words by which the second tells the first again."""
    cue = next(cue for cue in other.cues if cue.role == Role.SAME)
    return one.sentence == other.sentence and cue.start - one.quantity.end <= _GAP


_GAP = 2
"""How much may stand between an amount and a bracket or an "or": a comma, a space [code points]."""


def _is_money(quantity: Quantity) -> bool:
    """Whether it is money, or money per something: "$3 million, or 25 cents a share" are two things."""
    return any(name.isupper() for name, _ in quantity.dimension)


def _is_measured(quantity: Quantity) -> bool:
    names = {name for name, _ in quantity.dimension}
    return bool(names) and not names <= _NO_TWINS


def _is_rated(candidate: Candidate) -> bool:
    unit = candidate["one"].quantity.unit
    return unit is not None and unit.currency


def _is_term(candidate: Candidate) -> bool:
    """Whether a bracket tells months in years, or the other way round: "84 months (seven years) in prison"."""
    units = {fact.quantity.unit.name for fact in candidate.facts if fact.quantity.unit}
    return units == {"month", "year"} and candidate.cue == "("


def _are_measures(page: Page, candidate: Candidate) -> bool:
    return _is_rated(candidate) or _is_measured(candidate["one"].quantity) or _is_term(candidate)


def _have_values(page: Page, candidate: Candidate) -> bool:
    return all(fact.quantity.value for fact in candidate.facts)


def _are_several(page: Page, candidate: Candidate) -> bool:
    return not _is_rated(candidate) or 1 < len(candidate.slots["one"]) <= _MOST_RATES


GUARDS = (
    Guard("they are measures, or a term in months and years", _are_measures),
    Guard("both have a value", _have_values),
    Guard("a currency is converted more than once", _are_several),
)


def propose(page: Page, candidate: Candidate) -> Proposal | None:
    """one = other in another unit, or one ÷ other the same for all."""
    if _is_rated(candidate):
        return _rates(page, candidate)
    one, other = candidate["one"].quantity, candidate["other"].quantity
    values = base(one), base(other)
    explicit = max(values) <= _FAR * min(values)
    slack = _slack(one) + _slack(other) if _is_measured(one) else 0
    if magnitude(values[0] - values[1]) <= slack and _is_swapped(one, other):
        explicit, slack = False, _slack(other)
        one = replace(one, exact=True)
    operands = {"one": (page.stated(_bare(one)),), "other": (page.stated(_bare(other)),)}
    return Proposal("conversion", operands, "the conversion", explicit, candidate.cue, tolerance=whole(slack))


def _is_swapped(one: Quantity, other: Quantity) -> bool:
    """Whether an amount is the other one, converted and rounded as it is printed, but for two digits swapped."""
    assert other.unit is not None
    place = other.significant or other.step
    if one.hedge or other.hedge or len(digits(other)) < 3 or not place:
        return False
    exact = divide(base(one) - other.unit.to_base(0), other.unit.factor)
    expected = whole(round(Fraction(exact) / Fraction(place)) * place)
    return slip_between(replace(other, value=expected), other) == SlipKind.SWAP


def _bare(quantity: Quantity) -> Quantity:
    """Without a bound: of "up to 30 inches (76 cm)" both ends are converted, not what lies below."""
    return replace(quantity, hedge=None) if quantity.hedge and quantity.hedge.bound else quantity


def _slack(quantity: Quantity) -> Rational:
    """Half a unit of the last significant place, at most a tenth of the amount [base unit]."""
    assert quantity.unit is not None
    value = magnitude(quantity.value or 0)
    half = min(divide(quantity.significant or quantity.step, 2), max(divide(value, 10), divide(quantity.step, 2)))
    return magnitude(half * quantity.unit.factor)


def _rates(page: Page, candidate: Candidate) -> Proposal | None:
    """One rate for all conversions of a currency; rates that differ threefold are of different times."""
    ones, others = candidate.slots["one"], candidate.slots["other"]
    rates = sorted(
        Fraction(base(one.quantity)) / Fraction(base(other.quantity)) for one, other in zip(ones, others, strict=True)
    )
    if rates[-1] > 3 * rates[0]:
        return None
    one, other = (tuple(page.stated(fact.quantity) for fact in side) for side in (ones, others))
    middle = rates[len(rates) // 2]
    return Proposal(
        "conversion", {"one": one, "other": other}, "the rate of exchange", False, "(", tolerance=middle * _RATE
    )
