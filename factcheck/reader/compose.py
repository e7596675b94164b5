"""
Put a number together from its words: "twenty-one thousand and five", "4 hundred", "one million two
hundred thousand", "three lakh crore", "two point seven one".

Numbers below a thousand gather in a part until a scale word moves them to the total. A scale word
behind a larger one starts a smaller part ("one million two hundred thousand"); right behind another
it multiplies ("three lakh crore"). The grammar is that of Huddleston & Pullum 2002, ch. 5 §10.
"""

from __future__ import annotations

from factcheck.model.number import Rational, divide, whole
from factcheck.model.tokens import NUMBER, WORD, Tokens
from factcheck.reader.draft import Draft
from factcheck.reader.literal import literal
from factcheck.reader.vocabulary import Vocabulary, vocabulary

MAX_WORDS = 24
"""The longest number that is read [tokens]: "one million million million …" must not be one."""


def compose(tokens: Tokens, draft: Draft) -> None:
    """Go on from a first value with number and scale words; sets value, step, scale, raw and ``last``."""
    known = vocabulary()
    figure = _Figure(draft)
    at, limit = draft.last, draft.first + MAX_WORDS
    while at < limit:
        after = _next(tokens, figure, at, known)
        if not after:
            break
        at = after
    draft.last, draft.raw, draft.value = at, draft.value, whole(figure.total + figure.part)
    draft.step = figure.step
    draft.scale = 1 if figure.step <= 1 else int(figure.step)
    if figure.largest:
        draft.scale = figure.largest if not figure.part else 1


class _Figure:
    """A number while its words are read."""

    __slots__ = ("digits", "largest", "open", "part", "spelled", "step", "total")

    def __init__(self, draft: Draft) -> None:
        self.total: Rational = 0
        self.part = draft.value
        """What no scale word has moved to the total yet."""
        self.step = draft.step
        self.largest = 0
        """The last scale word's factor; 0 before the first."""
        self.open = True
        """Whether the part has begun."""
        self.spelled = draft.spelled
        self.digits = 1 if draft.spelled else draft.step
        """One unit of the last place of digits in the part."""

    def scale(self, factor: int) -> bool:
        """Take a scale word; whether it belongs to the number."""
        if factor == 100:
            if not self.open or self.part >= 100 or not self.part:
                return False
            self.part = whole(self.part * 100)
            self.step = 1 if self.spelled else whole(self.digits * 100)
        elif self.largest and factor >= self.largest:
            if self.open:
                return False
            self.total, self.step = whole(self.total * factor), whole(self.step * factor)
            self.largest *= factor
        else:
            if not self.part or not self.open:
                return False
            self.total, self.step = whole(self.total + self.part * factor), whole(self.digits * factor)
            self.part, self.largest, self.open, self.digits = 0, factor, False, 1
        return True

    def add(self, value: int, hyphen: bool) -> bool:
        """Take a cardinal; whether it belongs: "forty two", "hundred five", not "five six"."""
        if not self.spelled and not self.part:
            return False
        if self.open:
            tens, ones = self.part % 100, self.part % 10
            if not self.part or (ones or tens == 10 if value < 10 else tens or hyphen):
                return False
        self.part, self.open, self.step = self.part + value, True, 1
        return True

    def take(self, value: Rational, step: Rational) -> None:
        """Take digits as a new part: "4 thousand 3 hundred", "two hundred and 5"."""
        self.part, self.digits, self.step, self.open = self.part + value, step, step, True


def _next(tokens: Tokens, figure: _Figure, at: int, known: Vocabulary) -> int:
    """Take the token at ``at``, if it belongs to the number; the token behind it, or 0."""
    numbers, lowers = known.numbers, tokens.lowers
    hyphen = tokens.hyphen(at) or _is_spaced(tokens, at, figure, known)
    index = at + hyphen
    word = lowers[index]
    factor = numbers.scales.get(word) or numbers.groups.get(word)
    if factor:
        return index + 1 if figure.scale(factor) else 0
    if word in numbers.cardinals and tokens.kinds[index] == WORD:
        return index + 1 if figure.add(numbers.cardinals[word], hyphen) else 0
    if word == "and" and not hyphen:
        return at + 1 if _continues(tokens, at, figure, known) else 0
    if word == "point" and figure.spelled and lowers[at + 1] in numbers.cardinals:
        part, step, last = _decimals(tokens, at + 1, figure.part, known)
        figure.part, figure.step, figure.digits = part, step, step
        return last
    if tokens.kinds[at] != NUMBER:
        return 0
    read = literal(tokens.words[at])
    if read is None:
        return 0
    if lowers[at - 1] == "and" and figure.part and not figure.part % 100:
        figure.take(read[0], 1)
        return at + 1
    smaller = tokens.words[at].isdecimal() and numbers.scales.get(lowers[at + 1], figure.largest) < figure.largest
    if smaller:  # "4 thousand 3 hundred"
        figure.take(*read)
    return at + 1 if smaller else 0


def _is_spaced(tokens: Tokens, at: int, figure: _Figure, known: Vocabulary) -> bool:
    """Whether a hyphen with a space on either side joins tens and ones, as transcripts print it: "twenty - five"."""
    if tokens.words[at] != "-" or not figure.spelled or not figure.part or figure.part % 10:
        return False
    after = known.numbers.cardinals.get(tokens.lowers[at + 1], 0)
    return tokens.starts[at] - tokens.ends[at - 1] == tokens.starts[at + 1] - tokens.ends[at] == 1 and 0 < after < 10


def _continues(tokens: Tokens, at: int, figure: _Figure, known: Vocabulary) -> bool:
    """
    Whether "and" goes on with the same number: "two hundred and two", "one million and five", "one
    trillion and three hundred", but not "four million and two million".
    """
    part, largest = figure.part, figure.largest
    if not ((part and not part % 100) or (largest and not part)):
        return False
    lowers, cardinals = tokens.lowers, known.numbers.cardinals
    if lowers[at + 1] not in cardinals:
        word = tokens.words[at + 1]
        return bool(part) and word.isdecimal() and len(word) < 3 and not tokens.capital(at + 2)
    then = at + 2
    while lowers[then] in cardinals or tokens.hyphen(then):
        then += 1
    if largest > 100 and lowers[then] == "hundred":
        then += 1
    return not largest or (lowers[then] not in known.numbers.scales and lowers[then] not in known.numbers.fractions)


def _decimals(tokens: Tokens, first: int, part: Rational, known: Vocabulary) -> tuple[Rational, Rational, int]:
    """The rest of "two point seven one" behind the word "point": the value, its step, the token behind."""
    step: Rational = 1
    at = first
    while at < first + MAX_WORDS:
        digit = known.numbers.cardinals.get(tokens.lowers[at])
        if digit is None and not tokens.hyphen(at):
            break
        if digit is not None:
            if digit < 10 and step < 1 and tokens.hyphen(at - 1):  # "point twenty-one"
                part += digit * step
            else:
                step = divide(step, 10 if digit < 10 else 100)
                part += digit * step
        at += 1
    return whole(part), step, at
