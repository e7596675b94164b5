"""
An expression over claims holds.

    doses * 2 mg <= drugs.opioids

The way out where no other kind says what is meant. Names of claims, numbers with units, `+ - * /`,
brackets, `sum count min max`, and one or more comparisons `= <= < >= >`. A name with `.*` stands for
all claims below it, and a breakdown for all of its items. Counted nouns are labels: doses times mg
is mg. A claim's name that another word would shadow is put in back quotes. There is no power, no
name of a function but the four, and nothing of it is run as a program.

Holds:

    The 4 million doses were made from 26.9 kg of opioids.
    ---
    claims:
      doses: 4 million doses
      opioids: 26.9 kg of opioids
    rules:
      - formula: doses * 2 mg <= opioids

Holds:

    Two of the 12 arrests were made in Rome and 10 in Milan.
    ---
    claims:
      arrests.total: 12 arrests
      arrests.rome: Two
      arrests.milan: 10 in Milan
    rules:
      - formula: arrests.rome + arrests.milan = arrests.total

Does not hold:

    The 4 million doses were made from 6.9 kg of opioids.
    ---
    claims:
      doses: 4 million doses
      opioids: 6.9 kg of opioids
    rules:
      - formula: doses * 2 mg <= opioids
"""

from __future__ import annotations

from factcheck.checks.grammar import Formula
from factcheck.model.expression import Constant, Expression, Operand
from factcheck.model.frozen import frozen
from factcheck.model.relation import Comparison, Conjunction, Relation, Sign

_OPPOSITE = {
    Sign.EQUAL: "not {right}",
    Sign.AT_MOST: "more than {right}",
    Sign.LESS: "not less than {right}",
    Sign.AT_LEAST: "less than {right}",
    Sign.MORE: "not more than {right}",
}
"""What a number is where the formula says otherwise."""


@frozen
class Operands:
    """An expression that compares."""

    expression: Formula
    """The expression; `formula: a + b = c` is short for `formula: {expression: a + b = c}`."""


def relation(operands: Operands) -> Relation:
    """Each comparison of the chain holds."""
    formula = operands.expression
    relations = []
    for left, sign, right in formula.comparisons:
        unit = formula.unit(left, right)
        said = "{left}" if _is_number(left) else "{left_side} is {left}"
        told = _OPPOSITE[sign] if _is_number(right) else "{right_side} is {right}"
        broken = f"{{subject}} {{do}} not hold: {said}, {told} ({{off}})"
        relations.append(Comparison(left, sign, right, broken, unit=unit))
    return Conjunction(tuple(relations))


def _is_number(side: Expression) -> bool:
    """Whether a side is one number, not worked out from others."""
    return isinstance(side, (Operand, Constant))
