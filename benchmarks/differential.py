"""
Where readers differ: each sentence with a digit, read by factcheck, quantulum3, Recognizers-Text and a plain regular
expression, the differences grouped by the form of what stands around the number.

    python benchmarks/differential.py [--peer-python PYTHON] [--sample N] [--groups N] TEXT.jsonl.xz…

A text is a file of JSON objects with a "text" each (.jsonl, .jsonl.xz) or plain text (any other suffix). N sentences
a file are drawn, with a fixed seed. A peer that cannot be imported by PYTHON (so that it may live in an environment
of its own) is said to be absent. Recognizers-Text, in its Python package 1.0.2a2, needs emoji below 2.

A *difference* is a number in digits of which two readers say something else: one has a value that the other has not,
or another. What factcheck reads as a date, a time, a rank or a score is counted apart, for the others have only numbers
there. The *form* of a difference is the number's neighbours, digits masked ("9,9"), words as they
are where they are function words or units, else "w" or "Ww"; so groups are ways of writing and no sentences. Printed
are the largest groups, what each reader says, and five examples of each.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from factcheck.model import table
from factcheck.model.tokens import NUMBER, WORD, Tokens
from factcheck.reader import read
from factcheck.reader.token import tokenise
from factcheck.reader.vocabulary import vocabulary

SEED = 15
AROUND = 1
"""Tokens of a form on each side of the number."""
SHOWN = 5
"""Examples of a group."""

Spans = list[tuple[int, int, float]]
"""What one reader finds in a text: where a number stands, and its value; a range is two."""

PEERS = {
    "quantulum3": """
import json, sys, warnings
warnings.simplefilter("ignore")
from quantulum3 import parser
for line in sys.stdin:
    try:
        found = parser.parse(json.loads(line))
    except Exception:
        found = []
    out = []
    for q in found:
        ends = [q.value - q.uncertainty, q.value + q.uncertainty] if q.uncertainty else [q.value]
        out += [[q.span[0], q.span[1], float(value)] for value in ends]
    print(json.dumps(out), flush=True)
""",
    "Recognizers-Text": """
import json, sys, warnings
warnings.simplefilter("ignore")
from recognizers_number import recognize_number, recognize_percentage
from recognizers_number_with_unit import recognize_currency, recognize_dimension
rooms = recognize_currency, recognize_dimension, recognize_percentage, recognize_number
for line in sys.stdin:
    text, out, taken = json.loads(line), [], []
    for room in rooms:
        try:
            found = room(text, "en-us")
        except Exception:
            found = []
        for one in found:
            value = str((one.resolution or {}).get("value") or "").rstrip("%")
            if any(one.start <= last and first <= one.end for first, last in taken):
                continue
            try:
                out.append([one.start, one.end + 1, float(value)])
            except ValueError:
                continue
            taken.append((one.start, one.end))
    print(json.dumps(out), flush=True)
""",
}

_NUMBER = re.compile(r"[-−]?\d[\d,]*(?:\.\d+)?|\.\d+")
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "bn": 1e9, "mln": 1e6}
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“(])")


def holds_digit(text: str, start: int, end: int) -> bool:
    """Whether a digit stands between two offsets."""
    return any(map(str.isdecimal, text[start:end]))


def sentences(path: Path, holds: Callable[[str, int, int], bool] = holds_digit) -> Iterator[str]:
    """The sentences of a file that hold a digit, or what else is asked for, on one line each."""
    for text in texts(path):
        for block in text.split("\n\n"):
            for sentence in _SENTENCE.split(" ".join(block.split())):
                if len(sentence) < LONGEST and holds(sentence, 0, len(sentence)):
                    yield sentence


def texts(path: Path) -> Iterator[str]:
    """The texts of a file."""
    content = path.read_bytes()
    if path.suffix == ".xz":
        content = lzma.decompress(content)
    if ".jsonl" in path.name:
        rows = map(json.loads, content.decode().splitlines())
        yield from (row["text"] for row in rows if "text" in row)
    else:
        yield content.decode()


LONGEST = 600
"""A longer sentence is a table [code points]."""


def drawn(path: Path, number: int) -> list[str]:
    """So many of them, by chance and each once."""
    found = sorted(set(sentences(path)))
    return random.Random(SEED).sample(found, min(number, len(found)))


MOMENTS = ("dates", "periods", "relative_times", "times_of_day", "ordinals", "ranks", "scores", "ratios")


def moments(text: str) -> list[tuple[int, int, str]]:
    """What factcheck reads as no quantity, and as what."""
    contents = read(text)
    return [(one.start, one.end, kind) for kind in MOMENTS for one in getattr(contents, kind)]


def ours(text: str) -> Spans:
    """What factcheck finds."""
    found: Spans = []
    for one in read(text).quantities:
        for end in one.ends or (one,):
            if end.value is not None:
                # "3 years and 8 months" is one, its digits stand in its words.
                found.append((end.number_start, max(end.end, end.number_end), float(end.value)))
    return found


def plain(text: str) -> Spans:
    """Digits with their separators, and a scale word behind them."""
    found: Spans = []
    for match in _NUMBER.finditer(text):
        behind = re.match(r"[ -]?([a-z]+)", text[match.end() :])
        scale = _SCALES.get(behind[1], 1) if behind else 1
        value = float(match[0].replace(",", "").replace("−", "-")) * scale
        found.append((match.start(), match.end() + (behind.end() if behind and scale > 1 else 0), value))
    return found


def peer(python: str, program: str, texts: list[str]) -> list[Spans] | None:
    """What a peer finds in each text; ``None`` where it cannot be run."""
    lines = "".join(json.dumps(text) + "\n" for text in texts)
    done = subprocess.run([python, "-c", program], input=lines, capture_output=True, text=True, check=False)
    if done.returncode:
        return None
    return [[(start, end, value) for start, end, value in json.loads(line)] for line in done.stdout.splitlines()]


def said(found: Spans, start: int, end: int) -> str:
    """What a reader says of the digits between two offsets: the value, or nothing."""
    for first, last, value in found:
        if first <= start and end <= last:
            return f"{value:.6g}"
    inside = [value for first, last, value in found if start <= first and last <= end]
    return f"{inside[0]:.6g}" if inside else "–"


def form(tokens: Tokens, start: int, end: int) -> str:
    """The tokens around the digits between two offsets, masked."""
    first, last = tokens.at(start), tokens.at(end - 1) + 1
    parts = []
    for at in range(max(first - AROUND, 0), last + AROUND):
        gap = "" if at and tokens.glued(at) else " "
        parts.append(gap + ("[" * (at == first)) + _masked(tokens, at) + ("]" * (at == last - 1)))
    return "".join(parts).strip()


def _masked(tokens: Tokens, at: int) -> str:
    word, lower = tokens.words[at], tokens.lowers[at]
    if any(map(str.isdecimal, word)):
        return re.sub(r"\d+", "9", word)
    if tokens.kinds[at] != WORD:
        return word
    known = vocabulary()
    if lower in known.function or lower in known.numbers.scales or lower in known.month_names:
        return lower
    if lower in known.numbers.cardinals or word in table.units().symbols or lower in table.units().names:
        return lower
    return ("Ww" if word[0].isupper() else "w") + ("s" if lower.endswith("s") else "")


Difference = tuple[str, str, str]
"""A form, the sentence, and what each reader says."""


def differences(texts: list[str], readings: dict[str, list[Spans]], apart: Counter[str]) -> Iterator[Difference]:
    """Each number in digits that readers do not agree on; ``apart`` counts those that we read as something else."""
    for at, text in enumerate(texts):
        tokens, others = tokenise(text, 0, len(text)), moments(text)
        for index in range(len(tokens.words)):
            if tokens.kinds[index] != NUMBER and not any(map(str.isdecimal, tokens.words[index])):
                continue
            start, end = tokens.starts[index], tokens.ends[index]
            answers = {name: said(found[at], start, end) for name, found in readings.items()}
            if all(answer == answers["factcheck"] for answer in answers.values()):
                continue
            kind = next((kind for first, last, kind in others if first <= start and end <= last), "")
            if kind and answers["factcheck"] == "–":
                apart[kind] += 1
            else:
                yield (
                    form(tokens, start, end),
                    marked(text, start, end),
                    "  ".join(f"{n} {a}" for n, a in answers.items()),
                )


def marked(text: str, start: int, end: int) -> str:
    """A sentence around the digits, which are set off."""
    first, last = max(0, start - 70), min(len(text), end + 60)
    return (
        f"{'…' if first else ''}{text[first:start]}⟦{text[start:end]}⟧{text[end:last]}{'…' if last < len(text) else ''}"
    )


def main() -> None:
    """Read, group and print."""
    parser = argparse.ArgumentParser(description="Where readers of quantities differ, by form.")
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--peer-python", default=sys.executable)
    parser.add_argument("--sample", type=int, default=500)
    parser.add_argument("--groups", type=int, default=100)
    options = parser.parse_args()
    drawn_texts = [text for path in options.texts for text in drawn(path, options.sample)]
    readings = {"factcheck": [ours(text) for text in drawn_texts], "regex": [plain(text) for text in drawn_texts]}
    for name, program in PEERS.items():
        found = peer(options.peer_python, program, drawn_texts)
        if found is None:
            print(f"{name}: absent")
        else:
            readings[name] = found
    report(drawn_texts, readings, options.groups)


def report(texts: list[str], readings: dict[str, list[Spans]], limit: int) -> None:
    """Print the largest groups."""
    groups: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    apart: Counter[str] = Counter()
    for shape, sentence, answers in differences(texts, readings, apart):
        groups[shape].append((sentence, answers))
    total = sum(map(len, groups.values()))
    print(f"{len(texts):,} sentences; {total:,} numbers on which readers differ, in {len(groups):,} forms")
    print(
        "read as something else than quantities: "
        + ", ".join(f"{n:,} {kind}" for kind, n in apart.most_common())
        + "\n"
    )
    for shape, members in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))[:limit]:
        kinds = Counter(re.sub(r"[^ ]*\d[^ ]*", "9", answers) for _, answers in members)
        print(f"## {len(members)} × {shape}   ({', '.join(f'{kind}: {n}' for kind, n in kinds.most_common(2))})")
        for sentence, answers in members[:SHOWN]:
            print(f"   {sentence}\n      {answers}")
        print()


if __name__ == "__main__":
    main()
