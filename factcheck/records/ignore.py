"""
``ignore:`` and ``until:`` of a rule: a breach that is known and let pass, with its reason.
"""

from __future__ import annotations

import datetime
import re

from factcheck.model.finding import Location
from factcheck.model.ignore import Ignore
from factcheck.records.fields import Errors, Fields
from factcheck.records.node import Node


def ignore_of(fields: Fields, errors: Errors) -> Ignore | None:
    """What a rule says of ignoring it; ``None`` where it says nothing, or nothing that can be read."""
    node, until = fields.node_of("ignore"), fields.node_of("until")
    if node is None:
        if until is not None:
            errors.add(until, "until without ignore", "Say why: `ignore: reason`.")
        return None
    reason = " ".join(fields.text("ignore").split())
    if not reason:
        errors.add(node, "ignore has no reason", "Write why the breach is let pass: `ignore: the agency counts twice`.")
        return None
    day = None
    if until is not None:
        day = date_of(fields.text("until"))
        if day is None:
            errors.add(until, f"until cannot be “{until.text[:40]}”", "Write a date: `until: 2027-01-01`.")
            return None
    return Ignore(_place(node, reason, errors), reason, day)


def date_of(text: str) -> datetime.date | None:
    """
    A day in ISO 8601; ``None`` where the text is none.

    >>> date_of("2027-01-01"), date_of("2027-02-30"), date_of("20270101")
    (datetime.date(2027, 1, 1), None, None)
    """
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def _place(node: Node, reason: str, errors: Errors) -> Location:
    written = errors.text[node.index : node.end].rstrip()
    lines = written.split("\n")
    end_column = len(lines[-1]) + 1 + (node.column if len(lines) == 1 else 0)
    return Location(
        errors.path, node.index, node.index + len(written), node.line + 1, node.column + 1,
        node.line + len(lines), end_column, 0, reason, "ignore",
    )  # fmt: skip
