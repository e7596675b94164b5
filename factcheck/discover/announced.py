"""
A count announced, and the items that follow it.

The number stands in the last sentence before a list of bullets or numbered items, counts the noun that
the items are ("four changes"), and is the only number there. A colon at its end makes it explicit; without
one the sentence must announce a list ("there are", "a total of"), and a difference is a warning.

Finds:

    There are four reasons:

    * It is cheap.
    * It is quick.
    * It is small.
    ---
    The proposal makes two changes:

    1. A new word.
    2. A new rule.
    3. A new sign.

Leaves alone:

    There are three reasons:

    * It is cheap.
    * It is quick.
    * It is small.
    ---
    There are at least two reasons:

    * It is cheap.
    * It is quick.
    * It is small.
    ---
    It went from four forms to two:

    * long
    * short
    ---
    The office has 40 people. Bring these things:

    * a pen
    * some paper
    ---
    Of the six plans, here are some:

    * the first
    * the second
    ---
    Three leaders led 21 members: Ada Roe, Bo Lin and Cy Oz.
    ---
    The talks brought two firms together: Acme, Inc. and Globex.
    ---
    Version 2 brings changes:

    * one
    * two
    * three
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.discover.page import Items, Page, is_count
from factcheck.discover.proposal import Proposal
from factcheck.model.document import Block, BlockKind, Offsets
from factcheck.model.finding import Confidence
from factcheck.model.quantity import Name, Quantity
from factcheck.model.wording import plural

_OPEN = re.compile(
    r"\b(such as|include[sd]?|including|among|some of|for example|e\.g\.|at least|mainly|of the|of these|other than"
    r"|except|mostly|examples?|up to|more than|or more|first|last|next|previous|remaining)\b",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    r"\b(there (?:are|were|is)|a total of|following|as follows|these|below|consists? of|made of|divided into"
    r"|split into)\b",
    re.IGNORECASE,
)


def find(page: Page) -> Iterator[Proposal]:
    """The counts before lists."""
    for items in page.lists:
        yield from _before(page, items)


def _before(page: Page, items: Items) -> Iterator[Proposal]:
    blocks = page.document.blocks
    if items.before < 0 or len(items.items) < 2:
        return
    block = blocks[items.before]
    sentence = _last_sentence(page, block)
    if sentence is None:
        return
    quantity = _announcing(page, sentence)
    if quantity is None or quantity.value is None:
        return
    length, value = _length(page, items), int(quantity.value)
    if length is None or abs(length - value) > max(2, value // 8):
        return
    names = tuple(_name(page, its) for its in items.items)
    colon = page.text[: sentence[1]].rstrip("*_` ").endswith((":", "：", "::"))
    told = colon or bool(_ANNOUNCES.search(page.text, *sentence))
    if not told and not _near_end(page, quantity, sentence):
        return
    listed = page.names(names, f"the list of {plural(quantity.counted or 'item')}")
    yield Proposal(
        "count",
        {"of": listed, "is_": page.stated(quantity)},
        plural(quantity.counted or "item"),
        colon,
        Confidence.HIGH if colon else Confidence.MEDIUM,
    )


def _last_sentence(page: Page, block: Block) -> Offsets | None:
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.QUOTE):
        return None
    sentences = page.sentences(block)
    return sentences[-1] if sentences else None


def _announcing(page: Page, sentence: Offsets) -> Quantity | None:
    """The one count of things in a sentence; ``None`` where there is none, or where it leaves some out."""
    if _OPEN.search(page.text, *sentence):
        return None
    found = [its for its in page.quantities(*sentence) if its.unit is None]
    counts = [its for its in found if is_count(its) and its.counted and (its.value or 0) >= 2]
    if len(counts) != 1 or len(found) > 1:
        return None
    return counts[0]


def _near_end(page: Page, quantity: Quantity, sentence: Offsets) -> bool:
    """Whether nothing but the counted noun stands between the number and the end of the sentence."""
    return len(page.text[quantity.end : sentence[1]].split()) <= 1


def _length(page: Page, items: Items) -> int | None:
    """How many items there are; ``None`` where the list goes on behind something else."""
    blocks = page.document.blocks
    for block in blocks[items.after : items.after + 3]:
        if block.kind == BlockKind.LIST_ITEM and block.level == items.items[0].level:
            return None
        if block.kind == BlockKind.HEADING:
            break
    ordinals = [its.ordinal for its in items.items if its.ordinal]
    if ordinals and ordinals != list(range(ordinals[0], ordinals[0] + len(ordinals))) and set(ordinals) != {1}:
        return None
    return len(items.items)


def _name(page: Page, block: Block) -> Name:
    words = page.text[block.start : block.end]
    line = words.splitlines()[0][:60]
    return Name(line, block.start, block.start + len(line), line.lower())
