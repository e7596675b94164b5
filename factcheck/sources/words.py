"""
Words that somebody hands over, which are no file.
"""

from __future__ import annotations

import hashlib

from factcheck.sources import is_file_name


def name_of(words: str) -> str:
    """A name for a text that has none: of its words, so that only equal ones share it."""
    return f"text-{hashlib.sha256(words.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}.txt"


def check_words(text: object, what: str) -> None:
    """Raises TypeError for what is no words: bytes, a path, a ``str`` that is the name of a file."""
    if not isinstance(text, str):
        raise TypeError(f"{what} takes a str, not {type(text).__name__}")
    if is_file_name(text):
        raise TypeError(f"“{text.strip()}” is the name of a file, and a str is words: pass Path({text.strip()!r})")


def said(words: str, what: str) -> str:
    """
    Some words, as they are.

    Raises TypeError for what is no ``str``, ValueError for one that says nothing.
    """
    if not isinstance(words, str):
        raise TypeError(f"{what} is {type(words).__name__}, and words are wanted: pass a str")
    if not words.strip():
        raise ValueError(f"{what} is empty")
    return words
