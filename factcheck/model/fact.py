"""
Facts: what one number of a text states, and of what.

A fact is the frame around a quantity. Each field is what the words say; what they do not say is empty, and
nothing is guessed. Where a field was taken from the words around (an ellipsis, the sentence before, a header),
``inherited`` names it.
"""

from __future__ import annotations

from enum import StrEnum

from factcheck.model.document import Offsets
from factcheck.model.frozen import frozen
from factcheck.model.moment import Date
from factcheck.model.quantity import Direction, Quantity


class Role(StrEnum):
    """What a number is to the numbers beside it. One number may have several."""

    OLD = "old"
    """What something was before, or what it is compared with: "from 45", "than the 45"."""
    NEW = "new"
    """What it became: "to 52"."""
    CHANGE = "change"
    """By how much: "rose 12%", "a drop of 387", "200 more"."""
    SHARE = "share"
    """A percentage or a fraction of something: "63 % of the vote"."""
    WHOLE = "whole"
    """What parts or shares are taken of: "of the 169 entries"."""
    PART = "part"
    """Some of what was told: "including 65", "of whom 20"."""
    FACTOR = "factor"
    """What falls to each: "30 dollars a share", "$264 each"."""
    TIMES = "times"
    """A multiple: "three times", "doubled", "half"."""
    SAME = "same"
    """The number before it told again, in another unit or in other words: "or 12%", "(43 km)"."""
    TOTAL = "total"
    """What several make together: "63 in all", "a total of 63"."""
    MARGIN = "margin"
    """What lies between two: "a lead of 1,200 votes"."""
    AGE = "age"
    """How old somebody is."""
    RANK = "rank"
    """A high, a low, a record, an average: a number of another time or of many."""


class Scope(StrEnum):
    """How much of its kind a number takes in."""

    ALL = "all"
    """No words narrow it, or they say that it is all: "in all"."""
    PART = "part"
    """Some of them: "including", "of whom"."""
    REST = "rest"
    """What is left: "the other two", "the remaining 12"."""
    MORE = "more"
    """More of the same: "another 12", "12 others"."""


class Manner(StrEnum):
    """How a change or a margin is told."""

    VERB = "verb"
    """ "rose 12%", "won by 45"."""
    ADVERB = "adverb"
    """ "up 12%"."""
    NOUN = "noun"
    """ "an increase of 12%", "a 12% increase"."""
    COMPARATIVE = "comparative"
    """ "12 more than", "12% above"."""


class Stance(StrEnum):
    """How far the text itself says it."""

    SAID = "said"
    EXPECTED = "expected"
    """Forecast, planned, wanted."""
    DENIED = "denied"
    """Denied, or corrected."""


@frozen
class Cue:
    """The words that give a number a role."""

    role: Role
    words: str
    """In lower case: "compared with"."""
    start: int
    end: int


@frozen
class When:
    """The time that a number is said of; ``None`` and empty where that is not said."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    period: str = ""
    """The kind of period, and which: "second quarter", "nine months", "fiscal year"."""
    relative: int = 0
    """−1 for a time before the one that is spoken of ("a year earlier"), 1 for now ("this year"), 0 else."""
    unit: str = ""
    """The unit of a relative time: "day" of "yesterday"."""
    words: str = ""
    """As printed."""
    count: int | None = None
    """How many of the unit."""

    @property
    def is_said(self) -> bool:
        """Whether anything of it is said."""
        return bool(self.words)

    def before(self, other: When) -> bool:
        """
        Whether it is told as a time before another.

        >>> When(year=2019, words="2019").before(When(year=2020, words="2020"))
        True
        >>> When(relative=-1, words="last year").before(When()), When().before(When())
        (True, False)
        """
        if self.year is not None and other.year is not None:
            return self.year < other.year
        return self.relative < other.relative

    def conflicts(self, other: When) -> bool:
        """
        Whether two times cannot be one.

        >>> When(year=2019, words="2019").conflicts(When(year=2020, words="2020"))
        True
        >>> When(year=2019, words="2019").conflicts(When())
        False
        """
        pairs = ((self.year, other.year), (self.month, other.month), (self.day, other.day))
        if any(one is not None and two is not None and one != two for one, two in pairs):
            return True
        if self.period and other.period and self.period != other.period:
            return True
        return self.relative * other.relative < 0

    @property
    def is_before(self) -> bool:
        """Whether it is a time before the one that is spoken of: "a year earlier"; news is of yesterday."""
        return self.relative < 0 and self.unit != "day"


@frozen
class Measure:
    """What a number is a number of, in stems of content words."""

    head: str = ""
    """The head noun: "dose" of "lethal fentanyl doses", "income" of "net income of $5 million"."""
    before: frozenset[str] = frozenset()
    """What narrows it before: "lethal", "fentanyl"; "net"."""
    behind: frozenset[str] = frozenset()
    """What narrows it behind: "from the Gulf to eastern options"."""
    of: frozenset[str] = frozenset()
    """What an amount or a share is taken of: "the vote" of "63 % of the vote"."""
    per: str = ""
    """The denominator: "share" of "30 dollars a share"."""
    event: str = ""
    """The noun whose "of" a count is: "arrest" of "the arrest of 150 people"; it is counted too."""

    @property
    def words(self) -> frozenset[str]:
        """All of its words."""
        own = frozenset((self.head,)) if self.head else frozenset()
        return own | self.before | self.behind | self.of


@frozen
class Fact:
    """What one number of a text states."""

    quantity: Quantity
    number: int
    """Its place among the facts of its text, from 0."""
    sentence: int
    """Its sentence, by its place in ``Document.sentences``."""
    clause: int
    """Its clause, from 0 in each sentence."""
    block: int
    """Its block, by its place in ``Document.blocks``."""
    measure: Measure = Measure()
    subject: frozenset[str] = frozenset()
    """Whose it is: the stems of the subject of its clause, names folded."""
    places: frozenset[str] = frozenset()
    """The places that it is said of, by their keys."""
    when: When = When()
    scope: Scope = Scope.ALL
    cues: tuple[Cue, ...] = ()
    """Its roles, each with the words that give it."""
    governor: str = ""
    """The word that it hangs on, in lower case: "to", "rose", "with"; a sign; "#" right behind a number."""
    way: Direction | None = None
    """Which way it goes, of a change; of an old or a new value, which way what governs it goes."""
    manner: Manner | None = None
    """How it is told, of a change or a margin."""
    mover: int = -1
    """Where the verb, the adverb or the noun of change begins that governs it; −1 where none does."""
    stance: Stance = Stance.SAID
    quoted: bool = False
    """Whether it stands in quotation marks."""
    basis: frozenset[str] = frozenset()
    """On what it is reckoned: "organic", "constant currency"."""
    known: bool = False
    """Whether it is told as known: "the 16"."""
    span: Offsets = (0, 0)
    """Its noun phrase with all that belongs to it, as offsets."""
    inherited: frozenset[str] = frozenset()
    """The fields that the words around gave, not its own."""
    dates: tuple[Date, ...] = ()
    """The dates that its time was read from."""
    named: bool = False
    """Whether its subject is a name: its parts in lower case, "#2" the number of a numbered person."""
    left: frozenset[str] = frozenset()
    """The stems of the content words between the number before it, or the start of its sentence, and itself."""
    right: frozenset[str] = frozenset()
    """Those between itself and the next number."""
    around: frozenset[str] = frozenset()
    """Those of its sentence."""
    title: bool = False
    """Whether it stands in a heading."""

    def has(self, *roles: Role) -> bool:
        """Whether it has one of some roles."""
        # Most numbers have no cue, and each is asked some twenty times.
        return bool(self.cues) and any(cue.role in roles for cue in self.cues)

    def cue(self, role: Role) -> str:
        """The words that give it a role; empty where it has not that role."""
        return next((cue.words for cue in self.cues if cue.role == role), "")

    @property
    def roles(self) -> frozenset[Role]:
        """Its roles."""
        return frozenset(cue.role for cue in self.cues)

    @property
    def start(self) -> int:
        """Where its number begins."""
        return self.quantity.number_start

    @property
    def is_share(self) -> bool:
        """Whether it is a percentage or the like."""
        return self.quantity.unit is not None and not self.quantity.dimension
