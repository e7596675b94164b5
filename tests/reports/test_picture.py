"""
Pictures are to scale: the parts, the whole, and the gap between them.
"""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.finding import Entry, Side
from factcheck.model.interval import Interval
from factcheck.reports.drawing import axis_picture, stack_picture
from factcheck.reports.picture import Stack, bar, stack_of
from factcheck.reports.style import Style
from factcheck.reports.table import render

ENTRY = Entry("", "")


def stack(parts: list[int], whole: int) -> Stack:
    return Stack(tuple((ENTRY, part) for part in parts), ENTRY, ENTRY, sum(parts), whole)


@given(st.lists(st.integers(1, 10**9), min_size=2, max_size=30), st.integers(1, 10**10), st.integers(16, 200))
def test_a_bar_has_its_width_and_shows_a_gap_where_there_is_one(parts, whole, width):
    """However small the gap is beside the whole, it has a cell; too much is not drawn as too little."""
    within, gap, edge = bar(stack(parts, whole), width)
    assert width <= len(within + gap + edge) <= width + 1
    assert ("▒" in gap) == (sum(parts) > whole) and ("░" in gap) == (sum(parts) < whole)
    assert (within + edge).count("┃") == 1


def test_the_terminal_shows_the_bar_above_the_ledger(specimen):
    """In one line, as wide as there is room, in characters that an ASCII terminal gets too."""
    text = render(specimen.report, Style(width=80))
    assert re.search(r"(?m)^    █+▓+┃▒+$", text)
    narrow = render(specimen.report, Style(width=30))
    assert all(len(line) <= 30 for line in narrow.splitlines() if "█" in line)


def test_colour_changes_no_character(specimen):
    """The bar without its escapes is the same."""
    plain, coloured = (render(specimen.report, Style(width=80, colour=colour)) for colour in (False, True))
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_what_is_no_sum_of_parts_has_no_stack(specimen):
    """A finding without a total, or with a number below 0, is told in its ledger alone."""
    assert [stack_of(finding) is not None for finding in specimen.report.findings] == [True, False, False, False, False]


def luminance(colour: tuple[float, ...]) -> float:
    """WCAG 2.2, relative luminance."""
    red, green, blue = (its / 12.92 if its <= 0.04045 else ((its + 0.055) / 1.055) ** 2.4 for its in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """WCAG 2.2, contrast ratio."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_the_numbers_of_a_picture_can_be_read(scheme):
    """
    Axe measures no contrast in a picture: numbers on parts have 4.5 to 1, under the gap's colour too, and
    parts 3 to 1 against the card (WCAG 2.2, 1.4.3 and 1.4.11).
    """
    css = (files("factcheck.reports") / "static" / "report.css").read_text("utf-8")
    own = re.findall(r"(?s):root \{(.*?)\}", css)[scheme]
    colours = {
        name: tuple(int(text[at : at + 2], 16) / 255 for at in (0, 2, 4))
        for name, short in re.findall(r"--([\w-]+): #(\w+);", own)
        for text in [short if len(short) == 6 else "".join(2 * its for its in short)]
    }
    opacity = float(re.search(r"--gap: ([\d.]+);", own)[1])
    for number in range(4):
        part, words = colours[f"p{number}"], colours["on-odd" if number % 2 else "on-even"]
        under = tuple(a * (1 - opacity) + b * opacity for a, b in zip(part, colours["wrong"], strict=True))
        assert contrast(part, colours["card"]) >= 3
        assert contrast(words, part) >= 4.5 and contrast(words, under) >= 4.5


def test_a_stack_is_drawn_to_scale():
    """The whole ends where 12 of 13 do."""
    svg = stack_picture(stack([7, 6], 12), "f1")
    whole = float(re.search(r'width="([\d.]+)" height="16"', svg)[1])
    assert abs(whole - 552 * 12 / 13) < 0.1


def test_intervals_that_do_not_meet_have_a_gap_between_them():
    """And those that meet have what they share."""
    apart = Side("one", Interval(1, 2)), Side("other", Interval(3, 4, lower_open=True))
    assert 'class="gap"' in axis_picture(apart, "f1", holds=False)
    assert "end v1 open" in axis_picture(apart, "f1", holds=False)
    together = Side("one", Interval(1, 3)), Side("other", Interval(2, None))
    assert 'class="meeting"' in axis_picture(together, "f1", holds=True)
    assert "at least 2. That holds." in axis_picture(together, "f1", holds=True)


def test_the_same_number_twice_needs_no_picture():
    """There is nothing to see."""
    side = Side("one", Interval.point(9))
    assert axis_picture((side, side), "f1", holds=True) == ""
