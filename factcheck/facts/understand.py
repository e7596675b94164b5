"""
Understand each number of a page once: the pipeline of the rooms, in order.

1. sentence: tokens, numbers, dates; clauses
2. lead, tail: what a number hangs on, and what stands behind it
3. time: when
4. subject: whose, person: whose age; measure: of what; place: where
5. role: what it is to the numbers beside it
6. stance: said, expected or denied; on what basis; all of them, some, or the rest
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.facts.around import Around
from factcheck.facts.lead import Lead, lead
from factcheck.facts.mark import MOVES, marks
from factcheck.facts.measure import measure
from factcheck.facts.multiple import multiples
from factcheck.facts.person import Person, is_age, person
from factcheck.facts.place import places
from factcheck.facts.role import roles
from factcheck.facts.sentence import Mention, Sentence, Timed
from factcheck.facts.stance import basis, quoted, scope, stance
from factcheck.facts.subject import Subject, subjects
from factcheck.facts.tail import tail
from factcheck.facts.time import times
from factcheck.model.document import BlockKind
from factcheck.model.fact import Fact, When
from factcheck.model.lexicon import lexicon
from factcheck.model.quantity import Quantity
from factcheck.model.tokens import FRONT, Tokens
from factcheck.reader.token import tokenise

if TYPE_CHECKING:
    from factcheck.facts.page import Page

_LEFT_OUT = frozenset({BlockKind.CODE, BlockKind.FRONT_MATTER, BlockKind.FURNITURE, BlockKind.TABLE})
_MOST = 120
"""A sentence with more numbers is none [numbers]."""
ANOTHER_TIME = When(relative=-1, words="then")
"""When somebody had an age that is told of another time."""


def understand(page: Page) -> tuple[tuple[Sentence, tuple[Fact, ...]], ...]:
    """The sentences of a page's prose that hold a number, each with what its numbers state, in order."""
    found: list[tuple[Sentence, tuple[Fact, ...]]] = []
    subject, block, number = Subject(), -1, 0
    for sentence in _sentences(page):
        if sentence.block != block:
            subject, block = Subject(), sentence.block
        said = subjects(sentence, subject)
        subject = next((its for its in said.values() if its.words and not its.inherited), subject)
        facts = tuple(_facts(page, sentence, said, number))
        number += len(facts)
        found.append((sentence, facts))
    return tuple(found)


def _sentences(page: Page) -> Iterator[Sentence]:
    """The sentences of the prose that hold a number."""
    contents = page.contents
    starts = [start for start, _ in page.document.sentences]
    quantities: defaultdict[int, list[Quantity]] = defaultdict(list)
    whens: defaultdict[int, list[Timed]] = defaultdict(list)
    times_told: list[Timed] = [*contents.dates, *contents.periods, *contents.relative_times]
    for time in times_told:
        whens[bisect_right(starts, time.start) - 1].append(time)
    for quantity in contents.quantities:
        at = bisect_right(starts, quantity.number_start) - 1
        # A number inside a time only tells the time: "the first nine months of 1987".
        if not any(time.start <= quantity.number_start < time.end for time in whens[at]):
            quantities[at].append(quantity)
    for at, some in sorted(quantities.items()):
        if at < 0 or len(some) > _MOST:
            continue
        start, end = page.document.sentences[at]
        block = page.block_at(start)
        if block >= 0 and page.blocks[block].kind not in _LEFT_OUT:
            tokens = _tokens(page, start, end)
            flat = (end for its in some for end in (_ends(its) if _is_course(its, tokens) else (its,)))
            numbers = sorted([*flat, *multiples(tokens)], key=lambda its: its.number_start)
            yield Sentence(tokens, numbers, whens[at], at, block)


def _tokens(page: Page, start: int, end: int) -> Tokens:
    """The tokens of a sentence: those that the reader kept, where it read the sentence as one passage."""
    kept = page.contents.tokens_at(start)
    return kept if kept is not None and kept.end <= end else tokenise(page.text, start, end)


def _is_course(quantity: Quantity, tokens: Tokens) -> bool:
    """
    Whether a range is an old and a new value, or a change and what it led to: "from 52 to 45", "rose two to 45", "lost
    44 points to 2,360"; "rose 10 to 20 percent" and "from 10 to 20 people" are ranges.
    """
    if not quantity.ends or " to " not in quantity.text:
        return False
    before = tokens.at(quantity.start - 1)
    if tokens.lowers[before] in lexicon().verb("span"):  # "ranging from 3.9 to 9.9"
        return False
    if quantity.text.lower().startswith("from "):
        return tokens.lowers[before] not in ("up", "down") or tokens.lowers[before - 1] not in (",", "(")
    moved = quantity.direction is not None or marks(tokens.lowers[before]) & MOVES
    first, last = quantity.ends
    printed_once = quantity.unit is not None and last.number_end < quantity.end
    return bool(moved) and not (printed_once and first.end == first.number_end)


def _ends(quantity: Quantity) -> tuple[Quantity, ...]:
    """The two of a course; a level behind a change has not the unit of the change: "off 15.5 pct to 109,174"."""
    first, last = quantity.ends
    printed = first.end > first.number_end and last.end == last.number_end
    if quantity.text.lower().startswith("from ") or not printed:
        return quantity.ends
    return first, replace(last, unit=None, counted=None, noun=None)


def _facts(page: Page, sentence: Sentence, said: dict[int, Subject], first: int) -> Iterator[Fact]:
    before: Quantity | None = None
    whens, around = times(sentence), sentence.words(FRONT, sentence.end)
    for number, mention in enumerate(sentence.mentions):
        ahead, behind = lead(sentence, mention.first), tail(sentence, mention)
        clause = sentence.clauses[mention.number]
        subject = said.get(clause, Subject())
        what, lent = measure(sentence, mention, ahead, behind, subject)
        told = roles(Around(sentence, mention, ahead, behind, before))
        when, own, dates = whens[number]
        inherited = {"measure"} if lent else set()
        inherited |= set() if own or not when.is_said else {"when"}
        inherited |= {"subject"} if subject.inherited else set()
        inherited |= {"pronoun"} if subject.pronominal else set()
        start, end = sentence.span(mention.first, max(behind.last, mention.last))
        owner = _owner(sentence, mention, subject, ahead)
        left, right = _beside(sentence, number)
        yield Fact(
            mention.quantity,
            first + number,
            sentence.place,
            clause,
            sentence.block,
            what,
            owner.names or owner.words,
            _places(page, sentence, mention.quantity, number),
            ANOTHER_TIME if owner.former else when,
            scope(sentence, mention, told.cues),
            told.cues,
            ahead.governor,
            told.way,
            told.manner,
            sentence.tokens.starts[told.mover] if told.mover else -1,
            stance(sentence, mention),
            quoted(sentence, mention),
            basis(sentence, mention),
            owner.known,
            (start, end),
            frozenset(inherited),
            dates,
            bool(owner.names),
            left,
            right,
            around,
            page.blocks[sentence.block].kind == BlockKind.HEADING,
        )
        before = mention.quantity


def _owner(sentence: Sentence, mention: Mention, subject: Subject, ahead: Lead) -> Person:
    """Whose a number is: the person of an age, else the subject of its clause."""
    one = person(sentence, mention) if is_age(mention.quantity) else Person()
    known = one.known or ahead.definite
    if one.names or one.words:
        return Person(one.names, one.words, known, one.former)
    return Person(subject.names, subject.words, known, one.former)


def _beside(sentence: Sentence, number: int) -> tuple[frozenset[str], frozenset[str]]:
    """The words between a number and the one before it, and between it and the next."""
    mentions, mention = sentence.mentions, sentence.mentions[number]
    first = mentions[number - 1].number_last if number else FRONT
    last = mentions[number + 1].number if number + 1 < len(mentions) else sentence.end
    return sentence.words(first, mention.number), sentence.words(mention.last, last)


def _places(page: Page, sentence: Sentence, quantity: Quantity, number: int) -> frozenset[str]:
    """The places between a number and the next."""
    if quantity.place is not None:
        return frozenset((quantity.place.key,))
    mentions = sentence.mentions
    end = mentions[number + 1].quantity.start if number + 1 < len(mentions) else sentence.tokens.ends[sentence.end - 1]
    return frozenset(name.key for name in places(page.text, quantity.number_end, end))
