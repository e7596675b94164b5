"""
An amount, and the same amount in another unit beside it.

In a bracket just behind it ("250 miles (400 km)"), after "or", "that is" or "equivalent to", or with "about"
between commas or dashes. Nobody converts to the last digit: both amounts are taken to be known to their last
significant place, so "250 miles" is anything from 245 to 255. Where the converted amount, rounded as it is
printed, has two digits swapped, a round number is no excuse, but a doubt: a warning. "Tons" may be short, long or
metric ones, and are whichever of them fits best. Two currencies have no fixed rate: where a text converts twice from
the one into the other, one rate must serve both, and a difference is a warning.

Finds:

    The farm lies 250 miles (470 km) south of the town.
    ---
    The boxes were found 50 m (565 ft) apart.
    ---
    It moved at 20 mph, or 61 km/h, towards the coast.
    ---
    The wall is 30 feet (48 kilometers) tall.
    ---
    He was charged over 22 kilograms (45.8 pounds) of it.
    ---
    The tunnel is 57 kilometres, about 53 miles, long.
    ---
    The pool holds 500,000 litres (123,000 gallons) of water.
    ---
    The ship holds 30 tons (36,000 kg) of coal.
    ---
    He was sentenced to 84 months (eight years) in prison.
    ---
    Sales were €10 million ($11.6 million). Profit fell to €2.5 million ($3.9 million).

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
    The ship holds 30 tons (27,200 kg) of coal.
    ---
    The ship holds 30 tons (30,500 kg) of coal.
    ---
    The ship holds 30 tons (30,000 kg) of coal.
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
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from factcheck.discover.near import Slip, base, digits, near, slip_between
from factcheck.discover.proposal import Proposal
from factcheck.facts.page import Page, Passage
from factcheck.model import table
from factcheck.model.number import Rational, divide, magnitude, whole
from factcheck.model.quantity import Quantity
from factcheck.model.regex import regex

_BRACKET = regex(r"\.?\s?[(\[]\s?(?:or |i\.e\.,? |that is,? |equal to |equivalent to |=\s?)?$")
_WORDS = regex(r",?\s(?:or|that is|i\.e\.|equal to|equivalent to|the equivalent of|=),?\s(?:about\s|nearly\s|some\s)?$")
_ASIDE = regex(r"(?P<mark>,|\s?[—–]|\s--?)\s?(?:about|approximately|around|roughly|some|nearly)\s$")
"""What opens a twin between commas or dashes: "57 kilometres, about 35 miles, long"."""
_NO_TWINS = frozenset({"time", "data"})
"""Dimensions of which two amounts side by side are seldom the same: "two hours (90 minutes of play)"."""
_RATE = Fraction(3, 100)
"""How far two rates of exchange in one text may lie apart [share]."""

Pair = tuple[Quantity, Quantity]


def find(page: Page) -> Iterator[Proposal]:
    """Measures in two units, and currencies that a text converts more than once."""
    money: defaultdict[tuple[str, str], list[Pair]] = defaultdict(list)
    for passage in page.passages:
        for one, other in _pairs(page, passage):
            if one.unit is None or other.unit is None or one.unit == other.unit:
                continue
            if one.unit.currency and other.unit.currency and one.dimension != other.dimension:
                money[one.unit.name, other.unit.name].append((one, other))
            alike = one.unit.converts_to(other.unit) and not _is_money(one)
            if alike and (_is_measured(one) or _is_term(page, one, other)):
                yield _measures(page, one, other)
    for pairs in money.values():
        yield from _currencies(page, pairs)


def _pairs(page: Page, passage: Passage) -> Iterator[Pair]:
    found = passage.quantities
    for one, other in itertools.pairwise(found):
        between = page.text[one.end : other.start]
        if len(between) > 40 or one.value is None or other.value is None:
            continue
        if _BRACKET.fullmatch(between):
            if page.text[other.end : other.end + 2].lstrip()[:1] in (")", "]", ";", ",", "/"):
                yield one, other
        elif _WORDS.fullmatch(between) or _is_aside(page, one, other):
            yield one, other


def _is_aside(page: Page, one: Quantity, other: Quantity) -> bool:
    aside = _ASIDE.fullmatch(page.text[one.end : other.number_start])
    after = page.text[other.end : other.end + 3].strip()
    return aside is not None and bool(after) and after[0] == aside["mark"].strip()[0]


def _is_money(one: Quantity) -> bool:
    """Whether it is money, or money per something: "$3 million, or 25 cents a share" are two things."""
    return any(name.isupper() for name, _ in one.dimension)


def _is_measured(one: Quantity) -> bool:
    names = {name for name, _ in one.dimension}
    return bool(names) and not names <= _NO_TWINS


def _is_term(page: Page, one: Quantity, other: Quantity) -> bool:
    """Whether a bracket tells months in years, or the other way round: "84 months (seven years) in prison"."""
    units = {its.unit.name for its in (one, other) if its.unit}
    between = page.text[one.end : other.start]
    return units == {"month", "year"} and _BRACKET.fullmatch(between) is not None and page.text[other.end] == ")"


def _measures(page: Page, one: Quantity, other: Quantity) -> Proposal:
    one, other = _settled(one, other), _settled(other, one)
    values = base(one), base(other)
    explicit = near(*values, share=Fraction(19, 20)) or max(values) <= 12 * min(values)
    # A term is converted exactly: "84 months (seven years)".
    slack = _slack(one) + _slack(other) if _is_measured(one) else 0
    if magnitude(values[0] - values[1]) <= slack and _is_swapped(one, other):
        explicit, slack = False, _slack(other)
        one = replace(one, exact=True)
    return Proposal(
        "conversion",
        {"one": (page.stated(_bare(one)),), "other": (page.stated(_bare(other)),)},
        "the conversion",
        explicit,
        "(",
        tolerance=whole(slack),
    )


def _settled(one: Quantity, other: Quantity) -> Quantity:
    """An amount whose unit may be several, "tons", in the one in which it comes nearest to the other amount."""
    assert one.unit is not None
    readings = (one, *(replace(one, unit=unit) for unit in table.units().readings.get(one.unit.name, ())))
    return min(readings, key=lambda reading: magnitude(base(reading) - base(other)))


def _is_swapped(one: Quantity, other: Quantity) -> bool:
    """Whether an amount is the other one, converted and rounded as it is printed, but for two digits swapped."""
    assert other.unit is not None
    place = other.significant or other.step
    if one.hedge or other.hedge or len(digits(other)) < 3 or not place:
        return False
    exact = divide(base(one) - other.unit.to_base(0), other.unit.factor)
    expected = whole(round(Fraction(exact) / Fraction(place)) * place)
    return slip_between(replace(other, value=expected), other) == Slip.SWAP


def _bare(quantity: Quantity) -> Quantity:
    """Without a bound: of "up to 30 inches (76 cm)" both ends are converted, not what lies below."""
    return replace(quantity, hedge=None) if quantity.hedge and quantity.hedge.bound else quantity


def _slack(quantity: Quantity) -> Rational:
    """Half a unit of the last significant place, at most a tenth of the amount [base unit]."""
    assert quantity.unit is not None
    value = magnitude(quantity.value or 0)
    half = min(divide(quantity.significant or quantity.step, 2), max(divide(value, 10), divide(quantity.step, 2)))
    return magnitude(half * quantity.unit.factor)


def _currencies(page: Page, pairs: list[Pair]) -> Iterator[Proposal]:
    rates = [Fraction(base(one)) / Fraction(base(other)) for one, other in pairs if other.value and one.value]
    if len(rates) < 2 or len(rates) != len(pairs) or len(pairs) > 12:
        return
    middle = sorted(rates)[len(rates) // 2]
    if max(rates) > 3 * min(rates):
        return
    one, other = (tuple(page.stated(its) for its in side) for side in zip(*pairs, strict=True))
    yield Proposal(
        "conversion",
        {"one": one, "other": other},
        "the rate of exchange",
        False,
        "(",
        tolerance=magnitude(middle * _RATE),
    )
