"""
Why a file is not read: said once by the format, told with the file's path by whoever asked for it.
"""

from __future__ import annotations


class RefusedError(Exception):
    """A file that is not read: broken, too large, locked, of another format, or its library is not installed."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.what, self.remedy = what, remedy


def missing(what: str, library: str, extra: str) -> RefusedError:
    """
    A file whose library is not installed.

    >>> missing("a Word file", "python-docx", "docx").remedy
    "Install it: pip install 'factcheck-cli[docx]' (all formats: [documents])."
    """
    return RefusedError(
        f"{what} is read with {library}, which is not installed",
        f"Install it: pip install 'factcheck-cli[{extra}]' (all formats: [documents]).",
    )
