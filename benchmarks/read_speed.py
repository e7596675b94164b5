"""
How fast and how well quantities are read, beside quantulum3 and CQE, on the same file in the same run.

    python benchmarks/read_speed.py [--peer-python PYTHON] [GOLD.json]

Without GOLD.json 5,000 sentences are made, of which the quantities are known; GOLD.json is a list of
{"text", "quantities": [{"value" or "range", "unit", "change"}]}, repeated to 5,000 texts for the clock. Printed
are texts a second and the F1 of the value, of value and unit, and of all (benchmarks/agreement.py).

Every reader is a process of its own: its start-up counts. The clock is the processor's, so that other work on
the machine does not count. A peer that cannot be imported (by PYTHON, so that it may live in an environment of
its own) is "not installed"; peers read the first 300 texts, for the slowest does 30 a second.

Then the cost of length: the seed article once, ten and a hundred times, and 1 MB and 2 MB of hostile text.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from agreement import SIGNS, Answer, fold, gold, tally

from factcheck.reader import read

TEXTS = 5000
PEER_TEXTS = 300
"""Peers read this many: the slowest does 30 a second."""

ARTICLE = Path(__file__).parents[1] / "seeds" / "dark-huntor.txt"

PEERS = {
    "quantulum3": """
import json, sys
from quantulum3 import parser
for number, line in enumerate(sys.stdin.read().splitlines()):
    try:
        found = parser.parse(line)
    except Exception:
        found = []
    for q in found:
        ends = [q.value - q.uncertainty, q.value + q.uncertainty] if q.uncertainty else [q.value, q.value]
        unit = "" if q.unit.name == "dimensionless" else q.unit.name
        print(json.dumps([number, *map(float, ends), unit, "="]))
""",
    "CQE": """
import json, sys
from CQE.CQE import CQE
parser = CQE(overload=True)
for number, line in enumerate(sys.stdin.read().splitlines()):
    try:
        found = parser.parse(line)
    except Exception:
        found = []
    for q in found:
        ends = [q.value.lower, q.value.upper] if hasattr(q.value, "lower") else [q.value.value] * 2
        print(json.dumps([number, *map(float, ends), str(q.unit.norm_unit), str(q.change.change)]))
""",
}

PUBLISHED = {"CQE, as published": ("30 to 38", (89.1, 85.7, 81.9))}
"""Texts a second and F1s on NewsQuant of a reader that may not be installed (Almasian et al., EMNLP 2023)."""

HOSTILE = (
    "1,",
    "((((",
    "one million ",
    "million ",
    "$$$$",
    "a and b and c ",
    "1",
    "a",
    "1-",
    "A.",
    "½ ",
    "5 kg of a, ",
    "½",
    "1x",
    "20 pounds ",
    "two 12-year-old ",
    "1 to 2-",
    "(212) 555-",
    "a and a half ",
    "at least 12, possibly 20, ",
    "1,00,",
    "from 1 to ",
    "111, ",
    "**1** ",
    "3-1 ",
    "2 x 3 x ",
    "A Bb Cc 5 ",
    "third quarter of ",
)

Text = tuple[str, list[Answer]]


@dataclass(frozen=True)
class Outcome:
    """What one reader did: texts a second, start-up included, and the three F1s."""

    texts_per_second: float
    f1: tuple[float, float, float]


def sentence(choose: random.Random) -> Text:
    """A news sentence of about 130 characters and the quantities in it."""
    many, few, share = choose.randrange(1200, 90000), choose.randrange(3, 40), choose.randrange(11, 990) / 10
    money, low = choose.randrange(11, 980) / 10, choose.randrange(2, 30)
    high = low + choose.randrange(1, 20)
    shapes = [
        (
            f"The harbour board said that it had turned away {many:,} passengers and {few} ferries since May.",
            [known(many, "passenger"), known(few, "ferry")],
        ),
        (
            f"Sales of the group rose {share}% to ${money} million in the quarter, helped by a warm spring, it said.",
            [known(share, "percentage", change="up"), known(money * 1e6, "dollar")],
        ),
        (
            f"Between {low} and {high} kilograms of waste a head were collected, the council wrote to residents.",
            [known(low, "kilogram", high)],
        ),
        (
            "Nobody on the committee wished to say when the inquiry would begin, or what its findings would be.",
            [],
        ),
        (
            f"The bridge is {low * 40} metres long and will be crossed by about {many:,} cars a day, the mayor said.",
            [known(low * 40, "metre"), known(many, "car", change="~")],
        ),
    ]
    return choose.choice(shapes)


def known(low: float, unit: str, high: float | None = None, change: str = "=") -> Answer:
    """A quantity that a made sentence states."""
    return Answer((low, low if high is None else high), frozenset({unit}), change)


def load(path: Path | None) -> list[Text]:
    """The texts and their quantities."""
    if path is None:
        choose = random.Random(11)
        return [sentence(choose) for _ in range(TEXTS)]
    rows = json.loads(path.read_text(encoding="utf-8"))
    rows = rows["cases"] if isinstance(rows, dict) else rows
    return [(" ".join(row["text"].split()), [a for q in row["quantities"] if (a := gold(q))]) for row in rows]


def answer(row: dict[str, str | None] | list[float | str]) -> tuple[int, Answer]:
    """The text that a line of a reader is about [from 0], and the quantity in it."""
    if isinstance(row, list):
        number, low, high, unit, change = row
        return int(number), Answer((float(low), float(high)), frozenset({fold(unit)}) - {""}, str(change))
    value = row["value"]
    ends = (value, value) if value is not None else (row["lower"], row["upper"])
    names = frozenset({fold(row["unit"]), fold(row["counted"])}) - {""}
    change = row["direction"] or SIGNS.get(str(row["modifier"]), "=")
    return int(row["line"] or 0) - 1, Answer((rational(ends[0]), rational(ends[1])), names, change)


def run(command: list[str], texts: list[Text]) -> Outcome | None:
    """One reader over the texts, timed, and its F1s; ``None`` where it cannot be run."""
    before = os.times()
    lines = "\n".join(text for text, _ in texts)
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=False)
    after = os.times()
    if done.returncode:
        return None
    spent = after.children_user - before.children_user + after.children_system - before.children_system
    found: list[list[Answer]] = [[] for _ in texts]
    for line in done.stdout.splitlines():
        number, one = answer(json.loads(line))
        found[number].append(one)
    return Outcome(
        len(texts) / (spent or after.elapsed - before.elapsed), tally([wanted for _, wanted in texts], found).f1()
    )


def rational(text: str | None) -> float:
    """A number of factcheck's JSON: a decimal, or a fraction such as 1/3."""
    top, _, bottom = str(text).partition("/")
    return float(top) / float(bottom or 1)


def compare(texts: list[Text], python: str) -> None:
    """Print the table of readers."""
    repeated = [texts[at % len(texts)] for at in range(TEXTS)]
    ours = run([sys.executable, "-m", "factcheck", "read", "--lines", "-"], repeated)
    assert ours is not None, "factcheck itself does not run"
    print(f"{TEXTS:,} texts, {sum(len(text) for text, _ in repeated) / 1e6:.2f} MB, start-up included\n")
    print("| reader | texts a second | ratio | value | and unit | and modifier |")
    print("|---|---:|---:|---:|---:|---:|")
    print(f"| factcheck | {ours.texts_per_second:,.0f} | 1 | {cells(ours.f1)} |")
    for name, program in PEERS.items():
        peer = run([python, "-c", program], repeated[:PEER_TEXTS])
        if peer is None:
            print(f"| {name} | not installed | | | | |")
        else:
            ratio = ours.texts_per_second / peer.texts_per_second
            print(f"| {name} | {peer.texts_per_second:,.0f} | 1/{ratio:,.0f} | {cells(peer.f1)} |")
    for name, (speed, f1) in PUBLISHED.items():
        print(f"| {name} | {speed} | | {cells(f1)} |")


def cells(f1: tuple[float, float, float]) -> str:
    """Three F1s as cells of a table."""
    return " | ".join(f"{value:.1f}" for value in f1)


def seconds(text: str) -> float:
    """The shortest reading of a text [s of CPU, so that other work on the machine counts less], of three or more."""
    times: list[float] = []
    while len(times) < 3 or sum(times) < 0.1:
        started = time.process_time()
        read(text)
        times.append(time.process_time() - started)
    return min(times)


def measure_length() -> None:
    """Print what length costs."""
    article = ARTICLE.read_text(encoding="utf-8") + "\n\n"
    read(article)
    print("\n| the article | seconds | MB a second |\n|---|---:|---:|")
    for times in (1, 10, 100):
        spent = seconds(article * times)
        print(f"| {times} times | {spent:.4f} | {len(article) * times / spent / 1e6:.2f} |")
    print("\n| hostile text | 1 MB [s] | 2 MB [s] | ratio |\n|---|---:|---:|---:|")
    for piece in HOSTILE:
        once, twice = (seconds(piece * (size * 1_000_000 // len(piece))) for size in (1, 2))
        print(f"| `{piece}…` | {once:.2f} | {twice:.2f} | {twice / once:.2f} |")


def main() -> None:
    """Run everything and print."""
    parser = argparse.ArgumentParser(description="How fast and how well quantities are read.")
    parser.add_argument("gold", nargs="?", type=Path)
    parser.add_argument("--peer-python", default=sys.executable)
    options = parser.parse_args()
    compare(load(options.gold), options.peer_python)
    measure_length()


if __name__ == "__main__":
    main()
