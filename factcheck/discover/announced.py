"""
A count announced, and the items that follow it.

The number stands before a list of bullets or numbered items and counts what they are ("four changes:"). A
colon makes it explicit, and so does "a total of"; where only a heading or "there are" announces the list, a
difference is a warning. A list that goes on behind a block of code counts as one; items that hold several
things each ("`a` and `b`"), or that are counts themselves ("two grants from …"), are left alone.

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
    ---
    A total of 7 people helped with this edition. A plus marks the new ones.

    * Ada Roe +
    * Bo Lin
    * Cy Oz
    * Di Poe
    * Ed Moe
    * Flo Coe
    ---
    Houses not yet mended (4):

    - the mill
    - the forge
    - the barn
    ---
    The lock opens with one of two keys:

    * the brass one
    * the iron one
    * the spare one

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
    The two companies agreed on the following terms:

    * no dismissals
    * no new debt
    * one board
    ---
    The fair has four kinds of talk plus an evening for sketches:

    * long talks
    * short talks
    * panels
    * posters
    * sketches
    ---
    The town received four grants:

    * Two grants from the state.
    * Two grants from a bank.
    ---
    Three new words were added:

    * `up` and `down`
    * `left`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.discover.proposal import Proposal
from factcheck.facts.page import Page, Passage
from factcheck.model.document import BlockKind
from factcheck.model.quantity import Quantity
from factcheck.model.regex import regex
from factcheck.model.wording import plural
from factcheck.reader.noun import is_plural
from factcheck.sources.listing import Items, item_name

_OTHERS = regex(
    r"\b(?:following|these|those|some|several|many|various|certain|list|set|such as|including|include|includes"
    r"|for example|e\.g|plus|in addition|as well as|along with|apart from|besides|except)\b",
    re.IGNORECASE,
)
"""Behind the number: the list is of something else, or of more or less than what is counted."""
_TOTAL = regex(r"\b(?:a total of|in total|altogether)\b", re.IGNORECASE)
_ANNOUNCES = regex(
    r"\b(?:there (?:are|were)|following|as follows|below|consists? of|made (?:up )?of|divided into|split into"
    r"|we have|these are)\b",
    re.IGNORECASE,
)
_OF_ALL = regex(r"\b(?:of|among|out of)\s+(?:all\s+)?(?:the|these|those|its|their|our|his|her)\s*$", re.IGNORECASE)
_DEFINITE = regex(
    r"\b(?:the|these|those|its|their|our|his|her|both|all)\s+(?:other\s+|last\s+|first\s+)?$", re.IGNORECASE
)
_SEVERAL = regex(
    r"\W{0,3}(?:`[^`\n]+`|\[[^\]\n]+\](?:\([^)\n]*\))?|\*\*[^*\n]+\*\*|[A-Z][\w.]*)\s?(?:,|and|&|/|\+)\s?"
    r"(?:and )?(?:`|\[|\*\*|[A-Z])"
)
"""An item that begins with two names: "`a` and `b`", "Roe & Lin"."""
_LEADING = regex(
    r"\s+(?:such|very|quite|more|other|rather|fairly|really|somewhat|[a-z]+ly)\s+(?:[a-z-]+\s+){0,2}?([a-z]{3,})(?=[\s:.,])"
)
_MOST = 600


def find(page: Page) -> Iterator[Proposal]:
    """The counts before lists."""
    for items in page.lists:
        if items.before >= 0 and len(items.items) > 1:
            yield from _before(page, items)


def _before(page: Page, items: Items) -> Iterator[Proposal]:
    block = page.blocks[items.before]
    last = page.last_sentence(block)
    passages = page.by_block.get(items.before, ())
    if last is None or not passages:
        return
    passage = passages[-1]
    at_end = passage.start == last[0]
    words = page.text[last[0] : min(last[1], last[0] + 400)].rstrip(" \t:")
    colon = page.text[max(0, last[1] - 20) : last[1]].rstrip().endswith((":", "："))
    total = _total(page, passages)
    if total is not None:
        yield from _proposal(page, items, total, explicit=True)
        return
    if not at_end and (not colon or len(words.split()) > 8 or passage.end < last[0] - 3):
        return
    told = colon or bool(_ANNOUNCES.search(page.text, passage.start, passage.end)) or block.kind == BlockKind.HEADING
    if not told:
        return
    quantity = _announcing(page, passage, items)
    if quantity is not None:
        yield from _proposal(page, items, quantity, explicit=colon and at_end)


def _total(page: Page, passages: list[Passage]) -> Quantity | None:
    """The number of "A total of 24 people …" in the paragraph above a list."""
    for passage in passages[-2:]:
        found = [its for its in passage.quantities if _counts(its)]
        before = page.text[passage.start : found[0].number_start] if found else ""
        if len(passage.quantities) == 1 and found and _TOTAL.search(before[-16:]):
            return found[0]
    return None


def _announcing(page: Page, passage: Passage, items: Items) -> Quantity | None:
    """The count of a sentence that its list is of; ``None`` where there is none."""
    found = [its for its in passage.quantities if _is_announced(page, passage, its)]
    if not found:
        return None
    lengths = _lengths(page, items, found[-1])
    fitting = [its for its in found if its.value in lengths]
    if fitting:
        return fitting[-1]
    if found[-1] is not passage.quantities[-1] and len(passage.quantities) > 1:
        return None
    return found[-1]


def _is_announced(page: Page, passage: Passage, quantity: Quantity) -> bool:
    """Whether a number counts what a list behind its sentence is of."""
    text = page.text
    if not _counts(quantity):
        return False
    before, after = text[passage.start : quantity.start], text[quantity.end : passage.end]
    if text[quantity.number_end : quantity.number_end + 1] == "-" or _OTHERS.search(after):
        return False
    if quantity.counted is None and not _noun_behind(text, quantity):
        return before.endswith("(") and after[:1] == ")" and not after.strip(" ):*_")
    if _OF_ALL.search(before):
        # "one of the four forms" counts the forms, "two of the four" the two.
        return any(
            its.value == 1 and its.end > quantity.start - 24 for its in passage.quantities if its is not quantity
        ) or bool(re.search(r"\b(?:one|any|either|each)\s+of\s+\w+\s*$", before))
    if _DEFINITE.search(before) and not re.search(r"\bfollowing\s+$", before):
        return len(after.split()) <= 3 or after.startswith((", which", ", all ", ", each "))
    return True


def _noun_behind(text: str, quantity: Quantity) -> str:
    """The plural noun behind words that lead up to it: "four very different camps"."""
    match = _LEADING.match(text, quantity.end, quantity.end + 60)
    return match[1] if match and is_plural(match[1]) else ""


def _counts(quantity: Quantity) -> bool:
    value = quantity.value
    return quantity.counts and value is not None and 2 <= value <= _MOST


def _lengths(page: Page, items: Items, quantity: Quantity) -> dict[int, tuple[int, ...]]:
    """Every length that the list may be said to have, with the items counted so; its own length first."""
    found = {len(items.items): items.items}
    merged = list(items.items)
    for at in _further(page, items):
        merged.append(at)
        following = page.blocks[at + 1] if at + 1 < len(page.blocks) else None
        if following is None or following.kind != BlockKind.LIST_ITEM or following.level != items.level:
            found.setdefault(len(merged), tuple(merged))
    nested = [
        at for at in range(items.items[0], items.after)
        if page.blocks[at].kind == BlockKind.LIST_ITEM and page.blocks[at].level == items.level + 1
    ]  # fmt: skip
    if len(nested) > 1:
        found.setdefault(len(nested), tuple(nested))
        both = [*items.items, *nested]
        found.setdefault(len(both), tuple(both))
    return found


def _further(page: Page, items: Items) -> Iterator[int]:
    """Items of the same depth behind the end of a list, in the same section."""
    last = page.blocks[items.items[-1]].ordinal
    for at in range(items.after, min(items.after + 60, len(page.blocks))):
        block = page.blocks[at]
        if block.kind == BlockKind.HEADING:
            return
        if block.kind == BlockKind.LIST_ITEM and block.level == items.level:
            if block.ordinal and block.ordinal <= last:
                return
            last = block.ordinal
            yield at
        elif block.kind == BlockKind.PARAGRAPH and block.level < items.level and not _goes_on(page, at, last):
            return


def _goes_on(page: Page, at: int, last: int) -> bool:
    """Whether the next item behind a paragraph has the next number."""
    following = next((its for its in page.blocks[at + 1 : at + 4] if its.kind == BlockKind.LIST_ITEM), None)
    return following is not None and last > 0 and following.ordinal == last + 1


def _proposal(page: Page, items: Items, quantity: Quantity, *, explicit: bool) -> Iterator[Proposal]:
    lengths = _lengths(page, items, quantity)
    value, length = int(quantity.value or 0), len(items.items)
    counted = lengths.get(value, items.items)
    if value not in lengths:
        if abs(length - value) > max(3, value // 4, length // 4):
            return
        if _is_odd(page, items, quantity, value > length):
            return
    names = tuple(item_name(page.document, page.blocks[at]) for at in counted)
    noun = plural(quantity.counted) if quantity.counted else _noun_behind(page.text, quantity) or "items"
    listed = page.names(names, f"the list of {noun}")
    yield Proposal("count", {"of": listed, "is_": page.stated(quantity)}, noun, explicit, ":")


def _is_odd(page: Page, items: Items, quantity: Quantity, short: bool) -> bool:
    """Whether the items are no plain list of what was counted."""
    text, blocks = page.document.text, page.blocks
    ordinals = [blocks[at].ordinal for at in items.items if blocks[at].ordinal]
    if ordinals and len(set(ordinals)) > 1 and ordinals != list(range(1, len(ordinals) + 1)):
        return True
    for at in items.items:
        block = blocks[at]
        words = re.sub(r"^\W*(?:\d{1,3}[.)])?\s*", "", text[block.start : block.start + 120])
        first = page.quantities(block.start, block.start + 16)
        if any(its.counted and its.counted == quantity.counted and (its.value or 0) > 1 for its in first):
            return True
        if short and (_SEVERAL.match(words) or _SEVERAL.match(text[block.start : block.end].lstrip("*+-• \t")[:120])):
            return True
    return False
