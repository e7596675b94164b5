"""
A release needs a version, its tag and a section of the changelog, and no job of it more rights than its own.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT

WORKFLOWS = ROOT / ".github" / "workflows"
CHANGELOG = (
    "# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - 2027-01-02\n\n### Added\n\n* `scan`.\n\n## [0.1.0]\n\n* Old.\n"
)


def workflow() -> dict[str, Any]:
    """The workflow, as YAML reads it."""
    return dict(yaml.safe_load((WORKFLOWS / "release.yml").read_text(encoding="utf-8")))


def tree(folder: Path, version: str = "0.2.0", changelog: str = CHANGELOG) -> Path:
    """A checkout, as far as a release looks at it."""
    (folder / "factcheck" / "model").mkdir(parents=True)
    (folder / "factcheck" / "model" / "version.py").write_text(f'VERSION = "{version}"\n', encoding="utf-8")
    (folder / "CHANGELOG.md").write_text(changelog, encoding="utf-8")
    return folder


def release(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run .ci/release.py on a tree."""
    command = [sys.executable, "-X", "utf8", str(ROOT / ".ci" / "release.py"), "--tree", str(folder), *options]
    return subprocess.run(command, capture_output=True, check=False, timeout=60, encoding="utf-8")


@pytest.mark.parametrize("tag", [(), ("--tag", "v0.2.0")])
def test_a_version_with_its_notes_is_released(tmp_path: Path, tag: tuple[str, ...]) -> None:
    """With the notes of this version and of no other."""
    done = release(tree(tmp_path), *tag, "--notes", str(tmp_path / "notes.md"))
    assert (done.returncode, done.stdout, done.stderr) == (0, "0.2.0\n", "")
    assert (tmp_path / "notes.md").read_text(encoding="utf-8") == "### Added\n\n* `scan`.\n"


def test_a_tag_of_another_version_is_not_released(tmp_path: Path) -> None:
    """Whoever installs v0.3.0 gets 0.3.0."""
    done = release(tree(tmp_path), "--tag", "v0.3.0", "--notes", str(tmp_path / "notes.md"))
    assert done.returncode == 1
    assert "tag v0.2.0, or raise the version" in done.stderr
    assert not (tmp_path / "notes.md").exists()


@pytest.mark.parametrize("version", ["0.2.1", "0.2", "0x2.0", "0.2.0rc1"])
def test_a_version_of_which_the_changelog_says_nothing_is_not_released(tmp_path: Path, version: str) -> None:
    """Neither is one that is no version; “0.2” is not “0.2.0”."""
    done = release(tree(tmp_path, version))
    assert (done.returncode, done.stdout) == (1, "")


def test_an_empty_section_of_the_changelog_is_none(tmp_path: Path) -> None:
    """A heading is no news."""
    assert release(tree(tmp_path, changelog="## [0.2.0]\n\n## [0.1.0]\n\n* Old.\n")).returncode == 1


def test_each_job_has_its_own_rights_only() -> None:
    """What builds cannot publish, what publishes cannot write to the repository."""
    whole = workflow()
    assert whole["permissions"] == {}
    assert {name: job["permissions"] for name, job in whole["jobs"].items()} == {
        "check": {"contents": "read"},
        "build": {"contents": "read"},
        "attest": {"attestations": "write", "id-token": "write"},
        "publish": {"id-token": "write"},
        "tag": {"contents": "write"},
    }


def test_nothing_is_published_before_everything_is_checked() -> None:
    """The tag of the Action moves last."""
    jobs = workflow()["jobs"]
    assert jobs["check"]["uses"] == "./.github/workflows/ci.yml"
    assert "workflow_call:" in (WORKFLOWS / "ci.yml").read_text(encoding="utf-8")
    assert {"check", "build"} <= set(jobs["publish"]["needs"])
    assert "publish" in jobs["tag"]["needs"]


def test_no_words_of_an_event_are_part_of_a_script() -> None:
    """A branch may be called `$(rm -rf .)`: values come through the environment."""
    steps = [step for job in workflow()["jobs"].values() for step in job.get("steps", ())]
    scripts = [step["run"] for step in steps if "run" in step]
    assert len(scripts) == 5
    assert [script for script in scripts if re.search(r"\$\{\{", script)] == []
