"""
How many contradictions the joint check finds that no single rule shows, and what it costs.

    python -m benchmarks.joint

Trees of sums whose inner totals are rounded, each of two or three levels. What is true of a tree is
told by adding it up from below, independently of the engine: the values of a total are those of its
parts' sum, as far as its own words allow them. And tables without a grand total: they cannot be true
if all totals of rows and all totals of columns, added up, lie apart.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from benchmarks.documents import Document, rules_of
from factcheck.engine.joint import Clash, clashes
from factcheck.engine.network import network
from factcheck.model.finding import Verdict

Range = tuple[int, int]
"""Twice the lowest and twice the highest value, both allowed: halves stay whole."""


def tree(rng: random.Random) -> Document:
    """A tree of sums, true values, the inner ones rounded to tens or hundreds half up."""
    sums: dict[str, tuple[str, ...]] = {}
    values: dict[str, int] = {}

    def grow(name: str, depth: int) -> int:
        if not depth:
            values[name] = rng.randint(10, 999)
            return values[name]
        sums[name] = tuple(f"{name}.{at}" for at in range(rng.randint(2, 4)))
        values[name] = sum(grow(part, rng.randint(0, depth - 1)) for part in sums[name])
        return values[name]

    grow("t", rng.randint(2, 3))
    for inner in list(sums)[1:]:
        grow(sums[inner][0] + "+", 0)
        sums[inner] = (*sums[inner], sums[inner][0] + "+")
    for name in reversed(list(sums)):
        values[name] = sum(values[part] for part in sums[name])
    steps: dict[str, int] = {}
    for name in values:
        step = rng.choice((10, 100)) if name in sums else rng.choice((1, 1, 10))
        if step > 1 and values[name] >= step:
            values[name], steps[name] = (values[name] + step // 2) // step * step, step
    return Document(sums, values, steps)


def feasible(document: Document) -> bool:
    """Whether the whole tree can be true, added up from below."""
    return _possible(document, "t") is not None


def _possible(document: Document, name: str) -> Range | None:
    value, step = 2 * document.values[name], document.steps.get(name, 0)
    low, high = value - step, value + step
    parts = [_possible(document, part) for part in document.sums.get(name, ())]
    if parts:
        found = [part for part in parts if part is not None]
        if len(found) < len(parts):
            return None
        low, high = max(low, sum(part[0] for part in found)), min(high, sum(part[1] for part in found))
    return (low, high) if low <= high else None


def table(rng: random.Random) -> Document:
    """A table of roughly known cells with totals of rows and columns to the ten, all rounded half up."""
    rows, columns = rng.randint(2, 4), rng.randint(2, 4)
    cells = {f"c{row}{column}": rng.randint(100, 999) for row in range(rows) for column in range(columns)}
    sums = {f"r{row}": tuple(f"c{row}{column}" for column in range(columns)) for row in range(rows)}
    sums |= {f"s{column}": tuple(f"c{row}{column}" for row in range(rows)) for column in range(columns)}
    values = cells | {whole: sum(cells[part] for part in parts) for whole, parts in sums.items()}
    steps = {field: 10 if field in sums else 100 for field in values}
    values = {field: (value + steps[field] // 2) // steps[field] * steps[field] for field, value in values.items()}
    return Document(sums, values, steps)


def apart(document: Document) -> bool:
    """Whether the totals of the rows and those of the columns of a table add up to ranges that do not meet."""
    sides = {side: [field for field in document.sums if field.startswith(side)] for side in ("r", "s")}
    gap = sum(document.values[field] for field in sides["r"]) - sum(document.values[field] for field in sides["s"])
    return 2 * abs(gap) > sum(document.steps[field] for side in sides.values() for field in side)


def shifted(document: Document, rng: random.Random) -> Document:
    """The document with one number moved by one to eight units of its last place."""
    field = rng.choice(list(document.values))
    by = rng.choice((-1, 1)) * rng.randint(1, 8) * document.steps.get(field, 1)
    values = {**document.values, field: document.values[field] + by}
    return Document(document.sums, values, document.steps)


def judged(document: Document) -> tuple[bool, tuple[Clash, ...]]:
    """Whether every rule holds alone, and what the joint check finds."""
    rules, judgements = rules_of(document)
    alone = all(judgement.verdict == Verdict.CONSISTENT for judgement in judgements)
    return alone, clashes(network(rules, judgements)) if alone else ()


def accuracy(
    name: str, make: Callable[[random.Random], Document], false: Callable[[Document], bool], clean: int, errors: int
) -> None:
    """The figures of consistent documents, and of those in which only the joint check can see the error."""
    rng = random.Random(7)
    invented = sum(bool(judged(make(rng))[1]) for _ in range(clean))
    print(f"{clean} consistent {name}: {invented} clashes invented")
    hidden = found = rules = visible = 0
    while hidden < errors:
        document = shifted(make(rng), rng)
        if not false(document):
            continue
        alone, its = judged(document)
        visible += not alone
        if alone:
            hidden += 1
            found += bool(its)
            rules += sum(len(clash.rules) for clash in its)
    share = hidden / (hidden + visible)
    print(f"{hidden} {name} that only the joint check sees ({share:.0%} of those that cannot be true): {found} found")
    print(f"  rules in a clash, on average: {rules / max(found, 1):.1f}")


def cost(claims: int) -> None:
    """The time of the joint check over a forest of consistent trees, judging not counted."""
    rng = random.Random(7)
    sums: dict[str, tuple[str, ...]] = {}
    values: dict[str, int] = {}
    steps: dict[str, int] = {}
    while len(values) < claims:
        document, at = tree(rng), len(values)
        for whole, parts in document.sums.items():
            sums[f"{at}{whole}"] = tuple(f"{at}{part}" for part in parts)
        values |= {f"{at}{field}": value for field, value in document.values.items()}
        steps |= {f"{at}{field}": step for field, step in document.steps.items()}
    rules, judgements = rules_of(Document(sums, values, steps))
    start = time.perf_counter()
    found = clashes(network(rules, judgements))
    print(f"{len(values):>7} claims: {time.perf_counter() - start:.2f} s, {len(found)} clashes")


def main() -> None:
    """Print every figure."""
    accuracy("trees", tree, lambda document: not feasible(document), 10_000, 500)
    accuracy("tables", table, apart, 1_000, 200)
    for claims in (1_000, 10_000, 100_000):
        cost(claims)


if __name__ == "__main__":
    main()
