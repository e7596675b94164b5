"""
What changes: by how much, from what and to what, and which way.

"rose 12% to 45 from 40": the verb gives the 12% its role and its way, "to" the new and "from" the old value, and both
go the verb's way. A change is told by a verb, by an adverb ("up 12%"), by a noun ("a drop of 387", "a 12% increase")
or by a comparative ("200 more than").
"""

from __future__ import annotations

from factcheck.facts.around import Around
from factcheck.facts.mark import CHANGE, CHANGES, DOWN, EXPECTED, FALL, LEVEL, MOVES, RISE, UP
from factcheck.facts.sentence import Sentence
from factcheck.model.fact import Manner, Role
from factcheck.model.frozen import frozen
from factcheck.model.lexicon import lexicon
from factcheck.model.quantity import Direction
from factcheck.model.tokens import FRONT
from factcheck.reader.vocabulary import vocabulary

REACH = 12
"""How far before "by", "to" and "from" the verb of change may stand [tokens]."""


@frozen
class Given:
    """A role of a number in a change."""

    role: Role
    first: int
    last: int
    """The tokens of its cue, the last exclusive."""
    way: Direction | None = None
    manner: Manner | None = None
    mover: int = 0
    """The token of the word of change that governs it; 0 where none does."""


def movement(around: Around) -> tuple[Given, ...]:
    """The roles that a number has in a change."""
    change, old = _change(around), _old(around)
    if change is not None or old is not None:
        return tuple(given for given in (change, old) if given is not None)
    new = _new(around)
    return (new,) if new is not None else ()


def _change(around: Around) -> Given | None:
    """By how much something changed, or how much more it is than something else."""
    sentence, lead, tail = around.sentence, around.lead, around.tail
    if lead.head is not None:
        return None if _is_result(around, lead.head[1] - 1) else _by_noun(sentence, lead.head[1] - 1, lead.head[0])
    if tail.noun:
        return None if _is_result(around, tail.noun) else _by_noun(sentence, tail.noun, tail.noun)
    if tail.more and (tail.than or around.is_ratio):
        way = Direction.UP if sentence.lowers[tail.more] in lexicon().phrase("more") else Direction.DOWN
        return Given(Role.CHANGE, tail.more, max(tail.more, tail.than) + 1, way, Manner.COMPARATIVE)
    return _moved(around)


def _by_noun(sentence: Sentence, noun: int, first: int) -> Given | None:
    """A change or a margin that a noun tells: "a drop of 387", "a 12% increase", "a lead of"."""
    mark = sentence.marks[noun]
    if mark & (RISE | FALL | CHANGE):
        way = Direction.UP if mark & RISE else Direction.DOWN if mark & FALL else None
        return Given(Role.CHANGE, first, noun + 1, way, Manner.NOUN, noun)
    if sentence.lowers[noun] in lexicon().noun("margin"):
        return Given(Role.MARGIN, first, noun + 1, None, Manner.NOUN)
    return None


def _is_result(around: Around, noun: int) -> bool:
    """Whether "a loss of", "a gain of" tells what somebody earned, and no change: money that is lost or gained."""
    unit = around.mention.quantity.unit
    return unit is not None and unit.currency and around.sentence.lowers[noun] in lexicon().noun("result")


def _moved(around: Around) -> Given | None:
    """A change that a verb or an adverb governs: "rose 12%", "up 45", "rose by 45", "cut its forecast by 5 %"."""
    sentence, lead, quantity = around.sentence, around.lead, around.mention.quantity
    if lead.governor == "by":
        won = _outdone(sentence, lead.at)
        if won:
            return Given(Role.MARGIN, won, lead.at + 1, None, Manner.VERB)
        found, way = course(sentence, lead.at)
        again = sentence.lowers[lead.at - 1] == "or"  # "from 40 to 45, or by 12 %"
        manner = Manner.ADVERB if again else _manner(sentence, found)
        return Given(Role.CHANGE, found, found + 1, way, manner, found) if found else None
    if lead.definite or (lead.governor in _ADVERBS and not _is_verb(sentence, lead.at)):
        return None  # "off yesterday's 45", "up the 45": a value that was told; "made up 58%"
    way = _way(sentence, lead.at)
    manner = Manner.ADVERB if lead.governor in _ADVERBS else Manner.VERB
    if way is not None and (around.is_ratio or manner == Manner.ADVERB or _is_intransitive(lead.governor)):
        return Given(Role.CHANGE, lead.at, lead.at + 1, way, manner, lead.at)
    if quantity.direction is not None and lead.governor not in ("or", "("):
        at = max(lead.at, FRONT)
        return Given(Role.CHANGE, at, at + 1, quantity.direction, manner, at)
    return None


def _manner(sentence: Sentence, at: int) -> Manner:
    """How a word of change before "by" tells it: "rose by", "up by", "an increase by"."""
    if sentence.lowers[at] in _ADVERBS:
        return Manner.ADVERB
    return Manner.VERB if _is_verb(sentence, at) else Manner.NOUN


_ADVERBS = frozenset({"up", "down", "off", "upward", "upwards", "downward", "downwards"})


def _is_intransitive(word: str) -> bool:
    return word in lexicon().verb("rise") or word in lexicon().verb("fall")


def _outdone(sentence: Sentence, at: int) -> int:
    """The verb of winning or exceeding before "by" in its clause; 0 where there is none."""
    group, clause = lexicon().verb("outdo"), sentence.clauses[at]
    for index in range(at - 1, max(FRONT, at - REACH) - 1, -1):
        if sentence.clauses[index] != clause or sentence.marks[index] & MOVES:
            return 0
        if sentence.lowers[index] in group:
            return index
    return 0


def _way(sentence: Sentence, at: int) -> Direction | None:
    """Which way the verb or the adverb of change at a token goes."""
    mark = sentence.marks[at]
    if mark & UP:
        return Direction.UP
    return Direction.DOWN if mark & DOWN else None


def course(sentence: Sentence, at: int) -> tuple[int, Direction | None]:
    """
    The verb of change that governs "by", "to" or "from" at a token, or else the noun, and which way it goes; 0 where
    there is none. Nouns between that go another way leave the way open: "lowered its forecast of the increase to".
    """
    clause, noun, ways = sentence.clauses[at], 0, set[Direction | None]()
    if sentence.lowers[at] == "by" and _is_agent(sentence, at):
        return 0, None
    for index in range(at - 1, max(FRONT, at - 2 * REACH) - 1, -1):
        mark = sentence.marks[index]
        if sentence.clauses[index] != clause or sentence.taken[index] < 0:
            continue
        if mark & MOVES and _is_verb(sentence, index):
            ways.add(_way(sentence, index))
            return index, ways.pop() if len(ways) == 1 else None
        if sentence.is_noun(index + 1):
            continue  # "its growth forecast"
        if mark & (RISE | FALL):
            noun = noun or index
            ways.add(Direction.UP if mark & RISE else Direction.DOWN)
        elif mark & CHANGE:
            if sentence.lowers[index] in lexicon().verb("alter") and _is_altered(sentence, index):
                return index, None
            noun = noun or index
        elif mark & LEVEL and not noun and sentence.is_finite(index):
            break
    return noun, ways.pop() if len(ways) == 1 else None


def _is_agent(sentence: Sentence, at: int) -> bool:
    """Whether "by" tells who expected something, and not by how much: "the 8.8 million expected by six analysts"."""
    near = range(max(FRONT, at - _NEAR), at)
    return any(sentence.marks[index] & EXPECTED and sentence.lowers[index].endswith("ed") for index in near)


_NEAR = 3
"""How far before "by" the participle may stand whose agent it leads to [tokens]."""


def _is_altered(sentence: Sentence, at: int) -> bool:
    """Whether a form of a verb of change of either way is one here: "was revised to", not "a change to"."""
    return sentence.is_finite(at) or sentence.lowers[at - 1] == "to"


def _is_verb(sentence: Sentence, at: int) -> bool:
    """Whether a form of a verb of change is one here: not "the rising dollar", "the cut", "an increase"."""
    word, before = sentence.lowers[at], sentence.lowers[at - 1]
    if word in _ADVERBS:
        particle = before in _PARTICLED or before in vocabulary().particle_verbs
        return not particle and (word != "off" or sentence.taken[at + 1] > 0)
    if (before in vocabulary().determiners and before not in _RELATIVE) or before == "of":
        return False
    if sentence.marks[at] & (RISE | FALL | CHANGE):
        return before == "to" or (sentence.is_finite(at) and not sentence.is_noun(at + 1))
    if sentence.lowers[at + 1] == "by" and before == ",":
        return False  # "rose 12%, boosted by exports, to 45"
    return not (word.endswith("ing") and before in ("in", "for", "on"))


_RELATIVE = frozenset({"which", "that"})
_PARTICLED = frozenset({"made", "set", "handed", "given", "passed", "laid", "gave", "broken", "divided", "split"})
"""Verbs whose "up" or "down" tells of no change."""


def _old(around: Around) -> Given | None:
    """What something was before, or what it is compared with."""
    sentence, at = around.sentence, _bracketed(around) or _of_rival(around) or around.lead.at
    if at < FRONT:
        return None
    word = sentence.lowers[at]
    length = lexicon().phrase("comparand").ending(sentence.lowers, at + 1)
    if word == "from":
        return _from(sentence, at, length)
    if length > 1 or word in ("than", "versus", "vs", "against", "v", "verses"):
        if word == "than" and not _is_compared(sentence, at):
            return None
        if word == "than" and _compares(sentence.lowers[at - 1]):
            length = 2
        return Given(Role.OLD, at + 1 - max(length, 1), at + 1, _compared(sentence, at))
    if word in ("after", "following") and (sentence.ends_mention(at) or sentence.taken[at - 1] < 0):
        return Given(Role.OLD, at, at + 1)
    if word in ("over", "above", "below", "on", "under") and _measured_before(sentence, at):
        return Given(Role.OLD, at, at + 1, _compared(sentence, at))
    return None


def _bracketed(around: Around) -> int:
    """The preposition before a time whose number stands in brackets behind it: "up 8% from June 2016 ($247,600)"."""
    sentence, at = around.sentence, around.lead.at
    if around.lead.governor != "(" or sentence.taken[at - 1] >= 0:
        return 0
    at -= 1
    while sentence.taken[at] < 0 or sentence.lowers[at] in ("the", "in", "a"):
        at -= 1
    return at if sentence.lowers[at] in ("from", "than", "over", "with", "to", "on") else 0


def _of_rival(around: Around) -> int:
    """The "than" of a number whose owner stands before it: "200 more than Lin, who got 4,010"."""
    sentence, clause = around.sentence, around.sentence.clauses[around.mention.number]
    at = around.lead.at
    while at > FRONT and sentence.clauses[at] == clause:
        at -= 1
    if sentence.lowers[at + 1] not in ("who", "which", "where", "when") or sentence.lowers[at] != ",":
        return 0
    for index in range(at - 1, max(FRONT, at - 6), -1):
        if sentence.lowers[index] == "than":
            return index
        if sentence.taken[index] > 0 or sentence.lowers[index] in (",", ";"):
            break
    return 0


def _from(sentence: Sentence, at: int, length: int) -> Given | None:
    """The old value behind "from": "up slightly from", "rose to 52 from"."""
    found, way = course(sentence, at)
    before = at - 1
    while sentence.lowers[before] in vocabulary().adverbs or sentence.lowers[before].endswith("ly"):
        before -= 1
    if sentence.lowers[before] in _PARTICLES:
        way = Direction.UP if sentence.lowers[before] in _UPWARD else Direction.DOWN
        return Given(Role.OLD, before, at + 1, way, None, before)
    if found or changes(sentence, at):
        return Given(Role.OLD, at + 1 - max(length, 1), at + 1, way, None, found)
    return None


_UPWARD = frozenset({"up", "higher"})
_PARTICLES = _UPWARD | {"down", "lower", "off"}


def _compares(word: str) -> bool:
    return word in lexicon().phrase("more") or word in lexicon().phrase("less")


def _is_compared(sentence: Sentence, at: int) -> bool:
    """Whether a comparative stands before "than": "200 more than", "higher in May than"."""
    return _compared(sentence, at) is not None


def _compared(sentence: Sentence, at: int) -> Direction | None:
    """Which way the comparative before "than" goes, or the preposition itself."""
    words = lexicon()
    for index in range(at, max(FRONT, at - REACH) - 1, -1):
        if sentence.lowers[index] in words.phrase("more"):
            return Direction.UP
        if sentence.lowers[index] in words.phrase("less"):
            return Direction.DOWN
    return None


def _measured_before(sentence: Sentence, at: int) -> bool:
    """Whether a noun of change or a number stands right before a preposition: "an increase over", "3% above"."""
    if sentence.marks[at - 1] & (RISE | FALL | CHANGE):
        return True
    mention = sentence.mention_ending(at)
    if mention is None:
        return False
    unit = mention.quantity.unit
    return sentence.lowers[at] in ("above", "below", "under") or (unit is not None and not unit.dimension)


def changes(sentence: Sentence, at: int) -> bool:
    """Whether the clause of a token tells of a change, by a verb, an adverb or a noun."""
    clause = sentence.clauses[at]
    return any(mark & CHANGES and sentence.clauses[index] == clause for index, mark in enumerate(sentence.marks))


def _ends_course(sentence: Sentence, at: int) -> bool:
    """Whether "to" stands behind "from" and a number: "went from 64 to"."""
    before = sentence.mention_ending(at)
    return before is not None and "from" in (sentence.lowers[before.first], sentence.lowers[before.first - 1])


_OTHER_TO = frozenset(
    "due thanks owing according compared relative addition subject related comparison contrast prior close next "
    "similar equal".split()
)
"""Words whose "to" reaches no value."""


def _new(around: Around) -> Given | None:
    """What something became, or is."""
    sentence, at = around.sentence, around.lead.at
    if at < FRONT:
        return None
    word = sentence.lowers[at]
    if sentence.marks[at] & LEVEL:
        return Given(Role.NEW, at, at + 1)
    if word not in ("to", "at") or (word == "to" and sentence.lowers[at - 1] in _OTHER_TO):
        return None
    found, way = course(sentence, at)
    if found or (word == "to" and _ends_course(sentence, at)) or (word == "at" and sentence.marks[at - 1] & LEVEL):
        return Given(Role.NEW, at, at + 1, way, None, found)
    return None
