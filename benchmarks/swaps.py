"""
How well a comparison tells a number that was given to another subject: numbers of one text are exchanged.

    python -m benchmarks.swaps [--each N] [--seed N] [--list] CASES.jsonl|FOLDER|FILE...

*Another* number of the same text and unit, at least a twentieth away, is put in the place of one (``another``); two of
one sentence that measure the same are exchanged (``exchanged``). Of cases (a line ``{"source", "rewrite", "wrong"}``)
the right rewrites are broken, with numbers of their source; of texts each sentence, with numbers of its text. Told is a
broken rewrite with an error or a warning on a number that was moved. What is not broken may not be alarmed (``same``).
A number by chance right in its new place is counted as missed, so that no program reaches 1.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from benchmarks.mutation import documents, on, wrong
from factcheck import compare, document
from factcheck.model.document import Offsets
from factcheck.model.number import magnitude
from factcheck.model.quantity import Quantity
from factcheck.reader import read
from factcheck.sources import prose

LEAST = 10
"""Smaller numbers are in any text, and left out."""
APART = 20
"""Two numbers nearer than one part in so many may round one another."""


def numbers(text: str) -> list[Quantity]:
    """The numbers of a text that may be moved: neither ranges nor small ones."""
    words, spans = prose(document(text, "text.txt"))
    return [its for its in read(words, spans).quantities if its.value is not None and magnitude(its.value) >= LEAST]


def alike(one: Quantity, other: Quantity) -> bool:
    """Whether the one may stand where the other does, and would say something else there."""
    if one.unit != other.unit or one.counted != other.counted or one.value is None or other.value is None:
        return False
    return magnitude(one.value - other.value) * APART > max(magnitude(one.value), magnitude(other.value))


def put(text: str, edits: list[tuple[Quantity, str]]) -> tuple[str, list[Offsets]]:
    """A text with other words for some of its numbers, and where they stand in it."""
    places: list[Offsets] = []
    shift = 0
    for quantity, words in sorted(edits, key=lambda its: its[0].number_start):
        start = quantity.start + shift
        text = text[:start] + words + text[quantity.end + shift :]
        places.append((start, start + len(words)))
        shift += len(words) - (quantity.end - quantity.start)
    return text, places


def swaps(rewrite: str, source: str, choose: random.Random) -> Iterator[tuple[str, str, list[Offsets]]]:
    """One of each swap that a rewrite allows: its sort, the text, and where the moved numbers stand."""
    own = numbers(rewrite)
    others = numbers(source)
    printed = {its.value for its in own}
    pairs = [(a, b) for a in own for b in others if alike(a, b) and b.value not in printed]
    if pairs:
        at, other = choose.choice(pairs)
        yield "another", *put(rewrite, [(at, source[other.start : other.end])])
    pairs = [(a, b) for a, b in combinations(own, 2) if alike(a, b)]
    if pairs:
        a, b = choose.choice(pairs)
        yield "exchanged", *put(rewrite, [(a, rewrite[b.start : b.end]), (b, rewrite[a.start : a.end])])


def cases(paths: list[Path], each: int, choose: random.Random) -> Iterator[tuple[str, str]]:
    """Right rewrites with their sources: of files of cases, or sentences of texts."""
    for path in paths:
        if path.suffix == ".jsonl":
            for line in path.read_text(encoding="utf-8").splitlines():
                case = json.loads(line)
                if not case["wrong"]:
                    yield case["rewrite"], case["source"]
            continue
        for _, text in documents([path]):
            spans = document(text, "text.txt").sentences
            some = [text[start:end] for start, end in spans if len(numbers(text[start:end])) > 1]
            for sentence in choose.sample(some, min(each, len(some))):
                yield sentence, text


def main() -> None:
    """Swap, compare, and print."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").strip().splitlines()[0])
    arguments.add_argument("--each", type=int, default=2, help="sentences a text")
    arguments.add_argument("--seed", type=int, default=7)
    arguments.add_argument("--list", action="store_true", help="print what is missed, and every alarm")
    arguments.add_argument("paths", nargs="+", type=Path)
    chosen = arguments.parse_args()
    choose = random.Random(chosen.seed)
    made: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for rewrite, source in cases(chosen.paths, chosen.each, choose):
        for sort, text, places in [("same", rewrite, []), *swaps(rewrite, source, choose)]:
            report = compare(document(text, "rewrite.txt"), document(source, "source.txt"), scanned=False)
            findings = wrong(report.findings)
            hit = any(on(its, *place) for its in findings for place in places) if places else bool(findings)
            made[sort] += 1
            told[sort] += hit
            if chosen.list and hit != bool(places):
                print(sort, "|", " ".join(text.split())[:200], "|", places, [its.message for its in findings][:2])
    for sort, count in sorted(made.items()):
        kind = "honest" if sort == "same" else "wrong"
        print(f"{sort:10} {count:6} {told[sort]:6} {told[sort] / count:7.3f}  {kind}")


if __name__ == "__main__":
    main()
