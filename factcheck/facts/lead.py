"""
What a number hangs on: the preposition, the verb or the sign before its noun phrase, and the words between.

"rose to a net loss of $5 million": the number's own words are "a net loss of", and it hangs on "to" behind "rose".
Adverbs, adjectives and determiners do not matter; so a whopping 12% hangs on what 12% hangs on. The walk goes
left from the number and ends at the first word that governs (Huddleston & Pullum 2002, ch. 7 §1).
"""

from __future__ import annotations

from factcheck.facts.mark import AUXILIARY, DETERMINER, LEVEL
from factcheck.facts.sentence import QUOTES, Sentence
from factcheck.model.frozen import frozen
from factcheck.model.lexicon import lexicon
from factcheck.model.tokens import FRONT, SIGN, WORD
from factcheck.reader.vocabulary import vocabulary

REACH = 16
"""How far the walk goes [tokens]."""
_POSSESSIVE = ("'s", "’s")
_DEFINITE = frozenset({"the", "those", "these", "both"})
_SKIPPED_SIGNS = QUOTES | frozenset({"'", "‘", "’", "$", "*", "_", "`"})
_NO_NOUNS = frozenset({"out", "instead", "because", "ahead", "short", "consisting", "composed", "made", "up", "all"})
"""Before an "of" that belongs to them and to no noun: "out of", "because of", "all of"."""


@frozen
class Lead:
    """What stands before a number, up to what governs it."""

    governor: str
    """The governing word in lower case; a sign; empty at the beginning of the sentence, "#" behind a number."""
    at: int
    """Its token."""
    words: tuple[int, ...]
    """The tokens between the governor and the number, in order, without those of ``head``."""
    head: tuple[int, int] | None = None
    """The noun phrase whose "of" the number is: "a net loss" of "a net loss of $5 million"; the last exclusive."""
    definite: bool = False
    """Whether "the" or "those" stands before it: it was told before."""


def lead(sentence: Sentence, first: int) -> Lead:
    """What the number that begins at a token hangs on."""
    words: list[int] = []
    head: tuple[int, int] | None = None
    definite, at, limit = False, first - 1, max(FRONT, first - REACH)
    while at >= limit:
        kind = _kind(sentence, at)
        if kind == _OF:
            start = _phrase(sentence, at - 1)
            head = head or (start, at)
            at = start - 1
            continue
        if kind == _GOVERNS:
            governor = "#" if sentence.taken[at] > 0 else sentence.lowers[at]
            definite = definite or (governor == "worth" and _is_definite(sentence, at))
            return Lead(governor, at, tuple(reversed(words)), head, definite)
        if kind == _DETERMINES:
            definite = definite or (head is None and not words and sentence.lowers[at] in _DEFINITE)
        elif head is None and sentence.lowers[at].endswith(_POSSESSIVE):
            definite = True
        elif kind == _NARROWS and head is None:
            words.append(at)
        at -= 1
    return Lead("", at, tuple(reversed(words)), head, definite)


def _is_definite(sentence: Sentence, at: int) -> bool:
    """Whether what is worth a number was told before: "the contract, worth"."""
    last = at - (sentence.lowers[at - 1] == ",") - 1
    while last > FRONT and sentence.lowers[last] not in vocabulary().function:
        last -= 1
    return sentence.lowers[last] in _DEFINITE


_OF, _GOVERNS, _DETERMINES, _NARROWS, _STEPPED_OVER = range(5)
"""What a token is to the number behind it."""


def _kind(sentence: Sentence, at: int) -> int:
    """What a token is to the number behind it."""
    word, known = sentence.lowers[at], vocabulary()
    if sentence.taken[at]:
        return _GOVERNS if sentence.taken[at] > 0 else _STEPPED_OVER
    if sentence.tokens.kinds[at] == SIGN:
        return _STEPPED_OVER if word in _SKIPPED_SIGNS or sentence.tokens.hyphen(at) else _GOVERNS
    if word == "of" and _is_noun(sentence, at - 1):
        return _OF
    if word in known.determiners and word not in _SUBORDINATING:
        return _DETERMINES
    if word in known.adverbs and word != "not":
        return _STEPPED_OVER
    if word in ("last", "next") and (sentence.taken[at + 1] < 0 or sentence.lowers[at + 1].endswith(_POSSESSIVE)):
        return _STEPPED_OVER  # "last February's"
    if word in lexicon().phrase("rest"):
        return _NARROWS
    if word in known.function or sentence.is_finite(at) or _moves(sentence, at) or _is_verb_form(sentence, at):
        return _GOVERNS
    if lexicon().phrase("consists").ending(sentence.lowers, at + 1):
        return _GOVERNS
    if word == "worth":  # a preposition (Huddleston & Pullum 2002, ch. 7 §2.2)
        return _GOVERNS
    return _NARROWS


_SUBORDINATING = frozenset({"that", "which", "what", "no"})


def _is_infinitive(sentence: Sentence, at: int) -> bool:
    """Whether a word is a verb behind "will" or "to", and leads to what follows: "will receive $2,500"."""
    if sentence.marks[at - 1] & AUXILIARY:
        return sentence.lowers[at - 1] in _MODALS
    behind = sentence.taken[at + 1] > 0 or sentence.marks[at + 1] & DETERMINER or sentence.lowers[at + 1] == "$"
    return sentence.lowers[at - 1] == "to" and bool(behind)


_MODALS = frozenset("will would can could may might must shall should".split())


def _reaches(sentence: Sentence, at: int) -> bool:
    """Whether a token is a participle that leads to a value: "reaching", "totalling"."""
    return bool(sentence.marks[at] & LEVEL) and sentence.lowers[at].endswith("ing")


def _is_verb_form(sentence: Sentence, at: int) -> bool:
    return _is_infinitive(sentence, at) or _reaches(sentence, at)


def _moves(sentence: Sentence, at: int) -> bool:
    """Whether a token is a form of a verb of change that is no noun here: "rising 5%", not "the gain of"."""
    word, words = sentence.lowers[at], lexicon()
    if word not in words.upward and word not in words.downward:
        return False
    if word in words.noun("rise") or word in words.noun("fall"):
        return sentence.lowers[at - 1] not in vocabulary().determiners
    return not (word.endswith(("ing", "ed")) and sentence.lowers[at - 1] in vocabulary().determiners)


def _is_noun(sentence: Sentence, at: int) -> bool:
    """Whether a token may be the noun before an "of"."""
    word, known = sentence.lowers[at], vocabulary()
    if sentence.taken[at] > 0 or sentence.tokens.kinds[at] != WORD or word in _NO_NOUNS:
        return False
    if sentence.taken[at] < 0 or lexicon().phrase("consists").ending(sentence.lowers, at + 2):
        return False
    return word not in known.function and (
        word not in known.finite or word in lexicon().noun("rise") or word in lexicon().noun("change")
    )


def _phrase(sentence: Sentence, last: int) -> int:
    """The first token of the noun phrase that ends at a token, its determiner included."""
    known, at = vocabulary(), last
    while at > FRONT and last - at < _LONGEST:
        word = sentence.lowers[at - 1]
        if word in known.determiners:
            return at - 1
        if (
            sentence.taken[at - 1]
            or sentence.tokens.kinds[at - 1] != WORD
            or word in known.function
            or word in known.finite
        ):
            break
        if _moves(sentence, at - 1):
            break
        at -= 1
    return at


_LONGEST = 6
"""The longest noun phrase before an "of" [tokens]."""
