"""
The roles of the numbers of a sentence: what each is to the others.

A role is given by the word that a number hangs on ("from", "compared with", "by"), by the noun whose "of" it is ("a
drop of"), or by what stands behind it ("12% increase", "200 more than", "of them"). The words are those of
``en/relations.yaml``. A number may have several: "500,000 shares, or 22 pct of the stock, for 30 dlrs a share" is a
value, a share of a whole, and a factor.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.facts.around import Around
from factcheck.facts.movement import changes, movement
from factcheck.facts.multiple import MULTIPLE
from factcheck.facts.person import is_age
from factcheck.facts.sentence import Sentence
from factcheck.model.fact import Cue, Manner, Role
from factcheck.model.frozen import frozen
from factcheck.model.lexicon import lexicon
from factcheck.model.quantity import Direction
from factcheck.model.tokens import FRONT, SIGN


@frozen
class Roles:
    """The roles of a number; of a change, which way it goes and how it is told."""

    cues: tuple[Cue, ...]
    way: Direction | None
    manner: Manner | None
    mover: int
    """The token of the word of change that governs it; 0 where none does."""


def roles(around: Around) -> Roles:
    """The roles of a number."""
    given = movement(around)
    found = [(its.role, its.first, its.last) for its in given]
    if not any(its.role == Role.OLD for its in given):
        found.extend(_same(around))
    for rule in (_whole, _part, _times, _total, _rank, _factor, _share, _age):
        found.extend(rule(around))
    cues = tuple(_cue(around.sentence, *its) for its in found)
    way = next((its.way for its in given if its.way is not None), None)
    manner = next((its.manner for its in given if its.manner is not None), None)
    return Roles(cues, way, manner, next((its.mover for its in given if its.mover), 0))


def _cue(sentence: Sentence, role: Role, first: int, last: int) -> Cue:
    return Cue(role, " ".join(sentence.lowers[first:last]), *sentence.span(first, last))


Found = Iterator[tuple[Role, int, int]]
"""A role and the tokens of its cue, the last exclusive."""


def _whole(around: Around) -> Found:
    """What parts or shares are taken of."""
    sentence, lead = around.sentence, around.lead
    if lead.governor in ("of", "among") or (lead.governor == "from" and not changes(sentence, lead.at)):
        if lead.governor == "of" and sentence.lowers[lead.at - 1] in _VERBS_OF:
            return
        if lexicon().phrase("consists").ending(sentence.lowers, lead.at + 1):
            return
        yield Role.WHOLE, lead.at, lead.at + 1


_VERBS_OF = frozenset({"consisting", "composed", "made", "up", "because", "instead", "ahead"})


def _part(around: Around) -> Found:
    """Some of what was told before."""
    sentence, lead, tail = around.sentence, around.lead, around.tail
    number_last = around.mention.number_last
    if number_last < around.mention.last and _is_of_told(sentence, number_last):  # "two of the counts"
        yield Role.PART, number_last, number_last + 1
        return
    if tail.of_them:
        yield Role.PART, around.mention.last, tail.of_them + 1
        return
    if lead.at >= FRONT:
        length = lexicon().phrase("among").ending(sentence.lowers, lead.at + 1)
        if length:
            yield Role.PART, lead.at + 1 - length, lead.at + 1
            return
    last = around.mention.last
    if sentence.lowers[last] == "of" and _number_behind(sentence, last + 1):
        yield Role.PART, last, last + 1


def _number_behind(sentence: Sentence, first: int) -> bool:
    """Whether a number stands right behind a token, but for a few function words and adjectives: "of the last 45"."""
    for at in range(first, first + 4):
        if sentence.taken[at] > 0:
            mention = sentence.mentions[sentence.taken[at] - 1]
            unit = mention.quantity.unit  # "10 billion of two-year notes", "29.7 million of 9 1/2 percent notes"
            return not sentence.tokens.hyphen(mention.number_last) and (unit is None or bool(unit.dimension))
        if sentence.tokens.kinds[at] == SIGN or sentence.lowers[at] in _LINKS:
            return False
    return False


_LINKS = frozenset({"and", "or", "in", "on", "for", "at", "to", "from", "by", "with"})


def _is_of_told(sentence: Sentence, at: int) -> bool:
    """Whether an "of" is that of things told before: not "11 of their colleagues"."""
    return sentence.lowers[at] == "of" and sentence.lowers[at + 1] in ("the", "these", "those", "them")


def _same(around: Around) -> Found:
    """The number before it told again: "or 12%", "(43 km)"."""
    sentence, lead = around.sentence, around.lead
    if around.before is None or lead.at < FRONT or lead.words:
        return
    at = lead.at - 1 if sentence.lowers[lead.at - 1] in (",", "(") else lead.at
    apart = around.is_ratio and sentence.lowers[lead.at - 1] == ","  # "147 were found, or 87%"
    again = lead.governor == "or" and (apart or sentence.ends_mention(at))
    enclosed = lead.governor == "(" and sentence.lowers[around.mention.last] in (")", ",", ";", "of")
    if again or enclosed or _is_aside(around):
        yield Role.SAME, lead.at, lead.at + 1
        return
    last = lead.at + (sentence.lowers[lead.at] != ",")  # "that is, 45 km"
    length = lexicon().phrase("same").ending(sentence.lowers, last)
    if length:
        yield Role.SAME, last - length, last


def _is_aside(around: Around) -> bool:
    """Whether a number stands between commas or dashes in another unit of what the one before it measures."""
    sentence, mention, before = around.sentence, around.mention, around.before
    one, other = before.unit if before else None, mention.quantity.unit
    if one is None or other is None or one == other or one.dimension != other.dimension:
        return False
    sign = sentence.lowers[around.lead.at]
    adverbial = mention.quantity.hedge is not None or around.lead.at < mention.number - 1
    return sign in _ASIDES and adverbial and sentence.lowers[mention.last] == sign


_ASIDES = frozenset({",", "—", "–", "--", "-"})


def _times(around: Around) -> Found:
    """How many times as much: "three times the", "twice as many as", "half the", "doubled"."""
    sentence, mention = around.sentence, around.mention
    if mention.quantity.noun == MULTIPLE:
        yield Role.TIMES, mention.number, mention.last
        return
    first, last = sentence.lowers[mention.last], mention.last
    if sentence.lowers[mention.number_last : mention.number_last + 2] == ["-", "fold"]:
        yield Role.TIMES, mention.number, mention.number_last + 2
        return
    multiple = mention.quantity.counted == "time" or (mention.quantity.step == 0 and mention.quantity.unit is None)
    if multiple and (first in ("the", "as", "its", "their", "his", "her", "last", "what") or around.tail.than):
        yield Role.TIMES, mention.number, last


def _total(around: Around) -> Found:
    """What several make together."""
    sentence, lead = around.sentence, around.lead
    if lead.head is not None and sentence.lowers[lead.head[1] - 1] in lexicon().noun("total"):
        yield Role.TOTAL, *lead.head
        return
    before = lexicon().phrase("totalling").ending(sentence.lowers, lead.at + 1) if lead.at >= FRONT else 0
    if before:
        yield Role.TOTAL, lead.at + 1 - before, lead.at + 1
        return
    length = lexicon().phrase("altogether").beginning(sentence.lowers, around.mention.last)
    if length and not sentence.lowers[around.mention.last + length].isalpha():
        yield Role.TOTAL, around.mention.last, around.mention.last + length


def _rank(around: Around) -> Found:
    """A high, a low, a record: a number of another time or of many."""
    sentence, lead = around.sentence, around.lead
    group = lexicon().noun("rank")
    if lead.head is not None and sentence.lowers[lead.head[1] - 1] in group:
        yield Role.RANK, *lead.head
        return
    for at in lead.words:
        if sentence.lowers[at] in group:
            yield Role.RANK, at, at + 1
            return


def _factor(around: Around) -> Found:
    """What falls to each."""
    sentence, lead, tail, unit = around.sentence, around.lead, around.tail, around.mention.quantity.unit
    if tail.per:
        yield Role.FACTOR, tail.per, tail.per + 1
    elif unit is not None and " per " in unit.name:
        yield Role.FACTOR, around.mention.number, around.mention.last
    elif lead.head is not None and sentence.lowers[lead.head[1] - 1] in _MEANS:
        yield Role.FACTOR, *lead.head
    elif unit is not None and lead.governor not in (",", "or") and (each := _each_before(around)):
        yield Role.FACTOR, each, each + 1


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
        yield Role.SHARE, around.mention.last, around.mention.last + 1


def _age(around: Around) -> Found:
    """How old somebody is."""
    if is_age(around.mention.quantity):
        yield Role.AGE, around.mention.number, around.mention.last
