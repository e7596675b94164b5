"""
The forms of English verbs and nouns, made from their lemmas by the rules of spelling.

The rules are those of Quirk, Greenbaum, Leech & Svartvik 1985, §3.5-10 (verbs) and §5.76-91 (nouns); what is
irregular stands with the lemma in the tables ("rise/rose/risen").
"""

from __future__ import annotations

import re

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_DOUBLED = re.compile(r"^[^aeiou]*[aeiou][bdgklmnprt]$")
"""A verb of one syllable that ends in one vowel and one consonant: "drop", "cut"."""


def verb_forms(lemma: str) -> frozenset[str]:
    """
    All forms of a verb: "rise/rose/risen" gives its irregular ones too; a particle stays behind each.

    >>> sorted(verb_forms("drop")), sorted(verb_forms("go up/went up/gone up"))
    (['drop', 'dropped', 'dropping', 'drops'], ['go up', 'goes up', 'going up', 'gone up', 'went up'])
    """
    first, *irregular = lemma.split("/")
    base, _, particle = first.partition(" ")
    made = {base, _joined(base, "ing")} | ({third_person(base)} if base != "be" else set())
    if not irregular:
        made.add(_joined(base, "ed"))
    tail = f" {particle}" if particle else ""
    return frozenset({form + tail for form in made} | set(irregular))


def noun_forms(lemma: str) -> frozenset[str]:
    """
    A noun and its plural.

    >>> sorted(noun_forms("majority"))
    ['majorities', 'majority']
    """
    return frozenset({lemma, third_person(lemma)})


def third_person(word: str) -> str:
    """
    A word with -s: the third person of a verb, the plural of a noun.

    >>> third_person("rally"), third_person("reach"), third_person("rise"), third_person("go")
    ('rallies', 'reaches', 'rises', 'goes')
    """
    if _CONSONANT_Y.search(word):
        return f"{word[:-1]}ies"
    return f"{word}es" if _SIBILANT.search(word) or word == "go" else f"{word}s"


def _joined(base: str, ending: str) -> str:
    """A verb with -ed or -ing: "dropped", "rising", "rallied"."""
    if base.endswith("e") and not base.endswith("ee") and base != "be":
        return base[:-1] + ending
    if _DOUBLED.search(base) and len(base) <= 5:
        return base + base[-1] + ending
    if ending == "ed" and _CONSONANT_Y.search(base):
        return f"{base[:-1]}ied"
    return base + ending
