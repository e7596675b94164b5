"""
What a number is a number of: its noun and what narrows it, or what an amount is of.

"lethal fentanyl doses" counts doses; "$5 million" behind "net income of" or "net income was" measures income; "63 % of
the vote" is a share of the vote, "30 dollars a share" falls to a share.
"""

from __future__ import annotations

from factcheck.facts.lead import Lead
from factcheck.facts.mark import DETERMINER
from factcheck.facts.sentence import Mention, Sentence
from factcheck.facts.subject import Subject
from factcheck.facts.tail import Tail
from factcheck.facts.word import stem
from factcheck.model.fact import Measure
from factcheck.model.lexicon import lexicon
from factcheck.model.quantity import Quantity
from factcheck.model.tokens import WORD
from factcheck.reader.vocabulary import vocabulary


def measure(sentence: Sentence, mention: Mention, lead: Lead, tail: Tail, subject: Subject) -> tuple[Measure, bool]:
    """What a number measures, and whether its head was taken from the subject of its clause."""
    quantity = mention.quantity
    of = _stems(sentence, *tail.of) if tail.of else frozenset()
    per = stem(sentence.lowers[tail.per]) if tail.per else ""
    behind = _behind(sentence, tail.last)
    if quantity.counted:
        own = _stems(sentence, mention.number_last, mention.last)
        head = stem(quantity.counted)
        event = _phrase(sentence, range(*lead.head))[0] if lead.head else ""
        return Measure(head, own - {head}, behind, of, per, event), False
    attributive = _behind_number(sentence, mention)
    if attributive:
        head, before = _phrase(sentence, attributive)
        return Measure(head, before, behind, of or _of(sentence, attributive.stop), per), False
    if lead.head is not None:
        head, before = _phrase(sentence, range(*lead.head))
        if head and not _is_change(sentence, lead.head[1] - 1, quantity):
            return Measure(head, before, behind, of, per), False
    if lead.words and not _is_adverbial(quantity, lead):
        head, before = _phrase(sentence, lead.words)
        if head:
            return Measure(head, before, behind, of, per), False
    if subject.head and lead.governor not in _OTHERS:
        return Measure(subject.head, subject.words - {subject.head}, behind, of, per), True
    return Measure("", frozenset(), behind, of, per), False


def _behind_number(sentence: Sentence, mention: Mention) -> range:
    """The noun phrase that an amount narrows, as an adjective does: "the $72.5 million settlement"."""
    last = mention.last
    if mention.quantity.dimension and sentence.marks[mention.first - 1] & DETERMINER:
        while last - mention.last < _REACH and _is_content(sentence, last) and not sentence.is_finite(last):
            last += 1
    return range(mention.last, last)


def _of(sentence: Sentence, at: int) -> frozenset[str]:
    """The words behind the "of" at a token: "of his brother"."""
    if sentence.lowers[at] != "of":
        return frozenset()
    last = at + 1
    while last - at <= _REACH and (_is_content(sentence, last) or sentence.marks[last] & DETERMINER):
        last += 1
    return _stems(sentence, at + 1, last)


def _is_adverbial(quantity: Quantity, lead: Lead) -> bool:
    """Whether the words before a percentage only colour it: "rose a whopping 12%"."""
    words = lexicon()
    verb = lead.governor in words.upward or lead.governor in words.downward
    return verb and quantity.unit is not None and not quantity.dimension


_OTHERS = frozenset({"(", "[", "#"})
"""Signs behind which a number is not said of the subject."""


def _is_change(sentence: Sentence, at: int, quantity: Quantity) -> bool:
    """Whether a noun tells a change rather than what is measured; a gain of money is what was earned."""
    words, word = lexicon(), sentence.lowers[at]
    if word in words.noun("result") and quantity.unit is not None and quantity.unit.currency:
        return False
    return any(word in words.noun(group) for group in ("rise", "fall", "change", "margin", "total", "rank"))


def _phrase(sentence: Sentence, tokens: range | tuple[int, ...]) -> tuple[str, frozenset[str]]:
    """The stem of the head of a noun phrase, and those of the words before it; "remaining" is none of them."""
    rest, again = lexicon().phrase("rest"), lexicon().phrase("again")
    content = [sentence.lowers[at] for at in tokens if _is_content(sentence, at)]
    words = [stem(word) for word in content if word not in rest and word not in again]
    return (words[-1], frozenset(words[:-1])) if words else ("", frozenset())


def _stems(sentence: Sentence, first: int, last: int) -> frozenset[str]:
    return frozenset(stem(sentence.lowers[at]) for at in range(first, last) if _is_content(sentence, at))


_REACH = 4
"""How many words behind a number still narrow it [tokens]."""
_NARROWING = frozenset({"in", "of", "for", "from", "to", "on", "by", "with", "at"})


def _behind(sentence: Sentence, at: int) -> frozenset[str]:
    """The words of the phrase behind a number: "from the Gulf", "in the third quarter"."""
    if sentence.lowers[at] not in _NARROWING:
        return frozenset()
    found, index = set(), at + 1
    while index < sentence.end and index - at <= _REACH:
        if sentence.taken[index] > 0 or sentence.tokens.kinds[index] != WORD:
            break
        if _is_content(sentence, index) and not sentence.is_finite(index):
            found.add(stem(sentence.lowers[index]))
        index += 1
    return frozenset(found)


def _is_content(sentence: Sentence, at: int) -> bool:
    return (
        sentence.tokens.kinds[at] == WORD
        and sentence.taken[at] <= 0
        and sentence.lowers[at] not in vocabulary().function
        and len(sentence.lowers[at]) > 1
    )
