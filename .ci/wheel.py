"""
The wheel alone: installed without anything else, in an empty folder, it does all that the docs say.

    python .ci/wheel.py WHEEL TREE

is run by the python of a fresh environment in which WHEEL was installed, TREE being the checkout that it
was built from. It ends with exit status 1 at the first thing that is missing.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from importlib.metadata import distributions
from pathlib import Path

# What the wheel asks for, what that asks for, and what a fresh environment has.
ALLOWED = {
    "factcheck-cli", "typer", "rich", "pyyaml", "click", "shellingham", "typing-extensions", "markdown-it-py", "mdurl",
    "pygments", "annotated-doc", "colorama", "pip", "setuptools",
}  # fmt: skip
FORMATS = "table plain json jsonl sarif junit github gitlab rdjson markdown html".split()
TEXT = "The raids led to 12 arrests: seven in Rome and six in Milan.\n"
ran: set[str] = set()


def factcheck(*arguments: str, status: int = 0, words: str = "", text: str = "", **environment: str) -> str:
    """Run the installed program, isolated from the checkout; its exit status and some of its words are known."""
    ran.add(arguments[0])
    program = Path(sys.executable).with_name("factcheck")
    done = subprocess.run(
        [str(program), *arguments],
        input=text.encode(),
        capture_output=True,
        check=False,
        timeout=60,
        env={**clean(), **environment},
    )
    out, err = done.stdout.decode(), done.stderr.decode()
    if done.returncode != status or words not in out + err:
        sys.exit(
            f"factcheck {' '.join(arguments)}: status {done.returncode}, not {status}, or no “{words}”\n{out}{err}"
        )
    return out


def clean() -> dict[str, str]:
    """The environment without what would change a run."""
    left_out = ("PYTHONPATH", "GITHUB_", "FACTCHECK_", "NO_COLOR", "FORCE_COLOR")
    own = {key: value for key, value in os.environ.items() if not key.startswith(left_out)}
    return {**own, "PYTHONUTF8": "1", "COLUMNS": "100"}


def whole(wheel: Path, tree: Path) -> None:
    """No file of the package is missing in the wheel, and nothing but what it needs is installed."""
    held = set(zipfile.ZipFile(wheel).namelist())
    own = {path.relative_to(tree).as_posix() for path in (tree / "factcheck").rglob("*") if path.is_file()}
    if missing := sorted(path for path in own - held if "__pycache__" not in path):
        sys.exit(f"not in the wheel: {missing}")
    installed = {its.metadata["Name"].lower().replace("_", "-") for its in distributions()}
    if extra := installed - ALLOWED:
        sys.exit(f"installed beside the wheel: {sorted(extra)}")


def records() -> None:
    """A first record, judged, reported in every format, known, watched."""
    factcheck("init", words="claims/first.yaml")
    factcheck("verify", words="3 rules hold")
    factcheck("list", "--format", "csv", words="number,sentence,value")
    for shape in ("table", "plain", "json"):
        factcheck("list", "--format", shape, words="ships.total")
        factcheck("show", "ships.total", "--format", shape, words="exact")
    source = next(Path("seeds").iterdir())
    said = source.read_text("utf-8")
    watched(source)
    digits = [at for at, sign in enumerate(said) if sign in "123456"]
    for at in digits:  # the first number that a rule speaks of
        source.write_text(f"{said[:at]}9{said[at + 1 :]}", encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "factcheck", "verify"], capture_output=True, env=clean(), check=False
        )
        if done.returncode == 1:
            break
    else:
        sys.exit("no changed digit breaks the starter's record")
    goals = [word for name in FORMATS for word in ("--report", f"{name}=out/report.{name}")]
    factcheck("verify", *goals, "-v", "--show-silenced", status=1)
    if empty := [name for name in FORMATS if not (Path("out") / f"report.{name}").stat().st_size]:
        sys.exit(f"nothing was written as {empty}")
    if "<style>" not in (page := Path("out/report.html").read_text("utf-8")) or "<script>" not in page:
        sys.exit("the page has no style or no script")
    known = ("--baseline", "known.jsonl")
    factcheck("verify", *known, "--update-baseline", words="1 added")
    factcheck("verify", *known, words="known from the baseline")
    source.write_text(said, encoding="utf-8")
    factcheck("verify", *known, "--update-baseline", words="1 dropped")
    factcheck("verify", "--show-settings", words='paths = ["claims"]')


def watched(source: Path) -> None:
    """`--watch` judges, waits, judges again, and ends with Ctrl-C."""
    program = str(Path(sys.executable).with_name("factcheck"))
    with Path("watch.log").open("wb") as log:
        its = subprocess.Popen([program, "verify", "--watch"], stdout=log, stderr=log, env=clean())
    try:
        wait(1)
        os.utime(source)
        wait(2)
    finally:
        its.send_signal(signal.SIGINT)
        status = its.wait(30)
    if status:
        sys.exit(f"--watch ended with {status}")


def wait(times: int) -> None:
    """Until the watch has judged so many times."""
    end = time.monotonic() + 30
    while Path("watch.log").read_text("utf-8").count("Watching") < times:
        if time.monotonic() > end:
            sys.exit("--watch does not judge (again)")
        time.sleep(0.05)


def texts() -> None:
    """Texts without records."""
    Path("raids.txt").write_text(TEXT, encoding="utf-8")
    for name in FORMATS:
        factcheck("scan", "raids.txt", "--format", name, status=1, words="12")
    factcheck("scan", "-", "--pedantic", status=1, text=TEXT, words="do not add up")
    factcheck("scan", "raids.txt", "--baseline", "known.jsonl", "--update-baseline", words="1 added")
    factcheck("scan", "raids.txt", "--baseline", "known.jsonl", "--jobs", "2")
    factcheck("draft", "raids.txt", "--output", "drafts/raids.yaml", words="wrote drafts/raids.yaml")
    factcheck("verify", "drafts/raids.yaml", status=1, words="do not add up")
    factcheck("compare", "-", "--against", "raids.txt", text="They led to 21 arrests.", words="the source has 12")
    row = json.loads(factcheck("read", "-", text="Over $31.6 million was seized.").splitlines()[0])
    if row["value"] != "31600000":
        sys.exit(f"read said {row}")


def rest() -> None:
    """Manuals, schemas, new quotes, the version, completion, and the same from Python."""
    kinds = [line.split()[0] for line in factcheck("explain").splitlines() if line and not line.startswith(" ")]
    for kind in kinds:
        if kind.islower() and kind.isalpha():
            factcheck("explain", kind)
    for shape in ("claims", "report"):
        json.loads(factcheck("schema", shape))
    factcheck("update", "--write", words="No quote needs new words")
    factcheck("--version", words="factcheck ")
    asked = {"_FACTCHECK_COMPLETE": "complete_bash", "COMP_WORDS": "factcheck ver", "COMP_CWORD": "1"}
    factcheck("", words="verify", **asked)
    code = (
        "import factcheck; factcheck.verify('claims').claims or exit(1); factcheck.read('5 kg').quantities or exit(1)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env=clean())


def untried() -> None:
    """A command that nobody tries here loads at least."""
    lines = factcheck("--help").partition("Commands:\n")[2].splitlines()
    for name in {line.split()[0] for line in lines if line[2:3].isalpha()} - ran:
        factcheck(name, "--help", words="Usage:")
        print(f"wheel: {name} was only asked for its help")


def main(wheel: str, tree: str) -> None:
    """All of it, in an empty folder."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        whole(Path(wheel).resolve(), Path(tree).resolve())
        os.chdir(folder)
        for part in (records, texts, rest, untried):
            part()
        os.chdir("/")
    print(f"wheel: alone in an empty folder it does everything ({time.monotonic() - started:.0f} s)")


if __name__ == "__main__":
    main(*sys.argv[1:])
