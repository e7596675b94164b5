"""
The brackets of a sentence, and which of its numbers stand in one.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.facts.sentence import Mention, Sentence
from factcheck.model.tokens import FRONT


class Levels:
    """In which bracket of its sentence each number stands; 0 is outside of all."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.of_token = [0] * len(sentence.lowers)
        level, latest = [0], 0
        for at in range(FRONT, sentence.end):
            if sentence.lowers[at] in ("(", "["):
                latest += 1
                level.append(latest)
            self.of_token[at] = level[-1]
            if sentence.lowers[at] in (")", "]") and len(level) > 1:
                level.pop()
        self.lone = tuple(self._is_lone(its) for its in sentence.mentions)
        """Whether each number stands alone in brackets behind a name: "Spain (65)"."""

    def _is_lone(self, mention: Mention) -> bool:
        before, lowers, tokens = mention.first - 1, self.sentence.lowers, self.sentence.tokens
        alone = lowers[before] in ("(", "[") and lowers[mention.number_last] in (")", "]")
        return alone and tokens.capital(before - 1) and not tokens.glued(before)

    def level(self, at: int) -> int:
        """The bracket that a number counts as standing in."""
        return 0 if self.lone[at] else self.of_token[self.sentence.mentions[at].number]

    def between(self, one: int, other: int) -> Iterator[int]:
        """The tokens between two numbers, without what stands in brackets that they do not share."""
        first, last = self.sentence.mentions[one], self.sentence.mentions[other]
        level = self.level(one)
        for at in range(first.number_last, last.number):
            if self.of_token[at] == level:
                yield at
