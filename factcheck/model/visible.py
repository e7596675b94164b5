"""
Text of others made visible: what would steer a terminal, turn a line around or hide is shown, not sent.

A source, a label, a claim's id or the name of a file may hold what clears a terminal (ESC, OSC), turns a line
around (Trojan Source, CVE-2021-42574), or is there and cannot be seen. One set of such characters serves every
report and every message: as an escape for people (``visible``, ``shown``, ``named``), by JSON's own rules in
JSON (``in_json``).

https://www.unicode.org/reports/tr36/ (security considerations), https://www.unicode.org/reports/tr39/
"""

from __future__ import annotations

import json
from typing import Any

from factcheck.model.regex import regex

_HIDDEN = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and line feed, DEL, C1
    "\xad\u034f\u061c\u180b-\u180e"  # soft hyphen, grapheme joiner, Arabic letter mark, Mongolian selectors
    "\u115f\u1160\u3164\uffa0"  # Hangul fillers: letters without a shape
    "\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"  # zero width, line separators, all bidi controls
    "\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # annotations, shorthand, music
    "\U000e0000-\U000e0fff"  # tags and further variation selectors: a second text in a first
    "\ud800-\udfff"  # lone surrogates: bytes of a file's name, halves of a character
)
# A joiner is part of an emoji or of a word in Arabic or Hindi; beside a plain letter, or beside what is shown as an
# escape, it joins nothing.
_JOINED = f"[^\x00-\x7f{_HIDDEN}]"
_JOINER = f"(?<!{_JOINED})[\u200c\u200d]|[\u200c\u200d](?!{_JOINED})"
_DECEIVING = regex(f"[{_HIDDEN}]|{_JOINER}")
_ON_ONE_LINE = regex(f"[\t\n{_HIDDEN}]|{_JOINER}")
_SURROGATE = regex("[\ud800-\udfff]")
_SHORT = {"\t": "\\t", "\n": "\\n", "\r": "\\r"}


def visible(text: str) -> str:
    """
    Prose on one line: its white space made single, and what deceives shown.

    >>> visible("a\\x1b[2J\\n b")
    'a\\\\x1b[2J b'
    """
    return shown(" ".join(text.split()))


def shown(text: str) -> str:
    """
    Text with its lines and spaces kept, and the same characters shown.

    >>> shown("a\\n  b\\u202ec")
    'a\\n  b\\\\u202ec'
    """
    return text if text.isascii() and text.isprintable() else _DECEIVING.sub(lambda match: _escape(match[0]), text)


def named(name: str) -> str:
    """
    A name or a path on one line, every space as it is; a byte that is no UTF-8 is shown as that byte.

    >>> named("a  b\\nc\\udcff.txt")
    'a  b\\\\nc\\\\xff.txt'
    """
    return name if name.isascii() and name.isprintable() else _ON_ONE_LINE.sub(lambda match: _escape(match[0]), name)


def deceives(text: str) -> bool:
    """Whether a text holds a character that is not what it seems."""
    return _DECEIVING.search(text) is not None


def in_json(value: Any, indent: int | None = None) -> str:
    r"""
    A value as JSON that a terminal may print: readable, and what deceives escaped by JSON's own rules.

    A lone surrogate is no character: strict readers refuse a whole document for one. It becomes U+FFFD, which
    keeps every offset.

    >>> in_json({"a\x1b": "é\u202e\ud800"})
    '{"a\\u001b": "é\\u202e�"}'
    """
    text = _SURROGATE.sub("\ufffd", json.dumps(value, ensure_ascii=False, indent=indent))
    return _DECEIVING.sub(lambda match: json.dumps(match[0])[1:-1], text)


def _escape(character: str) -> str:
    code = ord(character)
    if character in _SHORT:
        return _SHORT[character]
    if 0xDC80 <= code <= 0xDCFF:
        # PEP 383: a byte of a file's name.
        return f"\\x{code - 0xDC00:02x}"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
