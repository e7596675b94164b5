"""
Attach what is counted: the head of the noun phrase behind the number, and the words that narrow it.

=====================================================  ==============  ==========================
"four million lethal fentanyl doses"                   dose            the first plural is the head
"200,000 ecstasy, fentanyl, and methamphetamine pills" pill            a list of modifiers shares it
"one clear message to those"                           message         one: the last word before a break
"11-member", "four-cylinder"                           member          a compound adjective
"22 of the 27 countries", "one of the best speakers"   country         the set that it is part of
"dozens of people"                                     person          an indefinite number's "of"
"50 or more volunteers"                                volunteer       behind a hedge
"two 12-year-old sons"                                 son             behind a compound with a number of its own
=====================================================  ==============  ==========================

A noun phrase ends at a function word, at a finite verb and at punctuation (Huddleston & Pullum 2002,
ch. 5): there is no tagger, so the closed classes of ``en/words.yaml`` decide.
"""

from __future__ import annotations

from factcheck.model.tokens import HYPHENS, NUMBER, WORD, Tokens
from factcheck.reader.draft import Draft
from factcheck.reader.inflection import is_acronyms, is_plural, singular
from factcheck.reader.vocabulary import Vocabulary, vocabulary

__all__ = ["attach", "is_plural", "singular"]

MAX_PHRASE = 9
"""The longest noun phrase that is read [tokens]."""

MAX_LIST = 30
"""The longest list of modifiers [tokens]: "ecstasy, fentanyl, … and methamphetamine pills"."""


def attach(tokens: Tokens, draft: Draft, at: int) -> None:
    """Set ``counted``, the span of the noun and ``close`` where a noun follows at a token, right behind the number."""
    known = vocabulary()
    if tokens.hyphen(at) and tokens.kinds[at + 1] == WORD:
        if tokens.lowers[at + 1] not in ("plus", "odd"):  # "300-plus passengers"
            _attributive(tokens, draft, at + 1, known)
            return
        at += 2
    if tokens.words[at] in ("-", "‐", "‑") and tokens.glued(at):  # "four-, five- and six-cylinder"
        draft.suspended = True
        return
    if tokens.lowers[at] == "times" or (tokens.lowers[at] == "x" and tokens.glued(at)):
        draft.counted, draft.noun_first, draft.noun_last, draft.close = "time", at, at + 1, at + 1
        return
    compound = _compound(tokens, at, known)
    if compound:  # "two 12-year-old sons": the compound has a quantity of its own
        head = _head(tokens, compound, True, known) if draft.value != 1 else 0
        if head and is_plural(tokens.lowers[head]):
            draft.counted, draft.noun_first, draft.noun_last = singular(tokens.lowers[head]), compound, head + 1
        return
    last = _models(tokens, at)
    if last:
        draft.counted = " ".join(tokens.lowers[at:last])
        draft.noun_first, draft.noun_last, draft.close = at, last + 1, last + 1
        return
    if tokens.lowers[at] == "of":
        at = _set_of(tokens, draft, at + 1, known)
        if not at:
            return
        head = _head(tokens, at, True, known)
        if not is_plural(tokens.lowers[head]) or (not draft.step and tokens.lowers[head] in known.verbs):
            if not draft.step:  # "two-thirds of the crop", "a third of the crop lives"
                head = _head(tokens, at, False, known)
            elif draft.value == 1:  # "one of the crop"
                head = 0
    else:
        head = _head(tokens, at, draft.value != 1 or at > draft.last, known)  # "one or more name tags"
    if not head:
        _nominal(tokens, draft, at, known)
        return
    draft.noun_first, draft.noun_last = at, head + 1
    draft.close = head + 1
    draft.counted = _counted(tokens, head)


def _counted(tokens: Tokens, head: int) -> str:
    """The noun at a token in the singular."""
    if is_acronyms(tokens.words[head]):  # "25 SKUs"
        return tokens.lowers[head][:-1]
    return singular(tokens.lowers[head].removesuffix("'s"))


def _nominal(tokens: Tokens, draft: Draft, at: int, known: Vocabulary) -> None:
    """
    An adjective that stands for people ("27 dead"; Huddleston & Pullum 2002, ch. 5 §4.3), or an acronym
    that ends its phrase ("(0.5 WAR)").
    """
    word, lower = tokens.words[at], tokens.lowers[at]
    if lower not in known.nominal:
        acronym = 2 <= len(word) <= 5 and word.isupper() and word.isalpha() and _phrase_ends(tokens, at + 1, known)
        named = tokens.capital(draft.first - 1) or tokens.lowers[draft.first - 1] in _DEFINITE
        if not acronym or (draft.step == 1 and named):  # "the 737 MAX", a name
            return
    draft.counted = lower
    draft.noun_first, draft.noun_last, draft.close = at, at + 1, at + 1


def _phrase_ends(tokens: Tokens, at: int, known: Vocabulary) -> bool:
    """Whether no noun phrase goes on at a token."""
    return not tokens.words[at][:1].isalnum() or tokens.words[at] in known.function


def _compound(tokens: Tokens, at: int, known: Vocabulary) -> int:
    """The token behind a compound adjective that begins with a number, "12-year-old", "three-bedroom"; 0 without."""
    if tokens.kinds[at] != NUMBER and tokens.lowers[at] not in known.numbers.cardinals:
        return 0
    last = at + 1
    if tokens.lowers[at + 2].removesuffix("s") in known.numbers.ordinals:
        return 0
    while tokens.hyphen(last) and tokens.kinds[last + 1] == WORD:
        last += 2
    return last if last > at + 1 else 0


def _models(tokens: Tokens, at: int) -> int:
    """The s of a plural model name, "57 737s", "120 Model 3s", "two A350s"; 0 where there is none."""
    name = tokens.kinds[at] == WORD and tokens.capital(at)
    at += name
    plural = tokens.kinds[at] == NUMBER and tokens.lowers[at + 1] == "s" and tokens.glued(at + 1)
    return at + 1 if plural and (name or not tokens.glued(at)) else 0


def _attributive(tokens: Tokens, draft: Draft, at: int, known: Vocabulary) -> None:
    word = tokens.lowers[at]
    if word in known.function or word in _NOT_COUNTED or word in known.numbers.cardinals:
        return
    draft.attributive = True
    draft.counted, draft.noun_first, draft.noun_last, draft.close = singular(word), at, at + 1, at + 1


_NOT_COUNTED = frozenset("way sided off stop size hit up down plus something odd fold strong sixth third".split())


def _set_of(tokens: Tokens, draft: Draft, at: int, known: Vocabulary) -> int:
    """Where the noun begins behind "of": "of the best speakers", "of these"; 0 where it names no set."""
    if draft.indefinite:
        while tokens.lowers[at] in known.determiners:
            at += 1
        return at
    if tokens.lowers[at] not in _DEFINITE and not tokens.lowers[at].endswith("'s"):
        return 0
    while tokens.lowers[at] in _DEFINITE or tokens.lowers[at].endswith("'s"):  # "two of Roe's children"
        at += 1
    for index in (at, at + 1):
        if tokens.kinds[index] == NUMBER or tokens.lowers[index] in known.numbers.cardinals:
            return 0  # "22 of the 27 countries", "half of the combined 4.3 million sales"
    return at


_DEFINITE = frozenset("the these those its their his her our my your all".split())


def _head(tokens: Tokens, at: int, plural: bool, known: Vocabulary) -> int:
    """The token of the head noun of the phrase that begins at a token; 0 where there is none."""
    lowers, kinds = tokens.lowers, tokens.kinds
    last, noun = 0, False
    index, limit = at, at + MAX_PHRASE
    while index < limit:
        word = lowers[index]
        if kinds[index] != WORD:
            if last and (tokens.hyphen(index) or _in_name(tokens, index, at)):
                index += 1
                continue
            shared = _shared(tokens, index, known) if word == "," and plural and last == index - 1 else 0
            return shared or _finish(tokens, at, last, plural)
        if _ends(tokens, index, index == at, plural, known):
            shared = _shared(tokens, index, known) if word in ("and", "or") and plural and last == index - 1 else 0
            return shared or _finish(tokens, at, last, plural)
        if plural:
            if (is_plural(word) or is_acronyms(tokens.words[index])) and not tokens.hyphen(index + 1):
                return _last_plural(tokens, index, known)
        elif (noun and _past_noun(tokens, index, known)) or (not noun and _is_verb(word, known)):
            break  # "one proposal asks": a finite verb
        noun = noun or not word.endswith(_MODIFYING)
        last = index
        index += 1
    return _finish(tokens, at, last, plural)


def _ends(tokens: Tokens, index: int, first: bool, plural: bool, known: Vocabulary) -> bool:
    """
    Whether a word ends a noun phrase: a function word, a verb; not "A320", not "newly built". Behind a
    plural number no verb ends in -s before the noun has come: "two home runs".
    """
    word = tokens.lowers[index]
    if tokens.hyphen(index - 1) and not first:  # "10 Democrat-led resolutions"
        return False
    if word in known.function:
        if word in _ALSO_ADJECTIVES and _narrows(tokens, index + 1, first and not plural):
            return False
        return tokens.kinds[index + 1] != NUMBER or not tokens.glued(index + 1)
    if first or (plural and is_plural(word)):
        return word in known.finite
    return word in known.verbs and not tokens.lowers[index - 1].endswith("ly")


def _narrows(tokens: Tokens, after: int, alone: bool) -> bool:
    """Whether the word behind an adverb is a noun that it narrows: a plural, or, behind "one", what is no verb."""
    word, known = tokens.lowers[after], vocabulary()
    if is_plural(word):
        return True
    return alone and tokens.kinds[after] == WORD and word not in known.function and word not in known.verbs


_ALSO_ADJECTIVES = frozenset("daily weekly monthly hourly online overall overseas only even early".split())
"""Adverbs that narrow a noun as well: "36 monthly payments"."""

_MODIFYING = ("ly", "ed")
"""Endings of words that narrow a noun and are none."""


def _finish(tokens: Tokens, at: int, last: int, plural: bool) -> int:
    """The head of a phrase that ended without a plural."""
    return _singular_modifier(tokens, at, last) if plural else last


def _in_name(tokens: Tokens, index: int, at: int) -> bool:
    """Whether digits belong to a name inside the phrase: "two new 737 Max jets", "COVID-19 tests", "A320 jets"."""
    if tokens.words[index] in HYPHENS and tokens.glued(index + 1):  # "COVID -19 tests", a stray space
        acronym = tokens.words[index - 1].isupper() and len(tokens.words[index - 1]) > 2
        return acronym and tokens.kinds[index + 1] == NUMBER
    if tokens.kinds[index] != NUMBER or index <= at:
        return False
    return tokens.glued(index) or (tokens.capital(index + 1) and not tokens.glued(index + 1))


def _past_noun(tokens: Tokens, index: int, known: Vocabulary) -> bool:
    """Whether a word behind the noun of "one …" ends its phrase: a verb, a plural, "seriously", "stated"."""
    word = tokens.lowers[index]
    if is_plural(word) or (word.endswith("ly") and len(word) > 5):
        return True
    after = tokens.lowers[index + 1]
    return word.endswith("ed") and (not after.isalpha() or after in known.function or after.endswith("ly"))


def _is_verb(word: str, known: Vocabulary) -> bool:
    """Whether the word behind "one" is no noun in the singular: "one wants"; "one series" is."""
    return is_plural(word) and known.plurals.get(word) != word


def _last_plural(tokens: Tokens, index: int, known: Vocabulary) -> int:
    """The head where two plurals meet: "sports cars", "arms dealers", "youth clubs" (a plural like its singular)."""
    word, after = tokens.lowers[index], tokens.lowers[index + 1]
    narrows = word in known.attributive_plurals or known.plurals.get(word) == word
    return index + 1 if narrows and is_plural(after) and after not in known.finite else index


def _singular_modifier(tokens: Tokens, at: int, last: int) -> int:
    """The first noun of "11 member trade agreement": a compound adjective without hyphen; not "dozens more hurt"."""
    if tokens.lowers[at] in _COMPARATIVES:
        return 0
    return at if last > at and tokens.words[at].islower() and not tokens.lowers[at].endswith(("ed", "ly", "al")) else 0


_COMPARATIVES = frozenset({"more", "fewer", "less", "other", "further"})


def _shared(tokens: Tokens, first: int, known: Vocabulary) -> int:
    """
    The plural at the end of a list of modifiers that share it; 0 where the list is none.

    Every item is one or two words, the last comes behind "and" or "or" and ends in the plural.
    """
    lowers = tokens.lowers
    words, last_item = 0, False
    for index in range(first, min(first + MAX_LIST, len(lowers) - 1)):
        word = lowers[index]
        if word == ",":
            words = 0
        elif word in ("and", "or"):
            words, last_item = 0, True
        elif tokens.kinds[index] != WORD or word in known.function or word in known.verbs:
            return 0
        else:
            words += 1
            if words > 3:
                return 0
            if is_plural(word):
                return _last_plural(tokens, index, known) if last_item else 0
    return 0
