"""
The edges of words and numbers: a quote begins and ends at one.
"""

from __future__ import annotations

_DIGIT_GLUE = ".,/:"


def cuts(text: str, at: int) -> bool:
    """
    Whether an offset lies inside a word or a number.

    >>> [cuts("about 31.6 kg", at) for at in (2, 5, 8, 10)]
    [True, False, True, False]
    """
    if at <= 0 or at >= len(text):
        return False
    before, after = text[at - 1], text[at]
    if before == " " or after == " ":
        return False
    if before.isalnum() and after.isalnum():
        return True
    if before.isdecimal() and after in _DIGIT_GLUE:
        return text[at + 1 : at + 2].isdecimal()
    return before in _DIGIT_GLUE and after.isdecimal() and at >= 2 and text[at - 2].isdecimal()
