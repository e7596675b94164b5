"""
How well localisation names the number that is wrong, and what it costs.

    python -m benchmarks.localise ../shared/data/engines/localise_third.json

Without a file, only the generated documents are measured. Printed are shares, never asserted.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.documents import STRUCTURES, Document, planted, rounded, rules_of, table, tree
from factcheck.engine.localise import Group, localise
from factcheck.engine.network import network
from factcheck.model.finding import Confidence

Case = tuple[Document, str]
"""A document and the field that is wrong in it."""


def read(path: Path) -> Iterator[tuple[str, Document, str]]:
    """The cases of a file of the shape ``{"cases": [{"structure", "rules", "record", "wrong_field"}]}``."""
    for case in json.loads(path.read_text(encoding="utf-8"))["cases"]:
        sums = {}
        for rule in case["rules"]:
            parts, whole = rule.split(" == ")
            sums[whole] = tuple(parts.split(" + "))
        yield case["structure"], Document(sums, case["record"], {}), case["wrong_field"]


def corrected(document: Document, field: str) -> Document | None:
    """The document with the one value that lets all its sums hold; ``None`` where there is none."""
    needed = set()
    for whole, parts in document.sums.items():
        others = sum(document.values[part] for part in parts if part != field)
        if whole == field:
            needed.add(others)
        elif field in parts:
            needed.add(document.values[whole] - others)
    if len(needed) != 1:
        return None
    return Document(document.sums, {**document.values, field: needed.pop()}, document.steps)


def groups_of(document: Document) -> tuple[Group, ...]:
    """What localisation says of a document."""
    return localise(network(*rules_of(document)))


def outcome(document: Document, field: str) -> str:
    """Whether the wrong field is named, another one is, or there is a list with or without it."""
    groups = groups_of(document)
    if not groups:
        return "unseen"
    listed = [candidate for group in groups for candidate in group.candidates]
    named = [its.stated.key for its in listed if its.confidence == Confidence.HIGH]
    if not any(its.stated.key == field for its in listed):
        return "named wrong, missed" if named else "missed"
    if named:
        return "named right" if set(named) == {field} else "named wrong"
    return "listed"


def show(title: str, outcomes: Iterable[str]) -> None:
    """One line of figures."""
    counts = Counter(outcomes)
    seen = sum(counts.values()) - counts["unseen"]
    missed = counts["missed"] + counts["named wrong, missed"]
    named = sum(count for word, count in counts.items() if word.startswith("named"))
    precision = counts["named right"] / named if named else 1
    print(
        f"{title:<28} seen {seen:>5}  named {named / seen:6.1%}  precision {precision:.4f}"
        f"  culprit not listed {missed}  unseen {counts['unseen']}"
    )


def from_file(path: Path) -> None:
    """The figures of a file, and that of false alarms on its corrected documents."""
    by_structure: dict[str, list[Case]] = {}
    for structure, document, field in read(path):
        by_structure.setdefault(structure, []).append((document, field))
    for structure, cases in by_structure.items():
        show(f"{path.stem} {structure}", (outcome(document, field) for document, field in cases))
        mended = [found for document, field in cases if (found := corrected(document, field))]
        alarms = sum(bool(groups_of(document)) for document in mended)
        print(f"  corrected: {len(mended)} of {len(cases)}, with findings {alarms}")


def generated(share: int, count: int = 2000) -> None:
    """The figures of generated documents, ``share`` % of their numbers rounded."""
    rng = random.Random(7)
    for name, make in STRUCTURES.items():
        clean = [rounded(make(rng), share, rng) for _ in range(count)]
        alarms = sum(bool(groups_of(document)) for document in clean)
        cases = [(document, rng.choice(list(document.values))) for document in clean]
        show(
            f"{name}, {share} % rounded", (outcome(planted(document, [field], rng), field) for document, field in cases)
        )
        print(f"  clean: {count}, with findings {alarms}")


def forest(claims: int, rng: random.Random) -> Document:
    """Trees of sums side by side."""
    sums: dict[str, tuple[str, ...]] = {}
    values: dict[str, int] = {}
    for at in range(claims // 21):
        document = tree(rng)
        sums |= {f"{at}.{whole}": tuple(f"{at}.{part}" for part in parts) for whole, parts in document.sums.items()}
        values |= {f"{at}.{field}": value for field, value in document.values.items()}
    return Document(sums, values, {})


def cost(title: str, document: Document, errors: int, rng: random.Random) -> None:
    """The time that localisation takes, judging not counted."""
    wrong = rng.sample(sorted(document.values), errors)
    rules, judgements = rules_of(planted(document, wrong, rng))
    start = time.perf_counter()
    groups = localise(network(rules, judgements))
    taken = time.perf_counter() - start
    listed = {its.stated.key for group in groups for its in group.candidates}
    count, found = len(document.values), len(listed & set(wrong))
    print(f"{title:<8}{count:>8} claims, {errors} errors: {taken:.2f} s, {len(groups)} groups, {found} culprits listed")


def main() -> None:
    """Print every figure."""
    for path in sys.argv[1:]:
        from_file(Path(path))
    for share in (0, 30):
        generated(share)
    rng = random.Random(7)
    for claims in (1_000, 10_000, 100_000):
        cost("forest", forest(claims, rng), 100, rng)
    cost("table", table(rng, 100, 100), 100, rng)


if __name__ == "__main__":
    main()
