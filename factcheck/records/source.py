"""
The sources that claim files speak of: each read once a run, its numbers and its words indexed.
"""

from __future__ import annotations

import hashlib
import os
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from factcheck.model.contents import Contents
from factcheck.model.document import Document, Offsets
from factcheck.model.error import FactcheckError, RecordError
from factcheck.model.number import last_significant_place
from factcheck.model.quantity import Name, Quantity, Width
from factcheck.model.visible import named
from factcheck.reader import read
from factcheck.records.fields import Errors
from factcheck.records.record import SourceRecord
from factcheck.sources import MAX_BYTES, load, prose
from factcheck.sources.anchor import Anchors
from factcheck.sources.cell import Cells
from factcheck.sources.file import exists, read_bytes
from factcheck.sources.listing import Listing
from factcheck.sources.path import shown_path
from factcheck.sources.root import Reach

_NO_YEAR = "9999"


@dataclass(frozen=True)
class Source:
    """A document, what was read in its body, and the places of its words."""

    key: str
    """By which a run knows it: its path, and where two files bound its body differently, the bounds."""
    document: Document
    widths: Mapping[str, Width] = field(default_factory=dict)
    """How far hedges reach where the project decides it."""

    @cached_property
    def contents(self) -> Contents:
        """What the body states."""
        return read(*self._prose, self.widths)

    @cached_property
    def _prose(self) -> tuple[str, tuple[Offsets, ...]]:
        return prose(self.document)

    @cached_property
    def anchors(self) -> Anchors:
        """The places of the body's words."""
        return Anchors(self.document)

    @cached_property
    def listing(self) -> Listing:
        """The lists of items, by the block that they stand below."""
        return Listing(self.document)

    @cached_property
    def cells(self) -> Cells:
        """The cells of the body's tables."""
        return Cells(self.document)

    @cached_property
    def _starts(self) -> list[int]:
        return [quantity.number_start for quantity in self.contents.quantities]

    @cached_property
    def _list_starts(self) -> list[int]:
        return [names.start for names in self.contents.names]

    @cached_property
    def by_value(self) -> dict[object, list[Quantity]]:
        """The quantities by their value, or by the ends of their range."""
        found: dict[object, list[Quantity]] = {}
        for quantity in self.contents.quantities:
            found.setdefault(value_key(quantity), []).append(quantity)
        return found

    def quantities(self, start: int, end: int) -> tuple[Quantity, ...]:
        """
        The quantities whose number lies in a passage; of a range that lies in it by half ("from 40" of
        "from 40 to 44") the end that does.
        """
        starts = self._starts
        first = bisect_left(starts, start)
        last = bisect_left(starts, end, first)
        return within(self.contents.quantities[max(first - 1, 0) : last], start, end)

    def cut_number(self, start: int, end: int) -> Quantity | None:
        """A number that the passage holds in part; ``None`` where it cuts none."""
        starts, quantities = self._starts, self.contents.quantities
        for edge in (start, end):
            at = bisect_right(starts, edge) - 1
            if at >= 0:
                for its in quantities[at].ends or (quantities[at],):
                    if its.number_start < edge < its.number_end:
                        return its
        return None

    def names(self, start: int, end: int) -> tuple[Name, ...]:
        """The names of the list that a passage holds."""
        lists = self.contents.names
        found = lists[max(0, bisect_right(self._list_starts, start) - 1) : bisect_left(self._list_starts, end)]
        return tuple(name for its in found for name in its.names if start <= name.start and name.end <= end)

    def reread(self, start: int, end: int) -> Contents:
        """What a passage states when it is read as a text of its own."""
        return read(self._prose[0], [(start, end)], self.widths)

    def counted_years(self, start: int, end: int) -> tuple[Quantity, ...]:
        """
        The numbers of a passage that prose takes for years, where things follow that they may count: "2011 items".
        The author of a record who quotes them says that they do.
        """
        text = self._prose[0]
        found = []
        for date in self.reread(start, end).dates:
            if date.year is None or date.text != str(date.year) or len(date.text) != len(_NO_YEAR):
                continue
            # With other digits in its place it is no year: what it would be then, it is.
            words = text[start : date.start] + _NO_YEAR + text[date.end : end]
            for its in read(words, widths=self.widths).quantities:
                if its.number_start == date.start - start and its.value == int(_NO_YEAR) and its.counted:
                    counted = replace(its, value=date.year, significant=last_significant_place(date.year, its.step))
                    found.append(_moved(counted, text, start))
        return tuple(found)


def _moved(quantity: Quantity, text: str, by: int) -> Quantity:
    """A quantity of a passage that was read alone, in the text from which the passage was cut."""
    start, end, place = quantity.start + by, quantity.end + by, quantity.place
    return replace(
        quantity, text=text[start:end], start=start, end=end,
        number_start=quantity.number_start + by, number_end=quantity.number_end + by,
        place=place and replace(place, start=place.start + by, end=place.end + by),
    )  # fmt: skip


def within(quantities: Iterable[Quantity], start: int, end: int) -> tuple[Quantity, ...]:
    """Those of some quantities whose number lies in a passage; of a range that lies in it by half the end that does."""
    found: list[Quantity] = []
    for whole in quantities:
        if start <= whole.number_start and whole.number_end <= end:
            found.append(whole)
        elif whole.ends:
            found += [its for its in whole.ends if start <= its.number_start and its.number_end <= end]
    return tuple(found)


def value_key(quantity: Quantity) -> object:
    """The value of a quantity, or the ends of its range, for comparison."""
    return quantity.value, quantity.lower, quantity.upper


class Library:
    """Every source of a run, read once."""

    def __init__(self, widths: Mapping[str, Width] | None = None, reach: Reach | None = None) -> None:
        self.widths = widths or {}
        self.reach = reach or Reach()
        self.sources: dict[str, Source] = {}
        self._loaded: dict[tuple[str, str, str], Source | None] = {}

    def source(self, record: SourceRecord, file: Path, errors: Errors) -> Source | None:
        """
        The source of a record in a claim file; ``None`` where it cannot be read, with an error at the
        record the first time.
        """
        path = Path(os.path.normpath(file.parent / record.path))
        identity = (str(path), record.starts_after, record.ends_before)
        if identity in self._loaded and self._loaded[identity] is not None:
            self._check_pin(record, path, errors)
            return self._loaded[identity]
        source = None
        try:
            source = self._load(record, path, file)
        except FactcheckError as failure:
            for error in failure.errors:
                missing = self.reach.holds(path, file.parent) and not exists(path)
                remedy = "Check the path; it is relative to the claim file." if missing else error.remedy
                errors.add(record.node, f"{error.what}: {named(error.path)}", remedy, error.nearest)
        if source is not None:
            self._check_pin(record, path, errors)
            self.sources[source.key] = source
        self._loaded[identity] = source
        return source

    def _load(self, record: SourceRecord, path: Path, file: Path) -> Source:
        shown = shown_path(path)
        if path == Path(os.path.normpath(file)):
            raise FactcheckError(
                RecordError(shown, "a claim file cannot be its own source", "Name the text that it is about.")
            )
        self.reach.check(path, file.parent, "the source")
        label = "the source" if record.name == record.path else f"the {record.name.replace('_', ' ')}"
        bounds = {"starts_after": record.starts_after, "ends_before": record.ends_before}
        document = load(path, shown, label=label, **bounds)
        key = shown if shown not in self.sources else f"{shown}#{record.starts_after}#{record.ends_before}"
        return Source(key, document, self.widths)

    def _check_pin(self, record: SourceRecord, path: Path, errors: Errors) -> None:
        if not record.sha256:
            return
        try:
            digest = hashlib.sha256(read_bytes(path, shown_path(path), MAX_BYTES)).hexdigest()
        except FactcheckError as failure:
            errors.add(record.node, f"{failure.errors[0].what}: {named(failure.errors[0].path)}", "")
            return
        if digest != record.sha256:
            what = f"the source has changed: its sha256 is {digest}"
            errors.add(record.node, what, "Check the quotes, then write the new sha256.")
