"""
Regular expressions that are compiled when they are first used.

Most of the reader's and of discovery's stand ready for words that a text may not hold: of 180, a page uses
60. Compiling all took a seventh of the time of a scan of one page (Python 3.11).
"""

from __future__ import annotations

import re
from typing import Any, cast

_MEMBERS = ("finditer", "findall", "flags", "fullmatch", "match", "pattern", "search", "split", "sub", "subn")


class Regex:
    """What ``regex`` returns: the members of a compiled pattern, each of which compiles it."""

    __slots__ = ("_asked", "_source", *_MEMBERS)

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._asked = flags

    def __getattr__(self, name: str) -> Any:
        # Called for a slot that is still empty. From then on all are the compiled pattern's own, at no cost.
        if name not in _MEMBERS:
            raise AttributeError(f"a regular expression has no attribute {name!r}")
        compiled = re.compile(self._source, self._asked)
        for member in _MEMBERS:
            setattr(self, member, getattr(compiled, member))
        return getattr(self, name)


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """
    A regular expression, to be used as what ``re.compile`` returns.

    Raises ``re.error`` at the first use for a mistake in it; a test compiles all.

    >>> year = regex("[0-9]{4}")
    >>> year.search("in 1999")[0], year.sub("then", "in 1999"), year.pattern
    ('1999', 'in then', '[0-9]{4}')
    """
    return cast("re.Pattern[str]", Regex(source, flags))
