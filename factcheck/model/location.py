"""
Where a passage of a source stands, as a report tells it.
"""

from __future__ import annotations

from factcheck.model.document import Document
from factcheck.model.frozen import frozen
from factcheck.model.origin import Origin


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
    origin: Origin | None = None
    """The place in a file that is more than text."""
    has_lines: bool = True
    """Whether a person can open the file at the line; else it is one of the words that were taken from it."""

    @classmethod
    def of(cls, document: Document, start: int, end: int, role: str, claim: str = "") -> Location:
        """A passage of a document."""
        first, text = document.place(start), document.text[start:end]
        line, column = first.line, first.column + end - start
        if document.original is not None or "\n" in text or "\r" in text:
            last = document.end_place(start, end)
            line, column = last.line, last.column
        return cls(
            document.path, start, end, first.line, first.column, line, column, first.paragraph, text, role, claim,
            document.origin(start, end), document.has_lines,
        )  # fmt: skip

    @property
    def place(self) -> str:
        """Line and column: "41:88"; in a file without lines its own: "page 3"."""
        return f"{self.line}:{self.column}" if self.has_lines else str(self.origin or "")
