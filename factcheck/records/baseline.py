"""
The baseline: findings that are known, one a line, so that a run reports what is new.

    {"factcheck-baseline": 1}
    {"kind": "balance", "path": "claims/arrests.yaml", "numbers": ["arrests.total 150", "arrests.us 65"]}

No lines, no wording, no times: a reworded sentence keeps its entry, one changed digit makes the
finding new. Where a text is judged without records its numbers have no names: the entry has the path of
the text and the values alone; that of a rewrite names what it was compared with ("against"). The lines are
sorted, and paths are relative to the baseline, so that a diff of it reads well. One baseline serves `verify`,
`scan` and `compare`: a run speaks of the files that it judged.
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
from factcheck.model.frozen import frozen
from factcheck.model.identity import Identity
from factcheck.model.visible import deceives
from factcheck.records.node import MAX_BYTES
from factcheck.sources import decode
from factcheck.sources.file import read_bytes
from factcheck.sources.path import shown_path
from factcheck.sources.writing import locked, write

VERSION = 1
_MAKE = "`--update-baseline` makes it."
_HEAD = json.dumps({"factcheck-baseline": VERSION})
_CONFLICT = ("<<<<<<< ", "=======", ">>>>>>> ", "||||||| ")
"""How the lines begin that git writes where two versions of a file do not merge."""


@dataclass(slots=True)
class Baseline:
    """A baseline as read: how often each entry stands in it, and where."""

    counts: Counter[Identity] = field(default_factory=Counter)
    places: dict[Identity, Location] = field(default_factory=dict)

    def about(self, judged: Collection[str], *, compared: bool = False) -> Counter[Identity]:
        """
        The entries that a run can speak of, by the paths of the claim files, or else texts, that it judged:
        those of these files, and those of files that are gone. ``compared`` is whether they were compared.
        """
        paths = {path for its in self.counts for path in (its.path, *its.against)}
        gone = {path for path in paths - set(judged) if not Path(path).exists()}

        def is_judged(its: Identity) -> bool:
            """Whether the run has judged what the entry is about."""
            if its.against or compared:
                return compared and {its.path, *its.against} == set(judged)
            return its.path in judged

        return Counter(
            {its: count for its, count in self.counts.items() if is_judged(its) or gone & {its.path, *its.against}}
        )


@frozen
class Update:
    """What became of a baseline."""

    added: int
    dropped: int
    kept: int
    """Entries of files that were not judged."""


def update_baseline(path: Path, found: Iterable[Identity], judged: Collection[str], *, compared: bool) -> Update:
    """
    Write the findings of a run into a baseline: what is new is added, what is not found any more dropped; of files
    that were not judged the entries stay. Runs that update one baseline at the same time wait for each other.

    Raises FactcheckError where a baseline that exists cannot be read (it stays as it is), or cannot be written.
    """
    now = Counter(found)
    try:
        with locked(path):
            before = load_baseline(path) if path.exists() else Baseline()
            about = before.about(judged, compared=compared)
            others = before.counts - about
            if now != about or not path.exists():
                write(path, dump_baseline([*now.elements(), *others.elements()], path.parent).encode())
    except OSError as error:
        raise FactcheckError(
            RecordError(shown_path(path), f"the baseline cannot be written ({error.strerror})", "")
        ) from error
    return Update((now - about).total(), (about - now).total(), others.total())


def load_baseline(path: Path) -> Baseline:
    """
    Read a baseline.

    Raises FactcheckError with every line that is none.
    """
    shown = shown_path(path)
    data = read_bytes(path, shown, MAX_BYTES, what="the baseline", remedy="Split it by folder.", missing=_MAKE)
    text = decode(data, shown)
    document = Document(shown, text)
    found, errors = Baseline(), []
    for number, (start, end) in enumerate(document.line_spans()):
        line = text[start:end]
        if not line.strip() or (number == 0 and line == _HEAD):
            continue
        its = _entry(line, path.parent)
        if its is None or number == 0:
            what, remedy = "this is not a line of a baseline", f"It begins with {_HEAD}, and has one finding a line."
            if line.startswith(_CONFLICT):
                what = "this is the mark of a merge conflict"
                remedy = "Keep the entries of both sides, without the marks; `--update-baseline` drops what is gone."
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
    entry: dict[str, object] = {"kind": its.kind, "path": path, "numbers": list(its.numbers)}
    if its.against:
        entry["against"] = [_moved(other, Path(), folder) for other in its.against]
    line = json.dumps(entry, ensure_ascii=False)
    # A name that is no UTF-8 must come back as it was: ``in_json`` would lose it.
    return "".join(json.dumps(char)[1:-1] if deceives(char) else char for char in line) if deceives(line) else line


def _entry(line: str, folder: Path) -> Identity | None:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict) or set(value) - {"against"} != {"kind", "path", "numbers"}:
        return None
    kind, path, numbers, against = value["kind"], value["path"], value["numbers"], value.get("against", [])
    if not (isinstance(kind, str) and isinstance(path, str) and _are_texts(numbers) and _are_texts(against)):
        return None
    others = tuple(sorted(_moved(other, folder, Path()) for other in against))
    return Identity(kind, _moved(path, folder, Path()), tuple(sorted(numbers)), others)


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(its, str) for its in value)


def _moved(path: str, start: Path, end: Path) -> str:
    """A path that is relative to one folder, relative to another."""
    if PurePath(path).is_absolute() or start.absolute() == end.absolute():
        return path
    try:
        return Path(os.path.relpath(start / path, end)).as_posix()
    except ValueError:
        # Windows: another drive.
        return path
