"""
Join two numbers to a range: "10 to 20 %", "between $26 and $31 million", "5-10W", "three or four".

The ends share the unit, the noun and a lost scale word: "between $26 and $31 million" is 26 million to
31 million, "$200 to $4 million" is not. Nobody writes a range that falls: "52 to 48" is a vote. But "from
52 (…) to 45" is one, for it begins with what was; its ends keep their order in ``Quantity.ends``. A change
and its level ("by $43.6 billion to $419.2 billion") are two numbers, and so are a level and the range that
it reaches ("from 24 to 33-35").

A hedge around the whole is that of both ends ("about 40 to 50", "40 to 50 or so"); each end keeps its own.

Two whole numbers joined by a hyphen and without a unit ("won 3-2") are a score, which reader/label.py
drops.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.model import table
from factcheck.model.number import whole
from factcheck.model.quantity import Hedge
from factcheck.model.tokens import DASHES, Tokens
from factcheck.reader import direction, hedge
from factcheck.reader.draft import Draft

GAP = 9
"""How many tokens may stand between the ends of "from … to …"."""

_SENTENCE = frozenset(".;:?!")


def join(tokens: Tokens, drafts: list[Draft]) -> list[Draft]:
    """The drafts with ranges joined, in order."""
    joined: list[Draft] = []
    for index, draft in enumerate(drafts):
        if joined and joined[-1].ends is None:
            _mend(tokens, joined[-1], draft)
            kind = _link(tokens, joined[-1], draft)
            if kind and not (kind in ("to", "from") and _dashed_on(tokens, drafts, index)):
                joined[-1] = _range(tokens, joined[-1], draft, kind)
                if joined[-1].direction is None and tokens.lowers[joined[-1].open] not in ("from", "between"):
                    direction.attach(tokens, joined[-1])  # the unit is known now: "add 3 to 4 percentage points"
                if kind == "-" and len(joined) > 1 and _led_from(tokens, joined[-2], draft):
                    _share(joined[-2], draft)
                continue
            if _falls(tokens, joined[-1], draft) or _paired(tokens, joined[-1], draft):
                _share(joined[-1], draft)
        elif joined and draft.bare and _goes_on(tokens, joined[-1], draft):
            draft.unit, draft.counted, draft.inherited = joined[-1].unit, joined[-1].counted, True
        joined.append(draft)
    return joined


def _dashed_on(tokens: Tokens, drafts: list[Draft], index: int) -> bool:
    """Whether a number begins a range of its own, for a dash binds more tightly than "to": "from 24 to 33-35 euros"."""
    return index + 1 < len(drafts) and _link(tokens, drafts[index], drafts[index + 1]) == "-"


def _led_from(tokens: Tokens, a: Draft, b: Draft) -> bool:
    """Whether a bare number is the level that a range is reached from: "from 24 to 33-35 euros"."""
    return a.bare and a.ends is None and tokens.lowers[a.open - 1] == "from" and tokens.lowers[a.close] == "to"


def _falls(tokens: Tokens, a: Draft, b: Draft) -> bool:
    """
    Whether a bare number has the unit of the one behind "to": set against a smaller one, "won by 52 to 48 percent",
    or a change and its level, "fell 3,100 to 20,000 barrels".
    """
    if not a.bare or b.bare or b.open - a.close != 1 or tokens.lowers[a.close] != "to":
        return False
    return a.raw > b.raw or (a.direction is not None and a.scale == b.scale)


def _paired(tokens: Tokens, a: Draft, b: Draft) -> bool:
    """Whether two numbers share the measure of the second: "two tranches of five and eight years"."""
    if not (a.bare and b.unit and b.unit.dimension and not b.unit.currency and a.spelled and b.spelled):
        return False
    return b.open - a.close == 1 and tokens.lowers[a.close] == "and" and tokens.lowers[a.open - 1] in _BEFORE_PAIRS


_BEFORE_PAIRS = frozenset("of for in after at with by to between".split())


def _goes_on(tokens: Tokens, last: Draft, draft: Draft) -> bool:
    """Whether a bare number is the level that a range moves to: "from 14-18 mpg to 24"."""
    return last.ends is not None and draft.open == last.close + 1 and tokens.lowers[last.close] == "to"


def _link(tokens: Tokens, a: Draft, b: Draft) -> str:
    """How two numbers are joined: "to", "and", "or", "-", "from"; empty where they are not."""
    if a.indefinite or b.indefinite or not _same_kind(a, b):
        return ""
    lowers = tokens.lowers
    gap = range(a.close, b.open)
    link = lowers[a.close] if len(gap) else ""
    before = lowers[a.open - 1]
    if tokens.hyphen(a.close) and lowers[a.close + 1] == "to":  # "200,000-to-260,000"
        return "to" if a.value < b.value else ""
    if len(gap) == 1:
        if link == "/" and _quoted(tokens, a, b):
            return "/"
        if link in DASHES:
            return "-" if _dash(tokens, a, b) else ""
        if link in ("to", "through"):
            return "to" if before == "from" or _rises(tokens, a, b) else ""
        if link == "and":
            return "and" if before == "between" or _ages(tokens, a) else ""
        if link == "or":
            near = a.value < b.value <= 3 * a.value
            plain = a.scale == b.scale and (a.hedge is None or not a.hedge.bound) and b.hedge is None
            return "or" if a.bare and near and plain else ""
    if a.suspended and len(gap) == 2 and lowers[b.open - 1] == "to":  # "16- to 24-year-olds"
        return "to"
    if 2 <= len(gap) <= 3 and link == "to" and lowers[b.open - 1] in ("-", "about", "around"):
        return "to"
    if 0 < len(gap) <= GAP and before == "from" and lowers[b.open - 1] == "to" and (a.unit or b.bare):
        return "" if any(tokens.words[index] in _SENTENCE for index in gap) else "from"
    return ""


def _quoted(tokens: Tokens, a: Draft, b: Draft) -> bool:
    """
    Take the last digits of a rate that is quoted at two prices: "146.40/50 yen" is 146.40 to 146.50; whether they are.
    """
    digits, last = tokens.words[a.last - 1], tokens.words[b.first]
    decimals = digits.partition(".")[2]
    if len(last) != 2 or not last.isdecimal() or len(decimals) < 2 or not tokens.glued(a.last) or not a.bare:
        return False
    value = whole(Fraction(digits[: -len(last)] + last)) if digits.replace(".", "").isdecimal() else a.value
    if b.step != 1 or b.scale != 1 or value <= a.value or not tokens.glued(b.first):
        return False
    b.value = b.raw = value
    b.step = a.step
    return True


def _mend(tokens: Tokens, a: Draft, b: Draft) -> None:
    """Take the letter of "5m" for a scale where the other end shows it: "between 5m and 7m euros"."""
    letter = tokens.words[a.last]
    factor = table.numbers().letters.get(letter, 0)
    if factor and factor == b.scale and a.close == a.last + 1 and tokens.glued(a.last) and b.unit and b.unit.currency:
        a.value, a.step, a.scale = whole(a.value * factor), whole(a.step * factor), factor
        a.unit, a.last = b.unit, a.close


def _same_kind(a: Draft, b: Draft) -> bool:
    """Whether the ends may share a unit and a noun."""
    if a.unit and b.unit and a.unit.name != b.unit.name:
        names = sorted((a.unit.name, b.unit.name), key=len)
        return names[1].startswith(f"{names[0]} per ")  # "between $62 and $68 per share"
    if a.unit and b.counted and not b.unit:
        return False
    if a.counted and b.unit:
        return False
    return not (a.counted and b.counted and a.counted != b.counted)


def _ages(tokens: Tokens, a: Draft) -> bool:
    """Whether "between the ages of 13" stands before."""
    words = tokens.lowers[a.open - 4 : a.open]
    return words[-2:] == ["ages", "of"] and "between" in words


def _rises(tokens: Tokens, a: Draft, b: Draft) -> bool:
    """
    Whether "a to b" without "from" may be a range: "5 to 10 km"; not the vote "52 to 48", not the share "by a third
    to 4 million", not a change and its level. What is measured may fall: "1.3 V to 0.9 V".
    """
    if a.scale == 0 != b.scale or (a.value >= b.value and a.scale == b.scale and not _measured(b)):
        return False
    if a.direction is not None and a.scale == b.scale and b.value > WIDEST * a.value and not _is_share(b):
        return False  # "went down 45,400 to 8,153,900"
    return a.bare or (a.direction is None and not _level(tokens, a))


def _is_share(draft: Draft) -> bool:
    return draft.unit is not None and draft.unit.dimension == ()


def _measured(draft: Draft) -> bool:
    return draft.unit is not None and draft.unit.dimension != () and not draft.unit.dimension[0][0].isupper()


def _level(tokens: Tokens, a: Draft) -> bool:
    """Whether the first number is a change by so much, behind "by" or a verb: its "to" names a level."""
    return tokens.lowers[a.open - 1] in ("by", "gained", "added", "shed")


WIDEST = 5
"""How many times its lower end the upper end of a range is at most, of a change by so much: beyond it, a level."""


def _dash(tokens: Tokens, a: Draft, b: Draft) -> bool:
    """Whether a dash joins a range: with a unit, a noun or a scale, or spaced; scores and codes are glued."""
    if a.value >= b.value:
        return False
    if b.bare and tokens.lowers[a.open - 1] in _AGED:
        return True
    if not (a.bare and b.bare and a.scale == 1 == b.scale):
        return not b.bare or b.scale != 1 or bool(a.unit and a.unit.currency)
    return not (tokens.glued(b.first) or tokens.glued(b.first - 1))


_AGED = frozenset({"aged", "ages"})


def _range(tokens: Tokens, a: Draft, b: Draft, kind: str) -> Draft:
    """One draft for both."""
    _share(a, b)
    low, high = sorted((a.value, b.value))
    draft = Draft(a.first, b.last, low, a.step if a.step and (not b.step or a.step < b.step) else b.step)
    draft.lower, draft.upper = low, high
    draft.ends = (a, b)
    draft.open = a.open
    if tokens.lowers[a.open - 1] in ("between", "from") and kind != "or":
        draft.open = a.open - 1
    draft.close = b.close
    draft.scale, draft.spelled = b.scale, a.spelled
    draft.unit, draft.counted = b.unit, b.counted
    draft.noun_first, draft.noun_last = b.noun_first, b.noun_last
    led = draft.open < a.open
    draft.hedge = _hedge(a, b, kind, led)
    if draft.hedge is None and led:
        hedge.attach_loose(tokens, draft)
    elif draft.hedge is not None and not led and not draft.hedge.bound:  # a quote may be of one end alone
        a.hedge, b.hedge = a.hedge or draft.hedge, b.hedge or draft.hedge
    draft.exact = a.exact
    b.exact = b.exact or (a.exact and kind != "from")
    draft.direction = None if direction.is_part(tokens, draft) else a.direction
    draft.suspended = b.suspended
    return draft


def _hedge(a: Draft, b: Draft, kind: str, led: bool) -> Hedge | None:
    """
    The hedge of both ends: before the first ("about 40 to 50") or behind the second ("40 to 50 or so"). A bound
    behind "from" or "between" is of the first end alone ("from more than 40 to 50"), and so is any hedge of a start
    with words behind it ("from about 40 in May to 50").
    """
    if kind == "from":
        return None
    if a.hedge is not None and a.open < a.first and not (led and a.hedge.bound):
        return a.hedge
    return b.hedge if b.open == b.first and b.hedge is not hedge.DOZEN else None


def _is_of(a: Draft, b: Draft) -> bool:
    """
    Whether the scale word of the second is that of the first: it rises, or it is told to the thousandth, as nobody
    tells a few units beside billions ("from 3.450 to 1.350 billion").
    """
    return a.raw < b.raw or a.raw < b.value / b.scale or (a.bare and a.step < 1)


def _share(a: Draft, b: Draft) -> None:
    """Give each end what it has lost to the other."""
    if a.scale == 1 and b.scale > 1 and a.step and 0 < a.value < 1000 and _is_of(a, b):
        a.value, a.step, a.scale = whole(a.value * b.scale), whole(a.step * b.scale), b.scale
    for one, other in ((a, b), (b, a)):
        if one.bare:
            one.unit, one.counted, one.inherited = other.unit, other.counted, not other.bare
            one.noun_first, one.noun_last = other.noun_first, other.noun_last
        elif one.unit is not None and (other.unit is None or len(other.unit.name) < len(one.unit.name)):
            other.unit = one.unit
