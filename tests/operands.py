"""
Facts and rules for the engine's tests, short enough to read: numbers as the reader reads them.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from factcheck.engine.judge import Judgement, judge
from factcheck.model.claim import Rule
from factcheck.model.expression import Constant, Expression, Operand, Product, Quotient, Sum
from factcheck.model.number import Rational
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Agreement, Comparison, Conjunction, Relation, Sign
from factcheck.model.stated import Printing, Stated
from factcheck.reader import read


def quantity(text: str) -> Quantity:
    """The one quantity of a text."""
    (found,) = read(text).quantities
    return found


def fact(
    key: str, *texts: str, precision: Rational | None = None, backed: bool = False, evidence: Sequence[str] = ()
) -> Stated:
    """A fact with its printings: ``fact("germany", "47 arrests")``."""
    printings = [Printing(quantity(text), claim=f"{key}#{at}", precision=precision) for at, text in enumerate(texts)]
    printings += [Printing(quantity(text), claim=f"{key}#told", evidence=True) for text in evidence]
    return Stated(key, key, tuple(printings), backed=backed)


def facts(*numbers: int, prefix: str = "x") -> list[Stated]:
    """Numbers of a table, to be taken at their word, as facts called x0, x1 and so on."""
    return [fact(f"{prefix}{at}", f"{number:,} people", precision=0) for at, number in enumerate(numbers)]


def total(parts: Sequence[Stated]) -> Expression:
    return Sum.of(*(Operand(part) for part in parts))


def rule(relation: Relation, name: str = "", kind: str = "formula") -> Rule:
    return Rule(name, kind, relation, ())


def balance(whole: Stated, *parts: Stated, cue: str = "") -> Rule:
    """The parts add up to the whole; a cue ("including") opens the list."""
    return rule(Comparison(total(parts), Sign.EQUAL, Operand(whole), "", remainder=cue), whole.key, "balance")


def at_most(*chain: Stated) -> Rule:
    """Each is no more than the next."""
    pairs = itertools.pairwise(chain)
    return rule(Conjunction(tuple(Comparison(Operand(a), Sign.AT_MOST, Operand(b), "") for a, b in pairs)), kind="part")


def is_(stated: Stated, value: int) -> Rule:
    """A number is as many as were counted."""
    return rule(Comparison(Constant.number(value), Sign.EQUAL, Operand(stated), ""), kind="count")


def same(*statements: Stated) -> Rule:
    """The same fact, stated again."""
    return rule(Agreement(tuple(Operand(its) for its in statements), "", restated=True), kind="agree")


def share(part: Stated, whole: Stated, percent: Stated) -> Rule:
    """The part is the printed percentage of the whole."""
    return rule(Comparison(Quotient(Operand(part), Operand(whole)), Sign.EQUAL, Operand(percent), ""), kind="share")


def product(rate: Stated, base: Stated, result: Stated) -> Rule:
    """One times the other is the result."""
    return rule(Comparison(Product(Operand(rate), Operand(base)), Sign.EQUAL, Operand(result), ""), kind="product")


def judged(*rules: Rule) -> tuple[list[Rule], list[Judgement]]:
    """Rules and their judgements, parallel, as the engine's parts take them."""
    return list(rules), [judge(its.relation) for its in rules]
