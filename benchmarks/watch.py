"""
How soon `verify --watch` tells of a change of the article: from the write of the file to the finding.

    python -m benchmarks.watch [--times N]
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[1]


def wait_for(words: str, lines: IO[str]) -> None:
    """Read what the program prints up to some words."""
    for line in lines:
        if words in line:
            return
    sys.exit(f"the program ended before it said “{words}”")


def main() -> None:
    """Edit the article and mend it again, and print the seconds of each."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").strip().splitlines()[0])
    arguments.add_argument("--times", type=int, default=5)
    times = arguments.parse_args().times
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("seeds", "claims"):
            shutil.copytree(ROOT / part, folder / part)
        source = folder / "seeds" / "dark-huntor.txt"
        right = source.read_text(encoding="utf-8")
        program = subprocess.Popen(
            [sys.executable, "-m", "factcheck", "verify", "--watch"], cwd=folder, stdout=subprocess.PIPE, text=True,
            stderr=subprocess.STDOUT, env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        )  # fmt: skip
        assert program.stdout is not None
        wait_for("Watching", program.stdout)
        seconds = []
        for _ in range(times):
            for text, words in (
                (right.replace("47 in Germany", "74 in Germany"), "do not add up"),
                (right, "rules hold"),
            ):
                begun = time.perf_counter()
                source.write_text(text, encoding="utf-8")
                wait_for(words, program.stdout)
                seconds.append(time.perf_counter() - begun)
                wait_for("Watching", program.stdout)
        program.send_signal(signal.SIGINT)
        program.wait(30)
    print(f"{len(seconds)} changes: {min(seconds):.2f} to {max(seconds):.2f} s")


if __name__ == "__main__":
    main()
