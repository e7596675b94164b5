"""
How fast and how well quantities are read, beside quantulum3 and CQE, on the same file in the same run.

    python benchmarks/read_speed.py [--peer-python PYTHON] [GOLD.json]

Without GOLD.json 5,000 sentences are made, of which the quantities are known; GOLD.json is a list of
{"text", "quantities": [{"value" or "range"}]}, repeated to 5,000 texts for the clock. Every reader is a
process of its own: its start-up counts. A peer that cannot be imported (by PYTHON, so that it may live in
an environment of its own) is "not installed"; peers read the first 300 texts, for the slowest does 30 a second.

Then the cost of length: the seed article once, ten and a hundred times, and 1 MB and 2 MB of hostile text.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

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
        print(json.dumps([number, *map(float, ends)]))
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
        print(json.dumps([number, *map(float, ends)]))
""",
}

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
)

Ends = tuple[float, float]


@dataclass(frozen=True)
class Outcome:
    """What one reader did: texts a second, start-up included, and F1 of the value."""

    name: str
    texts_per_second: float
    f1: float


def sentence(choose: random.Random) -> tuple[str, list[Ends]]:
    """A news sentence of about 130 characters and the ends of each quantity in it."""
    many, few, share = choose.randrange(1200, 90000), choose.randrange(3, 40), choose.randrange(11, 990) / 10
    money, low = choose.randrange(11, 980) / 10, choose.randrange(2, 30)
    high = low + choose.randrange(1, 20)
    shapes: list[tuple[str, list[Ends]]] = [
        (
            f"The harbour board said that it had turned away {many:,} passengers and {few} ferries since May.",
            [(many, many), (few, few)],
        ),
        (
            f"Sales of the group rose {share}% to ${money} million in the quarter, helped by a warm spring, it said.",
            [(share, share), (money * 1e6, money * 1e6)],
        ),
        (
            f"Between {low} and {high} kilograms of waste a head were collected, the council wrote to residents.",
            [(low, high)],
        ),
        (
            "Nobody on the committee wished to say when the inquiry would begin, or what its findings would be.",
            [],
        ),
        (
            f"The bridge is {low * 40} metres long and will be crossed by about {many:,} cars a day, the mayor said.",
            [(low * 40, low * 40), (many, many)],
        ),
    ]
    return choose.choice(shapes)


def load(path: Path | None) -> list[tuple[str, list[Ends]]]:
    """The texts and the ends of their quantities."""
    if path is None:
        choose = random.Random(11)
        return [sentence(choose) for _ in range(TEXTS)]
    rows = json.loads(path.read_text(encoding="utf-8"))
    return [(" ".join(row["text"].split()), [e for q in row["quantities"] if (e := ends_of(q))]) for row in rows]


def ends_of(quantity: dict[str, object]) -> Ends | None:
    """The ends of a gold quantity: the same twice for a value, ``None`` where it states none."""
    value = quantity.get("range") or quantity.get("value")
    if isinstance(value, list):
        return None if None in value else (float(value[0]), float(value[1]))
    if value is None:
        return None
    try:
        return float(str(value)), float(str(value))
    except ValueError:
        low, high = sorted(float(part) for part in str(value).split("-")[:2])
        return low, high


def near(one: float, other: float) -> bool:
    """Whether two values are the same but for rounding."""
    return abs(one - other) <= 1e-5 * abs(other) + 1e-8


def f1(gold: list[tuple[str, list[Ends]]], found: list[list[Ends]]) -> float:
    """F1 of the values, one to one, in per cent."""
    hits = 0
    for (_, wanted), given in zip(gold, found, strict=True):
        free = list(given)
        for ends in wanted:
            match = next((g for g in free if near(g[0], ends[0]) and near(g[1], ends[1])), None)
            if match is not None:
                hits += 1
                free.remove(match)
    total = sum(len(wanted) for _, wanted in gold) + sum(map(len, found))
    return 200 * hits / max(total, 1)


def run(name: str, command: list[str], gold: list[tuple[str, list[Ends]]], clock: int) -> Outcome | None:
    """One reader over ``clock`` texts, timed, and its F1; ``None`` where it cannot be run."""
    texts = [gold[at % len(gold)] for at in range(clock)]
    started = time.perf_counter()
    lines = "\n".join(text for text, _ in texts)
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - started
    if done.returncode:
        return None
    found: list[list[Ends]] = [[] for _ in texts]
    for line in done.stdout.splitlines():
        row = json.loads(line)
        if isinstance(row, dict):
            low, high = (row["value"], row["value"]) if row["value"] is not None else (row["lower"], row["upper"])
            found[row["line"] - 1].append((rational(low), rational(high)))
        else:
            found[row[0]].append((row[1], row[2]))
    return Outcome(name, clock / seconds, f1(texts, found))


def rational(text: str) -> float:
    """A number of factcheck's JSON: a decimal, or a fraction such as 1/3."""
    top, _, bottom = text.partition("/")
    return float(top) / float(bottom or 1)


def compare(gold: list[tuple[str, list[Ends]]], python: str) -> None:
    """Print the table of readers."""
    ours = run("factcheck", [sys.executable, "-m", "factcheck", "read", "--lines", "-"], gold, TEXTS)
    assert ours is not None, "factcheck itself does not run"
    characters = sum(len(gold[at % len(gold)][0]) for at in range(TEXTS))
    print(f"{TEXTS:,} texts, {characters / 1e6:.2f} MB, start-up included\n")
    print("| reader | texts a second | as many as | F1 of the value |")
    print("|---|---:|---:|---:|")
    print(f"| factcheck | {ours.texts_per_second:,.0f} | 1 | {ours.f1:.1f} |")
    for name, program in PEERS.items():
        peer = run(name, [python, "-c", program], gold, PEER_TEXTS)
        if peer is None:
            print(f"| {name} | not installed | | |")
        else:
            ratio = ours.texts_per_second / peer.texts_per_second
            print(f"| {name} | {peer.texts_per_second:,.0f} | 1/{ratio:,.0f} | {peer.f1:.1f} |")


def seconds(text: str) -> float:
    """The shorter of two readings of a text [s of CPU, so that other work on the machine does not count]."""
    times = []
    for _ in range(2):
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
