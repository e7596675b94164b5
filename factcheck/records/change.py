"""
A quote that no longer stands: what became of it.

In this order: the same words with another number, or a list with other names (a finding: the source
was edited, or the record is wrong, and the rules are judged with what stands there now); the same number in
other words near by (a warning, and a new quote ready to paste); neither (an error of the record, with the
nearest passages). Words may be matched loosely, number tokens never.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.model.claim import Change
from factcheck.model.document import Offsets
from factcheck.model.frozen import frozen
from factcheck.model.number import MAX_DIGITS, divide, last_significant_place, whole
from factcheck.model.quantity import Name, Quantity
from factcheck.model.regex import regex
from factcheck.reader import read
from factcheck.records.record import QuoteRecord
from factcheck.records.source import Source, value_key, within
from factcheck.records.value import quantities_of
from factcheck.sources.fold import Folded, fold
from factcheck.sources.loose import Loose, Passage

_WORD = regex(r"\w+")
_LIMIT = 256
"""How many places of a piece of a quote are tried before it is given up as too common."""


@frozen
class Found:
    """Where a quote that no longer stands probably stood, and what changed there."""

    start: int
    end: int
    change: Change | None
    """``None`` where the quote itself stands, and a number of its prefix or suffix is another."""
    quantities: tuple[Quantity, ...] = ()
    """The numbers of the quote as they are there now, as far as its own words settle what they are."""


def same_words_other_numbers(quote: QuoteRecord, source: Source) -> list[Found]:
    """The passages that differ from the quote in their numbers alone (or in how a number is written)."""
    if quote.in_table:
        return _in_cell(quote, source)
    stated = [(its.number_start, its.number_end) for its in read(fold(quote.text)).quantities]
    nearest = source.anchors.loose.nearest(quote.text, quote.prefix, quote.suffix, stated)
    return [_found(quote.text, its, source) for its in nearest if its.apart]


def _in_cell(quote: QuoteRecord, source: Source) -> list[Found]:
    """The cell that a quote names, where it holds another number."""
    cells = source.cells.of(quote.row, quote.column)
    if len(cells) != 1:
        return []
    (start, end), text = cells[0], source.document.text
    passages = list(Loose(Folded(text, start, end)).passages(quote.text, wordless=True))
    return [_found(quote.text, its, source) for its in passages if its.apart] if len(passages) == 1 else []


def _found(quote: str, passage: Passage, source: Source) -> Found:
    """What changed in a passage that has the words of a quote."""
    words, text = fold(quote), source.document.text
    edited = [its for its in passage.numbers if _edited(words, text, *its)]
    if not edited:
        return Found(passage.start, passage.end, None)
    recorded = _as_recorded(words, passage, source)
    now = tuple(_restated(its, passage, words, source) for its in recorded)
    numbers = tuple((old, new) for old, new in zip(recorded, now, strict=True) if not _same(old, new))
    if not recorded:
        # Alone the words make no quantity of it; the record says that it is one.
        numbers = tuple((_number(words, *old), _number(text, *new)) for old, new in edited)
        now = tuple(new for _, new in numbers)
    change = Change(quote, text[passage.start : passage.end], numbers)
    return Found(passage.start, passage.end, change, now)


def _as_recorded(words: str, passage: Passage, source: Source) -> tuple[Quantity, ...]:
    """What a quote stated when it was written down: its words read in the sentence of today."""
    text = source.document.text
    start, end = source.document.sentence(passage.start)
    lead = text[min(start, passage.start) : passage.start]
    sentence = f"{lead}{words}{text[passage.end : max(end, passage.end)]}"
    return tuple(
        _shifted(its, -len(lead)) for its in within(read(sentence).quantities, len(lead), len(lead) + len(words))
    )


def _shifted(quantity: Quantity, by: int) -> Quantity:
    place = quantity.place and replace(quantity.place, start=quantity.place.start + by, end=quantity.place.end + by)
    return replace(
        quantity, start=quantity.start + by, end=quantity.end + by, place=place,
        number_start=quantity.number_start + by, number_end=quantity.number_end + by,
        ends=tuple(_shifted(its, by) for its in quantity.ends),
    )  # fmt: skip


def _restated(old: Quantity, passage: Passage, words: str, source: Source) -> Quantity:
    """
    A recorded quantity as the source has it now: as it is read there, or else as it was recorded, with the number
    that is printed there.
    """
    start, end = passage.moved(old.number_start), passage.moved(old.number_end)
    for new in source.quantities(min(start, passage.start), max(end, passage.end)):
        if new.number_start <= start and end <= new.number_end and _of_one_kind(old, new):
            return new
    place = old.place and replace(old.place, start=passage.moved(old.place.start), end=passage.moved(old.place.end))
    moved = replace(
        old, start=passage.moved(old.start), end=passage.moved(old.end), number_start=start, number_end=end, place=place
    )
    inside = [its for its in passage.numbers if old.number_start <= its[0][0] and its[0][1] <= old.number_end]
    edited = [its for its in inside if _edited(words, source.document.text, *its)]
    if len(edited) != 1 or old.value is None:
        return moved
    before, now = _number(words, *edited[0][0]), _number(source.document.text, *edited[0][1])
    # A scale that is glued to its number is no part of it here: "2.7M".
    scale = divide(old.value, before.value) if before.value else 1
    value, step, significant = (whole(its * scale) for its in (now.value or 0, now.step, now.significant))
    return replace(moved, value=value, step=step, significant=significant)


def _of_one_kind(old: Quantity, new: Quantity) -> bool:
    """Whether the source's own reading may be trusted: a misprint may hide the unit, the range or the place."""
    placed = old.place is None or new.place is not None
    return old.dimension == new.dimension and (old.value is None) == (new.value is None) and placed


def _edited(words: str, text: str, quoted: Offsets, found: Offsets) -> bool:
    """Whether a number of some folded words is another one where it stands in a text."""
    return words[slice(*quoted)].lower() != fold(text[slice(*found)]).lower()


def _number(text: str, start: int, end: int) -> Quantity:
    """A number as printed, whatever the words around it make of it; of a misprinted one ("50,0000") its digits."""
    printed = text[start:end]
    found = quantities_of(printed)
    if len(found) == 1 and found[0].value is not None:
        value, step, significant = found[0].value, found[0].step, found[0].significant
    else:
        digits = "".join(filter(str.isdecimal, printed))[:MAX_DIGITS]
        value, step = int(digits or 0), 1
        significant = last_significant_place(value, step)
    return Quantity(printed, start, end, start, end, value, step, significant)


def same_list_other_names(recorded: Sequence[Name], source: Source) -> list[Found]:
    """The lists that share at least half of their names with a recorded list."""
    keys = {name.key: name for name in recorded}
    found = []
    for names in source.contents.names:
        now = {name.key: name for name in names.names}
        if 2 * len(keys.keys() & now.keys()) >= max(len(keys), len(now), 2):
            missing = tuple(name for key, name in keys.items() if key not in now)
            added = tuple(name for key, name in now.items() if key not in keys)
            text = source.document.text[names.start : names.end]
            found.append(Found(names.start, names.end, Change("", text, (), missing, added)))
    return found


def same_number_other_words(quote: str, source: Source) -> list[Found]:
    """The passages near by that state the quote's number in other words, best first; few."""
    wanted = fold(quote)
    recorded = read(wanted).quantities
    if len(recorded) != 1:
        return []
    old = recorded[0]
    context = set(_WORD.findall((wanted[: old.number_start] + " " + wanted[old.number_end :]).lower()))
    scored: list[tuple[int, Found]] = []
    for new in source.by_value.get(value_key(old), ())[:_LIMIT]:
        if not _same(old, new):
            continue
        sentence = source.document.sentence(new.number_start)
        shared = context & set(_WORD.findall(source.document.text[slice(*sentence)].lower()))
        if shared or old.counted == new.counted or len(context) <= 2:
            start, end = _grown(wanted, old, new, source, sentence)
            scored.append((len(shared), Found(start, end, Change(quote, source.document.text[start:end]))))
    scored.sort(key=lambda pair: -pair[0])
    return [found for score, found in scored if score == scored[0][0]]


def _same(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities state the same number in the same unit."""
    return value_key(one) == value_key(other) and one.dimension == other.dimension


def _grown(wanted: str, old: Quantity, new: Quantity, source: Source, sentence: Offsets) -> Offsets:
    """A new quote around a number: as many words on either side as the old one had, in its sentence."""
    text = source.document.text
    before = len(_WORD.findall(wanted[: old.number_start]))
    after = len(_WORD.findall(wanted[old.number_end :]))
    words_before = list(_WORD.finditer(text, sentence[0], new.number_start))
    words_after = list(_WORD.finditer(text, new.number_end, sentence[1]))
    start = words_before[-min(before, len(words_before))].start() if before and words_before else new.number_start
    end = words_after[min(after, len(words_after)) - 1].end() if after and words_after else new.number_end
    neighbours = [its for its in source.quantities(start, end) if its.number_start != new.number_start]
    for other in neighbours:
        # One quote holds one number.
        if other.number_end <= new.number_start:
            start = new.number_start
        else:
            end = max(new.number_end, min(end, new.end))
    return min(start, new.number_start), max(end, new.number_end)
