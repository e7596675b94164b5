"""
Comments in Word files: each on its number, nothing else of the file changed.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner
from word import W, run, saved, with_notes

from factcheck import api
from factcheck.cli import app
from factcheck.reports.comments import Comment, annotated, comments
from factcheck.reports.style import Style
from factcheck.sources.docx import read

SUM = ("12 arrests were made: ", "se", "ven in Rome and ", "six", " in Milan.")


def sum_of_runs() -> bytes:
    document = docx.Document()
    paragraph = document.add_paragraph()
    for at, words in enumerate(SUM):
        paragraph.add_run(words).bold = at % 2 == 1
    return saved(document)


def commented(data: bytes) -> list[tuple[str, str]]:
    """The comments of a Word file: the words between the marks of each, and what it says."""
    document = docx.Document(io.BytesIO(data))
    found = []
    for comment in document.comments:
        body = document.element.body
        words, inside = [], False
        for element in body.iter():
            name = element.tag.rpartition("}")[2]
            if name in ("commentRangeStart", "commentRangeEnd"):
                if element.get(element.tag.replace(name, "id")) == str(comment.comment_id):
                    inside = name == "commentRangeStart"
            elif inside and name == "t":
                words.append(element.text or "")
        found.append(("".join(words), comment.text))
    return found


def test_a_finding_is_a_comment_on_exactly_its_number(tmp_path: Path) -> None:
    """The number lies in the middle of a run; what would fit is said, and the text reads as before."""
    path = tmp_path / "raids.docx"
    path.write_bytes(sum_of_runs())
    report = api.scan(path)
    (found,) = comments(report, path.as_posix(), Style())
    copy = annotated(path.read_bytes(), (found,))
    ((words, said),) = commented(copy)
    assert words == "12"
    assert said.startswith("Arrests do not add up: two parts make 13, the text says 12 (1 too many)")
    assert "13" in said.splitlines()[1]
    assert read(copy).text == read(path.read_bytes()).text == "".join(SUM)


def test_a_number_that_lies_in_several_runs_keeps_their_looks() -> None:
    """ "se" and "ven" are two runs, one of them bold: the comment goes over both, and they stay as they were."""
    text = "".join(SUM)
    start = text.index("seven")
    copy = annotated(sum_of_runs(), (Comment((start, start + 5), "seven?"),))
    assert commented(copy) == [("seven", "seven?")]
    runs = docx.Document(io.BytesIO(copy)).paragraphs[0].runs
    assert [(its.text, bool(its.bold)) for its in runs if its.text] == [
        ("12 arrests were made: ", False), ("se", True), ("ven", False), (" in Rome and ", False), ("six", True),
        (" in Milan.", False),
    ]  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 45), st.integers(1, 12)), min_size=1, max_size=6))
def test_any_passages_can_be_commented_on_and_the_text_stays(passages: list[tuple[int, int]]) -> None:
    """Over one another, in any order, at the edges of runs: each comment lies on its own words."""
    text = "".join(SUM)
    wanted = [(start, min(start + length, len(text))) for start, length in passages]
    copy = annotated(sum_of_runs(), tuple(Comment(place, f"{at}") for at, place in enumerate(wanted)))
    assert [words for words, _ in commented(copy)] == [text[a:b] for a, b in wanted]
    assert read(copy).text == text


def test_nothing_but_the_text_and_its_comments_is_written() -> None:
    """Every other part of the file is, byte for byte, what it was."""
    data = sum_of_runs()
    copy = annotated(data, (Comment((0, 2), "12?"),))
    own = {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml", "word/comments.xml"}
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(copy)) as new:
        assert set(new.namelist()) == set(old.namelist()) | {"word/comments.xml"}
        for name in set(old.namelist()) - own:
            if not name.endswith((".xml", ".rels")):
                assert new.read(name) == old.read(name), name


def test_in_a_note_or_a_box_the_comment_lies_where_it_hangs() -> None:
    """Word shows no comment in a footnote: it lies on the sign that calls it, in the text."""
    document = docx.Document()
    paragraph = document.add_paragraph("Police made arrests")
    paragraph._p.append(parse_xml(f'<w:r {W}><w:footnoteReference w:id="9"/></w:r>'))
    box = f"<w:pict {nsdecls('w')}><w:txbxContent><w:p>{run('Boxed: 5 kg')}</w:p></w:txbxContent></w:pict>"
    paragraph.add_run(" on Monday.")._r.append(parse_xml(box))
    note = f'<w:footnote w:id="9"><w:p>{run("Seven in Rome.")}</w:p></w:footnote>'
    data = with_notes(saved(document), note)
    text = read(data).text
    seven, five = text.index("Seven"), text.index("5")
    copy = annotated(data, (Comment((seven, seven + 5), "seven?"), Comment((five, five + 1), "five?")))
    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        body, notes = archive.read("word/document.xml").decode(), archive.read("word/footnotes.xml").decode()
    assert body.count("<w:commentRangeStart") == 2
    assert "commentRangeStart" not in notes
    assert body.index("commentRangeStart") < body.index("footnoteReference") < body.index("commentRangeEnd")
    assert read(copy).text == text


def test_the_command_writes_a_copy_and_never_over_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The user's file is as it was; a copy that exists is refused, the file itself too."""
    monkeypatch.chdir(tmp_path)
    data = sum_of_runs()
    Path("raids.docx").write_bytes(data)
    done = CliRunner().invoke(app, ["annotate", "raids.docx", "--into", "out/raids.docx", "--to-check"])
    assert done.exit_code == 0, done.output
    assert "wrote out/raids.docx: 1 comment." in done.output
    assert Path("raids.docx").read_bytes() == data
    for target in ("out/raids.docx", "raids.docx"):
        again = CliRunner().invoke(app, ["annotate", "raids.docx", "--into", target])
        assert again.exit_code == 2
        assert "exists already; nothing was written" in again.output
    assert Path("raids.docx").read_bytes() == data


def test_numbers_to_check_are_commented_on_too_when_asked_for(tmp_path: Path) -> None:
    """Those that nothing tests, with the reason; none of them where a finding is."""
    document = docx.Document()
    document.add_paragraph("".join(SUM))
    document.add_paragraph("The mayor is 61.")
    path = tmp_path / "raids.docx"
    path.write_bytes(saved(document))
    found = comments(api.scan(path), path.as_posix(), Style(), to_check=True)
    said = commented(annotated(path.read_bytes(), found))
    assert [words for words, _ in said] == ["12", "61"]
    assert said[1][1].startswith("To check: ")


def test_other_files_are_not_annotated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text has no comments; the message names the page instead."""
    monkeypatch.chdir(tmp_path)
    Path("raids.txt").write_text("".join(SUM), encoding="utf-8")
    done = CliRunner().invoke(app, ["annotate", "raids.txt", "--into", "out.docx"])
    assert done.exit_code == 2
    assert "raids.txt is no .docx" in done.output
    assert not Path("out.docx").exists()
