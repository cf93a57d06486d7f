"""Every rule keeps the promises of its own documentation."""

from __future__ import annotations

import ast
import re
from typing import Any

import pytest

import scrubber
from scrubber.rules import Rule, all_rules

SECTIONS = ("What it does:", "Why:", "Example:", "Untouched:", "Safety:")


def section(rule: Rule, title: str) -> list[str]:
    lines = rule.doc.splitlines()
    start = lines.index(title) + 1
    ends = (i for i in range(start, len(lines)) if lines[i] and not lines[i].startswith(" "))
    return [line.strip() for line in lines[start : next(ends, len(lines))] if line.strip()]


def examples() -> list[tuple[str, dict[str, Any], str, str]]:
    found: list[tuple[str, dict[str, Any], str, str]] = []
    for rule in all_rules():
        options: dict[str, Any] = {}
        before = ""
        for line in section(rule, "Example:"):
            key, _, value = line.partition(":")
            if key == "options":
                options = dict(pair.split("=") for pair in value.split())
            elif key == "before":
                before = ast.literal_eval(value.strip())
            elif key == "after":
                found.append((rule.code, options, before, ast.literal_eval(value.strip())))
    return found


def no_ops() -> list[tuple[str, str]]:
    return [
        (rule.code, ast.literal_eval(line))
        for rule in all_rules()
        for line in section(rule, "Untouched:")
    ]


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_documentation_is_complete(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    assert re.fullmatch(r"(ENC|HTM|WSP|QUO|DUP|ORD|FUR)\d{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    for title in SECTIONS:
        assert section(rule, title), f"{rule.code} lacks {title}"


@pytest.mark.parametrize(("code", "options", "before", "after"), examples())
def test_example(code: str, options: dict[str, Any], before: str, after: str) -> None:
    result = scrubber.clean(before, **options)
    assert result.text == after
    assert code in {finding.code for finding in result.findings}


@pytest.mark.parametrize(("code", "text"), no_ops())
def test_untouched(code: str, text: str) -> None:
    result = scrubber.clean(text)
    assert result.text == text
    assert code not in {finding.code for finding in result.findings if finding.fixed}
