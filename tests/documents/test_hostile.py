"""
Files that nobody should trust: each is refused with a plain message, or read within bounds, and nothing is run.
"""

from __future__ import annotations

import io
import socket
import tempfile
import zipfile
from functools import cache
from pathlib import Path

import docx
import openpyxl
import pytest
import thirty
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen import canvas
from word import saved

from factcheck.model.document import Document
from factcheck.model.error import FactcheckError
from factcheck.sources import FILES, document, layout, load, package

CASE = thirty.cases()[0]


@cache
def good(suffix: str) -> bytes:
    return dict(thirty.files(CASE))[suffix]


def refusal(folder: Path, name: str, data: bytes) -> tuple[str, str]:
    """What is said of a file that is not read, and what to do."""
    path = folder / name
    path.write_bytes(data)
    with pytest.raises(FactcheckError) as caught:
        load(path, name)
    (error,) = caught.value.errors
    assert error.path == name
    return error.what, error.remedy


def changed(data: bytes, name: str, made: bytes) -> bytes:
    """An archive with one member replaced, or added."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for its in old.namelist():
            if its != name:
                new.writestr(its, old.read(its))
        new.writestr(name, made)
    return file.getvalue()


def locked_pdf() -> bytes:
    file = io.BytesIO()
    page = canvas.Canvas(file, encrypt=StandardEncryption("secret", canPrint=0))
    page.drawString(72, 700, "12 arrests")
    page.save()
    return file.getvalue()


def locked_zip() -> bytes:
    """An archive whose members say that a password locks them."""
    data = bytearray(good(".docx"))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 1)
    return bytes(data)


def pictures() -> bytes:
    file = io.BytesIO()
    page = canvas.Canvas(file)
    page.rect(72, 700, 100, 50)
    page.save()
    return file.getvalue()


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
ENTITIES = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "12"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
WIDE = ENTITIES.decode().replace('"1.0"', '"1.0" encoding="utf-16"').encode("utf-16")


def with_body(made: bytes) -> bytes:
    """A Word file with another document in it."""
    return changed(good(".docx"), "word/document.xml", made)


@pytest.mark.parametrize(
    ("name", "data", "what", "remedy"),
    [
        ("a.docx", OLD, "old Word or Excel file (before 2007), or one that a password locks", "without a password"),
        ("a.xlsx", OLD, "old Word or Excel file (before 2007), or one that a password locks", "without a password"),
        ("a.docx", good(".pdf"), "the file is a PDF, not a Word file", "Name it .pdf."),
        ("a.xlsx", good(".docx"), "the file is a Word file, not an Excel workbook", "Name it .docx."),
        ("a.pdf", good(".xlsx"), "the file is an Excel workbook, not a PDF", "Name it .xlsx."),
        ("a.pdf", b"12 arrests", "the file is a text or unknown, not a PDF", ""),
        ("a.txt", good(".docx"), "the file is a Word file, not a text", "Name it .docx."),
        ("a.html", good(".pdf"), "the file is a PDF, not a text", "Name it .pdf."),
        ("a.csv", good(".xlsx"), "the file is an Excel workbook, not a text", "Name it .xlsx."),
        ("a.md", b"{\\rtf1 12}", "the file is an RTF file, not a text", "Save it as .docx."),
        ("a.pdf", locked_pdf(), "the file is locked by a password", "Save it without one."),
        ("a.docx", locked_zip(), "the file is locked by a password", "Save it without one."),
        ("a.pdf", pictures(), "no page of the file has text: its pages are pictures", "OCR"),
        ("a.docx", good(".docx")[:3000], "damaged", ""),
        ("a.xlsx", good(".xlsx")[:3000], "damaged", ""),
        ("a.pdf", good(".pdf")[:600], "the file is damaged", "save it again"),
        ("a.docx", with_body(ENTITIES), "the file defines entities", "Save it again"),
        ("a.docx", with_body(WIDE), "the file defines entities", "Save it again"),
        ("a.xlsx", changed(good(".xlsx"), "xl/styles.xml", ENTITIES), "the file defines entities", "Save it again"),
        ("a.docx", with_body(b"<!--" + b"x" * 70_000 + b"-->" + ENTITIES[21:]), "has no beginning", ""),
        ("a.docx", with_body(b"<w:document"), "damaged", ""),
        ("a.docx", changed(good(".docx"), "a.png", bytes(260 * 1024**2)), "the file unpacks to 260 MiB", "Split it"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused_in_plain_words(
    name: str, data: bytes, what: str, remedy: str, tmp_path: Path
) -> None:
    """Of another kind than its name says, locked, damaged, a bomb: the message says which, and what to do."""
    said, told = refusal(tmp_path, name, data)
    assert what in said
    assert remedy in told


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".pdf", ".html", ".csv"])
@settings(deadline=None)
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused_and_nothing_else(suffix: str, data: st.DataObject) -> None:
    """Whatever bytes are changed or left out, there is a document or a message."""
    raw = bytearray(good(suffix))
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(raw)))
    raw = raw[:cut] if data.draw(st.booleans()) else raw
    path = Path(f"damaged{suffix}")
    try:
        its = read_bytes(bytes(raw), path.name)
    except FactcheckError as failure:
        assert failure.errors[0].what
    else:
        assert all(0 <= a <= b <= len(its.text) for a, b in its.sentences)


def read_bytes(data: bytes, name: str) -> Document:
    """A file of some bytes as a document."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        return load(path, name)


def test_macros_are_not_run_and_their_file_is_read(tmp_path: Path) -> None:
    """A .docm is a Word file with a program in it that nobody asks."""
    data = good(".docx")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        types = archive.read("[Content_Types].xml")
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macro = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    assert plain in types
    made = changed(changed(data, "[Content_Types].xml", types.replace(plain, macro)), "word/vbaProject.bin", b"Shell")
    path = tmp_path / "a.docm"
    path.write_bytes(made)
    assert load(path, "a.docm").text == read_bytes(data, "a.docx").text


def test_nothing_that_a_file_links_to_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures, templates, style sheets, other workbooks: no socket is opened, no other file read."""

    def refused(*_: object, **__: object) -> None:
        raise AssertionError("a connection was asked for")

    word = docx.Document()
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    for name in ("attachedTemplate", "image", "footnotes", "styles"):
        word.part.relate_to("http://example.org/x", relation + name, is_external=True)
    word.add_paragraph("12 arrests")
    book = openpyxl.Workbook()
    book.active["A1"] = '=HYPERLINK("http://example.org/x", "12")'
    page = b"<link rel=stylesheet href=http://example.org/x><img src=http://example.org/y><p>12<iframe src=//e.org>"
    monkeypatch.setattr(socket, "socket", refused)
    monkeypatch.setattr(socket, "create_connection", refused)
    assert read_bytes(saved(word), "a.docx").text == "12 arrests"
    assert read_bytes(page, "a.html").text == "12"
    file = io.BytesIO()
    book.save(file)
    with pytest.raises(FactcheckError, match="never calculated"):
        read_bytes(file.getvalue(), "a.xlsx")


def test_a_sheet_that_claims_to_be_as_large_as_any_is_read_by_its_cells() -> None:
    """The size that a file gives is not believed; a cell in the last row of the last column costs no more than that."""
    book = openpyxl.Workbook()
    book.active["A1"], book.active["B1"] = "Men", 12
    file = io.BytesIO()
    book.save(file)
    with zipfile.ZipFile(file) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    assert b'ref="A1:B1"' in sheet
    large = changed(file.getvalue(), "xl/worksheets/sheet1.xml", sheet.replace(b'ref="A1:B1"', b'ref="A1:XFD1048576"'))
    assert read_bytes(large, "a.xlsx").text == "Men\t12"
    rows = b"".join(b'<row r="%d"><c r="XFD%d"><v>1</v></c></row>' % (at, at) for at in range(2, 502))
    wide = changed(file.getvalue(), "xl/worksheets/sheet1.xml", sheet.replace(b"</sheetData>", rows + b"</sheetData>"))
    with pytest.raises(FactcheckError, match="more than 1,000,000 cells"):
        read_bytes(wide, "a.xlsx")


def test_more_cells_than_a_text_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a workbook, in CSV, and in a page whose cells reach over a thousand others each."""
    monkeypatch.setattr("factcheck.sources.csv.MAX_CELLS", 100)
    monkeypatch.setattr("factcheck.sources.xlsx.MAX_CELLS", 100)
    book = openpyxl.Workbook()
    for at in range(60):
        book.active.append([at, at])
    file = io.BytesIO()
    book.save(file)
    for name, data in (("a.xlsx", file.getvalue()), ("a.csv", b"1,2\n" * 60)):
        with pytest.raises(FactcheckError, match="more than 100 cells"):
            read_bytes(data, name)
    cells = "<tr>" + "<td colspan=1000 rowspan=1000>1" * 40
    assert layout.MAX_CELLS == 1_000_000
    with pytest.raises(FactcheckError, match="more than 1,000,000 cells"):
        document(f"<table>{cells * 60}</table>", "a.html")


def test_a_page_may_be_as_deep_as_it_is_long() -> None:
    """Nothing is recursive; and tables in tables take no more than linear time."""
    assert document("<div>" * 50_000 + "12", "a.html").text == "12"
    assert document("<table><tr><td>" * 5_000 + "12", "a.html").text == "12"
    assert document("<" * 20_000, "a.html").text == "<" * 20_000


def test_bounds_are_told_with_their_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """Too many pages, too long a page, too many parts."""
    monkeypatch.setattr("factcheck.sources.pdf.MOST_PAGES", 0)
    monkeypatch.setattr("factcheck.sources.html.MOST", 1024**2)
    monkeypatch.setattr(package, "MOST_MEMBERS", 3)
    with pytest.raises(FactcheckError, match="the file has 1 pages; at most 0 are read"):
        read_bytes(good(".pdf"), "a.pdf")
    with pytest.raises(FactcheckError, match="the page is longer than 1 million characters"):
        document("<p>" + "x" * 1024**2, "a.html")
    with pytest.raises(FactcheckError, match="parts; at most 256 MiB in 3 are read"):
        read_bytes(good(".docx"), "a.docx")


def test_every_format_of_files_is_tried_here() -> None:
    """A new one brings its own hostile files."""
    assert set(FILES) == {"docx", "pdf", "xlsx"}
