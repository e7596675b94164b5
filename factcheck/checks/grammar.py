"""
The grammar of formulas: text in, a tree of expressions out; nothing is ever handed to Python.

    formula    = sum (sign sum)+                    sign: = == <= >= < > ≤ ≥
    sum        = product (("+" | "-") product)*
    product    = factor (("*" | "/") factor)*       also × and ÷
    factor     = "-" factor | "(" sum ")" | function "(" sum ("," sum)* ")" | literal | name
    function   = "sum" | "count" | "min" | "max"
    literal    = number unit?                       2 mg, $31.6 million, 10%
    name       = a claim's id, `in back quotes` where it begins with a digit; "a.*" is all below a

Length, depth, factors and digits are bounded; there is no power and no exponent.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from factcheck.model.expression import (
    Constant,
    Expression,
    Extreme,
    Operand,
    Product,
    Quotient,
    Sum,
    dimension,
    operands,
)
from factcheck.model.frozen import frozen
from factcheck.model.interval import Interval
from factcheck.model.number import MAX_DIGITS, Rational, parse_decimal
from factcheck.model.regex import regex
from factcheck.model.relation import Names, Sign
from factcheck.model.stated import Stated
from factcheck.model.unit import Unit
from factcheck.reader import read

Lookup = Callable[[str], tuple[Stated, ...] | Names]
"""From a claim's name to what it states. Raises LookupError where there is no such claim."""

MAX_LENGTH = 100_000
"""The longest formula [code points]."""
MAX_DEPTH = 50
"""How deep brackets and minus signs may nest."""
MAX_FACTORS = 60
"""How many numbers may be multiplied and divided with each other: exact products grow with every one."""
MAX_DIVISIONS = 60
"""How many divisions a formula may have: the denominators of a sum are multiplied."""

_TOKEN = regex(
    r"""\s*(?:
        (?P<name>`[^`]{1,200}`|[a-z_][a-z0-9_]*(?:\.[a-z0-9_]+)*(?:\.\*)?)
      | (?P<literal>(?:US|A|C)?[$€£¥]?\s?\d++(?>(?:,\d++)*)(?>(?:\.\d++)?)
            (?:\s*+%|\s*+[^\W\d_]++(?>(?:\s++[^\W\d_]++)*))?)
      | (?P<sign><=|>=|==|[=<>≤≥])
      | (?P<mark>[-+*/×÷−(),])
    )""",
    re.VERBOSE,
)
_DECIMAL = regex(r"\d+(\.\d+)?")
# Thousands, or lakhs and crores: 1,240,000 or 12,40,000.
_COMMAS = regex(r"(?<![\d,])\d[\d,]*")
_GROUPED = regex(r"\d{1,3}(,\d{3})+|\d{1,2}(,\d{2})*,\d{3}")
_SIGNS = {
    "=": Sign.EQUAL,
    "==": Sign.EQUAL,
    "<=": Sign.AT_MOST,
    "≤": Sign.AT_MOST,
    "<": Sign.LESS,
    ">=": Sign.AT_LEAST,
    "≥": Sign.AT_LEAST,
    ">": Sign.MORE,
}
_FUNCTIONS = ("sum", "count", "min", "max")
_PLUS_MINUS = ("+", "-", "−")
_AFTER_TERM = frozenset({*_PLUS_MINUS, *_SIGNS, ")", ",", ""})
_TIMES_OVER = ("*", "×", "/", "÷")


class FormulaError(ValueError):
    """A formula that cannot be read; ``at`` is the offset in it where the trouble begins."""

    def __init__(self, what: str, at: int) -> None:
        super().__init__(what)
        self.at = at


@frozen
class Formula:
    """A formula, read: a chain of comparisons between expressions."""

    text: str
    comparisons: tuple[tuple[Expression, Sign, Expression], ...]

    def unit(self, left: Expression, right: Expression) -> Unit | None:
        """The unit in which a gap is told: the first that is stated in it, of the right dimension."""
        wanted = dimension(right)
        units = (stated.unit for side in (right, left) for stated in operands(side))
        return next((unit for unit in units if unit is not None and unit.dimension == wanted), None)


class _Token(NamedTuple):
    kind: str
    text: str
    at: int


def parse(text: str, lookup: Lookup) -> Formula:
    """
    Read a formula.

    Raises FormulaError where it is none, and what ``lookup`` raises.
    """
    return _Parser(text, lookup).formula()


class _Parser:
    def __init__(self, text: str, lookup: Lookup) -> None:
        self.text, self.lookup = text, lookup
        self.tokens = _tokens(text)
        self.at = 0
        self.depth = 0
        self.divisions = 0
        self.factors = 0
        """How many numbers are multiplied and divided with each other in what was read last."""

    def formula(self) -> Formula:
        """A chain of comparisons, to the end of the text."""
        comparisons = []
        left = self.sum()
        while (token := self.peek()).kind == "sign":
            self.at += 1
            right = self.sum()
            comparisons.append((left, _SIGNS[token.text], right))
            left = right
        if token.kind != "end":
            raise FormulaError(f"“{token.text}” is not expected here", token.at)
        if not comparisons:
            raise FormulaError("a formula compares: it needs =, <=, <, >= or >", len(self.text))
        return Formula(self.text, tuple(comparisons))

    def sum(self) -> Expression:
        """Products added and subtracted."""
        first = self.term()
        if (token := self.tokens[self.at]).text not in _PLUS_MINUS:
            return _sum([first], [1]) if isinstance(first, Sum) else first
        terms: list[Expression] = [first]
        weights: list[Rational] = [1]
        factors = self.factors
        while token.text in _PLUS_MINUS:
            self.at += 1
            weights.append(1 if token.text == "+" else -1)
            terms.append(self.term())
            factors = max(factors, self.factors)
            token = self.tokens[self.at]
        self.factors = factors
        return _sum(terms, weights)

    def term(self) -> Expression:
        """A product, or the name alone that it most often is: seen at once, it costs a third."""
        token = self.tokens[self.at]
        if token.kind == "name" and self.tokens[self.at + 1].text in _AFTER_TERM:
            self.at += 1
            self.factors = 1
            return self.name(token)
        return self.product()

    def product(self) -> Expression:
        """Factors multiplied and divided, from left to right."""
        result = self.factor()
        factors = self.factors
        while (operator := self.tokens[self.at]).text in _TIMES_OVER:
            self.at += 1
            other = self.factor()
            factors += self.factors
            times = operator.text in ("*", "×")
            self.divisions += not times
            if factors > MAX_FACTORS:
                raise FormulaError(f"more than {MAX_FACTORS} numbers are multiplied with each other", operator.at)
            if self.divisions > MAX_DIVISIONS:
                raise FormulaError(f"the formula divides more than {MAX_DIVISIONS} times", operator.at)
            result = Product(result, other) if times else Quotient(result, other)
        self.factors = factors
        return result

    def factor(self) -> Expression:
        """A literal, a name, a call, a bracket, or one of them with a minus."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise FormulaError(f"brackets nest deeper than {MAX_DEPTH}", self.peek().at)
        token = self.take()
        self.factors = 1
        result: Expression
        if token.kind == "name":
            called = token.text in _FUNCTIONS and self.peek().text == "("
            result = self.function(token) if called else self.name(token)
        elif token.kind == "literal":
            result = _literal(token)
        elif token.text in ("-", "−"):
            result = _sum([self.factor()], [-1])
        elif token.text == "(":
            result = self.sum()
            self.expect(")")
        elif token.kind == "end":
            raise FormulaError("the formula ends too early", token.at)
        else:
            raise FormulaError(f"“{token.text}” is not expected here", token.at)
        self.depth -= 1
        return result

    def function(self, function: _Token) -> Expression:
        """The call of a function whose name is taken already."""
        self.expect("(")
        terms: list[Expression] = []
        length, factors = 0, 1
        while True:
            token = self.peek()
            whole_argument = self.tokens[self.at + 1].text in (",", ")")
            if token.kind == "name" and whole_argument:
                found = self.lookup(self.take().text.strip("`"))
                length += len(found.names) if isinstance(found, Names) else len(found)
                terms.extend(Operand(stated) for stated in (() if isinstance(found, Names) else found))
            else:
                terms.append(self.sum())
                factors = max(factors, self.factors)
                length += 1
            if self.peek().text != ",":
                break
            self.at += 1
        self.expect(")")
        self.factors = factors
        if function.text == "count":
            return Constant.number(length)
        if not terms:
            raise FormulaError(f"{function.text} needs numbers, not names", function.at)
        return (
            _sum(terms, [1] * len(terms)) if function.text == "sum" else Extreme(tuple(terms), function.text == "max")
        )

    def name(self, token: _Token) -> Expression:
        """What the name of one claim stands for."""
        found = self.lookup(token.text.strip("`"))
        if isinstance(found, Names) or len(found) != 1:
            raise FormulaError(f"“{token.text}” stands for several; put it in sum, count, min or max", token.at)
        return Operand(found[0])

    def peek(self) -> _Token:
        """The next token, left where it is."""
        return self.tokens[self.at]

    def take(self) -> _Token:
        """The next token; the end is never passed."""
        token = self.tokens[self.at]
        self.at += token.kind != "end"
        return token

    def expect(self, text: str) -> None:
        """Take a token that has to be this one."""
        token = self.take()
        if token.text != text:
            raise FormulaError(f"“{text}” is missing", token.at)


def _tokens(text: str) -> list[_Token]:
    if len(text) > MAX_LENGTH:
        raise FormulaError(f"the formula is longer than {MAX_LENGTH:,} characters", MAX_LENGTH)
    tokens, at, end = [], 0, len(text.rstrip())
    match_at = _TOKEN.match
    while at < end:
        match = match_at(text, at)
        if match is None or (kind := match.lastgroup) is None:
            start = at + len(text[at:]) - len(text[at:].lstrip())
            raise FormulaError(f"“{text[start]}” is not part of a formula", start)
        start, at = match.span(kind)
        tokens.append(_Token(kind, match[kind], start))
    # A second end lets the parser look one token ahead of the last.
    return [*tokens, _Token("end", "", end), _Token("end", "", end)]


def _literal(token: _Token) -> Constant:
    written = _COMMAS.search(token.text)
    if written and "," in written[0] and not _GROUPED.fullmatch(written[0]):
        point, none, apart = (written[0].replace(",", its) for its in (".", "", ", "))
        decimal = f"“{point}” or " if written[0].count(",") == 1 else ""
        what = f"“{written[0]}” is not one number: write {decimal}“{none}”, or “{apart}” for several"
        raise FormulaError(what, token.at)
    digits = token.text.replace(",", "")
    if sum(map(str.isdecimal, digits)) > MAX_DIGITS:
        raise FormulaError(f"a number of more than {MAX_DIGITS} digits", token.at)
    if _DECIMAL.fullmatch(digits):
        return Constant(Interval.point(parse_decimal(digits)[0]), (), token.text)
    quantities = read(token.text).quantities
    if len(quantities) != 1 or quantities[0].value is None:
        raise FormulaError(f"“{token.text}” is not one number with a unit", token.at)
    quantity = quantities[0]
    value: Rational = quantities[0].value
    unit = quantity.unit
    return Constant(Interval.point(unit.to_base(value) if unit else value), quantity.dimension, token.text)


def _sum(terms: list[Expression], weights: Sequence[Rational]) -> Expression:
    """A sum, flat, each claim once: interval arithmetic widens what stands twice."""
    flat: list[tuple[Expression, Rational]] = []
    for term, weight in zip(terms, weights, strict=True):
        if isinstance(term, Sum):
            flat.extend((inner, weight * its) for inner, its in zip(term.terms, term.weights, strict=True))
        else:
            flat.append((term, weight))
    merged: dict[str | int, tuple[Expression, Rational]] = {}
    for at, (term, weight) in enumerate(flat):
        key = term.stated.key if isinstance(term, Operand) else at
        merged[key] = (term, weight + (merged[key][1] if key in merged else 0))
    kept = [(term, weight) for term, weight in merged.values() if weight]
    if not kept:
        return Constant.number(0)
    if len(kept) == 1 and kept[0][1] == 1:
        return kept[0][0]
    return Sum(tuple(term for term, _ in kept), tuple(weight for _, weight in kept))
