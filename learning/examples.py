"""
Make examples of sameness out of texts: numbers told twice, one of them misprinted, and numbers that only look alike.

    python learning/examples.py TEXTS.jsonl[.xz]… --out EXAMPLES [--most 3000] [--seed 1]

No text is labelled by hand. In a clean text two numbers of one kind with the same digits, in different sentences, are
taken for one fact told twice. One of them is misprinted by a slip, *the broken text is read again*, and what the
program then sees of the pair is a positive: computed on the unbroken text, the features know of the partner that a
misprint takes away, and promise twice of what they keep. Pairs of clean texts one slip apart, one of them told once,
are negatives. A file a source is written to the folder: one JSON object a line, ``{"text", "broken", "pairs"}``.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
from collections.abc import Iterator
from multiprocessing import Pool
from pathlib import Path
from typing import Any

from factcheck import document
from factcheck.discover.clue import FORBIDDEN, all_clues, class_of, weight
from factcheck.discover.kind import Kind, kinds, value_of
from factcheck.facts.page import Page
from factcheck.facts.same import Sameness, features
from factcheck.model.fact import Fact
from factcheck.model.slip import digits
from factcheck.reader import read
from factcheck.sources import prose

LENGTHS = (500, 9000)
"""Texts shorter or longer are left out [code points]."""
BROKEN = 4
"""So many misprints of a text, each alone."""
OFTEN = 5
"""A value told more often is one of a list [times]."""
RIVALS = 40
"""So many rivals of a number are kept."""
WORDS = "two three four five six seven eight nine ten eleven twelve".split()


def page_of(text: str) -> Page:
    """The page of a text."""
    its = document(text, "text.md" if "\n#" in text else "text.txt")
    words, spans = prose(its)
    return Page(its, read(words, spans), words)


def slip(numeral: str, chance: random.Random) -> str | None:
    """A numeral with one digit changed or two neighbours swapped, or another number word; ``None`` where none is."""
    if numeral.lower() in WORDS:
        other = chance.choice([word for word in WORDS if word != numeral.lower()])
        return other.capitalize() if numeral[0].isupper() else other
    at = [place for place, sign in enumerate(numeral) if sign.isdecimal()]
    for _ in range(50 if at else 0):
        new = list(numeral)
        if len(at) > 1 and chance.random() < 0.4:
            left = chance.randrange(len(at) - 1)
            new[at[left]], new[at[left + 1]] = new[at[left + 1]], new[at[left]]
        else:
            new[chance.choice(at)] = chance.choice("0123456789")
        told = "".join(new)
        if told != numeral and not (told[0] == "0" and told[1:2] != "."):
            return told
    return None


def described(kind: Kind, first: Fact, again: Fact) -> dict[str, Any] | None:
    """A pair as the model sees it; ``None`` where a veto forbids it."""
    if weight(kind, first, again) == FORBIDDEN:
        return None
    own = {value_of(first), value_of(again)}
    fixed = [its for its in all_clues(kind, first, again, Sameness(-(10**6), ())) if not its.startswith("the nearest")]
    return {
        "class": class_of(first, again),
        "pair": list(features(first, again)),
        "clues": [its for its in fixed if not its.startswith(("the other rival", "no rival"))],
        "rivals": [list(_rivals(kind, fact, own)) for fact in (first, again)],
        "said": [_said(kind.page, its) for its in (first, again)],
    }


def _said(page: Page, fact: Fact) -> str:
    """A number with the words around it, for a person to read."""
    start, end = fact.quantity.number_start, fact.quantity.number_end
    words = f"{page.text[max(0, start - 90) : start]}[{page.text[start:end]}]{page.text[end : end + 60]}"
    return " ".join(words.split())


def _rivals(kind: Kind, fact: Fact, own: set[Any]) -> Iterator[list[str]]:
    others = [its for its in kind.facts if value_of(its) not in own and its.sentence != fact.sentence]
    for other in others[:RIVALS]:
        pair = sorted((fact, other), key=lambda its: its.number)
        if not kind.same(*pair).veto:
            yield list(features(*pair))


def candidates(page: Page) -> Iterator[tuple[Kind, Fact, Fact]]:
    """The pairs one slip apart of which the one or the other is told once, each once."""
    for kind in kinds(page):
        seen = set()
        for fact in kind.facts:
            for other in kind.slipped(fact) if kind.told(fact) == 1 else ():
                first, again = sorted((fact, other), key=lambda its: its.number)
                if (first.number, again.number) not in seen:
                    seen.add((first.number, again.number))
                    yield kind, first, again


def retold(page: Page) -> list[tuple[Fact, Fact]]:
    """The pairs of numbers taken for one fact told twice."""
    found = []
    for kind in kinds(page):
        for facts in (its for its in kind.by_value.values() if len(its) <= OFTEN):
            for at, first in enumerate(facts):
                found += [(first, again) for again in facts[at + 1 :] if _is_telling(kind, first, again)]
    return found


def _is_telling(kind: Kind, first: Fact, again: Fact) -> bool:
    """Whether two equal numbers are hardly so by chance: three digits, or one noun or one person."""
    if first.sentence == again.sentence or first.quantity.modifier != again.quantity.modifier:
        return False
    if weight(kind, first, again) == FORBIDDEN:
        return False
    sort = class_of(first, again)
    nouns = {its.quantity.counted for its in (first, again)}
    return (
        sort == "three" or sort == "age" or (len(nouns) == 1 and None not in nouns and len(digits(first.quantity)) > 0)
    )


def examples(text: str, seed: str) -> list[dict[str, Any]]:
    """What one text teaches: its own pairs, and those of each misprint of it."""
    page = page_of(text)
    clean = [its for found in candidates(page) if (its := described(*found))]
    told = [{"broken": False, "pairs": clean}]
    chance = random.Random(seed)
    pairs = retold(page)
    chance.shuffle(pairs)
    for pair in pairs[:BROKEN]:
        odd, other = pair if chance.random() < 0.5 else pair[::-1]
        told += broken(text, odd, other, chance)
    return told


def broken(text: str, odd: Fact, other: Fact, chance: random.Random) -> list[dict[str, Any]]:
    """What is seen of a number that is misprinted, and of those that told the same."""
    start, end = odd.quantity.number_start, odd.quantity.number_end
    new = slip(text[start:end], chance)
    if new is None or (len(digits(odd.quantity)) > 1 and new in text):
        return []
    page = page_of(text[:start] + new + text[end:])
    value, unit = value_of(other), other.quantity.unit and other.quantity.unit.name
    pairs = []
    for kind, first, again in candidates(page):
        misprinted = [its for its in (first, again) if its.quantity.number_start == start]
        if not misprinted:
            continue
        partner = again if misprinted[0] is first else first
        found = described(kind, first, again)
        if found:
            same = value_of(partner) == value and (partner.quantity.unit and partner.quantity.unit.name) == unit
            pairs.append(found | {"same": same})
    return [{"broken": True, "pairs": pairs, "class": class_of(odd, other)}]


def work(task: tuple[str, str]) -> list[dict[str, Any]]:
    """The examples of one text."""
    return examples(*task)


def texts(path: Path, most: int, seed: int) -> list[str]:
    """So many texts of a file, chosen by chance."""
    with (lzma.open if path.suffix == ".xz" else open)(path, "rt", encoding="utf-8") as lines:
        found = [json.loads(line)["text"] for line in lines]
    found = [its for its in found if LENGTHS[0] < len(its) < LENGTHS[1] and sum(map(str.isdigit, its)) >= 4]
    random.Random(seed).shuffle(found)
    return found[:most]


def main() -> None:
    """Write the examples of each source."""
    parser = argparse.ArgumentParser(description="Make examples of sameness out of texts.")
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--most", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for path in options.texts:
        chosen = texts(path, options.most, options.seed)
        source = path.name.split(".")[0]
        count = 0
        with Pool(2) as pool, (options.out / f"{source}.jsonl").open("w", encoding="utf-8") as out:
            tasks = [(text, f"{options.seed}-{at}") for at, text in enumerate(chosen)]
            for at, found in enumerate(pool.imap(work, tasks, chunksize=8)):
                for its in found:
                    count += its["broken"]
                    out.write(json.dumps({"text": at} | its) + "\n")
        print(f"{source}: {len(chosen)} texts, {count} misprints")


if __name__ == "__main__":
    main()
