"""
Tell a plural from a singular, and find the singular, by the rules of spelling and a table of exceptions.

"Doses" is a plural by its ending, "people" by ``en/words.yaml``, "business" is none (Quirk et al. 1985,
§5.76-102). There is no dictionary: a verb in -s looks like a plural, which the rooms that ask must bear.
"""

from __future__ import annotations

from functools import lru_cache

from factcheck.reader.vocabulary import vocabulary


@lru_cache(maxsize=4096)
def is_plural(word: str) -> bool:
    """
    Whether a lower-case word is a plural noun, by its ending.

    >>> [is_plural(word) for word in ("doses", "people", "business", "has", "states'")]
    [True, True, False, False, False]
    """
    known = vocabulary()
    if word in known.plurals:
        return True
    if len(word) < 3 or word[-1] != "s" or word in known.singulars or word in known.function:
        return False
    return word[-2] not in "su'" or word in ("menus", "gurus", "emus", "gnus")


def is_acronyms(word: str) -> bool:
    """
    Whether a word as printed is the plural of an acronym.

    >>> [is_acronyms(word) for word in ("SKUs", "CPUs", "USs", "Us", "BUS", "Gurus")]
    [True, True, True, False, False, False]
    """
    return word[-1:] == "s" and len(word) > 2 and word[:-1].isupper() and word.isalpha()


@lru_cache(maxsize=4096)
def singular(word: str) -> str:
    """
    The singular of a plural noun in lower case.

    >>> [singular(word) for word in ("arrests", "countries", "boxes", "houses", "viruses", "people", "heroes")]
    ['arrest', 'country', 'box', 'house', 'virus', 'person', 'hero']
    """
    known = vocabulary()
    if word in known.plurals:
        return known.plurals[word]
    if not is_plural(word):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")) or word[:-2] in known.singulars:
        return word[:-2]
    return word[:-1]
