"""
Attach the direction: which way a verb of change moves ("rose 5 %", "up nearly 57 %", "lost 190 points").

The verb stands right before the number, its hedge and "by"; or before "by", a few words back ("cut
its forecast by 5 %"). A number behind "to" or "from" is a level, not a change. An explicit plus is up.
"""

from __future__ import annotations

from factcheck.model.quantity import Direction
from factcheck.model.tokens import WORD, Tokens
from factcheck.reader.draft import Draft
from factcheck.reader.vocabulary import Vocabulary, vocabulary

_BETWEEN = frozenset(
    "by a an another further some additional extra as much many about only just between around "
    "nearly almost roughly approximately more than over least".split()
)

REACH = 9
"""How far before "by" the verb may stand [tokens]."""


def attach(tokens: Tokens, draft: Draft) -> None:
    """Set ``direction``."""
    if tokens.words[draft.first] == "+":
        draft.direction = Direction.UP
        return
    if is_part(tokens, draft) or (draft.hedge is not None and draft.hedge.words in _LEVELS):
        return
    known = vocabulary()
    at = draft.open - 1
    by = False
    for _ in range(4):
        word = tokens.lowers[at]
        if word not in _BETWEEN:
            break
        by = by or word == "by"
        at -= 1
    word = tokens.lowers[at]
    if word in ("up", "down"):
        before = tokens.lowers[at - 1]
        if before in vocabulary().particle_verbs or (draft.counted and before not in _BEING):
            return  # "gave up 517 yards", "blew up 12 cars"
    draft.direction = _moved(word, known, by or _is_rate(draft))
    if draft.direction is None and by:
        _governed(tokens, draft, at, known)


_LEVELS = frozenset(
    {"above", "below", "well below", "just above", "just below", "slightly above", "slightly below", "close to"}
)
"""Hedges that make the number a level: "fell below $50" is not a change by 50."""


def is_part(tokens: Tokens, draft: Draft) -> bool:
    """Whether a percentage is a part and no change: "losing 10 % of their product"."""
    return tokens.lowers[draft.close] == "of" and draft.unit is not None and draft.unit.name == "percent"


_BEING = frozenset({"is", "was", "are", "were", "be", "been", ",", "and", "(", "finished", "closed", "ended"})


def _is_rate(draft: Draft) -> bool:
    """Whether a transitive verb's object is the change itself: "cut 5 %", "added 15 sen", not "added ten users"."""
    unit = draft.unit
    return unit is not None and (
        unit.name in _RATES or (unit.factor != 1 and unit.dimension != () and unit.dimension[0][0].isupper())
    )


_RATES = frozenset({"percent", "percentage point", "basis point"})


def _moved(word: str, known: Vocabulary, transitive: bool) -> Direction | None:
    if word in known.up or (transitive and word in known.transitive_up):
        return Direction.UP
    return Direction.DOWN if word in known.down or (transitive and word in known.transitive_down) else None


def _governed(tokens: Tokens, draft: Draft, at: int, known: Vocabulary) -> None:
    """Look for the verb before "by", inside the clause: "Burlington fell 2 % and Foot Locker by 3 %"."""
    for index in range(at, max(at - REACH, 0), -1):
        word = tokens.words[index]
        if word in _CLAUSE_ENDS or not word:
            return
        if tokens.kinds[index] == WORD and not _describes(tokens, index):
            direction = _moved(tokens.lowers[index], known, True)
            if direction is not None:
                draft.direction = direction
                return


def _describes(tokens: Tokens, index: int) -> bool:
    """Whether a participle only describes a noun: "fell because of the rising dollar, by 8 %"."""
    return tokens.lowers[index].endswith("ing") and tokens.lowers[index - 1] in _BEFORE_NOUNS


_BEFORE_NOUNS = frozenset({"a", "an", "the", "its", "their", "of"})
_CLAUSE_ENDS = frozenset(".;:?!")
