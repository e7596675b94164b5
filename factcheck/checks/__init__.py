"""
Check kinds: one relation a file, whose name is the kind's name in a claim file.

A check is a module. Its docstring is its manual, with examples that are run as tests. ``Operands`` are
its fields in YAML, and ``relation(operands)`` what it says of them, as a tree of expressions.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import cache
from typing import Any

from factcheck.model.frozen import frozen
from factcheck.model.relation import Relation

KINDS = (
    "balance",
    "agree",
    "part",
    "count",
    "subset",
    "share",
    "shares",
    "change",
    "difference",
    "ratio",
    "order",
    "conversion",
    "duration",
    "product",
    "average",
    "formula",
)
"""Every kind, in the order in which a manual presents them."""


@frozen
class Check:
    """A check kind, read off its module."""

    kind: str
    manual: str
    """The module's docstring: what it means, when to use it, examples."""
    operands: type[Any]
    """A frozen dataclass: the fields in YAML."""
    relation: Callable[[Any], Relation]
    """
    Operands in, relation out. Raises OperandError where the operands do not fit together, and
    UnitMismatchError where they measure different things.
    """

    @property
    def summary(self) -> str:
        """What it means, in one line."""
        return self.manual.strip().splitlines()[0].rstrip(".")


@cache
def check(kind: str) -> Check:
    """
    The check of a kind.

    Raises KeyError where there is none.

    >>> check("balance").summary
    'The parts add up to the whole'
    """
    if kind not in KINDS:
        raise KeyError(kind)
    module = importlib.import_module(f"factcheck.checks.{kind}")
    return Check(kind, (module.__doc__ or "").strip(), module.Operands, module.relation)
