"""
Disjoint sets: what belongs together because something is shared (Tarjan 1975, with path halving).
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

Member = TypeVar("Member", bound=Hashable)


class DisjointSets(Generic[Member]):
    """
    Members that are joined step by step; each is alone until it is joined to another.

    >>> sets = DisjointSets[str]()
    >>> sets.join("a", "b"), sets.join("b", "a"), sets.root("a") == sets.root("b")
    (True, False, True)
    """

    def __init__(self) -> None:
        self._parent: dict[Member, Member] = {}

    def root(self, member: Member) -> Member:
        """What stands for all that is joined to a member."""
        parent = self._parent
        while parent.setdefault(member, member) != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    def join(self, one: Member, other: Member) -> bool:
        """Join two members; whether they were apart before."""
        root, target = self.root(one), self.root(other)
        self._parent[root] = target
        return root != target
