"""
How many slips a scan finds in prose of your own: numbers of clean documents are broken one by one.

    python benchmarks/mutation.py [--each N] [--seed N] FOLDER|FILE...

Two figures that must not be taken for each other:

* *related*: a number of a relation that the scan knows and that holds is broken. This measures the judging, and
  how well a relation is still known when it no longer holds. It says nothing of relations that the scan does not
  know: both sides of it use the same patterns.
* *blind*: any number of the text is broken, whether a relation is known or not. This is what a copy editor would
  see, and it is low: most numbers stand in a text once.

A slip is one digit changed, two swapped, one dropped or doubled, or another small number word. Found is an error
or a warning with a place in the broken number or in its relation; what is found elsewhere, and was not before, is
wrong. Documents on which the scan finds something before anything is broken are counted, and left out.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from factcheck.discover import discover
from factcheck.engine import evaluate
from factcheck.model.claim import Rule
from factcheck.model.error import FactcheckError
from factcheck.model.finding import Finding, Severity, Verdict
from factcheck.model.quantity import Quantity
from factcheck.model.relation import stated_in
from factcheck.reader import read
from factcheck.sources import SUFFIXES, document, load, prose

SMALL = "two three four five six seven eight nine ten eleven twelve".split()
LONGEST = 200_000
"""Longer documents are left out: each is scanned again for every slip [code points]."""


def scan(text: str, path: str) -> tuple[tuple[Rule, ...], tuple[Finding, ...], tuple[Quantity, ...]]:
    """The relations of a text, the findings on them, and its numbers."""
    its = document(text, path)
    words, spans = prose(its)
    contents = read(words, spans)
    claims = discover(its, contents, words)
    return claims.rules, evaluate(claims).findings, contents.quantities


def wrong(findings: tuple[Finding, ...]) -> list[Finding]:
    """The errors and warnings."""
    return [its for its in findings if its.severity in (Severity.ERROR, Severity.WARNING)]


def slip(words: str, choose: random.Random) -> str | None:
    """A number with one slip in it; ``None`` where there is none that changes it."""
    small = next((its for its in SMALL if re.fullmatch(rf"(?i){its}\b.*", words, re.DOTALL)), None)
    if small is not None:
        other = choose.choice([its for its in SMALL if its != small])
        return (other.capitalize() if words[0].isupper() else other) + words[len(small) :]
    places = [at for at, character in enumerate(words) if character.isdecimal()]
    if not places:
        return None
    at = choose.choice(places)
    follower = places[places.index(at) + 1] if at != places[-1] else None
    kind = choose.choice(("changed", "changed", "swapped", "dropped", "doubled"))
    if kind == "swapped" and follower == at + 1 and words[at] != words[at + 1]:
        broken = words[:at] + words[at + 1] + words[at] + words[at + 2 :]
    elif kind == "dropped" and len(places) > 1 and "," not in words:
        broken = words[:at] + words[at + 1 :]
    elif kind == "doubled" and "," not in words:
        broken = words[:at] + words[at] + words[at:]
    else:
        broken = words[:at] + choose.choice([its for its in "123456789" if its != words[at]]) + words[at + 1 :]
    return broken if not re.search(r"(?<![\d.,])0\d", broken) else None


def related(rules: tuple[Rule, ...], findings: tuple[Finding, ...]) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """For each relation that holds its kind and the places of its numbers."""
    holding = {at for its in findings if its.verdict == Verdict.CONSISTENT for at in its.rules}
    for at, rule in enumerate(rules):
        places = [
            (its.quantity.number_start, its.quantity.number_end)
            for stated in stated_in(rule.relation)
            for its in stated.printings
            if its.source and its.quantity.value is not None
        ]
        if places and (at in holding or not holding):
            yield rule.kind, places


def on(finding: Finding, start: int, end: int) -> bool:
    """Whether a finding has a place in a passage."""
    return any(its.start < end and its.end > start for its in finding.locations)


def documents(paths: list[Path]) -> Iterator[tuple[str, str]]:
    """The texts below some paths."""
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and file.suffix.lower() in SUFFIXES:
                try:
                    text = load(file, file.as_posix()).text
                except FactcheckError:
                    continue
                if len(text) <= LONGEST:
                    yield file.as_posix(), text


class Score:
    """What was broken, what of it was found, and what was found that was not broken."""

    def __init__(self) -> None:
        self.broken: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.errors: Counter[str] = Counter()
        self.elsewhere: Counter[str] = Counter()

    def take(self, kind: str, text: str, path: str, place: tuple[int, int], words: str) -> None:
        """Break one number and scan again."""
        start, end = place
        _, findings, _ = scan(text[:start] + words + text[end:], path)
        seen = wrong(findings)
        hits = [its for its in seen if on(its, start, start + len(words))]
        self.broken[kind] += 1
        self.found[kind] += bool(hits)
        self.errors[kind] += any(its.severity == Severity.ERROR for its in hits)
        self.elsewhere[kind] += bool(seen) and not hits

    def tell(self) -> None:
        """A line a kind, the blind ones last."""
        print(f"{'':14} {'broken':>7} {'found':>7} {'recall':>7} {'by error':>9} {'precision':>10}")
        for kind in sorted(self.broken, key=lambda its: (its == "blind", its)):
            broken, found = self.broken[kind], self.found[kind]
            precision = found / max(found + self.elsewhere[kind], 1)
            print(f"{kind:14} {broken:7} {found:7} {found / broken:7.3f} {self.errors[kind]:9} {precision:10.3f}")


def main() -> None:
    """Break, scan, and print."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").strip().splitlines()[0])
    arguments.add_argument("--each", type=int, default=6, help="related and blind slips a document, each")
    arguments.add_argument("--seed", type=int, default=7)
    arguments.add_argument("paths", nargs="+", type=Path)
    chosen = arguments.parse_args()
    choose = random.Random(chosen.seed)
    score = Score()
    clean = alarms = 0
    for path, text in documents(chosen.paths):
        rules, findings, quantities = scan(text, path)
        if wrong(findings):
            alarms += 1
            continue
        clean += 1
        relations = list(related(rules, findings))
        for kind, places in choose.sample(relations, min(chosen.each, len(relations))):
            place = choose.choice(places)
            words = slip(text[slice(*place)], choose)
            if words is not None:
                score.take(kind, text, path, place, words)
        for quantity in choose.sample(quantities, min(chosen.each, len(quantities))):
            place = quantity.number_start, quantity.number_end
            words = slip(text[slice(*place)], choose)
            if words is not None:
                score.take("blind", text, path, place, words)
    print(f"{clean} documents without a finding; {alarms} with one, left out")
    score.tell()


if __name__ == "__main__":
    main()
