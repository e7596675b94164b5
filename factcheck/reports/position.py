"""
Places in the units of other programs: bytes for rdjson, URIs for SARIF, paths without "./".

Columns are the easiest thing to get wrong between tools; each unit has one function here.
"""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import quote

from factcheck.model.finding import Location, Report


def byte_columns(report: Report, location: Location) -> tuple[int, int]:
    """The start and the end column of a place in UTF-8 bytes, 1-based, the end exclusive."""
    start = byte_column(report, location.path, location.line, location.column)
    return start, byte_column(report, location.path, location.end_line, location.end_column)


def byte_column(report: Report, path: str, line: int, column: int) -> int:
    """
    A 1-based column of code points as one of bytes, UTF-8 but where the file is of old; as it is where the text is
    not at hand.

    >>> from factcheck.model.document import Document
    >>> byte_column(Report(documents={"a.txt": Document("a.txt", "€ 45")}), "a.txt", 1, 3)
    5
    """
    document = report.documents.get(path)
    if document is None:
        return column
    before = document.line(line)[: column - 1]
    return len(before.encode("cp1252") if document.encoding else before.encode("utf-8", "surrogatepass")) + 1


def relative(path: str) -> str:
    """
    A path as a reviewer's program knows it.

    >>> relative("./seeds/a.txt")
    'seeds/a.txt'
    """
    return PurePosixPath(path).as_posix()


def uri(path: str) -> str:
    """
    A path as a URI reference (RFC 3986): a relative one stays relative; a byte that is no UTF-8 stays that byte.

    >>> uri("seeds/a b#1.txt"), uri("/srv/ä.txt"), uri("\\udcff.txt")
    ('seeds/a%20b%231.txt', 'file:///srv/%C3%A4.txt', '%FF.txt')
    """
    if PureWindowsPath(path).drive:
        return f"file:///{_quoted(PureWindowsPath(path).as_posix(), '/:')}"
    text = _quoted(relative(path), "/")
    return f"file://{text}" if text.startswith("/") else text


def _quoted(path: str, safe: str) -> str:
    try:
        return quote(path, safe, errors="surrogateescape")
    except UnicodeEncodeError:
        # A name that no file has: it came from Python.
        return quote(path, safe, errors="replace")
