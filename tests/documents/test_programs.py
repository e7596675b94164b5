"""
The article as people's programs write it: LibreOffice a Word file and a PDF, Chromium PDFs of one column and of two.

The same is found in each as in the text. Skipped where the programs are not installed (Debian: libreoffice-writer,
chromium).
"""

from __future__ import annotations

import html
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from factcheck import api
from factcheck.model.finding import Finding, Report, Severity

ARTICLE = Path(__file__).parent.parent.parent / "seeds" / "dark-huntor.txt"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ERRORS = [
    ("47 in Germany", "74 in Germany", "74"),
    ("in the arrest of 150", "in the arrest of 105", "105"),
    ("21.6 kg of cocaine", "216 kg of cocaine", None),
]
"""What is planted, and the number that is told; in the last one the sum, whichever number it names."""


def page(text: str, css: str = "") -> str:
    """The article as a page: its first line a heading, each paragraph one."""
    title, *paragraphs = [its for its in text.split("\n\n") if its.strip()]
    body = "".join(f"<p>{html.escape(its).replace(chr(10), '<br>')}</p>\n" for its in paragraphs)
    style = f"<style>body {{ font-family: serif; text-align: justify; {css} }}</style>"
    return f"<!doctype html><meta charset=utf-8>{style}<body><h1>{html.escape(title)}</h1>\n{body}</body>"


def written(folder: Path, text: str) -> list[Path]:
    """The article in every format that the programs here write, the text itself first."""
    (folder / "article.txt").write_text(text, encoding="utf-8")
    (folder / "article.html").write_text(page(text), encoding="utf-8")
    files = [folder / "article.txt", folder / "article.html"]
    if shutil.which("soffice"):
        convert(folder, "article.html", "docx:MS Word 2007 XML")
        convert(folder, "article.docx", "pdf")
        files += [folder / "article.docx", (folder / "article.pdf").rename(folder / "libreoffice.pdf")]
    if CHROMIUM:
        for name, css in (("one", ""), ("two", "column-count: 2")):
            (folder / f"{name}.html").write_text(page(text, css), encoding="utf-8")
            target = folder / f"{name}.pdf"
            options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile"]
            run([f"{CHROMIUM}", *options, f"--print-to-pdf={target}", f"{folder}/{name}.html"])
            files.append(target)
    return files


def convert(folder: Path, name: str, kind: str) -> None:
    profile = f"-env:UserInstallation=file://{folder}/libreoffice"
    run(["soffice", profile, "--headless", "--convert-to", kind, "--outdir", f"{folder}", f"{folder}/{name}"])


def run(command: list[str]) -> None:
    subprocess.run(command, capture_output=True, timeout=180, check=True)


def wrong(report: Report) -> list[Finding]:
    return [its for its in report.findings if its.severity in (Severity.ERROR, Severity.WARNING)]


def facts(report: Report) -> list[tuple[str, str]]:
    """Every number, in order, with what it is worth; white space as one."""
    return [(" ".join(place.text.split()), strength.value) for place, strength, _ in report.coverage.numbers]


pytestmark = pytest.mark.skipif(
    not (shutil.which("soffice") or CHROMIUM), reason="neither LibreOffice nor Chromium is installed"
)


@pytest.mark.parametrize(("right", "slip", "told"), [("", "", ""), *ERRORS], ids=["clean", "part", "whole", "sum"])
def test_the_article_is_the_same_whatever_program_wrote_it(
    right: str, slip: str, told: str | None, tmp_path: Path
) -> None:
    """The same numbers, worth the same; the same said of the same number, and the place is where it stands."""
    text = ARTICLE.read_text(encoding="utf-8")
    assert right in text
    first, *others = written(tmp_path, text.replace(right, slip, 1) if right else text)
    expected = api.scan(first)
    messages = [its.message for its in wrong(expected)]
    assert bool(messages) == bool(right)
    for path in others:
        report = api.scan(path)
        assert not report.errors, path.name
        assert facts(report) == facts(expected), path.name
        assert [its.message for its in wrong(report)] == messages, path.name
        for finding in wrong(report):
            if told:
                assert finding.locations[0].text.startswith(told), path.name
            for place in finding.locations:
                assert shown_at(path, report, place) == " ".join(place.text.split()), path.name


def shown_at(path: Path, report: Report, place: object) -> str:
    """The words that stand at a place, read from the file by other means."""
    its = report.documents[path.as_posix()]
    origin = place.origin  # type: ignore[attr-defined]
    start, end = place.start, place.end  # type: ignore[attr-defined]
    if path.suffix == ".pdf":
        number = origin.steps[0][1]
        page_text = pypdfium2.PdfDocument(path)[number - 1].get_textpage()
        words = " ".join(page_text.get_text_bounded(*box).strip() for box in origin.boxes)
    elif path.suffix == ".html":
        line = path.read_text(encoding="utf-8").split("\n")[place.line - 1]  # type: ignore[attr-defined]
        words = html.unescape(line[place.column - 1 : place.end_column - 1])  # type: ignore[attr-defined]
    else:
        words = its.text[start:end]
    return " ".join(words.split())
