"""
The roles of the numbers of a sentence: what each is to the others.

A role is given by the word that a number hangs on ("from", "compared with", "by"), by the noun whose "of" it is ("a
drop of"), or by what stands behind it ("12% increase", "200 more than", "of them"). The words are those of
``en/relations.yaml``. A number may have several: "500,000 shares, or 22 pct of the stock, for 30 dlrs a share" is a
value, a share of a whole, and a factor.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.facts.lead import Lead
from factcheck.facts.mark import CHANGES, DOWN, UP
from factcheck.facts.sentence import Mention, Sentence
from factcheck.facts.tail import Tail
from factcheck.model.fact import Cue, Role
from factcheck.model.frozen import frozen
from factcheck.model.lexicon import Group, lexicon
from factcheck.model.quantity import Direction, Quantity
from factcheck.model.tokens import FRONT

REACH = 10
"""How far before "by", "to" and "from" the verb of change may stand [tokens]."""


@frozen
class Around:
    """A number of a sentence with what stands before and behind it."""

    sentence: Sentence
    mention: Mention
    lead: Lead
    tail: Tail
    before: Quantity | None
    """The number before it in the sentence."""

    @property
    def is_ratio(self) -> bool:
        """Whether it is a percentage or in points."""
        unit = self.mention.quantity.unit
        return unit is not None and not unit.dimension


Given = tuple[tuple[Cue, ...], Direction | None]
"""The roles of a number, and which way it goes."""


def roles(around: Around) -> Given:
    """The roles of a number and, of a change, which way it goes."""
    found: list[Cue] = []
    way: Direction | None = None
    for rule in (_change, _old, _new, _whole, _part, _same, _total, _rank, _factor, _share):
        for role, first, last, direction in rule(around):
            start, end = around.sentence.span(first, last)
            words = " ".join(around.sentence.lowers[first:last])
            found.append(Cue(role, words, start, end))
            way = way or direction
    return tuple(found), way


Found = Iterator[tuple[Role, int, int, Direction | None]]
"""A role, the tokens of its cue (the last exclusive), and a direction."""


def _change(around: Around) -> Found:
    """By how much something changed, or how much more it is than something else."""
    sentence, lead, tail = around.sentence, around.lead, around.tail
    words, quantity = lexicon(), around.mention.quantity
    if lead.head is not None:
        noun = sentence.lowers[lead.head[1] - 1]
        for group, way in _nouns() if not _is_result(around) else ():
            if noun in group:
                yield Role.CHANGE, *lead.head, way
                return
        if noun in words.noun("margin"):
            yield Role.MARGIN, *lead.head, None
            return
    if tail.noun:
        noun = sentence.lowers[tail.noun]
        for group, way in _nouns():
            if noun in group:
                yield Role.CHANGE, tail.noun, tail.noun + 1, way
                return
        yield Role.MARGIN, tail.noun, tail.noun + 1, None
        return
    if tail.more and (tail.than or around.is_ratio):
        yield Role.CHANGE, tail.more, tail.more + 1, _way_of(sentence, tail.more)
        return
    if quantity.direction is not None:
        yield Role.CHANGE, max(lead.at, FRONT), max(lead.at, FRONT) + 1, quantity.direction
        return
    yield from _moved(around)


def _is_result(around: Around) -> bool:
    """Whether "a loss of", "a gain of" tells what somebody earned, and no change: money that is lost or gained."""
    sentence, lead, unit = around.sentence, around.lead, around.mention.quantity.unit
    if lead.head is None or unit is None or not unit.currency:
        return False
    return sentence.lowers[lead.head[1] - 1] in _RESULTS


_RESULTS = frozenset({"loss", "losses", "gain", "gains", "profit"})


def _moved(around: Around) -> Found:
    """A change that a verb governs: "rose 12%", "rose by 45", "cut its forecast by 5 %"."""
    sentence, lead = around.sentence, around.lead
    moved = _direction(sentence, lead.at)
    if moved is not None and (around.is_ratio or sentence.lowers[lead.at] in ("up", "down")):
        yield Role.CHANGE, lead.at, lead.at + 1, moved
        return
    if lead.governor == "by":
        found = _verb_before(sentence, lead.at)
        if found:
            yield Role.CHANGE, found, lead.at + 1, _direction(sentence, found)


def _nouns() -> tuple[tuple[Group, Direction | None], ...]:
    words = lexicon()
    return (
        (words.noun("rise"), Direction.UP),
        (words.noun("fall"), Direction.DOWN),
        (words.noun("change"), None),
    )


def _way_of(sentence: Sentence, at: int) -> Direction:
    return Direction.UP if sentence.lowers[at] in lexicon().phrase("more") else Direction.DOWN


def _direction(sentence: Sentence, at: int) -> Direction | None:
    """Which way the verb or the adverb of change at a token goes."""
    mark = sentence.marks[at]
    if mark & UP:
        return Direction.UP
    return Direction.DOWN if mark & DOWN else None


def _verb_before(sentence: Sentence, at: int) -> int:
    """The verb or noun of change before a token in its clause; 0 where there is none."""
    words = lexicon()
    for index in range(at - 1, max(FRONT, at - REACH) - 1, -1):
        if sentence.clauses[index] != sentence.clauses[at] and sentence.lowers[index] not in ("(", ")"):
            return 0
        word = sentence.lowers[index]
        if _direction(sentence, index) is not None or any(word in group for group, _ in _nouns()):
            return index
        if word in words.verb("level"):
            return 0
    return 0


def _old(around: Around) -> Found:
    """What something was before, or what it is compared with."""
    sentence, lead = around.sentence, around.lead
    words = lexicon()
    if around.lead.governor == "from" and _changes(sentence, lead.at):
        yield Role.OLD, lead.at, lead.at + 1, None
        return
    if lead.at < FRONT:
        return
    length = words.phrase("comparand").ending(sentence.lowers, lead.at + 1)
    if length > 1 or lead.governor in ("than", "versus", "vs", "against", "v"):
        if lead.governor != "than" or _is_compared(sentence, lead.at):
            yield Role.OLD, lead.at + 1 - max(length, 1), lead.at + 1, None
    elif lead.governor in ("over", "above", "below", "on") and _measures_before(sentence, lead.at):
        yield Role.OLD, lead.at, lead.at + 1, None


def _is_compared(sentence: Sentence, at: int) -> bool:
    """Whether a comparative or "rather" stands right before "than": "200 more than", "higher in May than"."""
    words = lexicon()
    return any(
        sentence.lowers[index] in words.phrase("more") or sentence.lowers[index] in words.phrase("less")
        for index in range(max(FRONT, at - REACH), at)
    )


def _measures_before(sentence: Sentence, at: int) -> bool:
    """Whether a noun of change or a comparative that a number measures stands right before a preposition."""
    word = sentence.lowers[at - 1]
    return any(word in group for group, _ in _nouns()) or sentence.taken[at - 1] > 0


def _changes(sentence: Sentence, at: int) -> bool:
    """Whether the clause of a token tells of a change, by a verb, an adverb or a noun."""
    clause = sentence.clauses[at]
    return any(mark & CHANGES and sentence.clauses[index] == clause for index, mark in enumerate(sentence.marks))


def _new(around: Around) -> Found:
    """What something became."""
    sentence, lead = around.sentence, around.lead
    reached = lead.governor in ("to", "at") and not _is_other_to(sentence, lead.at)
    if lead.governor in lexicon().verb("level") or (reached and _changes(sentence, lead.at)):
        yield Role.NEW, lead.at, lead.at + 1, None


_OTHER_TO = frozenset(
    "due thanks owing according compared relative addition subject related comparison contrast prior close next "
    "similar equal".split()
)
"""Words whose "to" reaches no value."""


def _is_other_to(sentence: Sentence, at: int) -> bool:
    return sentence.lowers[at - 1] in _OTHER_TO


def _whole(around: Around) -> Found:
    """What parts or shares are taken of."""
    sentence, lead = around.sentence, around.lead
    if lead.governor in ("of", "among") or (lead.governor == "from" and not _changes(sentence, lead.at)):
        if lead.governor == "of" and sentence.lowers[lead.at - 1] in _VERBS_OF:
            return
        yield Role.WHOLE, lead.at, lead.at + 1, None


_VERBS_OF = frozenset({"consisting", "composed", "made", "up", "because", "instead", "ahead"})


def _part(around: Around) -> Found:
    """Some of what was told before."""
    sentence, lead, tail = around.sentence, around.lead, around.tail
    if tail.of_them:
        yield Role.PART, around.mention.last, tail.of_them + 1, None
        return
    if lead.at >= FRONT:
        length = lexicon().phrase("among").ending(sentence.lowers, lead.at + 1)
        if length:
            yield Role.PART, lead.at + 1 - length, lead.at + 1, None
            return
    last = around.mention.last
    if sentence.lowers[last] == "of" and any(sentence.taken[at] > 0 for at in range(last + 1, last + 4)):
        yield Role.PART, last, last + 1, None


def _same(around: Around) -> Found:
    """The number before it told again: "or 12%", "(43 km)"."""
    sentence, lead = around.sentence, around.lead
    if around.before is None or lead.at < FRONT or lead.words:
        return
    again = lead.governor == "or" and (sentence.lowers[lead.at - 1] in (",", "(") or sentence.taken[lead.at - 1] > 0)
    enclosed = lead.governor == "(" and sentence.lowers[around.mention.last] in (")", ",", ";", "of")
    if again or enclosed:
        yield Role.SAME, lead.at, lead.at + 1, None


def _total(around: Around) -> Found:
    """What several make together."""
    sentence, lead = around.sentence, around.lead
    if lead.head is not None and sentence.lowers[lead.head[1] - 1] in lexicon().noun("total"):
        yield Role.TOTAL, *lead.head, None
        return
    length = lexicon().phrase("altogether").beginning(sentence.lowers, around.mention.last)
    if length:
        yield Role.TOTAL, around.mention.last, around.mention.last + length, None


def _rank(around: Around) -> Found:
    """A high, a low, a record: a number of another time or of many."""
    sentence, lead = around.sentence, around.lead
    group = lexicon().noun("rank")
    if lead.head is not None and sentence.lowers[lead.head[1] - 1] in group:
        yield Role.RANK, *lead.head, None
        return
    for at in lead.words:
        if sentence.lowers[at] in group:
            yield Role.RANK, at, at + 1, None
            return


def _factor(around: Around) -> Found:
    """What falls to each."""
    sentence, lead, tail, unit = around.sentence, around.lead, around.tail, around.mention.quantity.unit
    if tail.per:
        yield Role.FACTOR, tail.per, tail.per + 1, None
    elif unit is not None and " per " in unit.name:
        yield Role.FACTOR, around.mention.number, around.mention.last, None
    elif lead.head is not None and sentence.lowers[lead.head[1] - 1] in _MEANS:
        yield Role.FACTOR, *lead.head, None
    elif unit is not None and lead.governor not in (",", "or") and (each := _each_before(around)):
        yield Role.FACTOR, each, each + 1, None


_MEANS = frozenset({"average", "mean"})


def _each_before(around: Around) -> int:
    """The "each" at the head of a number's clause, of which the number tells: "each of the 48 families got $2,500"."""
    sentence, first = around.sentence, around.mention.number
    at = first - 1
    while at >= FRONT and sentence.clauses[at] == sentence.clauses[first]:
        if sentence.lowers[at] == "each":
            return at
        if sentence.lowers[at] in (",", "and"):
            return 0
        at -= 1
    return 0


def _share(around: Around) -> Found:
    """A percentage or a fraction of something."""
    if around.is_ratio and around.tail.of is not None and not around.tail.noun:
        yield Role.SHARE, around.mention.last, around.mention.last + 1, None
