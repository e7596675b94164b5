"""
Discovery: the relations that a text states, found in its prose and its tables; one file a pattern.

A pattern is a module. Its docstring is its manual, with sentences that it must find ("Finds:") and
sentences that it must leave alone ("Leaves alone:"); both are run as tests. Its function ``find(page)``
gives proposals, which become claims and rules here. Nothing is judged: behind the ClaimSet there is
one road for all commands.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from types import ModuleType

from factcheck.discover.cells import CELLS
from factcheck.discover.proposal import Proposal
from factcheck.discover.templates import TEMPLATES, proposals, template
from factcheck.facts.claim import claim_of
from factcheck.facts.page import Page
from factcheck.model.claim import ClaimSet, Rule
from factcheck.model.contents import Contents
from factcheck.model.document import BlockKind, Document
from factcheck.model.error import RecordError
from factcheck.model.trace import Considered
from factcheck.sources import prose

__all__ = ["PATTERNS", "Page", "Proposal", "discover", "manual", "pattern", "together"]

PATTERNS = (
    "announced", "enumerated", "occasions", "roster", "sections", "malformed", "names", "dates", "publication",
    "ages", *CELLS,
)  # fmt: skip
"""Every pattern, in the order in which they look."""
WHOLES = ("balance", "totals")
"""Those that find wholes with their parts, of which a comparison asks."""
_OF_BLOCKS = {"announced": BlockKind.LIST_ITEM, **dict.fromkeys(CELLS, BlockKind.TABLE)}
"""Patterns that only blocks of a kind can hold: they are not loaded for a text without."""


@cache
def manual(name: str) -> str:
    """What a pattern looks for, with its examples."""
    return (_module(name).__doc__ or "").strip()


@cache
def pattern(name: str) -> Callable[[Page], Iterator[Proposal]]:
    """
    The function of a pattern.

    >>> pattern("announced").__name__
    'find'
    """
    find: Callable[[Page], Iterator[Proposal]] = _module(name).find
    return find


def _module(name: str) -> ModuleType:
    folder = "factcheck.discover.cells" if name in CELLS else "factcheck.discover"
    return importlib.import_module(f"{folder}.{name}")


def discover(
    document: Document,
    contents: Contents,
    text: str = "",
    *,
    pedantic: bool = False,
    patterns: Iterable[str] = (*PATTERNS, *TEMPLATES),
    trace: list[Considered] | None = None,
) -> ClaimSet:
    """
    The relations that a document states, as a set of claims and rules: every number a claim.

    ``contents`` is what was read in the prose; ``text`` the prose itself (``sources.prose``), where it is
    at hand. ``patterns`` are the patterns and templates that look. ``pedantic`` adds what may be meant, but hardly
    ever is; what was considered is added to ``trace``. The same document always gives the same set.
    """
    page = Page(document, contents, text or prose(document)[0])
    rules: dict[tuple[str, tuple[tuple[str, str], ...]], Rule] = {}
    kinds = {block.kind for block in document.blocks}
    chosen = frozenset(patterns)
    for name in PATTERNS:
        if name not in chosen or _OF_BLOCKS.get(name) not in (None, *kinds):
            continue
        because = manual(name).partition("\n")[0].rstrip(".")
        for proposal in pattern(name)(page):
            rule = proposal.rule() if pedantic or not proposal.doubtful else None
            if rule is not None:
                rules.setdefault((rule.kind, rule.roles), replace(rule, because=because))
    for name in TEMPLATES:
        if name not in chosen:
            continue
        because = (template(name).__doc__ or "").strip().partition("\n")[0].rstrip(".")
        for proposal in proposals(name, page, trace):
            rule = proposal.rule()
            if rule is not None:
                rules.setdefault((rule.kind, rule.roles), replace(rule, because=because))
    claims = [claim_of(page, quantity) for quantity in contents.quantities]
    path = document.path
    return ClaimSet({its.key: its for its in claims}, tuple(rules.values()), {path: document}, {path: contents})


def together(sets: Iterable[ClaimSet], errors: Iterable[RecordError] = ()) -> ClaimSet:
    """The sets of several documents as one; ``errors`` are those of texts that could not be read."""
    sets = list(sets)
    return ClaimSet(
        {key: claim for its in sets for key, claim in its.claims.items()},
        tuple(rule for its in sets for rule in its.rules),
        {path: document for its in sets for path, document in its.documents.items()},
        {path: contents for its in sets for path, contents in its.contents.items()},
        errors=tuple(errors),
    )
