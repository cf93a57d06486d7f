"""Suppressions: what they silence, where they count, and that unused ones are named."""

from __future__ import annotations

import pytest

from scrubber.blocks import read
from scrubber.core import clean_document
from scrubber.model import Finding, Origin
from scrubber.settings import Settings

BAD = "Two  blanks."
GOOD = "Two blanks."
CODE = "WSP005"


def clean(text: str, source_format: str = "markdown") -> tuple[str, list[str]]:
    result = clean_document(read(text, source_format, Origin()), Settings())
    return result.text, [name(finding) for finding in result.findings if not finding.fixed]


def name(finding: Finding) -> str:
    return f"{finding.line} {finding.code}"


OFF, ON = "<!-- scrubber: off -->", "<!-- scrubber: on -->"
IGNORE = f"<!-- scrubber: ignore[{CODE}] laid out by hand -->"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            f"{BAD}\n\n{OFF}\n\n{BAD}\n\n{ON}\n\n{BAD}\n",
            f"{GOOD}\n\n{OFF}\n\n{BAD}\n\n{ON}\n\n{GOOD}\n",
        ),
        (f"{OFF}\n\n{BAD}\n", f"{OFF}\n\n{BAD}\n"),
        (f"{IGNORE}\n\n{BAD}\n\n{BAD}\n", f"{IGNORE}\n\n{BAD}\n\n{GOOD}\n"),
        (f"{IGNORE}\n{BAD}\n\n{BAD}\n", f"{IGNORE}\n{BAD}\n\n{GOOD}\n"),
        (f"{IGNORE}\n\n- {BAD}\n- b\n\n{BAD}\n", f"{IGNORE}\n\n- {BAD}\n- b\n\n{GOOD}\n"),
        (f"- {BAD}\n  {IGNORE}\n- {BAD}\n\n{BAD}\n", f"- {GOOD}\n  {IGNORE}\n- {BAD}\n\n{GOOD}\n"),
        ("<!-- scrubber: ignore[WSP] -->\n\na  b\n", "<!-- scrubber: ignore[WSP] -->\n\na  b\n"),
        (f"<!-- scrubber: ignore -->\n\n{BAD}\n", f"<!-- scrubber: ignore -->\n\n{BAD}\n"),
        (
            f"<!-- scrubber: ignore[QUO001, {CODE}] -->\n\n“So,” \"he\"  “said”.\n",
            f"<!-- scrubber: ignore[QUO001, {CODE}] -->\n\n“So,” \"he\"  “said”.\n",
        ),
        ("a  b\n\n<!-- scrubber: ignore-file -->\n", "a  b\n\n<!-- scrubber: ignore-file -->\n"),
        (
            f"{BAD}\n\n<!--scrubber:ignore-file[{CODE}]-->\n",
            f"{BAD}\n\n<!--scrubber:ignore-file[{CODE}]-->\n",
        ),
    ],
)  # fmt: skip
def test_markdown(before: str, after: str) -> None:
    assert clean(before) == (after, [])


@pytest.mark.parametrize(
    "front_matter",
    [
        f"---\ntitle: a\nscrubber: {{ignore: [{CODE}, ENC]}}\n---",
        f"---\nscrubber:\n  ignore: [{CODE}]\nother: b\n---",
        f"---\nscrubber:\n  ignore:\n    - {CODE}\n    - ENC\n---",
        f"+++\nscrubber = {{ignore = ['{CODE}']}}\n+++",
        f'+++\na = 1\n[scrubber]\nignore = ["{CODE}"]\n+++',
        f'{{\n"scrubber": {{"ignore": ["{CODE}"]}}\n}}',
    ],
)
def test_front_matter(front_matter: str) -> None:
    text = f"{front_matter}\n\n{BAD}\n"
    assert clean(text) == (text, [])


def test_front_matter_of_others_is_no_suppression() -> None:
    text = f"---\ntitle: scrubber\nignore: [{CODE}]\n---\n\n"
    assert clean(text + BAD + "\n") == (text + GOOD + "\n", [])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>a\u200bb</p>", "<p>ab</p>"),
        (f"{OFF}<p>a\u200bb</p>{ON}<p>a\u200bb</p>", f"{OFF}<p>a\u200bb</p>{ON}<p>ab</p>"),
        (
            "<!-- scrubber: ignore[WSP003] --><div><p>a\u200bb</p><p>a\u200bb</p></div>",
            "<!-- scrubber: ignore[WSP003] --><div><p>a\u200bb</p><p>ab</p></div>",
        ),
        (
            "<p>a<!-- scrubber: ignore[WSP003] -->a\u200bb</p>",
            "<p>a<!-- scrubber: ignore[WSP003] -->a\u200bb</p>",
        ),
    ],
)
def test_html(before: str, after: str) -> None:
    assert clean(before, "html") == (after, [])


@pytest.mark.parametrize(
    "text", [f"`{OFF}` {BAD}\n", f"    {OFF}\n\n{BAD}\n", f"```\n{OFF}\n```\n\n{BAD}\n"]
)
def test_code_switches_nothing_off(text: str) -> None:
    assert clean(text) == (text.replace(BAD, GOOD), [])


def test_plain_text_has_no_suppressions() -> None:
    text = f"{OFF}\n\n{BAD}\n"
    assert GOOD in clean(text, "text")[0]


PARAGRAPH = (
    "The ferry to the outer islands will not run on Sundays any more, the harbour office said "
    "on Tuesday, since too few people use it in the winter months."
)


def test_structure() -> None:
    ignore = "<!-- scrubber: ignore[DUP] a refrain -->"
    text = f"{PARAGRAPH}\n\nAnd then:\n\n{ignore}\n\n{PARAGRAPH}\n"
    assert clean(text) == (text, [])


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        (f"{IGNORE}\n\n{GOOD}\n", ["1 SUP001"]),
        (f"{OFF}\n\n{GOOD}\n\n{ON}\n", ["1 SUP001"]),
        (f"{GOOD}\n\n{ON}\n", ["3 SUP001"]),
        (f"<!-- scrubber: ignore-file -->\n\n{GOOD}\n", ["1 SUP001"]),
        (f"<!-- scrubber: ignore[WSP999] -->\n\n{GOOD}\n", ["1 SUP001"]),
        (f"---\nscrubber: {{ignore: [{CODE}]}}\n---\n\n{GOOD}\n", ["2 SUP001"]),
        (f"{IGNORE}\n", ["1 SUP001"]),
        (f"<!-- scrubber: ignroe -->\n\n{GOOD}\n", ["1 SUP001"]),
        (f"<!-- scrubber: ignore[{CODE.lower()}] -->\n\n{GOOD}\n", ["1 SUP001"]),
        (f"<!--scrubber:off-->\n\n{BAD}\n", []),
        (f"<!--scrubber:ignroe-->\n\n{GOOD}\n", ["1 SUP001"]),
        (f"<!-- scrubber: ignore[{CODE}, WSP999] -->\n\n{BAD}\n", ["1 SUP001"]),
    ],
)
def test_unused(text: str, findings: list[str]) -> None:
    assert clean(text) == (text, findings)


def test_a_suppression_of_rules_not_asked_for_is_not_unused() -> None:
    document = read(f"{IGNORE}\n\n{GOOD}\n", "markdown", Origin())
    assert not clean_document(document, Settings(ignore=(CODE,))).findings


def test_many_suppressions_end() -> None:
    text = f"{IGNORE}\n\n{BAD}\n\n" * 500
    assert clean(text + "x\n")[0] == text + "x\n"
