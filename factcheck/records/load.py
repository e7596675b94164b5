"""
Claim files in, a ClaimSet out: every file read, every error of every file found in one run.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.model.claim import Claim, ClaimSet, Rule
from factcheck.model.document import Offsets
from factcheck.model.error import FactcheckError, RecordError
from factcheck.model.quantity import Width
from factcheck.model.wording import did_you_mean
from factcheck.records.claim import ClaimReader, Draft, file_aliases
from factcheck.records.fact import implied_rules, tie
from factcheck.records.fields import Errors
from factcheck.records.node import MAX_BYTES, compose
from factcheck.records.record import FileRecord, file_record
from factcheck.records.rule import rule_of
from factcheck.records.scope import Scope
from factcheck.records.source import Library, Source
from factcheck.sources import SUFFIXES as TEXTS
from factcheck.sources import decode
from factcheck.sources.file import exists, read_bytes
from factcheck.sources.folder import files_below, is_folder
from factcheck.sources.path import shown_path
from factcheck.sources.root import Reach, within

SUFFIXES = (".yaml", ".yml")


@dataclass(slots=True)
class _File:
    """One claim file while it is read."""

    shown: str
    record: FileRecord
    errors: Errors
    reader: ClaimReader
    drafts: dict[str, Draft]


def load(
    paths: Iterable[Path],
    aliases: Mapping[str, Sequence[str]] | None = None,
    widths: Mapping[str, Width] | None = None,
    texts: Mapping[str, str] | None = None,
    reach: Reach | None = None,
) -> ClaimSet:
    """
    The claims and rules of some files and folders.

    ``aliases`` are further names of a name, for all files; a file's own go before them. ``widths`` are
    those of hedges, by their words or their modifier; ``texts`` stand for the contents of claim files, by their
    paths as shown: what an edit would make of them; ``reach`` says where sources may lie. What is wrong with the
    files stands in the set's ``errors``; the rest is there to be judged.
    """
    library = Library(widths, reach)
    errors: list[RecordError] = []
    files: list[_File] = []
    not_claims: dict[str, tuple[Offsets, ...]] = {}
    for path in claim_files(paths, errors, library.reach):
        file = _read(path, library, errors, aliases or {}, texts or {})
        if file is None:
            continue
        files.append(file)
        for anchored in file.reader.passages(file.record.not_claims):
            key = anchored.source.key
            not_claims[key] = (*not_claims.get(key, ()), (anchored.start, anchored.end))
    claims, rules = _tied(files, library)
    errors += [error for file in files for error in file.errors.found]
    return ClaimSet(
        claims,
        rules,
        {key: source.document for key, source in library.sources.items()},
        {key: source.contents for key, source in library.sources.items()},
        not_claims,
        tuple(dict.fromkeys(_pairs(files))),
        tuple(sorted(errors, key=lambda error: (error.path, error.line, error.column))),
    )


def claim_files(paths: Iterable[Path], errors: list[RecordError], reach: Reach | None = None) -> list[Path]:
    """
    The claim files that some paths name: files as they are, of folders all below, sorted. A link in a folder may
    lead no further than ``reach`` says.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if not is_folder(path):
            if exists(path) and path.suffix.lower() in TEXTS:
                errors.append(_text(path))
            elif exists(path):
                found[path] = None
            else:
                remedy = "Check the path; `factcheck init` makes a first claim file."
                errors.append(RecordError(shown_path(path), "there is no such file or folder", remedy))
            continue
        before = len(errors)
        below = [its for its in files_below(path, errors, hidden=True) if its.suffix in SUFFIXES]
        if not below and len(errors) == before:
            errors.append(RecordError(shown_path(path), "the folder holds no claim file", _without(path)))
        found.update(dict.fromkeys(within(below, path, reach or Reach(), errors)))
    return list(found)


def _without(folder: Path) -> str:
    """What to do about a folder without a claim file; one of texts may have been meant for another command."""
    if any(path.suffix.lower() in TEXTS for path in files_below(folder, [])):
        shown = shown_path(folder)
        return f"`factcheck scan {shown}` checks its texts; `factcheck draft` makes records of one."
    return "`factcheck init` makes a first one."


def _text(path: Path) -> RecordError:
    """What is said of a text where a claim file is wanted: the commands that it is for."""
    shown = shown_path(path)
    remedy = f"`factcheck scan {shown}` checks it; `factcheck draft {shown}` makes records."
    return RecordError(shown, "this is a text, not a claim file", remedy)


def _read(
    path: Path,
    library: Library,
    errors: list[RecordError],
    aliases: Mapping[str, Sequence[str]],
    texts: Mapping[str, str],
) -> _File | None:
    shown = shown_path(path)
    try:
        data = read_bytes(path, shown, MAX_BYTES, what="the file", remedy="Split it by topic.")
        text = texts[shown] if shown in texts else decode(data, shown)
    except FactcheckError as failure:
        errors.extend(failure.errors)
        return None
    its = Errors(shown, text)
    root, found = compose(text, shown)
    its.found.extend(found)
    record = file_record(root, its)
    sources: dict[str, Source | None] = {}
    for name, source in record.sources.items():
        sources[name] = library.source(source, path, its)
    reader = ClaimReader(shown, its, sources, record.default)
    reader.aliases, reader.widths = file_aliases(aliases) | file_aliases(record.aliases), library.widths
    file = _File(shown, record, its, reader, {})
    for claim in record.claims:
        for draft in reader.drafts(claim):
            if draft.id in file.drafts:
                its.add(
                    claim.node, f"“{draft.id}” is a claim of its own and an item of a breakdown", "Rename one of them."
                )
            file.drafts[draft.id] = draft
    # The tree of a file is larger than its claims: what they were written as is let go.
    record.claims.clear()
    return file


def _tied(files: list[_File], library: Library) -> tuple[dict[str, Claim], tuple[Rule, ...]]:
    """The claims with their operands, and the rules, those that a record implies first."""
    drafts = {file.shown: file.drafts for file in files}
    every = [draft for file in files for draft in file.drafts.values()]
    for file in files:
        _resolve_evidence(file, Scope(file.shown, drafts, {}))
    _complain_of_cycles(files)
    stated = tie(every, library.sources)
    claims = {draft.key: draft.claim(stated.get(draft.key)) for draft in every}
    rules: list[Rule] = []
    for file in files:
        scope = Scope(file.shown, drafts, stated)
        for draft in file.drafts.values():
            if draft.value is not None or draft.evidence or draft.evidence_claims:
                rules.extend(implied_rules(draft, stated, claims[draft.key]))
        for node in file.record.rules:
            rule = rule_of(node, scope, file.errors)
            if rule is not None:
                rules.append(rule)
    return claims, tuple(rules)


def _resolve_evidence(file: _File, scope: Scope) -> None:
    for draft in file.drafts.values():
        if not draft.evidence_claims:
            continue
        resolved = []
        for node, name in draft.evidence_claims:
            other = scope.draft(name)
            if other is None:
                file.errors.add(node, f"there is no claim “{name}”", did_you_mean(name, scope.known(name)))
            else:
                resolved.append((node, other.key))
        draft.evidence_claims = resolved


def _complain_of_cycles(files: list[_File]) -> None:
    """Claims that stand as evidence for each other back nothing."""
    backed = [(file, draft) for file in files for draft in file.drafts.values() if draft.evidence_claims]
    next_of = {draft.key: [key for _, key in draft.evidence_claims] for _, draft in backed}
    done: set[str] = set()
    for file, draft in backed:
        if draft.key in done:
            continue
        cycle = _cycle(draft.key, next_of, done)
        if cycle:
            node = draft.evidence_claims[0][0]
            shown = " → ".join(key.rpartition(":")[2] for key in cycle)
            file.errors.add(node, f"evidence goes in a circle: {shown}", "Back one of them by a source or a person.")


def _cycle(start: str, next_of: dict[str, list[str]], done: set[str]) -> list[str]:
    """A circle that is reached from a claim; empty where there is none. Every claim is entered once."""
    path: list[str] = []
    on_path: set[str] = set()
    stack: list[tuple[str, bool]] = [(start, False)]
    while stack:
        key, leaving = stack.pop()
        if leaving:
            on_path.discard(path.pop())
            continue
        if key in on_path:
            return [*path[path.index(key) :], key]
        if key in done:
            continue
        done.add(key)
        path.append(key)
        on_path.add(key)
        stack.append((key, True))
        stack.extend((other, False) for other in next_of.get(key, ()))
    return []


def _pairs(files: list[_File]) -> Iterable[tuple[str, str]]:
    for file in files:
        for source in file.reader.sources.values():
            if source is not None:
                yield file.shown, source.document.path
