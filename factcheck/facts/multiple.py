"""
Words that say how many times as much, as quantities: "doubled", "triple", "fivefold", "halved".

They stand beside the numbers of their sentence, with a hedge before them ("more than doubled"), and are read as the
reader reads numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.model.lexicon import lexicon
from factcheck.model.quantity import Quantity
from factcheck.model.tokens import FRONT, Tokens
from factcheck.reader import read

MULTIPLE = "multiple"
"""What such a quantity counts, for the rooms behind."""
_REACH = 2
"""How many words a hedge has before it [tokens]."""


def multiples(tokens: Tokens) -> Iterator[Quantity]:
    """The words of a sentence that tell a multiple, as quantities."""
    table = lexicon().multiples
    for at in range(FRONT, tokens.behind):
        value = table.get(tokens.lowers[at])
        if value is not None:
            yield _quantity(tokens, at, value)


def _quantity(tokens: Tokens, at: int, value: str) -> Quantity:
    """The word at a token with the hedge before it."""
    start, end = tokens.starts[at], tokens.ends[at]
    found, begins = read(value).quantities[0], start
    for first in range(max(FRONT, at - _REACH), at):
        hedged = read(f"{' '.join(tokens.words[first:at])} {value}").quantities
        if len(hedged) == 1 and hedged[0].start == 0 and hedged[0].hedge is not None:
            found, begins = hedged[0], tokens.starts[first]
            break
    text = tokens.text[begins:end]
    return replace(found, text=text, start=begins, end=end, number_start=start, number_end=end, noun=MULTIPLE, step=0)
