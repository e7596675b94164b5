"""
The road of a draft over real texts: it verifies as written, and tells a number that is misprinted afterwards.

    python benchmarks/drafting.py [--law 500] [--slips 50] [--seed 1] [--list] PATHS...

A path is a file of texts ({"text": …} a line, .jsonl or .jsonl.xz), a text, or a folder of texts; each path is a
source of its own. Printed for each, and for all together:

* law: of up to ``--law`` texts each is drafted and the draft verified. A record error is a breach; so is a
  finding where ``scan`` finds nothing.
* road: of up to ``--slips`` texts in which a scan finds nothing and tests a number that is printed in digits,
  one such number is misprinted by a slip that changes its value. "judged" is exit status 1 with a place of a finding
  on the number, "record errors" counts status 2, "pinned" is what the draft tests, "by scan" what the scan does.
  Then the claim whose quote holds the number takes it (``update ID --write``): "accepted" where nothing is wrong
  afterwards, "told" where something is (a rule that its new number breaks, or an edit that is refused).
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from documents import slip

import factcheck
from factcheck.model.finding import Finding, Report, Severity, Strength
from factcheck.records import load
from factcheck.records.edit import apply, new_errors
from factcheck.records.update import edits, take

DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
SIZES = range(400, 9000)
"""How long a text of the road may be [code points]."""


def texts(path: Path) -> Iterator[tuple[str, str]]:
    """The texts of a source, each with its name."""
    if path.is_dir():
        for below in sorted(path.rglob("*")):
            if below.is_file() and below.suffix in (".txt", ".md", ".jsonl", ".xz"):
                yield from texts(below)
    elif path.suffix in (".jsonl", ".xz"):
        with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as lines:
            for at, line in enumerate(lines):
                row = json.loads(line)
                if text := row.get("text"):
                    yield str(row.get("doc_id") or row.get("id") or at), text
    else:
        yield path.name, path.read_bytes().decode("utf-8")


def name_of(text: str) -> str:
    """The name of the file that a text is written to: Markdown where it is marked up."""
    return "text.md" if "\n#" in text or "\n| " in text else "text.txt"


def wrong(report: Report) -> list[Finding]:
    """What is told as an error or a warning."""
    return [its for its in report.findings if its.severity in (Severity.ERROR, Severity.WARNING)]


def pinned(report: Report) -> set[tuple[int, int]]:
    """The numbers that a report calls tested, by their place."""
    return {(place.start, place.end) for place, strength, _ in report.coverage.numbers if strength == Strength.PINNED}


def amount(number: str) -> str:
    """What the digits of a number are worth: a slip that only moves a comma or adds a zero behind the point is none."""
    digits = number.replace(",", "")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


class Road:
    """One text from draft to update, in a folder of its own."""

    def __init__(self, folder: Path, text: str) -> None:
        self.text, self.source, self.record = text, folder / name_of(text), folder / "claims.yaml"
        self.source.write_bytes(text.encode("utf-8"))
        self.scanned = factcheck.scan(self.source)
        self.record.write_text(factcheck.draft(self.source, source=self.source.name), encoding="utf-8")
        self.verified = factcheck.verify(self.record)

    def misprint(self, rng: random.Random) -> tuple[int, int] | None:
        """Misprint one number that the scan tests, and give its new place; ``None`` where none is in digits."""
        places = [its for its in sorted(pinned(self.scanned)) if DIGITS.search(self.text, *its)]
        if not places:
            return None
        found = DIGITS.search(self.text, *rng.choice(places))
        assert found
        new = found[0]
        while amount(new) in ("", amount(found[0])) or not DIGITS.fullmatch(new) or re.match(r"0\d", new):
            new = slip(found[0], rng)
        self.source.write_bytes(f"{self.text[: found.start()]}{new}{self.text[found.end() :]}".encode())
        return found.start(), found.start() + len(new)

    def update(self, place: tuple[int, int]) -> Report | None:
        """
        The verdict after the claims that quote a place were taken as they are now; ``None`` where none does. What
        would not load ("50,00") is refused: the verdict is the one before then.
        """
        claim_set = factcheck.load(self.record)
        claims = [claim for claim in claim_set.claims.values() if any(
            change.start < place[1] and place[0] < change.end and change.change for change in claim.statements
        )]  # fmt: skip
        if not claims:
            return None
        files = edits(take(claim_set, claims))
        after = load([self.record], texts={its.path: its.after for its in files})
        if new_errors(claim_set, after):
            return factcheck.verify(self.record)
        for its in files:
            apply(its)
        return factcheck.verify(self.record)


def judge_law(road: Road, name: str, count: Counter[str], *, listed: bool) -> None:
    """Count a draft that does not verify as written."""
    errors, more = road.verified.errors, wrong(road.verified) if not wrong(road.scanned) else []
    count["law texts"] += 1
    count["law record errors"] += bool(errors)
    count["law findings"] += bool(more and not errors)
    if listed and (errors or more):
        what = errors[0].what if errors else more[0].message
        print(f"LAW {name} | {what}", file=sys.stderr)


def judge_road(road: Road, name: str, count: Counter[str], rng: random.Random, *, listed: bool) -> None:
    """Misprint a number of a text in which nothing is found, and count what becomes of its draft."""
    place = road.misprint(rng)
    if place is None:
        return
    count["texts"] += 1
    unchanged = not road.verified.errors and not any(its.severity == Severity.ERROR for its in road.verified.findings)
    count["unchanged 0"] += unchanged and bool(road.verified.claims)
    count["pinned"] += len(pinned(road.verified))
    count["by scan"] += len(pinned(road.scanned))
    report = factcheck.verify(road.record)
    errors = [its for its in report.findings if its.severity == Severity.ERROR]
    hit = any(its.start < place[1] and place[0] < its.end for found in errors for its in found.locations)
    count["record errors"] += bool(report.errors)
    count["judged"] += hit and not report.errors
    new = road.source.read_text(encoding="utf-8")[slice(*place)]
    if listed and (report.errors or not hit):
        what = report.errors[0].what if report.errors else "not located" if errors else "not told"
        around = " ".join(road.text[max(0, place[0] - 80) : place[1] + 60].split())
        print(f"ROAD {name} | {new} | {around} | {what}", file=sys.stderr)
    after = road.update(place)
    if after is not None:
        count["updated"] += 1
        count["errors after update"] += bool(after.errors)
        count["accepted"] += not after.errors and not wrong(after)
        count["told"] += not after.errors and bool(wrong(after))


def run(path: Path, options: argparse.Namespace) -> Counter[str]:
    """The figures of one source."""
    rng, count = random.Random(options.seed), Counter[str]()
    found = list(texts(path))
    rng.shuffle(found)
    for name, text in found:
        law, slips = count["law texts"] < options.law, count["texts"] < options.slips
        if not (law or (slips and len(text) in SIZES)):
            if not slips:
                break
            continue
        with tempfile.TemporaryDirectory() as folder:
            road = Road(Path(folder), text)
            if law:
                judge_law(road, name, count, listed=options.list)
            if slips and len(text) in SIZES and not wrong(road.scanned):
                judge_road(road, name, count, rng, listed=options.list)
    return count


def lines(name: str, count: Counter[str]) -> str:
    """The figures of a source for a person."""
    several = max(1, count["texts"])
    return (
        f"{name}\n"
        f"  law:  {count['law texts']} texts; {count['law record errors']} with a record error,"
        f" {count['law findings']} with a finding that scan has not\n"
        f"  road: {count['texts']} texts; unchanged exit 0 in {count['unchanged 0']};"
        f" judged {count['judged']} ({100 * count['judged'] / several:.0f} %),"
        f" record errors {count['record errors']}; pinned {count['pinned']}, by scan {count['by scan']}\n"
        f"  update: {count['updated']} claims; {count['accepted']} accepted, {count['told']} told,"
        f" {count['errors after update']} with a record error"
    )


def main() -> None:
    """Print the figures of each source, and of all."""
    parser = argparse.ArgumentParser()
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--law", type=int, default=500, help="texts of a source that are drafted and verified")
    parser.add_argument("--slips", type=int, default=50, help="texts of a source that are misprinted")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--list", action="store_true", help="tell each breach on standard error")
    options = parser.parse_args()
    whole = Counter[str]()
    for path in options.paths:
        count = run(path, options)
        whole += count
        print(lines(path.name, count), flush=True)
    if len(options.paths) > 1:
        print(lines("all", whole))


if __name__ == "__main__":
    main()
