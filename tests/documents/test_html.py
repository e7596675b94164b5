"""
HTML: what a browser shows, each word with its place in the file.
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import api
from factcheck.model.finding import Location
from factcheck.sources import document, load


def shown(page: str) -> str:
    return document(page, "page.html").text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>12\n   <b>arr</b>ests", "12 arrests"),
        ("<p>1&nbsp;200 kg &mdash; so", "1\u00a0200 kg — so"),
        ("<p>10<sup>6</sup> raids<sup><a href=#n>1</a></sup>, CO<sub>2</sub>", "10⁶ raids¹, CO₂"),
        ("<p>One<p>Two", "One\n\nTwo"),
        ("<p>12 <del>13</del><ins>arrests</ins>", "12 arrests"),
        ("<p>12<span hidden> 13</span><span style='display: none'> 14</span> arrests", "12 arrests"),
        ("<head><title>5</title><style>p{6}</style></head><script>7</script><p>12", "12"),
        ("<template>5</template><noscript>6</noscript><p>12", "12"),
        ("<p>It rose to<br>a total of 12.", "It rose to\na total of 12."),
        ("<p>Raids: 12.<br>Arrests: 7.", "Raids: 12.\n\nArrests: 7."),
        ("<p>co&shy;operation", "cooperation"),
        ("<p>12 <code>x = 5</code> arrests", "12  arrests"),
        ("<div>a<div>b</div>c</div>", "a\n\nb\n\nc"),
        ("<table><tr><td>a<td>1<tr><td>b<td>2</table>", "a\t1\nb\t2"),
        ("<table><tr><td>a<tr><td>b</table>", "a\n\nb"),
        ("<table><tr><td><table><tr><td>a<td>1</table><td>b</table>", "a\t1\n\nb"),
        ("<table role=presentation><tr><td>a<td>1</table>", "a\n\n1"),
        ("<table><tr><td>a<br>b<td><p>1<p>2</table>", "a b\t 1 2"),
    ],
)
def test_the_words_are_those_that_a_browser_shows(page: str, text: str) -> None:
    """What is hidden, deleted or code is not read; blocks end blocks, whether their end tags are there or not."""
    assert shown(page) == text


def test_blocks_have_their_kinds() -> None:
    """Headings, items with depth and number, quotations, code; the furniture of a page is none of its prose."""
    its = document(
        "<nav>Home 5</nav><h2>Raids</h2><p>Police made 12 arrests in two cities of the country on Monday.</p>"
        "<ol start=3><li>three<li>four<ul><li>deep</ul></ol><blockquote>So it was.</blockquote>"
        "<pre><code>x = 5</code></pre><footer>© 2021</footer>",
        "page.html",
    )
    assert [(b.kind.value, b.level, b.ordinal, its.text[b.start : b.end]) for b in its.blocks] == [
        ("furniture", 0, 0, "Home 5"),
        ("heading", 2, 0, "Raids"),
        ("paragraph", 0, 0, "Police made 12 arrests in two cities of the country on Monday."),
        ("list_item", 1, 3, "three"),
        ("list_item", 1, 4, "four"),
        ("list_item", 2, 0, "deep"),
        ("quote", 0, 0, "So it was."),
        ("furniture", 0, 0, "© 2021"),
    ]


words = st.text(st.sampled_from("ab12,.€é&<> "), min_size=1, max_size=8)
tags = st.sampled_from(["<b>", "</b>", "<i x='1'>", "</i>", "<p>", "</p>", "<br>", "<!-- 9 -->", "\r\n", "  "])


@settings(deadline=None)
@given(st.lists(st.one_of(words.map(escape), tags), max_size=20))
def test_every_letter_has_its_place_in_the_file(parts: list[str]) -> None:
    """The letter at an offset is the one that stands in the file there, or what a reference there means."""
    page = "<!doctype html><body>" + "".join(parts)
    its = document(page, "page.html")
    assert its.original is not None
    meant = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
    for at, letter in enumerate(its.text):
        if not letter.isspace():
            assert page.startswith((letter, meant.get(letter, letter)), its.original.offset(at))


def test_a_place_is_the_line_and_column_in_the_file() -> None:
    """Behind references, tags and lines; the end too, so that an editor marks the number and nothing else."""
    page = "<html>\n<body>\r\n<p>A&nbsp;&amp; B: <b>12</b> arrests,\n<i>seven</i> in Rome"
    its = document(page, "page.html")
    lines = page.replace("\r\n", "\n").split("\n")
    for word in ("12", "seven", "B"):
        start = its.text.index(word)
        where = Location.of(its, start, start + len(word), "part")
        assert lines[where.line - 1][where.column - 1 : where.end_column - 1] == word
        assert where.line == where.end_line
    assert its.line(4) == "<i>seven</i> in Rome"


def test_an_element_is_told_with_the_name_that_it_has() -> None:
    """Its own, or that of what it stands in."""
    page = "<section id=results><p>One.<p id=two>Two.</section><p>Three."
    its = document(page, "page.html")
    assert [str(its.origin(b.start, b.end)) for b in its.blocks] == ["#results p", "p#two", "p"]


def test_a_name_cannot_turn_a_line_of_a_report_around() -> None:
    """Names are words of the page."""
    page = "<p id='a\u202eb\x1b[2J'>One."
    its = document(page, "page.html")
    assert str(its.origin(0, 1)) == "p#a\ufffdb\ufffd[2J"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<p>5 €".encode(), "5 €"),
        ("<meta charset=windows-1252><p>5 €".encode("cp1252"), "5 €"),
        ("<p>£5 café".encode("cp1252"), "£5 café"),
        ("<meta charset=koi8-r><p>5 кг".encode("koi8-r"), "5 кг"),
        ("<p>5 €".encode("utf-16"), "5 €"),
        (b"\xef\xbb\xbf<p>5", "5"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_declares(data: bytes, text: str, tmp_path: Path) -> None:
    """UTF-8 where it is that, whatever it says; without a word in Windows-1252, as browsers do."""
    path = tmp_path / "page.html"
    path.write_bytes(data)
    assert load(path, "page.html").text == text


@pytest.mark.parametrize(
    ("page", "silent"),
    [
        ("<p>5 of 4 <!-- factcheck: ignore part -- as printed --> men died.", True),
        ("<!-- factcheck: ignore part -- as printed -->\n<p>5 of 4 men died.", True),
        ("<p>5 of 4 men died.</p><!-- factcheck: ignore part -- as printed --><p>Done.", False),
        ("<p>&lt;!-- factcheck: ignore part -- as printed --> 5 of 4 men died.", True),
    ],
)
def test_a_comment_lets_pass_what_stands_in_its_block_or_the_next(page: str, silent: bool) -> None:
    """As in Markdown."""
    text = page if "&lt;" not in page else page.replace("&lt;", "<")
    report = api.scan(document(text, "page.html"))
    assert bool(re.search("5 of 4", document(text, "page.html").text))
    assert (not [its for its in report.findings if its.kind == "part"]) == silent
    assert bool(report.silenced) == silent
