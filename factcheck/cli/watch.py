"""
Watching files: run again when one of them changes. Their times and sizes are asked for; nothing is installed.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from factcheck.cli.output import tell

INTERVAL = 0.2
"""How often the files are looked at [s]."""


def watch(run: Callable[[], Iterable[Path]]) -> None:
    """
    Call ``run``, and again whenever one of the files that it names has changed, until Ctrl-C.

    A file that was named once stays watched: an editor may take it away for a moment. One that is not
    there yet may be named too, and a folder, for what comes into it and goes.
    """
    seen: set[Path] = set()
    try:
        while True:
            before, begun = _state(seen), time.time_ns()
            seen.update(run())
            # The command line runs without the collector; what a run draws may leave circles.
            gc.collect()
            state = _state(seen)
            # What changed while it ran is not missed, whether it was watched before or is named now.
            if any(its != before[path] if path in before else its[0] >= begun for path, its in state.items()):
                continue
            there = sum(path.is_file() for path in seen)
            tell(f"Watching {there} {'file' if there == 1 else 'files'}; Ctrl-C ends.")
            while _state(seen) == state:
                time.sleep(INTERVAL)
    except KeyboardInterrupt:
        tell("")


def _state(paths: Iterable[Path]) -> dict[Path, tuple[int, int]]:
    """For each file when it was changed and how long it is; of a folder when a file came or went."""
    found = {}
    for path in paths:
        try:
            its = path.stat()
            found[path] = its.st_mtime_ns, its.st_size
        except OSError:
            found[path] = 0, -1
    return found
