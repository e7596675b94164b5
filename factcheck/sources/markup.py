"""
Prose without its markup, offset for offset: what is no words becomes spaces.

Of a link and of a picture the words stay and the address goes; code in a line, addresses, tags, comments,
footnote marks and the signs of emphasis go. The text keeps its length and its lines, so every offset means
the same in both. All repetitions are bounded: no text takes more than linear time.

>>> masked("See **four** `f(3)` [changes](http://x.org/2) below.")
'See   four           changes                  below.'
"""

from __future__ import annotations

import re

from factcheck.model.regex import regex

_SIGNS = regex(r"[`*_\[<~]|https?:")
_LINKS = regex(
    r"<!--[^<>]{0,2000}-->"
    r"|:[a-z][\w:.+-]{0,30}:`[^`]{1,300}`"  # reStructuredText: a role
    r"|`(?P<rst>[^`<>]{1,300}?)\s{0,4}<[^<>`\s]{1,500}>`_{1,2}"
    r"|`(?P<named>[^`\n]{1,200})`_{1,2}(?!\w)"
    r"|!?\[(?P<words>[^\[\]\n]{0,1000})\](?:\([^()\s]{0,800}(?:\([^()\s]{0,100}\)[^()\s]{0,200})?(?: [^()\n]{0,200})?\)"
    r"|\[[^\[\]\n]{0,200}\])"
    r"|\[\^?[\w#*-]{1,30}\]_?(?=\W|$)"
    r"|<?https?://[^\s<>)\]]{1,1000}>?"
    r"|</?[a-zA-Z][^<>\n]{0,300}>"
)
_CODE = regex(r"``[^`\n](?:[^`\n]|`(?!`)){0,300}``|`[^`\n]{1,300}`")
_EMPHASIS = regex(
    # "3*400" and "2*x" multiply.
    r"(?P<times>(?<=[\d)%\]])\*(?=[\d.($£€]|[A-Za-z]\b)|(?<=\b[A-Za-z])\*(?=\d))"
    r"|\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)|~~"
)
_FILLED = regex(r"[^\n\r]")


def masked(text: str) -> str:
    """The text with its markup as spaces."""
    if not _SIGNS.search(text):
        return text
    text = _LINKS.sub(_link, text)
    text = _CODE.sub(_blank, text)
    return _EMPHASIS.sub(_emphasis, text)


def _blank(match: re.Match[str]) -> str:
    return _FILLED.sub(" ", match[0])


def _emphasis(match: re.Match[str]) -> str:
    return match[0] if match["times"] else _blank(match)


def _link(match: re.Match[str]) -> str:
    for name in ("words", "rst", "named"):
        if match[name] is not None:
            start, end = match.start(name) - match.start(), match.end(name) - match.start()
            whole = match[0]
            return _FILLED.sub(" ", whole[:start]) + whole[start:end] + _FILLED.sub(" ", whole[end:])
    return _blank(match)
