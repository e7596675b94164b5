"""
What opens a list of numbers: "consisting of", "including", a colon, a dash, a bracket, "of them", "of the total, …".
"""

from __future__ import annotations

from enum import StrEnum

from factcheck.facts.sentence import Sentence
from factcheck.model.frozen import frozen
from factcheck.model.lexicon import lexicon
from factcheck.model.tokens import FRONT, SIGN

REACH = 12
"""How far before the first sibling the words may stand that open the list [tokens]."""
JOINS = frozenset({"and", "&", "plus"})
"""What stands before the last item of a list."""
OF_THEM = frozenset({"of them", "of whom", "of which", "of those", "of these"})


class Opening(StrEnum):
    """What opens a list."""

    CLOSED = "closed"
    """Words that say that its items are all: "consisting of"."""
    SIGN = "sign"
    """A colon or a dash."""
    BRACKET = "bracket"
    COMMA = "comma"
    OPEN = "open"
    """Words that say that its items are some: "including"."""
    OF_THEM = "of them"
    """ "Of whom", "of them": some, or with the rest all."""
    OF_TOTAL = "of the total"
    """ "Of the total, …": the same of a whole that a sentence before tells."""
    WITH = "with"
    VERB = "verb"
    """A copula: "the dead were five women and six men"."""
    NONE = ""


SOME = frozenset({Opening.OPEN, Opening.OF_THEM})
"""What says that the items are some of the whole."""


@frozen
class Opener:
    """What opens a list: its kind, its first token and its words."""

    kind: Opening
    at: int
    words: str = ""


def opening(sentence: Sentence, first: int, *, apposed: bool = False, lone: bool = False) -> Opener:
    """
    What opens the list whose first number begins at a token; it stands behind its whole and a comma (``apposed``), or
    alone in brackets (``lone``).
    """
    if apposed:
        return Opener(Opening.COMMA, first - 1, ",")
    before, comma, verb = sentence.lowers[first - 1], 0, False
    for at in range(first - 1, max(FRONT, first - REACH) - 1, -1):
        if sentence.taken[at] > 0 or (comma and comma != at + 1):
            break
        found = (None if verb else _phrase_ending(sentence, at, comma)) or _sign(sentence, at, first, lone=lone)
        if found is not None:
            return found
        verb = verb or sentence.is_finite(at)  # "among three parties: the Reds won 52"
        comma = at if sentence.lowers[at] == "," else comma
    if before == "with" and sentence.lowers[first - 2] == ",":
        return Opener(Opening.WITH, first - 2, before)
    if before in COPULAS:
        return Opener(Opening.VERB, first - 1, before)
    return Opener(Opening.NONE, first)


_NEAR = 4
"""How near before the first number a dash must stand that opens a list [tokens]."""
COPULAS = frozenset({"is", "are", "was", "were"})


def _sign(sentence: Sentence, at: int, first: int, *, lone: bool) -> Opener | None:
    """A colon, a dash or a bracket at a token, that opens a list."""
    word = sentence.lowers[at]
    if word == ":":
        return Opener(Opening.SIGN, at, word)
    if word in ("—", "–", "--") or (word == "-" and not sentence.tokens.hyphen(at)):
        return Opener(Opening.SIGN, at, word) if first - at <= _NEAR else Opener(Opening.NONE, first)
    bracket = word == "(" and at == first - 1 and not lone
    return Opener(Opening.BRACKET, at, word) if bracket else None


def _phrase_ending(sentence: Sentence, at: int, comma: int) -> Opener | None:
    """A phrase that ends at a token and opens a list; behind a comma only "of the total,"."""
    groups = ((Opening.CLOSED, "consists"), (Opening.OPEN, "among")) if not comma else ((Opening.OF_TOTAL, "taken_up"),)
    for kind, group in groups:
        length = lexicon().phrase(group).ending(sentence.lowers, at + 1)
        if length and (kind != Opening.OF_TOTAL or _begins(sentence, at + 1 - length)):
            words = " ".join(sentence.lowers[at + 1 - length : at + 1])
            of_them = kind == Opening.OPEN and words in OF_THEM
            return Opener(Opening.OF_THEM if of_them else kind, at + 1 - length, words)
    return None


def _begins(sentence: Sentence, at: int) -> bool:
    """Whether a clause begins at a token: the sentence, or what stands behind a sign or a conjunction."""
    return at == FRONT or sentence.tokens.kinds[at - 1] == SIGN or sentence.lowers[at - 1] in JOINS
