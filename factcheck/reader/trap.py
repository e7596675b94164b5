"""
Step over what looks like a number and is none, before it is read: years of an era ("664 BC"), ordinals ("1st",
"twenty-sixth"), names ("XC40", "COVID-19"), codes ("0x10", "9/11"), and "one" where it is a pronoun ("no one",
"the one").
"""

from __future__ import annotations

from factcheck.model import table
from factcheck.model.name import kinds
from factcheck.model.tokens import HYPHENS, NUMBER, WORD, Tokens
from factcheck.reader.currency import LETTERS, is_lettered, named
from factcheck.reader.literal import is_fraction
from factcheck.reader.unit import measure
from factcheck.reader.vocabulary import vocabulary

_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_ERAS = frozenset({"bc", "ad", "bce", "ce", "b.c.", "a.d.", "b.c.e.", "c.e."})
_JOINERS = frozenset("magnitude minus sub to plus about nearly mid pre post over under and now then from".split())
_ONE_BEFORE = frozenset("no the this that which each every any some another other only first last next loved".split())


def before(tokens: Tokens, index: int) -> int:
    """The token behind a number that is none, where one begins at a token; else 0."""
    if tokens.kinds[index] != NUMBER:
        return _word_before(tokens, index)
    after = tokens.lowers[index + 1]
    if after in _EITHER and _is_ordinal_or_year(tokens, index, after):
        return index + 2
    if tokens.glued(index) and _inside_name(tokens, index - 1):
        return index + 1 if vocabulary().numbers.scales.get(after, 0) < MANY else 0  # "Z5.08 billion" is an amount
    if tokens.lowers[index - 1] in _NUMBERED or _is_identifier(tokens, index) or _is_short_year(tokens, index):
        return index + 1
    if after and tokens.glued(index + 1):
        if tokens.hyphen(index + 1):
            if _tally(tokens, index) or _is_lettered_telephone(tokens, index):
                return index + 5
            return 0
        return _glued_behind(tokens, index)
    return 0


MANY = 1_000_000
"""The smallest scale word that no name has behind its digits."""

_NUMBERED = frozenset({"#", "§", "№", "ad", "a.d."})
"""Signs before the number of something, and the era before its year."""


def _is_short_year(tokens: Tokens, index: int) -> bool:
    """Whether two digits behind an apostrophe are a year: "the class of '99"; not quoted, '12', nor inches, 6'10"."""
    if tokens.words[index - 1] not in _APOSTROPHES or not tokens.glued(index) or tokens.glued(index - 1):
        return False
    word = tokens.words[index]
    return len(word) == 2 and word.isdecimal() and tokens.words[index + 1] not in _APOSTROPHES


_APOSTROPHES = frozenset("'’‘")


def _is_identifier(tokens: Tokens, index: int) -> bool:
    """
    Whether digits begin with a nought that no number is written with, "007", "0412", not "05 kg"; or are the
    ZIP code behind a state, "Queens, NY 11373".
    """
    word, state = tokens.words[index], tokens.words[index - 1]
    if not word.isdecimal() or len(word) < 3:
        return False
    return word[0] == "0" or (len(word) == 5 and state.isupper() and "us_state" in kinds(state))


def _tally(tokens: Tokens, index: int) -> bool:
    """Whether a number begins a tally: "3-for-5", "2-on-1"."""
    return (
        tokens.lowers[index + 2] in ("for", "on", "of", "by")
        and tokens.hyphen(index + 3)
        and tokens.kinds[index + 4] == NUMBER
    )


def _is_lettered_telephone(tokens: Tokens, index: int) -> bool:
    """Whether a telephone number in digits and letters begins here: "1-855-TIP-OCCS"."""
    return (
        tokens.kinds[index + 2] == NUMBER
        and tokens.hyphen(index + 3)
        and tokens.kinds[index + 4] == WORD
        and tokens.words[index + 4].isupper()
    )


_EITHER = _ORDINALS | _ERAS


def _is_ordinal_or_year(tokens: Tokens, index: int, after: str) -> bool:
    """Whether what stands behind digits makes them a rank or a year: "1st", "664 BC"."""
    if after in _ERAS:
        return tokens.words[index + 1].isupper() or "." in after
    return after in _ORDINALS and tokens.glued(index + 1)


def _inside_name(tokens: Tokens, previous: int) -> bool:
    """Whether digits are glued to a name or a code before them: "XC40", "COVID-19", "COVID -19", "SE-0129"."""
    kind = tokens.kinds[previous]
    if kind == WORD:
        return not _currency_code(tokens, previous)
    if tokens.words[previous] == "–":  # "COP–21"
        return tokens.glued(previous) and _acronym(tokens.words[previous - 1])
    if tokens.words[previous] == ".":  # the bill "S.2246"
        letter = tokens.words[previous - 1]
        return len(letter) == 1 and letter.isupper() and tokens.glued(previous)
    if tokens.words[previous] not in HYPHENS:
        return False
    if tokens.kinds[previous - 1] == WORD and tokens.hyphen(previous):
        if tokens.kinds[previous - 2] == NUMBER and tokens.glued(previous - 1):
            return not (tokens.kinds[previous + 2] == WORD and tokens.glued(previous + 2))  # "68F-77F", not "2021R-05"
        return tokens.lowers[previous - 1] not in _JOINERS and not _is_number_word(tokens, previous - 1)
    if tokens.kinds[previous - 1] == NUMBER and tokens.hyphen(previous) and tokens.hyphen(previous - 2):
        return _acronym(tokens.words[previous - 3])  # "CVE-2021-44228"
    return _acronym(tokens.words[previous - 1]) and not _is_measured(tokens, previous + 1)


def _is_measured(tokens: Tokens, index: int) -> bool:
    """Whether digits are a decimal or a percentage, as no name ends in: "DAX -1.5%"."""
    return "." in tokens.words[index] or tokens.lowers[index + 1] in ("%", "percent", "pct")


def _acronym(word: str) -> bool:
    return len(word) > 2 and word.isupper() and word.isalpha()


def _is_number_word(tokens: Tokens, index: int) -> bool:
    """Whether a number in words may end before a hyphen: "forty-5"; "a" is none there, "raised it to A-3"."""
    return tokens.lowers[index] in vocabulary().openers and tokens.lowers[index] not in ("a", "an")


def _currency_code(tokens: Tokens, index: int) -> bool:
    signs = table.currencies().signs
    word = tokens.words[index]
    if (
        word == "PS"
        and len(tokens.words[index + 1]) == 1
        and not (tokens.kinds[index + 2] == WORD and tokens.glued(index + 2))
    ):
        return False  # the console "PS5"; "PS5m" is money
    if word in LETTERS:
        return is_lettered(tokens, index + 1)
    return word in signs or (tokens.words[index - 1] == "$" and "$" + word in signs)


def _glued_behind(tokens: Tokens, index: int) -> int:
    """
    Whether what is glued behind digits makes them none: letters that are no unit, scale or currency
    ("9AB", "3D", "90s", "0x1f"), a date or a ratio that is no fraction ("9/11", "24/7").
    """
    at = index + 1
    if tokens.words[at] == "/" and tokens.kinds[at + 1] == NUMBER and tokens.glued(at + 1):
        return at + 2 if tokens.words[index].isdecimal() and not is_fraction(tokens, index) else 0
    if tokens.kinds[at] != WORD or _is_amount(tokens, index):
        return 0
    word, lower = tokens.words[at], tokens.lowers[at]
    numbers = table.numbers()
    if word == "X" and tokens.words[index] > "100" and len(tokens.words[index]) == 3:
        return at + 1  # "777X", not "100X"
    if lower in ("x", "e"):
        hexadecimal = tokens.words[index] == "0" and tokens.kinds[at + 1] in (NUMBER, WORD) and tokens.glued(at + 1)
        return at + 2 if hexadecimal else 0
    if lower == "k" and tokens.lowers[at + 1] in vocabulary().screens:
        return at + 1  # "4K TV"
    if lower in numbers.scales or word in numbers.letters:
        return 0
    if lower != "s" and (measure(tokens, at) or named(tokens, at)):
        return 0
    return at + 1


def _is_amount(tokens: Tokens, index: int) -> bool:
    """Whether digits are an amount that only lost the space behind it: "$795,000State University"."""
    money = tokens.words[index - 1] in table.currencies().symbols and tokens.glued(index)
    return money and "," in tokens.words[index] and tokens.capital(index + 1) and len(tokens.words[index + 1]) > 2


def _word_before(tokens: Tokens, index: int) -> int:
    lowers, numbers = tokens.lowers, vocabulary().numbers
    word = lowers[index]
    if word == "one":
        after = _pronoun(tokens, index)
        if after:
            return after
    elif word in numbers.scales and lowers[index - 1 - (lowers[index - 1] == "of")] in _SOME:
        return index + 1
    if tokens.hyphen(index + 1) and lowers[index + 2] in numbers.ordinals and numbers.cardinals.get(word, 0) >= 20:
        return index + 3  # "twenty-sixth"
    if tokens.hyphen(index - 1) and tokens.kinds[index - 2] == WORD and not _is_number_word(tokens, index - 2):
        return index + 1 if lowers[index - 2] not in _JOINERS else 0
    return 0


_SOME = frozenset("several few couple many".split())
"""What leaves it open how many: "a couple of hundred"."""


def _pronoun(tokens: Tokens, index: int) -> int:
    """The token behind a "one" that counts nothing: "no one", "the one", "one-off", "one another", "one day"."""
    lowers = tokens.lowers
    previous, after = lowers[index - 1], lowers[index + 1]
    alone = previous not in ("every", "only", "first", "last", "next") or not after.isalpha()
    if alone and previous in _ONE_BEFORE and after not in vocabulary().numbers.scales:
        return index + 1
    if tokens.hyphen(index + 1) and lowers[index + 2] in ("time", "way", "off", "sided", "on", "of"):
        return index + 3
    if after == "day":  # "one day", some time; but "for one day", "one day earlier"
        return 0 if previous in _LASTING or lowers[index + 2] in _SINCE else index + 1
    return index + 1 if after in ("another", "who", "that", "'s") else 0


_LASTING = frozenset("for in within than of just after before least about by from per".split())
_SINCE = frozenset("earlier later after before ago per of".split())
