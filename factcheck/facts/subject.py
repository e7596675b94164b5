"""
Whose a number is: the subject of its clause, and the names in it.

The subject is the noun phrase before the first finite verb of the clause (Huddleston & Pullum 2002, ch. 4 §3). A
pronoun, or a clause without one ("…, up 12%"), takes that of the clause before; a sentence that begins with a
pronoun that of the sentence before, in its block.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.facts.mark import MOVES
from factcheck.facts.sentence import Sentence
from factcheck.facts.word import stem
from factcheck.model.frozen import frozen
from factcheck.model.tokens import FRONT, WORD
from factcheck.reader.vocabulary import vocabulary


@frozen
class Subject:
    """The subject of a clause."""

    words: frozenset[str] = frozenset()
    """The stems of its content words."""
    names: frozenset[str] = frozenset()
    """The names in it, in lower case."""
    head: str = ""
    """The stem of its head noun."""
    inherited: bool = False
    """Whether it is that of a clause before."""
    pronominal: bool = False
    """Whether a pronoun stands for it."""


def subjects(sentence: Sentence, before: Subject) -> dict[int, Subject]:
    """The subject of each clause; ``before`` is that of the sentence before in the block."""
    found: dict[int, Subject] = {}
    at = FRONT
    while at < sentence.end:
        clause = sentence.clauses[at]
        last = at
        while last < sentence.end and sentence.clauses[last] == clause:
            last += 1
        if clause not in found:
            said = _subject(sentence, at, last)
            found[clause] = said if said.words else replace(before, inherited=True, pronominal=said.pronominal)
        before = found[clause]
        at = last
    return found


def _subject(sentence: Sentence, first: int, last: int) -> Subject:
    """The subject that stands before the first finite verb of a clause; empty where there is none."""
    verb = next((at for at in range(first, last) if sentence.is_finite(at)), 0)
    if not verb and sentence.lowers[first] == "with":  # "with same-store sales up 12%"
        verb = next((at for at in range(first, last) if sentence.marks[at] & MOVES), 0)
    if not verb:
        return Subject()
    start = max((at + 1 for at in range(first, verb) if sentence.lowers[at] == ","), default=first)
    if start == verb:
        start = first
    content = [at for at in range(start, verb) if _is_content(sentence, at)]
    names = frozenset(sentence.lowers[at] for at in content if sentence.tokens.capital(at) and at > FRONT)
    head = next((at for at in content if sentence.lowers[at + 1] in ("of", "in", "at", "for") or at + 1 == verb), 0)
    words = frozenset(stem(sentence.lowers[at]) for at in content)
    pronominal = not words and any(sentence.lowers[at] in _PRONOUNS for at in range(start, verb))
    return Subject(words, names, stem(sentence.lowers[head]) if head else "", pronominal=pronominal)


_PRONOUNS = frozenset({"it", "they", "this", "that", "these", "those"})


def _is_content(sentence: Sentence, at: int) -> bool:
    return (
        sentence.tokens.kinds[at] == WORD
        and not sentence.taken[at]
        and sentence.lowers[at] not in vocabulary().function
        and len(sentence.lowers[at]) > 1
    )
