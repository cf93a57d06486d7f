"""What the documents say of the rules is what the rules say of themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

import scrubber
from scrubber.cli import COMMANDS
from scrubber.rules import Rule, all_rules

ROOT = Path(__file__).parents[1]
RULES = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "rule",
    [rule for rule in all_rules() if f"## {rule.code} " in RULES],
    ids=lambda rule: rule.code,
)
def test_the_page_of_rules_is_current(rule: Rule) -> None:
    """A rule without an entry is no fault: adding one is adding one file."""
    entry = RULES.partition(f"## {rule.code} ")[2].partition("\n## ")[0]
    assert rule.summary in entry
    for line in rule.doc.splitlines()[1:]:
        assert line.strip().removesuffix(":") in entry


@pytest.mark.parametrize("command", ["clean", "check", "report", "undo", "log", "rule", "config"])
def test_the_readme_shows_every_command(command: str) -> None:
    assert command in COMMANDS
    assert f"scrubber {command}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readme_shows_what_happens() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    before, after = (part.partition("```")[0] for part in readme.split("```text\n")[1:3])
    assert scrubber.clean(before).text == after
