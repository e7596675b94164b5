"""
PDF: paragraphs of lines that a file has only at places, and the box of each number.
"""

from __future__ import annotations

import io
import pickle
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.pdfgen import canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageBreak, PageTemplate, Paragraph, SimpleDocTemplate

from factcheck import api
from factcheck.model.document import BlockKind
from factcheck.model.finding import Location
from factcheck.sources import load
from factcheck.sources.pdf import read

STYLES = getSampleStyleSheet()
BODY = ParagraphStyle("body", STYLES["BodyText"], alignment=TA_JUSTIFY)
LONG = (
    "Police seized 234 kilograms of drugs worldwide, among them 152.1 kg of amphetamine and 21.6 kg of cocaine, and"
    " took 45 firearms off the street in a coordinated effort of ten months on three continents."
)


def built(*paragraphs: str, heads: bool = False) -> bytes:
    """Paragraphs as ReportLab sets them, with a running head and a page number where wanted."""
    file = io.BytesIO()

    def head(page: canvas.Canvas, document: object) -> None:
        page.drawString(72, 800, "The Daily Number")
        page.drawString(290, 30, f"{page.getPageNumber()}")

    story = [PageBreak() if words == "\f" else Paragraph(words, BODY) for words in paragraphs]
    template = SimpleDocTemplate(file, pagesize=A4)
    template.build(story, **({"onFirstPage": head, "onLaterPages": head} if heads else {}))
    return file.getvalue()


def in_columns(*paragraphs: str) -> bytes:
    """The same in two columns."""
    file = io.BytesIO()
    template = BaseDocTemplate(file, pagesize=A4)
    frames = [Frame(72 + 230 * at, 72, 210, 300) for at in range(2)]
    template.addPageTemplates([PageTemplate(frames=frames)])
    template.build([Paragraph(words, BODY) for words in paragraphs])
    return file.getvalue()


def drawn(*lines: tuple[float, float, str], size: float = 11) -> bytes:
    """Words at places."""
    file = io.BytesIO()
    page = canvas.Canvas(file, pagesize=A4)
    page.setFont("Helvetica", size)
    for x, y, words in lines:
        page.drawString(x, y, words)
    page.save()
    return file.getvalue()


def prose(data: bytes) -> list[str]:
    """The blocks that are no furniture."""
    its = read(data)
    return [its.text[b.start : b.end] for b in its.blocks if b.kind != BlockKind.FURNITURE]


@pytest.mark.parametrize("build", [built, in_columns], ids=["one", "two"])
def test_paragraphs_are_put_together_again(build) -> None:  # type: ignore[no-untyped-def]
    """However the lines fall, in one column or two, over pages: the paragraphs are those that were set."""
    paragraphs = [f"{LONG} This is number {at}." for at in range(14)]
    assert prose(build(*paragraphs)) == paragraphs


def test_running_heads_and_page_numbers_are_furniture() -> None:
    """A paragraph goes on over the foot of a page and the head of the next."""
    paragraphs = [f"{LONG} {LONG} This is number {at}." for at in range(22)]
    data = built(*paragraphs, heads=True)
    assert prose(data) == paragraphs
    its = read(data)
    heads = [its.text[b.start : b.end] for b in its.blocks if b.kind == BlockKind.FURNITURE]
    assert heads.count("The Daily Number") == len(heads) // 2 > 1


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("The coordi-", "nated raids.", "The coordinated raids."),
        (
            "A ten-",
            "month effort. Ten and month are words: ten month",
            "A ten-month effort. Ten and month are words: ten month",
        ),
        ("In 2019-", "2021 it fell.", "In 2019-2021 it fell."),
        ("The Franco-", "German raids.", "The Franco-German raids."),
        ("It took 150\u2013", "200 men.", "It took 150\u2013200 men."),
        ("It cost $1.2", "million in all.", "It cost $1.2 million in all."),
    ],
)
def test_words_and_numbers_that_a_line_parts_are_joined(first: str, second: str, text: str) -> None:
    """A hyphen at the end of a line goes where it stands for nothing, and stays in a number and between two words."""
    wide = "Here is a line of prose that is as wide as any other line of this one paragraph is"
    start = wide[: int(len(wide) - len(first) * 1.02)]
    lines = [(72, 700, wide), (72, 686, f"{start} {first}"), (72, 672, second)]
    (block,) = prose(drawn(*lines))
    assert block.endswith(text)


def test_the_row_of_a_table_is_one_however_wide_its_words_are() -> None:
    """Columns are told by the white space that lies above one another, not by that of one row."""
    rows = [
        ("Store", "2020", "2021"),
        ("Milan and its surroundings", "12", "15"),
        ("Rome", "7", "9"),
        ("Total", "19", "24"),
    ]
    lines = [
        (x, 700 - 16 * at, words) for at, row in enumerate(rows) for x, words in zip((72, 220, 290), row, strict=True)
    ]
    its = read(drawn((72, 740, LONG[:80]), *lines, (72, 600, LONG[80:150])))
    (table,) = its.tables.values()
    assert [tuple(its.text[a:b] for a, b in row) for row in table.rows] == rows


def test_powers_and_notes_are_no_digits_of_the_number_before_them() -> None:
    """They are smaller, and stand higher."""
    file = io.BytesIO()
    SimpleDocTemplate(file).build([Paragraph("About 10<super>6</super> raids<super>1</super> in all.", BODY)])
    assert prose(file.getvalue()) == ["About 10⁶ raids¹ in all."]


def test_a_number_has_its_page_and_its_box(tmp_path: Path) -> None:
    """The text within the box, as pdfium gives it, is the number: on the second page, in the middle of a line."""
    path = tmp_path / "report.pdf"
    path.write_bytes(built(LONG, "\f", LONG.replace("45 firearms", "54 firearms")))
    its = load(path, "report.pdf")
    start = its.text.index("54")
    origin = Location.of(its, start, start + 2, "part").origin
    assert origin is not None
    assert str(origin) == "page 2"
    (box,) = origin.boxes
    page = pypdfium2.PdfDocument(path)[1].get_textpage()
    assert page.get_text_bounded(*box).strip() == "54"


def test_a_document_goes_to_another_process_and_keeps_its_boxes(tmp_path: Path) -> None:
    """``scan --jobs`` judges in several; what pdfium holds stays where it is."""
    path = tmp_path / "report.pdf"
    path.write_bytes(built(LONG))
    its = load(path, "report.pdf")
    other = pickle.loads(pickle.dumps(its))
    at = its.text.index("152.1")
    assert other.origin(at, at + 5) == its.origin(at, at + 5)
    assert other.origin(at, at + 5).boxes


def test_the_errors_of_a_text_are_those_of_its_pdf(tmp_path: Path) -> None:
    """The same sentence, read from a file and from a page."""
    words = "The raids led to 12 arrests in the two cities and beyond: seven in Rome and six in Milan."
    path = tmp_path / "report.pdf"
    path.write_bytes(built(words))
    (found,) = [its.message for its in api.scan(path).findings]
    assert [found] == [its.message for its in api.scan(api.document(words)).findings]
