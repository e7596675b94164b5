"""
Find breakdowns: numbers of one thing by place or class.

===============================================================  ==================================
"65 arrests in the U.S., one in Bulgaria and two in Italy"        every item behind the same word
"seven in Rome and five in Milan"                                 without a noun: by names only
"610 were tankers, 430 ferries and 200 yachts"                    the classes of one set, behind "were"
"Rome: 65, Milan: 47"                                             labels; one of them a name that is known
"the U.S. (65), Germany (47) and Italy (4)"                       brackets; the same
===============================================================  ==================================

Only a comma, a semicolon or "and" stands between two items. The elements that an item leaves out are
those of the first (gapping: Huddleston & Pullum 2002, ch. 15 §4.2). A passage that is nothing but a list
("40 tankers and 12 ferries", a quote of a record) needs no cue.
"""

from __future__ import annotations

from factcheck.model.name import canonical, kinds
from factcheck.model.quantity import Name
from factcheck.model.tokens import BACK, FRONT, WORD, Tokens
from factcheck.reader.draft import Draft
from factcheck.reader.inflection import singular
from factcheck.reader.place import bracketed, labelled, place
from factcheck.reader.vocabulary import vocabulary

Chain = list[Draft]
"""The items of one breakdown, in order."""

_BETWEEN = frozenset({",", ";", "and", "or", "but", "&", "while"})
_BE = frozenset({"were", "was", "are", "is"})


def chains(tokens: Tokens, drafts: list[Draft]) -> list[Chain]:
    """The drafts that may be items of one breakdown, each chain with two items or more; sets ``place``."""
    found: list[Chain] = []
    chain: Chain = []
    word = ""
    for draft in drafts:
        link = "" if draft.ends is not None else place(tokens, draft)
        if not link and labelled(tokens, draft):
            link = ":"
        if not link and draft.ends is None and bracketed(tokens, draft):
            link = "("
        if link and link == word and _follows(tokens, chain[-1], draft):
            chain.append(draft)
        else:
            chain, word = [draft], link
            found.append(chain)
    return [chain for chain in found if len(chain) > 1] + _classes(tokens, drafts)


def settle(tokens: Tokens, drafts: list[Draft], candidates: list[Chain]) -> list[Chain]:
    """
    The breakdowns among the chains, now that nouns and units are known: what counts different things
    falls apart, what counts nothing needs names. Elsewhere only a capital name stays as ``place``.
    """
    found = [part for chain in candidates for part in _agreeing(chain) if len(part) > 1 and _sound(tokens, part)]
    members = {id(draft) for chain in found for draft in chain}
    for draft in drafts:
        if draft.place is None or id(draft) in members:
            continue
        if draft.bare or not _is_name(draft.place) or tokens.words[draft.open - 1] == "(":
            draft.place = None
    return sorted(found, key=_first)


def _first(chain: Chain) -> int:
    return chain[0].first


def _follows(tokens: Tokens, last: Draft, draft: Draft) -> bool:
    """Whether only a comma or "and" stands between the last item and this one."""
    index, end = last.place_last, draft.place_first or draft.open
    if index == end and draft.place_first:
        return tokens.begins_line(end)  # a label a line
    if not 0 < end - index < 3:
        return False
    return all(tokens.lowers[at] in _BETWEEN for at in range(index, end))


def _agreeing(chain: Chain) -> list[Chain]:
    """The chain in runs that count the same thing."""
    runs = [[chain[0]]]
    for draft in chain[1:]:
        if runs[-1][0].classed or _agrees(runs[-1][0], draft):
            runs[-1].append(draft)
        else:
            runs.append([draft])
    return runs


def _agrees(first: Draft, draft: Draft) -> bool:
    if first.unit is not None or draft.unit is not None:
        return first.unit is not None and draft.unit is not None and first.unit.dimension == draft.unit.dimension
    return first.counted == draft.counted


def _sound(tokens: Tokens, chain: Chain) -> bool:
    """Whether a chain is a breakdown: bare numbers need names, labels one that is known."""
    names = [draft.place for draft in chain if draft.place is not None]
    if chain[0].place_first:
        return any(kinds(name.text) for name in names) or _whole(tokens, chain[0].place_first, chain[-1].close)
    return not chain[0].bare or all(name.text.removeprefix("the ")[:1].isupper() for name in names)


def _is_name(name: Name) -> bool:
    return name.text.removeprefix("the ")[:1].isupper() and name.key not in vocabulary().month_names


def _whole(tokens: Tokens, first: int, last: int) -> bool:
    """Whether tokens are the whole passage, but for a full stop."""
    end = len(tokens.kinds) - BACK
    return first == FRONT and last >= end - (tokens.words[end - 1] == ".")


def _classes(tokens: Tokens, drafts: list[Draft]) -> list[Chain]:
    """Chains of counted classes: "610 were tankers, 430 ferries and 200 yachts", or a passage of nothing else."""
    found: list[Chain] = []
    index = 0
    while index < len(drafts):
        chain = _class_chain(tokens, drafts, index)
        if chain:
            found.append(chain)
        index += max(len(chain), 1)
    return found


def _class_chain(tokens: Tokens, drafts: list[Draft], index: int) -> Chain:
    head = drafts[index]
    copula = head.bare and tokens.lowers[head.close] in _BE
    if not copula and (index or head.open != FRONT or not _counts(head)):
        return []
    chain = [head]
    last = _class_end(tokens, head.close + 1) if copula else head.noun_last
    ends = [last]
    for draft in drafts[index + 1 :]:
        between = range(last, draft.open)
        if not last or not 0 < len(between) < 3 or not all(tokens.lowers[at] in _BETWEEN for at in between):
            break
        if not _counts(draft):
            break
        last = draft.noun_last
        chain.append(draft)
        ends.append(last)
    if len(chain) < 2 or tokens.lowers[chain[-1].open - 1] not in ("and", "&"):
        return []
    if not copula and not _whole(tokens, head.open, ends[-1]):
        return []
    for draft, end in zip(chain, ends, strict=True):
        _class(tokens, draft, draft.noun_first or head.close + 1, end)
    return chain


def _counts(draft: Draft) -> bool:
    return draft.counted is not None and draft.noun_last > 0 and not draft.attributive and draft.place is None


def _class_end(tokens: Tokens, first: int) -> int:
    """The token behind the noun phrase behind "were"; 0 where no list goes on behind it."""
    at = first
    while at < first + 4 and tokens.kinds[at] == WORD and tokens.lowers[at] not in vocabulary().function:
        at += 1
    return at if at > first and tokens.lowers[at] in (",", "and") else 0


def _class(tokens: Tokens, draft: Draft, first: int, last: int) -> None:
    start, end = tokens.starts[first], tokens.ends[last - 1]
    text = tokens.text[start:end]
    draft.place, draft.place_last, draft.classed = Name(text, start, end, canonical(text)), last, True
    draft.noun_first, draft.noun_last = first, last
    draft.counted = singular(tokens.lowers[last - 1])
