"""
Fractions and ratios in words: "two-thirds", "a third of", "half the", "half a million", "one and a half
million", "three in ten", "one out of every three".

A fraction word is a share only before "of" and the like, or where its phrase ends; else it is a rank
("a third man"; Huddleston & Pullum 2002, ch. 5 §7.10 and ch. 18 §4.2). The step of a fraction is 0: a
third is no rounding of 0.3.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.model.number import Rational, divide, whole
from factcheck.model.tokens import NUMBER, WORD, Tokens
from factcheck.reader.compose import compose
from factcheck.reader.draft import Draft
from factcheck.reader.literal import literal
from factcheck.reader.vocabulary import Vocabulary, vocabulary


def half(tokens: Tokens, draft: Draft) -> bool:
    """
    Add "and a half", "and three quarters" and the scale word behind it ("one and a half million") to a
    number; whether there was one.
    """
    known, lowers, at = vocabulary(), tokens.lowers, draft.last
    at += tokens.hyphen(at)
    if lowers[at] != "and":
        return False
    at += 1 + tokens.hyphen(at + 1)
    top = 1 if lowers[at] in ("a", "one") else known.numbers.cardinals.get(lowers[at], 0)
    at += 1 + tokens.hyphen(at + 1)
    bottom = known.numbers.fractions.get(lowers[at])
    if not bottom or not 0 < top < bottom or (top > 1) != lowers[at].endswith("s"):
        return False
    part = divide(top, bottom)
    factor = known.numbers.scales.get(lowers[at + 1], 0)
    if factor and (draft.scale == 1 or factor < draft.scale):
        value = draft.value * factor if draft.scale == 1 and draft.value < 100 else draft.value
        draft.value, draft.scale, at = whole(value + part * factor), factor, at + 1
    else:
        draft.value = whole(draft.value + part * max(draft.scale, 1))
    draft.step, draft.last = 0, at + 1
    return True


def parts(tokens: Tokens, draft: Draft) -> bool:
    """Turn "two" before "thirds" into two thirds, "two" before "and a half" into 2½; whether it did."""
    known = vocabulary()
    if draft.last == draft.first:
        return False
    at = draft.last + tokens.hyphen(draft.last)
    word = tokens.lowers[at]
    bottom = known.numbers.fractions.get(word)
    if not bottom and tokens.hyphen(at + 1):
        at, bottom = at + 2, _tens_and_ordinal(tokens, at, known)
        word = tokens.lowers[at]
    if not bottom:
        return half(tokens, draft)
    top = draft.value
    if (top > 1) != word.endswith("s") or (bottom == 4 and top > 1 and divide(top, bottom).denominator != 4):
        return False
    scaled = _scaled(tokens, at + 1, known)
    if top == 1 and at == draft.last and not scaled and not _is_share(tokens, at + 1):
        return False
    draft.value, draft.step, draft.scale, draft.last = divide(top, bottom), 0, 0, at + 1
    if scaled:
        draft.scale, draft.last = scaled
        draft.value = whole(draft.value * draft.scale)
    return True


def _tens_and_ordinal(tokens: Tokens, at: int, known: Vocabulary) -> int:
    """The denominator "thirty-seconds" or "twenty-firsts"; 0 for anything else, a rank such as "twenty-first"."""
    tens, ones = known.numbers.cardinals.get(tokens.lowers[at], 0), tokens.lowers[at + 2]
    unit = known.numbers.ordinals.get(ones.removesuffix("s"), 0) if ones.endswith("s") else 0
    return tens + unit if tens >= 20 and unit else 0


def _scaled(tokens: Tokens, at: int, known: Vocabulary) -> tuple[int, int] | None:
    """The scale word that a fraction is of, and the token behind it: "three quarters of a million"."""
    lowers = tokens.lowers
    if lowers[at] == "of" and lowers[at + 1] in ("a", "one"):
        at += 2
    factor = known.numbers.scales.get(lowers[at], 0)
    return (factor, at + 1) if factor >= 1000 else None


def part(tokens: Tokens, first: int, at: int) -> Draft | None:
    """A fraction with the article or without: "a third of", "half the", "half a million", "a quarter million"."""
    known, lowers = vocabulary(), tokens.lowers
    word, after = lowers[at], at + 1
    if tokens.hyphen(after) or tokens.hyphen(first):
        return None
    value = Fraction(1, known.numbers.fractions[word])
    article = word == "half" and lowers[after] in ("a", "an")
    behind = lowers[after + article]
    factor = known.numbers.scales.get(behind) or known.numbers.groups.get(behind)
    if factor and word in ("half", "quarter"):
        return _fraction(first, after + article + 1, whole(value * factor), factor)
    scaled = _scaled(tokens, after, known) if first < at or word == "half" else None
    if scaled:
        return _fraction(first, scaled[1], whole(value * scaled[0]), scaled[0])
    if word == "quarter" and first == at:
        return None
    if word == "half" and not article and lowers[at - 1] in _NOT_BEFORE_HALF:
        return None
    halved = word == "half" and first == at and (lowers[after] in _HALF_OF or _hedged(tokens, first, after))
    if not (article or halved or _is_share(tokens, after)):
        return None
    return _fraction(first, after, value, 0)


def _fraction(first: int, last: int, value: Rational, scale: int) -> Draft:
    draft = Draft(first, last, value, 0)
    draft.spelled, draft.scale = True, scale
    return draft


_NOT_BEFORE_HALF = frozenset("first second other better latter final in by this that last opening each nd st".split())
_SHARE = frozenset("of the more less as higher lower were are have do".split())
_STOPS = frozenset(".;:)!?")
_HALF_OF = frozenset("the a an its their his her our my your this that these those of all".split())
"""What "half" may stand before that it is a half of: "half its workers", "half an hour"."""


def _is_share(tokens: Tokens, after: int) -> bool:
    """Whether a singular fraction word is a share ("a third of", "a third.") and no rank ("a third man")."""
    word = tokens.lowers[after]
    if word == "," or (word not in _SHARE and word in vocabulary().function):
        return tokens.lowers[after - 3] in _BEFORE_SHARE  # "rose by a third to", but "A fourth, also new, came"
    return word in _SHARE or word in _STOPS or not word


_BEFORE_SHARE = frozenset("by nearly about almost over than roughly around to least only just under".split())


def _hedged(tokens: Tokens, first: int, after: int) -> bool:
    """Whether a hedge makes "half" a share: "more than half stayed", not "about half time", "over half-term"."""
    if tokens.lowers[first - 1] not in _HEDGES or tokens.hyphen(after):
        return False
    return tokens.kinds[after] == WORD and tokens.lowers[after] not in _HALVES


_HEDGES = frozenset("nearly about almost over than roughly around least just".split())
_HALVES = frozenset("time term past way hour mile dozen pint day".split())
"""What stands behind "half" in a name of its own, or by the clock."""


def ratio(tokens: Tokens, draft: Draft) -> None:
    """Turn "three in ten", "one out of every three" into a ratio."""
    at, lowers = draft.last + tokens.hyphen(draft.last), tokens.lowers
    if at > draft.last and not (lowers[at] == "in" and tokens.hyphen(at + 1)):
        return
    if lowers[at] == "out" and lowers[at + 1] == "of":
        at += 2
    elif (lowers[at] == "in" and draft.value < 10) or (lowers[at] == "of" and lowers[at + 1] == "every"):
        at += 1
    else:
        return
    at += lowers[at] == "every" or tokens.hyphen(at)  # "1-in-5"
    found = _bottom(tokens, at)
    if found is None:
        return
    bottom, last = found
    if (
        not 0 < draft.value < bottom
        or lowers[last] in vocabulary().no_wholes
        or tokens.hyphen(last)
        or tokens.words[last] == "%"
    ):
        return
    draft.ratio = (int(draft.value), int(bottom))
    draft.value, draft.step, draft.scale, draft.last = divide(draft.value, bottom), 0, 0, last


def ratio_around(tokens: Tokens, draft: Draft) -> None:
    """
    Turn "one online shopper in five" into a ratio, which has its noun inside; not "one goal in five games", nor "one
    man in ten days".
    """
    at = draft.close
    if draft.value != 1 or not draft.noun_last or tokens.lowers[at] != "in" or draft.scale != 1:
        return
    found = _bottom(tokens, at + 1 + (tokens.lowers[at + 1] == "every"))
    if found is None or not 1 < found[0] <= MOST_AROUND or tokens.hyphen(found[1]) or not _ends(tokens, found[1]):
        return
    draft.ratio = (1, int(found[0]))
    draft.value, draft.step, draft.scale, draft.last = divide(1, found[0]), 0, 0, found[1]
    draft.close = draft.last


MOST_AROUND = 100
"""The largest whole that a noun is set before: "one child in 100"."""


def _ends(tokens: Tokens, at: int) -> bool:
    """Whether the clause goes on with its verb or ends, so that nothing is counted: "in five buys it"."""
    word, known = tokens.lowers[at], vocabulary()
    if tokens.kinds[at] != WORD:
        return word in _CLAUSE_ENDS
    if word in known.function or word in known.finite:
        return True
    return tokens.lowers[at + 1] in known.determiners and word not in known.numbers.scales


_CLAUSE_ENDS = frozenset({"", ".", ",", ";", ")", "?", "!"})


def _bottom(tokens: Tokens, at: int) -> tuple[Rational, int] | None:
    """The whole number that a ratio is out of, and the token behind it."""
    word = tokens.words[at]
    if tokens.kinds[at] == NUMBER:
        read = literal(word) if "," in word or (word.isdecimal() and len(word) < 4) else None
        return (read[0], at + 1) if read and read[1] == 1 else None
    value = vocabulary().numbers.cardinals.get(tokens.lowers[at])
    if value is None:
        return None
    number = Draft(at, at + 1, value, 1)
    number.spelled = True
    compose(tokens, number)
    return number.value, number.last
