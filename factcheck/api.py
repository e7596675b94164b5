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
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

# The rooms of floor 4 are imported where they are used: a scan costs no more than its own.
from factcheck.model.claim import ClaimSet
from factcheck.model.contents import Contents
from factcheck.model.document import Document
from factcheck.model.error import FactcheckError, RecordError
from factcheck.model.finding import Coverage, Finding, Numbers, Report, Strength
from factcheck.model.quantity import Width
from factcheck.model.trace import Considered, Trace
from factcheck.reader import read as _read
from factcheck.sources import document as _document
from factcheck.sources import load as _source
from factcheck.sources import prose
from factcheck.sources.words import check_words, name_of, said

if TYPE_CHECKING:
    from factcheck.facts.page import Page
    from factcheck.gate.judge import Judgement
    from factcheck.gate.result import GuardResult
    from factcheck.gate.source import Sources

PathLike = str | os.PathLike[str]
Text = PathLike | Document
"""A text: its words (``str``), its file (``os.PathLike``), or a document that ``document`` made of words."""


def document(text: str, path: str = "") -> Document:
    """
    Some words as a document, for ``scan`` and ``compare``; the suffix of ``path`` says how they are written (.md is
    Markdown), and findings name it. Without one the document is named after its words, so that two that differ
    never share a name.

    Raises TypeError for what is no ``str``, or one that is the name of a file.

    >>> document("One. Two.").sentences
    ((0, 4), (5, 9))
    """
    check_words(text, "document")
    return _document(text, path or name_of(text))


def guard(answer: str, sources: Any, *, strict: bool = False) -> GuardResult:
    """
    Hold an answer that nobody trusts against what it was made from. It fails closed: ``ok`` is false for every
    number that the sources contradict or do not support, and for what does not hang together in the answer itself.

    ``sources`` are texts (``str``), and data: mappings, lists of rows, CSV, dataframes; or what ``prepare`` made of
    them. Nothing is ever a path, and no comment in a text silences anything. ``strict`` refuses a number too whose
    subject was not matched.

    Raises ValueError for an empty answer, for no source and for what cannot be read, TypeError for what is neither
    text nor data.

    >>> rows = [{"region": "North", "arrests": 45}, {"region": "South", "arrests": 61}]
    >>> result = guard("The North had 54 arrests.", rows)
    >>> result.ok, result.findings[0].problem.value, result.repairs[0].new
    (False, 'contradicted', '45')
    """
    from factcheck.gate.hold import held
    from factcheck.gate.source import sources_of

    return held(said(answer, "the answer"), sources_of(sources), strict=strict)


def judge(text: str, relations: Any) -> Judgement:
    """
    Judge relations that somebody proposes: a generator knows its own derivations, a model may read better than rules.

    A relation is a rule as in a claim file (``factcheck explain``), with a quote where a claim's id would stand: its
    words, or ``{quote, prefix, suffix}``; all of them are a list, or YAML or JSON. Each is answered: it holds, it is
    broken (by how much, what would fit), or it cannot be judged and why.

    Raises ValueError for an empty text and for relations that cannot be read, TypeError for what is neither.

    >>> relation = {"balance": {"whole": "12 arrests", "parts": ["seven in Rome", "six in Milan"]}}
    >>> judge("12 arrests: seven in Rome and six in Milan.", [relation]).answers[0].outcome.value
    'broken'
    """
    from factcheck.gate.judge import judged

    return judged(said(text, "the text"), relations)


def prepare(sources: Any) -> Sources:
    """
    Sources read once, for many answers; raises as ``guard`` does.

    >>> prepared = prepare("Police made 45 arrests in Rome.")
    >>> bool(guard("There were 45 arrests in Rome.", prepared)), bool(guard("There were 54 arrests.", prepared))
    (True, False)
    """
    from factcheck.gate.source import sources_of

    return sources_of(sources)


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


def stated(text: Text, *, widths: Mapping[str, Width] | None = None) -> tuple[ClaimSet, Report]:
    """
    Every number of a text as a claim, with the relations that the text states, and the report on them: what
    ``factcheck list`` and ``show`` print of a text. One that cannot be read gives errors alone.

    >>> claims, report = stated(document("12 arrests: seven in Rome and five in Milan."))
    >>> [claim.stated.quantity.value for claim in claims.claims.values()], report.coverage.count("pinned")
    ([12, 7, 5], 3)
    """
    from factcheck.discover import discover
    from factcheck.discover.untested import reasons
    from factcheck.engine import evaluate

    pages, errors = _pages(text, widths=widths)
    if errors:
        return ClaimSet({}, (), {}, {}, errors=errors), Report(errors=errors, records=False)
    claims = discover(pages[0].document, pages[0].contents, pages[0].text)
    report = evaluate(claims)
    return claims, replace(report, coverage=replace(report.coverage, why=reasons(claims)), records=False)


def compare(
    rewrite: Text,
    *sources: Text,
    pedantic: bool = False,
    widths: Mapping[str, Width] | None = None,
    scanned: bool = True,
) -> Report:
    """
    Judge a rewrite against the texts that it was made from: changed values, units, hedges and lists, numbers that
    no source has. What is rounded or converted rightly is no finding. What does not hang together in the rewrite
    itself is told too, as by ``scan``, but for sentences that a source has word for word; not where ``scanned`` is
    false.

    Texts that cannot be read give a report with errors. ``pedantic`` tells of small numbers too that no source has;
    ``widths`` as in ``scan``. Raises TypeError where no source is given.

    >>> source = document("Police seized 21.6 kg of cocaine.", "source.txt")
    >>> compare(document("They found 22 pounds of cocaine."), source).findings[0].message
    '“22 pounds” (cocaine); the source has 21.6 kg, which is 47.62 lb: the unit was changed, not the number'
    """
    from factcheck.comparison import compare as bound
    from factcheck.discover import WHOLES, discover
    from factcheck.engine import evaluate
    from factcheck.engine.gather import beside

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
    coverage = _with_derived(replace(report.coverage, why=comparison.why), comparison.follows)
    report = replace(report, coverage=coverage, records=False, compared=True)
    if scanned:
        rewritten = pages[0]
        own = discover(rewritten.document, rewritten.contents, rewritten.text, pedantic=pedantic)
        report = beside(report, _without_copied(evaluate(own), rewritten, pages[1:]), rewritten.document.path)
    return _heeding_comments(report, pages[0].document)


def _without_copied(report: Report, rewrite: Page, sources: Sequence[Page]) -> Report:
    """The report without what stands in sentences that one source has word for word: that is the source's matter."""

    def is_copied(finding: Finding) -> bool:
        places = {rewrite.sentence_of(its.start) for its in finding.locations}
        if not places or min(places) < 0:
            return False
        spans = (rewrite.document.sentences[place] for place in places)
        words = [rewrite.text[start:end].strip() for start, end in spans]
        return any(all(its in source.text for its in words) for source in sources)

    return replace(report, findings=tuple(its for its in report.findings if not is_copied(its)))


def _with_derived(coverage: Coverage, follows: frozenset[int]) -> Coverage:
    """The coverage of a rewrite; a number that follows from the sources is limited by them, though no rule says so."""
    if not follows or not isinstance(coverage.numbers, Numbers):
        return coverage
    weighed = [
        its._replace(strength=Strength.BOUNDED) if its.start in follows and its.strength == Strength.UNTESTED else its
        for its in coverage.numbers.weighed
    ]
    return replace(coverage, numbers=Numbers(weighed))


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
    for given in texts:
        try:
            text = document(given) if isinstance(given, str) else given
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
