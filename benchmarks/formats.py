"""
How long reading a Word file and a PDF takes beside their library alone, and what a workbook of 100,000 cells takes up.

    python benchmarks/formats.py

The files are made here: a PDF of 200 pages by ReportLab, a Word file of 100 pages by python-docx, a workbook by
openpyxl. Process time of one file in a process of its own, imports not counted, the best of five: what a command takes.
The library alone: pypdfium2's text of every page; python-docx's text of every paragraph and cell.
"""

from __future__ import annotations

import gc
import io
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
PARAGRAPHS = [
    its for its in (ROOT / "seeds" / "dark-huntor.txt").read_text(encoding="utf-8").split("\n\n") if its.strip()
]


def pdf() -> bytes:
    """200 pages of text with headings."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    styles, file = getSampleStyleSheet(), io.BytesIO()
    story = [
        Paragraph(words, styles["Heading2" if at == 0 else "BodyText"])
        for _ in range(122)
        for at, words in enumerate(PARAGRAPHS)
    ]
    SimpleDocTemplate(file).build(story)
    return file.getvalue()


def word() -> bytes:
    """100 pages of text, with a table of ten rows on every other page."""
    import docx

    document = docx.Document()
    for _ in range(50):
        document.add_heading(PARAGRAPHS[0], 1)
        for words in PARAGRAPHS[1:]:
            document.add_paragraph(words)
        table = document.add_table(10, 4)
        for cell in (cell for row in table.rows for cell in row.cells):
            cell.text = "1,234"
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def workbook() -> bytes:
    """10,000 rows of ten cells."""
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for at in range(10_000):
        sheet.append([f"Line {at}", *(at * its for its in range(1, 10))])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def pdf_alone(data: bytes) -> int:
    """The text of every page."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    return sum(len(page.get_textpage().get_text_range()) for page in document)


def word_alone(data: bytes) -> int:
    """The text of every paragraph and of every cell."""
    import docx
    from docx.table import Table

    count = 0
    for block in docx.Document(io.BytesIO(data)).iter_inner_content():
        if isinstance(block, Table):
            count += sum(len(cell.text) for row in block.rows for cell in row.cells)
        else:
            count += len(block.text)
    return count


def ours(data: bytes, name: str) -> int:
    """The same by factcheck."""
    from importlib import import_module

    return len(import_module(f"factcheck.sources.{name}").read(data).text)


def seconds(path: Path, how: str) -> float:
    """The process time of reading a file in a process of its own, the least of five."""
    command = [sys.executable, __file__, f"{path}", how]
    runs = (subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT) for _ in range(5))
    return min(float(its.stdout) for its in runs)


def once(path: Path, how: str) -> None:
    """Read a file and print how long that took [seconds]."""
    data, name = path.read_bytes(), path.suffix[1:]
    if name == "pdf":
        import pypdfium2  # noqa: F401
    else:
        import docx  # noqa: F401
    from factcheck.sources import docx as _docx  # noqa: F401
    from factcheck.sources import pdf as _pdf  # noqa: F401

    gc.disable()  # as on the command line
    begun = time.process_time()
    if how == "ours":
        ours(data, name)
    else:
        (pdf_alone if name == "pdf" else word_alone)(data)
    print(time.process_time() - begun)


def memory(path: Path | None) -> int:
    """The most memory that a process takes which reads a workbook [MiB]."""
    program = (
        "import resource, sys, openpyxl\nfrom pathlib import Path\nfrom factcheck.sources import xlsx\n"
        "if sys.argv[1:]: xlsx.read(Path(sys.argv[1]).read_bytes())\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )
    arguments = [sys.executable, "-c", program, *([f"{path}"] if path else [])]
    return int(subprocess.run(arguments, capture_output=True, text=True, check=True, cwd=ROOT).stdout)


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "book.xlsx")
        path.write_bytes(workbook())
        # First of all: a child begins with the memory of its parent.
        print(f"Workbook, 100,000 cells: {memory(path)} MiB at most; without a file {memory(None)} MiB")
        for name, file, made in (("PDF, 200 pages", "report.pdf", pdf), ("Word, 100 pages", "report.docx", word)):
            path = Path(folder, file)
            path.write_bytes(made())
            alone, own = seconds(path, "alone"), seconds(path, "ours")
            print(
                f"{name:18} library {alone * 1000:4.0f} ms   factcheck {own * 1000:4.0f} ms   {own / alone:.2f} times"
            )


if __name__ == "__main__":
    if sys.argv[1:]:
        once(Path(sys.argv[1]), sys.argv[2])
    else:
        main()
