"""The Action, its steps run as the runner does: by bash, with inputs in the environment."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

yaml = pytest.importorskip("yaml")
ROOT = Path(__file__).parents[1]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"]}

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A checkout, and beside it the folder that 'Install' leaves behind."""
    folder = tmp_path / "work"
    (folder / "posts").mkdir(parents=True)
    (folder / "posts/a b.txt").write_bytes(b"One line.  \nAnother.\n")
    (folder / "posts/clean.txt").write_bytes(b"One line.\n")
    tools = tmp_path / "runner/scrubber/bin"
    tools.mkdir(parents=True)
    (tools / "scrubber").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m scrubber "$@"\n')
    (tools / "scrubber").chmod(0o755)
    return folder


def run_step(name: str, workspace: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run a step with the inputs' defaults but for ``inputs``."""
    values = {key: entry["default"] for key, entry in ACTION["inputs"].items()}
    values |= {key.replace("_", "-"): value for key, value in inputs.items()}
    environment = dict(os.environ)
    for variable, expression in STEPS[name]["env"].items():
        key = expression.removeprefix("${{ inputs.").removesuffix(" }}")
        environment[variable] = values[key]
    environment |= {
        "RUNNER_TEMP": str(workspace.parent / "runner"),
        "GITHUB_OUTPUT": str(workspace.parent / "output"),
        "GITHUB_STEP_SUMMARY": str(workspace.parent / "summary.md"),
    }
    # as the runner starts bash: a failing command ends the step
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS[name]["run"]]
    return subprocess.run(
        command, cwd=workspace, env=environment, capture_output=True, text=True, check=False
    )


def test_findings_are_annotations_and_a_summary(workspace: Path) -> None:
    run = run_step("Check", workspace)
    assert run.returncode == 1
    assert run.stdout.startswith("::error file=posts/a b.txt,line=1,")
    assert "| WSP004 |" in (workspace.parent / "summary.md").read_text()
    assert (workspace.parent / "output").read_text() == "exit-code=1\n"


def test_nothing_to_fix(workspace: Path) -> None:
    run = run_step("Check", workspace, paths="posts/clean.txt")
    assert (run.returncode, run.stdout) == (0, "")
    assert "Nothing to fix" in (workspace.parent / "summary.md").read_text()


def test_it_may_look_without_failing(workspace: Path) -> None:
    assert run_step("Check", workspace, fail="false").returncode == 0
    assert (workspace.parent / "output").read_text() == "exit-code=1\n"
    assert run_step("Check", workspace, fail="false", paths="gone").returncode == 2


def test_paths_and_options(workspace: Path) -> None:
    run = run_step("Check", workspace, paths="posts/a b.txt\nposts/clean.txt\n")
    assert run.stdout.count("::error") == 1
    run = run_step("Check", workspace, options="--ignore WSP --strict")
    assert run.returncode == 0


def test_a_baseline(workspace: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "scrubber", "check", "-q", "--write-baseline", "known.json", "."],
        cwd=workspace,
        check=True,
        capture_output=True,
    )
    assert run_step("Check", workspace, baseline="known.json").returncode == 0


def test_a_sarif_file(workspace: Path) -> None:
    run = run_step("Check", workspace, sarif_file="findings.sarif")
    assert run.returncode == 1
    log = json.loads((workspace / "findings.sarif").read_text())
    assert [result["ruleId"] for result in log["runs"][0]["results"]] == ["WSP004"]


@pytest.mark.exhaustive
def test_the_installation(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(workspace.parent / "runner/scrubber")
    monkeypatch.setenv("GITHUB_ACTION_PATH", str(ROOT))
    run = run_step("Install", workspace, python=sys.executable)
    if "No matching distribution" in run.stderr or "Connection" in run.stderr:
        pytest.skip("no package registry")
    assert run.returncode == 0, run.stderr
    assert run_step("Check", workspace).returncode == 1


def test_every_input_is_used() -> None:
    used = {value for step in STEPS.values() for value in step["env"].values()}
    assert used == {f"${{{{ inputs.{name} }}}}" for name in ACTION["inputs"]}
