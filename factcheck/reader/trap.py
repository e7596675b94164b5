"""
Numbers that count nothing: names, labels, scores, times, list markers, ranks, pronouns.

Two questions are asked. Before a number is read: is this token part of a time, an address, an ordinal,
a name ("XC40", "COVID-19", "1st", "5 p.m.")? After units and nouns are known: is a number that has
none a label ("iPhone 14", "page 5", "No. 3"), a score ("won 3-2"), a list marker, or the pronoun "one"?
"""

from __future__ import annotations

from factcheck.model import table
from factcheck.reader.draft import Draft
from factcheck.reader.token import HYPHENS, NUMBER, PAD, SIGN, WORD, Tokens
from factcheck.reader.vocabulary import Vocabulary, vocabulary

_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_MERIDIEM = frozenset({"am", "pm", "a.m.", "p.m.", "noon", "midnight", "o'clock"})
_JOINERS = frozenset(
    {
        "minus",
        "sub",
        "to",
        "plus",
        "about",
        "nearly",
        "mid",
        "pre",
        "post",
        "over",
        "under",
        "and",
        "now",
        "then",
        "from",
    }
)
_ONE_BEFORE = frozenset("no the this that which each every any some another other only first last next loved".split())


def before(tokens: Tokens, index: int) -> int:
    """The token behind a number that is none, where one begins at a token; else 0."""
    if tokens.kinds[index] != NUMBER:
        return _word_before(tokens, index)
    after = tokens.lowers[index + 1]
    if tokens.glued(index + 1) and after in _ORDINALS:
        return index + 2
    if after in _MERIDIEM or (
        after in ("a", "p") and tokens.words[index + 2] == "." and tokens.lowers[index + 3] == "m"
    ):
        return index + 2
    previous = index - 1
    if tokens.hyphen(previous) and tokens.kinds[previous - 1] == WORD and not _joins(tokens, previous - 1):
        return index + 1  # "COVID-19", "PLX-R18", "last-32"
    if tokens.glued(index) and tokens.kinds[previous] == WORD and not _currency_code(tokens, previous):
        return index + 1  # "XC40"
    if tokens.words[previous] == "#":
        return index + 1
    if tokens.words[previous] in HYPHENS and tokens.glued(index) and _acronym(tokens.words[previous - 1]):
        return index + 1  # "COVID -19"
    return _glued_letters(tokens, index)


def _joins(tokens: Tokens, index: int) -> bool:
    """Whether the word before a hyphen leaves the number one: "minus-5", "sub-7", "twenty-5"."""
    return tokens.lowers[index] in _JOINERS or _is_number_word(tokens, index)


def _acronym(word: str) -> bool:
    return len(word) > 2 and word.isupper() and word.isalpha()


def _is_number_word(tokens: Tokens, index: int) -> bool:
    return tokens.lowers[index] in vocabulary().openers


def _currency_code(tokens: Tokens, index: int) -> bool:
    signs = table.currencies().signs
    word = tokens.words[index]
    return word in signs or (tokens.words[index - 1] == "$" and "$" + word in signs)


def _glued_letters(tokens: Tokens, index: int) -> int:
    """Whether letters are glued to the digits that are no unit, scale or currency: "9AB", "3D", "90s"."""
    from factcheck.reader.currency import named
    from factcheck.reader.unit import measure

    at = index + 1
    if tokens.kinds[at] != WORD or not tokens.glued(at):
        return 0
    word, lower = tokens.words[at], tokens.lowers[at]
    numbers = table.numbers()
    if lower in numbers.scales or word in numbers.letters or lower in ("x", "e"):
        return 0
    if lower != "s" and (measure(tokens, at) or named(tokens, at)):
        return 0
    return at + 1


def _word_before(tokens: Tokens, index: int) -> int:
    word = tokens.lowers[index]
    if word == "one":
        after = tokens.lowers[index + 1]
        alone = tokens.lowers[index - 1] not in ("every", "only", "first", "last", "next") or not after.isalpha()
        if alone and tokens.lowers[index - 1] in _ONE_BEFORE and after not in vocabulary().numbers.scales:
            return index + 1
        if tokens.hyphen(index + 1) and tokens.lowers[index + 2] in ("time", "way", "off", "sided", "on", "of"):
            return index + 3
        if after in ("another", "who", "that", "'s", "day"):
            return index + 1
    elif tokens.lowers[index - 1] in ("several", "few", "couple", "many") and word in vocabulary().numbers.scales:
        return index + 1
    if tokens.hyphen(index - 1) and tokens.kinds[index - 2] == WORD and not _is_number_word(tokens, index - 2):
        return index + 1 if tokens.lowers[index - 2] not in _JOINERS else 0
    return 0


def after(tokens: Tokens, drafts: list[Draft]) -> list[Draft]:
    """The drafts that count something."""
    known = vocabulary()
    kept: list[Draft] = []
    scores = _scores(tokens, drafts)
    for index, draft in enumerate(drafts):
        if index in scores:
            continue
        if draft.unit is None and draft.ends is None and _uncounted(tokens, draft, known):
            continue
        kept.append(draft)
    return kept


def _scores(tokens: Tokens, drafts: list[Draft]) -> set[int]:
    """Pairs of bare whole numbers glued by a dash: "won 3-2", "89-89"."""
    found: set[int] = set()
    for index in range(len(drafts) - 1):
        a, b = drafts[index], drafts[index + 1]
        if a.bare and a.step == 1 == b.step and b.first - a.last <= 1 and _dashed(tokens, a, b):
            found.update((index, index + 1))
    return found


def _dashed(tokens: Tokens, a: Draft, b: Draft) -> bool:
    if b.first == a.last:  # the dash was read as a minus
        return tokens.words[b.first] in "-−–" and tokens.glued(b.first)
    return tokens.words[a.last] in "-–—" and tokens.glued(a.last) and tokens.glued(b.first)


def _uncounted(tokens: Tokens, draft: Draft, known: Vocabulary) -> bool:
    """Whether a number without a unit is a label, a list marker or a pronoun."""
    first = draft.first
    if draft.spelled and draft.value == 1 and draft.step == 1 and draft.counted is None and draft.scale == 1:
        return draft.place is None  # "one" as a pronoun; "seven in Rome and one in Milan" counts
    previous = tokens.lowers[first - 1]
    if previous in ("top", "bottom") and draft.counted is None:
        return True  # a rank
    if draft.counted == "time" and draft.spelled and draft.step == 0 and draft.last - draft.first == 1:
        return tokens.lowers[draft.last] not in _MULTIPLES  # "scored twice"
    if draft.bare and not draft.spelled and tokens.words[draft.last] in (".", ")") and tokens.begins_line(first):
        return tokens.kinds[draft.last + 1] != PAD  # a list marker
    if draft.hedge is not None or draft.scale != 1 or draft.step != 1 or draft.exact:
        return False
    if previous in known.labels or (
        previous == "." and tokens.lowers[first - 2] in ("no", "nos", "vol", "fig", "p", "pp")
    ):
        return draft.counted is None or previous not in ("on", "of")
    if tokens.lowers[draft.last] in known.streets and tokens.capital(draft.last):
        return True
    if tokens.capital(draft.last) and tokens.lowers[draft.last + 1] in known.streets and not draft.spelled:
        return True
    return _label(tokens, draft, known) or _name_follows(tokens, draft, known)


def _name_follows(tokens: Tokens, draft: Draft, known: Vocabulary) -> bool:
    """Whether a bare number opens a name: "787 Dreamliner", "11 Pro Max", "49 Zorro Ranch Road"."""
    at = draft.last
    word = tokens.words[draft.first]
    if draft.counted is not None or draft.spelled or not word.isdecimal() or tokens.kinds[at] != WORD:
        return False
    if tokens.glued(at) or tokens.begins_line(at):
        return False
    return tokens.capital(at) and tokens.lowers[at] not in known.function


_MULTIPLES = frozenset("as the that its their his her our my what a an".split())


def _label(tokens: Tokens, draft: Draft, known: Vocabulary) -> bool:
    """Whether the number belongs to the name before it: "iPhone 14", "FTSE 100", "Big 12"."""
    index = draft.first - 1
    word = tokens.words[index]
    if tokens.kinds[index] != WORD or not (word[0].isupper() or word[1:2].isupper()):
        return False
    if tokens.words[draft.first] != tokens.words[draft.last - 1] or "," in tokens.words[draft.first]:
        return False
    lower = tokens.lowers[index]
    if lower in known.function or lower in known.verbs or lower in known.up or lower in known.down:
        return False
    if draft.spelled and not (tokens.capital(draft.first) and draft.counted is None):
        return False
    initial = tokens.kinds[index - 1] in (PAD, SIGN) and tokens.words[index - 1] not in ("&", "/", "-", "'", "’")
    if initial and draft.counted is not None:
        return False
    if draft.counted is not None and tokens.capital(draft.noun_last - 1):
        return False
    return not (draft.counted is not None and _in_place(tokens, index))


def _in_place(tokens: Tokens, index: int) -> bool:
    """Whether the capital word before ends "In Los Angeles …": a place, and what follows is counted."""
    for at in range(index - 1, max(index - 4, 0), -1):
        if tokens.lowers[at] in ("in", "at", "from", "for", "across", "by"):
            return True
        if not tokens.capital(at):
            return False
    return False
