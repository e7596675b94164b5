"""
How far the text itself says a number, and on what it is reckoned; how much of its kind it takes in.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from factcheck.facts.mark import AMOUNT, DENIED, EXPECTED
from factcheck.facts.sentence import Mention, Sentence
from factcheck.model.fact import Cue, Role, Scope, Stance
from factcheck.model.lexicon import lexicon
from factcheck.model.tokens import FRONT, SIGN

REACH = 8
"""How far before a number the word may stand that says it is only expected [tokens]."""


def stance(sentence: Sentence, mention: Mention) -> Stance:
    """Whether a number is said, only expected, or denied."""
    clause = sentence.clauses[mention.number]
    for at in range(max(FRONT, mention.first - REACH), min(mention.last + 4, sentence.end)):
        mark = sentence.marks[at] & (DENIED | EXPECTED)
        is_month = sentence.lowers[at] == "may" and sentence.is_name(at)
        if mark and not is_month and not sentence.taken[at] and sentence.clauses[at] == clause:
            return Stance.DENIED if mark & DENIED else Stance.EXPECTED
    return Stance.SAID


def basis(sentence: Sentence, mention: Mention) -> frozenset[str]:
    """On what a number is reckoned: "organic", "in constant currency"."""
    group, clause = lexicon().phrase("basis"), sentence.clauses[mention.number]
    return frozenset(
        " ".join(sentence.lowers[at : at + length])
        for at in sentence.bases
        if sentence.clauses[at] == clause and (length := group.beginning(sentence.lowers, at))
    )


def scope(sentence: Sentence, mention: Mention, cues: tuple[Cue, ...]) -> Scope:
    """Whether a number is of all, of some, of what is left, or of more of the same."""
    words = lexicon()
    before = [at for at in _before(sentence, mention) if sentence.marks[at] & AMOUNT]
    for group, found in (("rest", Scope.REST), ("again", Scope.MORE)):
        if any(words.phrase(group).beginning(sentence.lowers, at) for at in before):
            return found
    behind = [at for at in _behind(sentence, mention) if sentence.marks[at] & AMOUNT]
    if any(words.phrase("all_other").beginning(sentence.lowers, at) for at in behind):
        return Scope.REST
    if any(sentence.lowers[at] in words.phrase("again") for at in behind):
        return Scope.MORE
    if any(words.phrase("undecided").beginning(sentence.lowers, at) for at in behind):
        return Scope.REST
    return Scope.PART if any(cue.role == Role.PART for cue in cues) else Scope.ALL


_BESIDE = 3
"""How far from a number "the other" or "all other" may stand [tokens]."""


def _before(sentence: Sentence, mention: Mention) -> Iterator[int]:
    """The tokens right before a number, and those between it and its noun; up to a sign or another number."""
    for at in range(mention.first - 1, max(FRONT, mention.first - _BESIDE) - 1, -1):
        if sentence.taken[at] > 0 or sentence.tokens.kinds[at] == SIGN or sentence.lowers[at] == "and":
            break
        yield at
    yield from range(mention.number_last, mention.last)


_VERB = 5
"""How far behind a number its verb may stand: "10% of them preferred not to say" [tokens]."""


def _behind(sentence: Sentence, mention: Mention) -> Iterator[int]:
    """The tokens behind a number, up to a sign or another number."""
    for at in range(mention.number_last, min(mention.last + _VERB, sentence.end)):
        if sentence.taken[at] > 0 or sentence.lowers[at] in (",", ";", "."):
            break
        yield at


def quoted(sentence: Sentence, mention: Mention) -> bool:
    """Whether an odd number of quotation marks stands before a number in its sentence."""
    return bisect_left(sentence.quotes, mention.first) % 2 == 1
