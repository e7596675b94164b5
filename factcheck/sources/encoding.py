"""
Bytes as text: UTF-8, or UTF-16 where a mark says so, as Excel writes "Unicode text".

A text that is not UTF-8 is taken for Windows-1252 where its punctuation leaves no doubt (``is_windows``), which the
summary of a run tells.

Nothing else is guessed. charset-normalizer 3.5 took "£12" of a short file in Windows-1252 for "｣12", and "12 €" for
"12 Ä" or "12 Ű": of 14 tables of three lines in the old encodings it read one rightly. A wrong guess would change an
amount without a word; a message does not.
"""

from __future__ import annotations

import codecs
import re

from factcheck.model.error import FactcheckError, RecordError
from factcheck.model.regex import regex
from factcheck.sources.content import remedy, sort_of

WINDOWS = "Windows-1252"
_APOSTROPHE = regex(r"[A-Za-z]\x92(?:s|t|d|m|re|ve|ll)\b", re.ASCII)
"""An English contraction or genitive: "don’t", "Rome’s"; on a Mac of old the byte is "í"."""
_QUOTED = regex(
    r"(?:^|[\s(\x97])\x93[A-Za-z0-9$\xa3\x80][^\x93\x94]{1,400}[A-Za-z0-9.,!?%]\x94(?=[\s.,;:)\x97]|$)",
    re.ASCII,
)
"""Words between “ and ”."""
_HIGH = regex(r"([\x80\xa3])(?![0-9])|[\x80-\xbf]")
_SHARED = frozenset("\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa9\xad\xae\xb7\x80")
"""What the code pages of Windows have in common: quotation marks, dashes, an ellipsis; and € and £, before a digit."""
_UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


def is_windows(data: bytes) -> bool:
    """
    Whether bytes that are not UTF-8 are surely Windows-1252 as far as their numbers go.

    There is an English apostrophe or a pair of quotation marks of the code pages of Windows, and no other byte
    than those, letters, and € or £ before a digit. Measured on 4,750 English texts with such signs, each in fourteen
    encodings as far as they can write it: of 2,970 in Windows-1252 2,606 were taken for it, and 10,273 in other code
    pages of Windows, of which one was read wrongly, in the letters of Polish names; none in the encodings of a Mac, of
    DOS, of Japan or of China.

    >>> is_windows("Rome’s £12 fee".encode("cp1252")), is_windows("Rome’s £12 fee".encode("mac_roman"))
    (True, False)
    >>> is_windows("£12".encode("cp1252")), is_windows("Rome’s 1½ tons".encode("cp1252"))
    (False, False)
    """
    # Latin-1 has a letter for each byte.
    signs = data.decode("latin-1")
    if not (_APOSTROPHE.search(signs) or _QUOTED.search(signs)):
        return False
    return all(not sign[1] and sign[0] in _SHARED for sign in _HIGH.finditer(signs))


def decode_text(data: bytes, shown: str) -> tuple[str, str]:
    """
    The bytes of a text as text, and what they were taken for where that is no Unicode.

    Raises FactcheckError as ``decode`` does.

    >>> decode_text("Rome’s 12".encode("cp1252"), "a.txt")
    ('Rome’s 12', 'Windows-1252')
    """
    try:
        return decode(data, shown), ""
    except FactcheckError:
        if data[:2] in _UTF_16 or sort_of(data) or not is_windows(data):
            raise
    try:
        return data.decode("cp1252"), WINDOWS
    except UnicodeDecodeError:
        return decode(data, shown), ""


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
