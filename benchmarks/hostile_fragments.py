"""
Fragments of which hostile texts are made.
"""

from __future__ import annotations

DIGITS = (
    "0", "1", "2", "3", "5", "7", "9", "10", "12", "40", "47", "74", "100", "150", "999", "1000", "1500", "2019",
    "1950", "72,000", "1,234", "1,234,567", "72,0000", "1,23", "12,34,567", "3.5", "0.05", "31.6", "1.1.1", "1e9",
    "007", "½", "2½", "1/3", "9/11", "٣", "１２", "1 500", "1\u00a0500", "10^6", "-5", "−5", "+5", "5.", ".5",
    "1950s", "XIV", "5th", "21st",
)  # fmt: skip
"""Numbers in digits, odd ones among them."""
WORDS = (
    "one", "two", "three", "twelve", "forty-seven", "a hundred", "two hundred and five", "a dozen", "half",
    "a third", "two-thirds", "a couple of", "several", "thousands of", "a million", "no", "nobody", "both",
)  # fmt: skip
"""Numbers in words."""
HEDGES = (
    "about ", "approximately ", "more than ", "over ", "at least ", "up to ", "nearly ", "almost ", "exactly ",
    "some ", "roughly ", "fewer than ", "between ", "from ", "under ", "just ", "only ", "as many as ",
)  # fmt: skip
"""What stands before a number."""
UNITS = (
    "%", " percent", " kg", " kilograms", " pounds", " tonnes", " km", " miles", "°C", " degrees Fahrenheit",
    " hours", " years", " months", " million", " billion", "m", "bn", "k", " percentage points", " mph",
    " square feet", " litres", " ounces", " cents", " EUR", " dollars", " a month", " per head", " GB",
)  # fmt: skip
"""What stands behind it."""
NOUNS = (
    "arrests", "people", "men", "women", "suspects", "boats", "countries", "votes", "cases", "shops", "deaths",
    "weapons", "firearms", "items", "states", "officers", "census", "earnings", "others",
)  # fmt: skip
"""What is counted."""
PLACES = (
    "Rome", "Germany", "the United States", "the U.S.", "Bulgaria", "New York", "Queens, NY 11373", "Europe",
    "France", "Côte d’Ivoire", "the UK", "İstanbul", "ſ", "Łódź",
)  # fmt: skip
"""Names of places."""
JOINTS = (
    " and ", ", ", "; ", " or ", ", including ", ", of which ", " of ", " of the ", " to ", " from ", " in ", " (",
    ") ", " — ", " - ", "–", "/", ": ", ". ", ".\n", "\n\n", " ", "  ", "\t", " by ", " than ", " versus ",
    ", up from ", ", down ", ", or ", " each ", " per ", " minus ", " plus ", " × ", " = ", ", compared with ",
    ", for a total of ", ", bringing the total to ", " which is ", " rose to ", " fell by ", " doubled to ",
)  # fmt: skip
"""What stands between two phrases."""
DATES = (
    "May 5, 2003", "5 May 2003", "Monday, May 1, 2020", "2021-10-27", "in 2019", "May 2020", "the 1990s", "2018/19",
    "last year, in 2001", "from 2010 to 2015", "between May 1950 and June 1949", "Feb. 30, 2020", "31/31/2031",
    "on the 31st of February", "noon", "5 p.m.", "1500 UTC", "664 BC", "12:30", "29 February 2019",
)  # fmt: skip
"""Dates and times."""
FRAMES = (
    "{n} {o}", "{n} {o} in {p}", "{h}{n}{u}", "{n}{u} of {o}", "${n}{u}", "€{n}", "{n}{u} ({n}{u})",
    "{n} of {n} {o}", "{n} out of {n}", "{n} {o}, or {n}%", "{n} of the {n} {o}", "{n} {o} ({n}%)", "{p} {n}",
    "{p} ({n})", "The {n} {o} were made in {p}", "There were {n} {o}: {n} in {p}, {n} in {p} and {n} in {p}", "{d}",
    "{d}, {n} {o}", "It rose {n}{u} to {n}{u} from {n}{u}", "It grew from {n} to {n}, up {n} percent",
    "{n} {o} and {n} {o}, {n} in all", "a total of {n} {o}", "{n} {o} each of {n}{u}", "aged {n}",
    "{p} Smith, {n}, of {p}", "born in {n}, died in {n} at {n}", "the {n}-{n} season", "{n} to {n} {o}", "{n}-{n}",
    "{h}{n} to {h}{n} {o}", "seized {n}{u} of gold, {n}{u} of silver", "in {n}", "counts {n} {o}", "made {n} {o}",
    "{n} times {n} is {n}", "an average of {n}{u}", "twice the {n} {o}", "one in {n}", "{n} in every {n}",
    "{n} more than {n}", "{n}{u} more, {n}{u}", "all {n} {o}", "{n} other {o}", "{p}, {p} and {p}", "{p}, {p}, {p}",
    "those {n} countries: {p}, {p} and {p}", "No. {n}", "#{n}", "§ {n}", "({n})", "[{n}]",
)  # fmt: skip
"""Phrases: {n} is a number, {o} a noun, {p} a place, {u} a unit, {h} a hedge, {d} a date."""
ODD = (
    "\u202e", "\u200b", "\ufeff", "\u0301", "\u00ad", "\u2028", "\u000b", "\f", "\u0085", "\u001b[31m", "\u0000",
    "😀", "\ud7ff", "\U000e0001", "\u3000", "ﬁ", "ß", "İ", "ǅ", "“", "”", "‘", "’", "\"", "'", "…", "\r", "\r\n",
    "<", ">", "&amp;", "`", "**", "__", "~~", "\\", "|", "{", "}", "$$", "%%", "http://a.b/5?c=6", "a@b.c", "---",
    "===", "...", "://",
)  # fmt: skip
"""Characters and signs that no phrase expects."""
LINES = (
    "# {n} {o}\n\n", "## {n}. {o}\n\n", "- {f}\n", "* {f}\n", "  - {f}\n", "1. {f}\n", "{n}) {f}\n", "> {f}\n",
    "    {f}\n", "| {o} | {n} | {n}% |\n", "|---|---|---|\n", "| Total | {n} | 100% |\n", "{p}\t{n}\t{n}\n",
    "{p}    {n}    {n}\n", "Total    {n}    {n}\n", "----  ----\n", "====  ====\n", "+---+---+\n",
    "```\n{f}\n```\n", "```\n", "~~~\n", "<!-- {f} -->\n", "<!-- factcheck: ignore balance -- {f} -->\n",
    "<table><tr><td>{n}</td></tr></table>\n", "<p>{f}</p>\n", "<b>{n}</b> ", "<a href=\"{n}\">",
    "[{n}](http://x/{n}) ", "![{n}]({n})\n", ".. note:: {f}\n", "::\n\n  {f}\n", "---\ntitle: {n} {o}\n---\n",
    "{n} {o}\n=====\n", "{n}\n---\n", "{p}, {d} — {f}.\n\n", "Three {o}:\n\n", "The following {n} {o}:\n\n",
    "a) {f}\n", "\n", "\n\n", "\n \n", "***\n",
)  # fmt: skip
"""Lines of Markdown, of HTML and of tables by spaces: {f} is a phrase."""
