"""
How well a comparison tells a wrong rewrite from an honest one, on prose of your own: sentences of clean documents
are edited one number at a time and compared with the documents that they come from.

    python benchmarks/rewrites.py [--each N] [--seed N] [--list] FOLDER|FILE...

*Wrong* edits: a slip in the digits (`slip`), a bound that excludes the number (`bound`: "more than 150" of 150),
another unit or currency with the same number (`unit`), a number cut off instead of rounded (`cut`). *Honest* edits:
the sentence as it is (`same`), "about" and two digits (`about`), "more than" and "nearly" with the next round number
(`over`, `nearly`), the next unit converted (`converted`). A wrong edit is found by an error or a warning with a
place in the number; any error or warning on an honest one is an alarm.

The sentence keeps its words, which a person who rewrites it would not: real rewrites are harder to bind, so that
recall here is an upper bound. What is not in the document by construction (`slip`) may still follow from it.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.mutation import documents, on, slip, wrong
from factcheck.comparison import compare
from factcheck.discover import WHOLES, discover
from factcheck.engine import evaluate
from factcheck.facts.page import Page
from factcheck.model.number import grouped
from factcheck.model.quantity import Quantity
from factcheck.reader import read
from factcheck.sources import document, prose

WRONG = ("slip", "bound", "unit", "cut")
UNITS = {"kilogram": ("pounds", 2.20462), "kilometer": ("miles", 0.621371), "mile": ("kilometers", 1.609344),
         "pound": ("kilograms", 0.453592), "meter": ("feet", 3.28084), "foot": ("meters", 0.3048)}  # fmt: skip
MONEY = {"$": "€", "€": "$", "£": "$"}


def page(text: str, path: str) -> Page:
    """A text as discovery sees it."""
    its = document(text, path)
    words, spans = prose(its)
    return Page(its, read(words, spans), words)


def edits(text: str, quantity: Quantity, choose: random.Random) -> Iterator[tuple[str, str]]:
    """Each edit of one number: what it is, and the words that take the place of the quantity's."""
    number = text[quantity.number_start : quantity.number_end]
    rest = text[quantity.number_end : quantity.end]
    yield "same", text[quantity.start : quantity.end]
    slipped = slip(number, choose)
    if slipped is not None:
        yield "slip", text[quantity.start : quantity.number_start] + slipped + rest
    if quantity.hedge is None and quantity.counts and isinstance(quantity.value, int) and quantity.value >= 10:
        yield "bound", choose.choice(("more than ", "fewer than ")) + number + rest
    if quantity.unit is not None and number[:1] in MONEY:
        yield "unit", text[quantity.start : quantity.number_start] + MONEY[number[0]] + number[1:] + rest
    if quantity.hedge is not None or not isinstance(quantity.value, int) or quantity.value < 100 or quantity.scaled:
        return
    plain = grouped(quantity.value)
    if plain not in number:
        return
    place = 10 ** (len(str(quantity.value)) - 2)
    down, near = quantity.value // place * place, round(quantity.value / place) * place
    yield "about", "about " + number.replace(plain, grouped(near)) + rest
    if down != quantity.value:
        yield "over", "more than " + number.replace(plain, grouped(down)) + rest
        yield "nearly", "nearly " + number.replace(plain, grouped(down + place)) + rest
        if quantity.counts and quantity.value - down > place // 2:
            yield "cut", number.replace(plain, grouped(down)) + rest
    if quantity.unit is not None and quantity.unit.name in UNITS and number == plain:
        unit, factor = UNITS[quantity.unit.name]
        yield "unit", f"{number} {unit}"
        yield "converted", f"about {grouped(round(quantity.value * factor))} {unit}"


class Score:
    """What was edited, and where something was told."""

    def __init__(self) -> None:
        self.edited: Counter[str] = Counter()
        self.told: Counter[str] = Counter()

    def tell(self) -> None:
        """A line an edit, the wrong ones first."""
        print(f"{'':10} {'edited':>7} {'told':>6} {'share':>7}")
        for kind in sorted(self.edited, key=lambda its: (its not in WRONG, its)):
            edited, told = self.edited[kind], self.told[kind]
            print(f"{kind:10} {edited:7} {told:6} {told / edited:7.3f}  {'wrong' if kind in WRONG else 'honest'}")


def main() -> None:
    """Edit, compare, and print."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").strip().splitlines()[0])
    arguments.add_argument("--each", type=int, default=4, help="numbers a document")
    arguments.add_argument("--seed", type=int, default=7)
    arguments.add_argument("--list", action="store_true", help="print what is missed, and every alarm")
    arguments.add_argument("paths", nargs="+", type=Path)
    chosen = arguments.parse_args()
    choose = random.Random(chosen.seed)
    score = Score()
    for path, text in documents(chosen.paths):
        source = page(text, "source" + Path(path).suffix)
        relations = discover(source.document, source.contents, source.text, patterns=WHOLES).rules
        numbers = [its for its in source.contents.quantities if its.value is not None]
        for quantity in choose.sample(numbers, min(chosen.each, len(numbers))):
            start, end = source.document.sentence(quantity.number_start)
            for kind, words in edits(text, quantity, choose):
                edited = text[start : quantity.start] + words + text[quantity.end : end]
                comparison = compare(page(edited, "rewrite.txt"), [source], relations)
                findings = wrong(evaluate(comparison.claims).findings)
                first = quantity.start - start
                told = any(on(its, first, first + len(words)) for its in findings) if kind in WRONG else bool(findings)
                score.edited[kind] += 1
                score.told[kind] += told
                if chosen.list and told != (kind in WRONG):
                    print(kind, "|", " ".join(edited.split())[:160], "|", [its.message for its in findings][:2])
    score.tell()


if __name__ == "__main__":
    main()
