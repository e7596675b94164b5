"""
What has a digit and was read as no number: a code, a version, a year, a number in a comment, in code or in
another script. It goes through only where the sources write it too.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from factcheck.model.regex import regex

_HIDDEN = frozenset({"Cf", "Co", "Cn", "Cs"})
_INSIDE = frozenset(".,:/-–%’'")
_MARKER = regex(r"^[ \t>]*(?P<number>\d{1,3})[.)](?=[ \t]+\S)", 8)


def tokens(text: str) -> Iterator[tuple[str, int, int]]:
    """
    The words of a text that hold a digit of any script, in lower case, each with its place.

    >>> [token for token, _, _ in tokens("Version 3.11 of Q3, up ４５ %")]
    ['3.11', 'q3', '４５']
    """
    at = 0
    while at < len(text):
        if not text[at].isnumeric():
            at += 1
            continue
        start, end = at, at + 1
        while start > 0 and (text[start - 1].isalnum() or text[start - 1] in _INSIDE):
            start -= 1
        while end < len(text) and (text[end].isalnum() or text[end] in _INSIDE):
            end += 1
        token = text[start:end]
        left, right = len(token) - len(token.lstrip(".,:/-–%’'")), len(token.rstrip(".,:/-–%’'"))
        yield token[left:right].lower(), start + left, start + right
        at = end


def markers(text: str) -> frozenset[int]:
    """Where the numbers begin that only count the items of a list: 1, 2, 3 at the beginning of lines."""
    found = [(int(its["number"]), its.start("number")) for its in _MARKER.finditer(text)]
    kept: list[int] = []
    run: list[int] = []
    for number, start in found:
        if number != len(run) + 1:
            run = []
        if number == len(run) + 1:
            run.append(start)
            if len(run) == 2:
                kept += run
            elif len(run) > 2:
                kept.append(start)
    return frozenset(kept)


def hidden(text: str) -> int:
    """
    Where something stands beside a digit that no reader sees, or that turns the direction of writing; −1 for nowhere.

    >>> hidden("4\\u200b5"), hidden("45")
    (1, -1)
    """
    for at, sign in enumerate(text):
        if sign.isascii() and sign.isprintable():
            continue
        near = text[max(0, at - 2) : at + 3]
        category = unicodedata.category(sign)
        control = category == "Cc" and sign not in "\t\n\r\f"
        if (category in _HIDDEN or control or category == "Mn") and any(map(str.isnumeric, near)):
            return at
    return -1
