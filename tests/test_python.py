"""
What a supported Python gets wrong or tells late: possessive groups, and mistakes in lazy regular expressions.
"""

from __future__ import annotations

import importlib
import pkgutil
import re

from conftest import ROOT

import factcheck
from factcheck.model.regex import Regex

GROUP = re.compile(r"\)(?:[*+?]|\{+[\d,]+\}+)\+(?!\d)")


def test_no_group_is_repeated_possessively() -> None:
    """
    Before Python 3.11.5 `(?:…)++` keeps what its last, failed turn had read (python/cpython#106052): of
    "1 500 000 of" the space too. Debian 12 has 3.11.2. An atomic group, `(?>(?:…)+)`, says the same.
    """
    found = [
        f"{path.relative_to(ROOT).as_posix()}:{number}"
        for path in sorted((ROOT / "factcheck").rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if GROUP.search(line)
    ]
    assert found == []


def test_every_regular_expression_of_the_package_compiles() -> None:
    """They are compiled when first used, so that a mistake in one would wait for the words that it stands for."""
    names = [its.name for its in pkgutil.walk_packages(factcheck.__path__, "factcheck.") if "__main__" not in its.name]
    found = [
        re.compile(its.pattern, its.flags).pattern
        for name in names
        for its in vars(importlib.import_module(name)).values()
        if isinstance(its, Regex)
    ]
    assert len(found) > 100
