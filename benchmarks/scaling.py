"""
How time grows with length: hostile texts, rewrites, claims and rules at n, 2n and 4n, in CPU seconds.

    python benchmarks/scaling.py [--size CHARACTERS] [--only WORD]

A kind of hostile input is a function of a length in the registry; each is done three times at each length and the
best counts. Two doublings may not take more than ``GROWTH`` each, nor a text more than a second for 100,000
characters. What falls is marked with an arrow, and the status is 1 then.
"""

from __future__ import annotations

import argparse
import itertools
import math
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import factcheck

GROWTH = 2.7
"""How many times as long twice the length may take; of lengths that do not just double, as much for each doubling."""
FLOOR = 0.05
"""A time below says nothing of growth [CPU s]."""
PACE = 1.0
"""What 100,000 characters may take [CPU s]."""

Input = Callable[[int], str]
"""From a length [characters, about] to a hostile input."""


@dataclass(frozen=True)
class Measured:
    """What one kind took at n, 2n and 4n."""

    name: str
    sizes: tuple[int, ...]
    """Lengths of the inputs, of a comparison of both texts [characters]."""
    seconds: tuple[float, ...]
    """[CPU s]"""

    @property
    def grows(self) -> bool:
        """Whether a doubling takes longer than it may."""
        steps = itertools.pairwise(zip(self.sizes, self.seconds, strict=True))
        return any(
            slow > FLOOR and slow > GROWTH ** math.log2(long / short) * max(quick, FLOOR / 2)
            for (short, quick), (long, slow) in steps
        )

    @property
    def slow(self) -> bool:
        """Whether the longest input takes longer than its length allows."""
        return self.seconds[-1] > max(FLOOR, PACE * self.sizes[-1] / 100_000)

    def __str__(self) -> str:
        times = "  ".join(f"{its:7.3f}" for its in self.seconds)
        pace = self.seconds[-1] / self.sizes[-1] * 100_000
        return f"{self.name:44} {self.sizes[-1]:8}  {times}  {pace:7.2f} s/100 kB" + (
            "  <- grows" * self.grows + "  <- slow" * self.slow
        )


def measured(name: str, size: int, *, times: int = 3, limit: float = 60) -> Measured:
    """A kind at a length, twice and four times it, the best of some times; no more after ``limit`` [CPU s]."""
    run, make = KINDS[name]
    sizes, seconds = [], []
    for factor in (1, 2, 4):
        given = make(size * factor)
        sizes.append(len(given) * (2 if name.startswith("compare") else 1))
        seconds.append(min(_cpu(run, given) for _ in range(times)))
        if seconds[-1] * times > limit:
            break
    return Measured(name, tuple(sizes), tuple(seconds))


def _cpu(run: Callable[[str], object], given: str) -> float:
    started = time.process_time()
    run(given)
    return time.process_time() - started


# What is done with an input.


def scanned(text: str) -> object:
    """Scan a text."""
    return factcheck.scan(factcheck.document(text))


def scanned_markdown(text: str) -> object:
    """Scan Markdown."""
    return factcheck.scan(factcheck.document(text, "text.md"))


def compared(text: str) -> object:
    """Compare a text with itself."""
    return factcheck.compare(factcheck.document(text), factcheck.document(text, "source.txt"))


def compared_changed(text: str) -> object:
    """Compare a text with one whose every 7 is a 9."""
    return factcheck.compare(factcheck.document(text.replace("7", "9")), factcheck.document(text, "source.txt"))


def verified(text: str) -> object:
    """Verify a source and its claim file, with a line of signs between."""
    source, _, claims = text.partition("\n====\n")
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "source.txt").write_text(source, encoding="utf-8")
        (Path(name) / "claims.yaml").write_text("source: source.txt\n" + claims, encoding="utf-8")
        report = factcheck.verify(Path(name) / "claims.yaml")
    if report.errors:
        raise ValueError(report.errors[0])
    return report


# Hostile texts.


def repeated(piece: str, head: str = "", joint: str = "") -> Input:
    """A piece over and over."""

    def made(size: int) -> str:
        return head + joint.join([piece] * max(size // max(len(piece) + len(joint), 1), 1))

    return made


def numbered(piece: str, head: str = "", joint: str = " ") -> Input:
    """A piece over and over with other numbers: {0} is 1, 2, 3, …; {1} a name; {2} some digits; {3} a year."""

    def made(size: int) -> str:
        count = max(size // max(len(piece) + len(joint), 1), 1)
        return head.replace("{total}", str(3 * count)) + joint.join(
            piece.format(at, named(at), 1000 + at * 7919 % 900_000, 1960 + at * 7 % 60) for at in range(1, count + 1)
        )

    return made


def named(at: int) -> str:
    """A name of three syllables, another for each number below 8,000."""
    syllables = "ba de fi go hu ja ke li mo nu pa re si to vu wa xe yi zo ku".split()
    return "".join(syllables[at // 20**place % 20] for place in range(3)).title()


TEXTS: dict[str, Input] = {
    "dashes": repeated("-----  "),
    "dashes and a word": lambda n: "-" * n + "a  b\n",
    "spaces in a line": lambda n: "a" + " " * n + "b\n",
    "gaps in a line": repeated("  a"),
    "lines of gaps": repeated("a  b  1\n"),
    "pipes": repeated("| 1 "),
    "brackets": repeated("("),
    "angles": repeated("<a "),
    "one token": lambda n: "a" * n,
    "digits": lambda n: "1" * n,
    "digits and commas": repeated("1,"),
    "digits and points": repeated("1."),
    "hyphens": repeated("a-"),
    "capitals": repeated("Ab "),
    "names": repeated("A, B and C "),
    "commas": repeated("a, "),
    "quotation marks": repeated("“a” "),
    "sentences without a number": repeated("They said so. "),
    "no sentence": repeated("five of the six and "),
    "a dateline and years": repeated("Last year, in 2001, it closed. ", "ROME, May 5, 2003 - It opened.\n\n"),
    "years by month": numbered("In May {3}, {0} of them left.", "ROME, May 5, 2003 - It opened.\n\n"),
    "weekdays": repeated("On Monday, May 1, 2020, 5 came. "),
    "a list that meets its total": numbered("3 in {1}", "There were {total} arrests: ", ", "),
    "a list that misses its total": numbered("3 in {1}", "There were 7 arrests: ", ", "),
    "a list with and": numbered("3 in {1}", "There were {total} arrests: ", " and "),
    "a list of two kinds": numbered("{0} men in {1}", "There were {total} arrests: ", ", "),
    "totals in one paragraph": numbered("There were {0} arrests: 3 in {1} and 4 in Rome."),
    "totals, each its own": numbered("There were {0} arrests: 3 in {1} and 4 in Rome.", "", "\n\n"),
    "restated totals": numbered("Police made {2} arrests.", "", "\n\n"),
    "one thing restated": repeated("Police made 47 arrests in Rome.", "", "\n\n"),
    "one thing, other values": numbered("Police made {0} arrests in Rome.", "", "\n\n"),
    "conversions": numbered("It weighs {0} kg ({2} pounds)."),
    "conversions in a list": numbered("{0} kg ({2} pounds)", "", ", "),
    "temperatures": numbered("It was {0} C ({2} F)."),
    "ages": numbered("{1}, {0}, was born in {3}."),
    "ages, other": numbered("{1} Smith, aged 47, of Rome, died in {3} at 52."),
    "births": numbered("{1} (born May 5, {3}), 47, won."),
    "changes": numbered("It rose 5 percent to {0} from {2}."),
    "changes of one thing": numbered("Sales rose to {0} from {2}, up 5 percent."),
    "growth": numbered("Profit grew by {0} million to {2} million."),
    "each": numbered("{0} boxes of 12 bottles each make {2} bottles."),
    "rates": numbered("{2} dollars for {0} months, 5 dollars a month."),
    "shares": numbered("{0} of {2} people, or 5 percent, came."),
    "shares in a row": numbered("{0} percent were {1}", "", ", "),
    "fractions": repeated("Two thirds of the three quarters left. "),
    "multiples": numbered("It doubled to {0} from {2}."),
    "durations": numbered("From {3} to 2001, for {0} years, it stood."),
    "ranges": repeated("from 1 to 2 "),
    "money": repeated("$1 million, including $2 million "),
    "hedges": repeated("about more than nearly 5 "),
    "hedged": repeated("about 5 "),
    "including": repeated("12 people, including 5 men, "),
    "of which": repeated("12 people, of which 5 men. "),
    "announced lists": repeated("Three things:\n\n- a\n- b\n\n"),
    "items": repeated("- a\n"),
    "nested items": lambda n: "".join(" " * (at % 50) + f"- {at} a\n" for at in range(n // 30)),
    "numbered items": numbered("{0}. {1}", "", "\n"),
    "headings": numbered("# Five steps {0}", "", "\n\n"),
    "sections": numbered("## {0}. {1}\n\nThere are 5 steps.", "", "\n\n"),
    "blank lines": repeated("\n"),
    "comments": repeated("<!-- factcheck: ignore balance -- no --> "),
    "open comments": repeated("<!-- "),
    "links": repeated("[a]("),
    "stars": repeated("**"),
    "ticks": repeated("`a"),
    "quotes": repeated("> "),
    "words of numbers": repeated("one hundred and "),
    "roster": numbered("{1} Smith, {0}, {1} Jones, {0}", "The dead were ", "; "),
    "odd characters": repeated("\u202e5\u00a0\u0661\u200b½ "),
    "combining": lambda n: "e" + "\u0301" * n,
    "dense numbers": numbered("{2}"),
    "dense units": numbered("{2} kg"),
    "dense facts": numbered("{1} has {2} kg of gold and {0} boats."),
    "dense counts": numbered("{1} had {2} arrests."),
    "dense percentages": numbered("{1}: {0}.5 percent"),
    "dense money": numbered("{1} paid ${2} million in {3}."),
}  # fmt: skip

TABLES: dict[str, Input] = {
    "a long table": numbered("| {1} | {0} | {2} |", "| a | b | c |\n|---|---|---|\n", "\n"),
    "a table with a total": lambda n: "| a | b |\n|---|---|\n" + "| x | 3 |\n" * (n // 10) + f"| Total | {n} |\n",
    "many tables": numbered("| a | b |\n|---|---|\n| {1} | {0} |\n| Total | {2} |", "", "\n\n"),
    "tables of shares": numbered("| a | b | % |\n|---|---|---|\n| {1} | {0} | 5% |\n| x | 7 | 95% |", "", "\n\n"),
    "a wide table": lambda n: "|".join(["a"] * (n // 12)) + "\n" + "|".join(["-"] * (n // 12)) + "\n"
    + ("|".join(["1"] * (n // 12)) + "\n") * 3,
    "delimiters": repeated("|-", "a|b\n"),
    "tables by spaces": numbered("{1}    {0}    {2}", "Town    Fines    Cases\n", "\n"),
}  # fmt: skip


# Claims and rules.


def _newsroom(count: int, rules: Callable[[list[int]], Iterator[str]], *, hedge: str = "") -> str:
    """A source of numbers, a claim for each, and rules."""
    values = [10 + at * 7919 % 900 for at in range(count)]
    words = [f"{hedge}{value} boats{at}" for at, value in enumerate(values)]
    claims = "".join(f"  p{at}: {its}\n" for at, its in enumerate(words))
    source = ".\n\n".join(f"There were {its}" for its in words) + "."
    return f"{source}\n====\nclaims:\n{claims}rules:\n" + "".join(f"  - {its}\n" for its in rules(values))


def _balance(size: int, off: int, hedge: str = "") -> str:
    def rules(values: list[int]) -> Iterator[str]:
        yield f"formula: {' + '.join(f'p{at}' for at in range(len(values)))} = {sum(values) + off}"

    return _newsroom(size // 60, rules, hedge=hedge)


def _dense(size: int, off: int, hedge: str) -> str:
    """As many sums as the root of the claims, each over a third of them."""

    def rules(values: list[int]) -> Iterator[str]:
        for at in range(min(len(values), 40)):
            chosen = [its for its in range(len(values)) if (its * (at + 3) + its // 3) % 3 == 0]
            total = sum(values[its] for its in chosen) + (off if at % 2 else -off)
            yield f"formula: {' + '.join(f'p{its}' for its in chosen)} = {total}"

    return _newsroom(size // 300, rules, hedge=hedge)


def _chain(size: int, off: int) -> str:
    def rules(values: list[int]) -> Iterator[str]:
        for at in range(len(values) - 1):
            yield f"formula: p{at + 1} - p{at} = {values[at + 1] - values[at] + (off if at % 5 == 0 else 0)}"

    return _newsroom(size // 60, rules)


def _quotients(size: int) -> str:
    """As many chains of twenty quotients as there are claims for: a formula has at most sixty factors."""

    def rules(values: list[int]) -> Iterator[str]:
        for first in range(0, len(values) - 1, 20):
            last = min(first + 20, len(values) - 1)
            chain = " * ".join(f"(p{at}/p{at + 1})" for at in range(first, last))
            yield f"formula: {chain} = p{first}/p{last}"

    return _newsroom(max(3, size // 400), rules)


def _evidence(size: int, off: int) -> str:
    """Each claim is the evidence of the next."""
    count = size // 60
    quotes = [f"{47 + off * (at % 3)} boats{at}" for at in range(count)]
    source = ".\n\n".join(f"There were {its}" for its in quotes)
    claims = "".join(
        f"  p{at}:\n    quote: {its}\n" + (f"    evidence: {{claim: p{at - 1}}}\n" if at else "")
        for at, its in enumerate(quotes)
    )
    return f"{source}.\n====\nclaims:\n{claims}"


CLAIMS: dict[str, Input] = {
    "a balance that holds": lambda n: _balance(n, 0),
    "a broken balance": lambda n: _balance(n, 7),
    "a hedged balance": lambda n: _balance(n, 0, "about "),
    "a broken hedged balance": lambda n: _balance(n, 90000, "about "),
    "dense sums": lambda n: _dense(n, 0, ""),
    "broken dense sums": lambda n: _dense(n, 7, ""),
    "dense hedged sums": lambda n: _dense(n, 0, "about "),
    "clashing hedged sums": lambda n: _dense(n, 40, "about "),
    "a chain of differences": lambda n: _chain(n, 0),
    "a broken chain of differences": lambda n: _chain(n, 5),
    "a chain of quotients": _quotients,
    "a chain of evidence": lambda n: _evidence(n, 0),
    "a broken chain of evidence": lambda n: _evidence(n, 5),
}

KINDS: dict[str, tuple[Callable[[str], object], Input]] = {
    **{f"scan: {name}": (scanned, its) for name, its in TEXTS.items()},
    **{f"scan: {name}": (scanned_markdown, its) for name, its in TABLES.items()},
    **{f"compare: {name}": (compared, its) for name, its in TEXTS.items() if "dense" in name or "list" in name},
    **{f"compare, changed: {name}": (compared_changed, its) for name, its in TEXTS.items() if "dense" in name},
    **{f"verify: {name}": (verified, its) for name, its in CLAIMS.items()},
}
"""Every kind of hostile input: what is done with it, and the function that makes it."""


def main() -> int:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").strip().partition("\n")[0])
    arguments.add_argument("--size", type=int, default=25_000, help="the least length [characters]")
    arguments.add_argument("--only", default="", help="kinds with this word")
    arguments.add_argument("--times", type=int, default=3)
    chosen = arguments.parse_args()
    fallen = False
    scanned("5 of 6 came.")
    for name in KINDS:
        if chosen.only in name:
            its = measured(name, chosen.size, times=chosen.times)
            fallen |= its.grows or its.slow
            print(its, flush=True)
    return int(fallen)


if __name__ == "__main__":
    sys.exit(main())
