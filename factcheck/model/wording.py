"""
Plain English for messages: counts in words, lists, plurals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

_IRREGULAR = {"person": "people", "man": "men", "woman": "women", "child": "children", "foot": "feet", "inch": "inches"}
_ALIKE = frozenset("staff personnel police cattle sheep deer aircraft spacecraft series species offspring".split())
"""Nouns that are their own plural."""
_PLURAL = frozenset((*_IRREGULAR.values(), "police", "cattle", "staff", "personnel"))
_SMALL = "no one two three four five six seven eight nine ten eleven twelve".split()


def counted(number: int, noun: str) -> str:
    """
    A number of things, small ones in words (Associated Press style: below ten).

    >>> counted(8, "country"), counted(1, "part"), counted(13, "part")
    ('eight countries', 'one part', '13 parts')
    """
    word = _SMALL[number] if 0 <= number < len(_SMALL) else f"{number:,}"
    return f"{word} {noun if number == 1 else plural(noun)}"


def plural(noun: str) -> str:
    """
    The English plural of a noun.

    >>> plural("country"), plural("pass"), plural("year of age"), plural("mile per hour")
    ('countries', 'passes', 'years of age', 'miles per hour')
    >>> plural("staff"), plural("person")
    ('staff', 'people')
    """
    head, _, rest = noun.partition(" ")
    if rest.startswith(("of ", "per ")) or head == "degree":
        return f"{plural(head)} {rest}" if rest else "degrees"
    if noun in _ALIKE:
        return noun
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if re.search(r"(s|x|z|ch|sh)$", noun) else "s")


def listed(words: Sequence[str], conjunction: str = "and", limit: int = 8) -> str:
    """
    Words as a list, cut after ``limit`` with the number of the rest.

    >>> listed(["Italy", "France", "Spain"])
    'Italy, France and Spain'
    """
    words = list(words)
    if len(words) > limit:
        words = [*words[: limit - 1], f"{len(words) - limit + 1} more"]
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"


def fill(template: str, values: Mapping[str, str]) -> str:
    """
    A template with its ``{places}`` filled; other braces stay, for a label may have some.

    >>> fill("{left} is not {right} {x}", {"left": "1", "right": "2"})
    '1 is not 2 {x}'
    """
    return re.sub(r"\{(\w+)\}", lambda match: values.get(match[1], match[0]), template)


def sentence(text: str) -> str:
    """
    A text with its first letter a capital.

    >>> sentence("arrests do not add up")
    'Arrests do not add up'
    """
    return text[:1].upper() + text[1:]


def single_spaced(text: str) -> str:
    """
    Words as on one line, one space between two.

    >>> single_spaced("65 in\\n  Rome")
    '65 in Rome'
    """
    # Most quotes are written so already: no white space but the space is printable.
    if text.isprintable() and "  " not in text and not (text[:1] == " " or text[-1:] == " "):
        return text
    return " ".join(text.split())


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """
    A remedy that names the nearest known word, or all of them where few are known.

    >>> did_you_mean("quotte", ["quote", "value"])
    'Did you mean “quote”?'
    """
    # Only what is wrong needs it.
    import difflib

    words = list(known)
    near = difflib.get_close_matches(word, words[:20_000], n=1, cutoff=0.6)
    if near:
        return f"Did you mean “{near[0]}”?"
    return f"Known: {', '.join(words)}." if 0 < len(words) <= 24 else ""


def readable(identifier: str) -> str:
    """
    An id as words; "total" adds nothing to what it is the total of.

    >>> readable("drugs.by_type"), readable("arrests.total")
    ('drugs by type', 'arrests')
    """
    return identifier.removesuffix(".total").removesuffix("_total").replace(".", " ").replace("_", " ")


def do(subject: str) -> str:
    """
    The form of "do" that fits a subject, by the noun at its head; names of rules by what they break down by.

    >>> do("arrests"), do("money"), do("people"), do("the numbers under “people”"), do("drugs by type")
    ('do', 'does', 'do', 'do', 'do')
    """
    if " and " in subject or " by " in subject:
        return "do"
    head = re.split(r" (?:under|of|in) ", subject, maxsplit=1)[0].rpartition(" ")[2]
    return "do" if head.lower() in _PLURAL or re.search(r"[^su]s$", head) else "does"
