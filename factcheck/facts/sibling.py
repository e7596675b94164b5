"""
Siblings: numbers side by side in one sentence, each an item of one list, and what opens the list.

"150 arrests: 65 in the U.S., 47 in Germany and 38 in Italy": 65, 47 and 38 are siblings, and the colon opens them.
Between siblings stands a comma, a semicolon or a conjunction, and nothing that begins something else (Huddleston &
Pullum 2002, ch. 15 §1-2); what stands in brackets is passed over, unless each of them is the one number in brackets of
its own ("Spain (65), Italy (12) and France (4)").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.facts.level import Levels
from factcheck.facts.opener import COPULAS, JOINS, OF_THEM, REACH, SOME, Opener, Opening, opening
from factcheck.facts.sentence import Mention, Sentence
from factcheck.facts.unit import fit, lent
from factcheck.model.fact import Fact, Role, Scope
from factcheck.model.frozen import frozen
from factcheck.model.lexicon import lexicon
from factcheck.model.tokens import FRONT

if TYPE_CHECKING:
    from factcheck.facts.page import Page

WIDEST = 30
"""How far apart two siblings may stand [tokens]."""
_BREAKS = frozenset({":", "—", "–", "?", "!", "(", ")", "[", "]"})
_SEPARATORS = frozenset({",", ";", "and", "&", "plus"})
_NO_ITEMS = (
    Role.OLD,
    Role.CHANGE,
    Role.MARGIN,
    Role.FACTOR,
    Role.TIMES,
    Role.AGE,
    Role.RANK,
    Role.TOTAL,
    Role.WHOLE,
)
"""Roles of numbers that are no item of a list of parts."""


@frozen
class Reached:
    """A number before a list, and how it reaches it."""

    fact: Fact
    gap: int
    """How far it stands before the words that open the list [tokens]."""
    verb: bool
    """Whether a finite verb stands between."""
    inserted: bool
    """Whether it stands in a clause inside that of the list: "the package, which will raise 9 billion, comprises"."""


@frozen
class Row:
    """Siblings in the order of the text, and what opens their list."""

    facts: tuple[Fact, ...]
    opening: Opening
    words: str
    """The words that open it, in lower case: "consisting of", ":"."""
    start: int
    """Where those begin, as an offset; where the first sibling's own words begin where nothing opens the list."""
    ended: bool
    """Whether "and", "plus" or a semicolon stands before its last item, so that it is complete."""
    clausal: bool
    """Whether its items have verbs of their own: "the Reds won 52, the Blues won 43"."""
    respective: bool
    """Whether its items belong to those of another list: "respectively"."""
    more: bool
    """Whether others are left out: "among others", "etc."."""
    taken_up: bool
    """Whether the subject of its clause is told before: "the haul", "these", "they"."""
    full: bool
    """Whether each of its items has a number: not "five deputies, a chairman and 23 members"."""
    parted: bool
    """Whether a comma stands right before its first item."""
    bracketed: bool
    """Whether each item stands alone in brackets: "Spain (65), Italy (12)"."""
    wholes: tuple[Reached, ...]
    """The numbers before it in its sentence that it may be parts of, the nearest first."""

    @property
    def has_rest(self) -> bool:
        """Whether an item takes what is left: "the other two"."""
        return any(fact.scope == Scope.REST for fact in self.facts)


def is_item(fact: Fact) -> bool:
    """Whether a number may be an item of a list of parts."""
    return fact.quantity.value is not None and not fact.has(*_NO_ITEMS) and fact.quantity.direction is None


def rows(page: Page) -> tuple[Row, ...]:
    """The rows of a page; a number that "including" or the like introduces alone is a row of one."""
    return tuple(row for sentence, facts in page.understood for row in _of_sentence(sentence, facts))


def _of_sentence(sentence: Sentence, facts: Sequence[Fact]) -> Iterator[Row]:
    levels = Levels(sentence)
    used: set[int] = set()
    for first, fact in enumerate(facts):
        if first in used or not is_item(fact) or _tells_age(sentence, sentence.mentions[first]):
            continue
        members, ended = _members(levels, facts, first, used)
        apposed = len(members) > 2 and _is_apposed(sentence, facts, members)
        members = members[apposed:]
        opener = opening(sentence, sentence.mentions[members[0]].first, apposed=apposed, lone=levels.lone[members[0]])
        if opener.kind in (Opening.NONE, Opening.VERB, Opening.COMMA) and facts[members[0]].cue(Role.PART) in OF_THEM:
            opener = Opener(Opening.OF_THEM, opener.at, facts[members[0]].cue(Role.PART))
        # "Including Germany (47) and Italy (24)": a number alone in brackets hangs on the name before it.
        if opener.kind in SOME and not (levels.lone[members[0]] or _hangs(facts[members[0]], opener)):
            opener = Opener(Opening.NONE, sentence.mentions[members[0]].first)
        if opener.kind in SOME:
            members = _inner(levels, facts, members, opener.at)
        used.update(members)
        if len(members) > 1 or opener.kind in (*SOME, Opening.OF_TOTAL):
            yield _row(sentence, facts, members, opener, ended)


def _tells_age(sentence: Sentence, mention: Mention) -> bool:
    """Whether a bare number stands behind "a" and counts nothing: "an 11 and 13 year old girl"."""
    return (
        sentence.lowers[mention.first - 1] in ("a", "an") and mention.quantity.counts and mention.quantity.noun is None
    )


def _row(sentence: Sentence, facts: Sequence[Fact], members: Sequence[int], opener: Opener, ended: bool) -> Row:
    first, last = sentence.mentions[members[0]], sentence.mentions[members[-1]]
    return Row(
        lent([facts[member] for member in members], None),
        opener.kind,
        opener.words,
        sentence.tokens.starts[opener.at],
        ended,
        any(sentence.is_finite(at) for at in range(first.last, last.number) if not sentence.taken[at]),
        "respectively" in sentence.lowers[last.last : last.last + REACH],
        any(word in ("etc", "others") for word in sentence.lowers[last.last : last.last + REACH]),
        _is_taken_up(sentence, opener),
        _is_full(sentence, first, last),
        sentence.lowers[first.first - 1] == ",",
        sentence.lowers[first.first - 1] == "(" and sentence.lowers[first.number_last] == ")",
        tuple(_reached(sentence, facts, members[0], opener.at)),
    )


def _is_full(sentence: Sentence, first: Mention, last: Mention) -> bool:
    """Whether no item between two numbers is only an article and a noun: ", a chairman and"."""
    return not any(
        sentence.lowers[at - 1] in _SEPARATORS and sentence.lowers[at] in ("a", "an") and _is_one(sentence, at)
        for at in range(first.last, last.number)
    )


_LONGEST = 4
"""How long an item without a number may be [tokens]."""


def _is_one(sentence: Sentence, at: int) -> bool:
    """Whether an article and its noun end at a sign or a conjunction before any number."""
    for index in range(at + 1, at + _LONGEST + 1):
        if sentence.taken[index] > 0 or sentence.lowers[index] == "of":
            return False
        if sentence.lowers[index] in _SEPARATORS:
            return True
    return False


def _is_taken_up(sentence: Sentence, opener: Opener) -> bool:
    """Whether what opens a list is a finite verb whose subject was told before: "the haul comprised"."""
    verb = opener.words.partition(" ")[0]
    if verb.endswith("ing") or (verb in _PARTICIPLES and sentence.lowers[opener.at - 1] not in COPULAS):
        return False
    start = sentence.clauses.index(sentence.clauses[min(opener.at, sentence.end - 1)], FRONT)
    return any(word in _TOLD for word in sentence.lowers[start : start + 2])


_PARTICIPLES = frozenset({"made", "composed", "divided", "split", "broken", "shared", "distributed"})
_TOLD = frozenset({"the", "this", "these", "those", "it", "they"})


def _reached(sentence: Sentence, facts: Sequence[Fact], first: int, opens: int) -> Iterator[Reached]:
    """The numbers before a list, with how they reach it."""
    for at in range(first - 1, -1, -1):
        mention = sentence.mentions[at]
        if mention.last <= opens and facts[at].quantity.value is not None:
            verb = any(sentence.is_finite(index) for index in range(mention.last, opens) if not sentence.taken[index])
            inserted = facts[at].clause > sentence.clauses[opens]
            yield Reached(facts[at], opens - mention.last, verb, inserted)


def _members(levels: Levels, facts: Sequence[Fact], first: int, used: set[int]) -> tuple[list[int], bool]:
    """The items of the list that begins with a number, and whether the list is complete."""
    members, passed, ended = [first], list[int](), False
    for at in range(first + 1, len(facts)):
        apart = levels.level(at) != levels.level(first) or levels.lone[at] != levels.lone[first]
        if apart or at in used or _is_old_too(levels, facts, at):
            continue
        joint = _joint(levels, members[-1], at)
        if joint is None:
            break
        if not is_item(facts[at]) or not fit(facts[first].quantity, facts[at].quantity):
            continue
        if not joint:
            passed.append(at)
            continue
        if facts[at].has(Role.PART) or (ended and joint == "," and not _goes_on(levels, facts, at)):
            break
        row = [facts[member] for member in members]
        if not _of_one_pattern(row, facts[at]) or (passed and not _of_first(row, facts[at])):
            break
        ended = ended or joint in JOINS
        members.append(at)
    if len(members) > 2 and not ended:
        ended = all(_joint(levels, one, other) == ";" for one, other in pairwise(members))
    return members, ended


def _is_old_too(levels: Levels, facts: Sequence[Fact], at: int) -> bool:
    """Whether a number goes with an old value right before it: "compared with 1.63 mln and 2.39 mln"."""
    if not facts[at - 1].has(Role.OLD):
        return False
    gap = [levels.sentence.lowers[index] for index in levels.between(at - 1, at)]
    return "and" in gap and "," not in gap


def _joint(levels: Levels, one: int, other: int) -> str | None:
    """What joins two numbers: the conjunction or the strongest sign; empty where nothing parts them; None: no list."""
    sentence, found = levels.sentence, ""
    words = lexicon()
    if sentence.mentions[other].number - sentence.mentions[one].number_last > WIDEST:
        return None
    start = sentence.mentions[one].last
    start += words.phrase("among").beginning(sentence.lowers, start)
    for at in levels.between(one, other):
        if at < start:
            continue
        word = sentence.lowers[at]
        if (
            word in _BREAKS
            or (word == "with" and sentence.lowers[at - 1] == ",")
            or (word == "-" and not sentence.tokens.hyphen(at))
        ):
            return None
        if any(words.phrase(group).ending(sentence.lowers, at + 1) for group in ("among", "consists", "less_of")):
            return None
        if word in JOINS:
            found = word
        elif word == ";":
            found = ";"
        elif word == "," and found not in (";", *JOINS):
            found = ","
    return found


def _of_one_pattern(row: Sequence[Fact], fact: Fact) -> bool:
    """Whether a number goes on as a list began: one noun for all, or another noun each time."""
    nouns = [its.quantity.counted for its in row if its.quantity.unit is None]
    if not nouns or fact.quantity.unit is not None:
        return True
    noun = fact.quantity.counted
    if len(set(nouns)) == 1:
        return len(nouns) == 1 or noun is None or noun == nouns[0] or nouns[0] is None
    return noun is None or noun not in nouns


def _hangs(fact: Fact, opener: Opener) -> bool:
    """Whether a number hangs on the words that open its list, or has them behind it."""
    return fact.governor == opener.words.split()[-1] or fact.cue(Role.PART) == opener.words


def _inner(levels: Levels, facts: Sequence[Fact], members: Sequence[int], opens: int) -> list[int]:
    """
    The items of "including …" as far as a comma and "and" behind which the list or the sentence around goes on:
    "six to Rome, including four by night, and three to Bari"; "including four aid workers, and 12 were hurt".
    """
    sentence, kept = levels.sentence, [members[0]]
    nested = _is_nested(levels, facts, members[0], opens)
    verb = sentence.is_finite(sentence.mentions[members[0]].last)
    for one, other in pairwise(members):
        parted = "," in [sentence.lowers[at] for at in levels.between(one, other)]
        own = sentence.is_finite(sentence.mentions[other].last) and not verb
        if (nested and parted and _joint(levels, one, other) in JOINS) or own:
            break
        kept.append(other)
    return kept


def _is_nested(levels: Levels, facts: Sequence[Fact], first: int, opens: int) -> bool:
    """Whether the number before "including" is itself an item of a list."""
    mentions = levels.sentence.mentions
    before = [at for at in range(first) if mentions[at].last <= opens and is_item(facts[at])]
    if not before:
        return False
    opener = opening(levels.sentence, mentions[before[-1]].first)
    if opener.kind in (Opening.CLOSED, Opening.SIGN, Opening.BRACKET):
        return True
    return len(before) > 1 and _joint(levels, before[-2], before[-1]) == ","


def _goes_on(levels: Levels, facts: Sequence[Fact], at: int) -> bool:
    """Whether a list goes on behind an "and": "barley, wheat and rape for Spain, 30 for Italy and 25 for Malta"."""
    last = at
    for following in range(at + 1, len(facts)):
        joint = _joint(levels, last, following)
        if joint is None or (joint and not fit(facts[at].quantity, facts[following].quantity)):
            return False
        if joint in JOINS:
            return facts[at].quantity.unit == facts[following].quantity.unit
        last = following if joint else last
    return False


def _of_first(row: Sequence[Fact], fact: Fact) -> bool:
    """Whether a number counts what the first of a list counts, and not what one between them does."""
    return fact.quantity.unit is None and fact.quantity.counted in (None, row[0].quantity.counted)


def _is_apposed(sentence: Sentence, facts: Sequence[Fact], members: Sequence[int]) -> bool:
    """
    Whether the first number is the whole of those behind it: "1,200 jobs, 700 in Rome and 500 in Milan". It has a
    noun and nothing that narrows it, and the others have just what tells them apart.
    """
    one, other = sentence.mentions[members[0]], sentence.mentions[members[1]]
    if facts[members[-1]].scope == Scope.REST and one.last > one.number_last:
        return all(sentence.mentions[at].last == sentence.mentions[at].number_last for at in members[1:])
    if sentence.lowers[one.last] != "," or other.first != one.last + 1 or one.last == one.number_last:
        return False
    rest = [sentence.mentions[member] for member in members[1:]]
    bare = all(its.last == its.number_last or its.quantity.unit is not None for its in rest)
    return bare and all(facts[member].places or facts[member].measure.behind for member in members[1:])
