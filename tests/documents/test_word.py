"""
Word files: the words that Word shows, and where they stand.
"""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st
from word import W, run, saved, with_notes

from factcheck.model.document import BlockKind, Document
from factcheck.sources import load
from factcheck.sources.docx import read

CODE = "<w:r><w:instrText>PAGE 77</w:instrText></w:r>"


def field(name: str) -> str:
    """The beginning of a field, what is between its code and its result, or its end."""
    return f'<w:r><w:fldChar w:fldCharType="{name}"/></w:r>'


def with_runs(inner: str) -> str:
    """The text of a Word file whose one paragraph holds some XML."""
    document = docx.Document()
    paragraph = document.add_paragraph()
    for child in parse_xml(f"<w:p {W} {nsdecls('m', 'wp', 'a')}>{inner}</w:p>"):
        paragraph._p.append(child)
    return read(saved(document)).text


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (run("12 ") + f'<w:ins w:id="1" w:author="a">{run("more ")}</w:ins>' + run("arrests"), "12 more arrests"),
        (run("12 ") + "<w:del><w:r><w:delText>13 </w:delText></w:r></w:del>" + run("arrests"), "12 arrests"),
        (f"<w:moveFrom>{run('9')}</w:moveFrom><w:moveTo>{run('12')}</w:moveTo>", "12"),
        (run("12") + run(" secret 99", "<w:vanish/>") + run(" arrests", '<w:vanish w:val="0"/>'), "12 arrests"),
        (f'<w:hyperlink w:anchor="x">{run("12 arrests")}</w:hyperlink>', "12 arrests"),
        (f"<w:sdt><w:sdtContent>{run('12')}</w:sdtContent></w:sdt>", "12"),
        (f'<w:fldSimple w:instr=" =SUM(ABOVE) ">{run("12")}</w:fldSimple>', "12"),
        (field("begin") + CODE + field("separate") + run("12") + field("end"), "12"),
        (run("10") + run("6", '<w:vertAlign w:val="superscript"/>'), "10⁶"),
        (run("raid") + run("1", '<w:position w:val="8"/>'), "raid¹"),
        (run("12") + "<w:r><w:noBreakHyphen/></w:r>" + run("month"), "12\u2011month"),
        (run("co") + "<w:r><w:softHyphen/></w:r>" + run("operation"), "cooperation"),
        (run("It rose to") + "<w:r><w:br/></w:r>" + run("a total of 12."), "It rose to\na total of 12."),
        (run("Raids: 12.") + "<w:r><w:br/></w:r>" + run("Arrests: 7."), "Raids: 12.\n\nArrests: 7."),
        ("<m:oMath><m:r><m:t>5 + 7 = 12</m:t></m:r></m:oMath>", "5 + 7 = 12"),
    ],
)  # fmt: skip
def test_the_words_are_those_that_word_shows(inner: str, text: str) -> None:
    """Insertions are read and deletions are not; hidden words and field codes are not; a note's sign is no digit."""
    assert with_runs(inner) == text


def test_a_paragraph_whose_mark_was_deleted_goes_on_in_the_next() -> None:
    """With changes tracked, two paragraphs become one by the deletion of the mark between them."""
    document = docx.Document()
    first = document.add_paragraph("The raids led to ")
    first._p.get_or_add_pPr().append(parse_xml(f'<w:rPr {W}><w:del w:id="1" w:author="a"/></w:rPr>'))
    document.add_paragraph("12 arrests.")
    layout = read(saved(document))
    assert layout.text == "The raids led to 12 arrests."


def test_what_a_deleted_row_says_is_not_read() -> None:
    """Nor is it counted: the rows that follow move up."""
    document = docx.Document()
    table = document.add_table(3, 2)
    for row, words in zip(table.rows, (("City", "Arrests"), ("Rome", "7"), ("Milan", "5")), strict=True):
        for cell, its in zip(row.cells, words, strict=True):
            cell.text = its
    table.rows[1]._tr.get_or_add_trPr().append(parse_xml(f'<w:del {W} w:id="1" w:author="a"/>'))
    assert read(saved(document)).text == "City\tArrests\nMilan\t5"


def test_blocks_have_their_kinds_and_places(tmp_path: Path) -> None:
    """Headings by their style, items by their numbering, tables by their number, boxes and notes by theirs."""
    document = docx.Document()
    document.add_heading("Raids", 2)
    document.add_paragraph("Police made 12 arrests in two cities of the country on Monday.")
    document.add_paragraph("")
    document.add_paragraph("Rome", style="List Number")
    document.add_paragraph("Milan", style="List Number")
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(1, 0).text, table.cell(1, 1).text = "City", "Total", "12"
    document.add_paragraph("As told", style="Quote")
    found = placed(document, tmp_path)
    assert [(kind.value, level, ordinal, place) for kind, level, ordinal, place in found] == [
        ("heading", 2, 0, "paragraph 1"),
        ("paragraph", 0, 0, "paragraph 2"),
        ("list_item", 1, 1, "paragraph 3"),
        ("list_item", 1, 2, "paragraph 4"),
        ("table", 0, 0, "table 1, row 1, column 1"),
        ("quote", 0, 0, "paragraph 5"),
    ]


def placed(document: object, folder: Path) -> list[tuple[BlockKind, int, int, str]]:
    path = folder / "raids.docx"
    path.write_bytes(saved(document))
    its = load(path, "raids.docx")
    return [(b.kind, b.level, b.ordinal, str(its.origin(b.start, b.end))) for b in its.blocks]


def test_notes_are_read_where_they_are_called_by_the_number_that_is_shown(tmp_path: Path) -> None:
    """Their ids in the file are not their numbers; a note that nothing calls is not shown."""
    document = docx.Document()
    paragraph = document.add_paragraph("Police made 12 arrests")
    paragraph._p.append(parse_xml(f'<w:r {W}><w:footnoteReference w:id="9"/></w:r>'))
    paragraph.add_run(" on Monday.")
    notes = "".join(
        f'<w:footnote w:id="{key}"><w:p>{run(words)}</w:p></w:footnote>'
        for key, words in ((3, "Nobody calls this 44."), (9, "Seven in Rome."))
    )
    path = tmp_path / "raids.docx"
    path.write_bytes(with_notes(saved(document), notes))
    its = load(path, "raids.docx")
    assert its.text == "Police made 12 arrests on Monday.\n\nSeven in Rome."
    at = its.text.index("Seven")
    assert str(its.origin(at, at + 5)) == "footnote 1"


def test_a_text_box_is_read_once_with_a_place_of_its_own(tmp_path: Path) -> None:
    """Word writes it twice, for itself and for older programs."""
    box = f"<w:txbxContent><w:p>{run('Boxed: 5 kg')}</w:p></w:txbxContent>"
    drawing = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = docx.Document()
    paragraph = document.add_paragraph("Before.")
    for child in parse_xml(f"<w:p {W}>{drawing}</w:p>"):
        paragraph._p.append(child)
    path = tmp_path / "raids.docx"
    path.write_bytes(saved(document))
    its = load(path, "raids.docx")
    assert its.text == "Before.\n\nBoxed: 5 kg"
    assert str(its.origin(its.text.index("5"), len(its.text))) == "text box 1"


def test_merged_cells_stand_once_in_the_first_place_that_they_cover() -> None:
    """A number over two columns is not added up twice."""
    document = docx.Document()
    table = document.add_table(3, 3)
    table.cell(0, 1).merge(table.cell(0, 2)).text = "Arrests"
    table.cell(0, 0).merge(table.cell(1, 0)).text = "City"
    for at, words in ((1, "2020"), (2, "2021")):
        table.cell(1, at).text, table.cell(2, at).text = words, str(at)
    table.cell(2, 0).text = "Rome"
    layout = read(saved(document))
    (own,) = layout.tables.values()
    words = [[layout.text[a:b] for a, b in row] for row in own.rows]
    assert words == [["City", "Arrests", ""], ["", "2020", "2021"], ["Rome", "1", "2"]]
    assert dict(own.spans) == {(0, 0): (2, 1), (0, 1): (1, 2)}


def test_a_table_that_only_lays_out_a_page_is_what_stands_in_it() -> None:
    """One with a table in it, or with one column: letterheads and forms are made so."""
    document = docx.Document()
    outer = document.add_table(1, 2)
    outer.cell(0, 0).text = "Police made 12 arrests."
    inner = outer.cell(0, 1).add_table(2, 2)
    for cell, words in zip(
        (its for row in inner.rows for its in row.cells), ("City", "Arrests", "Rome", "12"), strict=True
    ):
        cell.text = words
    layout = read(saved(document))
    assert layout.text == "Police made 12 arrests.\n\nCity\tArrests\nRome\t12"
    assert len(layout.tables) == 1


letters = st.text(st.sampled_from("ab 12.,€é\u00a0"), min_size=1, max_size=12)


@settings(deadline=None)
@given(st.lists(st.lists(letters, min_size=1, max_size=4), min_size=1, max_size=5))
def test_every_word_of_every_run_is_read_once_and_in_its_order(paragraphs: list[list[str]]) -> None:
    """However a sentence is cut into runs, it reads the same."""
    document = docx.Document()
    for runs in paragraphs:
        paragraph = document.add_paragraph()
        for words in runs:
            paragraph.add_run(words)
    expected = [text for runs in paragraphs if (text := "".join(runs)).strip()]
    layout = read(saved(document))
    assert layout.text == "\n\n".join(expected)
    whole = Document("x.docx", layout.text, layout.blocks)
    assert [whole.text[b.start : b.end] for b in whole.blocks] == [text.strip() for text in expected]
