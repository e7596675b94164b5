"""
The manuals of the templates, and texts as templates see them: what several tests of discovery need.
"""

from __future__ import annotations

import re

from factcheck.discover.proposal import Proposal
from factcheck.discover.templates import TEMPLATES, template
from factcheck.engine import evaluate
from factcheck.facts.page import Page
from factcheck.model.claim import ClaimSet
from factcheck.model.finding import Severity
from factcheck.reader import read
from factcheck.sources import document, prose


def examples(name: str, heading: str) -> list[str]:
    """The texts below a heading of a template's manual."""
    manual = template(name).__doc__ or ""
    block = re.search(rf"(?ms)^{heading}:\n(.*?)(?=^[A-Z][a-z ]+:$|\Z)", manual)
    assert block is not None, f"{name} has no “{heading}”"
    lines = [line.removeprefix("    ") for line in block[1].splitlines()]
    return [text.strip() for text in "\n".join(lines).split("\n---\n")]


def page_of(text: str) -> Page:
    """A text as templates see it."""
    its = document(text, "text.md")
    words, spans = prose(its)
    return Page(its, read(words, spans), words)


def told(page: Page, found: list[Proposal]) -> list[str]:
    """The kinds of the relations that are broken."""
    rules = tuple(rule for proposal in found if (rule := proposal.rule()) is not None)
    path = page.document.path
    report = evaluate(ClaimSet({}, rules, {path: page.document}, {path: page.contents}))
    return [its.kind for its in report.findings if its.severity in (Severity.ERROR, Severity.WARNING)]


FINDS = [(name, text) for name in TEMPLATES for text in examples(name, "Finds")]
"""Each text that a template finds, with its template and what is found."""
