"""
Attach a scale letter to digits: "$2.7m", "4.3M sales", "10k", "$1.2bn".

Letters are ambiguous: "5 m" is five metres. A letter is a scale where the number is money, or where it is
glued to the digits and a plural noun follows, or is "k", "M" or "K".
"""

from __future__ import annotations

from factcheck.model import table
from factcheck.model.number import whole
from factcheck.reader import currency
from factcheck.reader.draft import Draft
from factcheck.reader.noun import is_plural
from factcheck.reader.token import WORD, Tokens


def attach(tokens: Tokens, draft: Draft) -> None:
    """Multiply value and step by the scale letter behind the number, if it is one."""
    if draft.spelled or draft.scale != 1:
        return
    letter = tokens.words[draft.last]
    factor = table.numbers().letters.get(letter)
    if factor is None or not _is_scale(tokens, draft, letter):
        return
    draft.value, draft.step = whole(draft.value * factor), whole(draft.step * factor)
    draft.scale, draft.last = factor, draft.last + 1
    if draft.unit is None:
        found = currency.named(tokens, draft.last + tokens.hyphen(draft.last))
        if found:
            draft.unit, draft.last = found


def _is_scale(tokens: Tokens, draft: Draft, letter: str) -> bool:
    glued = tokens.glued(draft.last)
    after = draft.last + 1
    if draft.unit is not None and draft.unit.currency:
        return glued or letter.isupper()
    if not glued:
        return False
    following = after + tokens.hyphen(after)
    if letter in ("k", "K"):
        return True
    if currency.named(tokens, following):
        return True
    if letter == "M" or (letter == "b" and draft.step < 1):  # nobody counts tenths of a bit
        return True
    return letter in ("m", "b", "B") and tokens.kinds[after] == WORD and is_plural(tokens.lowers[after])
