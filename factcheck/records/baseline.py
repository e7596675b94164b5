"""
The baseline: findings that are known, one a line, so that a run reports what is new.

    {"factcheck-baseline": 1}
    {"kind": "balance", "path": "claims/arrests.yaml", "numbers": ["arrests.total 150", "arrests.us 65"]}

No lines, no wording, no times: a reworded sentence keeps its entry, one changed digit makes the
finding new. Where a text is judged without records its numbers have no names: the entry has the path of
the text and the values alone. The lines are sorted, and paths are relative to the baseline, so that a diff
of it reads well. One baseline serves `verify` and `scan`: a run speaks of the files that it judged.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from factcheck.model.document import Document
from factcheck.model.error import FactcheckError, RecordError
from factcheck.model.finding import Location
from factcheck.model.identity import Identity
from factcheck.records.node import MAX_BYTES
from factcheck.sources import decode
from factcheck.sources.path import shown_path

VERSION = 1
DEFAULT = "factcheck-baseline.jsonl"
"""The file that is written where none is named."""
_HEAD = json.dumps({"factcheck-baseline": VERSION})


@dataclass(slots=True)
class Baseline:
    """A baseline as read: how often each entry stands in it, and where."""

    counts: Counter[Identity] = field(default_factory=Counter)
    places: dict[Identity, Location] = field(default_factory=dict)

    def about(self, judged: Collection[str]) -> Counter[Identity]:
        """
        The entries that a run can speak of, by the paths of the claim files, or else texts, that it judged:
        those of these files, and those of files that are gone.
        """
        gone = {path for path in {its.path for its in self.counts} - set(judged) if not Path(path).exists()}
        return Counter({its: count for its, count in self.counts.items() if its.path in judged or its.path in gone})


def load_baseline(path: Path) -> Baseline:
    """
    Read a baseline.

    Raises FactcheckError with every line that is none.
    """
    shown = shown_path(path)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise FactcheckError(RecordError(shown, "the baseline is too large", "Write it anew."))
        text = decode(path.read_bytes(), shown)
    except OSError as error:
        remedy = "`factcheck baseline write` makes it."
        raise FactcheckError(RecordError(shown, f"the baseline cannot be read ({error.strerror})", remedy)) from error
    document = Document(shown, text)
    found, errors = Baseline(), []
    for number, (start, end) in enumerate(document.line_spans()):
        line = text[start:end]
        if not line.strip() or (number == 0 and line == _HEAD):
            continue
        its = _entry(line, path.parent)
        if its is None or number == 0:
            what = "this is not a line of a baseline"
            remedy = f"It begins with {_HEAD}; write it anew: `factcheck baseline write`."
            errors.append(RecordError(shown, what, remedy, number, 0, excerpt=line[:120]))
            continue
        found.counts[its] += 1
        place = Location(shown, start, end, number + 1, 1, number + 1, end - start + 1, 0, line, "baseline")
        found.places.setdefault(its, place)
    if errors:
        raise FactcheckError(*errors[:20])
    return found


def dump_baseline(entries: Iterable[Identity], folder: Path) -> str:
    """The text of a baseline that is to stand in a folder."""
    lines = sorted(_line(its, folder) for its in entries)
    return "".join(f"{line}\n" for line in [_HEAD, *lines])


def _line(its: Identity, folder: Path) -> str:
    path = _moved(its.path, Path(), folder)
    return json.dumps({"kind": its.kind, "path": path, "numbers": list(its.numbers)}, ensure_ascii=False)


def _entry(line: str, folder: Path) -> Identity | None:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict) or set(value) != {"kind", "path", "numbers"}:
        return None
    kind, path, numbers = value["kind"], value["path"], value["numbers"]
    if not (isinstance(kind, str) and isinstance(path, str) and isinstance(numbers, list)):
        return None
    if not all(isinstance(its, str) for its in numbers):
        return None
    return Identity(kind, _moved(path, folder, Path()), tuple(sorted(numbers)))


def _moved(path: str, start: Path, end: Path) -> str:
    """A path that is relative to one folder, relative to another."""
    if PurePath(path).is_absolute() or start.absolute() == end.absolute():
        return path
    try:
        return Path(os.path.relpath(start / path, end)).as_posix()
    except ValueError:
        # Windows: another drive.
        return path
