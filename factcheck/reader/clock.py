"""
Read times of day: "5 p.m.", "9am", "2.30 p.m.", "10:45", "1500 UTC", "half past five", "ten past two", "noon".

Digits with a colon are a time of day where words say so ("at 10:45", "10:45 GMT"), or where no other sort of number
is printed so ("09:30"); a verse ("John 3:16") and the time of a race ("in 3:16") are none.
"""

from __future__ import annotations

from factcheck.model.moment import TimeOfDay
from factcheck.model.tokens import CODE, NUMBER, WORD, Tokens
from factcheck.reader.vocabulary import vocabulary

Clock = tuple[TimeOfDay, int]
"""A time of day, and the token behind it."""

_MERIDIEM = {"am": 0, "a.m.": 0, "pm": 12, "p.m.": 12}
_NAMED = {"noon": 12, "midnight": 24}
_OCLOCK = frozenset({"o'clock"})
ZONES = frozenset(
    {"utc", "gmt", "zulu", "hrs", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "cet", "cest", "bst"}
)
_MARKED = frozenset({*_MERIDIEM, *_NAMED, *_OCLOCK, "a", "p"})
_JOINS = frozenset({"to", "-", "–", "and", "or", "until"})
_PARTS = {"morning": 0, "afternoon": 12, "evening": 12}
CUES = frozenset({"past", "in", *_MARKED, *ZONES, *_JOINS})
"""What stands right behind an hour, but for one with a colon."""
_BEFORE = frozenset("at by from until till since between around about before after to and – - ( : , ;".split())


def clock(tokens: Tokens, index: int) -> Clock | None:
    """The time of day that begins at a token."""
    lowers = tokens.lowers
    after = lowers[index + 1]
    kind = tokens.kinds[index]
    if after in ("past", "to") and kind == WORD:
        return _in_words(tokens, index)
    if after in _MARKED or (kind == NUMBER and after in ZONES):
        return _marked(tokens, index, after)
    if after == "in" and lowers[index + 2] == "the" and lowers[index + 3] in _PARTS and lowers[index - 1] in _BEFORE:
        read = _digits(tokens, index)  # "before five in the morning"
        return _half_day(tokens, index, index + 4, read, _PARTS[lowers[index + 3]]) if read else None
    if kind == CODE:
        return _colon(tokens, index)
    if after in _JOINS and lowers[index + 3] in _MERIDIEM and kind == NUMBER:  # "5 to 6 p.m."
        return _shared(tokens, index)
    return None


def named(tokens: Tokens, index: int) -> Clock | None:
    """Noon or midnight."""
    hour = _NAMED.get(tokens.lowers[index])
    return None if hour is None else _make(tokens, index, index + 1, hour)


def _make(
    tokens: Tokens, first: int, last: int, hour: int, minute: int = 0, certain: bool = True, zoned: bool = True
) -> Clock:
    zone = ""
    if zoned and tokens.lowers[last] in ZONES and (tokens.words[last].isupper() or tokens.lowers[last] == "hrs"):
        zone, last = tokens.words[last], last + 1
    start, end = tokens.starts[first], tokens.ends[last - 1]
    return TimeOfDay(tokens.text[start:end], start, end, hour, minute, certain, zone), last


def _in_words(tokens: Tokens, index: int) -> Clock | None:
    """ "Half past five", "a quarter to six", "ten past two"; not "rose in the third quarter to 1.86 million"."""
    word, past = tokens.lowers[index], tokens.lowers[index + 1] == "past"
    hour = _hour(tokens, index + 2)
    if hour is None or hour > 12:
        return None
    if word in ("half", "quarter"):
        if tokens.lowers[index - 1] in vocabulary().ordinal_contexts or (word == "half" and not past):
            return None
        minute = 30 if word == "half" else 15
    elif past and word in vocabulary().numbers.cardinals:
        minute = vocabulary().numbers.cardinals[word]
    else:
        return None
    return _make(tokens, index, index + 3, hour if past else (hour - 1) % 12, minute if past else 60 - minute, False)


def _hour(tokens: Tokens, at: int) -> int | None:
    """The hour, in digits or in words."""
    word = tokens.lowers[at]
    if word.isdecimal() and len(word) <= 2:
        return int(word)
    return vocabulary().numbers.cardinals.get(word)


def _marked(tokens: Tokens, index: int, after: str) -> Clock | None:
    """ "5 p.m.", "9am", "5:30 pm", "12 noon", "five o'clock", "1500 UTC"."""
    if after in ("a", "p"):  # "5 p. m."
        if tokens.words[index + 2] != "." or tokens.lowers[index + 3] != "m":
            return None
        read = _digits(tokens, index)
        return _half_day(tokens, index, index + 4, read, 12 if after == "p" else 0) if read else None
    if after in ZONES:
        word = tokens.words[index]
        if not (len(word) == 4 and word.isdecimal() and (tokens.words[index + 1].isupper() or after == "hrs")):
            return None
        hour, minute = int(word[:2]), int(word[2:])
        return _make(tokens, index, index + 1, hour, minute) if hour <= 24 and minute < 60 else None
    read = _digits(tokens, index)
    if read is None:
        return None
    if after in _OCLOCK:
        return _make(tokens, index, index + 2, read[0], read[1], False) if read[0] <= 12 else None
    if after in _NAMED:
        return _make(tokens, index, index + 2, _NAMED[after], read[1]) if read[0] == 12 else None
    return _half_day(tokens, index, index + 2, read, _MERIDIEM[after])


def _half_day(tokens: Tokens, index: int, last: int, read: tuple[int, int], add: int) -> Clock | None:
    hour, minute = read
    if hour > 24:
        return None
    return _make(tokens, index, last, hour % 12 + add if hour <= 12 else hour, minute)


def _digits(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Hour and minute: "5", "5:30", "2.30", "five"."""
    word = tokens.words[at]
    hour, _, minute = word.partition(":" if ":" in word else ".")
    if hour.isdecimal() and len(hour) < 3 and (not minute or (minute.isdecimal() and len(minute) == 2)):
        return (int(hour), int(minute or 0)) if int(minute or 0) < 60 else None
    value = vocabulary().numbers.cardinals.get(tokens.lowers[at])
    return None if value is None or value > 12 else (value, 0)


def _colon(tokens: Tokens, index: int) -> Clock | None:
    """ "10:45", where it is no verse and no race."""
    word = tokens.words[index]
    hour, colon, minute = word.partition(":")
    if not colon or len(minute) != 2 or not (hour + minute).isdecimal() or int(hour) > 24 or int(minute) > 59:
        return None
    usual = len(hour) == 2 and (hour[0] == "0" or int(hour) > 12)
    zoned = tokens.words[index + 1].isupper() and tokens.lowers[index + 1] in ZONES
    before = tokens.lowers[index - 1]
    if not (usual or zoned or before in _BEFORE or before in vocabulary().weekdays):
        return None
    return _make(tokens, index, index + 1, int(hour), int(minute), int(hour) > 12 or hour[0] == "0" or zoned)


def _shared(tokens: Tokens, index: int) -> Clock | None:
    """The first time of "5 to 6 p.m.", of the same half of the day."""
    read, other = _digits(tokens, index), _digits(tokens, index + 2)
    if read is None or other is None or read[0] > 12:
        return None
    found = _half_day(tokens, index, index + 1, read, _MERIDIEM[tokens.lowers[index + 3]])
    return found if read[0] <= other[0] else _make(tokens, index, index + 1, *read, False)
