"""
Verdicts worked out a second time, from design/rounding.md's table and nothing of the engine: exact fractions.

Each number is written as a text would, and is at each rung of the ladder an interval with open or closed ends; a
relation holds at the first rung on which the two sides can meet as the sign says.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from random import Random

Ends = tuple[Fraction | None, bool, Fraction | None, bool]
"""The lower end and whether it belongs to it, the upper end and whether it does; ``None`` for no end."""
RUNGS = ("exact", "rounding", "hedge")
WORDS = (
    *(("", ""),) * 6, ("about", "around"), ("nearly", "below"), ("more than", "over"), ("at least", "from"),
    ("less than", "under"), ("at most", "to"), ("up to", "up"),
)  # fmt: skip
"""Words before a number, and what they do to it."""
DEPOTS = ("Aachen", "Basel", "Cologne", "Dresden", "Essen", "Fulda", "Gera")


@dataclass(frozen=True)
class Number:
    """A number as a text states it."""

    value: Fraction
    step: Fraction
    words: str
    does: str

    @property
    def printed(self) -> str:
        """With commas, to the place of its step."""
        places = len(str(self.step.denominator)) - 1
        whole, rest = divmod(abs(self.value) * 10**places, 10**places)
        return f"{int(whole):,}" + (f".{int(rest):0{places}d}" if places else "")

    @property
    def significant(self) -> Fraction:
        """The place of its last digit that is not 0; zeros behind a point were written on purpose, and count."""
        place = self.step
        while place >= 1 and (self.value / place / 10).denominator == 1:
            place *= 10
        return place

    def at(self, rung: str) -> Ends:
        """Its values on a rung of the ladder."""
        value, half = self.value, self.step / 2
        if self.does in ("over", "from"):
            return value, self.does == "from", value + self.significant, True
        if self.does in ("under", "to"):
            return value - self.significant, True, value, self.does == "to"
        if self.does == "up":
            return None, False, value, True
        if rung == "exact":
            return value, True, value, True
        if rung == "rounding" or not (self.does or self.significant >= 1000):
            return value - half, True, value + half, True
        reach = max(min(self.significant, value / 10), half)
        if self.does == "below":
            # The hull with what rounding allows.
            low = value - reach
            return (value - half, True, value + half, True) if reach <= half else (low, False, value + half, True)
        reach = max(reach if self.does else reach / 2, half)
        return value - reach, True, value + reach, True


@dataclass(frozen=True)
class Case:
    """A text, its claim file with one formula, and what the formula's verdict must be."""

    text: str
    claims: str
    formula: str
    expected: tuple[str, str]


def case(rng: Random) -> Case:
    """Some numbers and a relation between them that holds, nearly holds, or does not."""
    numbers = [_number(rng) for _ in range(rng.randint(2, 5))]
    signs = [1, *(rng.choice([1, 1, -1]) for _ in numbers[1:])]
    total = sum(sign * its.value for sign, its in zip(signs, numbers, strict=True))
    if total <= 0:
        signs, total = [1] * len(numbers), sum((its.value for its in numbers), Fraction())
    numbers.append(_near(rng, total))
    compare = rng.choice(["=", "=", "=", "=", "=", "=", "=", "<=", "<", ">=", ">"])
    names = [f"n{at}" for at in range(len(numbers))]
    left = " ".join(f"{'+' if sign > 0 else '-'} {name}" for sign, name in zip(signs, names, strict=False))
    formula = f"{left.removeprefix('+ ')} {compare} {names[-1]}"
    said = [f"{depot} has {_words(its)}{its.printed} kg" for depot, its in zip(DEPOTS, numbers, strict=False)]
    quotes = "".join(f"  {name}: {words}\n" for name, words in zip(names, said, strict=True))
    claims = f"source: source.txt\nclaims:\n{quotes}"
    return Case(
        "".join(f"The depot of {words} of grain.\n\n" for words in said),
        f"{claims}rules:\n  - formula: {formula}\n",
        formula,
        verdict(numbers, signs, compare),
    )


def verdict(numbers: list[Number], signs: list[int], compare: str) -> tuple[str, str]:
    """The verdict on "the signed numbers but the last compare with the last", and the rung that decides it."""
    for rung in RUNGS:
        ends: Ends = (Fraction(), True, Fraction(), True)
        for sign, its in zip([*signs, -1], numbers, strict=True):
            ends = _added(ends, its.at(rung) if sign > 0 else _negative(its.at(rung)))
        if _holds(ends, compare):
            return "consistent", rung
    return "inconsistent", ""


def _holds(difference: Ends, compare: str) -> bool:
    """Whether left less right can be 0, or lie on the right side of it."""
    low, low_in, high, high_in = difference
    not_above = low is None or low < 0 or (low == 0 and low_in)
    not_below = high is None or high > 0 or (high == 0 and high_in)
    if compare == "=":
        return not_above and not_below
    if compare in ("<", "<="):
        return not_above if compare == "<=" else low is None or low < 0
    return not_below if compare == ">=" else high is None or high > 0


def _added(one: Ends, other: Ends) -> Ends:
    low = None if one[0] is None or other[0] is None else one[0] + other[0]
    high = None if one[2] is None or other[2] is None else one[2] + other[2]
    return low, one[1] and other[1], high, one[3] and other[3]


def _negative(ends: Ends) -> Ends:
    low, low_in, high, high_in = ends
    return None if high is None else -high, high_in, None if low is None else -low, low_in


def _number(rng: Random) -> Number:
    step = Fraction(1, 10 ** rng.choice([0, 0, 1, 2]))
    value = rng.randint(1, rng.choice([30, 999, 99_999])) * step * rng.choice([1, 1, 1, 10, 1000])
    return Number(value, step, *rng.choice(WORDS))


def _near(rng: Random, total: Fraction) -> Number:
    """A number near a sum: rounded to some place, and perhaps a little off."""
    step = Fraction(1, 10 ** rng.choice([0, 1, 2]))
    place = step * rng.choice([1, 1, 1, 10, 1000])
    value = round(total / place) * place + rng.choice([0, 0, 0, 1, -1, 2, -3, 10]) * rng.choice([step, place])
    return Number(value if value > 0 else step, step, *rng.choice(WORDS))


def _words(number: Number) -> str:
    return f"{number.words} " if number.words else ""
