"""
How far the text itself says a number, and on what it is reckoned; how much of its kind it takes in.
"""

from __future__ import annotations

from factcheck.facts.lead import Lead
from factcheck.facts.mark import BASIS, DENIED, EXPECTED
from factcheck.facts.sentence import QUOTES, Mention, Sentence
from factcheck.model.fact import Cue, Role, Scope, Stance
from factcheck.model.lexicon import lexicon
from factcheck.model.tokens import FRONT

REACH = 8
"""How far before a number the word may stand that says it is only expected [tokens]."""


def stance(sentence: Sentence, mention: Mention) -> Stance:
    """Whether a number is said, only expected, or denied."""
    clause = sentence.clauses[mention.number]
    for at in range(max(FRONT, mention.first - REACH), min(mention.last + 4, sentence.end)):
        mark = sentence.marks[at]
        if sentence.lowers[at] == "may" and sentence.is_name(at):
            continue  # the month
        if mark & (DENIED | EXPECTED) and not sentence.taken[at] and sentence.clauses[at] == clause:
            return Stance.DENIED if mark & DENIED else Stance.EXPECTED
    return Stance.SAID


def basis(sentence: Sentence, mention: Mention) -> frozenset[str]:
    """On what a number is reckoned: "organic", "in constant currency"."""
    group, clause = lexicon().phrase("basis"), sentence.clauses[mention.number]
    return frozenset(
        " ".join(sentence.lowers[at : at + length])
        for at in range(FRONT, sentence.end)
        if sentence.marks[at] & BASIS
        and sentence.clauses[at] == clause
        and (length := group.beginning(sentence.lowers, at))
    )


def scope(sentence: Sentence, lead: Lead, mention: Mention, cues: tuple[Cue, ...]) -> Scope:
    """Whether a number is of all, of some, or of the rest."""
    rest = lexicon().phrase("rest")
    near = (
        *lead.words,
        *range(max(FRONT, mention.first - 2), mention.first),
        *range(mention.number_last, mention.last + 1),
    )
    if any(sentence.lowers[at] in rest or sentence.lowers[at] == "more" for at in near):
        return Scope.REST
    return Scope.PART if any(cue.role == Role.PART for cue in cues) else Scope.ALL


def quoted(sentence: Sentence, mention: Mention) -> bool:
    """Whether an odd number of quotation marks stands before a number in its sentence."""
    return sum(sentence.tokens.words[at] in QUOTES for at in range(FRONT, mention.first)) % 2 == 1
