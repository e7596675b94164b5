"""
What the words of a sentence tell of a change: which number is the old value, which the new one, and which the
change between them.

The part that a number plays is told by the words that lead to it. "to" leads to the new value, "from", "compared
with" and "having closed at" to the old one; "up", "by", "an increase of" lead to the change, and "more than" or
"higher" follow it. A row of parts is a change where they stand in one of these orders, with nothing but words
of time, place and kind between them:

    change [change] new old [change]        rose 31,000, or 15%, to 231,000, from 200,000
    change [change] old new [change]        rose by 15%, from 200,000 to 231,000
    new change [change] old [change]        231,000, which is 31,000 more than the 200,000 a year ago, a rise of 15%
    new old change [change]                 231,000, compared with 200,000, an increase of 31,000, or 15%
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.discover.lead import AND, AT, FAR, GAP, LEAD, NOUN, Row, rows
from factcheck.facts.page import Page, Passage
from factcheck.model.frozen import frozen
from factcheck.model.quantity import Direction, Quantity
from factcheck.model.regex import regex
from factcheck.reader.vocabulary import vocabulary

_BEHIND = regex(
    rf"(?:(?:,|\(| –| —| is| was| were| are| stood| ended| finished| closed| came) ?|^ ?)"
    rf"(?:(?:or|which|that|it|representing|marking|reflecting) (?:is |was |were |are |represents |represented )?)?"
    rf"(?:still |also |net )?"
    rf"(?P<said>(?:up|down|higher|lower)(?: by)? |(?:an? |the )?(?:[a-z-]{{1,16}} ){{0,2}}?{NOUN} of |(?<=or )by |)(?:by )?{LEAD}(?:an? )?$"
)
_COMPARES = regex(
    r",? ?(?P<which>(?:more|fewer|less|higher|lower|longer|shorter|larger|smaller|greater|bigger|better|worse|older|younger)(?= than| of)"
    r"|above|below|ahead|over|under|behind|short)"
    r"(?P<than> than| of|)(?P<of>(?: (?!and\b|or\b|expected\b|double\b|twice\b)[A-Za-z'’-]{1,20}){0,6}(?: ?, (?:who|which|when|where)(?: it| they| there| he| she)? (?:has|had|was|were|got|received|won|drew|counted|recorded|reported|numbered|sold|made)| of)?)(?: | \()$"
)
_AFTER = regex(rf" ?(?P<which>{NOUN}|higher|lower|more|less|fewer|better|worse|longer|shorter)\b(?! than)")
# A gain, a loss and an improvement may go either way: a lower ratio can be the better one.
_QUALIFIED = regex(
    r",? (?:in|at|on|by) (?:constant|local|real|dollar|volume|value|comparable|average|an? (?!(?:annual|yearly|year[- ](?:over|on|to)[- ]year|quarterly|monthly|reported|consolidated) basis)(?:\w{1,15}[- ]){0,3}basis)\b"
    r"|,? (?:exclud|includ|adjust)\w{1,6}\b|,? (?:organically|annualized|annually|compounded|an? (?:year|month|week|day|quarter)|per|each|every|of)\b(?! (?:ago|earlier|before))"
)
"""What follows a percentage that tells of something else than the two values."""
_SECURITY = regex(r" (?:[A-Z][a-z]+ )?(?:notes?|bonds?|bills?|Treasur\w+|gilts?|debentures?|bunds?)\b")
"""What has a rate in its name: a yield lies so many points over that of the 9.25% Treasury bonds, not over 9.25%."""
_WITHIN = regex(r"\b(?:includ|compris)(?:es|ed|ing)?\b")
"""Of what one of the values holds, not of what lies between them: "a profit of $38.7 million, which included a gain of"."""
_SAID = regex(rf"\b(?:(up|down|{NOUN}) of |(up|down) (?:by )?|by ){LEAD}$")
_LED = regex(rf"{LEAD}$")
_LED_ENDS = tuple(f"{its} " for its in "about some nearly around just estimated record almost over than roughly only approximately as of".split())  # fmt: skip
"""How everything ends that may stand between a verb and its number."""
_LONGEST_LEAD = 64
"""No lead with its noun is longer [code points]."""
_WORDS = regex("[a-z]+")
_LAST_WORD = regex("([a-z]+)[^a-z]*$")
_EXCEEDS = regex(r"\b(?:exceed|beat|miss|outpac|outstrip|overshot|fell short|surpass|trail|top)\w* [^.;:,]{0,60}\bby $")
"""Before an amount that lies between a value and a plan, not an older value."""
_MORE = frozenset("more higher longer larger greater bigger above ahead over better older".split())
_UP_NOUNS = frozenset("increase rise growth jump up higher advance surge climb uptick hike expansion".split())
_DOWN_NOUNS = frozenset(
    "decrease drop fall decline reduction down lower dip slide slump cut downturn plunge contraction".split()
)


@frozen
class By:
    """What is said of a change: an amount or a percentage."""

    quantity: Quantity
    direction: Direction | None
    """Which way, as the words just around it say."""
    compares: bool = False
    """Whether it is said as a comparison: "1,200 more than"."""
    told: bool = False
    """Whether a noun says that it is a change: "an improvement of"."""


@frozen
class Change:
    """An old value, a new value, and what is said of the change between them."""

    old: Quantity
    new: Quantity
    by: tuple[By, ...]
    before: int
    """Where the change, or the first of the values, begins."""
    against: bool = False
    """Whether the new value is only set against the old one: "up 16 to 180, against 398 a year ago"."""


_LEADS = ("rom ", "ompar", "versus", "vs", "gainst", " at ", "been", "than", "above", "below", "ahead", "over", "under", "behind", "short")  # fmt: skip
"""What every word or phrase holds that leads to an old value: most sentences are without."""


def changes(page: Page, passage: Passage) -> Iterator[Change]:
    """The changes that a sentence tells, by their words alone."""
    text = page.text[passage.start : passage.end]
    if not any(its in text for its in _LEADS):
        return
    for row in rows(page, passage):
        for at in range(len(row)):
            yield from _changes_at(row, at)


def _changes_at(row: Row, at: int) -> Iterator[Change]:
    """The changes whose first number is the one at this place."""
    yield from _led_by_change(row, at)
    if at + 2 < len(row):
        yield from _led_by_value(row, at)
    if row.is_course(at):
        yield _made(row, at, at + 1, (), at)
    if at + 1 < len(row) and row.is_new(at) and row.is_old(at + 1):
        yield _made(row, at + 1, at, (), at)


def _led_by_change(row: Row, at: int) -> Iterator[Change]:
    """ "rose 31,000, or 15%, to 231,000, from 200,000", "rose by 15%, from 200,000 to 231,000"."""
    first = change_at(row, at)
    if first is None or (at and row.is_second(at)):
        return
    by, value = with_second(row, at, first)
    if value + 1 >= len(row):
        return
    at_level = AT.fullmatch(row.gaps[value]) is not None
    # "to $9.9 million, or 21.6% of sales, from $11.2 million"
    # "to $2.4 million, or 15 cents a share, from $2.2 million, or 13 cents a share"
    old = value + 1
    if value + 2 < len(row) and row.is_second(old):
        old += row.is_share(old) or _differ(row.quantities[value], row.quantities[old]) or _per_share(row, value)
    if (row.is_new(value) or at_level) and row.is_old(old) and row.is_prior(old):
        yield replace(_made(row, old, value, by, at), against=row.is_set_against(old))
    elif row.is_course(value):
        yield _made(row, value, value + 1, by, at)


def with_second(row: Row, at: int, first: By) -> tuple[tuple[By, ...], int]:
    """A change with what it is in another unit (", or 12%,"), and the place behind both."""
    if not row.is_second(at + 1):
        return (first,), at + 1
    second = row.quantities[at + 1]
    if not _differ(first.quantity, second) or _QUALIFIED.match(row.gaps[at + 2]):
        return (first,), at + 2
    return (first, By(second, second.direction or first.direction, first.compares)), at + 2


def change_at(row: Row, at: int) -> By | None:
    """The number as an amount of change, as the words before it say; ``None`` where they do not."""
    quantity = row.quantities[at]
    if _QUALIFIED.match(row.gaps[at + 1]) or (row.gaps[at].endswith("by ") and _EXCEEDS.search(row.gaps[at])):
        return None
    after = _AFTER.match(row.gaps[at + 1])
    named = _way(after["which"]) if after and after["which"] in _UP_NOUNS | _DOWN_NOUNS else None
    direction = named or quantity.direction or _verb_just_before(row.gaps[at])
    said = _SAID.search(row.gaps[at][-_LONGEST_LEAD:])
    if direction is None and said is None:
        return By(quantity, _way(after["which"])) if after else None
    return By(quantity, direction or _way((said[1] or said[2] or "") if said else "") or _verb(row.gaps[at]))


def _verb_just_before(words: str) -> Direction | None:
    """Which way the verb goes whose object a number is: "shed 96.4 points"."""
    if words.endswith(_LED_ENDS):
        words = words[-2 * _LONGEST_LEAD : -_LONGEST_LEAD] + _LED.sub("", words[-_LONGEST_LEAD:])
    last = _LAST_WORD.search(words[-30:])
    return _verb(last[1]) if last else None


def _led_by_value(row: Row, at: int) -> Iterator[Change]:
    """ "231,000, up 31,000, or 15%, from 200,000", "231,000, compared with 200,000, an increase of 15%"."""
    if row.is_second(at) and row.is_second(at + 2):
        return  # "$32.7 million, or 44 cents, from $84.4 million, or $1": two changes side by side
    if row.is_old(at + 1) or row.is_course(at):
        new, old = (at + 1, at) if row.is_course(at) else (at, at + 1)
        by = _behind(row, at + 2)
        if by:
            yield _made(row, old, new, by, at)
        return
    first = comparison(row, at + 1)
    if first is None:
        return
    by, value = with_second(row, at + 1, first)
    if value < len(row) and (row.is_old(value) or compared(row, value)):
        which = _COMPARES.fullmatch(row.gaps[value])
        if which and first.direction is None:
            by = tuple(By(its.quantity, _way(which["which"]), True) for its in by)
        made = _made(row, value, at, (*by, *_behind(row, value + 1)), at)
        yield replace(made, against=row.is_set_against(value))


def comparison(row: Row, at: int) -> By | None:
    """The number behind a value as what lies between it and the next: ", up 12%", ", which is 1,200 more than"."""
    behind = _BEHIND.search(row.gaps[at])
    if behind is None or not row.near(at) or _QUALIFIED.match(row.gaps[at + 1]):
        return None
    quantity = row.quantities[at]
    compares = at + 1 < len(row) and compared(row, at + 1)
    if not behind["said"] and not compares and quantity.direction is None:
        return None
    if behind["said"]:
        way = _way(behind["said"].split()[-2] if behind["said"].endswith(" of ") else behind["said"].split()[0])
        return By(quantity, quantity.direction or way)
    which = _COMPARES.fullmatch(row.gaps[at + 1])
    return By(quantity, _way(which["which"]) if which else quantity.direction, compares)


def compared(row: Row, at: int) -> bool:
    """Whether the words before a number compare with it: "1,200 more than the"."""
    match = _COMPARES.fullmatch(row.gaps[at])
    if match is None or FAR.search(match["of"]) or len(row.gaps[at]) > GAP:
        return False
    return not _SECURITY.match(row.gaps[at + 1])


def _behind(row: Row, at: int) -> tuple[By, ...]:
    """What is said of the change behind both values: ", an increase of 31,000, or 15%", " (15%)"."""
    found: list[By] = []
    while at < len(row) and len(found) < 2:
        quantity, gap = row.quantities[at], row.gaps[at]
        after = _AFTER.match(row.gaps[at + 1])
        match = _BEHIND.search(gap)
        if match is None or not row.near(at) or _QUALIFIED.match(row.gaps[at + 1]):
            break
        said = match["said"].split()
        if _WITHIN.search(gap):
            break
        way = quantity.direction or (_way(said[-2] if said[-1] == "of" else said[0]) if said else None)
        way = way or (_way(after["which"]) if after else None) or (found[0].direction if found else None)
        if not said and after is None and not AND.search(gap) and quantity.direction is None:
            break
        if found and not _differ(found[0].quantity, quantity):
            break
        if gap.endswith("(") and not said and quantity.direction is None and not _is_relative(quantity):
            break  # "from a revised 55,693 (65,100)"
        found.append(By(quantity, way, told=bool(said) or after is not None))
        at += 1
    return tuple(found)


def _per_share(row: Row, at: int) -> bool:
    """Whether the number behind one is its amount a share: both are money, and only the second is a rate."""
    one, other = (its.unit.name if its.unit else "" for its in row.quantities[at : at + 2])
    return " per " in other and " per " not in one


def _is_relative(quantity: Quantity) -> bool:
    return quantity.unit is not None and not quantity.dimension


def _made(row: Row, old: int, new: int, by: tuple[By, ...], first: int) -> Change:
    return Change(row.quantities[old], row.quantities[new], by, row.quantities[first].start)


def _differ(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts of one change are told in different units: "$3.1 million, or 12%"."""
    return one.dimension != other.dimension or (one.unit is None) != (other.unit is None)


def _way(word: str) -> Direction | None:
    if word in _UP_NOUNS or word in _MORE:
        return Direction.UP
    if word in _DOWN_NOUNS or word in (
        "fewer",
        "less",
        "shorter",
        "smaller",
        "below",
        "under",
        "behind",
        "short",
        "younger",
    ):
        return Direction.DOWN
    return None


def _verb(words: str) -> Direction | None:
    """Which way the last verb of change goes in the words before a number."""
    known = vocabulary()
    # What describes a noun is no verb: "fell because of the rising dollar".
    for word in reversed(_WORDS.findall(_ATTRIBUTE.sub("", words.lower()))[-9:]):
        if word in known.up or word in known.transitive_up or word in _UP_NOUNS:
            return Direction.UP
        if word in known.down or word in known.transitive_down or word in _DOWN_NOUNS:
            return Direction.DOWN
    return None


_ATTRIBUTE = regex(
    r"\b(?:the|an?|its|their|of) (?:ris|increas|grow|climb|soar|surg|fall|declin|drop|sink|decreas)ing\b(?! (?:of|by)\b)"
)


def verb_before(text: str, start: int, end: int) -> Direction | None:
    """Which way the last verb of change before an offset goes, in its own sentence and near by."""
    return _verb(text[max(start, end - 60) : end])
