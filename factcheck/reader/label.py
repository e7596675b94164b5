"""
Drop numbers that count nothing, now that units and nouns are known: labels ("iPhone 14", "page 5", "Python
3.11"), scores ("won 3-2"), list markers ("2." at the start of a line, "(2)", "[2]"), arguments of code
("range(5)") and the pronoun "one".
"""

from __future__ import annotations

from itertools import pairwise

from factcheck.model.tokens import PAD, SIGN, WORD, Tokens
from factcheck.reader.draft import Draft
from factcheck.reader.inflection import singular
from factcheck.reader.vocabulary import Vocabulary, vocabulary


def counting(tokens: Tokens, drafts: list[Draft], scored: list[tuple[Draft, Draft]]) -> list[Draft]:
    """The drafts that count something; ``scored`` are those of scores."""
    known = vocabulary()
    kept: list[Draft] = []
    dropped = {id(draft) for pair in scored for draft in pair} | _product(tokens, drafts)
    label: Draft | None = None
    gapped: Draft | None = None
    for draft in drafts:
        if id(draft) in dropped:
            continue
        if kept and _is_predicate(tokens, kept[-1], draft):
            kept.append(draft)
        elif kept and _is_gapped(tokens, kept[-1], draft, gapped, known):
            kept.append(draft)
            gapped = draft
        elif _is_label(tokens, draft, label, known):
            label = draft
        else:
            kept.append(draft)
    return kept


def _is_label(tokens: Tokens, draft: Draft, label: Draft | None, known: Vocabulary) -> bool:
    """Whether a number counts nothing; a range is a label behind its word: "pages 3 to 5"."""
    if draft.unit is not None:
        return False
    if draft.ends is not None:
        return draft.bare and draft.open == draft.first and singular(tokens.lowers[draft.open - 1]) in known.labels
    return (label is not None and _joined(tokens, label, draft)) or _uncounted(tokens, draft, known)


def _is_predicate(tokens: Tokens, previous: Draft, draft: Draft) -> bool:
    """Whether a bare number goes on with what the one before it is: "65 are American, 47 German and 24 British"."""
    first = previous.close + (tokens.lowers[previous.close] in _BE)
    gap = range(first + 1, draft.open)
    if not draft.bare or not 1 <= len(gap) <= 2 or not (tokens.capital(first) and tokens.capital(draft.last)):
        return False
    return all(tokens.lowers[at] in _COORDINATORS for at in gap) and tokens.lowers[draft.last + 1] in _PREDICATE_ENDS


def _is_gapped(tokens: Tokens, previous: Draft, draft: Draft, gapped: Draft | None, known: Vocabulary) -> bool:
    """
    Whether a bare number goes on with a clause whose verb is left out: "the Reds took 52, the National Union 41 and the
    Greens 19", "Germany nabbed 47 and the UK 24" (gapping: Huddleston & Pullum 2002, ch. 15 §4.2).
    """
    gap = range(previous.close, draft.open)
    if not (draft.bare and previous.bare) or draft.open != draft.first or not 2 <= len(gap) <= 7:
        return False
    if not tokens.capital(draft.first - 1) or tokens.lowers[draft.last] not in _CLAUSE_ENDS:
        return False
    verb = tokens.lowers[previous.open - 1]
    if previous is not gapped and verb not in known.verbs and not verb.endswith("ed"):
        return False
    words = [tokens.lowers[at] for at in gap]
    stops = known.verbs | known.labels | (known.function - _BEFORE_NAMES)
    return words[0] in _COORDINATORS and not any(its in stops or its == "." for its in words)


_BEFORE_NAMES = frozenset({"and", "while", "the", "a", "an", "its", "their", "our"})
_CLAUSE_ENDS = frozenset({",", "and", ".", ";", "while", ""})
_BE = frozenset({"are", "were", "is", "was"})
_COORDINATORS = frozenset({",", "and"})
_PREDICATE_ENDS = _COORDINATORS | {".", ";", ""}


def _joined(tokens: Tokens, label: Draft, draft: Draft) -> bool:
    """Whether a bare number goes on with the label before it: "Articles 5 and 6", "pages 3 to 5"."""
    if not (draft.bare and label.bare) or draft.spelled or _is_hedged(draft) or draft.open != label.close + 1:
        return False
    return tokens.lowers[label.close] in _JOINS and not label.spelled


_JOINS = frozenset({"and", "or", "&", "to", "through", "–", "-"})


def scores(tokens: Tokens, drafts: list[Draft]) -> list[tuple[Draft, Draft]]:
    """Pairs of bare whole numbers glued by a dash: "won 3-2", "89-89", "a 3-1 win"."""
    found: list[tuple[Draft, Draft]] = []
    for a, b in pairwise(drafts):
        whole = (a.bare or a.suspended) and a.step == 1 == b.step and (b.bare or (b.value == 1 and b.unit is None))
        if whole and b.first - a.last <= 1 and _dashed(tokens, a, b):
            found.append((a, b))
    return found


def _product(tokens: Tokens, drafts: list[Draft]) -> set[int]:
    """The bare whole numbers of "a 2 × 3 × 3 design", which count nothing; those of the sum "2 × 3 = 6" do."""
    found: set[int] = set()
    if _TIMES.isdisjoint([tokens.lowers[draft.last] for draft in drafts]):
        return found
    chain: list[Draft] = []
    for draft in drafts:
        goes_on = chain and tokens.lowers[chain[-1].last] in _TIMES and draft.first == chain[-1].last + 1
        if not goes_on:
            chain = []
        if draft.unit is None and draft.step == 1 == draft.scale and (draft.bare or goes_on):
            chain.append(draft)
            ends = tokens.lowers[draft.last] not in _EQUATION
            if len(chain) > 1 and ends and tokens.words[chain[0].first - 1] not in _EQUATION:
                found.update(map(id, chain))
        else:
            chain = []
    return found


_TIMES = frozenset({"×", "x"})
_EQUATION = frozenset({"=", "×", "x", "+", "-", "−", "/"})


def _dashed(tokens: Tokens, a: Draft, b: Draft) -> bool:
    if b.first == a.last:  # the dash was read as a minus
        return tokens.words[b.first] in "-−–" and tokens.glued(b.first)
    return tokens.words[a.last] in "-–—" and tokens.glued(a.last) and tokens.glued(b.first)


def _uncounted(tokens: Tokens, draft: Draft, known: Vocabulary) -> bool:
    """Whether a number without a unit is a label, a list marker or a pronoun."""
    first = draft.first
    if draft.spelled and draft.value == 1 and draft.step == 1 and draft.counted is None and draft.scale == 1:
        return draft.place is None  # "one" as a pronoun; "seven in Rome and one in Milan" counts
    previous = tokens.lowers[first - 1]
    if previous in ("top", "bottom") and draft.counted is None:
        return True  # a rank
    if draft.counted == "time" and draft.spelled and draft.step == 0 and draft.last - draft.first == 1:
        return not _is_multiple(tokens, draft.last)  # "scored twice"
    if draft.bare and not draft.spelled and tokens.words[draft.last] in (".", ")") and tokens.begins_line(first):
        return tokens.kinds[draft.last + 1] != PAD  # a list marker
    if _marks(tokens, draft) or _is_version(tokens, draft):
        return True
    if _is_hedged(draft) or draft.scale != 1 or draft.step != 1 or draft.exact:
        return False
    if draft.bare and (singular(previous) in known.labels or _is_telephone(tokens, draft, known)):
        return True
    if previous in known.labels or (previous == "." and tokens.lowers[first - 2] in vocabulary().pointed_labels):
        return draft.counted is None or previous not in ("on", "of")
    if tokens.lowers[draft.last] in known.streets and tokens.capital(draft.last):
        return True
    if tokens.capital(draft.last) and tokens.lowers[draft.last + 1] in known.streets and not draft.spelled:
        return True
    return _label(tokens, draft, known) or _name_follows(tokens, draft, known)


def _is_telephone(tokens: Tokens, draft: Draft, known: Vocabulary) -> bool:
    """Whether a number is one to call: "dial 911"."""
    return tokens.lowers[draft.first - 1] in known.telephone and len(tokens.words[draft.first]) in (3, 5)


def _is_hedged(draft: Draft) -> bool:
    """Whether words say that a number counts, and not the sign of a version and its followers, "Python 3.10+"."""
    return draft.hedge is not None and draft.hedge.words != "+"


def _marks(tokens: Tokens, draft: Draft) -> bool:
    """Whether a bare number in brackets is a mark: "[2]", "(1) design, (2) build", "range(5)", "`1`"."""
    first, last = draft.first, draft.last
    opening = tokens.words[first - 1]
    if not draft.bare or draft.spelled or _is_hedged(draft):
        return False
    if opening == "`":
        return tokens.words[last] == "`"
    if opening not in ("(", "["):
        return False
    if tokens.kinds[first - 2] == WORD and tokens.glued(first - 1):
        return True
    if tokens.words[last] not in (")", "]"):
        return False
    if opening == "[":
        return True
    if tokens.kinds[last + 1] != WORD or draft.value > 30:
        return False
    return draft.value == 1 or tokens.lowers[first - 2] in _BEFORE_MARK


_BEFORE_MARK = frozenset({"", ",", ";", ":", "and", "or", "."})


def _is_version(tokens: Tokens, draft: Draft) -> bool:
    """Whether a bare decimal is a version behind its name: "Python 3.11", "iOS 17.2", "section 3.2"."""
    at = draft.first - 1
    if not draft.bare or draft.step == 1 or _is_hedged(draft) or draft.scale != 1 or draft.value >= 100:
        return False
    if tokens.lowers[at] in vocabulary().sections and not draft.spelled:
        return True
    name = tokens.words[at]
    if tokens.kinds[at] != WORD or name.islower() or "," in tokens.words[draft.first]:
        return False
    lower, known = tokens.lowers[at], vocabulary()
    return not (lower in known.function or lower in known.verbs or lower in known.month_names)


def _name_follows(tokens: Tokens, draft: Draft, known: Vocabulary) -> bool:
    """Whether a bare number opens a name: "787 Dreamliner", "11 Pro Max", "49 Zorro Ranch Road"."""
    at = draft.last
    word = tokens.words[draft.first]
    if draft.counted is not None or draft.spelled or not word.isdecimal() or tokens.kinds[at] != WORD:
        return False
    if tokens.glued(at) or tokens.begins_line(at) or tokens.headline(at):
        return False
    return tokens.capital(at) and tokens.lowers[at] not in known.function


_MULTIPLES = frozenset("the that its their his her our my what a an".split())


def _is_multiple(tokens: Tokens, at: int) -> bool:
    """Whether "twice" multiplies: "twice the", "twice as loud as", not "won twice as the rain fell"."""
    if tokens.lowers[at] != "as":
        return tokens.lowers[at] in _MULTIPLES
    return tokens.lowers[at + 1] in ("many", "much") or "as" in tokens.lowers[at + 2 : at + 5]


def _label(tokens: Tokens, draft: Draft, known: Vocabulary) -> bool:
    """Whether the number belongs to the name before it: "iPhone 14", "FTSE 100", "Big 12"."""
    index = draft.first - 1
    word = tokens.words[index]
    if tokens.kinds[index] != WORD or not (word[0].isupper() or word[1:2].isupper()) or draft.place_first:
        return False
    if tokens.words[draft.first] != tokens.words[draft.last - 1] or "," in tokens.words[draft.first]:
        return False
    lower = tokens.lowers[index]
    if draft.counted == "time" or (draft.counted is not None and lower.endswith("'s")):
        return False  # "stabbed Jane Roe 24 times", "Missouri's 114 counties"
    if lower in known.function or lower in known.verbs or lower in known.up or lower in known.down:
        return False
    if draft.spelled and not (tokens.capital(draft.first) and draft.counted is None):
        return False
    if (draft.spelled or draft.counted is not None) and tokens.headline(index):
        return False
    initial = tokens.kinds[index - 1] in (PAD, SIGN) and tokens.words[index - 1] not in ("&", "/", "-", "'", "’")
    if initial and draft.counted is not None:
        return False
    if draft.counted is not None and tokens.capital(draft.noun_last - 1):
        return False
    return not (draft.counted is not None and _in_place(tokens, index))


def _in_place(tokens: Tokens, index: int) -> bool:
    """Whether the capital word before ends "In Los Angeles …": a place, and what follows is counted."""
    for at in range(index - 1, max(index - 4, 0), -1):
        if tokens.lowers[at] in ("in", "at", "from", "for", "across", "by"):
            return True
        if not tokens.capital(at):
            return False
    return False
