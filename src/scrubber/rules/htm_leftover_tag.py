r"""HTML tags left in plain text.

What it does:
    Leaves out tags, which it knows by the name of their element and by their form. An inline tag
    leaves no blank, block tags leave one paragraph break, one ``<br>`` a line break, an image its
    alternative text, cells of a row a tab between. A tag that is named as a word of its sentence
    stays.

Why:
    They are the dress of a page that a scraper did not take off.

Example:
    before: '<p>The ferry is <b>late</b>.</p><p>It <em>will</em> come.</p>\n'
    after: 'The ferry is late.\n\nIt will come.\n'

Untouched:
    'If a < b and b > c, write to <desk@example.com>, not to <Harbour Board Ltd>.\n'
    'I <3 vector<int>, and the <br> tag.\n'

Safety:
    Safe: every tag that goes is named; no text goes, and no markup is made of what is left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.edits import by_line, counted
from scrubber.model import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Document, Problem, Replace
    from scrubber.settings import Settings

CODE = "HTM002"
NAME = "leftover-tag"
STAGE = Stage.MARKUP
NEEDS = {"<"}


def check(document: Document, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001
    """One problem for each line with tags."""
    text = document.text
    if document.source_format != "text" or ">" not in text:
        return
    from scrubber.markup.removal import edits_for_tags

    def message(edits: list[Replace]) -> str:
        count = sum(text.count("<", edit.start, edit.end) for edit in edits)
        return f"{counted(count, 'tag')} {'is' if count == 1 else 'are'} left out"

    yield from by_line(document, edits_for_tags(document), message)
