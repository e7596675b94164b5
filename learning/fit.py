"""
Learn the weights of sameness from examples, leave each source out in turn, and say how they do.

    python learning/fit.py EXAMPLES [--report REPORT.md] [--write factcheck/model/en/sameness.yaml]

Two stages of logistic regression. The first weighs what the words say of a pair alone; the second, one model a class of
numbers, weighs the first's score in steps, how far behind the rivals are, and what the text adds. The first stage's
scores that the second learns from come from models that have not seen that source. The threshold of each class is the
lowest at which the clean texts of the *other* sources are alarmed no more often than the budget allows; then the source
left out is scored.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path

import numpy as np
import yaml
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from factcheck.discover.clue import CLASSES, steps

BUDGET = 0.004
"""The share of clean texts that may be alarmed, a class of numbers."""
FLOOR = 1.0
"""No threshold lies below: where no text of a source was alarmed, another's may be [natural logarithm of odds]."""
MOST = 8
"""So many pairs of one sort of a text teach."""
CAP = 1500
"""So much weight a source has, at most [pairs]."""
LEARNED = ("two", "three")
"""The classes that are written; the others stay as the table has them, set by hand."""
STRENGTH = {"pair": 0.3, "clues": 0.3}
"""Inverse regularisation of the two stages."""

Weights = dict[str, float]


@dataclass
class Pair:
    """Two numbers one slip apart, as the model sees them."""

    source: str
    text: int
    sort: str
    same: bool
    pair: list[str]
    clues: list[str]
    rivals: list[list[list[str]]]
    said: list[str]
    weight: float = 1.0
    score: float = 0.0
    total: float = 0.0


@dataclass
class Source:
    """The examples of one source."""

    name: str
    texts: int = 0
    clean: list[Pair] = field(default_factory=list)
    misprints: list[tuple[int, str, list[Pair]]] = field(default_factory=list)


def load(path: Path) -> Source:
    """The examples of one file."""
    source = Source(path.stem)
    for line in path.open(encoding="utf-8"):
        row = json.loads(line)
        pairs = [
            Pair(
                source.name,
                row["text"],
                its["class"],
                its.get("same", False),
                its["pair"],
                its["clues"],
                its["rivals"],
                its["said"],
            )
            for its in row["pairs"]
        ]
        if row["broken"]:
            source.misprints.append((row["text"], row["class"], pairs))
        else:
            source.texts += 1
            source.clean += pairs
    return source


def capped(pairs: Iterable[Pair]) -> list[Pair]:
    """At most so many of a text, by chance of their order, and a source's weight bounded."""
    count: Counter[int] = Counter()
    chosen = []
    for its in pairs:
        count[its.text] += 1
        if count[its.text] <= MOST:
            chosen.append(its)
    for its in chosen:
        its.weight = min(1.0, CAP / len(chosen))
    return chosen


def taught(sources: Sequence[Source]) -> list[Pair]:
    """The positives and negatives of some sources."""
    found = []
    for source in sources:
        found += capped(its for _, _, pairs in source.misprints for its in pairs if its.same)
        found += capped(source.clean)
    return found


def regression(rows: Sequence[Sequence[str]], pairs: Sequence[Pair], strength: float) -> Weights:
    """Weights by name, and "bias" [natural logarithm of odds]."""
    names = sorted({name for row in rows for name in row})
    at = {name: place for place, name in enumerate(names)}
    ends = np.cumsum([0] + [len(row) for row in rows])
    columns = np.array([at[name] for row in rows for name in row])
    matrix = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(rows), len(names)))
    answers = np.array([its.same for its in pairs])
    if answers.all() or not answers.any():
        return {"bias": -9.0}
    # Both answers count the same in all, so that a score of 0 says nothing.
    weights = np.array([its.weight for its in pairs])
    weights = weights * np.where(answers, weights[~answers].sum() / weights[answers].sum(), 1.0)
    model = LogisticRegression(C=strength, max_iter=400, solver="liblinear").fit(matrix, answers, weights)
    found = dict(zip(names, model.coef_[0].tolist(), strict=True))
    return found | {"bias": float(model.intercept_[0])}


def rounded(weights: Weights) -> Weights:
    """Weights as the table holds them: in tenths."""
    return {name: round(10 * its) / 10 for name, its in weights.items() if round(10 * its)}


def scored(weights: Mapping[str, float], names: Iterable[str]) -> float:
    """The sum of the weights of some names."""
    return sum(weights.get(name, 0.0) for name in names)


def of_first_stage(its: Pair, weights: Weights) -> list[str]:
    """The clues of a pair that follow from the first stage, whose weights are in tenths."""

    def score(names: Iterable[str]) -> int:
        return round(10 * scored(weights, names))

    return list(steps(score(its.pair), [max(map(score, rivals), default=None) for rivals in its.rivals]))


@dataclass
class Model:
    """The weights of both stages."""

    pair: Weights
    clues: dict[str, Weights]

    def total(self, its: Pair) -> float:
        """How much speaks for a pair being one fact [natural logarithm of odds]."""
        of_class = self.clues.get(its.sort, {"bias": -9.0})
        return scored(of_class, ["bias", *its.clues, *of_first_stage(its, self.pair)])


def first_stage(sources: Sequence[Source]) -> Weights:
    """What the words say; without a bias, since the second stage has its own."""
    pairs = taught(sources)
    found = rounded(regression([its.pair for its in pairs], pairs, STRENGTH["pair"]))
    found.pop("bias", None)
    return found


def fit(sources: Sequence[Source]) -> Model:
    """Both stages, the second on scores of first stages that have not seen the source."""
    rows: defaultdict[str, list[list[str]]] = defaultdict(list)
    answers: defaultdict[str, list[Pair]] = defaultdict(list)
    for source in sources:
        others = [its for its in sources if its is not source] or [source]
        blind = first_stage(others)
        for its in taught([source]):
            rows[its.sort].append([*its.clues, *of_first_stage(its, blind)])
            answers[its.sort].append(its)
    clues = {sort: rounded(regression(rows[sort], answers[sort], STRENGTH["clues"])) for sort in CLASSES if rows[sort]}
    return Model(first_stage(sources), clues)


def _told(its: Pair) -> str:
    """The pair of numbers with the words right behind them."""
    return " … ".join("".join(re.findall(r"\w", said[said.find("[") :].lower()))[:24] for said in its.said)


def alarms(source: Source, model: Model) -> dict[str, list[float]]:
    """
    The best score of each clean text, by class, best first. The same words in several releases on one case are one
    alarm.
    """
    best: defaultdict[str, dict[str, float]] = defaultdict(dict)
    where: dict[str, str] = {}
    for its in source.clean:
        total = model.total(its)
        if total <= 0:
            continue
        one_alarm = where.setdefault(_told(its), str(its.text))
        best[its.sort][one_alarm] = max(total, best[its.sort].get(one_alarm, -99.0))
    return {sort: sorted(found.values(), reverse=True) for sort, found in best.items()}


def threshold(
    clean: Mapping[str, dict[str, list[float]]], sources: Sequence[Source], sort: str, budget: float
) -> float:
    """The lowest score at which no source's clean texts are alarmed more often than the budget allows."""
    worst = FLOOR
    for source in sources:
        found = clean[source.name].get(sort, [])
        place = int(budget * source.texts)
        worst = max(worst, found[place] if place < len(found) else FLOOR)
    return worst + 1e-6


def found_of(source: Source, model: Model, least: Mapping[str, float]) -> dict[str, tuple[int, int]]:
    """How many misprints are told, and of how many, by class."""
    count: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for _, sort, pairs in source.misprints:
        count[sort][1] += 1
        count[sort][0] += any(model.total(its) >= least.get(its.sort, 99.0) for its in pairs)
    return {sort: (found, number) for sort, (found, number) in count.items()}


def listed(source: Source, model: Model, sort: str, most: int) -> None:
    """Print the pairs of clean texts for which most speaks, and those of misprints for which least does."""
    clean = sorted((its for its in source.clean if its.sort == sort), key=model.total, reverse=True)
    for its in clean[:most]:
        print(f"  ALARM {source.name} {sort} {model.total(its):.1f} | {its.said[0]} || {its.said[1]}")
    least = [its for _, _, pairs in source.misprints for its in pairs if its.same and its.sort == sort]
    for its in sorted(least, key=model.total)[:most]:
        print(f"  MISS {source.name} {sort} {model.total(its):.1f} | {its.said[0]} || {its.said[1]}")


def outcome(source: Source, model: Model, least: Weights, clean: Mapping[str, list[float]]) -> str:
    """What is told of the misprints of a source, and how many of its clean texts are alarmed, by class."""
    told = found_of(source, model, least)
    lines = []
    for sort in CLASSES:
        found, number = told.get(sort, (0, 0))
        alarmed = sum(its >= least[sort] for its in clean.get(sort, [])) / max(1, source.texts)
        lines.append(f"{sort}: {found}/{number} at {100 * alarmed:.2f}% ({least[sort]:.1f})")
    return "  ".join(lines)


def main() -> None:
    """Learn, leave out, report, write."""
    parser = argparse.ArgumentParser(description="Learn the weights of sameness.")
    parser.add_argument("examples", type=Path)
    parser.add_argument("--write", type=Path)
    parser.add_argument("--budget", type=float, default=BUDGET)
    parser.add_argument(
        "--list", type=int, default=0, help="so many of the surest false pairs and missed misprints of each"
    )
    options = parser.parse_args()
    sources = [load(path) for path in sorted(options.examples.glob("*.jsonl"))]
    large = [its for its in sources if its.texts > 300]
    for left_out in sources:
        learned = [its for its in large if its is not left_out]
        model = fit(learned)
        clean = {its.name: alarms(its, model) for its in sources}
        for name, of in (("own threshold", [left_out]), ("others' threshold", learned)):
            least = {sort: threshold(clean, of, sort, options.budget) for sort in CLASSES}
            print(f"{left_out.name:13} {name:18} {outcome(left_out, model, least, clean[left_out.name])}")
        for sort in CLASSES if options.list else ():
            listed(left_out, model, sort, options.list)
    model = fit(large)
    if options.write:
        clean = {its.name: alarms(its, model) for its in large}
        least = {sort: threshold(clean, large, sort, options.budget) for sort in CLASSES}
        write(model, least, options.write)


def write(model: Model, least: Weights, path: Path) -> None:
    """Write the learned parts of the table, sorted by weight; the parts set by hand stay."""
    table = yaml.safe_load(path.read_text(encoding="utf-8"))
    learned = {"pair": model.pair} | {sort: model.clues[sort] for sort in LEARNED}
    for part, weights in learned.items():
        ordered = sorted(weights.items(), key=lambda its: (-its[1], its[0]))
        table[part] = {name: round(10 * weight) for name, weight in ordered}
    table["threshold"] |= {sort: ceil(10 * least[sort]) for sort in LEARNED}
    comment = "".join(line for line in path.open(encoding="utf-8") if line.startswith("#"))
    path.write_text(comment + yaml.safe_dump(table, sort_keys=False, allow_unicode=True), encoding="utf-8")


if __name__ == "__main__":
    main()
