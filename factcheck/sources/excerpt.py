"""
The part of a source that is meant: from after some words to before some others.

A page carries more than its article (furniture, a reader's comment); ``ends_before: One thought on``
leaves that out. The words are found as a quote is: white space, quotation marks and dashes folded.
"""

from __future__ import annotations

from factcheck.model.document import BlockKind, Document, Offsets
from factcheck.model.error import FactcheckError, RecordError
from factcheck.sources.fold import Folded

_BOUND = 200
"""How long the words of a bound may be [code points]."""
_FEWEST = 3
"""How many words a bound has at least [words]."""


def body_of(text: str, path: str, starts_after: str, ends_before: str) -> Offsets:
    """
    The offsets of the body.

    Raises FactcheckError where a bound does not stand in the text, or more than once.
    """
    start, end = 0, len(text)
    if starts_after:
        start = _only(text, path, "starts_after", starts_after)[1]
    if ends_before:
        end = _only(text, path, "ends_before", ends_before)[0]
    if start > end:
        raise FactcheckError(RecordError(path, "ends_before stands before starts_after", "Exchange them."))
    return start, end


def _only(text: str, path: str, key: str, words: str) -> Offsets:
    folded = Folded(text)
    wanted = Folded(words).text.strip()
    at = folded.text.find(wanted) if wanted else -1
    if at < 0:
        raise FactcheckError(
            RecordError(path, f"{key} “{words}” does not stand in the source", "Copy it from the source.")
        )
    if folded.text.find(wanted, at + 1) >= 0:
        raise FactcheckError(
            RecordError(path, f"{key} “{words}” stands in the source more than once", "Take more words of the passage.")
        )
    return folded.original(at), folded.original(at + len(wanted))


def ending(document: Document) -> str:
    """
    The words that end the body before what is no part of it (readers' comments, the furniture of a page), as
    ``ends_before`` takes them; empty where nothing of that kind follows, or no words of it stand only once.

    >>> from factcheck.sources import document
    >>> ending(document("Raid\\n\\nPolice found 3 knives.\\n\\nOne thought on Raid\\n\\nOh, 4 knives.", "raid.txt"))
    'One thought on'
    """
    last = len(document.blocks)
    while last and document.blocks[last - 1].kind == BlockKind.FURNITURE:
        last -= 1
    if last in (0, len(document.blocks)):
        return ""
    start = document.blocks[last].start
    words = document.text[start : start + _BOUND].split()
    folded = Folded(document.text).text
    for count in range(min(_FEWEST, len(words)), len(words)):
        found = " ".join(words[:count])
        wanted = Folded(found).text.strip()
        at = folded.find(wanted)
        if at >= 0 and folded.find(wanted, at + 1) < 0:  # "--- ---" stands twice in "--- --- ---"
            return found
    return ""
