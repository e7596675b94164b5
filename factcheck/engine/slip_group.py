"""
One slip, one finding: what is broken, put together by what explains it.

The localiser has grouped broken rules by the number that would mend them. Here are added the quotes
that were changed, and the rules over lists of names: a country struck from a list breaks its count
and every rule that looks a name up in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.engine.change import Changed
from factcheck.engine.localise import Group
from factcheck.model.claim import Rule
from factcheck.model.disjoint import DisjointSets


@dataclass(slots=True)
class Slip:
    """What is told together."""

    rules: list[int] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)


def slips(groups: Sequence[Group], changed: Sequence[Changed], rules: Sequence[Rule]) -> list[Slip]:
    """The groups of the localiser, joined where they share a changed quote or a list of names."""
    members: list[Slip] = [Slip(list(group.rules), [group]) for group in groups] + [
        Slip(changed=[its]) for its in changed
    ]
    keys = [_group_keys(group, rules) for group in groups] + [its.keys for its in changed]
    edited = set().union(*(its.keys for its in changed)) if changed else set()
    sets = DisjointSets[int]()
    first: dict[str, int] = {}
    for at, its in enumerate(keys):
        for key in its:
            # Two groups share a number without sharing the slip; an edited one, or a list, explains both.
            if key in edited or key.endswith("#names"):
                sets.join(at, first.setdefault(key, at))
    joined: dict[int, Slip] = {}
    for at, slip in enumerate(members):
        target = joined.setdefault(sets.root(at), Slip())
        target.rules += slip.rules
        target.groups += slip.groups
        target.changed += slip.changed
    return list(joined.values())


def _group_keys(group: Group, rules: Sequence[Rule]) -> set[str]:
    keys = {fact.key for fact in group.conflicts}
    for at in group.rules:
        keys.update(key for key, _ in rules[at].roles)
    return keys
