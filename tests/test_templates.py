"""HTML sources that are templates: what is for a program stays, and no block goes or moves."""

from __future__ import annotations

import pytest

from scrubber.blocks import read
from scrubber.core import clean_document
from scrubber.model import Document, Origin
from scrubber.settings import Settings

SIGN = "\u00ad"


def html(text: str) -> Document:
    return read(text, "html", Origin())


def clean(text: str) -> str:
    return clean_document(html(text), Settings()).text


@pytest.mark.parametrize(
    "source",
    [
        '---\nlayout: post\ntitle: "the  fer_ry"\n---\n<p>The fer_ry.</p>\n',
        '+++\ntitle = "the fer_ry"\n+++\n\n<p>The fer_ry.</p>\n',
        '<p>{{ post.title | default: "fer_ry" }} and the fer_ry</p>\n',
        "<p>{% if a < b and c > d %}The fer_ry{% endif %}</p>\n",
        '<a {% if a > 1 %}class="fer_ry"{% endif %}>the fer_ry</a>\n',
        '<?php if ($a > 1) echo "fer_ry"; ?>\n<p>The fer_ry.</p>\n',
        '<p>The fer_ry.</p>\n<?php\necho "<p>fer_ry</p>";\n',
        '<p>The fer_ry is <%= "fer_ry" %></p>\n',
        "<p>$$fer_ry$$ is no fer_ry.</p>\n",
        '{{ define "fer_ry" }}\n<p>The fer_ry.</p>\n{{ end }}\n',
    ],
)
def test_what_is_for_a_program_stays(source: str) -> None:
    """Only the word with an article, which is in the sentence, is cleaned."""
    before = source.replace("_", SIGN)
    after = before
    for article in ("The", "the", "no"):
        after = after.replace(f"{article} fer{SIGN}ry", f"{article} ferry")
    if "title" in source and not source.startswith("<"):
        after = before[: before.index("<p>")] + after[after.index("<p>") :]
    assert clean(before) == after


def test_quotation_marks_of_a_program_do_not_count() -> None:
    source = '<p>{{ t "a" }}{{ t "b" }}{{ t "c" }} “one” and "two"</p>\n'
    assert clean(source) == source.replace('"two"', "“two”")


COPY = (
    "<p>The old bridge over the Lune was closed on Monday after divers found a crack in its "
    "second pier, and nobody knows when it will be open to traffic again.</p>\n"
)


@pytest.mark.parametrize("between", ["{% else %}\n", "{{ box }}\n", "<?php endif; ?>\n"])
def test_no_block_goes(between: str) -> None:
    source = f"{COPY}{between}{COPY}"
    result = clean_document(html(source), Settings())
    assert result.text == source
    assert any("the page is a template" in finding.message for finding in result.findings)


@pytest.mark.parametrize(
    "beside",
    ['<script>x = "{{ a }}"</script>\n', "<!-- {% a %} -->\n", '<img src="{{ a }}">\n'],
)
def test_a_page_with_templates_in_scripts_is_none(beside: str) -> None:
    assert clean(COPY + beside + COPY) == COPY + beside


def test_an_open_sign_masks_no_page() -> None:
    source = f"<p>Write {{{{ first, fer{SIGN}ry.</p>\n<p>Then }}}} a fer{SIGN}ry.</p>\n"
    assert clean(source) == source.replace(SIGN, "")


@pytest.mark.parametrize("unit", ["{{", "{%", "<?php ", "<%", "$$", "{{a}}", "<?=", "---\na: b\n"])
def test_much_of_one_kind_ends(unit: str) -> None:
    source = unit * (200_000 // len(unit)) + "\n"
    assert clean(source) == source
