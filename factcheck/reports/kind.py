"""
What each kind of finding means, for formats that explain their rules.
"""

from __future__ import annotations

from factcheck.checks import KINDS, check

_OTHERS = {
    "quote": (
        "The source still says what the record quotes",
        (
            "A quote no longer stands as it was recorded: the source has another number now, or the same number in"
            " other words. Compare the source with its earlier edition; `factcheck update` writes new quotes where"
            " only the words have changed."
        ),
    ),
    "joint": (
        "The rules hold together",
        (
            "Each of these rules holds, but no values of the numbers that they share let all of them hold: what one"
            " leaves a number, another forbids. One of the numbers named is wrong, or one of the rules is."
        ),
    ),
    "evidence": (
        "The evidence says what the source says",
        "A second source, a call or a record states the same fact with another number. One of them is wrong.",
    ),
    "ignore": (
        "What is ignored is still broken",
        "An `ignore` that silences nothing, or whose `until` has passed. Remove it, or renew it.",
    ),
    "baseline": (
        "What the baseline knows is still there",
        "An entry of the baseline that matches no finding any more. `--update-baseline` drops it.",
    ),
    "limit": (
        "Everything was looked for",
        (
            "There are so many numbers, or they depend on each other in so many ways, that a question was left open:"
            " it would have taken too long. Everything else was judged. Split the text, or the rules, into parts"
            " that can be judged apart."
        ),
    ),
}


def about(kind: str) -> tuple[str, str]:
    """A summary and the manual of a kind; the kind's own name where it has no manual."""
    if kind in KINDS:
        its = check(kind)
        return its.summary, its.manual
    return _OTHERS.get(kind, (kind, kind))
