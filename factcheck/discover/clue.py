"""
What a text adds to the words of two numbers that may be one: how they are printed, whether either is told elsewhere,
which others might be meant, where they stand.

What the words say (``facts/same.py``) comes in as a score, in steps; the weights are learned, one set a class of
numbers (``model/en/sameness.yaml``; ``learning/`` makes it). Only those of ages and of a few things are set by hand:
few is equal to few by chance too often to learn from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.discover.kind import MOST_FEW, Kind, is_few, value_of
from factcheck.facts.page import Page
from factcheck.facts.person import is_age
from factcheck.facts.same import Sameness
from factcheck.model.fact import Fact, Role
from factcheck.model.frozen import frozen
from factcheck.model.number import magnitude
from factcheck.model.quantity import Quantity, Side
from factcheck.model.reading import is_round
from factcheck.model.sameness import weights
from factcheck.model.slip import SlipKind, digits, slip_between

FORBIDDEN = -1000
"""The weight of what cannot be [tenths of a natural logarithm of odds]."""
CLASSES = ("age", "few", "two", "three")
"""What sort of numbers two are, each weighed by a set of its own."""
SCORES = tuple(range(-60, 81, 10))
"""Steps of what the words say [tenths of a natural logarithm of odds]."""
MARGINS = (-30, -20, -10, -5, 0, 5, 10, 20, 30, 45)
"""Steps of how much more speaks for a pair than for the next best of either number [as ``SCORES``]."""


@frozen
class Seen:
    """How two numbers are printed and told: as they stand or, where they are equal, as a slip would leave them."""

    told: tuple[int, int]
    """How often the text tells the value of the first and of the later one."""
    significant: int
    """The significant digits of the shorter one."""
    is_round: bool
    """Whether either is round."""
    is_covered: bool
    """Whether the hedge of one reaches over the other."""
    sort: str
    """Which sort they are (``CLASSES``)."""


def class_of(first: Fact, again: Fact) -> str:
    """
    Which sort two numbers are: ages, a few things, numbers of at most two significant digits, longer ones.
    """
    if is_age(first.quantity):
        return "age"
    if is_few(first) and is_few(again):
        return "few"
    return "two" if max(len(digits(first.quantity)), len(digits(again.quantity))) < _LONG else "three"


_LONG = 3


def weight(kind: Kind, first: Fact, again: Fact) -> int:
    """
    How much speaks for two numbers being one, by what is said of them and by the text, above what is asked for; for
    equal ones, how much still would if a slip had parted them, at the least, so that whatever is held to be one is told
    when it is misprinted [tenths of a natural logarithm of odds].
    """
    found = kind.same(first, again)
    if found.veto or _are_of_table(kind.page, first, again):
        return FORBIDDEN
    always = (*found.reasons, *clues(kind, first, again, found))
    return min(_above(kind, first, again, seen, always) for seen in _seen(kind, first, again))


def _above(kind: Kind, first: Fact, again: Fact, seen: Seen, always: Sequence[str]) -> int:
    """How far what speaks for two numbers lies above the threshold of their sort."""
    of_clue = weights(seen.sort)
    total = of_clue("bias") + sum(map(of_clue, always)) + sum(map(of_clue, _of_seen(kind, first, again, seen)))
    return total - weights("threshold")(seen.sort)


def _are_of_table(page: Page, first: Fact, again: Fact) -> bool:
    """
    Whether two numbers stand among figures, each set against another or apart by a time: "Shr 56 cts vs 46 cts … Year
    shr 1.56 dlrs vs 1.46 dlrs".
    """
    if not (page.is_dense(first) and page.is_dense(again)):
        return False
    against = page.is_set_against(first) or page.is_set_against(again) or first.has(Role.OLD) or again.has(Role.OLD)
    return against or page.has_time(first.start, again.start)


def _seen(kind: Kind, first: Fact, again: Fact) -> Iterator[Seen]:
    """How two numbers are seen; where they are equal, in each way in which a slip may leave them."""
    told = kind.told(first), kind.told(again)
    one, other = first.quantity, again.quantity
    shorter = min(len(digits(one)), len(digits(other)))
    is_rounded, sort = is_round(one) or is_round(other), class_of(first, again)
    if value_of(first) != value_of(again):
        yield Seen(told, shorter, is_rounded, _is_covered(one, other) or _is_covered(other, one), sort)
        return
    is_hedged = one.hedge is not None
    # A slip may leave a digit less that tells, and of 500 it may make 504, which has three.
    longer = "three" if sort == "two" and min(value_of(first), value_of(again)) >= _HUNDRED else sort
    for left in ((told[0] - 1, 1), (1, told[1] - 1)):
        yield Seen(left, shorter, is_rounded, is_hedged, sort)
        if 1 < shorter <= _MANY:
            yield Seen(left, shorter - 1, True, is_hedged, sort)
        if longer != sort:
            yield Seen(left, shorter, is_rounded, is_hedged, longer)


_HUNDRED = 100


def all_clues(kind: Kind, first: Fact, again: Fact, found: Sameness) -> Iterator[str]:
    """All that is weighed of two numbers one slip apart."""
    yield from clues(kind, first, again, found)
    yield from _of_seen(kind, first, again, next(_seen(kind, first, again)))


def clues(kind: Kind, first: Fact, again: Fact, found: Sameness) -> Iterator[str]:
    """What the text says of two numbers, whichever of them a slip has changed."""
    yield from _of_rivals(kind, first, again, found.weight)
    yield from _of_form(first, again)
    yield from _of_text(kind, first, again)
    yield from _of_places(kind, first, again)


def _of_rivals(kind: Kind, first: Fact, again: Fact, score: int) -> Iterator[str]:
    """How much speaks for the pair, and how much more than for each number with another."""
    own = {value_of(first), value_of(again)}
    yield from steps(score, [max(kind.scores(fact, own), default=None) for fact in (first, again)])
    rivals = kind.rivals(first, again)
    if not rivals:
        yield "no other number of what they count"
    elif rivals > _FEW:
        yield "several others of what they count"


def steps(score: int, rivals: Sequence[int | None]) -> Iterator[str]:
    """
    The score of a pair in steps, and how far behind the best rival of each number is, ``None`` where one has none
    [as ``SCORES``].

    >>> list(steps(-48, [None, -63]))
    ['a score of -6 or more', 'a score of -5 or more', 'no rival of one', 'the nearest rival -3 or more behind', \
'the nearest rival -2 or more behind', 'the nearest rival -1 or more behind', 'the nearest rival -0.5 or more behind', \
'the nearest rival 0 or more behind', 'the nearest rival 0.5 or more behind', 'the nearest rival 1 or more behind']
    """
    yield from (f"a score of {step / 10:g} or more" for step in SCORES if score >= step)
    margins = sorted(score - rival for rival in rivals if rival is not None)
    if len(margins) < len(rivals):
        yield "no rival of one" if margins else "no rival of either"
    for name, margin in zip(("nearest", "other"), margins, strict=False):
        yield from (f"the {name} rival {step / 10:g} or more behind" for step in MARGINS if margin >= step)


def _count_one_thing(one: Fact, other: Fact) -> bool:
    """Whether two numbers count by one noun, and nothing says that the later counts those of something else."""
    noun = one.quantity.counted
    return is_age(one.quantity) or (
        noun is not None and noun == other.quantity.counted and other.measure.of <= one.around
    )


_FEW = 3
"""So many rivals may still be told apart by their words [values]."""


def _of_form(first: Fact, again: Fact) -> Iterator[str]:
    """How two numbers are printed, and what parts them, where chance seldom does."""
    one, other = first.quantity, again.quantity
    words = [its.text[its.number_start - its.start].isalpha() for its in (one, other)]
    if any(words):
        yield "in words" if all(words) else "one in words"
    if one.value != other.value:
        yield from _of_slip(one, other)


def _of_seen(kind: Kind, first: Fact, again: Fact, seen: Seen) -> Iterator[str]:
    """What a slip in either may change: the digits that tell, and which of them the text tells elsewhere."""
    yield f"significant digits: {min(seen.significant, _MANY)}"
    if seen.is_round:
        yield "one is round"
    if seen.is_covered:
        yield "the hedge of one reaches over the other"
    if max(seen.told) == 1:
        yield "both told once"
        if (again.known or first.title) and _count_one_thing(first, again) and not kind.rivals(first, again):
            yield "the only counts of one thing"
    for which, fact, told in zip(("first", "later"), (first, again), seen.told, strict=True):
        if told > 1:
            yield f"the {which} told elsewhere"
            continue
        if fact.title:
            yield f"the {which}, told once, in a heading"
        elif fact.block < _BEGINNING:
            yield f"the {which}, told once, at the beginning"
        if fact.known:
            yield f"the {which}, told once, as known"


_MANY = 5
"""Numbers of so many digits are hardly alike by chance [significant digits]."""


def _of_slip(one: Quantity, other: Quantity) -> Iterator[str]:
    slip = slip_between(one, other)
    if slip == SlipKind.SHIFT:
        yield "another scale word"
    elif slip == SlipKind.SWAP:
        yield "two digits swapped"
    elif len(digits(one)) != len(digits(other)):
        yield "a digit more or less"


_BEGINNING = 3
"""The first blocks of a text are its headline, its dateline and its lead [blocks]."""


def _of_text(kind: Kind, first: Fact, again: Fact) -> Iterator[str]:
    """How much else of the text is one slip apart, and how much of it is told again."""
    others = kind.slipped_pairs - {frozenset((value_of(first), value_of(again)))}
    if others:
        yield "another pair one slip apart" if len(others) == 1 else "other pairs one slip apart"
    if len(others) > _FEW:
        yield "many pairs one slip apart"
    again_told, all_told = kind.retold
    if 2 * again_told > all_told > 1:
        yield "half of the numbers told again"
    elif again_told > 1:
        yield "some numbers told again"
    if value_of(first) != value_of(again) and not is_age(first.quantity):
        yield from _between(kind, first, again)


def _is_covered(hedged: Quantity, other: Quantity) -> bool:
    """Whether a hedged number is a little below or above another, where its hedge points: "over 525,000", 527,000."""
    if hedged.hedge is None or hedged.value is None or other.value is None:
        return False
    lower, upper = sorted((hedged.value, other.value))
    towards = hedged.hedge.side
    points = towards == Side.AROUND or (towards == Side.ABOVE) == (other.value > hedged.value)
    return points and upper * _NEARLY <= lower * (_NEARLY + 1)


_NEARLY = 20
"""A hedged number is at most a twentieth off, where it is meant to tell the other."""


def _between(kind: Kind, first: Fact, again: Fact) -> Iterator[str]:
    """Whether what lies between two numbers is told: "346 homes …; with 18 more, the 364 homes"."""
    gap = magnitude(value_of(first) - value_of(again))
    sentences = kind.sentences.get(gap, set()) if gap not in (value_of(first), value_of(again)) else set()
    if first.sentence in sentences or again.sentence in sentences:
        yield "what lies between is told beside them"
    elif sentences and gap > MOST_FEW:
        yield "what lies between is told"


def _of_places(kind: Kind, first: Fact, again: Fact) -> Iterator[str]:
    """How far apart they stand, among which others, and which rare words they share."""
    apart = again.sentence - first.sentence
    yield next(words for most, words in _APART if apart <= most)
    if first.block == again.block:
        yield "in one block"
    yield from _of_series(kind, first, again)
    alone = [kind.in_sentence[its.sentence] == 1 for its in (first, again)]
    if any(alone):
        yield "each alone in its sentence" if all(alone) else "one alone in its sentence"
    if max(kind.in_sentence[its.sentence] for its in (first, again)) > _FEW:
        yield "one among several"
    rare = sum(kind.commonness[word] == 2 for word in first.around & again.around)
    yield from (f"{count} words shared that no other sentence has" for count in _RARE if rare >= count)
    for side, mine, yours in (("left", first.left, again.left), ("right", first.right, again.right)):
        if any(kind.commonness[word] <= _FEW for word in mine & yours):
            yield f"a rare word on the {side} shared"


def _of_series(kind: Kind, first: Fact, again: Fact) -> Iterator[str]:
    """Whether they stand in rows of figures: each set against an older one, among more numbers than words."""
    page = kind.page
    against = [page.is_set_against(its) for its in (first, again)]
    if any(against):
        yield "each set against another" if all(against) else "one set against another"
    dense = [page.is_dense(its) for its in (first, again)]
    if any(dense):
        yield "both among figures" if all(dense) else "one among figures"
    if page.has_time(first.start, again.start):
        yield "a time is told between them"


_APART = ((1, "one sentence apart"), (3, "few sentences apart"), (10, "some sentences apart"), (10**9, "far apart"))
_RARE = (1, 2, 3, 5)
