"""
Attach the direction: which way a verb of change moves ("rose 5 %", "up nearly 57 %", "lost 190 points").

The verb stands right before the number, its hedge and "by"; or before "by", a few words back ("cut
its forecast by 5 %"). A number behind "to" or "from" is a level, not a change. An explicit plus is up.
"""

from __future__ import annotations

from factcheck.model.quantity import Direction
from factcheck.reader.draft import Draft
from factcheck.reader.token import WORD, Tokens
from factcheck.reader.vocabulary import Vocabulary, vocabulary

_BETWEEN = frozenset(
    "by a an another further some additional extra as much many about only just between sharply slightly around "
    "nearly almost roughly approximately more than over at least up to".split()
)
_LEVEL = frozenset({"to", "from", "at"})

REACH = 9
"""How far before "by" the verb may stand [tokens]."""


def attach(tokens: Tokens, draft: Draft) -> None:
    """Set ``direction``."""
    if tokens.words[draft.first] == "+":
        draft.direction = Direction.UP
        return
    if is_part(tokens, draft):
        return
    known = vocabulary()
    at = draft.open - 1
    by = False
    for _ in range(4):
        word = tokens.lowers[at]
        if word not in _BETWEEN or word == "to":
            break
        by = by or word == "by"
        at -= 1
    draft.direction = _moved(tokens.lowers[at], known)
    if draft.direction is None and by:
        _governed(tokens, draft, at, known)


def is_part(tokens: Tokens, draft: Draft) -> bool:
    """Whether a percentage is a part and no change: "losing 10 % of their product"."""
    return tokens.lowers[draft.close] == "of" and draft.unit is not None and draft.unit.name == "percent"


def _moved(word: str, known: Vocabulary) -> Direction | None:
    if word in known.up:
        return Direction.UP
    return Direction.DOWN if word in known.down else None


def _governed(tokens: Tokens, draft: Draft, at: int, known: Vocabulary) -> None:
    """Look for the verb before "by", inside the clause: "Burlington fell 2 % and Foot Locker by 3 %"."""
    for index in range(at, max(at - REACH, 0), -1):
        word = tokens.words[index]
        if word in _CLAUSE_ENDS or not word:
            return
        if tokens.kinds[index] == WORD:
            direction = _moved(tokens.lowers[index], known)
            if direction is not None:
                draft.direction = direction
                return


_CLAUSE_ENDS = frozenset(".;:?!")
