"""
What "them" may mean beside the number that it seems to take up.
"""

from __future__ import annotations

from factcheck.facts.sentence import Sentence
from factcheck.model.fact import Fact
from factcheck.model.tokens import FRONT
from factcheck.reader.inflection import singular
from factcheck.reader.vocabulary import vocabulary


def has_rival(whole: Fact, before: Sentence, part: Fact, sentence: Sentence) -> bool:
    """
    Whether a plural without a number stands between a number and the "of them" that may take it up: "12 churches and
    many visitors. Each summer 9,000 of them" are visitors.
    """
    if before is sentence:
        return _plural(sentence, whole.quantity.end, part.start)
    end = before.tokens.ends[before.end - 1]
    return _plural(before, whole.quantity.end, end) or _plural(sentence, sentence.tokens.starts[FRONT], part.start)


def _plural(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a plural noun that no number counts stands between two offsets."""
    return any(
        start <= sentence.tokens.starts[at] < end and _is_plural(sentence, at) for at in range(FRONT, sentence.end)
    )


def _is_plural(sentence: Sentence, at: int) -> bool:
    word = sentence.lowers[at]
    if sentence.taken[at] or not word.endswith("s") or word in vocabulary().function or sentence.is_finite(at):
        return False
    return singular(word) != word and not sentence.tokens.capital(at) and not _is_counted(sentence, at)


def _is_counted(sentence: Sentence, at: int) -> bool:
    return any(mention.number <= at < mention.last for mention in sentence.mentions)
