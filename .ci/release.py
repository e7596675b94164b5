"""
What a release needs to know, or why there is to be none.

    python .ci/release.py [--tag TAG] [--notes FILE]

prints the version of the checkout. With --tag it must be the version's own tag; CHANGELOG.md must have a section of
the version, which goes to --notes. Else exit status 1, with a sentence that says what to do.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# What a release may be called: a later PEP 440 suffix (0.2.0rc1) moves no tag of the Action.
VERSION = re.compile(r'^VERSION = "(\d+\.\d+\.\d+(?:(?:a|b|rc)\d+)?)"$', re.MULTILINE)


def version(tree: Path) -> str:
    """The version that the tree says it is."""
    found = VERSION.search((tree / "factcheck" / "model" / "version.py").read_text(encoding="utf-8"))
    if found is None:
        sys.exit("factcheck/model/version.py has no version of the form 0.2.0 or 0.2.0rc1.")
    return found[1]


def notes(tree: Path, wanted: str) -> str:
    """The section of the changelog that is about a version, without its heading."""
    text = (tree / "CHANGELOG.md").read_text(encoding="utf-8")
    found = re.search(rf"^## \[{re.escape(wanted)}\][^\n]*\n(.*?)(?=^## |^\[|\Z)", text, re.MULTILINE | re.DOTALL)
    if found is None or not found[1].strip():
        sys.exit(
            f"CHANGELOG.md says nothing of {wanted}: name the section of what is unreleased “## [{wanted}] - DATE”."
        )
    return found[1].strip() + "\n"


def main() -> None:
    """Check the tree, print its version, write its notes."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--tag")
    parser.add_argument("--notes", type=Path)
    parser.add_argument("--tree", type=Path, default=ROOT)
    options = parser.parse_args()
    wanted = version(options.tree)
    if options.tag is not None and options.tag != f"v{wanted}":
        sys.exit(f"The tag is {options.tag}, the version {wanted}: tag v{wanted}, or raise the version.")
    told = notes(options.tree, wanted)
    if options.notes is not None:
        options.notes.write_text(told, encoding="utf-8", newline="\n")
    print(wanted)


if __name__ == "__main__":
    main()
