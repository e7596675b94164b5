"""
Whether a relation between the lines of a table is meant: it holds in most of its other lines.

The same relation at each place of some lines ("the fourth row is the first three", in each column) is a family. Its
cases that hold speak for it, the more the more digits come out; with words that state it ("Total") one is enough.
Where it is meant, the case that does not hold is told, as far as one slip in one of its cells would mend it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from factcheck.discover.near import near
from factcheck.discover.proposal import Proposal
from factcheck.model.frozen import frozen
from factcheck.model.number import Rational, divide, magnitude
from factcheck.model.quantity import Quantity
from factcheck.model.slip import is_slip

_SURE = 6
"""How many digits must come out where no word states a relation [digits]."""
_LIKELY = 4
"""How many where words say that it is a change or a share, but not of what [digits]."""
_LONG = 4
"""How many must come out in one case, where there is but one other [digits]."""
_CLOSE = Fraction(1, 4)


@frozen
class Case:
    """A relation between some cells."""

    whole: Quantity
    """What the others make."""
    made: Rational
    """What they make [in its unit]."""
    slack: Rational
    """How far off rounding may put it: a half-width [in its unit]."""
    weight: int
    """How many digits come out where it holds; 0 where it holds by itself ("0 + 0 = 0") [digits]."""
    propose: Callable[[bool], Proposal]
    """The proposal, given whether it is sure to be meant."""
    tight: Rational | None = None
    """How far off it may be and be proposed, where that is less: what rounding alone hardly explains is left alone."""
    needed: tuple[tuple[Rational, Rational], ...] = ()
    """Of each other cell the value that it has and the one that it would need, in units of its last place."""

    @property
    def off(self) -> Rational:
        """How much they make too much."""
        return self.made - (self.whole.value or 0)

    @property
    def holds(self) -> bool:
        """Whether it comes out, within rounding."""
        return magnitude(self.off) <= self.slack

    @property
    def evidence(self) -> int:
        """How many digits come out where it holds: fewer than are printed where rounding lets many values pass."""
        if not self.slack:
            return self.weight
        passed = int(magnitude(self.made) / self.slack)
        return min(self.weight, len(str(passed)) if passed else 0)

    @property
    def mends(self) -> bool:
        """Whether one slip in one cell explains what is off."""
        step = self.whole.step or 1
        pairs = ((divide(self.whole.value or 0, step), divide(self.made, step)), *self.needed)
        return any(_mended(printed, meant) for printed, meant in pairs)


def _mended(printed: Rational, meant: Rational) -> bool:
    """Whether one slip leads from what was meant to what is printed, both in units of the last place."""
    low, high = int(meant // 1), int(-(-meant // 1))
    return any(_slip(printed, its) for its in (low, high))


def _slip(printed: Rational, meant: Rational) -> bool:
    if printed == meant or not meant or not printed:
        return False
    # One printed with the other sign is a slip too.
    return printed == -meant or ((printed < 0) == (meant < 0) and is_slip(magnitude(printed), magnitude(meant)))


def count(family: Sequence[Case]) -> tuple[int, int, int]:
    """How many cases hold, how many are off, and how many digits come out."""
    right = [its for its in family if its.holds and its.evidence]
    return len(right), sum(not its.holds for its in family), sum(min(its.evidence, _LONG) for its in right)


def is_meant(family: Sequence[Case], worded: bool, likely: bool = False) -> bool:
    """Whether the relation of a family is meant; ``likely`` where words say of which sort it is ("change")."""
    enough = _LIKELY if likely else _SURE
    holding, off, digits = count(family)
    if not off:
        return (worded and bool(holding)) or (holding > 1 and digits >= enough)
    if worded:
        return 0 < holding >= off
    if off > max(1, holding // 4):
        return False
    return (holding > 1 and digits >= enough) or (holding == 1 == off and digits >= _LONG)


def told(family: Sequence[Case], worded: bool) -> Iterator[Proposal]:
    """The cases of a family that is meant: those that hold, and those that a slip explains."""
    holding, off, digits = count(family)
    # What is called tested is told when it is misprinted: with one case less it would be meant as well.
    stands = off or (worded and (holding > 1 or len(family) == 1)) or holding > 2 or digits >= 2 * _LONG
    for its in family:
        if its.holds:
            if stands and its.evidence > 1 and magnitude(its.off) <= (its.slack if its.tight is None else its.tight):
                yield its.propose(worded or holding > 1)
        elif its.mends or (worded and holding > 1 and off == 1 and near(its.made, its.whole.value or 0, _CLOSE)):
            yield its.propose(worded or holding > 1)
