"""
Bytes as text: UTF-8, or UTF-16 where a mark says so, as Excel writes "Unicode text".

Nothing else is guessed. charset-normalizer 3.5 took "£12" of a short file in Windows-1252 for "｣12", and "12 €" for
"12 Ä" or "12 Ű": of 14 tables of three lines in the old encodings it read one rightly. A wrong guess would change an
amount without a word; a message does not.
"""

from __future__ import annotations

import codecs

from factcheck.model.error import FactcheckError, RecordError
from factcheck.sources.content import remedy, sort_of

_UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


def decode(data: bytes, shown: str) -> str:
    """
    Bytes as text, without their byte order mark. Line ends stay as they are.

    Raises FactcheckError, with the place of the first byte that is not of the encoding; and where the file is of
    another kind, a PDF or a Word file, which is said.

    >>> decode("5 €".encode("utf-16"), "a.txt")
    '5 €'
    """
    sort = sort_of(data)
    if sort:
        raise FactcheckError(RecordError(shown, f"the file is {sort}, not a text", remedy(sort)))
    encoding = _UTF_16.get(data[:2], "utf-8")
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n")
        column = len(before[before.rfind(b"\n") + 1 :].decode(encoding, "replace"))
        name = "UTF-8" if encoding == "utf-8" else "UTF-16"
        what = f"the file is not {name} (byte 0x{data[error.start]:02x})"
        advice = "Save it as UTF-8; it may be Windows-1252 or Latin-1."
        raise FactcheckError(RecordError(shown, what, advice, line, column)) from error
