"""
Telling: from a judged rule to the sentence, the sum and the places that a person reads.

The sentence is the relation's template, filled with what its expressions come to as printed; the
ledger below it lists every operand, so that the sum can be checked by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from factcheck.engine.judge import Judgement, values_of
from factcheck.engine.side import sides
from factcheck.model.claim import Rule
from factcheck.model.document import Document
from factcheck.model.expression import Expression, Operand, Sum, evaluate, operands, render
from factcheck.model.finding import Entry, Gap, Location, Side
from factcheck.model.frozen import frozen
from factcheck.model.interval import Interval
from factcheck.model.number import Rational, divide, grouped, magnitude, whole
from factcheck.model.quantity import Modifier, Name, Quantity, show
from factcheck.model.reading import Reading
from factcheck.model.relation import Agreement, Comparison, Evident, Inclusion, Names, Sign, parts_of, stated_in
from factcheck.model.stated import Printing, Stated
from factcheck.model.unit import Unit
from factcheck.model.wording import do, fill, listed, sentence


@frozen
class Told:
    """What there is to say of a rule."""

    message: str
    ledger: tuple[Entry, ...]
    locations: tuple[Location, ...]
    gap: Gap | None
    equation: str
    sides: tuple[Side, ...] = ()


class Teller:
    """Tells of rules, with the documents that their operands stand in."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self.documents = documents

    def tell(self, rule: Rule, judgement: Judgement) -> Told:
        """The sentence, the ledger, the places and the gap of a judged rule."""
        part = judgement.part or parts_of(rule.relation)[0]
        roles = dict(rule.roles)
        match part:
            case Comparison():
                return replace(self._comparison(rule, part, roles), sides=sides(part, judgement))
            case Agreement():
                return replace(self._agreement(rule, part, roles), sides=sides(part, judgement))
            case Inclusion():
                return self._inclusion(rule, part)
            case Evident():
                locations = tuple(filter(None, (self.location(its, roles) for its in part.operands)))
                entries = tuple(self.entry(its, roles) for its in part.operands)
                return Told(sentence(part.broken), entries, locations, None, "")

    def location(self, stated: Stated, roles: Mapping[str, str]) -> Location | None:
        """Where an operand stands; ``None`` where it stands in no document."""
        return self.printing_location(stated.printings[0], roles.get(stated.key, "operand"))

    def printing_location(self, printing: Printing, role: str) -> Location | None:
        """Where a printing stands; ``None`` where that is no document."""
        if printing.source not in self.documents:
            return None
        quantity = printing.quantity
        return self.passage(printing.source, quantity.start, quantity.end, role, printing.claim)

    def passage(self, source: str, start: int, end: int, role: str, claim: str) -> Location:
        """A passage of a source as a location."""
        return Location.of(self.documents[source], start, end, role, claim)

    def entry(self, stated: Stated, roles: Mapping[str, str]) -> Entry:
        """A line of a ledger for an operand."""
        label = stated.own_label if hedged(stated.quantity) else stated.label
        return self.printing_entry(stated.printings[0], label, roles.get(stated.key, "operand"))

    def printing_entry(self, printing: Printing, label: str, role: str) -> Entry:
        """A line of a ledger for one printing."""
        location = self.printing_location(printing, role)
        value, unit = printing.quantity.value, printing.quantity.unit
        amount = unit.to_base(value) if unit and value is not None else value
        return Entry(
            label, hedged(printing.quantity), location, quote=printing.said, amount=amount, claim=printing.claim
        )

    def _comparison(self, rule: Rule, part: Comparison, roles: Mapping[str, str]) -> Told:
        unit = part.unit
        left, right = exact(part.left), exact(part.right)
        gap = gap_of(part, left, right)
        words = {
            "left": shown(left, unit),
            "right": right_words(part, right),
            "gap": show(magnitude(gap.value), unit) if gap else "",
            "off": off(part, gap),
            "subject": rule.subject,
            "do": do(rule.subject),
            "left_side": render(part.left),
            "right_side": render(part.right),
        }
        stated = list({its.key: its for its in stated_in(part)}.values())
        message = sentence(fill(part.broken, words).replace(" ()", ""))
        return Told(
            message,
            self._ledger(part, left, roles),
            (
                *filter(None, (self.location(its, roles) for its in stated)),
                *(place for names in part.lists for place in self._list_location(names)),
            ),
            gap,
            f"{render(part.left)} = {shown(left, unit)}" if not isinstance(part.left, Operand) else "",
        )

    def _ledger(self, part: Comparison, left: Interval | None, roles: Mapping[str, str]) -> tuple[Entry, ...]:
        entries = [self.entry(its, roles) for its in operands(part.left)]
        if isinstance(part.left, Sum) and all(isinstance(term, Operand) for term in part.left.terms):
            minus = [weight < 0 for weight in part.left.weights]
            entries = [
                replace(entry, value=f"− {entry.value}", amount=-(entry.amount or 0)) if less else entry
                for entry, less in zip(entries, minus, strict=True)
            ]
        entries += [
            Entry(names.label, f"{len(names.names)}", place)
            for names in part.lists
            for place in self._list_location(names)
        ]
        if not isinstance(part.left, Operand) and not part.lists:
            name = "together" if isinstance(part.left, Sum) and all(w > 0 for w in part.left.weights) else "that is"
            amount = left.lower if left and left.is_point else None
            entries.append(Entry(name, shown(left, part.unit), total=True, amount=amount))
        for stated in operands(part.right):
            entry = self.entry(stated, roles)
            label = "stated" if not isinstance(part.left, Operand) else stated.own_label
            entries.append(replace(entry, label=label))
        return tuple(entries)

    def _agreement(self, rule: Rule, part: Agreement, roles: Mapping[str, str]) -> Told:
        stated = [its for term in part.terms for its in operands(term)]
        words = {"subject": rule.subject, "do": do(rule.subject)}
        gap = None
        values = [exact(term) for term in part.terms]
        first, last = values[0], values[-1]
        if first is not None and last is not None and all(isinstance(term, Operand) for term in part.terms):
            gap = _gap(_distance(last, first), part.unit, first)
        locations = tuple(filter(None, (self.location(its, roles) for its in stated)))
        entries = tuple(self.entry(its, roles) for its in stated)
        return Told(sentence(fill(part.broken, words)), entries, locations, gap, "")

    def _inclusion(self, rule: Rule, part: Inclusion) -> Told:
        outside = outsiders(part)
        words = {
            "outside": listed([name.text for name in outside]),
            "stands": "stands" if len(outside) == 1 else "stand",
        }
        keys = {name.key for name in outside}
        locations = [
            self.passage(part.names.source, name.start, name.end, "outside", part.names.claim)
            for name in part.names.names
            if name.key in keys and part.names.source in self.documents
        ]
        locations += self._list_location(part.of)
        entries = [Entry(name.text, "", its) for name, its in zip(outside, locations, strict=False)]
        return Told(sentence(fill(part.broken, words)), tuple(entries), tuple(locations), None, "")

    def _list_location(self, names: Names) -> list[Location]:
        if names.source not in self.documents:
            return []
        return [self.passage(names.source, names.start, names.end, "list", names.claim)]


def exact(expression: Expression) -> Interval | None:
    """What an expression comes to with the numbers as printed; ``None`` where that is nothing."""
    stated = {its.key: its for its in operands(expression)}
    values = values_of(stated.values(), Reading.EXACT)
    if values is None:
        # Restated in another precision: the first printing speaks.
        values = {key: its.printings[0].interval(Reading.EXACT) for key, its in stated.items()}
    try:
        return evaluate(expression, values)
    except ZeroDivisionError:
        return None


def gap_of(part: Comparison, left: Interval | None, right: Interval | None) -> Gap | None:
    """How far the left side lies above (or below) what the right side says, from the exact reading."""
    if left is None or right is None:
        return None
    return _gap(_distance(left, right), part.unit, right)


def shown(interval: Interval | None, unit: Unit | None) -> str:
    """An interval in base units for a person, in a unit: "177", "at least 45", "43 to 47"."""
    if interval is None:
        return "nothing"
    if unit is None:
        return said(interval, None)
    return said(interval.shifted(-unit.offset).scaled(divide(1, unit.factor)), unit)


def said(interval: Interval, unit: Unit | None) -> str:
    """An interval for a person, its ends in the unit that it is told in."""
    lower, upper = interval.lower, interval.upper
    if lower is None:
        if upper is None:
            return "any number"
        return f"{'less than' if interval.upper_open else 'at most'} {show(upper, unit)}"
    if upper is None:
        return f"{'more than' if interval.lower_open else 'at least'} {show(lower, unit)}"
    return show(lower, unit) if lower == upper else f"{show(lower, unit)} to {show(upper, unit)}"


def off(part: Comparison, gap: Gap | None) -> str:
    """The gap with its direction: "27 too many", "0.9 kg too little"."""
    if gap is None or not gap.value:
        return ""
    size = show(magnitude(gap.value), part.unit)
    if part.sign == Sign.EQUAL or gap.value > 0:
        much = ("many", "few") if part.many else ("much", "little")
        return f"{size} too {much[0] if gap.value > 0 else much[1]}"
    return size


def hedged(quantity: Quantity) -> str:
    """A quantity as printed, with its hedge: "approximately 234 kg", "over $31.6 million"."""
    words = f"{quantity.hedge.words} " if quantity.hedge and quantity.modifier != Modifier.EXACT else ""
    if quantity.value is None:
        ends = (show(end, quantity.unit) for end in (quantity.lower, quantity.upper) if end is not None)
        return words + " to ".join(ends)
    return words + show(quantity.value, quantity.unit)


def right_words(part: Comparison, right: Interval | None) -> str:
    """The right side as the text says it, hedge included, where it is one stated quantity."""
    if isinstance(part.right, Operand):
        return hedged(part.right.stated.quantity)
    return shown(right, part.unit)


def outsiders(part: Inclusion) -> list[Name]:
    """The names of the first list that do not stand in the other."""
    of = {name.key for name in part.of.names}
    return list({name.key: name for name in part.names.names if name.key not in of}.values())


def _distance(left: Interval, right: Interval) -> Rational:
    """How far the left lies above the right; below 0 where it lies under it, 0 where they meet."""
    if left.precedes(right) and left.upper is not None and right.lower is not None:
        return whole(left.upper - right.lower)
    if right.precedes(left) and left.lower is not None and right.upper is not None:
        return whole(left.lower - right.upper)
    return 0


def _gap(distance: Rational, unit: Unit | None, of: Interval) -> Gap | None:
    if not distance:
        return None
    value = divide(distance, unit.factor) if unit else distance
    share = None
    if of.is_point and of.lower:
        share = Fraction(magnitude(distance)) / magnitude(of.lower)
    return Gap(value, unit, share)


def percent(share: Fraction | None) -> str:
    """A share for a person: "0.4 %"."""
    return "" if share is None else f"{grouped(round(share * 100, 1))}%"
