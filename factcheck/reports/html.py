"""
HTML: one page that can be sent, with the text, every number marked, and the findings beside their sentences.

Nothing is loaded from anywhere: style and script stand in the page, and a content security policy
allows those two by their hashes and nothing else. The page reads, prints and links without the script.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from factcheck.model.document import Document
from factcheck.model.error import RecordError
from factcheck.model.finding import Entry, Finding, Location, Report, Severity
from factcheck.reports.article import MEANINGS, Number, anchor, cells, numbers_of, passage, pieces
from factcheck.reports.drawing import pictures
from factcheck.reports.lead import lead
from factcheck.reports.markup import Markup, each, joined, tag
from factcheck.reports.overview import Line, lines, overview
from factcheck.reports.style import Style
from factcheck.reports.words import MARKS, error_lines, remedy, summary

_WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note", Severity.NONE: "holds"}
_NAMED = 3
"""So many texts are named in the title."""
_MANY = 100
"""From so many findings beside one text on, what is out of sight is laid out later."""
_SHOWS = {
    Severity.ERROR: "Errors",
    Severity.WARNING: "Warnings",
    Severity.NOTE: "Held by words alone",
    Severity.NONE: "Holds",
}


def render(report: Report, style: Style) -> str:
    """The report as one page."""
    css, script = _static("report.css"), _static("report.js")
    policy = "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_hash(css)}'",
            f"script-src '{_hash(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    sources = {document.path: at for at, document in enumerate(report.documents.values())}
    told = lines(report)
    title = ", ".join(sources) if len(sources) <= _NAMED else f"{len(sources)} texts"
    title = title or "no source"
    head = joined(
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("title", f"factcheck: {title}"),
        tag("style", Markup(css)),
    )
    numbers = numbers_of(report)
    header = _header(report, title, joined(lead(report, sources, numbers), overview(told, sources)))
    body = joined(header, tag("main", *_main(report, sources, numbers, told), id="report"), _footer())
    page = tag("html", tag("head", head), tag("body", body, tag("script", Markup(script))), lang="en")
    return f"<!doctype html>\n{page}\n"


@cache
def _static(name: str) -> str:
    return (files("factcheck.reports") / "static" / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode()}"


def _header(report: Report, title: str, first: Markup) -> Markup:
    counts = Counter(finding.severity for finding in report.findings)
    lines = [tag("p", line) for line in summary(report)]
    return tag("header", tag("h1", title), first, each(lines), _filters(counts, report), _legend(report))


def _filters(counts: Mapping[Severity, int], report: Report) -> Markup:
    boxes = [
        tag(
            "label",
            tag("input", type="checkbox", checked=True, data_filter=_WORDS[severity]),
            f" {MARKS[severity]} {words} ({counts[severity]})",
        )
        for severity, words in _SHOWS.items()
        if counts[severity]
    ]
    kinds = sorted({finding.kind for finding in report.findings})
    choice = Markup()
    if len(kinds) > 1:
        options = [tag("option", "every kind", value=""), *(tag("option", kind, value=kind) for kind in kinds)]
        choice = tag("label", "Kind ", tag("select", each(options), id="kind"))
    return tag("form", each(boxes), choice, class_="filters", aria_label="What is shown", hidden=True)


def _legend(report: Report) -> Markup:
    items = [
        tag("li", tag("span", "150", class_=f"n {state.value}"), f" {meaning}") for state, meaning in MEANINGS.items()
    ]
    return tag("ul", each(items), class_="legend", aria_label="What the marks mean") if report.documents else Markup()


def _footer() -> Markup:
    keys = joined(
        tag("kbd", "n"), " next finding, ", tag("kbd", "p"), " the one before, ", tag("kbd", "Esc"), " lets go"
    )
    return tag("footer", tag("p", keys, class_="keys", hidden=True), tag("p", "Made by factcheck."))


def _main(
    report: Report, sources: Mapping[str, int], numbers: Mapping[str, list[Number]], told: Sequence[Line]
) -> list[Markup]:
    """What is wrong with the records, what stands beside the texts, and the texts: of several the worst first."""
    parts = []
    if report.errors:
        errors = each(_error(error) for error in report.errors)
        parts.append(tag("section", tag("h2", "The records"), errors, id="records", class_="records"))
    homes = _homes(report, sources)
    strays = [at for at, home in enumerate(homes) if home is None]
    if strays:
        cards = each(_card(report.findings[at], at, sources, numbers) for at in strays)
        parts.append(tag("section", tag("h2", "Beside the texts"), cards, class_="strays"))
    documents = {document.path: document for document in report.documents.values()}
    for line in told:
        folded = len(told) > 1 and not line.is_wrong
        parts.append(_document(report, documents[line.path], homes, sources, numbers, folded=folded))
    return parts


def _homes(report: Report, sources: Mapping[str, int]) -> list[Location | None]:
    """For each finding the place that it stands beside."""
    return [next((its for its in finding.locations if its.path in sources), None) for finding in report.findings]


def _document(
    report: Report,
    document: Document,
    homes: Sequence[Location | None],
    sources: Mapping[str, int],
    numbers: Mapping[str, list[Number]],
    *,
    folded: bool,
) -> Markup:
    """A text, block by block, each with the findings that begin in it; folded where nothing in it is wrong."""
    waiting = sorted(
        ((home.start, at) for at, home in enumerate(homes) if home and home.path == document.path), reverse=True
    )
    own = numbers.get(document.path, [])
    blocks = list(pieces(document))
    rows, first, shown = [], 0, ""
    for number, (kind, start, end) in enumerate(blocks):
        last = number == len(blocks) - 1
        while first < len(own) and own[first].location.end <= start:
            first += 1
        table = document.tables.get(start) if kind.startswith("table") and document.origins else None
        if table is not None:
            words = tag("div", cells(document, table, own[first:], sources), class_=f"{kind} cells", dir="auto")
        else:
            words = tag("p", passage(document, start, end, own[first:], sources), class_=kind, dir="auto")
        here = []
        while waiting and (waiting[-1][0] < end or last):
            here.append(waiting.pop()[1])
        # Worst first, as in the report.
        cards = [_card(report.findings[at], at, sources, numbers) for at in sorted(here)]
        aside = tag("div", each(cards), class_="beside") if cards else Markup()
        page = "" if kind.startswith("furniture") else _page(document, start)
        if page and page != shown:
            rows.append(tag("p", page, class_="page"))
        shown = page or shown
        rows.append(tag("div", words, aside, class_="row"))
    heading = tag("h2", document.path, id=f"s{sources[document.path]}")
    long = sum(home is not None and home.path == document.path for home in homes) > _MANY
    inner = tag("details", tag("summary", heading), each(rows)) if folded else joined(heading, each(rows))
    return tag("section", inner, class_="source many" if long else "source")


def _page(document: Document, start: int) -> str:
    """The page of a block: "page 3"; empty in a document without pages."""
    place = document.origins.at(start, start) if document.origins else None
    return str(place) if place and place.steps[:1] and place.steps[0][0] == "page" else ""


def _card(finding: Finding, at: int, sources: Mapping[str, int], numbers: Mapping[str, list[Number]]) -> Markup:
    """A finding; what is wrong stands open, the rest opens on request."""
    name = f"f{at + 1}"
    word = _WORDS[finding.severity]
    place = next((its for its in finding.locations if its.path in sources), None)
    where = tag("a", place.place, href=f"#{_near(place, sources, numbers)}") if place else Markup()
    about = tag("p", where, " " * bool(place), _about(finding, word), class_="about")
    mark = tag("span", MARKS[finding.severity], aria_hidden="true", class_="sign")
    title = tag("h3", mark, " ", finding.message, id=f"{name}-h")
    hint = remedy(finding)
    rest = joined(
        about,
        tag("p", hint, class_="hint") if hint else Markup(),
        each(tag("p", detail) for detail in finding.details),
        pictures(finding, name),
        _ledger(finding, sources, numbers),
    )
    attributes = {"id": name, "class_": f"finding {word}", "data_kind": finding.kind, "tabindex": -1}
    if finding.severity in (Severity.ERROR, Severity.WARNING):
        return tag("article", title, rest, aria_labelledby=f"{name}-h", **attributes)
    return tag("details", tag("summary", title), rest, **attributes)


def _about(finding: Finding, word: str) -> str:
    """How bad and of which kind; of a record the rule as well: what a text states has no name."""
    return f"{word}, {finding.kind}{f': {finding.rule}' if finding.file else ''}"


def _ledger(finding: Finding, sources: Mapping[str, int], numbers: Mapping[str, list[Number]]) -> Markup:
    if not finding.ledger:
        return Markup()
    suspects = {(its.location.path, its.location.start) for its in finding.suspects if its.location}
    rows = []
    for entry in finding.ledger:
        where = entry.location
        doubted = where is not None and (where.path, where.start) in suspects
        kind = " ".join(filter(None, ("total" * entry.total, "doubted" * doubted)))
        link = Markup()
        if where is not None and where.path in sources:
            link = tag("a", where.place, href=f"#{_near(where, sources, numbers)}")
        cells = (tag("th", entry.label, scope="row"), tag("td", entry.value), tag("td", _quote(entry)), tag("td", link))
        rows.append(tag("tr", *cells, class_=kind or None))
    caption = tag("caption", "The numbers, to be checked by hand", class_="spoken")
    return tag("table", caption, tag("tbody", each(rows)))


def _quote(entry: Entry) -> str:
    words = entry.quote or (entry.location.text if entry.location else "")
    return f"“{' '.join(words.split())}”" if words else ""


def _near(place: Location, sources: Mapping[str, int], numbers: Mapping[str, list[Number]]) -> str:
    """The id of the mark at a place; of its text where there is none."""
    for number in numbers.get(place.path, ()):
        if number.location.start <= place.start < number.location.end or number.location.start == place.start:
            return anchor(number.location, sources)
    return f"s{sources[place.path]}"


def _error(error: RecordError) -> Markup:
    return tag("pre", "\n".join(error_lines(error)), class_="finding error", tabindex=0)
