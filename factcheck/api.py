"""
The same from Python: a text's quantities, claim files, and the verdicts on them; texts alone, a rewrite against
its sources, a first claim file.

Every value is frozen and typed. What is here stays as it is within a major version.

>>> import factcheck
>>> quantity, = factcheck.read("Police seized over $31.6 million.").quantities
>>> quantity.value, quantity.unit.name, quantity.modifier.value
(31600000, 'USD', 'more_than')
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

# The rooms of floor 4 are imported where they are used: a scan costs no more than its own.
from factcheck.model.claim import ClaimSet
from factcheck.model.contents import Contents
from factcheck.model.document import Document
from factcheck.model.error import FactcheckError, RecordError
from factcheck.model.finding import Report
from factcheck.model.quantity import Width
from factcheck.model.trace import Considered, Trace
from factcheck.reader import read as _read
from factcheck.sources import document as _document
from factcheck.sources import load as _source
from factcheck.sources import prose

if TYPE_CHECKING:
    from factcheck.facts.page import Page

PathLike = str | os.PathLike[str]
Text = PathLike | Document
"""A text: the path of its file, or a document that ``document`` made of words."""


def document(text: str, path: str = "text.txt") -> Document:
    """
    Some words as a document, for ``scan`` and ``compare``; the suffix of ``path`` says how they are written (.md is
    Markdown), and findings name it.

    >>> document("One. Two.").sentences
    ((0, 4), (5, 9))
    """
    return _document(text, path)


def read(text: str) -> Contents:
    """
    What a text states: its quantities, lists of names, breakdowns and dates, each with its place in
    code points from the beginning of the text, the end exclusive.

    >>> [quantity.value for quantity in read("65 arrests in the U.S. and one in Bulgaria").quantities]
    [65, 1]
    """
    return _read(text, _document(text, "").sentences)


def load(*paths: PathLike, root: PathLike | None = None, allowed: Iterable[PathLike] = ()) -> ClaimSet:
    """
    The claims and rules of some claim files, or of folders of them.

    What is wrong with the files stands in the set's ``errors``; no exception is raised for it. Sources lie below
    ``root`` (as on the command line by default the top of a file's repository), or below one of ``allowed``.

    >>> load("no-such-file.yaml").errors[0].what
    'there is no such file or folder'
    """
    from factcheck.records import load as records
    from factcheck.sources.root import Reach

    return records(map(Path, paths), reach=Reach(root, allowed))


def verify(*paths: PathLike | ClaimSet, root: PathLike | None = None, allowed: Iterable[PathLike] = ()) -> Report:
    """
    Judge claim files, folders of them, or a ClaimSet that was loaded: every quote, every rule, every
    piece of evidence. The worst finding comes first. What breaks a rule with ``ignore:`` stands in the
    report's ``silenced`` instead, until the day that the rule gives, as from the command line; settings
    (``factcheck.toml``, the environment, a baseline) are those of the command line alone. ``root`` and ``allowed``
    as in ``load``.

    >>> import pathlib, tempfile
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> _ = (folder / "raid.txt").write_text("12 arrests: seven in Rome and six in Milan.")
    >>> _ = (folder / "raid.yaml").write_text('''
    ... source: raid.txt
    ... claims:
    ...   arrests: 12 arrests
    ...   rome: seven in Rome
    ...   milan: six in Milan
    ... rules:
    ...   - balance: {whole: arrests, parts: [rome, milan]}
    ... ''')
    >>> verify(folder / "raid.yaml").findings[0].message
    'Arrests do not add up: two parts make 13, the source says 12 (1 too many)'
    """
    from factcheck.engine import evaluate
    from factcheck.engine.silence import ignored_rules

    sets = [path for path in paths if isinstance(path, ClaimSet)]
    files = [path for path in paths if not isinstance(path, ClaimSet)]
    if sets and (files or len(sets) > 1):
        raise TypeError("verify takes paths, or one ClaimSet")
    claim_set = sets[0] if sets else load(*files, root=root, allowed=allowed)
    # The local day is the one that `until` means.
    return ignored_rules(evaluate(claim_set), claim_set.rules, datetime.date.today())


def scan(
    text: Text, *, pedantic: bool = False, widths: Mapping[str, Width] | None = None, trace: bool = False
) -> Report:
    """
    Judge a text against itself, without records: what it states of its own numbers.

    A text that cannot be read gives a report with errors. ``pedantic`` tells too what only may be meant.
    ``widths`` says how far hedges reach, where that is not what the words commonly mean. With ``trace`` the report's
    ``traces`` say what was understood of each number, and which relations were considered.

    >>> scan(document("12 arrests: seven in Rome and six in Milan.")).findings[0].message
    'Arrests do not add up: two parts make 13, the text says 12 (1 too many)'
    """
    from factcheck.discover import discover
    from factcheck.discover.untested import reasons
    from factcheck.engine import evaluate

    pages, errors = _pages(text, widths=widths)
    if errors:
        return Report(errors=errors, records=False)
    (page,) = pages
    considered: list[Considered] | None = [] if trace else None
    claims = discover(page.document, page.contents, page.text, pedantic=pedantic, trace=considered)
    report = evaluate(claims)
    traces = () if considered is None else (Trace(page.document, page.facts, tuple(considered)),)
    report = replace(report, coverage=replace(report.coverage, why=reasons(claims)), records=False, traces=traces)
    return _heeding_comments(report, page.document)


def compare(rewrite: Text, *sources: Text, pedantic: bool = False, widths: Mapping[str, Width] | None = None) -> Report:
    """
    Judge a rewrite against the texts that it was made from: changed values, units, hedges and lists, numbers that
    no source has. What is rounded or converted rightly is no finding.

    Texts that cannot be read give a report with errors. ``pedantic`` tells of small numbers too that no source has;
    ``widths`` as in ``scan``. Raises TypeError where no source is given.

    >>> source = document("Police seized 21.6 kg of cocaine.", "source.txt")
    >>> compare(document("They found 22 pounds of cocaine."), source).findings[0].message
    '“22 pounds” (cocaine); the source has 21.6 kg, which is 47.62 lb: the unit was changed, not the number'
    """
    from factcheck.comparison import compare as bound
    from factcheck.discover import WHOLES, discover
    from factcheck.engine import evaluate

    if not sources:
        raise TypeError("compare takes a rewrite and one source at least")
    pages, errors = _pages(rewrite, *sources, widths=widths)
    if errors:
        return Report(errors=errors, records=False)
    relations = [
        rule for page in pages[1:] for rule in discover(page.document, page.contents, page.text, patterns=WHOLES).rules
    ]
    comparison = bound(pages[0], pages[1:], relations, pedantic=pedantic)
    report = evaluate(comparison.claims)
    coverage = replace(report.coverage, why=comparison.why)
    report = replace(report, coverage=coverage, records=False, compared=True)
    return _heeding_comments(report, pages[0].document)


def draft(path: PathLike, *, source: str = "") -> str:
    """
    A claim file for a text, of what ``scan`` finds in it, that verifies as written.

    ``source`` is the path of the text as the claim file is to write it, relative to itself; by default ``path``.
    Raises FactcheckError where the text cannot be read.

    >>> import pathlib, tempfile
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "raid.txt"
    >>> _ = path.write_text("12 arrests: seven in Rome and five in Milan.")
    >>> print(draft(path, source="raid.txt").partition("rules:")[2].splitlines()[-1])
      - balance: {whole: arrests, parts: arrests.by_item}
    """
    from factcheck.discover import discover
    from factcheck.discover.draft import rules_left, settled
    from factcheck.discover.untested import reasons
    from factcheck.records.dump import dump
    from factcheck.sources.excerpt import ending

    shown = Path(path).as_posix()
    text = _source(Path(path), shown)
    ends_before = ending(text)
    if ends_before:
        text = _source(Path(path), shown, ends_before=ends_before)
    page = _page(text)
    claims = discover(page.document, page.contents, page.text)
    why = {start: reason for (_, start), reason in reasons(claims).items()}
    claims = settled(_letting_pass(claims, page.document))
    return dump(claims, source or shown, rules_left(claims), why, ends_before)


def _letting_pass(claims: ClaimSet, text: Document) -> ClaimSet:
    """The set with what a comment in the text lets pass said of the rules themselves, as a claim file says it."""
    from factcheck.config.key import FINDING_KINDS
    from factcheck.engine import evaluate
    from factcheck.engine.silence import about
    from factcheck.sources.comment import ignores

    found, _ = ignores(text, FINDING_KINDS)
    if not found:
        return claims
    report, rules, today = evaluate(claims), list(claims.rules), datetime.date.today()
    for at, number in about(report, found):
        for its in report.findings[at].rules:
            said = rules[its].ignore
            rules[its] = replace(rules[its], ignore=said if said and not said.ended(today) else found[number])
    return replace(claims, rules=tuple(rules))


def _heeding_comments(report: Report, text: Document) -> Report:
    """The report without what a comment in the text says to ignore: without records it is the only place for that."""
    from factcheck.config.key import FINDING_KINDS
    from factcheck.engine.silence import ignored_passages
    from factcheck.sources.comment import ignores

    found, unread = ignores(text, FINDING_KINDS)
    return ignored_passages(report, found, unread, datetime.date.today())


def _pages(*texts: Text, widths: Mapping[str, Width] | None) -> tuple[list[Page], tuple[RecordError, ...]]:
    """Texts as discovery sees them, and the errors of those that cannot be read."""
    pages: list[Page] = []
    errors: list[RecordError] = []
    for text in texts:
        try:
            its = text if isinstance(text, Document) else _source(Path(text), Path(text).as_posix())
        except FactcheckError as failure:
            errors += failure.errors
        else:
            pages.append(_page(its, widths))
    return pages, tuple(errors)


def _page(text: Document, widths: Mapping[str, Width] | None = None) -> Page:
    from factcheck.facts.page import Page

    words, spans = prose(text)
    return Page(text, _read(words, spans, widths), words)
