"""
What a claim's name in a rule stands for: a claim, the items of a breakdown, all claims below a name,
a claim of another file (``other.yaml:id``), a list of names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.model.relation import Names
from factcheck.model.stated import Stated
from factcheck.records.claim import Draft


class Scope:
    """The names that the rules of one file may use."""

    def __init__(self, file: str, drafts: Mapping[str, Mapping[str, Draft]], stated: Mapping[str, Stated]) -> None:
        self.file, self.drafts, self.stated = file, drafts, stated
        self._below: dict[str, list[str]] | None = None

    def lookup(self, name: str, *, names: bool | None) -> tuple[Stated, ...] | Names:
        """
        What a name stands for. ``names`` says that a list of names is wanted (of a breakdown, the
        names of its items), or with ``None`` that either will do.

        Raises LookupError with a message and the name where there is no such claim.
        """
        file, draft_id = self._split(name)
        drafts = self.drafts.get(file, {})
        if draft_id.endswith(".*"):
            below = [drafts[its] for its in self._all_below(file).get(draft_id.removesuffix(".*"), ())]
            found = tuple(self.stated[draft.key] for draft in below if draft.key in self.stated)
            if not found:
                raise LookupError(f"no claim that states a number stands below “{name}”", name)
            return found
        draft = drafts.get(draft_id)
        if draft is None:
            raise LookupError(f"there is no claim “{name}”", name)
        if draft.items and names:
            return self._names(draft, [drafts[its] for its in draft.items])
        if (own := self.stated.get(draft.key)) is not None and not draft.items:
            return (own,)
        if draft.items:
            return tuple(self.stated[drafts[its].key] for its in draft.items if drafts[its].key in self.stated)
        if draft.statements and draft.statements[0].names:
            return self._names(draft, [])
        return ()

    def draft(self, name: str) -> Draft | None:
        """The claim of a name; ``None`` where there is none."""
        file, draft_id = self._split(name)
        return self.drafts.get(file, {}).get(draft_id)

    def label(self, name: str) -> str:
        """How messages call what a name stands for."""
        draft = self.draft(name)
        return draft.label if draft else ""

    def known(self, near: str) -> Iterable[str]:
        """The names of claims, those that begin like the given one where there are very many."""
        own = self.drafts.get(self.file, {})
        if len(own) > 2000:
            return [name for name in own if name[:1] == near[:1]][:2000]
        return list(own)

    def _split(self, name: str) -> tuple[str, str]:
        file, colon, draft_id = name.rpartition(":")
        if not colon:
            return self.file, name
        if file in self.drafts:
            return file, draft_id
        return next((known for known in self.drafts if known.endswith("/" + file)), file), draft_id

    def _all_below(self, file: str) -> dict[str, list[str]]:
        if self._below is None or file != self.file:
            below: dict[str, list[str]] = {}
            for draft_id in self.drafts.get(file, {}):
                at = draft_id.find(".")
                while at >= 0:
                    below.setdefault(draft_id[:at], []).append(draft_id)
                    at = draft_id.find(".", at + 1)
            if file != self.file:
                return below
            self._below = below
        return self._below

    def _names(self, draft: Draft, items: list[Draft]) -> Names:
        statement = draft.statements[0]
        names = tuple(name for item in items for name in item.statements[0].names) or statement.names
        return Names(
            f"{draft.key}#names",
            draft.label,
            names,
            statement.source,
            statement.start,
            statement.end,
            draft.id,
            draft.source_label,
            draft.group,
        )
