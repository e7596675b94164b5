"""
How often the laws of reading hold: each edit of ``laws.py`` over sentences with a number.

    python benchmarks/reading_laws.py [--sample N] [--shown N] [--law NAME] TEXT.jsonl.xz…

N sentences a file are drawn with a fixed seed (as in differential.py). Printed are, for each law and file, how many
sentences it was tried on and the share on which it held, and the first breaches.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

from differential import SEED, drawn
from laws import LAWS, Edit, broken


def tried(edit: Edit, sentences: list[str]) -> tuple[int, list[str]]:
    """How many sentences an edit changes, and what it broke."""
    number, breaches = 0, []
    for sentence in sentences:
        chance = random.Random(f"{SEED} {sentence}")
        edited = edit(sentence, random.Random(f"{SEED} {sentence}"))
        if edited is None or edited == sentence:
            continue
        number += 1
        breach = broken(sentence, edit, chance)
        if breach is not None:
            breaches.append(breach)
    return number, breaches


def main() -> None:
    """Try every law and print."""
    parser = argparse.ArgumentParser(description="How often the laws of reading hold.")
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--sample", type=int, default=1000)
    parser.add_argument("--shown", type=int, default=5)
    parser.add_argument("--law", choices=[law.__name__ for law in LAWS])
    options = parser.parse_args()
    files = {path.name.split(".")[0]: drawn(path, options.sample) for path in options.texts}
    print("| law | " + " | ".join(files) + " |\n|---|" + "---:|" * len(files))
    shown: list[str] = []
    for law in LAWS:
        if options.law not in (None, law.__name__):
            continue
        cells = []
        for sentences in files.values():
            number, breaches = tried(law, sentences)
            share = f"{100 * (1 - len(breaches) / number):.1f} % of {number:,}" if number else "–"
            cells.append(share)
            shown += [f"{law.__name__}: {breach}" for breach in breaches[: options.shown]]
        print(f"| {law.__name__} | " + " | ".join(cells) + " |", flush=True)
    print("\n" + "\n".join(shown))


if __name__ == "__main__":
    main()
