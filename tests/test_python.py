"""
What older releases of a supported Python get wrong, and the package therefore does not use.
"""

from __future__ import annotations

import re

from conftest import ROOT

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
