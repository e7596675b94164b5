"""
Give a number the noun or the unit that the sentence leaves out.

"65 arrests in the U.S., one in Bulgaria": every item of a breakdown counts arrests (gapping: Huddleston &
Pullum 2002, ch. 15 §4.2). "12 arrests: seven in Rome and five in Milan": so do parts in apposition. "150
individuals, including 65 in the U.S.": the 65 are individuals. "fell by 2 percent but … by 1": per cent.
"280 million of the 1.5 billion shekels", "six of its last seven games": shekels, games. "Four-, five- and
six-cylinder": cylinders. What a comparison leaves out is read in reader/understood.py.
"""

from __future__ import annotations

from factcheck.model.number import magnitude
from factcheck.model.tokens import Tokens
from factcheck.reader import breakdown, noun, place, scale
from factcheck.reader.draft import Draft
from factcheck.reader.inflection import singular
from factcheck.reader.understood import alternative, gapped, is_level, same_sentence, understood
from factcheck.reader.vocabulary import vocabulary

_OPENERS = frozenset({"including", "included", "include", "includes", "them", "whom", "which", "namely", "those"})


def resolve(tokens: Tokens, drafts: list[Draft]) -> list[list[Draft]]:
    """Fill in nouns and units that were left out; the drafts of each breakdown."""
    chains = breakdown.chains(tokens, drafts)
    going_on = {id(draft) for chain in chains for draft in chain[1:]}
    heads = {id(chain[0]) for chain in chains}
    previous: Draft | None = None
    level: Draft | None = None
    for index, draft in enumerate(drafts):
        _suspended(drafts, index)
        if previous is not None:
            _restated(tokens, previous, draft)
            _partitive(tokens, previous, draft)
            _share_noun(tokens, previous, draft)
            if is_level(tokens, previous, draft):
                if draft.bare and level is not None and same_sentence(tokens, level, draft):
                    _copy(level, draft)  # "down 1% at 1,463 points, while the other lost 2% to end at 334"
                level = draft
        if draft.bare:
            parts = previous is not None and id(draft) in heads and _parts(tokens, previous, draft)
            _inherit(tokens, previous, draft, parts or id(draft) in going_on)
        previous = draft
    return breakdown.settle(tokens, drafts, chains)


def _restated(tokens: Tokens, previous: Draft, draft: Draft) -> None:
    """
    Give a restatement the hedge and the direction: "just under 296 hp (224 kW / 300 PS)"; one in other units the
    direction alone: "fell 12 cents, or 1.5 percent,".
    """
    before, gap = tokens.lowers[draft.open - 1], draft.open - previous.close
    if gap > 2 or draft.hedge is not None:
        return
    if before == "or":
        if gap == 2 and tokens.words[previous.close] == "," and draft.unit is not None and not previous.bare:
            draft.direction = draft.direction or previous.direction
    elif _same_amount(previous, draft) and tokens.words[draft.first] == "(":
        scale.share(previous, draft)
    elif before in _BRACKETS and _same_amount(previous, draft):
        draft.hedge, draft.direction = previous.hedge, draft.direction or previous.direction


def _same_amount(a: Draft, b: Draft) -> bool:
    """Whether two units may measure the same: of one dimension, or both money."""
    if a.unit is None or b.unit is None:
        return False
    return a.unit.dimension == b.unit.dimension or (a.unit.currency and b.unit.currency)


_BRACKETS = frozenset({"(", "/", "["})


def _share_noun(tokens: Tokens, previous: Draft, draft: Draft) -> None:
    """Give "at least 12, possibly 20, people" its noun, which stands behind the second number and its comma."""
    if not previous.bare or not alternative(tokens, previous, draft):
        return
    close = draft.close
    if draft.bare and tokens.words[close] == ",":
        noun.attach(tokens, draft, close + 1)
        draft.close = close
    _copy(draft, previous)


def _inherit(tokens: Tokens, previous: Draft | None, draft: Draft, goes_on: bool) -> None:
    """Take the noun or the unit of the number before: in a breakdown, behind "including", behind "by"."""
    opener = tokens.lowers[draft.open - 1]
    if opener == "or" and tokens.lowers[draft.open - 3] in ("a", "an", "another"):  # "another pick or two"
        draft.counted = singular(tokens.lowers[draft.open - 2])
        draft.noun_first, draft.noun_last = draft.open - 2, draft.open - 1
        return
    if previous is None:
        return
    if goes_on or opener in _OPENERS or understood(tokens, previous, draft):
        _copy(previous, draft)
    elif tokens.capital(draft.open - 1) and not previous.bare and gapped(tokens, previous, draft):
        _copy(previous, draft)
        draft.place_first, draft.place_last = gapped(tokens, previous, draft), draft.close
        draft.place = place.named(tokens, draft.place_first, draft.open)
    elif draft.direction is not None:
        if previous.unit is not None and previous.unit.name == "percent" and magnitude(draft.value) < MANY_PERCENT:
            draft.unit, draft.inherited = previous.unit, True
        elif previous.direction is not None and previous.counted and _ends_clause(tokens, draft):
            _copy(previous, draft)  # "won 13 seats and lost 10"


MANY_PERCENT = 100
"""A bare change by as much is no percentage: "grew 3 % and swelled by 200,000"."""

_BEFORE_PARTS = frozenset({":", "(", ",", "-", "–", "—"})
_SENTENCE = frozenset(".;?!")
REACH = 20
"""How far before its parts the whole may stand [tokens]: "12 arrests in May: seven in Rome …"."""


def _parts(tokens: Tokens, whole: Draft, head: Draft) -> bool:
    """
    Whether the breakdown that begins with ``head`` is in apposition to a number: "12 arrests: seven in Rome
    and five in Milan", in one sentence, by places with names.
    """
    first = head.place_first or head.open
    if tokens.words[first - 1] not in _BEFORE_PARTS or first - whole.close > REACH or head.place is None:
        return False
    if not head.place.text.removeprefix("the ")[:1].isupper() or whole.ends is not None:
        return False
    return not any(tokens.words[at] in _SENTENCE for at in range(whole.close, first))


def _ends_clause(tokens: Tokens, draft: Draft) -> bool:
    return tokens.words[draft.close] in ("", ".", ",", ";", ")", "and")


def _copy(source: Draft, draft: Draft) -> None:
    draft.unit, draft.counted, draft.inherited = source.unit, source.counted, True
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
    if previous.bare and tokens.lowers[previous.close] == "of" and draft.open - previous.close <= 4 and not draft.bare:
        before, known = tokens.lowers[previous.close + 1 : draft.open], vocabulary()
        narrowing = known.determiners | known.ordinal_contexts
        if all(word in narrowing or word.endswith("'s") for word in before):  # "15 of Missouri's 114 counties"
            _copy(draft, previous)
