"""
Where a passage of a source stands, as a report tells it.
"""

from __future__ import annotations

from factcheck.model.document import Document
from factcheck.model.frozen import frozen


@frozen
class Location:
    """A passage of a source that a finding speaks of."""

    path: str
    start: int
    """0-based code points in the source as read, the end exclusive."""
    end: int
    line: int
    """1-based, as are the column and the paragraph."""
    column: int
    end_line: int
    end_column: int
    paragraph: int
    text: str
    """The words, as printed."""
    role: str
    """What the passage is to the rule: "whole", "part", "old", "quote", "evidence"."""
    claim: str = ""
    """The id of the claim; empty where there is no record."""

    @classmethod
    def of(cls, document: Document, start: int, end: int, role: str, claim: str = "") -> Location:
        """A passage of a document."""
        first, text = document.place(start), document.text[start:end]
        line, column = first.line, first.column + end - start
        if "\n" in text or "\r" in text:
            last = document.place(end)
            line, column = last.line, last.column
        return cls(
            document.path, start, end, first.line, first.column, line, column, first.paragraph, text, role, claim
        )

    @property
    def place(self) -> str:
        """Line and column: "41:88"."""
        return f"{self.line}:{self.column}"
