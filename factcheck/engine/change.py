"""
Quotes that no longer stand, told: what the source says now, and what the record was made from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.engine.tell import Teller
from factcheck.model.claim import Change, Claim, ClaimSet, Statement
from factcheck.model.finding import Entry, Location
from factcheck.model.frozen import frozen
from factcheck.model.number import Rational
from factcheck.model.quantity import Quantity
from factcheck.model.wording import listed, sentence


@frozen
class Changed:
    """A quote whose numbers or names are others in the source now; several claims may rest on it."""

    statement: Statement
    claims: tuple[Claim, ...]

    @property
    def keys(self) -> set[str]:
        """The facts and lists of names that it touches."""
        facts = {claim.stated.key for claim in self.claims if claim.stated}
        return facts | {f"{claim.key}#names" for claim in self.claims}


def changes(claim_set: ClaimSet) -> list[Changed]:
    """The changed quotes of a run, each once, in the order of the records."""
    found: dict[tuple[str, int, int], list[tuple[Statement, Claim]]] = {}
    for claim in claim_set.claims.values():
        for statement in claim.statements:
            if statement.change and not statement.change.reworded:
                mark = statement.mark
                found.setdefault((mark.path, mark.line, mark.column), []).append((statement, claim))
    return [Changed(pairs[0][0], tuple(claim for _, claim in pairs)) for pairs in found.values()]


def reworded(claim_set: ClaimSet) -> Iterator[tuple[Claim, Statement]]:
    """The quotes whose number still stands in other words."""
    for claim in claim_set.claims.values():
        for statement in claim.statements:
            if statement.change and statement.change.reworded:
                yield claim, statement


def recorded_values(changed: Iterable[Changed]) -> dict[str, Rational]:
    """For each printing that was edited, by ``Printing.key``, the value that the record has."""
    return {
        f"{its.statement.source}:{new.number_start}:{new.number_end}": old.value
        for its in changed
        if its.statement.change
        for old, new in its.statement.change.numbers
        if old.value is not None
    }


def distinct(changed: Iterable[Changed]) -> list[Changed]:
    """The changes that are not of the same numbers as an earlier one: two claims may quote one passage."""
    found: list[Changed] = []
    seen: set[tuple[str, int]] = set()
    for its in changed:
        assert its.statement.change is not None
        places = {(its.statement.source, new.number_start) for _, new in its.statement.change.numbers}
        if not places or places - seen:
            found.append(its)
        seen |= places
    return found


def message(changed: Changed, teller: Teller) -> str:
    """What to say of a changed quote that breaks nothing else."""
    change, source = changed.statement.change, teller.documents[changed.statement.source]
    assert change is not None
    if change.numbers:
        was, now = _was_and_now(change, source.text)
        return sentence(f"{source.label} now says {listed(now)}; the record was made from {listed(was)}")
    gone = listed([name.text for name in change.missing])
    new = listed([name.text for name in change.added])
    parts = [f"no longer lists {gone}" if gone else "", f"now also lists {new}" if new else ""]
    return sentence(f"{source.label} {' and '.join(filter(None, parts))}")


def remark(changed: Changed, teller: Teller) -> str:
    """What to add to a broken rule that a changed quote explains."""
    change, source = changed.statement.change, teller.documents[changed.statement.source]
    assert change is not None
    if change.numbers:
        was, now = _was_and_now(change, source.text)
        return f"The record was made from {listed(was)}; {source.label} now says {listed(now)}."
    return message(changed, teller) + "."


def question(changed: Changed) -> str:
    """How to take the number that the source has now, if it is right."""
    return f"Right? `factcheck update {changed.claims[0].id} --write` takes it."


def location(changed: Changed, teller: Teller) -> list[Location]:
    """Where a changed quote stands now: its changed numbers, or the list."""
    change, source = changed.statement.change, changed.statement.source
    assert change is not None
    claim = changed.claims[0].id
    if change.numbers:
        return [teller.passage(source, new.start, new.end, "quote", claim) for _, new in change.numbers]
    return [teller.passage(source, changed.statement.start, changed.statement.end, "quote", claim)]


def ledger(changed: Changed, teller: Teller) -> tuple[Entry, ...]:
    """The recorded and the present numbers, one below the other."""
    change = changed.statement.change
    assert change is not None
    places = location(changed, teller)
    entries = []
    for (old, new), place in zip(change.numbers, places, strict=False):
        label = new.place.text if new.place else changed.claims[0].id
        entries.append(Entry(label, f"{_number(change.recorded, old)} → {_number_now(place, new)}", place))
    if not entries:
        entries = [Entry(name.text, "gone", places[0]) for name in change.missing]
        entries += [Entry(name.text, "new", places[0]) for name in change.added]
    return tuple(entries)


def _was_and_now(change: Change, text: str) -> tuple[list[str], list[str]]:
    """The changed numbers with their units, and their places where both have one, before and after."""
    recorded = " ".join(change.recorded.split())
    was, now = [], []
    for old, new in change.numbers:
        placed = old.place is not None and new.place is not None
        was.append(f"“{_words(recorded, old, placed)}”")
        now.append(f"“{_words(text, new, placed)}”")
    return was, now


def _words(text: str, quantity: Quantity, placed: bool) -> str:
    end = max(quantity.end, quantity.place.end if placed and quantity.place else 0)
    return " ".join(text[quantity.number_start : min(end, quantity.number_start + 80)].split())


def _number(recorded: str, quantity: Quantity) -> str:
    return " ".join(recorded.split())[quantity.number_start : quantity.number_end]


def _number_now(place: Location, quantity: Quantity) -> str:
    return place.text[quantity.number_start - place.start : quantity.number_end - place.start]
