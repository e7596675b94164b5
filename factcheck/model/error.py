"""
What may be wrong with the user's files: values with a place, all reported at once.
"""

from __future__ import annotations

from factcheck.model.frozen import frozen


@frozen
class RecordError:
    """
    A claim file, a source or a configuration that is wrong: no verdict can be given.

    Printed like a compiler's message: place, excerpt with a caret, what is wrong, the remedy.
    """

    path: str
    """The file, as the user named it."""
    what: str
    """What is wrong, in one sentence without a full stop."""
    remedy: str = ""
    """What to do about it."""
    line: int = -1
    """0-based line of the file; −1 where it is about the whole file."""
    column: int = 0
    """0-based column [code points]."""
    where: str = "$"
    """The place in the YAML: ``$.claims.arrests.quote``."""
    excerpt: str = ""
    """The line of the file, without its end."""
    nearest: tuple[str, ...] = ()
    """What the user may have meant: passages of the source, or names of claims, each with its place."""

    @property
    def line_number(self) -> int:
        """The line for a person, 1-based; 1 where it is about the whole file."""
        return max(self.line, 0) + 1


class FactcheckError(Exception):
    """An operation that cannot go on; its errors say why."""

    def __init__(self, *errors: RecordError) -> None:
        super().__init__("; ".join(f"{error.path}: {error.what}" for error in errors))
        self.errors = errors
