"""
Texts that nobody would write: made from fragments around numbers, the same for the same seed.

    nice python benchmarks/hostile_texts.py [--count 100000] [--seed DATE] [--first N]

Each text is scanned, compared with itself and asked whether the laws hold that hold for every text: ``laws`` names
them. What falls is printed with its seed, cut to the fewest pieces that still fall, and the status is 1 then.
"""

from __future__ import annotations

import argparse
import datetime
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from hostile_fragments import DATES, DIGITS, FRAMES, HEDGES, JOINTS, LINES, NOUNS, ODD, PLACES, UNITS, WORDS

import factcheck
from factcheck.engine.silence import OWN_KINDS
from factcheck.model.finding import Finding, Report, Severity

LONGEST = 1_500
"""How long a text gets [code points]."""
PACE = 1.0
"""What 100,000 code points may take for each thing that is done [CPU s]."""
SLOWER = {"drafted": 20}
"""A draft tries many words around each number, to quote it: so many times as long [by law]."""
AT_LEAST = 1.5
"""What any text may take: the first use of a table, a busy machine [CPU s]."""
TRIED = 6
"""So many suggestions of a text are put in."""


@dataclass(frozen=True)
class Text:
    """A text in pieces, so that it can be cut."""

    seed: str
    pieces: tuple[str, ...]
    suffix: str

    @property
    def words(self) -> str:
        """The whole of it."""
        return "".join(self.pieces)


def text_of(seed: str) -> Text:
    """The text of a seed."""
    chance = random.Random(seed)
    suffix = chance.choice(("txt", "txt", "md"))
    style = chance.choice(("prose", "prose", "lines", "mixed", "repeats", "deep", "token"))
    size = chance.choice((40, 80, 200, 400, LONGEST))
    pieces: list[str] = []
    length = 0
    for piece in _STYLES[style](chance):
        pieces.append(piece)
        length += len(piece)
        if length >= size or len(pieces) > 400:
            break
    return Text(seed, tuple(pieces), suffix)


def _fragment(chance: random.Random) -> str:
    text = chance.choice(FRAMES)
    while "{" in text:
        at = text.index("{")
        text = text[:at] + _FILLS[text[at + 1]](chance) + text[at + 3 :]
    return text


def _number(chance: random.Random) -> str:
    kind = chance.randrange(10)
    if kind < 5:
        return str(chance.randrange(10 ** chance.randrange(1, 7)))
    return chance.choice(DIGITS if kind < 8 else WORDS)


_FILLS: dict[str, Callable[[random.Random], str]] = {
    "n": _number,
    "o": lambda chance: chance.choice(NOUNS),
    "p": lambda chance: chance.choice(PLACES),
    "u": lambda chance: chance.choice(UNITS),
    "h": lambda chance: chance.choice(HEDGES),
    "d": lambda chance: chance.choice(DATES),
    "f": _fragment,
}


def _prose(chance: random.Random) -> Iterator[str]:
    while True:
        yield _fragment(chance)
        yield chance.choice(JOINTS) if chance.randrange(4) else ". "


def _lines(chance: random.Random) -> Iterator[str]:
    while True:
        line = chance.choice(LINES)
        while "{" in line:
            at = line.index("{")
            line = line[:at] + _FILLS[line[at + 1]](chance) + line[at + 3 :]
        yield line


def _mixed(chance: random.Random) -> Iterator[str]:
    makers = (_prose(chance), _lines(chance))
    while True:
        yield next(chance.choice(makers)) if chance.randrange(5) else chance.choice(ODD)


def _repeats(chance: random.Random) -> Iterator[str]:
    """A few pieces over and over, so that repeats of every kind arise."""
    maker = _mixed(chance)
    while True:
        some = [next(maker) for _ in range(chance.randrange(1, 4))]
        for _ in range(chance.choice((2, 5, 30, 200))):
            yield from some


def _deep(chance: random.Random) -> Iterator[str]:
    """Brackets, quotes and lists within each other."""
    depth = 0
    while True:
        depth += chance.choice((1, 1, -1))
        yield chance.choice(("(", "[", "“", "<i>", "*", "> ", f"\n{' ' * (abs(depth) % 60)}- ", ")", "]", "”", "</i>"))
        yield _fragment(chance)


def _token(chance: random.Random) -> Iterator[str]:
    """Words, numbers and signs without end."""
    while True:
        unit = chance.choice(
            ("a", "9", "1,", "5.", "x-", "A", "½", "\u0301", "(", "…", "ab\u200b", "5%", "$", "_", " ")
        )
        yield unit * chance.choice((3, 40, 700))
        yield chance.choice(("", " ", "\n", _fragment(chance)))


_STYLES: dict[str, Callable[[random.Random], Iterator[str]]] = {
    "prose": _prose,
    "lines": _lines,
    "mixed": _mixed,
    "repeats": _repeats,
    "deep": _deep,
    "token": _token,
}


# Laws: what holds for every text. Each gives what is wrong, or nothing.


def offsets(text: Text) -> str:
    """What is read lies in the text and quotes it, in order."""
    words, contents = text.words, factcheck.read(text.words)
    for its in contents.quantities:
        if words[its.start : its.end] != its.text:
            return f"{its.text!r} does not stand at {its.start}"
        if not its.start <= its.number_start < its.number_end <= its.end:
            return f"the number of {its.text!r} lies outside of it"
        if _inside_digits(words, its.number_start) or _inside_digits(words, its.number_end):
            return f"{words[its.number_start : its.number_end]!r} is half a number"
    for named in (its for names in contents.names for its in names.names):
        if words[named.start : named.end] != named.text:
            return f"{named.text!r} does not stand at {named.start}"
    for date in contents.dates:
        if words[date.start : date.end] != date.text:
            return f"{date.text!r} does not stand at {date.start}"
    return ""


def _inside_digits(words: str, at: int) -> bool:
    return words[at - 1 : at + 1].isascii() and len(words[at - 1 : at + 1]) == 2 and words[at - 1 : at + 1].isdecimal()


def places(text: Text) -> str:
    """What is told stands where it says."""
    words = text.words
    for finding in _scan(text).findings:
        for its in finding.locations:
            if not 0 <= its.start <= its.end <= len(words):
                return f"{its.start}:{its.end} lies outside of the text"
            if its.text != words[its.start : its.end]:
                return f"{its.text!r} does not stand at {its.start}"
    return ""


def newline(text: Text) -> str:
    """One newline more at the end changes nothing."""
    one, other = _scan(text), _scan(replace(text, pieces=(*text.pieces, "\n")))
    return _difference([told(its) for its in one.findings], [told(its) for its in other.findings])


def itself(text: Text) -> str:
    """A text compared with itself says nothing."""
    words = text.words
    name = f"text.{text.suffix}"
    one, other = factcheck.document(words, name), factcheck.document(words, f"source.{text.suffix}")
    report = factcheck.compare(one, other, scanned=False)
    # What is left out, and comments that silence nothing, are said all the same.
    found = (its for its in report.findings if its.kind not in OWN_KINDS)
    wrong = [its.message for its in found if its.severity in (Severity.ERROR, Severity.WARNING)]
    return "; ".join(wrong[:2])


def drafted(text: Text) -> str:
    """A draft can be read again; of a text in which nothing is wrong, nothing is wrong with the draft."""
    with tempfile.TemporaryDirectory() as name:
        source, claims = Path(name) / f"text.{text.suffix}", Path(name) / "claims.yaml"
        source.write_text(text.words, encoding="utf-8", newline="")
        claims.write_text(factcheck.draft(source, source=source.name), encoding="utf-8", newline="")
        report = factcheck.verify(claims)
    if report.errors:
        return f"{report.errors[0].where}: {report.errors[0].what}"
    clean = not any(its.severity in (Severity.ERROR, Severity.WARNING) for its in _scan(text).findings)
    wrong = [its.message for its in report.findings if its.severity in (Severity.ERROR, Severity.WARNING)]
    return wrong[0] if clean and wrong else ""


def mends(text: Text) -> str:
    """What is said to fit, put in, removes the finding."""
    for finding, changed, what in islice(suggestions(text.words, _scan(text)), TRIED):
        report = factcheck.scan(factcheck.document(changed, f"text.{text.suffix}"))
        if any(_alike(finding, other) for other in report.findings):
            return f"{what} leaves: {finding.message}"
    return ""


def suggestions(words: str, report: Report) -> Iterator[tuple[Finding, str, str]]:
    """Each finding with a number that would fit, the text with that number put in, and what was put in for what."""
    for finding in report.findings:
        for suspect in finding.suspects if finding.severity in (Severity.ERROR, Severity.WARNING) else ():
            if suspect.location is not None and suspect.fits.is_point:
                changed = put_in(words, suspect.location.start, suspect.location.end, suspect.would_fit)
                if changed is not None:
                    yield finding, changed, f"{suspect.would_fit} for {suspect.printed}"


def put_in(words: str, start: int, end: int, would_fit: str) -> str | None:
    """The text with a suggested number in the place of the printed one; ``None`` where that is no number in digits."""
    quantities = [its for its in factcheck.read(words).quantities if start <= its.number_start < end]
    if len(quantities) != 1:
        return None
    number = quantities[0]
    printed = words[number.number_start : number.number_end]
    digits = "".join(its for its in would_fit.partition(" ")[0] if its in "-0123456789,.")
    if not printed.replace(",", "").replace(".", "").isdecimal() or not digits or number.scaled:
        return None
    return words[: number.number_start] + digits + words[number.number_end :]


def told(finding: Finding) -> tuple[str, ...]:
    """A finding as it is told, without its place."""
    return str(finding.severity), finding.kind, finding.message, *(its.would_fit for its in finding.suspects)


def _alike(one: Finding, other: Finding) -> bool:
    """Whether a finding is still there: of the same kind, at the same place, broken."""
    if one.kind != other.kind or other.severity not in (Severity.ERROR, Severity.WARNING):
        return False
    return bool(one.locations and other.locations) and {its.start for its in one.locations} == {
        its.start for its in other.locations
    }


def _difference(one: list[tuple[str, ...]], other: list[tuple[str, ...]]) -> str:
    if one == other:
        return ""
    return f"{[its for its in one if its not in other][:1]} became {[its for its in other if its not in one][:1]}"


def _scan(text: Text) -> Report:
    return factcheck.scan(factcheck.document(text.words, f"text.{text.suffix}"))


LAWS: dict[str, Callable[[Text], str]] = {
    "offsets": offsets,
    "places": places,
    "newline": newline,
    "itself": itself,
    "drafted": drafted,
    "mends": mends,
}
"""Every law, by name."""


def broken(text: Text, names: tuple[str, ...] = tuple(LAWS)) -> str:
    """The first law that a text breaks, and how; tracebacks and slowness are such too."""
    for name in names:
        most = SLOWER.get(name, 1) * max(AT_LEAST, 4 * PACE * len(text.words) / 100_000)
        taken = []
        # What seems slow is done once more: the machine may have been busy, or a table was read.
        while not taken or (len(taken) < 2 and taken[0] > most):
            started = time.process_time()
            try:
                what = LAWS[name](text)
            except Exception:
                return f"{name}: {traceback.format_exc(limit=-3).strip()}"
            taken.append(time.process_time() - started)
        if not what and min(taken) > most:
            what = f"took {min(taken):.2f} s for {len(text.words)} characters"
        if what:
            return f"{name}: {what}"
    return ""


def shrunk(text: Text) -> Text:
    """The fewest pieces that still break the same law."""
    law = broken(text).partition(":")[0]
    size = len(text.pieces) // 2
    while size:
        at = 0
        while at < len(text.pieces):
            less = replace(text, pieces=text.pieces[:at] + text.pieces[at + size :])
            if broken(less, (law,)):
                text = less
            else:
                at += size
        size //= 2
    return text


def main() -> int:
    """Run and print what falls."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").strip().partition("\n")[0])
    arguments.add_argument("--count", type=int, default=100_000)
    arguments.add_argument("--seed", default=datetime.date.today().isoformat())
    arguments.add_argument("--first", type=int, default=0)
    arguments.add_argument("--most", type=int, default=40, help="stop after so many that fall")
    chosen = arguments.parse_args()
    fallen = 0
    started = time.process_time()
    for at in range(chosen.first, chosen.first + chosen.count):
        text = text_of(f"{chosen.seed} {at}")
        what = broken(text)
        if what:
            fallen += 1
            cut = shrunk(text)
            print(f"{text.seed!r} .{text.suffix} {broken(cut) or what}\n    {cut.words[:400]!r}", flush=True)
        if fallen >= chosen.most:
            break
        if at % 10_000 == 9_999:
            print(f"{at + 1 - chosen.first} texts, {time.process_time() - started:.0f} CPU s", flush=True)
    print(f"{at + 1 - chosen.first} texts, {fallen} fell, {time.process_time() - started:.0f} CPU s")
    return int(bool(fallen))


if __name__ == "__main__":
    sys.exit(main())
