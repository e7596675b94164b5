"""
A page: a document as the patterns see it, its numbers by sentence and block, its lists as wholes.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from factcheck.model.contents import Contents
from factcheck.model.document import Block, BlockKind, Document, Offsets
from factcheck.model.fact import Fact, Role
from factcheck.model.frozen import frozen
from factcheck.model.moment import Date
from factcheck.model.quantity import Name, Quantity
from factcheck.model.regex import regex
from factcheck.model.relation import Names
from factcheck.model.stated import Printing, Stated, as_written
from factcheck.model.wording import plural
from factcheck.reader.vocabulary import vocabulary
from factcheck.sources.cue import open_list_cue
from factcheck.sources.listing import Items, lists

if TYPE_CHECKING:
    from factcheck.facts.sentence import Sentence
    from factcheck.facts.sibling import Row

_OF = regex(
    r"(?:[ \n]\([^()\n]{1,16}\))?[ \n](?:of|in|for) (?:the |its |their )?"
    r"((?!the\b|its\b|a\b)(?:(?:first|second|third|fourth|last|next|same) )?"
    r"[a-z][\w-]+(?: (?!the\b|in\b|and\b|for\b|of\b|to\b)[a-z]+s\b)?)"
)
_MOST = 120
"""A sentence with more numbers is none [numbers]."""
_WORDS_A_NUMBER = 4
_NOT_PROSE = frozenset({BlockKind.CODE, BlockKind.TABLE, BlockKind.FRONT_MATTER, BlockKind.FURNITURE})


@frozen
class Passage:
    """A sentence of the prose, with the numbers and dates in it."""

    start: int
    end: int
    block: int
    """Its block, by its place in ``Document.blocks``."""
    quantities: tuple[Quantity, ...]
    dates: tuple[Date, ...]


class Page:
    """A document and what was read in it."""

    def __init__(self, document: Document, contents: Contents, text: str) -> None:
        self.document, self.contents = document, contents
        self.text = text
        """The text with its markup as spaces, offset for offset."""
        self.blocks = document.blocks
        self._starts = [its.start for its in document.blocks]

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The sentences of the prose that hold a number or a date, in order."""
        return tuple(self._passages())

    def _passages(self) -> Iterator[Passage]:
        starts = [start for start, _ in self.document.sentences]
        found: defaultdict[int, tuple[list[Quantity], list[Date]]] = defaultdict(lambda: ([], []))
        for quantity in self.contents.quantities:
            found[bisect_right(starts, quantity.number_start) - 1][0].append(quantity)
        for date in self.contents.dates:
            found[bisect_right(starts, date.start) - 1][1].append(date)
        for at in sorted(found):
            block = self.block_at(starts[at]) if at >= 0 else -1
            quantities, dates = found[at]
            if block >= 0 and self.blocks[block].kind not in _NOT_PROSE and len(quantities) <= _MOST:
                yield Passage(*self.document.sentences[at], block, tuple(quantities), tuple(dates))

    @cached_property
    def understood(self) -> tuple[tuple[Sentence, tuple[Fact, ...]], ...]:
        """The sentences of the prose that hold a number, each with what its numbers state, in order."""
        from factcheck.facts.understand import understand

        return understand(self)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """What each number of the prose states, in order."""
        return tuple(fact for _, facts in self.understood for fact in facts)

    def is_set_against(self, fact: Fact) -> bool:
        """Whether the number behind a fact is an older one that it is set against: the 56 of "56 cts vs 46 cts"."""
        behind = self.facts[fact.number + 1 : fact.number + 2]
        return bool(behind) and behind[0].sentence == fact.sentence and behind[0].has(Role.OLD)

    def is_dense(self, fact: Fact) -> bool:
        """Whether a fact stands among figures: a number for every four words of its sentence or fewer."""
        return _WORDS_A_NUMBER * self._numbers_of[fact.sentence] >= len(fact.around)

    @cached_property
    def _numbers_of(self) -> Counter[int]:
        return Counter(fact.sentence for fact in self.facts)

    def has_time(self, start: int, end: int) -> bool:
        """Whether a date, a period or a relative time begins between two offsets."""
        at = bisect_left(self._time_starts, start)
        return at < len(self._time_starts) and self._time_starts[at] < end

    @cached_property
    def _time_starts(self) -> list[int]:
        contents = self.contents
        times = ((its.start for its in some) for some in (contents.dates, contents.periods, contents.relative_times))
        return sorted(chain.from_iterable(times))

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The numbers that stand in one list, list by list."""
        from factcheck.facts.sibling import rows

        return rows(self)

    def block_at(self, offset: int) -> int:
        """The block that an offset lies in, by its place; −1 where there is none."""
        at = bisect_right(self._starts, offset) - 1
        return at if at >= 0 and offset < self.blocks[at].end else -1

    def sentence_of(self, offset: int) -> int:
        """The sentence that an offset lies in, by its place in ``Document.sentences``; −1 where there is none."""
        return bisect_right(self.document.sentences, (offset, len(self.text))) - 1

    def is_prose(self, offset: int) -> bool:
        """Whether an offset lies in a block of prose: in no code, table, front matter or furniture."""
        block = self.block_at(offset)
        return block >= 0 and self.blocks[block].kind not in _NOT_PROSE

    @cached_property
    def by_block(self) -> dict[int, list[Passage]]:
        """The passages of each block that has some."""
        found: defaultdict[int, list[Passage]] = defaultdict(list)
        for passage in self.passages:
            found[passage.block].append(passage)
        return found

    @cached_property
    def _number_starts(self) -> list[int]:
        return [its.number_start for its in self.contents.quantities]

    def quantities(self, start: int, end: int) -> tuple[Quantity, ...]:
        """The quantities whose number stands between two offsets, in order; those of tables too."""
        first = bisect_left(self._number_starts, start)
        return self.contents.quantities[first : bisect_left(self._number_starts, end, first)]

    def last_sentence(self, block: Block) -> Offsets | None:
        """The last sentence of a block; ``None`` where it is no prose."""
        at = bisect_left(self.document.sentences, (block.end, 0)) - 1
        if at < 0 or block.kind in _NOT_PROSE or self.document.sentences[at][0] < block.start:
            return None
        return self.document.sentences[at]

    @cached_property
    def headings(self) -> tuple[int, ...]:
        """The headings, by their place in ``Document.blocks``."""
        return tuple(at for at, its in enumerate(self.blocks) if its.kind == BlockKind.HEADING)

    @cached_property
    def lists(self) -> tuple[Items, ...]:
        """Every list of items; a nested list is one of its own, and stands before the one around it."""
        return lists(self.document)

    def stated(self, quantity: Quantity, label: str = "", *, group: str = "") -> Stated:
        """
        A quantity as an operand. Its key is the printing's: two patterns that use the same number share it.
        """
        quantity = as_written(quantity)
        said = " ".join(self.document.text[quantity.start : quantity.end].split())
        printing = Printing(quantity, self.document.path, said=said)
        start, _ = self.document.sentence(quantity.number_start)
        cue = open_list_cue(self.text, start, quantity.start)
        place = quantity.place.text.removeprefix("the ") if quantity.place else ""
        name = label or place or noun_of(quantity) or self._of(quantity)
        return Stated(printing.key, name or said, (printing,), cue, self.document.label, False, group)

    def _of(self, quantity: Quantity) -> str:
        """What an amount is of, as its next words say: "cocaine" of "21.6 kg of cocaine"."""
        match = _OF.match(self.text, quantity.end, quantity.end + 48)
        return match[1] if match and match[1] not in vocabulary().function else ""

    def names(self, names: tuple[Name, ...], label: str, group: str = "") -> Names:
        """Some names as an operand."""
        start, end = names[0].start, names[-1].end
        key = f"{self.document.path}:{start}:{end}#names"
        return Names(key, label, names, self.document.path, start, end, "", self.document.label, group)


def noun_of(quantity: Quantity) -> str:
    """What a quantity counts, in the plural; empty where that is not said."""
    return plural(quantity.counted) if quantity.counted else ""
