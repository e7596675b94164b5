"""
The gate under fire and under the clock.

    python benchmarks/guard.py            # both, 10,000 fuzzed pairs
    python benchmarks/guard.py --fuzz 500

Fuzzing: answers and sources are made of the same pieces, so that numbers often match by chance; each pair gets one
number that no source can have (13 digits). No such answer may be ok, and no exception may be raised but ValueError and
TypeError. Speed: 300 words against 1,200, and 300 words against a prepared source of 120 kB.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from typing import Any

import factcheck

PIECES = (
    "The North had ", "Police made ", "45 arrests", "$31.6 million", "about 22 kg", "12%", "in Rome", ", and ", ". ",
    "\n\n", "| a | b |\n| --- | --- |\n| 4 | 5 |\n", "```\n", "<!-- ", " -->", "`", "**", "- ", "1. ", "# ", "\u200b",
    "\u202e", "٤٥", "½", "Ⅳ", "3 March 2021", "Q3 2024", "fell from 12 to 9", "between 4 and 6", "respectively",
    "&#52;",
    "more than 150", "two-thirds", "a dozen", "1,2,3", "1.2.3", "--", "(", ")", "€", "-5", "1e9", "\x00", "\ud800", "é",
    "http://x.y/45", "45th", "4x", "\r\n", "\t", "'", '"', "total", "average", "rose", "%", "0", "00", "-0", "9" * 400,
)  # fmt: skip
SENTENCES = (
    "Police made {a} arrests in Rome and seized {b} kg of cocaine. ",
    "Sales in the north rose {a}% to ${b} million in the quarter. ",
    "The council counted {a} votes, {b} fewer than in the year before. ",
)


def data(rng: random.Random) -> Any:
    """A source of some kind."""
    cell = lambda: rng.choice([1, 2.5, "x", None, True, "12%", float("nan"), "North", -3, "3 March 2021", "", "9" * 50])  # noqa: E731
    kind = rng.randrange(7)
    if kind == 0:
        return {rng.choice(["a", "rev_eur_m", "", "2024", "%"]): cell() for _ in range(3)}
    if kind == 1:
        return [{"region": cell(), "units": cell(), "share_pct": cell()} for _ in range(rng.randrange(4))]
    if kind == 2:
        return [["region", "units"], *[[cell(), cell()] for _ in range(3)]]
    if kind == 3:
        return "region,units\n" + "".join(f"{rng.choice('abc')},{rng.randrange(99)}\n" for _ in range(3))
    if kind == 4:
        return {"x": {"y": {"z": cell()}}, "l": [cell(), cell()], "r": [{"a": cell()}]}
    return "".join(rng.choices(PIECES, k=rng.randrange(1, 12)))


def fuzz(count: int, seed: int) -> tuple[int, int]:
    """How many pairs were judged, and how many refused by an exception; fails at the first that is wrong."""
    rng = random.Random(seed)
    judged = refused = 0
    for _ in range(count):
        answer = "".join(rng.choices(PIECES, k=rng.randrange(1, 14)))
        at = rng.randrange(len(answer) + 1)
        planted = str(rng.randrange(10**12, 10**13))
        answer = f"{answer[:at]} {planted} {answer[at:]}"
        sources = [data(rng) for _ in range(rng.randrange(1, 3))]
        try:
            result = factcheck.guard(answer, sources, strict=rng.random() < 0.3)
            result.to_dict()
        except (ValueError, TypeError):
            refused += 1
            continue
        except Exception:
            print(repr(answer), repr(sources))
            raise
        judged += 1
        if result.ok:
            raise SystemExit(f"ok by accident: {answer!r} of {sources!r}")
    return judged, refused


def words(count: int, rng: random.Random) -> str:
    """A text of so many words."""
    found: list[str] = []
    while len(found) < count:
        found += rng.choice(SENTENCES).format(a=rng.randrange(10, 999), b=rng.randrange(10, 999)).split()
    return " ".join(found[:count])


def clock(answer: str, sources: Any, times: int = 15) -> float:
    """The median time of one answer [ms]."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        factcheck.guard(answer, sources)
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def main() -> None:
    """Run both."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--fuzz", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=17)
    args = parser.parse_args()
    rng = random.Random(args.seed)
    source = words(1200, rng)
    right = " ".join(source.split()[:300])
    wrong = words(300, rng)
    long = words(20_000, rng)
    rows = [{"region": f"R{at}", "units": at * 7, "sales_eur": at * 1.5} for at in range(300)]
    print(f"300 words against 1,200, all supported: {clock(right, source):.1f} ms")
    print(f"300 words against 1,200, few supported: {clock(wrong, source):.1f} ms")
    print(f"300 words against {len(long) // 1000} kB, prepared: {clock(right, factcheck.prepare(long)):.1f} ms")
    print(f"one sentence against 900 cells, prepared: {clock('R5 had 35 units.', factcheck.prepare(rows)):.1f} ms")
    judged, refused = fuzz(args.fuzz, args.seed)
    print(
        f"{judged:,} fuzzed pairs judged, {refused:,} refused by ValueError or TypeError; none ok, no other exception"
    )


if __name__ == "__main__":
    main()
