"""
A sentence as facts are read from it: its tokens, its numbers and dates by their tokens, its clauses.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from factcheck.facts.mark import (
    AUXILIARY,
    BASIS,
    DETERMINER,
    FUNCTION,
    LEVEL,
    MAYBE_VERB,
    MOVES,
    PARTICIPLE,
    VERB,
    marks,
)
from factcheck.facts.word import stem
from factcheck.model.frozen import frozen
from factcheck.model.lexicon import lexicon
from factcheck.model.moment import Date, Period, RelativeTime
from factcheck.model.quantity import Quantity
from factcheck.model.tokens import FRONT, WORD, Tokens

BOUNDARIES = frozenset(";:()[]—–")
"""Signs that part clauses."""
QUOTES = frozenset('"“”„«»')


Timed = Date | Period | RelativeTime
"""What tells a time."""


@frozen
class Mention:
    """A number of a sentence by its tokens; the last of each is exclusive."""

    quantity: Quantity
    first: int
    """The first token of its hedge, or of the number."""
    number: int
    """The first token of the number itself."""
    number_last: int
    last: int
    """Behind its unit or its noun."""


class Sentence:
    """The tokens of a sentence with what was read in them."""

    def __init__(
        self, tokens: Tokens, quantities: Sequence[Quantity], times: Sequence[Timed], place: int, block: int
    ) -> None:
        self.tokens = tokens
        self.lowers = tokens.lowers
        self.marks = list(map(marks, tokens.lowers))
        """For each token what it may be to a number (facts/mark.py)."""
        self.place, self.block = place, block
        """Its place in ``Document.sentences`` and that of its block in ``Document.blocks``."""
        self.end = tokens.behind
        """Behind its last token."""
        self.times = tuple(times)
        self.taken = [0] * len(tokens.words)
        """For each token 1 + the place of the mention that it belongs to, −1 − that of its time, 0 else."""
        self.mentions = tuple(self._mention(its) for its in quantities)
        self._ends = {mention.last: mention for mention in self.mentions}
        for at, mention in enumerate(self.mentions):
            for index in range(mention.number, mention.number_last):
                self.taken[index] = at + 1
        for at, time in enumerate(self.times):
            for index in range(*self._tokens(time.start, time.end)):
                self.taken[index] = -at - 1
        self.clauses = self._clauses()
        """For each token the clause that it belongs to, from 0."""

    def _mention(self, quantity: Quantity) -> Mention:
        number, number_last = self._tokens(quantity.number_start, quantity.number_end)
        first, last = self._tokens(quantity.start, quantity.end)
        return Mention(quantity, min(first, number), number, number_last, max(last, number_last))

    def _tokens(self, start: int, end: int) -> tuple[int, int]:
        """The tokens between two offsets, the last exclusive."""
        starts, ends = self.tokens.starts, self.tokens.ends
        first = bisect_left(ends, start + 1, FRONT, self.end)
        return first, max(bisect_left(starts, end, first, self.end), first + 1)

    def _clauses(self) -> list[int]:
        """
        Where clauses part: at semicolons, colons, dashes and brackets, at subordinators, and where a coordinated
        clause has a subject and a verb of its own (Huddleston & Pullum 2002, ch. 15 §2). Behind a bracket, and
        behind a relative clause between commas, the clause around goes on.
        """
        apart, latest, found = lexicon().phrase("apart"), 0, [0] * len(self.lowers)
        clause, around = 0, 0
        for at in range(FRONT, self.end):
            word = self.lowers[at]
            if word == ")" or (word == "," and clause != around and self._goes_on(at + 1)):
                clause = around
            elif (
                word in BOUNDARIES
                or self._supplements(at)
                or (word in apart and self._begins_clause(at))
                or self._coordinates(at)
            ):
                latest += 1
                around = clause if word in _INSERTED or self._supplements(at) else latest
                clause = latest
            found[at] = clause
        return found

    def _supplements(self, at: int) -> bool:
        """
        Whether a clause without a finite verb begins behind a comma: ", with sales up 12%", ", driving prices to 45"
        (Huddleston & Pullum 2002, ch. 14 §10).
        """
        if self.lowers[at - 1] != ",":
            return False
        word = self.lowers[at]
        return word == "with" or (
            word.endswith("ing") and len(word) > 5 and not self.marks[at] & (FUNCTION | MOVES | LEVEL)
        )

    def _goes_on(self, at: int) -> bool:
        """Whether the verb of the clause around stands at a token: "which will raise 9 billion, comprises"."""
        return self.is_finite(at) or lexicon().phrase("consists").beginning(self.lowers, at) > 0

    def _begins_clause(self, at: int) -> bool:
        """Whether a subordinator has a verb of its own behind it: not "after taxes", "as 45 people"."""
        word = self.lowers[at]
        if word in _ALWAYS:
            return True
        if word == "since" and self.marks[at - 1] & AUXILIARY:  # "has since fallen"
            return False
        if lexicon().phrase("comparand").beginning(self.lowers, at):  # "as compared with"
            return False
        return any(
            self.is_finite(index) for index in range(at + 1, min(at + _CLAUSE_REACH, self.end)) if self._free(at, index)
        )

    def _coordinates(self, at: int) -> bool:
        """Whether "and" or "but" joins a clause with a subject and a verb: "… to 52, and sales fell"."""
        if self.lowers[at] not in _COORDINATORS:
            return False
        if self.is_finite(at + 1):
            return False
        for index in range(at + 1, min(at + _CLAUSE_REACH, self.end)):
            if self.taken[index] > 0 or self.lowers[index] in (",", ".", ";"):
                return False
            if self.is_finite(index):
                return True
        return False

    def _free(self, start: int, at: int) -> bool:
        """Whether no sign parts two tokens."""
        return not any(self.lowers[index] in (",", ";", ".", ":") for index in range(start + 1, at))

    def is_finite(self, at: int) -> bool:
        """
        Whether a token is a finite verb, as far as its form tells: "was", "fell", "reported"; a participle before a
        noun ("the reported sales") and an infinitive are none.
        """
        mark = self.marks[at]
        if not mark & (AUXILIARY | VERB | MAYBE_VERB | PARTICIPLE):
            return False
        if mark & AUXILIARY:
            return True
        if self.marks[at - 1] & DETERMINER and not (mark & VERB and self.lowers[at - 1] in _RELATIVE):
            return False
        if mark & (VERB | MAYBE_VERB):
            return bool(mark & VERB) or self.lowers[at - 1] != "to"
        before, behind = self.lowers[at - 1], self.lowers[at + 1]
        if before.endswith("ly") and self.marks[at - 2] & DETERMINER:
            return False  # "a seasonally adjusted 231,000"
        return bool(self.marks[at + 1] & FUNCTION) or not behind[:1].isalpha() or before.isalpha()

    def is_noun(self, at: int) -> bool:
        """Whether a token is a content word that may be a noun: no function word, number, adverb or verb."""
        return (
            self.tokens.kinds[at] == WORD
            and not self.taken[at]
            and not self.marks[at] & FUNCTION
            and not self.lowers[at].endswith("ly")
            and not self.is_finite(at)
        )

    def ends_mention(self, at: int) -> bool:
        """Whether a token stands right behind a number with its unit or its noun."""
        return at in self._ends

    def mention_ending(self, at: int) -> Mention | None:
        """The number that ends right before a token."""
        return self._ends.get(at)

    def is_name(self, at: int) -> bool:
        """Whether a token is a name: a capital that begins no sentence."""
        return self.tokens.kinds[at] == WORD and self.tokens.capital(at) and at > FRONT

    @cached_property
    def stems(self) -> list[str]:
        """For each token the stem of a content word, or an empty word."""
        return [
            stem(word) if kind == WORD and len(word) > 2 and not mark & FUNCTION else ""
            for word, kind, mark in zip(self.lowers, self.tokens.kinds, self.marks, strict=True)
        ]

    @cached_property
    def bases(self) -> list[int]:
        """The tokens that may begin a phrase that says on what a number is reckoned."""
        return [at for at in range(FRONT, self.end) if self.marks[at] & BASIS]

    @cached_property
    def quotes(self) -> list[int]:
        """The tokens that are quotation marks."""
        return [at for at in range(FRONT, self.end) if self.tokens.words[at] in QUOTES]

    def words(self, first: int, last: int) -> frozenset[str]:
        """The stems of the content words of some tokens, the last exclusive."""
        return frozenset(self.stems[first:last]) - {""}

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The offsets of some tokens, the last exclusive."""
        return self.tokens.starts[first], self.tokens.ends[last - 1]


_RELATIVE = frozenset({"which", "that", "what"})
"""Determiners that may be the subject of a clause: "which fell"."""
_CLAUSE_REACH = 9
"""How far behind its conjunction the verb of a clause is looked for [tokens]."""
_ALWAYS = frozenset({"while", "whereas", "although", "though", "which", "who", "whose", "whom", "but", "because"})
_INSERTED = frozenset({"(", "[", "which", "who", "whose", "whom"})
"""What begins a clause inside another, which goes on behind it."""
_COORDINATORS = frozenset({"and", "or"})
