"""
What stands behind a number and belongs to it: "of the vote", "a share", "more than", "increase", "in all".
"""

from __future__ import annotations

from factcheck.facts.sentence import Mention, Sentence
from factcheck.model.frozen import frozen
from factcheck.model.lexicon import lexicon
from factcheck.model.tokens import SIGN, WORD
from factcheck.reader.inflection import singular
from factcheck.reader.vocabulary import vocabulary

REACH = 4
"""How many words may stand between a number and the noun or the comparative that it measures [tokens]."""
_LONGEST = 5
"""The longest noun phrase behind "of" [tokens]."""


@frozen
class Tail:
    """What stands behind a number; every place is a token, 0 where there is none."""

    noun: int = 0
    """A noun of change that the number measures: "a 12% increase"."""
    more: int = 0
    """A comparative: "200 more", "3 percent above"."""
    than: int = 0
    """The "than" behind it, or the preposition that is one: "above"."""
    of: tuple[int, int] | None = None
    """The noun phrase behind "of", without its determiners; the last exclusive."""
    of_them: int = 0
    """The last token of "of them", "of whom", "of those"."""
    per: int = 0
    """What it falls to: "share" of "$3 a share", "each"."""
    last: int = 0
    """Behind all of it."""


def tail(sentence: Sentence, mention: Mention) -> Tail:
    """What stands behind a number."""
    lowers, at = sentence.lowers, mention.last
    of, of_them = _of(sentence, at)
    again = lowers[mention.first - 1] == "or" and lowers[at] == ","  # ", or 10.6%, higher than"
    noun, more, than = _measured(sentence, at + 1 if again else at)
    per = _per(sentence, at)
    last = max(at, noun + 1, more + 1, than + 1, per + 1, of[1] if of else 0, of_them + 1)
    return Tail(noun, more, than, of, of_them, per, min(last, len(lowers)))


_THEM = frozenset({"them", "whom", "which", "those", "these"})


def _of(sentence: Sentence, at: int) -> tuple[tuple[int, int] | None, int]:
    """What "of" or "in" stands before: a noun phrase, or "them"."""
    lowers, known = sentence.lowers, vocabulary()
    if lowers[at] != "of":
        return None, 0
    if lowers[at + 1] in _THEM and (lowers[at + 1] not in ("those", "these") or not _is_content(sentence, at + 2)):
        return None, at + 1
    first = at + 1
    while lowers[first] in known.determiners or (lowers[first] == "total" and _is_content(sentence, first + 1)):
        first += 1
    last = first
    while last - first < _LONGEST and _is_content(sentence, last):
        last += 1
    return ((first, last) if last > first else None), 0


def _is_content(sentence: Sentence, at: int) -> bool:
    """Whether a token is a word of a noun phrase."""
    return (
        sentence.tokens.kinds[at] == WORD
        and sentence.taken[at] <= 0
        and sentence.lowers[at] not in vocabulary().function
        and not sentence.is_finite(at)
    )


def _measured(sentence: Sentence, at: int) -> tuple[int, int, int]:
    """The noun of change or the comparative that a number measures, and its "than"."""
    words, lowers, known = lexicon(), sentence.lowers, vocabulary()
    changes = (words.noun("rise"), words.noun("fall"), words.noun("change"), words.noun("margin"))
    for index in range(at, at + REACH):
        word = lowers[index]
        if word in words.phrase("more") or word in words.phrase("less"):
            than = _than(sentence, index)
            return 0, index, than
        if any(word in group for group in changes) and not _begins_verb(sentence, index):
            return index, 0, 0
        narrows = sentence.tokens.hyphen(index) or _is_content(sentence, index) or word in known.adverbs
        if not narrows or sentence.taken[index]:
            break
    return 0, 0, 0


def _begins_verb(sentence: Sentence, at: int) -> bool:
    """Whether a word that may be a noun of change is a verb here: "45 workers lead the", "prices 12 increase"."""
    return sentence.lowers[at + 1] in ("the", "a", "an", "its", "their", "his", "her")


def _than(sentence: Sentence, at: int) -> int:
    """The "than" behind a comparative; the comparative itself where it is a preposition: "above the 45"."""
    for index in range(at + 1, at + REACH):
        if sentence.lowers[index] == "than":
            return index
        if sentence.tokens.kinds[index] == SIGN or sentence.taken[index]:
            break
    if sentence.lowers[at] in ("ahead", "short") and sentence.lowers[at + 1] == "of":
        return at + 1
    return at if sentence.lowers[at] in ("above", "below", "under") else 0


def _per(sentence: Sentence, at: int) -> int:
    """What a number falls to: the noun behind "per" or "a", or "each" itself."""
    lowers = sentence.lowers
    if lowers[at] in ("each", "apiece"):
        return at
    if lowers[at] in ("per", "a", "an", "every") and _is_content(sentence, at + 1):
        word = singular(lowers[at + 1])
        if lowers[at] == "per" or word in vocabulary().sold_by:
            return at + 1
    return 0
