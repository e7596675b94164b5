"""
How fast a text is scanned: megabytes of prose a second on one core, the cost of length, and hostile text.

    python benchmarks/scan_speed.py [--megabytes N] [FILE|FOLDER]...

Without files the seed article is repeated to one text of 1, 2 and 4 MB, and to one of N MB (10) in a process of
its own, of which the largest memory is told. With files each is scanned once, in order. Blocks, reading,
discovery and judging are timed together and apart, in CPU seconds; start-up is not in them. Then a folder of
short files is scanned by the program itself with one process and with two, start-up included.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

from factcheck.discover import discover
from factcheck.engine import evaluate
from factcheck.reader import read
from factcheck.sources import document, prose

ARTICLE = Path(__file__).parents[1] / "seeds" / "dark-huntor.txt"
MEGABYTE = 1_000_000
HOSTILE_SIZE = 100_000
HOSTILE = (
    "1 of ", "from 1 to 2 ", "12 arrests: ", "- a\n", "1. a\n", "| 1 ", "| 1 |\n", "(", "a, ", "5% ", "and ", "three ",
    "May 2020 to ", "# two\n\n", "**", "[a](", "`", "<",
    "A, B and C ", "5 kg (", "one in ", "\n", "doubled to 5 ", "> ",
    "Monday, May 1, 2020 ", "rose 5% to 6 from 7 ", "four things:\n\n- a\n\n", "$1 million, including $2 million ",
)  # fmt: skip


def long_text(size: int) -> str:
    """The article over and over; what follows a reader's comment is no text any more, so it ends there."""
    article = ARTICLE.read_text(encoding="utf-8").partition("One thought on")[0]
    return (article * (size // len(article) + 1))[:size]


def scan(text: str, path: str = "text.txt") -> tuple[float, float, float, float, int]:
    """CPU seconds for blocks and sentences, reading, discovery and judging; and how many rules were found."""
    marks = [time.process_time()]
    its = document(text, path)
    words, spans = prose(its)
    marks.append(time.process_time())
    contents = read(words, spans)
    marks.append(time.process_time())
    claims = discover(its, contents, words)
    marks.append(time.process_time())
    evaluate(claims)
    marks.append(time.process_time())
    parts = [later - sooner for sooner, later in pairwise(marks)]
    return parts[0], parts[1], parts[2], parts[3], len(claims.rules)


def tell(name: str, size: int, seconds: tuple[float, float, float, float, int]) -> None:
    """One line."""
    *parts, rules = seconds
    total = sum(parts)
    each = "  ".join(f"{part:6.2f}" for part in parts)
    print(f"{name:28} {size / MEGABYTE / max(total, 1e-9):6.2f} MB/s  {each}  {rules:7} relations", flush=True)


def in_a_process(megabytes: int) -> None:
    """One long text in a process of its own: its time, and the most memory that it took."""
    program = (
        "import sys, resource; sys.path.insert(0, sys.argv[1]); import scan_speed as its; "
        "text = its.long_text(int(sys.argv[2])); "
        "its.tell(f'{len(text) // 10**6} MB, one text', len(text), its.scan(text)); "
        "print(f'{\"\":28} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB at most')"
    )
    here = str(Path(__file__).parent)
    subprocess.run([sys.executable, "-c", program, here, str(megabytes * MEGABYTE)], check=True)


def folder(count: int = 300) -> None:
    """The program on a folder of articles, with one process and with two."""
    article = ARTICLE.read_text(encoding="utf-8").partition("One thought on")[0]
    with tempfile.TemporaryDirectory() as name:
        for at in range(count):
            (Path(name) / f"{at}.txt").write_text(article, encoding="utf-8")
        for jobs in ("1", "2"):
            started = time.perf_counter()
            command = [sys.executable, "-m", "factcheck", "scan", "--jobs", jobs, name]
            subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
            seconds = time.perf_counter() - started
            size = count * len(article) / MEGABYTE
            print(f"{count} files, --jobs {jobs:14} {size / seconds:6.2f} MB/s  {count / seconds:.0f} texts a second")


def alone() -> None:
    """The program on the article, start-up included: the best of five [s]."""
    best = 9.0
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [sys.executable, "-m", "factcheck", "scan", str(ARTICLE)], stdout=subprocess.DEVNULL, check=False
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    print(f"{'the article, start-up and all':28} {best:6.3f} CPU s")


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0] if __doc__ else "")
    arguments.add_argument("--megabytes", type=int, default=10)
    arguments.add_argument("paths", nargs="*", type=Path)
    chosen = arguments.parse_args()
    print(f"{'':28} {'':11}  blocks    read  discover  judge")
    for path in chosen.paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file():
                text = file.read_text(encoding="utf-8")
                tell(file.name[:28], len(text), scan(text, file.name))
    if chosen.paths:
        return
    scan(long_text(50_000))  # the tables are loaded
    for size in (1, 2, 4):
        text = long_text(size * MEGABYTE)
        tell(f"{size} MB, one text", len(text), scan(text))
    for piece in HOSTILE:
        for suffix in ("txt", "md"):
            text = (piece * (HOSTILE_SIZE // len(piece)))[:HOSTILE_SIZE]
            tell(f"{piece.strip()[:20]!r} .{suffix}", len(text), scan(text, f"text.{suffix}"))
    in_a_process(chosen.megabytes)
    alone()
    folder()


if __name__ == "__main__":
    main()
