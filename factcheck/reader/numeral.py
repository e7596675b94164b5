"""
Find the number that begins at a token: digits, words, or both, with its scale word.

==============================  =====================================================
"1,500,000" "31.6" "2½"         reader/literal.py
"four million" "4 hundred"      words and scale words (this module)
"twenty-one thousand and five"
"one and a half million"        a fraction behind "and"
"two-thirds" "a third of"       parts of one: the step is 0, for a third is no rounding
"three in ten"                  a ratio in words
"dozens" "tens of thousands"    at least two of them: indefinite
"twice"                         a multiple
==============================  =====================================================

The precision of a number in words is one, times its last scale word: "four million" is known to the
million, "four million and one" to the unit.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.model.number import Rational, divide, whole
from factcheck.reader.draft import Draft
from factcheck.reader.literal import literal, mixed
from factcheck.reader.token import NUMBER, WORD, Tokens
from factcheck.reader.vocabulary import Vocabulary, vocabulary

MAX_WORDS = 24
"""The longest number that is read [tokens]: "one million million million …" must not be one."""


def numeral(tokens: Tokens, index: int) -> Draft | None:
    """The number that begins at a token, or ``None``."""
    known = vocabulary()
    if tokens.kinds[index] == NUMBER:
        return _in_digits(tokens, index, known)
    word = tokens.lowers[index]
    if word in known.numbers.plurals:
        return _indefinite(tokens, index, known)
    if word in known.numbers.multiples:
        draft = Draft(index, index + 1, known.numbers.multiples[word], 0)
        draft.counted, draft.spelled, draft.scale = "time", True, 0
        return draft
    if word in ("half", "quarter"):
        return _part(tokens, index, index, known)
    if word in ("a", "an"):
        return _with_article(tokens, index, known)
    return _in_words(tokens, index, known)


def _in_digits(tokens: Tokens, index: int, known: Vocabulary) -> Draft | None:
    read = mixed(tokens, index)
    if read is None:
        return None
    value, step, last = read
    draft = Draft(index, last, value, step)
    word = tokens.lowers[last]
    if word in known.numbers.scales or word in known.numbers.groups or (word == "-" and step):
        _compose(tokens, draft, known)
    elif step == 1:
        _ratio(tokens, draft)
    return draft


def _in_words(tokens: Tokens, index: int, known: Vocabulary) -> Draft | None:
    word = tokens.lowers[index]
    draft = Draft(index, index, 0, 1)
    draft.spelled = True
    if word in known.numbers.cardinals:
        draft.last, draft.value = index + 1, known.numbers.cardinals[word]
    elif word in known.numbers.groups or word in known.numbers.scales:
        draft.value = 1
    else:
        return None
    if not _parts(tokens, draft, known):
        _compose(tokens, draft, known)
        if draft.last == index:
            return None
        if not _parts(tokens, draft, known):
            _ratio(tokens, draft)
    return draft


def _with_article(tokens: Tokens, index: int, known: Vocabulary) -> Draft | None:
    """A number that begins with "a": "a dozen", "a million", "a third of"."""
    after = tokens.lowers[index + 1]
    if after in known.numbers.fractions:
        return _part(tokens, index, index + 1, known)
    if after not in known.numbers.scales and after not in known.numbers.groups:
        return None
    if after == "score" or (after == "dozen" and tokens.lowers[index + 2] == "or"):
        return None
    draft = Draft(index, index + 1, 1, 1)
    draft.spelled = True
    _compose(tokens, draft, known)
    return draft if draft.last > index + 1 else None


def _compose(tokens: Tokens, draft: Draft, known: Vocabulary) -> None:
    """
    Go on from a first value with number and scale words; sets value, step, scale and ``last``.

    Numbers below a thousand gather in ``part`` until a scale word moves them to ``total``; a scale
    word behind a larger one starts a smaller part ("one million two hundred thousand"), right behind
    another multiplies ("three lakh crore").
    """
    cardinals, scales, groups = known.numbers.cardinals, known.numbers.scales, known.numbers.groups
    lowers = tokens.lowers
    total: Rational = 0
    part, step, at = draft.value, draft.step, draft.last
    largest, open_part = 0, True
    digits = step if not draft.spelled else 1
    limit = draft.first + MAX_WORDS
    while at < limit:
        word = lowers[at]
        skip = 1 if tokens.hyphen(at) else 0
        word = lowers[at + skip]
        if word in scales or word in groups:
            factor = scales.get(word) or groups[word]
            if factor == 100:
                if not open_part or part >= 100 or not part:
                    break
                part, step = whole(part * 100), whole(digits * 100) if not draft.spelled else 1
            elif largest and factor >= largest:
                if open_part:
                    break
                total, step, largest = whole(total * factor), whole(step * factor), factor * largest
            else:
                if not part or not open_part:
                    break
                total, step = whole(total + part * factor), whole(digits * factor)
                part, largest, open_part, digits = 0, factor, False, 1
        elif word in cardinals and tokens.kinds[at + skip] == WORD:
            value = cardinals[word]
            if not _fits(part, value, open_part, draft, bool(skip)):
                break
            part, open_part, step = part + value, True, 1
        elif word == "and" and not skip and _continues(tokens, at, part, largest, known):
            at += 1
            continue
        elif word == "point" and draft.spelled and lowers[at + 1] in cardinals:
            part, step, at = _decimals(tokens, at + 1, part, known)
            break
        elif tokens.kinds[at] == NUMBER and lowers[at - 1] == "and" and part and not part % 100:
            part, open_part, step = part + int(tokens.words[at]), True, 1
        elif tokens.kinds[at] == NUMBER and largest and _smaller(tokens, at, largest, known):
            read = literal(tokens.words[at])
            if read is None:
                break
            part, digits, open_part = read[0], read[1], True
            step = digits
        else:
            break
        at += 1 + skip
    draft.last, draft.value, draft.raw = at, whole(total + part), draft.value
    draft.step, draft.scale = step, 1 if step <= 1 else int(step)
    if largest:
        draft.scale = largest if not part else 1
    _half(tokens, draft, known)


def _fits(part: Rational, value: int, open_part: bool, draft: Draft, hyphen: bool) -> bool:
    """Whether a cardinal may follow in the same number: "forty two", "hundred five", not "five six"."""
    if not draft.spelled and not part:
        return False
    if not open_part:
        return True
    tens, ones = part % 100, part % 10
    if value < 10:
        return bool(part) and not ones and tens != 10
    return bool(part) and not tens and not hyphen


def _continues(tokens: Tokens, at: int, part: Rational, largest: int, known: Vocabulary) -> bool:
    """
    Whether "and" goes on with the same number: "two hundred and two", "one million and five", but not
    "four million and two million".
    """
    if not ((part and not part % 100) or (largest and not part)):
        return False
    lowers = tokens.lowers
    cardinals = known.numbers.cardinals
    if lowers[at + 1] not in cardinals:
        word = tokens.words[at + 1]
        return bool(part) and word.isdecimal() and len(word) < 3 and not tokens.capital(at + 2)
    then = at + 2
    if tokens.hyphen(then):
        then += 1
    if lowers[then] in cardinals:
        then += 1
    return not largest or (lowers[then] not in known.numbers.scales and lowers[then] not in known.numbers.fractions)


def _smaller(tokens: Tokens, at: int, largest: int, known: Vocabulary) -> bool:
    """Whether digits go on with a smaller scale word: "4 thousand 3 hundred"."""
    return known.numbers.scales.get(tokens.lowers[at + 1], largest) < largest and tokens.words[at].isdecimal()


def _decimals(tokens: Tokens, at: int, part: Rational, known: Vocabulary) -> tuple[Rational, Rational, int]:
    """The rest of "two point seven one" behind the word "point": the value, its step, the token behind."""
    step: Rational = 1
    for at in range(at, at + MAX_WORDS):
        if tokens.hyphen(at):
            continue
        digit = known.numbers.cardinals.get(tokens.lowers[at])
        if digit is None:
            break
        places = 10 if digit < 10 else 100
        if digit < 10 and step < 1 and tokens.hyphen(at - 1):
            part, places = part + digit * step, 1
        else:
            step = divide(step, places)
            part = part + digit * step
    return whole(part), step, at


def _half(tokens: Tokens, draft: Draft, known: Vocabulary) -> None:
    """Add "and a half", "and three quarters", and the scale word behind it: "one and a half million"."""
    lowers, at = tokens.lowers, draft.last
    if tokens.hyphen(at):
        at += 1
    if lowers[at] != "and":
        return
    at += 1 + tokens.hyphen(at + 1)
    top = 1 if lowers[at] in ("a", "one") else known.numbers.cardinals.get(lowers[at], 0)
    at += 1 + tokens.hyphen(at + 1)
    bottom = known.numbers.fractions.get(lowers[at])
    if not bottom or not 0 < top < bottom or (top > 1) != lowers[at].endswith("s"):
        return
    part = divide(top, bottom)
    factor = known.numbers.scales.get(lowers[at + 1], 0)
    if factor and (draft.scale == 1 or factor < draft.scale):
        value = draft.value * factor if draft.scale == 1 and draft.value < 100 else draft.value
        draft.value, draft.scale, at = whole(value + part * factor), factor, at + 1
    else:
        draft.value = whole(draft.value + part * max(draft.scale, 1))
    draft.step, draft.last = 0, at + 1


def _parts(tokens: Tokens, draft: Draft, known: Vocabulary) -> bool:
    """Turn "two" before "thirds" into two thirds; whether it did."""
    at = draft.last + tokens.hyphen(draft.last)
    word = tokens.lowers[at]
    bottom = known.numbers.fractions.get(word)
    if not bottom or draft.last == draft.first:
        if tokens.lowers[draft.last] == "and" and draft.last > draft.first:
            before = draft.value
            _half(tokens, draft, known)
            return draft.value != before
        return False
    top = draft.value
    if (top > 1) != word.endswith("s") or (bottom == 4 and top > 1 and divide(top, bottom).denominator != 4):
        return False
    if top == 1 and at == draft.last and not _is_share(tokens, at + 1):
        return False
    draft.value, draft.step, draft.scale, draft.last = divide(top, bottom), 0, 0, at + 1
    return True


def _part(tokens: Tokens, first: int, at: int, known: Vocabulary) -> Draft | None:
    """A fraction with the article or without: "a third of", "half the", "half a million", "a quarter million"."""
    word = tokens.lowers[at]
    after = at + 1
    bottom = known.numbers.fractions[word]
    value: Rational = Fraction(1, bottom)
    scale = 0
    if tokens.hyphen(after) or tokens.hyphen(first):
        return None
    article = word == "half" and tokens.lowers[after] in ("a", "an")
    factor = known.numbers.scales.get(tokens.lowers[after + article]) or known.numbers.groups.get(
        tokens.lowers[after + article]
    )
    if factor and word in ("half", "quarter"):
        draft = Draft(first, after + article + 1, whole(value * factor), 0)
        draft.scale, draft.spelled = factor, True
        return draft
    if word == "quarter" and first == at:
        return None
    if word == "half" and not article and tokens.lowers[at - 1] in _NOT_BEFORE_HALF:
        return None
    if (
        not article
        and not _is_share(tokens, after)
        and not (word == "half" and first == at and _half_of(tokens, after))
    ):
        return None
    draft = Draft(first, after, value, 0)
    draft.spelled, draft.scale = True, scale
    return draft


_NOT_BEFORE_HALF = frozenset("first second other better latter final in by this that last opening each".split())
_SHARE = frozenset("of the more less as higher lower".split())
_STOPS = frozenset(".,;:)!?")


def _is_share(tokens: Tokens, after: int) -> bool:
    """
    Whether a singular fraction word is a share ("a third of", "a third.") and no rank ("a third man").
    """
    return tokens.lowers[after] in _SHARE or tokens.words[after] in _STOPS or not tokens.words[after]


def _half_of(tokens: Tokens, after: int) -> bool:
    """Whether "half" stands before what it is a half of: "half its workers", "half an hour"."""
    return tokens.lowers[after] in _HALF_OF


_HALF_OF = frozenset("the a an its their his her our my your this that these those of all".split())


def _indefinite(tokens: Tokens, index: int, known: Vocabulary) -> Draft | None:
    """A plural number name: "dozens of", "hundreds of thousands"; at least two of its last member."""
    lowers = tokens.lowers
    value = known.numbers.plurals[lowers[index]]
    last = index + 1
    if lowers[index] in ("tens", "scores") and lowers[last] != "of":
        return None
    while lowers[last] == "of" and lowers[last + 1] in known.numbers.plurals and last < index + 6:
        value *= known.numbers.plurals[lowers[last + 1]]
        last += 2
    if lowers[index] == "tens" and last == index + 1:
        return None
    draft = Draft(index, last, 2 * value, value)
    draft.spelled = draft.indefinite = True
    draft.scale = value
    return draft


def _ratio(tokens: Tokens, draft: Draft) -> None:
    """Turn "three in ten", "one out of every three" into a ratio."""
    at, lowers = draft.last, tokens.lowers
    if lowers[at] == "out" and lowers[at + 1] == "of":
        at += 2
    elif lowers[at] == "in" and draft.value < 10:
        at += 1
    else:
        return
    if lowers[at] == "every":
        at += 1
    known = vocabulary()
    if tokens.kinds[at] == NUMBER:
        read = literal(tokens.words[at])
        if not read or read[1] != 1 or not tokens.words[at].isdecimal() or len(tokens.words[at]) > 3:
            return
        bottom, last = read[0], at + 1
    elif lowers[at] in known.numbers.cardinals:
        whole_number = Draft(at, at + 1, known.numbers.cardinals[lowers[at]], 1)
        whole_number.spelled = True
        _compose(tokens, whole_number, known)
        bottom, last = whole_number.value, whole_number.last
    else:
        return
    if not 0 < draft.value < bottom or lowers[last] in _TIMES or tokens.hyphen(last) or tokens.words[last] == "%":
        return
    draft.value, draft.step, draft.scale, draft.last = divide(draft.value, bottom), 0, 0, last


_TIMES = frozenset(
    "days day weeks months years hours minutes seconds quarters decades games matches starts innings attempts "
    "appearances races seasons percent per million billion thousand cities countries states".split()
)
