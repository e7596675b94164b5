"""
The direction of a change between two values, where no amount of it is told.

"rose to 52 from 45", "raised its quota from 3.0 to 4.25 million", "$43 million, up from $37 million". The verb or the
adverb that governs the two values says which is the larger. "Down from a high of" and "up from a forecast of" order
them just as well. Ranks, exchange rates, losses beside profits, ranges ("fell from 10 to 20 percent"), negations and
units that do not fit leave it open.

Finds:

    Arrests rose to 45 from 52.
    ---
    Deliveries rose to an estimated 245,000 tonnes in the year to May from 300,000 a year before.
    ---
    Output slipped from a record of 1.185 million barrels a day in July to 1.606 million barrels in August.
    ---
    The country wants to raise its quota to 3.0 million bags from 4.25 million bags.
    ---
    Net income was $2.35 a share, up from an earlier forecast of $3.35.
    ---
    The debt ratio is 43.4 percent, down slightly from 34.7 percent.
    ---
    Earnings rose to $60 million, or 89 cents a share, from $94 million, or 75 cents a share.
    ---
    Leverage drops to a still high 68 percent from an aggressive 57.5 percent.
    ---
    The banks agreed to lower the margin to 1-7/8 percent over Libor from 1-1/8 percent.
    ---
    The provision for loan losses rose to $127.0 million from $152.0 million.
    ---
    Payments are lowered to $1.05 billion from $1.34 million.
    ---
    Imports cover 38 percent of its needs, up from 72 percent in 2019.
    ---
    It bought 50 percent of its oil, more than the peak of 58 percent that was reached in 1977.
    ---
    Output grew 2.1% in the second quarter, faster than the 2.6% of the first quarter.
    ---
    Imports are forecast to rise to 245,000 tonnes in the year (October to September) from an estimated 300,000.
    ---
    The firm plans to raise its U.S. turnover to $1.0 billion from a current $3.0 billion.

Leaves alone:

    Arrests rose to 52 from 45.
    ---
    Deliveries rose to an estimated 425,000 tonnes in the year to May from 300,000 a year before.
    ---
    The team rose to 5 from 12 in the rankings.
    ---
    Prices rose 2 percent, and sales fell from 52 to 45.
    ---
    Net income rose to $3 million from a loss of $5 million.
    ---
    Prices fell from 10 to 20 percent in the towns.
    ---
    Earnings rose to $94 million, or 89 cents a share, from $60 million, or 75 cents a share.
    ---
    The rate did not rise to 5 percent from 6 percent.
    ---
    The yen rose to 153.50 from 154.67 to the dollar.
    ---
    After the bank raised rates, output fell to 45 tonnes from 52 tonnes.
    ---
    The share of smokers was cut to 12 percent from 19 percent.
    ---
    It moved its offices from 52 streets to 60 towns.
    ---
    Growth slowed, from 45 shops opened in 2019 to 52 closed in 2020.
    ---
    The fund raised $40 million, up from 12 investors.
    ---
    The law reduces the holding period for the capital gains tax to one year from three.
    ---
    Sales were revised down to a 7.4% drop, from a 5.8% decline.
    ---
    It lowered its forecast of the increase in output to 3.5% from 3.9%.
    ---
    The dollar opened at 1.8220/30 marks, down from 1.8260/70.
    ---
    It made a profit, after a charge of $1.7 billion, down from $1.56 billion a year before.
    ---
    The crop is put at 2.3 to 2.6 million tonnes, down from 2.4 to 2.7 million tonnes.
    ---
    Sentences handed down to the men range from eight years to three.
    ---
    Payments were lowered from 3.450 to 1.350 billion dollars.
    ---
    Bad loans were $2.038 billion, or 3.96% of loans, up from $1.377 billion a year ago.
    ---
    The company lowered its forecast of a loss to $3 million from $5 million.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.discover.exchange import exchanges
from factcheck.discover.fit import fitted
from factcheck.discover.lead import Row, rows
from factcheck.discover.near import near
from factcheck.discover.proposal import Proposal
from factcheck.facts.page import Page, Passage
from factcheck.model.amount import base
from factcheck.model.frozen import frozen
from factcheck.model.number import Rational
from factcheck.model.quantity import Direction, Quantity
from factcheck.model.regex import regex
from factcheck.reader.vocabulary import vocabulary

_OTHER_ORDER = regex(
    r"\b(?:rank\w*|place|position|spot|seed\w*|standing\w*|grade|degree|class|No\.|odds|handicap|par|score[ds]?|vote[ds]?)\b",
    re.IGNORECASE,
)
"""Where the better is the smaller number, or two numbers are one result."""
_NOT = regex(
    r"\b(?:not|never|n't|fail(?:s|ed|ing)?|instead|rather|without|denied|unless|refus\w+|nor|neither|could|might)\b"
)
_LOSS = regex(r"\b(?:(?<!loan )(?<!credit )loss(?:es)?|deficits?|shortfall|negative|minus)\b")
_NEGATIVE = regex(
    r"(?: [a-z-]{1,12}){0,2} (?:drop|declines?|falls?|decreases?|reductions?|contractions?|cuts?|slump)\b"
)
"""Behind a number that is itself a fall: "revised down to a 7.4% drop from a 5.8% decline"."""
_ASIDE = regex(r"\b(?:after|before|including|excluding|with|plus|despite|for|per) (?:[a-z]+ ){0,4}$")
"""Before a number that is said aside: "a profit, after a charge of $2 million, down from $5 million"."""
_BEFORE_VERBS = regex(r"\b(?:to|will|would|may|can|should|must|and) $")
_UPWARDS = frozenset(
    {"up", "higher", "above", *(f"{its} than" for its in "more faster larger bigger stronger".split())}
)
_PARTICLES = frozenset({"up", "down", "higher", "lower"})
_AS_LARGE = Fraction(9, 10)
"""How much smaller the one value may be than the other, as a share of it."""
_FROM = regex(r"\b[Ff]rom (?:(?!(?:to|by|in|at|for|on|with|across|when|where|which|that)\b)[A-Za-z'’.-]{1,20} ){0,6}$")
_TO = regex(
    r"(?:^|[ ,)])to (?:(?!(?:from|to|by|in|at|for|on|with|and|or|become|make|be|have|their|his|her|take|do|get|go)\b)"
    r"[A-Za-z'’-]{1,20} ){0,7}$"
)
_UP_FROM = regex(
    r"^[^.;:!?\d]{0,60}?(?:,|\(| –| —| is| was| were| are) ?(?:well |far |just |slightly |even |much |still )?"
    r"(?P<told>(?P<way>up|down|higher|lower)(?: [a-z]+ly| only| just| again| a little)?,? (?:from|than)"
    r"|(?P<than>(?:more|less|faster|slower|larger|smaller|bigger|stronger|weaker) than|above|below)(?= (?:the|its|their|his|her|last year)\b)) (?:(?!(?:to|by|in|at|for|on|with|across|when|where|which|that)\b)[A-Za-z'’.-]{1,20} ){0,6}$"
)
_BREAK = regex(
    r"[;:!?\d(]|(?<!\b[A-Z])\. |\b(?:and|but|while|whereas|although|though|when|because|if|nor|plus|after|before|who|which|that)\b"
)
_BRACKETS = regex(r" \([^()\d]{1,40}\)")
_ATTRIBUTE = regex(r"\b(?:the|an?|its|their|of|in) [a-z]{2,9}ing\b(?! (?:of|by|to|from)\b)")
_PLAIN = 34
"""How far a verb stands before "to" or "from" at most that surely governs it [code points]."""


@frozen
class _Moved:
    """An old and a new value, and which way the words say."""

    old: Quantity
    new: Quantity
    way: Direction
    sure: bool


def find(page: Page) -> Iterator[Proposal]:
    """The directions of each sentence."""
    for passage in page.passages:
        if len(passage.quantities) > 1 or any(its.ends for its in passage.quantities):
            found = list(_moved(page, passage))
            text = page.text[passage.start : passage.end]
            if found and not _OTHER_ORDER.search(text) and not exchanges(text):
                for moved in found:
                    yield from _proposal(page, passage, moved)


def _moved(page: Page, passage: Passage) -> Iterator[_Moved]:
    taken: set[int] = set()
    for row in rows(page, passage):
        for at in range(len(row) - 1):
            moved = _adverb(row, at) or _verb(row, at) or _beside(row, at)
            if moved is not None and moved.new.number_start not in taken:
                taken.add(moved.new.number_start)
                yield moved


def _adverb(row: Row, at: int) -> _Moved | None:
    """ "$43 million, up from $37 million"."""
    match = _UP_FROM.match(row.gaps[at + 1])
    if match is None or _BREAK.search(row.gaps[at + 1][: match.start("told")]):
        return None
    if row.is_second(at) or _ASIDE.search(row.gaps[at]) or row.gaps[at + 2].startswith(" to "):
        return None
    way = Direction.UP if (match["way"] or match["than"]) in _UPWARDS else Direction.DOWN
    return _Moved(row.quantities[at + 1], row.quantities[at], way, match["way"] is not None)


def _verb(row: Row, at: int) -> _Moved | None:
    """ "rose to 52 from 45", "rose from 45 to 52"."""
    first, gap = row.quantities[at], _BRACKETS.sub("", row.gaps[at + 1])
    if len(gap) > 110 or _BREAK.search(gap):
        return None
    if _TO.search(row.gaps[at]) and _FROM.search(gap):
        lead, old, new = _TO.sub("", row.gaps[at]), row.quantities[at + 1], first
    elif _FROM.search(row.gaps[at]) and _TO.search(gap):
        lead, old, new = _FROM.sub("", row.gaps[at]), first, row.quantities[at + 1]
        if at and lead.rstrip().endswith(("up", "down")):
            return None  # "2.3 to 2.6 million, down from 2.4 to 2.7 million"
        if new.unit is not None and new.unit.name == "percent" and "%" not in first.text and "per" not in first.text:
            return None  # "fell from 10 to 20 percent": by so much
    else:
        return None
    return _governed(lead, old, new)


def _comparable(old: Rational, new: Rational) -> bool:
    """Whether two values may be of one thing: about as large, or but for the scale word ("1.05 billion from 1.3 million")."""
    return any(near(old * a, new * b, _AS_LARGE) for a, b in ((1, 1), (1000, 1), (1, 1000)))


def _is_quoted(page: Page, quantity: Quantity) -> bool:
    """Whether a number is half of a quotation of two prices: "1.8220/30 marks"."""
    return (
        "/"
        in page.text[quantity.number_start - 1 : quantity.number_start]
        + page.text[quantity.number_end : quantity.number_end + 1]
    )


def _beside(row: Row, at: int) -> _Moved | None:
    """ "rose to $60 million, or 89 cents a share, from $94 million, or 75 cents": the first of either pair."""
    if at + 3 >= len(row) or not (row.is_second(at + 1) and row.is_second(at + 3)):
        return None
    if not _TO.search(row.gaps[at]) or not _FROM.search(row.gaps[at + 2]) or len(row.gaps[at + 2]) > 60:
        return None
    return _governed(_TO.sub("", row.gaps[at]), row.quantities[at + 2], row.quantities[at])


def _governed(lead: str, old: Quantity, new: Quantity) -> _Moved | None:
    """The two values with the nearest verb of change before them."""
    known = vocabulary()
    parts = _BREAK.split(lead[-90:])
    clause = _ATTRIBUTE.sub("", parts[-1])
    if _NOT.search(clause):
        return None
    ways: set[Direction] = set()
    end = 0
    for word in re.finditer(r"[A-Za-z]+", clause):
        its = word[0].lower()
        verb = its == "lower" and _BEFORE_VERBS.search(clause[: word.start()])
        if its in _PARTICLES and clause[word.end() :].strip(" ,") and not verb:
            continue  # "handed down to", not "down to"
        if its in known.up or its in known.transitive_up:
            ways.add(Direction.UP)
            end = word.end()
        elif its in known.down or its in known.transitive_down:
            ways.add(Direction.DOWN)
            end = word.end()
    # "reduced the increase to 3% from 4%": what the two values are of is not plain.
    return _Moved(old, new, ways.pop(), len(clause) - end <= _PLAIN) if len(ways) == 1 else None


def _proposal(page: Page, passage: Passage, moved: _Moved) -> Iterator[Proposal]:
    fields = fitted(moved.old, moved.new, ())
    if fields is None or fields[0].value == fields[1].value or not base(fields[0]):
        return
    old, new, _ = fields
    if any(_is_quoted(page, its) for its in (old, new)) or not _comparable(base(old), base(new)):
        return
    text = page.text[max(passage.start, min(old.start, new.start) - 90) : max(old.end, new.end) + 25]
    if _LOSS.search(text) or any(_NEGATIVE.match(page.text, its.end) for its in (old, new)):
        return
    pair = (old, new) if moved.way == Direction.UP else (new, old)
    yield Proposal("order", {"ascending": tuple(page.stated(its) for its in pair)}, "the change", moved.sure, "from")
