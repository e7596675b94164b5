"""
Arithmetic as it is written: "16 − 3 − 4 = 9", "$12 x 5 = $60", "200 GB * 40% = 80 GB".

An equation is read around each "=": to its right and to its left the longest run of numerals, signs, brackets and
units that is an expression. Units are labels; percentages are hundredths, but where all terms of a sum are
percentages; of minutes and hours, or cents and dollars, each is taken in the unit of the result. What holds a
variable ("2x = 80") is no equation of numbers, and is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from factcheck.facts.page import Page
from factcheck.model.expression import Constant, Expression, Operand, Product, Quotient, Sum, operands
from factcheck.model.frozen import frozen
from factcheck.model.number import Rational, divide, power_of_ten, whole
from factcheck.model.quantity import Quantity
from factcheck.model.stated import Stated
from factcheck.model.tokens import FRONT, NUMBER, WORD, Tokens
from factcheck.model.unit import Unit
from factcheck.reader.vocabulary import vocabulary

_PLUS = frozenset({"+"})
_MINUS = frozenset("-−–")
_TIMES = frozenset({"*", "×", "·", "x"})
_OVER = frozenset({"/", "÷"})
_OPERATORS = _PLUS | _MINUS | _TIMES | _OVER
_SIGNS = _OPERATORS | frozenset("()[]$€£%")
_MONEY = frozenset("$€£")
_BRACKETS = frozenset("()[]")
_LONGEST_UNIT = 4
"""The longest unit or noun behind a numeral [words]."""
_LONGEST = 80
"""The longest side of an equation [tokens]."""


@frozen
class Written:
    """An equation as it is written: what is worked out, and the result that is printed."""

    left: Expression
    right: Stated
    factor: Rational
    """What the left side is multiplied by to be in the unit of the right one: 100 where only the result has a "%"."""
    rounded: bool
    """Whether the result may be rounded: something is divided, or has more places than the result."""

    @property
    def numbers(self) -> tuple[Quantity, ...]:
        """Its numbers, in the order of writing."""
        return (*(stated.quantity for stated in operands(self.left)), self.right.quantity)


def equations(page: Page) -> Iterator[Written]:
    """The equations of a page's prose, in order."""
    for tokens in page.contents.tokens:
        if "=" in tokens.words and page.is_prose(tokens.start):
            for at in range(FRONT, tokens.behind):
                if tokens.words[at] == "=" and (found := _equation(page, tokens, at)):
                    yield found


def _equation(page: Page, tokens: Tokens, at: int) -> Written | None:
    """The equation around an "="; ``None`` where a side is none, or holds a variable."""
    reading = _Reading(page, tokens)
    result = reading.result(at + 1)
    if result is None:
        return None
    for first in _starts(tokens, at):
        left = reading.whole(first, at)
        if left is not None:
            return _written(left, result, reading)
    return None


def _starts(tokens: Tokens, at: int) -> Iterator[int]:
    """Where the left side of an equation may begin, the furthest first; none where a variable stands in it."""
    first, words = at, 0
    while first - 1 >= FRONT and at - first < _LONGEST:
        before = first - 1
        if tokens.kinds[before] == NUMBER or tokens.words[before] in _SIGNS:
            words = 0
        elif tokens.kinds[before] == WORD and words < _LONGEST_UNIT:
            words += 1
        else:
            break
        first = before
    for start in range(first, at):
        opens = tokens.kinds[start] == NUMBER or tokens.words[start] in "([$€£"
        if opens and not _goes_on(tokens, start):
            yield start


def _goes_on(tokens: Tokens, start: int) -> bool:
    """Whether a sign or a bracket before a token shows that the expression began before it."""
    before = tokens.words[start - 1]
    if tokens.kinds[start - 1] == NUMBER or before in _MONEY or before in _BRACKETS:
        return True
    if tokens.words[start - 2] == "\\":  # "\\times" of TeX
        return True
    return before in _OPERATORS and (before != "x" or tokens.kinds[start - 2] == NUMBER)


class _Reading:
    """Reads expressions out of tokens: sums of products of numerals, with units as labels."""

    def __init__(self, page: Page, tokens: Tokens) -> None:
        self.page, self.tokens = page, tokens
        self.at, self.end = 0, tokens.behind
        self.percents = 0
        self.units: list[Unit] = []
        self.divides = False
        self.hundred = False
        self.compound = False
        """Whether a unit is one for each of another: "days/week"; then units are labels alone."""

    def whole(self, first: int, last: int) -> Expression | None:
        """The expression that fills the tokens between two, with an operator in it; ``None`` where they are none."""
        self.at, self.end, self.percents, self.units, self.divides, self.hundred = first, last, 0, [], False, False
        found = self._sum()
        return found if found is not None and self.at == last and not isinstance(found, Operand) else None

    def result(self, first: int) -> tuple[Stated, bool, Unit | None] | None:
        """The numeral behind an "=", whether it is a percentage, and its unit."""
        self.at, self.end, self.percents, self.units = first, self.tokens.behind, 0, []
        found = self._numeral()
        if not isinstance(found, Operand) or self._is_operator(self.at):
            return None
        return found.stated, self.percents > 0, self.units[0] if self.units else None

    def _sum(self) -> Expression | None:
        return self._chain(self._product, _PLUS | _MINUS)

    def _product(self) -> Expression | None:
        return self._chain(self._factor, _TIMES | _OVER | {"of"})

    def _chain(self, part: Callable[[], Expression | None], signs: frozenset[str]) -> Expression | None:
        left = part()
        while left is not None and self.at < self.end and self.tokens.lowers[self.at] in signs:
            sign = self.tokens.lowers[self.at]
            self.at += 1
            right = part()
            if right is None:
                return None
            left = self._joined(left, sign, right)
        return left

    def _joined(self, left: Expression, sign: str, right: Expression) -> Expression:
        if sign in _PLUS | _MINUS:
            return Sum((left, right), (1, 1 if sign in _PLUS else -1))
        if sign in _OVER:
            self.divides = True
            return Quotient(left, right)
        return Product(left, right)

    def _factor(self) -> Expression | None:
        if self.at < self.end and self.tokens.words[self.at] in ("(", "["):
            self.at += 1
            inner = self._sum()
            if inner is None or self.at >= self.end or self.tokens.words[self.at] not in (")", "]"):
                return None
            self.at += 1
            self._unit()
            return inner
        return self._numeral()

    def _numeral(self) -> Expression | None:
        """A numeral with its sign of money and its unit."""
        tokens = self.tokens
        first = self.at + (self.at < self.end and tokens.words[self.at] in _MONEY)
        if first >= self.end or tokens.kinds[first] != NUMBER:
            return None
        stated = _stated(self.page, tokens, first)
        if stated is None or (
            tokens.kinds[first + 1] == WORD and tokens.glued(first + 1) and _is_variable(tokens, first + 1)
        ):
            return None
        self.at = first + 1
        self.hundred = self.hundred or stated.value == 100
        if self.at < self.end and tokens.words[self.at] == "%":
            self.at += 1
            self.percents += 1
            self._unit()
            return Product(Operand(stated), _HUNDREDTH)
        unit = _unit_of(self.page, stated)
        if unit is not None:
            self.units.append(unit)
            self.compound = self.compound or " per " in unit.name
        self._unit()
        return Operand(stated)

    def _unit(self) -> None:
        """Step over the unit or the noun behind a numeral: "boxes", "miles per hour", "GB/minute"."""
        tokens, count = self.tokens, 0
        while self.at < self.end and count < _LONGEST_UNIT:
            over = tokens.words[self.at] in "/-" and tokens.kinds[self.at + 1] == WORD and tokens.glued(self.at + 1)
            if over:
                self.at += 2
                self.compound = True
            elif tokens.kinds[self.at] == WORD and not self._is_operator(self.at) and _is_label(tokens, self.at):
                self.at += 1
            else:
                return
            count += 1

    def _is_operator(self, at: int) -> bool:
        """Whether a token is a sign between two numerals: "x" only before one."""
        word = self.tokens.lowers[at]
        if word not in _OPERATORS and word != "of":
            return False
        return self.tokens.kinds[at + 1] == NUMBER or self.tokens.words[at + 1] in _MONEY | {"(", "["}


_HUNDREDTH = Constant.number(divide(1, 100))


def _is_label(tokens: Tokens, at: int) -> bool:
    known, word = vocabulary(), tokens.lowers[at]
    if len(word) == 1 and word != "a":  # a variable
        return False
    return word in ("per", "a", "each") or (word not in known.function and word not in known.finite)


def _is_variable(tokens: Tokens, at: int) -> bool:
    """Whether a single letter glued to a numeral is a variable: "2x"; not the sign of "2x3"."""
    return (
        tokens.glued(at) and len(tokens.words[at]) == 1 and tokens.kinds[at] == WORD and tokens.kinds[at + 1] != NUMBER
    )


def _stated(page: Page, tokens: Tokens, at: int) -> Stated | None:
    """A numeral as an exact bare number, in the place of the number that was read there."""
    word = tokens.words[at].replace(",", "").replace(" ", "")
    try:
        value = whole(Fraction(word))
    except ValueError:
        return None
    start, end = tokens.starts[at], tokens.ends[at]
    step = whole(power_of_ten(-len(word.partition(".")[2])))
    read = next(iter(page.quantities(start - 2, end)), None)
    first, last = start, end
    if read is not None and read.number_end == end and not any(map(str.isalnum, page.text[read.number_start : start])):
        first = read.number_start  # with its sign of money
    quantity = Quantity(page.text[first:last], first, last, first, last, value, step, step, exact=True)
    return page.stated(quantity, tokens.words[at])


def _unit_of(page: Page, stated: Stated) -> Unit | None:
    """The unit that was read with a numeral."""
    read = page.quantities(stated.quantity.number_start, stated.quantity.number_end)
    return read[0].unit if read else None


def _written(left: Expression, result: tuple[Stated, bool, Unit | None], reading: _Reading) -> Written | None:
    """An equation of what was read; ``None`` where units of one dimension mix in a product."""
    right, percent, unit = result
    count = sum(1 for _ in operands(left))
    factor: Rational = 1
    if percent and not reading.hundred:
        factor = 100
    scales = {other.factor for other in reading.units if unit and other.dimension == unit.dimension}
    if reading.compound:
        pass
    elif unit is not None and len(scales) == 1 and reading.percents < count:
        factor *= divide(next(iter(scales)), unit.factor)
    elif len(scales) > 1:
        return None
    places = max((stated.quantity.step.denominator for stated in operands(left)), default=1)
    rounded = reading.divides or reading.percents > 0 or places > 1
    return Written(left, right, factor, rounded)
