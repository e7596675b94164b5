"""
The same from Python: a text's quantities, claim files, and the verdicts on them.

Every value is frozen and typed. What is here stays as it is within a major version.

>>> import factcheck
>>> quantity, = factcheck.read("Police seized over $31.6 million.").quantities
>>> quantity.value, quantity.unit.name, quantity.modifier.value
(31600000, 'USD', 'more_than')
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from factcheck.engine import evaluate
from factcheck.model.claim import ClaimSet
from factcheck.model.contents import Contents
from factcheck.model.finding import Report
from factcheck.reader import read as _read
from factcheck.records import load as _load
from factcheck.sources import document

PathLike = str | os.PathLike[str]


def read(text: str) -> Contents:
    """
    What a text states: its quantities, lists of names, breakdowns and dates, each with its place in
    code points from the beginning of the text, the end exclusive.

    >>> [quantity.value for quantity in read("65 arrests in the U.S. and one in Bulgaria").quantities]
    [65, 1]
    """
    return _read(text, document(text, "").sentences)


def load(*paths: PathLike) -> ClaimSet:
    """
    The claims and rules of some claim files, or of folders of them.

    What is wrong with the files stands in the set's ``errors``; no exception is raised for it.

    >>> load("no-such-file.yaml").errors[0].what
    'there is no such file or folder'
    """
    return _load(Path(path) for path in paths)


def verify(*paths: PathLike | ClaimSet) -> Report:
    """
    Judge claim files, folders of them, or a ClaimSet that was loaded: every quote, every rule, every
    piece of evidence. The worst finding comes first.

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
    sets = [path for path in paths if isinstance(path, ClaimSet)]
    files = [path for path in paths if not isinstance(path, ClaimSet)]
    if sets and (files or len(sets) > 1):
        raise TypeError("verify takes paths, or one ClaimSet")
    return evaluate(sets[0] if sets else _load(_paths(files)))


def _paths(paths: Iterable[PathLike]) -> list[Path]:
    return [Path(path) for path in paths]
