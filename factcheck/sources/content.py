"""
What a file is by its first bytes, whatever its name says. Archives are opened by what reads them: no text needs that.
"""

from __future__ import annotations

_HEAD = 1024
"""How far into a file the signature of a PDF is looked for [bytes] (ISO 32000-1, H.3)."""
PDF, WORD, WORKBOOK = "a PDF", "a Word file", "an Excel workbook"
_OLD = "an old Word or Excel file (before 2007), or one that a password locks"
_REMEDIES = {
    PDF: "Name it .pdf.",
    WORD: "Name it .docx.",
    WORKBOOK: "Name it .xlsx.",
    _OLD: "Save it as .docx or .xlsx, without a password.",
    "a LibreOffice document": "Save it as .docx or .xlsx.",
    "an RTF file": "Save it as .docx.",
}
_SIGNATURES = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OLD),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
_MEMBERS = (("word/", WORD), ("xl/", WORKBOOK), ("ppt/", "a PowerPoint file"))


def sort_of(data: bytes) -> str:
    """
    What some bytes are, in words; empty where they may be a text.

    >>> sort_of(b"%PDF-1.7 ..."), sort_of(b"Police found 3 knives.")
    ('a PDF', '')
    """
    if b"%PDF-" in data[:_HEAD] and not data[:_HEAD].split(b"%PDF-")[0].strip(b"\xef\xbb\xbf\r\n \0"):
        return PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _archive(data)
    return next((words for signature, words in _SIGNATURES if data.startswith(signature)), "")


def _archive(data: bytes) -> str:
    import io
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if "mimetype" in names:
                with archive.open("mimetype") as file:
                    if file.read(_HEAD).startswith(b"application/vnd.oasis.opendocument"):
                        return "a LibreOffice document"
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, OSError):
        return "a zip archive that is damaged"
    found = (words for folder, words in _MEMBERS if any(name.startswith(folder) for name in names))
    return next(found, "a zip archive")


def remedy(sort: str) -> str:
    """What to do with a file that is of another sort than its name says."""
    return _REMEDIES.get(sort, "Give its text in a file of its own.")
