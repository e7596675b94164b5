"""
The words that put numbers into relations, as ``en/relations.yaml`` has them, ready to be looked up in tokens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from factcheck.model import table
from factcheck.model.lemma import noun_forms, verb_forms

Phrase = tuple[str, ...]


class Group:
    """Some words and phrases of one meaning: single words as a set, phrases by their last and their first word."""

    __slots__ = ("_by_first", "_by_last", "words")

    def __init__(self, members: Iterable[str]) -> None:
        # A hyphen is a token of its own: "like-for-like".
        phrases = [tuple(member.lower().replace("-", " - ").split()) for member in members]
        self.words = frozenset(phrase[0] for phrase in phrases if len(phrase) == 1)
        """Those of one word."""
        self._by_last = _grouped(phrases, -1)
        self._by_first = _grouped(phrases, 0)

    def __contains__(self, word: str) -> bool:
        return word in self.words

    def __or__(self, other: Group) -> Group:
        return Group((*self.members(), *other.members()))

    def has(self, phrase: str) -> bool:
        """Whether a phrase is a member."""
        return phrase in self.words or tuple(phrase.split()) in self._by_first.get(phrase.partition(" ")[0], ())

    def begins_with(self, word: str) -> bool:
        """Whether a member begins with a word."""
        return word in self._by_first

    def openers(self) -> Iterable[str]:
        """The words that members begin with."""
        return self._by_first.keys()

    def members(self) -> Iterable[str]:
        """Every member, its words joined by a space."""
        return (" ".join(phrase) for phrases in self._by_first.values() for phrase in phrases)

    def ending(self, lowers: Sequence[str], end: int) -> int:
        """
        How many tokens the longest member has that ends right before a token; 0 where none does.

        >>> lexicon().phrase("comparand").ending(["sales", "compared", "with", "45"], 3)
        2
        """
        for phrase in self._by_last.get(lowers[end - 1], ()):
            if tuple(lowers[end - len(phrase) : end]) == phrase:
                return len(phrase)
        return 0

    def beginning(self, lowers: Sequence[str], start: int) -> int:
        """
        How many tokens the longest member has that begins at a token; 0 where none does.

        >>> lexicon().phrase("earlier").beginning(["45", "a", "year", "ago"], 1)
        3
        """
        for phrase in self._by_first.get(lowers[start], ()):
            if tuple(lowers[start : start + len(phrase)]) == phrase:
                return len(phrase)
        return 0


def _grouped(phrases: Iterable[Phrase], end: int) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for phrase in dict.fromkeys(phrases):
        found.setdefault(phrase[end], []).append(phrase)
    return {word: tuple(sorted(some, key=len, reverse=True)) for word, some in found.items()}


class Lexicon:
    """The groups of ``en/relations.yaml``: verbs and nouns with all their forms, phrases as they stand."""

    def __init__(self) -> None:
        content = table.read("relations")
        self._verbs = _groups(content, "verbs", verb_forms)
        self._nouns = _groups(content, "nouns", noun_forms)
        self._phrases = _groups(content, "phrases", lambda phrase: [phrase])
        self.multiples = {
            form: value for value, group in _groups(content, "multiples", verb_forms).items() for form in group.words
        }
        """How many times as much a word says that it is: "doubled" is "2"."""
        self.upward = self._verbs["rise"] | self._verbs["raise"]
        """Verbs that say that something becomes more."""
        self.downward = self._verbs["fall"] | self._verbs["cut"]
        """Verbs that say that something becomes less."""

    def verb(self, group: str) -> Group:
        """The forms of some verbs: "rise", "level", "foresee"."""
        return self._verbs[group]

    def noun(self, group: str) -> Group:
        """The forms of some nouns: "rise", "margin", "total"."""
        return self._nouns[group]

    def phrase(self, group: str) -> Group:
        """Some phrases: "comparand", "earlier", "among"."""
        return self._phrases[group]


def _groups(content: table.Content, part: str, forms: Callable[[str], Iterable[str]]) -> dict[str, Group]:
    found = {}
    for name, (members,) in table.entries("relations", content, part):
        lemmas = [member.strip() for member in members.split(",")]
        found[name] = Group(form for lemma in lemmas for form in forms(lemma))
    return found


@cache
def lexicon() -> Lexicon:
    """
    The lexicon of English.

    >>> "fell" in lexicon().verb("fall"), "declines" in lexicon().noun("fall")
    (True, True)
    """
    return Lexicon()
