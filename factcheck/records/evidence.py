"""
Evidence: from the records of a claim's evidence to what each says, numbers read.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence

from factcheck.model.claim import Evidence
from factcheck.model.quantity import Width
from factcheck.records.fields import Errors
from factcheck.records.node import Node
from factcheck.records.record import EvidenceRecord, QuoteRecord
from factcheck.records.source import Source
from factcheck.records.statement import anchor, only_quantity
from factcheck.records.value import quantities_of


class EvidenceReader:
    """Reads the evidence of one claim; ``states`` is whether the claim itself states a number."""

    def __init__(
        self,
        errors: Errors,
        source_of: Callable[[QuoteRecord], Source | None],
        widths: Mapping[str, Width],
        *,
        states: bool,
    ) -> None:
        self.errors, self.source_of, self.widths, self.states = errors, source_of, widths, states

    def read(self, entries: Iterable[EvidenceRecord]) -> tuple[Sequence[Evidence], Sequence[tuple[Node, str]]]:
        """What sources and people say; and the claims that stand as evidence, each with its place in the record."""
        evidence: list[Evidence] = []
        claims: list[tuple[Node, str]] = []
        for entry in entries:
            if entry.claim is not None:
                self._date(entry)
                claims.append((entry.claim, entry.claim.text))
            elif (found := self._entry(entry)) is not None:
                evidence.append(found)
        return evidence, claims

    def _entry(self, entry: EvidenceRecord) -> Evidence | None:
        """What a source or a person says; ``None`` after an error."""
        date = self._date(entry)
        where = self.errors.mark(entry.node)
        if entry.quote is not None:
            source = self.source_of(entry.quote)
            anchored = anchor(entry.quote, source, self.errors) if source else None
            if anchored is None:
                return None
            quantity = only_quantity(anchored, self.errors)
            statement = anchored.statement(self.errors, quantity)
            told = entry.person or anchored.source.document.label
            return Evidence(where, statement, "", quantity, told, entry.by, date, entry.note)
        if entry.says is not None:
            found = quantities_of(entry.says.text, self.widths)
            if len(found) != 1 and (self.states or found):
                what = f"what was said, “{entry.says.text[:60]}”, is {'no number' if not found else 'several numbers'}"
                self.errors.add(entry.says, what, "Write the number that was said, with its unit.")
                return None
            quantity = found[0] if found else None
            return Evidence(where, None, entry.says.text, quantity, entry.person, entry.by, date, entry.note)
        return None

    def _date(self, entry: EvidenceRecord) -> datetime.date | None:
        if entry.date is None:
            return None
        try:
            return datetime.date.fromisoformat(entry.date.text)
        except ValueError:
            self.errors.add(entry.date, f"“{entry.date.text[:40]}” is no date", "Write it as 2021-10-27.")
            return None
