"""
Attach the hedge: the longest words of ``en/hedges.yaml`` right before the number, or right behind it.

"approximately 234", "more than 200,000", "no fewer than 12", "over a record 50", "30 or more",
"100-plus", "100+", "~45". Words that say nothing about the size ("just", "another") may stand between.

"Over" before a time is more often "during": "over three years" is no bound, "for over three years" is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from factcheck.model import table
from factcheck.model.quantity import Hedge, Modifier, Quantity, Side, Width
from factcheck.model.tokens import DASHES, NUMBER, WORD, Tokens
from factcheck.reader.draft import Draft
from factcheck.reader.vocabulary import vocabulary

_Phrase = tuple[str, ...]

DOZEN = Hedge("a dozen", Modifier.APPROXIMATE, Side.AROUND, False, True, False)
"""A bare "a dozen" is about twelve (design/rounding.md)."""


@cache
def _by_last() -> dict[str, tuple[_Phrase, ...]]:
    """The phrases before a number by their last word, longest first."""
    hedges = table.hedges()
    return _grouped((*hedges.before, *hedges.exact, *hedges.only), -1)


@cache
def _by_first() -> dict[str, tuple[_Phrase, ...]]:
    """The phrases behind a number by their first word, longest first."""
    return _grouped(table.hedges().after, 0)


def _grouped(phrases: Iterable[_Phrase], end: int) -> dict[str, tuple[_Phrase, ...]]:
    groups: dict[str, list[_Phrase]] = {}
    for phrase in phrases:
        groups.setdefault(phrase[end], []).append(phrase)
    return {word: tuple(sorted(group, key=len, reverse=True)) for word, group in groups.items()}


def widened(quantity: Quantity, widths: Mapping[str, Width]) -> Quantity:
    """
    A quantity whose hedge reaches as far as a project decides: ``widths`` are by a hedge's words ("about"),
    or by the modifier of many ("approximate"); the words go first. A bound stays as it is.
    """
    ends = tuple(widened(its, widths) for its in quantity.ends)
    hedge = quantity.hedge
    width = widths.get(hedge.words, widths.get(hedge.modifier)) if hedge and not hedge.bound else None
    if hedge is None or width is None:
        return replace(quantity, ends=ends) if ends else quantity
    return replace(quantity, ends=ends, hedge=replace(hedge, width=width))


def attach(tokens: Tokens, draft: Draft) -> None:
    """Set ``hedge``, ``exact``, ``open`` and ``close``."""
    _before(tokens, draft)
    if draft.hedge is None:
        _after(tokens, draft)
    if draft.indefinite:
        draft.hedge = _indefinite(" ".join(tokens.lowers[draft.first : draft.last]))
    elif draft.hedge is None and not draft.exact and tokens.lowers[draft.last - 1] == "dozen" and draft.value == 12:
        draft.hedge = DOZEN


@cache
def _indefinite(words: str) -> Hedge:
    """A plural number name is a lower bound: "hundreds" are at least two hundred."""
    return Hedge(words, Modifier.AT_LEAST, Side.ABOVE, True, True, False)


def _before(tokens: Tokens, draft: Draft) -> None:
    hedges, groups, lowers = table.hedges(), _by_last(), tokens.lowers
    at = draft.first
    for _ in range(3):
        end = at - 1 if tokens.words[at - 1] == "-" and tokens.glued(at) else at  # "sub-7"
        phrase = _match(lowers, end, groups.get(lowers[end - 1], ()))
        if phrase is None:
            return
        at = end - len(phrase)
        if phrase in hedges.exact:
            draft.exact = True
            return
        if phrase in hedges.before:
            if not _excluded(tokens, draft, at, phrase):
                draft.hedge, draft.open = hedges.before[phrase], at
            return


def attach_loose(tokens: Tokens, draft: Draft) -> None:
    """Set the hedge before "between" or "from", where it is no bound: "roughly between 40 and 50"."""
    hedges, lowers = table.hedges(), tokens.lowers
    phrase = _match(lowers, draft.open, _by_last().get(lowers[draft.open - 1], ()))
    found = hedges.before.get(phrase) if phrase else None
    if phrase and found and not found.bound:
        draft.hedge, draft.open = found, draft.open - len(phrase)


def _match(lowers: list[str], end: int, phrases: tuple[_Phrase, ...]) -> _Phrase | None:
    for phrase in phrases:
        if tuple(lowers[end - len(phrase) : end]) == phrase:
            return phrase
    return None


_BEFORE_OVER = frozenset({"for", "in", "after", "took", "at", "of", "to", "by", "well", "is", "was", "than", "with"})


def _excluded(tokens: Tokens, draft: Draft, at: int, phrase: _Phrase) -> bool:
    """Whether the words mean something else here: "over three years" is "during" them."""
    if phrase == ("over",):
        time = draft.unit is not None and draft.unit.dimension == (("time", 1),)
        return time and tokens.lowers[at - 1] not in _BEFORE_OVER
    if phrase == (">",):  # "5 -> 3"
        return tokens.words[at - 1] in DASHES and tokens.glued(at)
    if phrase == ("north", "of"):  # "12 km north of 5 villages"
        return draft.unit is None or not draft.unit.currency
    if phrase == ("up", "to"):  # "ticked up to 4.1%" tells the level
        return tokens.lowers[at - 1] in vocabulary().verbs_up_to or tokens.lowers[at - 1] in vocabulary().up
    return phrase == ("some",) and draft.spelled and draft.value == 1


def _after(tokens: Tokens, draft: Draft) -> None:
    for at in {draft.last, draft.close}:
        start = at + 1 if tokens.hyphen(at) else at
        phrase = _match_first(tokens, start)
        if phrase is not None:
            draft.hedge = table.hedges().after[phrase]
            draft.close = max(draft.close, start + len(phrase))
            return


def behind(tokens: Tokens, at: int) -> int:
    """The token behind "or more", "or so" and the like where they stand between a number and its noun; else ``at``."""
    if tokens.words[at] == "+":
        return at + 1 if _match_first(tokens, at) else at
    if tokens.lowers[at] == "or":
        phrase = _match_first(tokens, at)
        if phrase is not None:
            return at + len(phrase)
    return at


def _match_first(tokens: Tokens, start: int) -> _Phrase | None:
    """The words of ``after`` that begin at a token; "200 or greater than 190" has none."""
    lowers = tokens.lowers
    for phrase in _by_first().get(lowers[start], ()):
        end = start + len(phrase)
        if tuple(lowers[start:end]) == phrase and lowers[end] != "than" and _ends(tokens, start, phrase):
            return phrase
    return None


def _ends(tokens: Tokens, start: int, phrase: _Phrase) -> bool:
    """Whether "plus" and its sign are glued ("100-plus", "100+"), for "5 plus 3" and "5 + 3" are sums."""
    after = start + len(phrase)
    if phrase == ("+",):
        return tokens.glued(start) and (not tokens.glued(after) or tokens.words[after] in _STOPS)
    if phrase in _ALSO_ATTRIBUTIVE:  # "5 and younger", not "two older sisters and younger brothers"
        return tokens.kinds[after] != WORD or tokens.lowers[after] in vocabulary().function
    if phrase[0] in _COORDINATORS and _begins_number(tokens, after):  # "55 cars and over $48 million"
        return False
    return phrase != ("plus",) or tokens.hyphen(start - 1)


def _begins_number(tokens: Tokens, at: int) -> bool:
    """Whether a number begins at a token, in digits or in words, or its currency sign."""
    word = tokens.words[at]
    return tokens.kinds[at] == NUMBER or word in table.currencies().symbols or word in table.numbers().cardinals


_COORDINATORS = frozenset({"and", "or"})
_ALSO_ATTRIBUTIVE = frozenset({("and", "younger"), ("and", "older")})

_STOPS = frozenset({"", ".", ",", ";", ":", ")", "!", "?", '"', "”", "’"})
"""What may be glued to the "+" of "18+"."""
