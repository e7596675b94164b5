"""
What the words that lead to each number of a sentence make of it: the new value, the old one, the change.
"""

from __future__ import annotations

from collections.abc import Iterator
from weakref import WeakKeyDictionary

from factcheck.facts.page import Page, Passage
from factcheck.model.quantity import Quantity
from factcheck.model.regex import regex

GAP = 110
"""How much may stand between two numbers of one change [code points]."""
_DATED = regex(
    r"\b(?:19|20)\d\d(?:[-–/]\d{2,4})?\b|\b\d{1,3}-(?=[a-z])"
    r"|(?<=\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\. )\d{1,2}\b"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}\b"
)
_DIGIT = regex(r"\d")
_BREAK = regex(r"[;:!?\d]|\. |\b(?:and|but|while|whereas|although|though|as|when|because|if|nor|plus)\b")
LEAD = (
    r"(?:about |some |nearly |around |just |an estimated |a record |almost |over |more than |roughly |only |approximately |as much as "
    r"|(?:an? )?(?:net )?(?:loss|income|profit|revenues?|earnings|sales|total|average|gain) of )?"
)
NOUN = (
    r"(?:increase|decrease|rise|drop|fall|gain|decline|growth|reduction|jump|improvement|advance|dip|slide|surge|slump|cut|climb|"
    r"loss|uptick|downturn|plunge|difference|change|hike|contraction|expansion)"
)
_TO = regex(
    r"(?<!due)(?<!thanks)(?<!owing)(?<!according)(?<!compared)(?<!relative)(?<!addition)(?<!subject)(?<!related)"
    r"(?:^|[ ,)])(?:to|reaching) (?:(?:finish|close|end|settle|stand|trade|reach) (?:up |down |higher |lower )?(?:at )?)?"
    r"(?:(?!from\b|to\b|by\b|in\b|for\b)[A-Za-z'’-]{1,20} ){0,7}$"
)
AT = regex(r",? (?:higher |lower |up |down )?(?:to (?:finish|close|end|settle) )?at $")
_FROM = regex(
    r"\b(?:[Ff]rom(?! up\b| down\b)|(?:[Cc]ompared|[Ii]n comparison) (?:to|with)|versus|vs\.?|against"
    r"|(?:closed|ended|finished|settled|stood|(?:after|since|from) (?:clos|end|finish|settl|stand)ing|been"
    r"|\b(?:when|where|which|after|it|they)(?: [a-z]{1,12}){0,3} (?:was|were))(?: (?!unchanged|changed)[A-Z]?[a-z]{1,12}){0,3} at"
    r"|having been) (?P<of>(?:(?!to\b|by\b|in\b|at\b|for\b|on\b|with\b|across\b)[A-Za-z'’-]{1,20} ){0,5}(?: ?\()?)$"
)
_COURSE = regex(r"(?:\b|^)(?<!ranging )(?<!ranged )(?<!ranges )(?<!range )[Ff]rom (?!up\b|down\b)[^.;:!?\d]{0,60}$")
FAR = regex(
    r"\b(?:high|low|peak|record|open|estimate|forecast|target|goal|expected|average|loss|deficit|limit|offering|rival)\b"
)
_EXPECTED = regex(
    r"(?:(?!\bbecause\b|\bas\b|\bafter\b)[^.,;:!?]){0,30}\b(?:consensus|expected|expectations?|forecasts?|estimated?|analysts|predicted|target|planned)\b"
    r"|,? (?:two|three|four|five|six|seven|eight|nine|ten|several|\d{1,2}|a few) (?:days|weeks|months|quarters|years) (?:ago|earlier|before)\b"
)
"""What follows a value that is no earlier one, or one of another time than the change is told of."""
_PRIOR = regex(
    r"\b(?:close|a (?:year|week|month|quarter) (?:ago|earlier|before)|same (?:\w+ ){1,3}|(?:year|week|month|day|quarter) (?:before|earlier|ago)"
    r"|prior|previous|preceding|last (?:year|month|week|quarter)|year-ago|year-earlier|earlier period|late on)\b"
)
_AGAINST = regex(r"\b(?:compared|versus|vs|against)\b")
AND = regex(rf"(?:\)?,? or |,? ?\()(?:by |(?:up|down) |an? {NOUN} of )?{LEAD}$")

_FROM_LEVEL = regex(
    r"\bfrom (?:(?:a|an|the|its|about|nearly) )?(?:[a-z-]{3,12} ){0,2}(?:high|low|peak|record|level|rate|average|total) of $"
)
"""Before the first of two values that are no range: "from an all-time high of 1.2 million to 1.1 million"."""


class Row:
    """Some numbers of a sentence in order, with the words between them."""

    def __init__(self, page: Page, passage: Passage, quantities: list[Quantity]) -> None:
        self.quantities = quantities
        self._behind = [page.text[its.end : min(its.end + 60, passage.end)] for its in quantities]
        starts = [its.number_start for its in quantities]
        ends = [its.end for its in quantities]
        outer = [passage.start, *ends]
        self.gaps = [_gap(page.text, a, b) for a, b in zip(outer, [*starts, passage.end], strict=True)]
        """What stands before each number, and behind the last."""
        self._new: dict[int, bool] = {}
        self._old: dict[int, bool] = {}

    def __len__(self) -> int:
        return len(self.quantities)

    def near(self, at: int) -> bool:
        """Whether nothing parts a number from the one before it."""
        gap = self.gaps[at]
        return len(gap) <= GAP and not _BREAK.search(gap)

    def is_new(self, at: int) -> bool:
        """Whether the words before a number lead to the new value."""
        if at not in self._new:
            gap = self.gaps[at]
            leads = ("to " in gap or "reaching " in gap) and _TO.search(gap) is not None
            self._new[at] = leads and self.near(at)
        return self._new[at]

    def is_old(self, at: int) -> bool:
        """Whether the words before a number lead to the old value."""
        if at not in self._old:
            match = _FROM.search(self.gaps[at])
            self._old[at] = match is not None and not FAR.search(match["of"]) and self.near(at)
        return self._old[at]

    def is_prior(self, at: int) -> bool:
        """Whether a number is the very value that a change began from: "from", or "compared with Thursday's close of"."""
        if _EXPECTED.match(self._behind[at]):
            return False
        if not self.is_set_against(at):
            return True
        return _PRIOR.search(f"{self.gaps[at]} # {self.gaps[at + 1][:50]}") is not None

    def is_set_against(self, at: int) -> bool:
        """Whether the number before one is only compared with it."""
        return _AGAINST.search(self.gaps[at]) is not None

    def is_share(self, at: int) -> bool:
        """Whether a number is a percentage of something: "21.6% of sales"."""
        unit = self.quantities[at].unit
        return unit is not None and unit.name == "percent" and self.gaps[at + 1].startswith(" of ")

    def is_second(self, at: int) -> bool:
        """Whether a number only tells the one before it again: "$3.1 million, or 12%"."""
        return at < len(self) and AND.fullmatch(self.gaps[at]) is not None

    def is_course(self, at: int) -> bool:
        """Whether an old and a new value follow each other: "from 105 in 2019 to 210"."""
        if at + 1 >= len(self) or "rom " not in self.gaps[at] or not _COURSE.search(self.gaps[at]):
            return False
        return self.is_old(at) and self.is_new(at + 1)


def _gap(text: str, start: int, end: int) -> str:
    """The words between two offsets without their dates; of very many, the first and the last."""
    if end - start > 2 * GAP:
        return f"{_undated(text[start : start + GAP])} … {_undated(text[end - GAP : end])}"
    return _undated(text[start:end])


def _undated(words: str) -> str:
    return _DATED.sub("", words) if _DIGIT.search(words) else words


def rows(page: Page, passage: Passage) -> tuple[Row, ...]:
    """The numbers of a sentence in order; and again without those of time, where it has some."""
    known = _KNOWN.setdefault(page, {})
    if passage.start not in known:
        known[passage.start] = tuple(_rows(page, passage))
    return known[passage.start]


_KNOWN: WeakKeyDictionary[Page, dict[int, tuple[Row, ...]]] = WeakKeyDictionary()
"""The rows of each page by sentence: several patterns ask for them."""


def _rows(page: Page, passage: Passage) -> Iterator[Row]:
    flat = [end for its in passage.quantities for end in (its.ends if _is_course(page, its) else (its,))]
    flat = [its for its in flat if not _attributive(page, its)]
    yield Row(page, passage, flat)
    timeless = [its for its in flat if not _is_time(its)]
    if len(timeless) < len(flat):
        yield Row(page, passage, timeless)


def _is_course(page: Page, quantity: Quantity) -> bool:
    """Whether a range is told as a change: "from 52 to 45", "(rose by) 14 to 231"; levels are not told in points."""
    if quantity.unit is not None and quantity.unit.name in ("percentage point", "basis point"):
        return False
    if quantity.text.lower().startswith("from ") or (quantity.direction is not None and " to " in quantity.text):
        return True
    return (
        " to " in quantity.text
        and _FROM_LEVEL.search(page.text[max(0, quantity.start - 40) : quantity.start]) is not None
    )


def _attributive(page: Page, quantity: Quantity) -> bool:
    """Whether a number only describes a noun: "60-kg bags", "a one-day fall"."""
    hyphen, letter = page.text[quantity.number_end : quantity.number_end + 1], quantity.number_end + 1
    return hyphen == "-" and "a" <= page.text[letter : letter + 1] <= "z"


def _is_time(quantity: Quantity) -> bool:
    return quantity.dimension == (("time", 1),)
