"""Damage in front matter: named, and mended where texts alone change."""

from __future__ import annotations

import pytest

from scrubber.blocks import read
from scrubber.blocks.markdown.values import values_of
from scrubber.core import clean_document
from scrubber.model import Origin, Result
from scrubber.options import from_options

BODY = "\n\nThe ferry left.\n"

MENDED = [
    ("---\ntitle: The cafÃ© isnâ€™t open\n---", "---\ntitle: The café isn’t open\n---"),
    ("---\ntitle: 'A &quot;new&quot; boat'\n---", "---\ntitle: 'A \"new\" boat'\n---"),
    ('---\npier: "&#53;"\n---', '---\npier: "5"\n---'),
    ("---\ntags: [fer\u00adry, pier]\nn: 1\n---", "---\ntags: [ferry, pier]\nn: 1\n---"),
    ("---\ntitle: bell\x07 rings\n---", "---\ntitle: bell rings\n---"),
    ("---\nlead: >\n  A folded\n  cafÃ©\n---", "---\nlead: >\n  A folded\n  café\n---"),
    ("---\n# cafÃ©\ntitle: x\n---", "---\n# café\ntitle: x\n---"),
    (
        '+++\ntitle = "Tea &amp; cakes"\ndate = 2020-01-01\nx = nan\n+++',
        '+++\ntitle = "Tea & cakes"\ndate = 2020-01-01\nx = nan\n+++',
    ),
    ('{\n"title": "Tea &amp; cakes",\n"n": 1.0\n}', '{\n"title": "Tea & cakes",\n"n": 1.0\n}'),
]

LEFT = [
    '---\ntitle: "A &quot;new&quot; boat"\n---',
    "---\ntitle: The end &#35; of it\n---",
    "---\ntitle: The end&#x3a; of it\n---",
    "---\npier: &#53;\n---",
    '---\n"tea &amp; cakes": 1\n---',
    "---\na: &x [1]\nb: *x\nc: T &amp; R\n---",
    "---\ntitle: not: sound: &amp;\n---",
    '{\n"title": "A &quot;new&quot; boat"\n}',
    "---\na: " + "[" * 20_000 + "&amp;" + "]" * 20_000 + "\n---",
    "---\n" + "".join(f"k{number}: x &amp; y\n" for number in range(5_000)) + "---",
]


def cleaned(text: str, *, unsafe_fixes: bool = False) -> Result:
    document = read(text, "markdown", Origin())
    return clean_document(document, from_options(unsafe_fixes=unsafe_fixes))


@pytest.mark.parametrize(("before", "after"), MENDED)
def test_mended(before: str, after: str) -> None:
    assert cleaned(before + BODY, unsafe_fixes=True).text == after + BODY
    assert cleaned(after + BODY, unsafe_fixes=True).text == after + BODY


@pytest.mark.parametrize("mark", ["\ufeff", "\ufeff\ufeff", "ï»¿", "\ufeffï»¿"])
@pytest.mark.parametrize(
    "front", ["---\nt: a  b\n---", "+++\nt = 'a  b'\n+++", '{\n"t": "a  b"\n}']
)
def test_a_byte_order_mark_hides_no_front_matter(mark: str, front: str) -> None:
    assert cleaned(mark + front + BODY).text == front + BODY


@pytest.mark.parametrize("front", [before for before, _ in MENDED])
def test_a_note_unless_asked_for(front: str) -> None:
    result = cleaned(front + BODY)
    assert result.text == front + BODY
    assert {finding.code for finding in result.findings} == {"ENC007"}
    assert not any(finding.fixed for finding in result.findings)


@pytest.mark.parametrize("front", LEFT)
def test_left(front: str) -> None:
    """What would change a key or a value that is no text, or cannot be told."""
    result = cleaned(front + BODY, unsafe_fixes=True)
    assert result.text == front + BODY
    assert {finding.code for finding in result.findings} == {"ENC007"}
    assert not any(finding.fixable for finding in result.findings)


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: The café isn’t open & “so on”\nurl: /a?b=1&c=2\n---" + BODY,
        "A rule:\n\n---\n\ntitle &nbsp\n\n---\n",
    ],
)
def test_sound(text: str) -> None:
    result = cleaned(text, unsafe_fixes=True)
    assert (result.text, result.findings) == (text, ())


def test_aliases_are_not_expanded() -> None:
    bomb = "---\na: &a [x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(24)
    )
    assert values_of(bomb + "---") is None
