"""
A quote that no longer stands: what became of it.

In this order: the same words with another number, or a list with other names (a finding: the source
was edited, or the record is wrong); the same number in other words near by (a warning, and a new
quote ready to paste); neither (an error of the record, with the nearest passages). Words may be
matched loosely, number tokens never.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.model.claim import Change
from factcheck.model.document import Offsets
from factcheck.model.frozen import frozen
from factcheck.model.quantity import Name, Quantity
from factcheck.model.regex import regex
from factcheck.reader import read
from factcheck.records.source import Source, value_key
from factcheck.sources.fold import fold

_WORD = regex(r"\w+")
_LIMIT = 256
"""How many places of a piece of a quote are tried before it is given up as too common."""


@frozen
class Found:
    """Where a quote that no longer stands probably stood, and what changed there."""

    start: int
    end: int
    change: Change


def same_words_other_numbers(quote: str, source: Source) -> list[Found]:
    """The passages that differ from the quote in their numbers alone (or in how a number is written)."""
    recorded = read(fold(quote)).quantities
    wanted = fold(quote)
    if not recorded:
        return []
    pieces = _pieces(wanted, recorded)
    longest = max(range(len(pieces)), key=lambda at: len(_WORD.findall(pieces[at])))
    piece = pieces[longest]
    if not _WORD.search(piece):
        return []
    found = []
    for at in _places(source, piece.strip()):
        lead = len(piece) - len(piece.lstrip())
        match = _match(source, pieces, longest, at - lead)
        if match is not None:
            start, end, numbers = match
            # The recorded numbers stand in the quote, the new ones in the source.
            changed = tuple((old, new) for old, new in zip(recorded, numbers, strict=True) if not _same(old, new))
            found.append(Found(start, end, Change(quote, source.document.text[start:end], changed)))
    return found


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


def _pieces(text: str, numbers: Sequence[Quantity]) -> list[str]:
    """The text between the numbers: one piece more than there are numbers."""
    edges = [0, *(edge for number in numbers for edge in (number.number_start, number.number_end)), len(text)]
    return [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _places(source: Source, piece: str) -> Iterator[int]:
    for count, at in enumerate(source.anchors.occurrences(piece)):
        if count >= _LIMIT:
            return
        yield at


def _match(source: Source, pieces: list[str], known: int, at: int) -> tuple[int, int, list[Quantity]] | None:
    """The passage where every piece stands with a number between each two, given where one piece stands."""
    folded = source.anchors.folded
    if not 0 <= at <= len(folded.text) or not folded.text.startswith(pieces[known], at):
        return None
    numbers: list[Quantity] = []
    start = at
    for piece in reversed(pieces[:known]):
        number = source.by_end.get(folded.original(start))
        if number is None:
            return None
        numbers.insert(0, number)
        start = folded.folded(number.number_start) - len(piece)
        if start < 0 or not folded.text.startswith(piece, start):
            return None
    end = at + len(pieces[known])
    for piece in pieces[known + 1 :]:
        number = source.by_start.get(folded.original(end))
        if number is None:
            return None
        numbers.append(number)
        end = folded.folded(number.number_end)
        if not folded.text.startswith(piece, end):
            return None
        end += len(piece)
    return folded.original(start), folded.original(end - 1) + 1, numbers


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
