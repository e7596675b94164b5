"""
Claims: from the record of one to its statements, its value and its evidence, numbers read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.model.claim import Change, Claim, Evidence, Mark, Statement
from factcheck.model.name import canonical, fold
from factcheck.model.number import Rational, parse_decimal
from factcheck.model.quantity import Name, Quantity, Width
from factcheck.model.stated import Printing, Stated
from factcheck.model.wording import readable, single_spaced
from factcheck.records.evidence import EvidenceReader
from factcheck.records.fields import Errors
from factcheck.records.node import Node
from factcheck.records.record import ClaimRecord, QuoteRecord
from factcheck.records.slug import slug
from factcheck.records.source import Source
from factcheck.records.statement import Anchored, anchor, breakdown_items, cut_by_yaml, name_list, only_quantity
from factcheck.records.value import measured, quantities_of, unit_named


@dataclass(slots=True)
class Draft:
    """A claim whose numbers are read, before the claims of a run are tied together."""

    id: str
    file: str
    mark: Mark
    label: str
    group: str = ""
    """Of a breakdown, of its items and of a list of names: the table of names."""
    statements: list[Statement] = field(default_factory=list)
    printings: list[Printing] = field(default_factory=list)
    value: Quantity | None = None
    because: str = ""
    evidence: Sequence[Evidence] = ()
    evidence_claims: Sequence[tuple[Node, str]] = ()
    """Claims that stand as evidence: the place in the record, and the claim's name."""
    items: Sequence[str] = ()
    """Of a breakdown: the ids of its items."""
    note: str = ""
    source_label: str = "the record"
    key: str = field(init=False)
    """Its identity where files meet."""

    def __post_init__(self) -> None:
        self.key = f"{self.file}:{self.id}"

    def claim(self, stated: Stated | None) -> Claim:
        """The claim, with its operand: what ties it to the claims that state the same fact."""
        return Claim(
            self.id, self.file, self.mark, tuple(self.statements), self.value, self.because,
            tuple(self.evidence), stated, self.note,
        )  # fmt: skip


class ClaimReader:
    """Reads the claims of one file."""

    def __init__(self, file: str, errors: Errors, sources: Mapping[str, Source | None], default: str) -> None:
        self.file, self.errors, self.sources, self.default = file, errors, sources, default
        self.aliases: dict[str, str] = {}
        self.widths: Mapping[str, Width] = {}

    def drafts(self, record: ClaimRecord) -> list[Draft]:
        """A claim, and where it is a breakdown its items."""
        draft = Draft(record.id, self.file, self.errors.mark(record.node), record.label or readable(record.id))
        draft.because, draft.note, draft.group = record.because, record.note, record.names or record.breakdown
        lists = self._is_list(record)
        if record.value is not None:
            self._value(record.value, record, draft)
        precision = self._precision(record.precision) if record.precision is not None else None
        items: list[Draft] = []
        if record.breakdown:
            items = self._breakdown(record, draft, precision)
            draft.items = [item.id for item in items]
        else:
            for quote in record.quotes:
                self._statement(quote, record, draft, precision)
        if record.evidence:
            states = bool(draft.printings) or draft.value is not None
            reader = EvidenceReader(self.errors, self._source, self.widths, states=states)
            draft.evidence, draft.evidence_claims = reader.read(record.evidence)
        if not (draft.printings or lists or record.evidence) and draft.statements:
            remedy = "Quote the number too, or add `value:`, `names:` or `evidence:`."
            quote = record.quotes[0]
            source = self.sources.get(quote.source or self.default)
            cut = cut_by_yaml(quote, source, self.errors) if source else ""
            self.errors.add(quote.node, "the quote states no number", cut or remedy)
        return [draft, *items]

    def _is_list(self, record: ClaimRecord) -> bool:
        """Whether a claim lists names or is a breakdown; an error where it is several of them."""
        if not (record.names or record.breakdown or record.items):
            return False
        kinds = [key for key in ("names", "breakdown", "items") if getattr(record, key)]
        if len(kinds) > 1:
            self.errors.add(record.node, f"{' and '.join(kinds)} are given both", "Keep one of them.")
        if record.items is not None and record.items.text != "below":
            remedy = "Write `items: below`: the list that stands below the quote."
            self.errors.add(record.items, f"items cannot be “{record.items.text[:40]}”", remedy)
        return True

    def passages(self, quotes: list[QuoteRecord]) -> list[Anchored]:
        """The places of some quotes that state no claim."""
        found = []
        for quote in quotes:
            source = self._source(quote)
            anchored = anchor(quote, source, self.errors) if source else None
            if anchored is not None:
                found.append(anchored)
        return found

    def name(self, name: Name) -> Name:
        """A name with the aliases of this file resolved."""
        key = self.aliases.get(fold(name.text), name.key)
        return name if key == name.key else Name(name.text, name.start, name.end, key)

    def _source(self, quote: QuoteRecord) -> Source | None:
        name = quote.source or self.default
        if not name:
            remedy = "Add `source: path` at the top, or name one of `sources:` in the claim."
            self.errors.add(quote.node, "the quote has no source", remedy)
        elif name not in self.sources:
            self.errors.add(quote.node, f"there is no source “{name}”", f"Known: {', '.join(self.sources) or 'none'}.")
        return self.sources.get(name)

    def _statement(self, quote: QuoteRecord, record: ClaimRecord, draft: Draft, precision: Rational | None) -> None:
        source = self._source(quote)
        anchored = (
            anchor(quote, source, self.errors, names=bool(record.names)) if source and quote.text.strip() else None
        )
        if anchored is None:
            return
        draft.source_label = anchored.source.document.label
        if record.names or record.items is not None:
            names = self._names(anchored, record)
            if names:
                draft.statements.append(anchored.statement(self.errors, names=names))
            return
        before = len(self.errors.found)
        quantity = only_quantity(anchored, self.errors)
        if len(self.errors.found) > before:
            return
        if quantity is not None and record.unit is not None:
            quantity = self._measured(quantity, record.unit)
        draft.statements.append(anchored.statement(self.errors, quantity))
        if quantity is not None:
            said = single_spaced(anchored.source.document.text[anchored.start : anchored.end])
            draft.printings.append(Printing(quantity, anchored.source.key, draft.id, precision, said=said))

    def _measured(self, quantity: Quantity, node: Node) -> Quantity:
        """A quantity in the unit that its record gives; as it is, with an error, where that cannot be."""
        unit = unit_named(node.text)
        if unit is None:
            remedy = "Write its name, its sign or its code: `kg`, `USD`, `percentage point`, `USD per year`."
            self.errors.add(node, f"there is no unit “{node.text[:40]}”", remedy)
            return quantity
        found = measured(quantity, unit)
        if found is None:
            own = quantity.unit.name if quantity.unit else ""
            remedy = "`unit:` is for what the words leave out: drop it, or quote the number that is meant."
            self.errors.add(node, f"the quote says {own}, `unit` says {unit.name}", remedy)
        return found or quantity

    def _names(self, anchored: Anchored, record: ClaimRecord) -> tuple[Name, ...]:
        """The names that a quote lists, or the items of the list below it; none after an error."""
        if record.items is not None:
            names = anchored.source.listing.below(anchored.start)
            what, remedy = "no list stands below the quote", "Quote the words just above its first item."
        else:
            names = tuple(map(self.name, name_list(anchored)))
            what, remedy = "the quote holds no list of names", "Quote the list from its first name to its last."
        if not names:
            self.errors.add(anchored.quote.node, what, remedy)
        return names

    def _breakdown(self, record: ClaimRecord, draft: Draft, precision: Rational | None) -> list[Draft]:
        items: list[Draft] = []
        for quote in record.quotes:
            source = self._source(quote)
            anchored = anchor(quote, source, self.errors) if source else None
            if anchored is None:
                continue
            draft.source_label = anchored.source.document.label
            found = breakdown_items(anchored)
            if len(found) < 2 or not all(its.place for its in found):
                lacking = next((its.text for its in found if its.place is None), "")
                what = f"“{lacking}” has no name" if lacking else "the quote is no breakdown"
                self.errors.add(
                    quote.node, what, "A breakdown is “number … name” items: “65 in the U.S., one in Bulgaria”."
                )
                continue
            draft.statements.append(anchored.statement(self.errors))
            items += [item for its in found if (item := self._item(its, anchored, draft, precision, items))]
        return items

    def _item(
        self, quantity: Quantity, anchored: Anchored, draft: Draft, precision: Rational | None, others: list[Draft]
    ) -> Draft | None:
        assert quantity.place is not None
        place = self.name(quantity.place)
        own = f"{draft.id}.{slug(place.key)}"
        if any(other.id == own for other in others):
            self.errors.add(anchored.quote.node, f"the breakdown names {place.text} twice", "Quote one of them apart.")
            return None
        text = anchored.source.document.text
        start, end = min(quantity.number_start, place.start), max(quantity.end, quantity.number_end, place.end)
        label = readable(re.sub(r"^(the|The) ", "", place.text))
        label = canonical_label(place) if draft.group in ("country", "us_state") else label
        item = Draft(own, self.file, draft.mark, label, draft.group, source_label=draft.source_label)
        said = single_spaced(text[start:end])
        item.printings.append(Printing(quantity, anchored.source.key, own, precision, said=said))
        where = self.errors.mark(anchored.quote.node)
        change = _item_change(quantity, anchored)
        item.statements.append(Statement(anchored.source.key, start, end, said, where, quantity, (place,), change))
        return item

    def _value(self, value: Node, record: ClaimRecord, draft: Draft) -> None:
        draft.value = self.quantity(value, "value")
        if draft.value is not None and not record.quotes:
            precision = self._precision(record.precision) if record.precision is not None else None
            draft.printings.append(Printing(draft.value, "", draft.id, precision, said=value.text))

    def quantity(self, node: Node, key: str) -> Quantity | None:
        """The one quantity of a scalar; an error where it is none."""
        if node.kind != "scalar":
            self.errors.add(node, f"{key} must be text", "Write the number and its unit: `2 mg`.")
            return None
        found = quantities_of(node.text, self.widths)
        if len(found) == 1:
            return found[0]
        what = f"{key} “{node.text[:60]}” is {'no number' if not found else f'{len(found)} numbers'}"
        self.errors.add(node, what, "Write one number and its unit as the text would: `2 mg`, `over $31.6 million`.")
        return None

    def _precision(self, node: Node) -> Rational | None:
        if node.text == "exact":
            return 0
        try:
            value = parse_decimal(node.text)[0]
        except ValueError:
            value = 0
        if value > 0:
            return value
        self.errors.add(
            node, f"precision cannot be “{node.text[:40]}”", "Write 0.1, 1000 or exact: the last known place."
        )
        return None


def _item_change(quantity: Quantity, anchored: Anchored) -> Change | None:
    if anchored.change is None:
        return None
    numbers = tuple(pair for pair in anchored.change.numbers if pair[1].number_start == quantity.number_start)
    return Change(anchored.change.recorded, anchored.change.now, numbers) if numbers else None


def canonical_label(place: Name) -> str:
    """A country's or a state's full name, for messages."""
    return " ".join(word if word in ("of", "and", "the") else word.capitalize() for word in place.key.split())


def file_aliases(aliases: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The aliases of a claim file: each folded name, and the key that it stands for."""
    return {fold(other): canonical(name) for name, others in aliases.items() for other in [name, *others]}
