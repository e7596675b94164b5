"""
Facts: the claims of a run tied together by the printings that they share.

The same number in the same place is the same printing, whichever claim quotes it; claims that share
a printing state one fact. Each claim becomes an operand (``Stated``) with all printings of its fact,
its own first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factcheck.model.claim import Claim, Evidence, Rule
from factcheck.model.disjoint import DisjointSets
from factcheck.model.document import Document
from factcheck.model.expression import Operand, UnitMismatchError
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Agreement
from factcheck.model.stated import Printing, Stated
from factcheck.records.claim import Draft
from factcheck.records.source import Source
from factcheck.sources.cue import may_open_list, open_list_cue


def tie(drafts: Iterable[Draft], sources: Mapping[str, Source]) -> dict[str, Stated]:
    """Each claim that states a number as an operand, by ``Draft.key``."""
    drafts = [draft for draft in drafts if draft.printings]
    stated = {}
    for draft, group in _groups(drafts):
        stated[draft.key] = Stated(
            group[0].key,
            draft.label,
            _distinct(draft, group),
            _cue(draft.printings[0], sources),
            draft.source_label,
            bool(draft.evidence or draft.evidence_claims),
            draft.group,
        )
    return stated


def implied_rules(draft: Draft, stated: Mapping[str, Stated], claim: Claim) -> Iterable[Rule]:
    """What a record says without a rule: evidence and value agree with what is quoted."""
    own = stated.get(draft.key)
    if own is None:
        return
    if draft.value is not None and draft.statements:
        other = _said(draft, draft.value, "value", draft.because or "the record", "the record")
        yield from _agree(own, other, "value", draft, claim)
    for at, entry in enumerate(draft.evidence):
        if entry.quantity is not None:
            yield from _agree(own, _evidence(draft, entry, at), "evidence", draft, claim)
    for at, (_, key) in enumerate(draft.evidence_claims):
        if key in stated:
            other = stated[key]
            twin = Stated(f"{draft.key}#claim{at}", other.label, other.printings, "", other.source_label, True)
            yield from _agree(own, twin, "evidence", draft, claim)


def _agree(own: Stated, other: Stated, kind: str, draft: Draft, claim: Claim) -> Iterable[Rule]:
    said = f"{own.source_label} says {own.printed} ({own.label}), {other.source_label} says {other.printed}"
    try:
        relation = Agreement((Operand(own), Operand(other)), said, unit=own.unit, restated=True)
    except UnitMismatchError:
        return
    roles = ((own.key, "claim"), (other.key, kind))
    yield Rule(f"{kind} {draft.id}", kind, relation, roles, draft.file, claim.mark, subject=own.label)


def _evidence(draft: Draft, entry: Evidence, at: int) -> Stated:
    assert entry.quantity is not None
    if entry.statement is not None:
        source, said = entry.statement.source, entry.statement.quote
        printing = Printing(entry.quantity, source, draft.id, None, True, said)
        return Stated(f"{draft.key}#{at}", draft.label, (printing,), "", entry.person or source, True)
    return _said(
        draft, entry.quantity, f"evidence {at}", entry.says, f"evidence ({entry.told})" if entry.told else "evidence"
    )


def _said(draft: Draft, quantity: Quantity, what: str, words: str, who: str) -> Stated:
    printing = Printing(quantity, "", f"{draft.id} {what}", None, what != "value", words)
    return Stated(f"{draft.key}#{what}", draft.label, (printing,), "", who, what != "value")


def _groups(drafts: list[Draft]) -> Iterator[tuple[Draft, list[Draft]]]:
    """Each claim with the claims that state the same fact, itself among them, in the order of the files."""
    sets = DisjointSets[str]()
    first: dict[str, str] = {}
    shared: set[str] = set()
    for draft in drafts:
        for printing in draft.printings:
            if printing.source and (owner := first.setdefault(printing.key, draft.key)) != draft.key:
                sets.join(draft.key, owner)
                shared.update((draft.key, owner))
    members: dict[str, list[Draft]] = {}
    for draft in drafts:
        if draft.key in shared:
            members.setdefault(sets.root(draft.key), []).append(draft)
    for draft in drafts:
        yield draft, members[sets.root(draft.key)] if draft.key in shared else [draft]


def _distinct(draft: Draft, group: list[Draft]) -> tuple[Printing, ...]:
    """The printings of a claim and of those that state the same fact, each once, its own first."""
    if len(group) == len(draft.printings) == 1:
        return tuple(draft.printings)
    first: dict[str, Printing] = {}
    for printing in (*draft.printings, *(its for other in group for its in other.printings)):
        first.setdefault(printing.key, printing)
    return tuple(first.values())


def _cue(printing: Printing, sources: Mapping[str, Source]) -> str:
    """The words just before a number that open a list."""
    if not printing.source or printing.source not in sources:
        return ""
    document: Document = sources[printing.source].document
    offset = printing.quantity.start
    if not may_open_list(document.text, offset):
        return ""
    start, _ = document.sentence(printing.quantity.number_start)
    return open_list_cue(document.text, start, offset)
