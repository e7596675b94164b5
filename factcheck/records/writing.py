"""
The lines of a claim file, written for a person: one line where it fits, comments at its end.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence

import yaml

from factcheck.model.visible import deceives, in_json
from factcheck.records.quotation import Quotation

WIDTH = 110
"""How long a line may be before it is folded [code points]."""
_REMARK = 40
"""How much longer it may be with its comment [code points]."""


def claim_lines(own: str, quotes: Sequence[Quotation], more: Mapping[str, str], remark: str) -> Iterator[str]:
    """A claim: its id, its quotes, what else its record says, and a comment."""
    first = quotes[0]
    if len(quotes) == 1 and not (first.settled or more):
        line = f"  {own}: {scalar(first.text)}"
        if len(line) <= WIDTH:
            # A comment that hangs far out is read better above.
            hangs = len(line) + len(remark) > WIDTH + _REMARK
            yield from (f"  # {remark}", line) if hangs else (f"{line}  # {remark}",)
            return
    yield f"  {own}:  # {remark}"
    if len(quotes) > 1:
        yield "    quotes:"
        for quote in quotes:
            yield from _quote(quote, "      - ", "        ", mapping=bool(quote.settled))
    else:
        yield from _quote(first, "    ", "    ", mapping=True)
    for key, value in more.items():
        yield f"    {key}: {value}"


def rule_lines(kind: str, fields: Mapping[str, Sequence[str]], more: Mapping[str, str]) -> Iterator[str]:
    """A rule: its kind with the fields of it, and what else its record says."""
    inside = ", ".join(
        f"{name}: {values[0] if len(values) == 1 else '[' + ', '.join(values) + ']'}" for name, values in fields.items()
    )
    line = f"  - {kind}: {{{inside}}}"
    if len(line) <= WIDTH:
        yield line
    else:
        yield f"  - {kind}:"
        for name, values in fields.items():
            yield f"      {name}: {values[0]}" if len(values) == 1 else f"      {name}:"
            yield from (f"        - {value}" for value in values if len(values) > 1)
    for key, value in more.items():
        yield f"    {key}: {value}"


def scalar(text: str) -> str:
    """
    A text as YAML writes it on one line, in quotes where it needs them.

    >>> scalar("45 firearms"), scalar("no. # 12"), scalar("45")
    ('45 firearms', "'no. # 12'", "'45'")
    """
    if deceives(text):
        return _escaped(text)
    written: str = yaml.safe_dump({"": text}, allow_unicode=True, width=10**9, default_flow_style=False)
    return written.partition(": ")[2].removesuffix("\n")


def flow_scalar(text: str) -> str:
    """
    The same inside of brackets, where a comma would end it.

    >>> flow_scalar("October 27, 2021")
    "'October 27, 2021'"
    """
    if deceives(text):
        return _escaped(text)
    written: str = yaml.safe_dump([text], allow_unicode=True, width=10**9, default_flow_style=True)
    return written.removesuffix("\n")[1:-1]


def _escaped(text: str) -> str:
    """A text in double quotes; YAML has no pairs of surrogates, by which JSON escapes what lies beyond U+FFFF."""
    beyond = (ord(its) > 0xFFFF and deceives(its) for its in text)
    inside = (f"\\U{ord(its):08x}" if far else in_json(its)[1:-1] for its, far in zip(text, beyond, strict=True))
    return f'"{"".join(inside)}"'


def comment(text: str) -> str:
    """
    Words for a comment: on one line, without what a terminal or a parser obeys.

    >>> comment("five\\n\\x1b[31mitems")
    'five �[31mitems'
    """
    return "".join(its if its.isprintable() else "�" for its in " ".join(text.split()))


def _quote(quote: Quotation, first: str, rest: str, *, mapping: bool) -> Iterator[str]:
    yield from _text(f"{first}quote: " if mapping else first, quote.text, rest + "  ")
    yield from (f"{rest}{key}: {scalar(value)}" for key, value in quote.settled.items())


def _text(before: str, text: str, indent: str) -> Iterator[str]:
    """A text as one scalar, folded over several lines where it is long."""
    on_one_line = before + scalar(text)
    if len(on_one_line) <= WIDTH or not text.isprintable():
        yield on_one_line
        return
    yield f"{before}>-"
    yield from textwrap.wrap(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
