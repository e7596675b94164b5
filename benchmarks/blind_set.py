"""
A set of sentences that nobody looked at: draw it, compare two people's readings of it, score the reader on it once.

    python benchmarks/blind_set.py draw --out BLIND.json [--number 100] TEXT.jsonl.xz…
    python benchmarks/blind_set.py compare ONE.json OTHER.json
    python benchmarks/read_speed.py SETTLED.json          (value, unit, modifier, beside the peers)

``draw`` takes so many sentences a file that hold a digit or a number word, with a fixed seed, and none that
differential.py or reading_laws.py draw in their usual sizes. Each gets an empty list of quantities, to be filled by
hand before the reader has seen the sentence, by the rules in the file: the format is that of NewsQuant, so that the
same programs score it. ``compare`` prints what two people read differently, and how far they agree: no program can be
asked for more. The file belongs outside the repository.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from pathlib import Path
from typing import Any

from agreement import agree, gold, tally
from differential import drawn, sentences

from factcheck.model import table

SEED = 400
SEEN = (300, 500, 1000)
"""The sizes of samples that were looked at."""
RULES = """value: the number as meant, a fraction as 0.333333; of a range instead "range": [low, high].
unit: a unit of measure or an ISO 4217 code, else the noun that is counted, in the singular; "" where neither is said.
change: "=" or what the words do: "~" about, ">" at least or more than, "<" at most or less than, "up", "down".
No quantities: dates, years, times of day, ordinals, ranks, scores, labels, numbers in names, "one" as a pronoun."""


def holds_amount(text: str, start: int, end: int) -> bool:
    """Whether a digit or a number word stands between two offsets."""
    numbers = table.numbers()
    words = re.findall(r"[a-z]+|\d", text[start:end].lower())
    return any(word.isdecimal() or word in numbers.cardinals or word in numbers.plurals for word in words)


def draw(path: Path, number: int) -> list[dict[str, Any]]:
    """So many sentences of a file that were not looked at, each with an empty list of quantities."""
    seen = {sentence for size in SEEN for sentence in drawn(path, size)}
    found = sorted({sentence for sentence in sentences(path, holds_amount) if sentence not in seen})
    chosen = random.Random(SEED).sample(found, min(number, len(found)))
    source = path.name.split(".")[0]
    return [{"id": f"{source}-{at:03}", "text": text, "quantities": []} for at, text in enumerate(chosen, 1)]


def compare(one: list[dict[str, Any]], other: list[dict[str, Any]]) -> None:
    """Print where two readings of the same sentences differ, and how far they agree."""
    pairs = [[[answer for its in row["quantities"] if (answer := gold(its))] for row in rows] for rows in (one, other)]
    for row, mine, yours in zip(one, *pairs, strict=True):
        alone = [its for its in mine if not any(agree(its, that) == 3 for that in yours)]
        others = [its for its in yours if not any(agree(its, that) == 3 for that in mine)]
        if alone or others:
            print(f"{row['id']}: {row['text']}\n   one {alone}\n   other {others}")
    print("F1 of value, unit, modifier: " + ", ".join(f"{f1:.1f}" for f1 in tally(*pairs).f1()))


def main() -> None:
    """Draw or compare."""
    parser = argparse.ArgumentParser(description="A set of sentences that nobody looked at.")
    commands = parser.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("draw")
    drawing.add_argument("texts", nargs="+", type=Path)
    drawing.add_argument("--out", type=Path, required=True)
    drawing.add_argument("--number", type=int, default=100)
    comparing = commands.add_parser("compare")
    comparing.add_argument("one", type=Path)
    comparing.add_argument("other", type=Path)
    options = parser.parse_args()
    if options.command == "compare":
        compare(*(json.loads(path.read_text(encoding="utf-8"))["cases"] for path in (options.one, options.other)))
        return
    if options.out.exists():
        parser.error(f"{options.out} is there already: what was read by hand is not overwritten")
    cases = [case for path in options.texts for case in draw(path, options.number)]
    content = {"rules": RULES.split("\n"), "cases": cases}
    options.out.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{len(cases)} sentences in {options.out}")


if __name__ == "__main__":
    main()
