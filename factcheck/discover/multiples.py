"""
One amount that is so many times another.

"doubled from 105 to 210", "rose fivefold to 1,500 from 300", "210, twice the 105 of last year", "1,350, exactly three
times the 450 of May". Such words are round: a tenth more or less is what they mean, unless they say "exactly".

Finds:

    Turnout doubled from 105 in 2019 to 310 in 2020.
    ---
    The town has 315 voters, twice the 105 that it had in 2010.
    ---
    The office logged 1,530 reports in May, exactly three times the 450 it logged in April.
    ---
    Police counted 8,400 thefts last year, four times as many as the 1,200 recorded in 2019.
    ---
    Complaints rose fivefold to 1,050 from 300.
    ---
    Visits tripled to 900 from 450.

Leaves alone:

    Turnout doubled from 105 in 2019 to 212 in 2020.
    ---
    Turnout more than doubled from 105 in 2019 to 310 in 2020.
    ---
    The town has 210 voters, twice the 105 that it had in 2010.
    ---
    The office logged 1,350 reports in May, exactly three times the 450 it logged in April.
    ---
    The office logged 1,400 reports in May, three times the 450 it logged in April.
    ---
    Police counted 4,800 thefts last year, four times as many as the 1,200 recorded in 2019.
    ---
    Complaints rose fivefold to 1,500 from 300.
    ---
    The fund has 12 members, three times as many as the 5 women on the board.
    ---
    Profit doubled, and sales rose to $28 million from $20 million.
    ---
    The firm doubled its staff, and sales rose from 105 to 310.
    ---
    They gave 12 pupils $500 each, or $40 more than in 2019.
    ---
    Some 30 people came, more than the 20 of last year.
    ---
    The price doubled in a year from May, when 20 shops closed, to 300 euros.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.discover.fit import borrowed, same
from factcheck.discover.lead import LEAD, Row, rows
from factcheck.discover.proposal import Proposal
from factcheck.facts.page import Page
from factcheck.model.amount import base
from factcheck.model.number import Rational, divide, magnitude
from factcheck.model.quantity import Quantity
from factcheck.model.regex import regex
from factcheck.model.slip import misprints
from factcheck.model.stated import Printing, Stated
from factcheck.reader import read

_VERBS = {"doubl": "2", "tripl": "3", "trebl": "3", "quadrupl": "4", "quintupl": "5", "halv": "0.5"}
_FOLDS = {"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "ten": "10"}
_HEDGE = r"(?P<hedge>(?:more than|nearly|almost|roughly|about|over|just over|just under|less than|at least) )?"
_GREW = regex(
    rf"\b{_HEDGE}(?:(?P<verb>doubl|tripl|trebl|quadrupl|quintupl|halv)(?:ed|es|e|ing)"
    rf"|(?:rose|risen|grew|grown|increased|jumped|climbed|soared|surged|multiplied|rise|increase) {_HEDGE.replace('hedge', 'hedged')}"
    r"(?P<fold>two|three|four|five|six|seven|eight|ten)-?fold)\b(?P<rest>[^.;:!?\d]{0,60})$"
)
_OTHERWISE = regex(r"\b(?:and|but|while|as|when|rose|fell|grew|increased|dropped|declined|percent)\b|, [a-z]+ing\b")
_WORDS = {"twice": "2", "double": "2", "triple": "3", "half": "0.5"}
_WORD = regex(
    rf"(?:,|\(| –| —| is| was| were) ?(?:which is |or |that is )?{_HEDGE}(?P<times>double|triple|half) (?:as many as |as much as )?"
    rf"(?:the|its|last year's) {LEAD}$"
)
_SAID = regex(
    r"(?:(?:,|\(| –| —| is| was| were) ?|^ )(?:(?:which|that|it) (?:is |was |were )|or )?(?:exactly |precisely |just |fully |some |about |nearly |almost |roughly |more than |over |at least )?$"
)
_THE = regex(
    r" (?:(?:as (?:many|much|large|high|big|long|often|heavy)|more|higher)(?: [a-z]{1,16}){0,2} (?:as|than) |of )?"
    rf"(?:the|its|their|his|her|last (?:year|month|week|quarter)['’]s|a year ago['’]s) (?:(?:previous|prior|original|earlier) )?{LEAD}$"
)


def find(page: Page) -> Iterator[Proposal]:
    """The multiples of each sentence."""
    for passage in page.passages:
        for row in rows(page, passage):
            for at in range(len(row)):
                yield from _grown(page, row, at)
                yield from _times(page, row, at)
                yield from _word(page, row, at)


def _grown(page: Page, row: Row, at: int) -> Iterator[Proposal]:
    """ "doubled from 105 to 210", "tripled to 900 from 300", "rose fivefold, to 1,500 from 300"."""
    if at + 1 >= len(row):
        return
    verb = _GREW.search(row.gaps[at])
    if verb is None or _OTHERWISE.search(verb["rest"]):
        return
    if row.is_course(at):
        old, new = row.quantities[at], row.quantities[at + 1]
    elif row.is_new(at) and row.is_old(at + 1):
        new, old = row.quantities[at], row.quantities[at + 1]
    else:
        return
    factor = _VERBS[verb["verb"]] if verb["verb"] else _FOLDS[verb["fold"]]
    hedge = verb["hedge"] or verb["hedged"] or ""
    times = _constant(page, f"{hedge}{factor}", (verb["verb"] and f"{verb['verb']}ed") or f"{verb['fold']}fold")
    if times is not None:
        yield from _ratio(page, new, old, times)


def _times(page: Page, row: Row, at: int) -> Iterator[Proposal]:
    """ "315, twice the 105", "1,350 reports in May, exactly three times the 450"."""
    if at + 2 >= len(row):
        return
    one, times, other = row.quantities[at : at + 3]
    if times.unit is not None or (times.value or 0) <= 0:
        return
    if times.counted != "time" and (times.step or times.counted is not None):
        return
    if _SAID.search(row.gaps[at + 1]) and row.near(at + 1) and _THE.fullmatch(row.gaps[at + 2]):
        yield from _ratio(page, one, other, page.stated(times, times.text))


def _word(page: Page, row: Row, at: int) -> Iterator[Proposal]:
    """ "210, double the 105 of last year"."""
    match = _WORD.search(row.gaps[at + 1]) if at + 1 < len(row) else None
    if match is not None and row.near(at + 1):
        times = _constant(page, f"{match['hedge'] or ''}{_WORDS[match['times']]}", match["times"])
        if times is not None:
            yield from _ratio(page, row.quantities[at], row.quantities[at + 1], times)


def _ratio(page: Page, one: Quantity, other: Quantity, times: Stated) -> Iterator[Proposal]:
    one, other = borrowed(one, other), borrowed(other, one)
    value = times.quantity.value
    if not value or not same(one, other) or not other.value or not one.value:
        return
    if not _plausible(one, other, value):
        return
    operands = {"one": page.stated(one), "other": page.stated(other), "times": times}
    tolerance = 0 if times.quantity.exact else divide(magnitude(value), 10)
    yield Proposal("ratio", operands, times.printed, True, times.printed, tolerance=tolerance)


def _plausible(one: Quantity, other: Quantity, times: Rational) -> bool:
    """Whether the one is so many times the other, within a factor of four, or but for a slip."""
    a, b = base(one), base(other)
    if times <= 4 * divide(a, b) <= 16 * times:
        return True
    pairs = [*((its, b) for its in misprints(one)), *((a, its) for its in misprints(other))]
    return any(y and magnitude(divide(x, y) - times) * 50 <= times for x, y in pairs)


def _constant(page: Page, factor: str, word: str) -> Stated | None:
    found = read(factor).quantities
    if len(found) != 1 or found[0].value is None:
        return None
    printing = Printing(found[0], "", f"#{word}", 0, said=word)
    return Stated(f"#{word}={factor}", word, (printing,), "", page.document.label)
