"""
Give a number the noun that the sentence leaves out, and find breakdowns.

"65 arrests in the U.S., one in Bulgaria, three in France, … and two in Switzerland": every number counts
arrests and knows its place (gapping: Huddleston & Pullum 2002, ch. 15 §4.2). "150 individuals, including
65 in the U.S.": the 65 are individuals. "fell by 2 percent but … by 1": per cent. "280 million of the 1.5
billion shekels": shekels. "Four-, five- and six-cylinder": cylinders.
"""

from __future__ import annotations

from factcheck.model.name import canonical
from factcheck.model.quantity import Name
from factcheck.reader.draft import Draft
from factcheck.reader.noun import singular
from factcheck.reader.token import WORD, Tokens
from factcheck.reader.vocabulary import vocabulary

_PLACE_WORDS = frozenset("in of from for at to on by among".split())
_OPENERS = frozenset({"including", "included", "include", "includes", "them", "whom", "which", "namely", "those"})
_ITEM_ENDS = frozenset(",;.():—–!?")
_BETWEEN_ITEMS = frozenset({",", ";", "and", "or", "but", "&"})

MAX_PLACE = 6
"""The longest name of a place or class [tokens]."""


def resolve(tokens: Tokens, drafts: list[Draft]) -> list[list[Draft]]:
    """Fill in nouns and units that were left out; the drafts of each breakdown."""
    breakdowns: list[list[Draft]] = []
    chain: list[Draft] = []
    word = ""
    for index, draft in enumerate(drafts):
        previous = drafts[index - 1] if index else None
        _suspended(drafts, index)
        if previous is not None and tokens.words[draft.open - 1] in ("(", "/", "["):
            _restated(previous, draft, draft.open - previous.close)
        if previous is not None:
            _partitive(tokens, previous, draft)
        link = tokens.lowers[draft.close]
        place = _place(tokens, draft) if link in _PLACE_WORDS and draft.ends is None else None
        goes_on = bool(chain) and place is not None and link == word and _follows(tokens, chain[-1], draft)
        if draft.bare:
            _inherit(tokens, previous, draft, goes_on)
        if place is None or (draft.bare and not goes_on):
            chain = []
            continue
        draft.place = place
        if goes_on and _agrees(chain[0], draft):
            chain.append(draft)
            if len(chain) == 2:
                breakdowns.append(chain)
        else:
            chain, word = [draft], link
    members = {id(draft) for breakdown in breakdowns for draft in breakdown}
    for draft in drafts:
        if (
            draft.place is not None
            and id(draft) not in members
            and not draft.place.text[:4].lstrip("the ")[:1].isupper()
        ):
            draft.place = None
    return breakdowns


def _restated(previous: Draft, draft: Draft, gap: int) -> None:
    """Give a restatement in brackets the hedge and the direction: "just under 296 hp (224 kW / 300 PS)"."""
    if gap > 2 or previous.unit is None or draft.unit is None or draft.hedge is not None:
        return
    if previous.unit.dimension == draft.unit.dimension or (previous.unit.currency and draft.unit.currency):
        draft.hedge, draft.direction = previous.hedge, draft.direction or previous.direction


def _agrees(first: Draft, draft: Draft) -> bool:
    """Whether two items count the same thing."""
    if first.unit is not None or draft.unit is not None:
        return first.unit is not None and draft.unit is not None and first.unit.dimension == draft.unit.dimension
    return first.counted == draft.counted


def _follows(tokens: Tokens, last: Draft, draft: Draft) -> bool:
    """Whether only a comma or "and" stands between the place of the last item and this number."""
    index, end = last.place_last, draft.open
    if end - index > 2 or end == index:
        return False
    return all(tokens.lowers[at] in _BETWEEN_ITEMS for at in range(index, end))


def _place(tokens: Tokens, draft: Draft) -> Name | None:
    """The name behind "in", "of" and the like, up to the end of the item."""
    first = draft.close + 1
    last = first
    while last < first + MAX_PLACE:
        word = tokens.lowers[last]
        if not word or word in _ITEM_ENDS:
            break
        if word in ("and", "or") and not (
            tokens.capital(last + 1) and _is_number(tokens, last + 1) is False and last > first + 9
        ):
            break
        if last > first and word in vocabulary().function and word not in ("of", "the", "for"):
            break
        last += 1
    else:
        return None
    if (
        last == first
        or tokens.kinds[first] != WORD
        or (last == first + 1 and tokens.lowers[first] in vocabulary().function)
    ):
        return None
    start, end = tokens.starts[first], tokens.ends[last - 1]
    text = tokens.text[start:end]
    draft.place_last = last
    return Name(text, start, end, canonical(text))


def _is_number(tokens: Tokens, index: int) -> bool:
    return tokens.kinds[index] != WORD or tokens.lowers[index] in vocabulary().openers


def _inherit(tokens: Tokens, previous: Draft | None, draft: Draft, goes_on: bool) -> None:
    """Take the noun or the unit of the number before: in a breakdown, behind "including", behind "by"."""
    opener = tokens.lowers[draft.open - 1]
    if opener == "or" and tokens.lowers[draft.open - 3] in ("a", "an", "another"):  # "another pick or two"
        draft.counted = singular(tokens.lowers[draft.open - 2])
        draft.noun_first, draft.noun_last = draft.open - 2, draft.open - 1
        return
    if previous is None:
        return
    if goes_on or opener in _OPENERS:
        _copy(previous, draft)
    elif draft.direction is not None and previous.unit is not None and previous.unit.name == "percent":
        draft.unit = previous.unit


def _copy(source: Draft, draft: Draft) -> None:
    draft.unit, draft.counted = source.unit, source.counted
    draft.noun_first, draft.noun_last = source.noun_first, source.noun_last


def _suspended(drafts: list[Draft], index: int) -> None:
    """Give "four-" and "five-" the noun of "six-cylinder"."""
    if not drafts[index].suspended:
        for earlier in reversed(drafts[max(0, index - 4) : index]):
            if not earlier.suspended or not earlier.bare:
                break
            _copy(drafts[index], earlier)


def _partitive(tokens: Tokens, previous: Draft, draft: Draft) -> None:
    """Give "280 million of the 1.5 billion shekels" the unit or noun behind the whole."""
    if previous.bare and tokens.lowers[previous.close] == "of" and draft.open - previous.close <= 3 and not draft.bare:
        between = range(previous.close + 1, draft.open)
        if all(tokens.lowers[at] in vocabulary().determiners for at in between):
            _copy(draft, previous)
