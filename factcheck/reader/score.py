"""
Read scores and ratios: "won 3-1", "97-70", "a 10-3-1 record", "a vote of 52 to 48"; "one in four", "3 to 1 odds",
"3:1", "a scale of 1:25,000".

Two whole numbers joined by a dash and without a unit are a score (reader/label.py), joined by a colon a ratio, where
they are no time of day. Joined by "to" the words around say which: of a contest or of odds.
"""

from __future__ import annotations

from factcheck.model.number import magnitude
from factcheck.model.order import Proportion, Ratio, Score
from factcheck.model.tokens import CODE, Tokens
from factcheck.reader.draft import Draft
from factcheck.reader.vocabulary import vocabulary

LINK = 3
"""How many tokens may join the two [tokens]."""
REACH = 6
"""How far before or behind two numbers the word may stand that tells what they are [tokens]."""


def dashed(tokens: Tokens, pairs: list[tuple[Draft, Draft]]) -> list[Score]:
    """The scores of numbers that a dash joins; not the model "Boeing 737-800"."""
    return [_score(tokens, a.first, b.last, (a, b)) for a, b in pairs if not _is_model(tokens, a, b)]


def _is_model(tokens: Tokens, a: Draft, b: Draft) -> bool:
    """Whether two numbers are those of a model behind its name: the second in hundreds, as no team scores."""
    return magnitude(b.value) >= 100 and not b.value % 100 and tokens.capital(a.first - 1)


def _score(tokens: Tokens, first: int, last: int, drafts: tuple[Draft, ...]) -> Score:
    start, end = tokens.starts[first], tokens.ends[last - 1]
    numbers = tuple(abs(int(draft.value)) for draft in drafts)  # the dash may have been read as a minus
    return Score(tokens.text[start:end], start, end, numbers)


def record(tokens: Tokens, index: int) -> Score | Ratio | None:
    """The score or the ratio that a code is: "10-3-1", behind or before a word of contests; "3:1"."""
    word = tokens.words[index]
    if tokens.kinds[index] != CODE:
        return None
    start, end = tokens.starts[index], tokens.ends[index]
    parts = word.replace(",", "").split(":")
    if len(parts) == 2 and parts[0].isdecimal() and parts[1].isdecimal():
        timed = len(parts[1]) == 2 and not _near(tokens, index, index + 1, vocabulary().odds)  # a verse, a race
        if timed or max(map(len, parts)) > MOST_DIGITS or not int(parts[1]):
            return None
        return Ratio(word, start, end, int(parts[0]), int(parts[1]), Proportion.AGAINST)
    parts = word.split("-")
    if len(parts) != 3 or not all(part.isdecimal() and len(part) < 4 for part in parts):
        return None
    if _near(tokens, index, index + 1, vocabulary().contests):
        return Score(word, start, end, tuple(map(int, parts)))
    return None


MOST_DIGITS = 9
"""The longest number of a ratio [digits]."""


def joined(tokens: Tokens, a: Draft, b: Draft) -> Score | Ratio | None:
    """The score or the ratio of two numbers that "to" joins: "a vote of 52 to 48", "3 to 1 odds", "a 2-to-1 margin"."""
    between = tokens.lowers[a.last : b.first]
    if between not in (["to"], ["-", "to", "-"]) or not (_is_plain(a) and _is_plain(b)):
        return None
    start, end = tokens.starts[a.first], tokens.ends[b.last - 1]
    if _near(tokens, a.first, b.last, vocabulary().odds):
        return Ratio(tokens.text[start:end], start, end, int(a.value), int(b.value), Proportion.AGAINST)
    if a.value > b.value and _near(tokens, a.first, b.last, vocabulary().contests):
        return _score(tokens, a.first, b.last, (a, b))
    return None


def _is_plain(draft: Draft) -> bool:
    """Whether a number is a whole one from one on, without a unit or a hedge."""
    return draft.step == 1 and draft.unit is None and draft.hedge is None and draft.scale == 1 and draft.value > 0


def _near(tokens: Tokens, first: int, last: int, words: frozenset[str]) -> bool:
    return not words.isdisjoint(tokens.lowers[max(first - REACH, 0) : last + 3])


def share(tokens: Tokens, draft: Draft, ratio: tuple[int, int]) -> Ratio:
    """The ratio that a number in words is: "one in four"."""
    start, end = tokens.starts[draft.first], tokens.ends[draft.last - 1]
    return Ratio(tokens.text[start:end], start, end, *ratio, Proportion.SHARE)
