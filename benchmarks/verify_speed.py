"""
The speed of `verify` as a ratio to what `read` needs for the same texts, in the same run.

    python benchmarks/verify_speed.py [CLAIMS [RULES [FILES]]]

Writes a newsroom of FILES claim files and sources with CLAIMS claims and RULES rules in all into a
temporary folder, then the same claims over one single source, then as many over one single source that
is all quotes, and times whole processes (CPU seconds, the best of three, `verify` and `read` in turn).
Each of them is done at a tenth and a third of the size too: what is linear takes a tenth and a third.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

PLACES = ["Rome", "Milan", "Turin", "Naples", "Genoa", "Palermo", "Bari", "Verona"]
NOUNS = ["arrests", "searches", "fines", "seizures", "charges", "complaints", "patrols", "checks"]


# A news text has about as much prose without claims as with: in the article of `seeds/` a claim comes
# every 225 characters, and a third of the sentences have no number.
REST = [
    "Neighbours said that the streets had been quiet for most of the week, and that nobody had seen anything.",
    "The mayor thanked everybody who had helped, and promised that the council would look into the matter.",
    "A spokesman declined to comment on what he called a matter for the courts, and left by a side door.",
    "It was not clear on Tuesday whether the office would publish the full list, as it had done in the past.",
]


def sentence(at: int, value: int, choose: random.Random) -> str:
    """A sentence of a local report around one number."""
    place, noun = choose.choice(PLACES), choose.choice(NOUNS)
    return f"In district {at} of {place} the police counted {value} {noun} in the week under review, the office said."


def short(at: int, value: int, choose: random.Random) -> str:
    """A line of a list of results: 50 characters, so that 100,000 of them are 5 MB."""
    return f"{choose.choice(PLACES)}, ward {at}: {value} {choose.choice(NOUNS)} in the week."


def write(folder: Path, claims: int, rules: int, files: int, *, dense: bool = False) -> list[Path]:
    """
    A newsroom: per file one source, its claims, and rules over five claims each. Returns the sources.

    ``dense`` leaves out whatever states no claim.
    """
    choose = random.Random(7)
    sources = []
    for number in range(files):
        count, lines, records, values = claims // files, [], [f"source: source{number}.txt", "claims:"], []
        for at in range(count):
            value = choose.randrange(20, 900)
            values.append(value)
            text = (short if dense else sentence)(number * count + at, value, choose)
            lines.append(text if dense else f"{text} {choose.choice(REST)}")
            # In quotes, for the short ones hold a colon.
            records.append(f"  c{at}: '{text[: text.index(' in the week')]}'")
        records.append("rules:")
        for at in range(rules // files):
            first = (at * 5) % max(count - 5, 1)
            total = sum(values[first : first + 4])
            records.append(f"  - formula: c{first} + c{first + 1} + c{first + 2} + c{first + 3} = {total}")
        source = folder / f"source{number}.txt"
        source.write_text("\n\n".join(" ".join(lines[at : at + 4]) for at in range(0, count, 4)), encoding="utf-8")
        (folder / f"claims{number}.yaml").write_text("\n".join(records) + "\n", encoding="utf-8")
        sources.append(source)
    return sources


def cpu(*runs: Callable[[], object]) -> list[float]:
    """The least CPU seconds of three runs of each of some child processes, run in turn [s]."""
    spent: list[list[float]] = [[] for _ in runs]
    for _ in range(3):
        for run, its in zip(runs, spent, strict=True):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            run()
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            its.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return [min(its) for its in spent]


def factcheck(*arguments: str, text: str | None = None) -> int:
    """Run the program; its output is thrown away."""
    command = [sys.executable, "-m", "factcheck", *arguments]
    return subprocess.run(command, input=text, text=True, stdout=subprocess.DEVNULL, check=False).returncode


def compare(claims: int, rules: int, files: int, *, dense: bool = False) -> None:
    """Time verify and read over one newsroom and print the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        sources = write(Path(folder), claims, rules, files, dense=dense)
        text = "\n\n".join(source.read_text(encoding="utf-8") for source in sources)
        status = factcheck("verify", folder)
        verify, read = cpu(lambda: factcheck("verify", folder), lambda: factcheck("read", "-", text=text))
    size = len(text) / 1e6
    print(
        f"{claims:>7} claims, {rules:>6} rules, {files:>3} files, {size:5.1f} MB: verify {verify:6.2f} s,"
        f" read {read:6.2f} s, ratio {verify / read:4.2f} (exit status {status})"
    )


def start_up() -> None:
    """The CPU of `--version` against importing typer, rich and yaml alone."""
    floor, ours = cpu(
        lambda: subprocess.run([sys.executable, "-c", "import typer, rich, yaml"], check=True),
        lambda: factcheck("--version"),
    )
    print(f"--version {ours:.3f} s, import typer, rich, yaml {floor:.3f} s, ratio {ours / floor:.2f}")


def main() -> None:
    """Print the ratios."""
    claims, rules, files = (int(its) for its in [*sys.argv[1:], *"100000 20000 200".split()[len(sys.argv) - 1 :]])
    start_up()
    for part in (10, 3, 1):
        compare(claims // part, rules // part, files)
    for part in (10, 3, 1):
        compare(claims // part, rules // part, 1)
    for part in (10, 3, 1):
        compare(claims // part, rules // part, 1, dense=True)


if __name__ == "__main__":
    main()
