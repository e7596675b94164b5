"""
Word files for tests: what python-docx does not make is written as XML.
"""

from __future__ import annotations

import io
import zipfile

from docx.oxml.ns import nsdecls

W = nsdecls("w")


def saved(document: object) -> bytes:
    file = io.BytesIO()
    document.save(file)  # type: ignore[attr-defined]
    return file.getvalue()


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def with_notes(data: bytes, notes: str) -> bytes:
    """A Word file with a part for its footnotes, which python-docx does not make."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "[Content_Types].xml":
                override = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
                text = text.replace(b"</Types>", override.encode())
            if name == "word/_rels/document.xml.rels":
                own = f'<Relationship Id="rIdNotes" Type="{relation}" Target="footnotes.xml"/></Relationships>'
                text = text.replace(b"</Relationships>", own.encode())
            new.writestr(name, text)
        new.writestr("word/footnotes.xml", f"<w:footnotes {W}>{notes}</w:footnotes>")
    return file.getvalue()
