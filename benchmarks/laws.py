"""
Laws of reading: edits of a sentence that must change nothing in what is read, or the value alone.

Each edit takes a sentence and returns another, or ``None`` where it has nothing to edit; ``broken`` tells what it
changed that it must not. The tests run them over the texts of the repository and over made sentences,
``reading_laws.py`` over any text.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from factcheck.model.quantity import Quantity
from factcheck.reader import read

Edit = Callable[[str, random.Random], str | None]
Told = tuple[object, ...]

BEFORE, AFTER = "Nobody came to the door. ", " The lights were out by then."
"""Sentences without a number."""
LONG = BEFORE * 900
"""More than is read as one passage (``reader.LONGEST``)."""


def told(quantity: Quantity) -> Told:
    """What is read of a number, but for its place."""
    ends = tuple(end.value for end in quantity.ends) or (quantity.value,)
    unit = quantity.unit.name if quantity.unit else None
    return ends, unit, quantity.counted, quantity.modifier, quantity.direction


def kept(quantity: Quantity) -> Told:
    """The same without the value."""
    return told(quantity)[1:]


def broken(sentence: str, edit: Edit, chance: random.Random) -> str | None:
    """What an edit of a sentence changed in its reading, for a person; ``None`` where the law holds or is silent."""
    edited = edit(sentence, chance)
    if edited is None or edited == sentence:
        return None
    one, other = read(sentence).quantities, read(edited).quantities
    tell = kept if edit is another_number else told
    before, after = [tell(its) for its in one], [tell(its) for its in other]
    if before == after and (edit is not another_number or _stand_alike(one, other)):
        return None
    lost = [its.text for its, said in zip(one, before, strict=True) if said not in after]
    new = [its.text for its, said in zip(other, after, strict=True) if said not in before]
    return f"{lost} → {new} in: {edited if len(edited) < 400 else '…' + edited[-300:]}"


def _stand_alike(one: tuple[Quantity, ...], other: tuple[Quantity, ...]) -> bool:
    return [(its.start, its.end) for its in one] == [(its.start, its.end) for its in other]


_DIGITS = re.compile(r"(?<![\w.,/:$-])\d[\d,]*(?:\.\d+)?(?![\w,.:/-]*\d)")


def another_number(sentence: str, chance: random.Random) -> str | None:
    """
    Another number of the same form: as many digits, the zeros at its end kept. Not one, which has no plural, nor what
    may be a year or stands beside another number, to which it is less or more.
    """
    found = [its for its in read(sentence).quantities if _may_change(its, sentence)]
    if not found:
        return None
    its = chance.choice(found)
    digits = _DIGITS.search(sentence, its.number_start, its.number_end)
    if digits is None:
        return None
    end = digits.end() - (len(digits[0]) - len(digits[0].rstrip("0,.")))
    at = max(at for at in range(digits.start(), end) if sentence[at].isdecimal())
    others = [d for d in "23456789" if d != sentence[at]]
    return sentence[:at] + chance.choice(others) + sentence[at + 1 :]


def _may_change(its: Quantity, sentence: str) -> bool:
    digits = _DIGITS.search(sentence, its.number_start, its.number_end)
    if digits is None or its.ends or its.value in (None, 0, 1) or digits.start() > its.number_start + 4:
        return False
    return not (digits[0].isdecimal() and len(digits[0]) == 4) and len(digits[0]) > 1


def surrounded(sentence: str, _: random.Random) -> str:
    """Between two other sentences."""
    return BEFORE + sentence + AFTER


def far_down(sentence: str, _: random.Random) -> str:
    """At the end of a text so long that it is read in pieces."""
    return LONG + sentence


def quoted(sentence: str, chance: random.Random) -> str | None:
    """In quotation marks, straight or curly."""
    if any(mark in sentence for mark in '"“”'):
        return None
    return chance.choice(['"{}"', "“{}”"]).format(sentence)


def other_quotes(sentence: str, _: random.Random) -> str | None:
    """Curly quotation marks and apostrophes as straight ones."""
    straight = sentence.translate(str.maketrans("“”‘’", "\"\"''"))
    return straight if straight != sentence else None


_APPOSITION = re.compile(r"(?<=[a-z]), ((?:the|a|an|who|which|its|his|her) [^,;.()\d]{3,40}),(?= [a-z])")


def bracketed(sentence: str, _: random.Random) -> str | None:
    """An apposition between commas in brackets."""
    match = _APPOSITION.search(sentence)
    return f"{sentence[: match.start()]} ({match[1]}){sentence[match.end() :]}" if match else None


def no_break(sentence: str, chance: random.Random) -> str | None:
    """No-break or thin spaces behind numbers."""
    space = chance.choice("\u00a0\u2009\u202f")
    return re.sub(r"(?<=\d) (?=[A-Za-z%])", space, sentence)


def emphasised(sentence: str, chance: random.Random) -> str | None:
    """A number with its unit in Markdown's bold or italics."""
    found = read(sentence).quantities
    if not found:
        return None
    its, mark = chance.choice(found), chance.choice(["**", "*", "_", "__"])
    return f"{sentence[: its.start]}{mark}{its.text}{mark}{sentence[its.end :]}"


def detokenised(sentence: str, _: random.Random) -> str | None:
    """With spaces around punctuation, as corpora print it: "3, 700 ." and "27 - year - old", "45 %"."""
    if re.search(r"\w\.$|\w, ", sentence):
        sentence = _split(r"\d{3}", sentence)
    spaced = re.sub(r"(?<=\w)([,;:!?]|\.$)(?= |$)", r" \1", sentence)
    spaced = re.sub(r"(?<=\d)-(?=[a-z])|(?<=[a-z])-(?=[a-z])", " - ", spaced)
    return re.sub(r"(?<=\d)%", " %", spaced)


def split_thousands(sentence: str, _: random.Random) -> str | None:
    """With a space behind the comma of thousands that begin with a nought, as no other number does: "22, 000"."""
    return _split(r"0\d\d", sentence)


def _split(group: str, sentence: str) -> str:
    return re.sub(rf"(?<![\d,])(\d{{1,3}}),(?={group}(?![\d,]))", r"\1, ", sentence)


def title_case(sentence: str, _: random.Random) -> str | None:
    """As a headline: every word but the little ones with a capital; not where a letter beside digits is a unit."""
    if re.search(r"\d ?[a-zµ°]{1,3}\b", sentence):
        return None
    little = r"(?:a|an|the|and|but|or|nor|for|of|to|in|on|at|by|up|as|with|from|into|over)\b"
    return re.sub(rf"(?<![\w'’.-])(?!{little})[a-z]+", lambda match: match[0].capitalize(), sentence)


def upper_case(sentence: str, _: random.Random) -> str | None:
    """As a headline in capitals; not where a letter beside digits is a unit or a scale."""
    return None if re.search(r"\d ?[a-zµ°]{1,3}\b", sentence) else sentence.upper()


LAWS: tuple[Edit, ...] = (
    another_number,
    surrounded,
    far_down,
    quoted,
    other_quotes,
    bracketed,
    no_break,
    emphasised,
    detokenised,
    split_thousands,
    title_case,
    upper_case,
)
