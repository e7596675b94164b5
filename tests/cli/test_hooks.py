"""
The hooks of pre-commit, the action of GitHub and the page on CI, run as far as they can be here.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from conftest import ROOT

from factcheck.config import KEYS

HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
PAGE = (ROOT / "docs" / "ci.md").read_text("utf-8")


def git(folder: Path, *words: str) -> None:
    identity = ("-c", "user.name=desk", "-c", "user.email=desk@example.org")
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(desk):
    """The newsroom as a git repository whose files are staged."""
    git(desk, "init", "--quiet")
    return desk


def local(hooks: list[dict], folder: Path) -> None:
    """A configuration that runs the hooks as the manifest has them, with the program of this environment."""
    program = f"{sys.executable} -m factcheck"
    own = [{**hook, "language": "system", "entry": hook["entry"].replace("factcheck", program, 1)} for hook in hooks]
    config = {"repos": [{"repo": "local", "hooks": own}]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    git(folder, "add", ".")


def pre_commit(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PRE_COMMIT_HOME": str(folder.parent / "hooks"),
        "PRE_COMMIT_COLOR": "never",
    }
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_pre_commit_runs_verify_once_and_fails_on_a_finding(repository):
    """A changed source is enough; the report is shown."""
    pytest.importorskip("pre_commit")
    local([hook for hook in HOOKS if hook["id"] == "factcheck-verify"], repository)
    done = pre_commit(repository, "run", "--all-files")
    assert done.returncode == 1 and done.stdout.count("error balance: Arrests do not add up") == 1
    text = (repository / "seeds" / "raids.txt").read_text("utf-8").replace("12 arrests", "13 arrests")
    (repository / "seeds" / "raids.txt").write_text(text, encoding="utf-8")
    claims = (repository / "claims" / "raids.yaml").read_text("utf-8").replace("12 arrests", "13 arrests")
    (repository / "claims" / "raids.yaml").write_text(claims, encoding="utf-8")
    git(repository, "add", ".")
    assert pre_commit(repository, "run", "--files", "seeds/raids.txt").returncode == 0


def test_pre_commit_gives_scan_the_texts(repository):
    """Names of files that look like options or hold spaces are names of files."""
    pytest.importorskip("pre_commit")
    (repository / "a note.md").write_text("Of the 4 lorries, 2 were red.\n", encoding="utf-8")
    local([hook for hook in HOOKS if hook["id"] == "factcheck-scan"], repository)
    done = pre_commit(repository, "run", "--files", "a note.md", "claims/raids.yaml")
    assert done.returncode == 0, done.stdout


@pytest.mark.skipif("PRE_COMMIT_INSTALL" not in os.environ, reason="installs a package; set PRE_COMMIT_INSTALL=1")
def test_pre_commit_installs_the_project_from_a_repository(repository, tmp_path_factory):
    """As a user has it: the hook's environment is built from a clone."""
    pytest.importorskip("pre_commit")
    clone = tmp_path_factory.mktemp("project")
    for name in ("factcheck", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        source = ROOT / name
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(source, clone / name, ignore=ignored) if source.is_dir() else shutil.copy(source, clone / name)
    git(clone, "init", "--quiet")
    git(clone, "add", ".")
    git(clone, "commit", "--quiet", "-m", "Begin")
    git(repository, "add", ".")
    done = pre_commit(repository, "try-repo", str(clone), "factcheck-verify", "--all-files")
    assert "Arrests do not add up" in done.stdout, done.stdout + done.stderr


def test_the_hooks_are_as_they_must_be():
    """verify judges all records, once and alone; scan takes the names of files."""
    verify, scan = HOOKS
    assert verify["pass_filenames"] is False and verify["require_serial"] is True
    assert "pass_filenames" not in scan


def steps() -> list[dict]:
    return [step for step in ACTION["runs"]["steps"] if "run" in step]


def test_the_action_reads_files_as_people_have_them():
    """A release in Word is not left out for want of a library: the extra that it installs is one of the package's."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extra = re.search(r'"\$GITHUB_ACTION_PATH\[(\w+)\]"', steps()[0]["run"])
    assert extra and project["optional-dependencies"][extra[1]] == ["factcheck-cli[docx,html,pdf,xlsx]"]


def test_no_input_of_the_action_is_part_of_a_script():
    """`${{ }}` in `run` would let a branch's name be a command."""
    assert ACTION["runs"]["using"] == "composite" and steps()
    assert all("${{" not in step["run"] and step["shell"] == "bash" for step in steps())


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
@pytest.mark.parametrize(
    ("inputs", "status"),
    [
        ({}, 1),
        ({"INPUT_FAIL_ON": "never", "INPUT_PATHS": "claims\n"}, 0),
        ({"INPUT_REPORT": "sarif=out.sarif\njunit=out.xml"}, 1),
        ({"INPUT_COMMAND": "init"}, 2),
        ({"INPUT_PATHS": "$(touch hacked)\n; touch hacked"}, 2),
        ({"INPUT_PATHS": "--fail-on=never"}, 2),
    ],
)
def test_the_action_checks_and_obeys_no_input(inputs, status, desk, monkeypatch):
    """Its script runs here with what GitHub would set; paths are paths, whatever they look like."""
    tools = desk / "tools"
    tools.mkdir()
    program = tools / "factcheck"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factcheck "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    environment = {
        **os.environ, "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT),
        "GITHUB_ACTIONS": "true", "GITHUB_OUTPUT": str(desk / "output"), "GITHUB_STEP_SUMMARY": str(desk / "summary"),
        "INPUT_COMMAND": "verify", "INPUT_PATHS": "", "INPUT_FAIL_ON": "", "INPUT_REPORT": "", **inputs,
    }  # fmt: skip
    script = steps()[-1]["run"]
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=desk, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == status, done.stdout + done.stderr
    assert not (desk / "hacked").exists()
    if status == 1:
        assert "::error file=seeds/raids.txt,line=1," in done.stdout
        assert (desk / "output").read_text("utf-8") == "status=1\n"
        assert "Arrests do not add up" in (desk / "summary").read_text("utf-8")
    if "INPUT_REPORT" in inputs:
        assert (desk / "out.sarif").exists() and (desk / "out.xml").exists()


def test_the_page_on_ci_knows_every_hook_input_and_setting():
    """And its examples are YAML and TOML that can be read."""
    for text in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL):
        assert yaml.safe_load(text)
    for text in re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL):
        assert set(tomllib.loads(text)) <= {key.name for key in KEYS}
    assert all(f"id: {hook['id']}" in PAGE for hook in HOOKS)
    assert all(f"`{key.name}`" in PAGE and (not key.variable or f"`{key.variable}`" in PAGE) for key in KEYS)
