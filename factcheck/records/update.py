"""
Claim files brought up to date with their sources: new words for old where the number is the same, and the new
numbers of the claims that somebody names. Evidence is never touched.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from fnmatch import fnmatchcase

from factcheck.model.claim import Change, Claim, ClaimSet, Mark, Statement
from factcheck.model.error import FactcheckError, RecordError
from factcheck.model.frozen import frozen
from factcheck.model.quantity import Quantity
from factcheck.model.wording import did_you_mean, listed, single_spaced
from factcheck.records.edit import FileEdit, edited
from factcheck.sources.fold import fold


@frozen
class Taken:
    """A quote that gets other words."""

    claims: tuple[Claim, ...]
    """The claims that rest on it and are meant."""
    mark: Mark
    was: str
    now: str
    same_number: bool
    """Whether only words are others."""


def chosen(claim_set: ClaimSet, names: Iterable[str]) -> list[Claim]:
    """
    The claims that some ids or globs name, of all files or of one: "arrests.us", "money.*", "claims/raids.yaml:us".

    Raises FactcheckError for a name that no claim has, or that claims of several files have.
    """
    found: dict[str, Claim] = {}
    errors = []
    for name in names:
        file, _, pattern = name.rpartition(":")
        claims = [its for its in claim_set.claims.values() if not file or its.file == file]
        meant = [its for its in claims if fnmatchcase(its.id, pattern)]
        if not meant:
            ids = dict.fromkeys(its.id for its in claims)
            errors.append(RecordError(file or name, f"there is no claim “{name}”", did_you_mean(pattern, ids)))
        elif len(meant) > 1 and pattern == meant[0].id:
            keys = listed([its.key for its in meant], "or")
            errors.append(RecordError(name, f"several files have a claim “{name}”", f"Name one of them: {keys}."))
        found |= {its.key: its for its in meant}
    if errors:
        raise FactcheckError(*errors)
    return list(found.values())


def take(claim_set: ClaimSet, claims: Collection[Claim] = ()) -> list[Taken]:
    """
    The quotes that get other words: without ``claims`` all whose number is the same; else those of these claims,
    their new numbers too.

    Raises FactcheckError where a quote is another claim's too (an alias of YAML) that is not named.
    """
    keys = {claim.key for claim in claims}
    rests: defaultdict[Mark, list[tuple[Claim, Statement]]] = defaultdict(list)
    for claim, statement in _changed(claim_set):
        rests[statement.mark].append((claim, statement))
    taken = []
    for mark, pairs in rests.items():
        meant = [claim for claim, _ in pairs if claim.key in keys] if claims else [claim for claim, _ in pairs]
        found = _taken(mark, pairs, meant, numbers=bool(claims)) if meant else None
        if found is not None:
            _refuse_shared(pairs, meant)
            taken.append(found)
    return taken


def changed_numbers(claim_set: ClaimSet) -> list[Claim]:
    """The claims whose numbers, or names, are others in their sources now; of a breakdown its items."""
    found = {claim.key: claim for claim, its in _changed(claim_set) if its.change and not its.change.reworded}
    items = {claim.mark for claim in found.values() if claim.stated is not None}
    return [its for its in found.values() if its.stated is not None or its.mark not in items]


def edits(taken: Iterable[Taken]) -> list[FileEdit]:
    """
    The claim files with these quotes in their new words.

    Raises FactcheckError where a file cannot be read, or has changed since it was loaded.
    """
    files: defaultdict[str, dict[Mark, str]] = defaultdict(dict)
    for its in taken:
        files[its.mark.path][its.mark] = its.now
    return [edited(path, texts) for path, texts in files.items()]


def _changed(claim_set: ClaimSet) -> Iterator[tuple[Claim, Statement]]:
    for claim in claim_set.claims.values():
        yield from ((claim, its) for its in claim.statements if its.change is not None)


def _taken(
    mark: Mark, pairs: Sequence[tuple[Claim, Statement]], meant: Sequence[Claim], *, numbers: bool
) -> Taken | None:
    """A quote in its new words, with the numbers of the claims that are meant; ``None`` where they change nothing."""
    # Of a breakdown its own statement, which has the changes of all its items, and stands before theirs.
    statement = max((its for _, its in pairs), key=lambda its: len(its.change.numbers) if its.change else 0)
    whole = statement.change
    assert whole is not None
    if not numbers:
        if not whole.reworded:
            return None
        return Taken(tuple(meant), mark, single_spaced(whole.recorded), single_spaced(whole.now), True)
    keys = {claim.key for claim in meant}
    accepted = {new.number_start: (old, new) for claim, its in pairs if claim.key in keys and its.change
                for old, new in its.change.numbers}  # fmt: skip
    if len(accepted) == len(whole.numbers):
        now = single_spaced(whole.now)
    else:
        now = _in_part(whole, accepted.values(), statement)
    return Taken(tuple(meant), mark, single_spaced(whole.recorded), now, whole.reworded)


def _in_part(change: Change, accepted: Iterable[tuple[Quantity, Quantity]], statement: Statement) -> str:
    """A recorded quote with some of its new numbers: the others wait for somebody to name their claims."""
    words, pieces, at = fold(change.recorded), [], 0
    for old, new in sorted(accepted, key=lambda pair: pair[0].number_start):
        first = new.number_start - statement.start
        printed = change.now[first : first + new.number_end - new.number_start]
        pieces += [words[at : old.number_start], printed]
        at = old.number_end
    return single_spaced("".join([*pieces, words[at:]]))


def _refuse_shared(pairs: Iterable[tuple[Claim, Statement]], meant: Collection[Claim]) -> None:
    """Complain where a quote that is written once stands for claims that are not all meant."""
    records = {claim.mark: claim for claim, _ in pairs}
    named = {claim.mark for claim in meant}
    others = [claim for mark, claim in records.items() if mark not in named]
    if others:
        own, other = next(iter(meant)), others[0]
        what = f"“{own.id}” and “{other.id}” share one quote (an alias of YAML)"
        raise FactcheckError(
            RecordError(own.file, what, "Name both, or write the quote out.", own.mark.line, own.mark.column)
        )
