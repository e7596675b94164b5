"""
A stated quantity as an operand of a rule: every printing of one fact, and what they say together.
"""

from __future__ import annotations

from dataclasses import field, replace

from factcheck.model.frozen import frozen
from factcheck.model.interval import Interval
from factcheck.model.number import Rational
from factcheck.model.quantity import Modifier, Quantity, show
from factcheck.model.reading import Reading, interval, is_round
from factcheck.model.unit import Dimension, Unit


def printing_key(source: str, quantity: Quantity) -> str:
    """The identity of a number in a document."""
    return f"{source}:{quantity.number_start}:{quantity.number_end}"


def as_written(quantity: Quantity) -> Quantity:
    """A quantity whose zeros behind the point count: those of "$20.0 million" were written on purpose."""
    number = quantity.text[quantity.number_start - quantity.start : quantity.number_end - quantity.start]
    if quantity.significant > quantity.step and "." in number:
        return replace(quantity, significant=quantity.step)
    return quantity


@frozen
class Printing:
    """One statement of a fact: where it stands, and the quantity that stands there."""

    quantity: Quantity
    source: str = ""
    """The path of the document; empty where it is no document's (a constant, a person's word)."""
    claim: str = ""
    """The id of the claim that quotes it."""
    precision: Rational | None = None
    """What the claim's ``precision:`` grants [in the quantity's unit]; ``None`` leaves it to the words."""
    evidence: bool = False
    """Whether it stands as evidence: it is doubted last."""
    said: str = ""
    """The words as quoted, for messages."""

    @property
    def key(self) -> str:
        """Its identity: the same number in the same place is the same printing, whichever claim quotes it."""
        if self.source:
            return printing_key(self.source, self.quantity)
        return f"{self.claim}={self.quantity.text}"

    def interval(self, reading: Reading) -> Interval:
        """The values that it may mean under a reading, in base units."""
        values = interval(self.quantity, reading, self.precision)
        unit = self.quantity.unit
        return values.scaled(unit.factor).shifted(unit.offset) if unit else values


@frozen
class Stated:
    """
    A fact with its printings; its intervals are what all of them allow together (SEC EFM 6.5.12:
    of restatements in different precision the meeting is what later sums use).
    """

    key: str
    """Its identity in a run: the claim that names it first."""
    label: str
    """How messages call it: "Germany", "cryptocurrency"."""
    printings: tuple[Printing, ...] = field(repr=False)
    cue: str = ""
    """The words just before it that open a list ("including"); empty where there are none."""
    source_label: str = "the text"
    """How messages call its source: "the article"."""
    backed: bool = False
    """Whether evidence agrees with it: it is doubted last."""
    group: str = ""
    """The table of names that its breakdown goes by ("country"); empty outside a breakdown."""

    @property
    def quantity(self) -> Quantity:
        """The first printing's quantity."""
        return self.printings[0].quantity

    @property
    def unit(self) -> Unit | None:
        """The unit as printed first."""
        return self.printings[0].quantity.unit

    @property
    def dimension(self) -> Dimension:
        """What it measures."""
        return self.printings[0].quantity.dimension

    @property
    def words(self) -> str:
        """The words that state it, in quotation marks; the value where there are none."""
        said = self.printings[0].said
        return f"“{' '.join(said.split())}”" if said else self.printed

    @property
    def value(self) -> Rational | None:
        """The value as printed first, in base units; ``None`` for a range."""
        quantity = self.quantity
        if quantity.value is None:
            return None
        return quantity.unit.to_base(quantity.value) if quantity.unit else quantity.value

    @property
    def printed(self) -> str:
        """The value as printed first, for a person."""
        quantity = self.quantity
        if quantity.value is None:
            ends = [show(end, quantity.unit) for end in (quantity.lower, quantity.upper) if end is not None]
            return " to ".join(ends)
        return show(quantity.value, quantity.unit)

    @property
    def own_label(self) -> str:
        """Its label, where that says more than the number does: a number in a text is often called by its own words."""
        words = self.label.casefold()
        is_number = words in (self.printings[0].said.casefold(), self.printed.casefold())
        return "" if is_number or not any(letter.isalpha() for letter in words) else self.label

    @property
    def named(self) -> str:
        """The value as printed, with what it is of: "$75.2 million (settlement)"."""
        return f"{self.printed} ({self.own_label})" if self.own_label else self.printed

    def interval(self, reading: Reading) -> Interval | None:
        """The values under a reading in base units; ``None`` where its printings contradict each other."""
        result = self.printings[0].interval(reading)
        for printing in self.printings[1:]:
            met = result.meeting(printing.interval(reading))
            if met is None:
                return None
            result = met
        return result


def same_precision(a: Printing, b: Printing) -> bool:
    """
    Whether two printings claim the same precision in the same unit, without a hedge: restated, they
    must be equal to the digit (design/rounding.md, Relations). Of round numbers the zeros claim
    nothing: 200,000 may restate 210,000.
    """
    one, other = a.quantity, b.quantity
    if one.modifier != Modifier.EXACT or other.modifier != Modifier.EXACT:
        return False
    if one.unit != other.unit or one.step != other.step:
        return False
    return one.significant == other.significant or not (is_round(one) or is_round(other))
