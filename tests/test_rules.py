"""Every rule keeps the promises of its own documentation."""

from __future__ import annotations

import ast
import re
from typing import Any

import pytest

import scrubber
from scrubber.blocks import read
from scrubber.core import clean_document
from scrubber.decode import decode
from scrubber.model import Origin
from scrubber.options import from_options
from scrubber.rules import Rule, all_rules

SECTIONS = ("What it does:", "Why:", "Example:", "Untouched:", "Safety:")


def section(rule: Rule, title: str) -> list[str]:
    lines = rule.doc.splitlines()
    start = lines.index(title) + 1
    ends = (i for i in range(start, len(lines)) if lines[i] and not lines[i].startswith(" "))
    return [line.strip() for line in lines[start : next(ends, len(lines))] if line.strip()]


def examples() -> list[tuple[str, dict[str, Any], str | bytes, str]]:
    found: list[tuple[str, dict[str, Any], str | bytes, str]] = []
    for rule in all_rules():
        options: dict[str, Any] = {}
        before: str | bytes = ""
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


def _as_text(data: bytes) -> tuple[str, str, Origin]:
    text, origin = decode(data)
    return text, "text", origin._replace(whole_file=True)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_documentation_is_complete(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    assert re.fullmatch(r"(ENC|HTM|WSP|QUO|DUP|ORD|FUR|SUP)\d{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    for title in SECTIONS:
        assert section(rule, title), f"{rule.code} lacks {title}"


@pytest.mark.parametrize(("code", "options", "before", "after"), examples())
def test_example(code: str, options: dict[str, Any], before: str | bytes, after: str) -> None:
    source_format = options.pop("format", "text")
    if source_format != "text":
        document = read(str(before), source_format, Origin())
        result = clean_document(document, from_options(**options))
    elif isinstance(before, bytes):  # a file, where its bytes are what is wrong
        result = clean_document(read(*_as_text(before)), from_options(**options))
    else:
        result = scrubber.clean(before, **options)
    assert result.text == after
    assert code in {finding.code for finding in result.findings}


@pytest.mark.parametrize(("code", "text"), no_ops())
def test_untouched(code: str, text: str) -> None:
    result = scrubber.clean(text)
    assert result.text == text
    assert code not in {finding.code for finding in result.findings if finding.fixed}
