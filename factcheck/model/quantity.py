"""
Quantities as stated: a number, its unit, the words around it, and where they stand.

Offsets are 0-based code points in the text that was read, the end exclusive.
"""

from __future__ import annotations

from enum import StrEnum

from factcheck.model.frozen import frozen
from factcheck.model.number import Rational, divide, grouped, magnitude, plain, whole
from factcheck.model.unit import DIMENSIONLESS, Dimension, Unit
from factcheck.model.wording import plural


class Modifier(StrEnum):
    """What the words around a number do to it."""

    EXACT = "exact"
    APPROXIMATE = "approximate"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    UP_TO = "up_to"
    RANGE = "range"


class Side(StrEnum):
    """Where the values lie that a hedge allows beyond the number itself."""

    AROUND = "around"
    BELOW = "below"
    ABOVE = "above"


class Direction(StrEnum):
    """Which way a verb of change moves ("rose 5 %", "lost 190 points")."""

    UP = "up"
    DOWN = "down"


@frozen
class Width:
    """How far a hedge reaches on each side where a project decides it: a half-width."""

    times: Rational = 1
    """How many times as far as the words alone reach (model/reading.py, ``width``)."""
    share: Rational | None = None
    """Instead of that, a share of the value: 1/20 is five per cent."""

    @property
    def told(self) -> str:
        """
        The width for a person.

        >>> Width(share=divide(1, 20)).told, Width(times=2).told
        ('5% of the value', '2 times the usual width')
        """
        if self.share is not None:
            return f"{grouped(whole(self.share * 100))}% of the value"
        return f"{grouped(self.times)} times the usual width"


@frozen
class Hedge:
    """A hedge as the table ``en/hedges.yaml`` has it."""

    words: str
    """The words, in lower case: "more than"."""
    modifier: Modifier
    """Its label."""
    side: Side
    """Where the values lie that it allows."""
    bound: bool
    """Whether it is a bound, infinite on that side, rather than a width of one significant place."""
    closed: bool
    """Whether the number itself is allowed ("at least": yes; "more than", "nearly": no)."""
    soft: bool
    """Whether the whole of it may be cancelled ("up to 50, or even 60"): a breach is a warning then."""
    width: Width | None = None
    """How far it reaches where a project decides that; ``None`` leaves it to the words. A bound has none."""


@frozen
class Name:
    """A name in the text, as printed and as compared."""

    text: str
    """As printed: "the U.S."."""
    start: int
    end: int
    key: str
    """As compared: folded, aliases resolved ("united states")."""


@frozen
class Quantity:
    """
    A number and its unit, as stated.

    A range ("between $26 and $31 million") has no ``value`` but ``lower`` and ``upper``.
    All values are in ``unit`` as printed; ``interval`` (model/reading.py) turns them into intervals.
    """

    text: str
    """The words: hedge, number, unit or counted noun ("approximately 234 kilograms")."""
    start: int
    end: int
    number_start: int
    """Where the number itself begins, currency sign, sign and scale word included ("$31.6 million")."""
    number_end: int
    value: Rational | None
    step: Rational
    """One unit of the last printed place: 1/10 for 152.1, 100,000 for 31.6 million; 0 for a fraction in words."""
    significant: Rational
    """One unit of the last significant place: 10 for 4,560 [in ``unit``]."""
    unit: Unit | None = None
    counted: str | None = None
    """The noun that is counted, singular, lower case ("dose"); a label, not a dimension."""
    noun: str | None = None
    """The counted noun and the words that narrow it, as printed ("lethal fentanyl doses")."""
    hedge: Hedge | None = None
    """Of a range the hedge of both ends ("about 40 to 50"); an end may have one of its own ("40 to about 50")."""
    direction: Direction | None = None
    place: Name | None = None
    """The place or class that this number is said of, in a breakdown ("one in Bulgaria")."""
    lower: Rational | None = None
    upper: Rational | None = None
    scaled: bool = False
    """Whether the number has a scale word ("4 million") or is a fraction or multiple in words ("a third")."""
    exact: bool = False
    """Whether the words say that it is exact ("exactly 4,000")."""
    ends: tuple[Quantity, ...] = ()
    """The two ends of a range as quantities of their own, in the order of the text ("from 52 to 45")."""
    noun_span: tuple[int, int] | None = None
    """Where ``noun`` stands: of a noun that was left out, where the other number has it."""
    inherited: bool = False
    """Whether the unit or the noun was left out, and is that of another number ("built 900 cars, up from 700")."""

    @property
    def modifier(self) -> Modifier:
        """What the words around the number do to it; a range without a hedge of its own is one."""
        if self.hedge:
            return self.hedge.modifier
        return Modifier.RANGE if self.value is None else Modifier.EXACT

    @property
    def dimension(self) -> Dimension:
        """What it measures; a count or a bare number measures nothing."""
        return self.unit.dimension if self.unit else DIMENSIONLESS

    @property
    def counts(self) -> bool:
        """
        Whether it is a whole number of things, written to the unit: exact, without ± ½
        (beancount: integers give no tolerance).
        """
        return self.unit is None and self.step == 1 and not self.scaled

    def shown(self, value: Rational) -> str:
        """A value in this quantity's unit, for a person: "$31.6 million" style is left to the source's words."""
        return show(value, self.unit)


CALENDAR_YEAR = Unit("calendar year", "", (("calendar year", 1),))
"""What a year is where it is held against another: "2017", not "2,017"."""


def show(value: Rational, unit: Unit | None) -> str:
    """
    A value in a unit, for a person.

    >>> show(31600000, Unit("USD", "$", (("USD", 1),), currency=True))
    '$31.6 million'
    >>> show(45, None)
    '45'
    """
    if unit and unit.currency:
        return f"{'-' if value < 0 else ''}{unit.symbol}{_scaled(magnitude(value))}"
    if not unit:
        return _scaled(value)
    if unit == CALENDAR_YEAR:
        return plain(value)
    if unit.dimension == (("time", 1),):
        return f"{grouped(value)} {unit.name if value == 1 else plural(unit.name)}"
    glue = "" if unit.symbol in ("%", "‰") or unit.symbol.startswith("°") else " "
    return f"{grouped(value)}{glue}{unit.symbol}"


def _scaled(value: Rational) -> str:
    """A value with a scale word where it is short then, and exact: "31.6 million"."""
    for scale, word in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if magnitude(value) >= scale and len(grouped(divide(value, scale), 6)) <= 6:
            return f"{grouped(divide(value, scale))} {word}"
    return grouped(value)
