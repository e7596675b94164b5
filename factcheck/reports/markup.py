"""
HTML and SVG that cannot be broken by a text: what is not made here is escaped, always.

``tag`` escapes its children and the values of its attributes; only ``Markup``, which nothing but this
room makes, passes as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from factcheck.model.visible import shown

_VOID = ("meta", "input", "br", "rect", "circle", "line", "path")


class Markup(str):
    """Text that is markup already."""

    __slots__ = ()


def text(words: str) -> Markup:
    r"""
    Words as markup that shows them and does nothing else; control characters are shown, line ends kept.

    >>> text("<b>\x1b")
    '&lt;b&gt;\\x1b'
    """
    return words if isinstance(words, Markup) else Markup(escape(shown(words.replace("\r\n", "\n"))))


def joined(*parts: str) -> Markup:
    """Parts one after the other, those that are no markup escaped."""
    return Markup("".join(map(text, parts)))


def tag(name: str, /, *children: str, **attributes: object) -> Markup:
    """
    An element. An attribute that is ``None`` or ``False`` is left out, one that is ``True`` has no value;
    ``class_`` is written class, and an underscore within a name a hyphen.

    >>> tag("a", "a & b", href="#x", aria_label='"', hidden=False)
    '<a href="#x" aria-label="&quot;">a &amp; b</a>'
    """
    given = {key: value for key, value in attributes.items() if value is not None and value is not False}
    pairs = "".join(_attribute(key, value) for key, value in given.items())
    if name in _VOID and not children:
        return Markup(f"<{name}{pairs}>" if name in ("meta", "input", "br") else f"<{name}{pairs}/>")
    return Markup(f"<{name}{pairs}>{joined(*children)}</{name}>")


def each(parts: Iterable[str]) -> Markup:
    """Parts of a sequence, one after the other."""
    return joined(*parts)


def _attribute(key: str, value: object) -> str:
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{text(str(value))}"'
