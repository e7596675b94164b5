"""
A quantity in the making: token indices instead of offsets, filled in by one room after the other.
"""

from __future__ import annotations

from factcheck.model.number import Rational, last_significant_place
from factcheck.model.quantity import Direction, Hedge, Name, Quantity
from factcheck.model.tokens import Tokens
from factcheck.model.unit import Unit


class Draft:
    """What is known so far of one number in a passage; ``last``, ``close`` and ``noun_last`` are exclusive."""

    __slots__ = (
        "attributive", "classed", "close", "counted", "direction", "ends", "exact", "first", "hedge", "indefinite",
        "inherited", "last", "lower", "noun_first", "noun_last", "open", "place", "place_first", "place_last", "ratio",
        "raw", "scale", "spelled", "step", "suspended", "unit", "upper", "value",
    )  # fmt: skip

    def __init__(self, first: int, last: int, value: Rational, step: Rational) -> None:
        self.first = first
        """First token of the number, its sign and currency sign included."""
        self.last = last
        """Token behind the number, its scale word included."""
        self.open = first
        """First token of the hedge, or of the number."""
        self.close = last
        """Token behind the unit or the counted noun."""
        self.value = value
        self.step = step
        self.scale = 1
        """What the scale word multiplied by."""
        self.raw = value
        """The value before the scale word."""
        self.ratio: tuple[int, int] | None = None
        """The two numbers of "one in four"."""
        self.spelled = False
        """Whether the number is written in words."""
        self.indefinite = False
        """Whether it is a plural number name: "dozens"."""
        self.unit: Unit | None = None
        self.counted: str | None = None
        self.noun_first = 0
        self.noun_last = 0
        self.hedge: Hedge | None = None
        self.exact = False
        self.direction: Direction | None = None
        self.place: Name | None = None
        self.place_first = 0
        """First token of a label before the number ("Rome: 65"); 0 elsewhere."""
        self.place_last = 0
        """Token behind the name, or behind the item where the name is a label."""
        self.classed = False
        """Whether ``place`` is the class that the number counts: "430 tankers"."""
        self.lower: Rational | None = None
        self.upper: Rational | None = None
        self.ends: tuple[Draft, Draft] | None = None
        self.inherited = False
        """Whether the unit or the noun is another number's."""
        self.suspended = False
        """Whether its noun is still to come: "four-, five- and six-cylinder"."""
        self.attributive = False
        """Whether it is the first half of a compound adjective: "11-member"."""

    @property
    def bare(self) -> bool:
        """Whether neither a unit nor a noun is known."""
        return self.unit is None and self.counted is None

    def significant(self) -> Rational:
        """One unit of the last significant place; 0 for a fraction in words and for an indefinite number."""
        if self.indefinite or not self.step:
            return 0
        value, step = self.value, self.step
        if isinstance(value, int) and isinstance(step, int) and value:  # the same, without a fraction
            digits = str(value // step)
            return step * int(10 ** (len(digits) - len(digits.rstrip("0"))))
        return last_significant_place(value, step)


def build(tokens: Tokens, draft: Draft) -> Quantity:
    """The quantity of a finished draft."""
    text, starts, ends = tokens.text, tokens.starts, tokens.ends
    start, end = starts[draft.open], ends[draft.close - 1]
    span = (starts[draft.noun_first], ends[draft.noun_last - 1]) if draft.noun_last else None
    noun = text[span[0] : span[1]] if span else None
    return Quantity(
        text[start:end],
        start,
        end,
        starts[draft.first],
        ends[draft.last - 1],
        None if draft.ends else draft.value,
        draft.step,
        draft.significant(),
        draft.unit,
        draft.counted,
        noun,
        draft.hedge,
        draft.direction,
        draft.place,
        draft.lower,
        draft.upper,
        draft.scale != 1,
        draft.exact,
        tuple(build(tokens, end) for end in draft.ends) if draft.ends else (),
        span,
        draft.inherited,
    )
