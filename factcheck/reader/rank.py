"""
Read ordinals and ranks: "the third man", "19th", "twenty-first"; "No. 1", "finished second", "ranked third of 45",
"second-largest", "in third place", "the top ten".

A fraction ("two thirds"), a day ("July 4th"), a quarter ("third quarter") and a unit of time ("30 seconds", "a second
later") are none; their rooms come first.
"""

from __future__ import annotations

from factcheck.model.order import Ordinal, Rank
from factcheck.model.tokens import NUMBER, WORD, Tokens
from factcheck.reader.landmark import Landmarks
from factcheck.reader.vocabulary import vocabulary

_ENDINGS = frozenset({"st", "nd", "rd", "th"})


def ordinal_at(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The value of the ordinal at a token, and the token behind it: "third", "19th", "twenty-first"."""
    numbers, lowers = vocabulary().numbers, tokens.lowers
    if tokens.kinds[index] == NUMBER:
        word = tokens.words[index].replace(",", "")
        ends = lowers[index + 1] in _ENDINGS and tokens.glued(index + 1)
        return (int(word), index + 2) if ends and word.isdecimal() and len(word) < 7 else None
    value = numbers.ordinals.get(lowers[index])
    if value is not None:
        return value, index + 1
    tens = numbers.cardinals.get(lowers[index], 0)
    if 20 <= tens < 100 and tokens.hyphen(index + 1):
        ones = numbers.ordinals.get(lowers[index + 2], 10)
        return (tens + ones, index + 3) if ones < 10 else None
    return None


def order(tokens: Tokens, index: int, landmarks: Landmarks) -> tuple[Ordinal | Rank, int] | None:
    """The ordinal or the rank that begins at a token, and the token behind it."""
    lower = tokens.lowers[index]
    if lower in _NUMBERS:
        return _numbered(tokens, index)
    if lower == "top":
        return _top(tokens, index, landmarks)
    found = ordinal_at(tokens, index)
    if found is None or index in landmarks.taken:
        return None
    value, last = found
    if lower == "second" and not _is_ordinal(tokens, index):
        return None
    return _rank(tokens, index, value, last) or _ordinal(tokens, index, value, last)


def _ordinal(tokens: Tokens, index: int, value: int, last: int) -> tuple[Ordinal, int]:
    start, end = tokens.starts[index], tokens.ends[last - 1]
    return Ordinal(tokens.text[start:end], start, end, value), last


def _make(
    tokens: Tokens, first: int, last: int, place: int, among: int | None = None, within: bool = False
) -> tuple[Rank, int]:
    start, end = tokens.starts[first], tokens.ends[last - 1]
    return Rank(tokens.text[start:end], start, end, place, among, within), last


def _is_ordinal(tokens: Tokens, index: int) -> bool:
    """Whether "second" is no unit of time: not "30-second", "a second later", "per second"."""
    before, after = tokens.lowers[index - 1], tokens.lowers[index + 1]
    if tokens.hyphen(index - 1) or before in vocabulary().numbers.cardinals or tokens.kinds[index - 1] == NUMBER:
        return False
    if before in ("a", "per", "every", "each", "one", "split", "any"):
        return tokens.kinds[index + 1] == WORD and after not in vocabulary().function
    return True


_NUMBERS = frozenset({"no", "number", "#"})


def _numbered(tokens: Tokens, index: int) -> tuple[Rank, int] | None:
    """
    "No. 1", "number one", "#3"; not the number of something that is named before it ("Exhibit No. 5", "flight number
    93") or one that is no rank ("No. 12-345").
    """
    at = index + 1 + (tokens.words[index + 1] == "." and tokens.lowers[index] == "no")
    word = tokens.words[at]
    if tokens.lowers[index] == "no" and at == index + 1:
        return None
    if tokens.lowers[index] == "number":
        place = vocabulary().numbers.cardinals.get(tokens.lowers[at], 0)
        if not 1 <= place <= 10 or tokens.hyphen(at + 1):
            return None
    else:
        place = int(word) if word.isdecimal() and len(word) < 4 and word[0] != "0" else 0
    if not place or _labels(tokens, index) or (tokens.words[at + 1] and tokens.glued(at + 1) and _goes_on(tokens, at)):
        return None
    return _make(tokens, index, at + 1, place)


def _labels(tokens: Tokens, index: int) -> bool:
    """Whether a noun before "No." says what it is the number of."""
    if tokens.kinds[index - 1] != WORD or tokens.begins_line(index):
        return False
    before = tokens.lowers[index - 1]
    return before in vocabulary().labels or (tokens.capital(index - 1) and before not in vocabulary().function)


def _goes_on(tokens: Tokens, at: int) -> bool:
    return tokens.words[at + 1] in "-/–" or tokens.kinds[at + 1] == WORD


def _top(tokens: Tokens, index: int, landmarks: Landmarks) -> tuple[Rank, int] | None:
    """ "The top ten", "top-10 finish"; not "top 10 %"."""
    at = index + 1 + tokens.hyphen(index + 1)
    word = tokens.lowers[at]
    place = vocabulary().numbers.cardinals.get(word, 0) if not word.isdecimal() else int(word[:4])
    draft = landmarks.first.get(at)
    if not 1 <= place <= 1000 or (draft is not None and draft.unit is not None) or _scaled(tokens, at + 1):
        return None
    return _make(tokens, index, at + 1, place, within=True)


def _scaled(tokens: Tokens, at: int) -> bool:
    word = tokens.lowers[at]
    return word in vocabulary().numbers.scales or word in ("%", "percent", "pct", "per", "-")


def _rank(tokens: Tokens, index: int, value: int, last: int) -> tuple[Rank, int] | None:
    """A rank, where a verb, "place" or a superlative says so."""
    known, lowers = vocabulary(), tokens.lowers
    after = last + tokens.hyphen(last)
    if is_superlative(lowers[after]):
        return _make(tokens, index, after + 1, value)
    if lowers[after] in _PLACES:
        last = after + 1
    elif lowers[index - 1 - (lowers[index - 1] in _BETWEEN)] not in known.ranking or tokens.hyphen(last):
        return None
    elif tokens.kinds[last] == WORD and lowers[last] not in known.function:
        return None  # "finished third grade"
    among, last = _among(tokens, last)
    return _make(tokens, index, last, value, among)


_PLACES = frozenset({"place", "placed"})
_BETWEEN = frozenset({"the", "in", "tied", "joint"})


def is_superlative(word: str) -> bool:
    """
    Whether a word is the superlative of an adjective, by its ending and a table of those that only look so.

    >>> [is_superlative(word) for word in ("largest", "most", "interest", "best")]
    [True, True, False, True]
    """
    if word in _IRREGULAR:
        return True
    return len(word) > 5 and word.endswith("est") and word not in vocabulary().not_superlatives


_IRREGULAR = frozenset({"most", "least", "best", "worst"})


def _among(tokens: Tokens, last: int) -> tuple[int | None, int]:
    """How many are ranked, "of 45", "out of 180", and the token behind it."""
    at = last + (2 if tokens.lowers[last : last + 2] == ["out", "of"] else 1)
    if tokens.lowers[last] not in ("of", "among", "out"):
        return None, last
    at += tokens.lowers[at] == "the"
    word = tokens.words[at].replace(",", "")
    if tokens.kinds[at] == NUMBER and word.isdecimal() and len(word) < 7:
        return int(word), at + 1
    count = vocabulary().numbers.cardinals.get(tokens.lowers[at])
    return (count, at + 1) if count else (None, last)
