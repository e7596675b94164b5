"""
Generated documents for the benchmarks: sums, trees of sums and cross-footed tables, one slip in each.

Numbers are whole; some may be rounded, each then printed to the last place it is rounded to.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from factcheck.engine.judge import Judgement, judge
from factcheck.model.claim import Rule
from factcheck.model.expression import Operand, Sum
from factcheck.model.number import Rational, last_significant_place
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Comparison, Sign
from factcheck.model.stated import Printing, Stated

Sums = Mapping[str, tuple[str, ...]]
"""For each whole its parts, by field."""

DIGITS = "0123456789"


@dataclass(frozen=True)
class Document:
    """Numbers and the sums that they should make."""

    sums: Sums
    values: dict[str, int]
    steps: dict[str, int]
    """What each field is rounded to; 1 where it is not named."""


def fact(field: str, value: Rational, step: int = 1) -> Stated:
    """A field as a fact: exact if it is printed to the unit, as the cells of a table are."""
    text = str(value)
    significant = last_significant_place(value, step)
    quantity = Quantity(text, 0, len(text), 0, len(text), value, step, significant)
    precision = 0 if step == 1 else step
    return Stated(field, field, (Printing(quantity, claim=field, precision=precision),))


def rules_of(document: Document) -> tuple[list[Rule], list[Judgement]]:
    """One balance a sum, and the verdicts."""
    facts = {field: fact(field, value, document.steps.get(field, 1)) for field, value in document.values.items()}
    rules = [
        balance(
            whole, Comparison(Sum.of(*(Operand(facts[part]) for part in parts)), Sign.EQUAL, Operand(facts[whole]), "")
        )
        for whole, parts in document.sums.items()
    ]
    return rules, [judge(rule.relation) for rule in rules]


def balance(name: str, relation: Comparison) -> Rule:
    """A rule of kind balance."""
    return Rule(name, "balance", relation, ())


def single(rng: random.Random) -> Document:
    """One sum of five."""
    return _filled({"x0": tuple(f"x{at}" for at in range(1, 6))}, rng)


def tree(rng: random.Random) -> Document:
    """A total of four subtotals of four parts each."""
    sums: dict[str, tuple[str, ...]] = {}
    for group in range(4):
        first = 5 * group + 1
        sums[f"x{first}"] = tuple(f"x{first + at}" for at in range(1, 5))
    sums["x0"] = ("x1", "x6", "x11", "x16")
    return _filled(sums, rng)


def table(rng: random.Random, rows: int = 5, columns: int = 4) -> Document:
    """A table with the totals of rows, columns and all."""
    cells = rows * columns
    sums = {f"x{cells + row}": tuple(f"x{columns * row + at}" for at in range(columns)) for row in range(rows)}
    sums |= {f"x{cells + rows + at}": tuple(f"x{columns * row + at}" for row in range(rows)) for at in range(columns)}
    sums[f"x{cells + rows + columns}"] = tuple(f"x{cells + row}" for row in range(rows))
    return _filled(sums, rng)


STRUCTURES = {"single": single, "two": tree, "grid": table}


def _filled(sums: Sums, rng: random.Random) -> Document:
    """Parts from 10 to 4,999, as in the data of the project's prototype."""
    values: dict[str, int] = {}
    inner = set(sums)
    for parts in sums.values():
        for part in parts:
            if part not in inner:
                values.setdefault(part, rng.randint(10, 4999))
    for whole, parts in sums.items():
        values[whole] = sum(values[part] for part in parts)
    return Document(sums, values, {})


def rounded(document: Document, share: int, rng: random.Random) -> Document:
    """The document with ``share`` % of its numbers rounded to tens or hundreds, half up."""
    values, steps = dict(document.values), {}
    for field, value in values.items():
        step = rng.choice((10, 100))
        if rng.randrange(100) < share and value >= step:
            values[field] = (value + step // 2) // step * step
            steps[field] = step
    return Document(document.sums, values, steps)


def slip(digits: str, rng: random.Random) -> str:
    """A numeral with one typing slip: swapped, substituted, inserted, deleted, ten times as much or a tenth."""
    at = rng.randrange(len(digits))
    kind = rng.choice(("swap", "substitute", "insert", "delete", "magnitude"))
    if kind == "swap" and at:
        return digits[: at - 1] + digits[at] + digits[at - 1] + digits[at + 1 :]
    if kind == "substitute":
        return digits[:at] + rng.choice(DIGITS) + digits[at + 1 :]
    if kind == "insert":
        return digits[:at] + rng.choice(DIGITS) + digits[at:]
    if kind == "delete":
        return digits[:at] + digits[at + 1 :]
    return digits + "0" if rng.randrange(2) or not digits.endswith("0") else digits[:-1]


def planted(document: Document, fields: Iterable[str], rng: random.Random) -> Document:
    """The document with a slip in each of these fields, in the digits that are printed."""
    values = dict(document.values)
    for field in fields:
        step = document.steps.get(field, 1)
        digits = str(values[field] // step)
        wrong = digits
        while wrong in ("", digits) or (wrong[0] == "0" and wrong != "0"):
            wrong = slip(digits, rng)
        values[field] = int(wrong) * step
    return Document(document.sums, values, document.steps)
