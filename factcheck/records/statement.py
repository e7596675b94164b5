"""
Quotes anchored: from a quote as recorded to a statement with its place and its number.

A quote is found exactly once in its source's body, cuts no word and no number, and holds exactly one
quantity, or one list of names. The number is read where it stands, in its sentence: the source's
words decide, those before the quote ("approximately") included.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model.claim import Change, Statement
from factcheck.model.contents import Contents
from factcheck.model.document import Offsets
from factcheck.model.quantity import Name, Quantity
from factcheck.model.stated import as_written
from factcheck.reader import read
from factcheck.records.change import (
    Found,
    same_list_other_names,
    same_number_other_words,
    same_words_other_numbers,
)
from factcheck.records.fields import Errors
from factcheck.records.record import QuoteRecord
from factcheck.records.source import Source
from factcheck.sources.fold import fold

_PASSAGE = 240
"""How much of a source a message shows of one passage [code points]."""


@dataclass(slots=True)
class Anchored:
    """A quote and the passage where it stands, or stood before the source was edited."""

    quote: QuoteRecord
    source: Source
    start: int
    end: int
    change: Change | None = None
    now: tuple[Quantity, ...] = ()
    """Of a quote whose numbers were edited: what its own words make of those that stand there now."""

    def statement(self, errors: Errors, quantity: Quantity | None = None, names: tuple[Name, ...] = ()) -> Statement:
        """The passage as a statement of a quantity, or of a list of names."""
        where = errors.mark(self.quote.node)
        return Statement(self.source.key, self.start, self.end, self.quote.text, where, quantity, names, self.change)


def anchor(quote: QuoteRecord, source: Source, errors: Errors, *, names: bool = False) -> Anchored | None:
    """Find a quote; an error where it stands nowhere, in two places, or cuts a word or a number."""
    places = _in_cells(quote, source) if quote.in_table else source.anchors.find(quote.text, quote.prefix, quote.suffix)
    if len(places) == 1:
        return _whole(Anchored(quote, source, *places[0]), errors)
    if len(places) > 1:
        shown = [passage(source, place) for place in places[:3]]
        more = " or more" if len(places) > 3 else ""
        remedy = (
            cut_by_yaml(quote, source, errors)
            or "Quote more of the sentence, or settle it with `prefix:` or `suffix:`."
        )
        errors.add(
            quote.node, f"the quote stands in {len(places)}{more} places of {source.document.path}", remedy, shown
        )
        return None
    return _changed(quote, source, errors, names)


def _in_cells(quote: QuoteRecord, source: Source) -> list[Offsets]:
    """The places of a quote in the cells that it names."""
    cells = source.cells.of(quote.row, quote.column)
    found = source.anchors.find(quote.text, limit=len(source.contents.quantities) + 1) if cells else []
    return [its for its in found if any(start <= its[0] and its[1] <= end for start, end in cells)]


def cut_by_yaml(quote: QuoteRecord, source: Source, errors: Errors) -> str:
    """What to do where YAML took for a comment what stands behind the words in the source; empty where it did not."""
    after = errors.text[quote.node.end :].partition("\n")[0].strip() if not quote.node.style else ""
    if not after.startswith("#") or not source.anchors.find(f"{quote.text} {after}"):
        return ""
    return f"YAML takes “{after[:40]}” for a comment: put the quote in quotes."


def passage(source: Source, place: Offsets) -> str:
    """A passage for a message: its place and the words around it, no more of a source than a sentence or two."""
    start, end = place
    text = source.document.text
    left, right = max(0, start - 20), min(len(text), max(end + 20, start + 60), start + _PASSAGE)
    return f"{source.document.where(start)} “{'…' * (left > 0)}{' '.join(text[left:right].split())}…”"


def only_quantity(anchored: Anchored, errors: Errors) -> Quantity | None:
    """The one quantity of a quote; ``None`` where it has none, and an error where it has several."""
    if len(anchored.now) == 1:
        return as_written(anchored.now[0])
    found = anchored.source.quantities(anchored.start, anchored.end)
    if not found:
        # Alone, a number may be read that its sentence makes no quantity: the record says that it is one.
        found = anchored.source.reread(anchored.start, anchored.end).quantities
    if not found:
        found = anchored.source.counted_years(anchored.start, anchored.end)
    if len(found) > 1:
        numbers = ", ".join(anchored.source.document.text[its.number_start : its.number_end] for its in found[:6])
        remedy = "Quote fewer words, or use `breakdown:` for “number … name” items."
        errors.add(anchored.quote.node, f"the quote holds {len(found)} numbers ({numbers})", remedy)
        return None
    return as_written(found[0]) if found else None


def name_list(anchored: Anchored) -> tuple[Name, ...]:
    """The names that a quote lists."""
    found = anchored.source.names(anchored.start, anchored.end)
    alone = [name for its in anchored.source.reread(anchored.start, anchored.end).names for name in its.names]
    return found if len(found) >= len(alone) else tuple(alone)


def breakdown_items(anchored: Anchored) -> tuple[Quantity, ...]:
    """The "number … name" items of a quote."""
    found = anchored.source.quantities(anchored.start, anchored.end)
    if all(its.place for its in found) and len(found) > 1:
        return found
    alone = anchored.source.reread(anchored.start, anchored.end).quantities
    # A misprint may make other items of the words: the record knows them.
    return max(found, alone, anchored.now, key=lambda its: sum(one.place is not None for one in its))


def quote_alone(text: str) -> Contents:
    """What a recorded text states by itself."""
    return read(fold(text))


def _whole(anchored: Anchored, errors: Errors) -> Anchored | None:
    number = anchored.source.cut_number(anchored.start, anchored.end)
    if number is None:
        return anchored
    document = anchored.source.document
    words = document.text[number.number_start : number.number_end]
    what = f"the quote cuts the number “{words}” ({document.where(number.number_start)})"
    errors.add(anchored.quote.node, what, f"Quote all of “{words}”.")
    return None


def _changed(quote: QuoteRecord, source: Source, errors: Errors, names: bool) -> Anchored | None:
    found: list[Found] = []
    if names:
        recorded = [name for its in quote_alone(quote.text).names for name in its.names]
        found = same_list_other_names(recorded, source) if recorded else []
    found = found or same_words_other_numbers(quote, source)
    settled = quote.prefix or quote.suffix or quote.in_table
    if not found and not settled and (cut := source.anchors.cut(quote.text)):
        remedy = "Begin and end the quote with a whole word or number."
        errors.add(quote.node, "the quote begins or ends inside a word or a number", remedy, [passage(source, cut)])
        return None
    if not found and not (settled and source.anchors.find(quote.text)):
        found = same_number_other_words(quote.text, source)
    if len(found) == 1:
        return Anchored(quote, source, found[0].start, found[0].end, found[0].change, found[0].quantities)
    _not_found(quote, source, errors, found)
    return None


def _not_found(quote: QuoteRecord, source: Source, errors: Errors, found: list[Found]) -> None:
    remedy = "Copy the words from the source."
    cells = source.cells.of(quote.row, quote.column) if quote.in_table else []
    if quote.in_table and not cells:
        remedy = f"No table has a row “{quote.row}” with a column “{quote.column}”."
    elif "..." in quote.text and "…" in source.document.text:
        remedy = "“…” and “...” are not the same: copy the words from the source."
    elif (quote.prefix or quote.suffix) and source.anchors.find(quote.text):
        remedy = "The quote stands there, but not with this prefix and suffix."
    elif len(found) > 1 or not any(its.isalpha() for its in quote.text):
        remedy = "Copy the words from the source, and more of them: by these a changed number cannot be told."
    places: list[Offsets] = (
        [(its.start, its.end) for its in found[:3]] or cells[:3] or source.anchors.nearest(quote.text)
    )
    shown = [passage(source, place) for place in places]
    errors.add(quote.node, f"the quote does not stand in {source.document.path}", remedy, shown)
