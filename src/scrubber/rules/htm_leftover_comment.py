r"""Comments, declarations, scripts and style sheets left in plain text.

What it does:
    Leaves out HTML comments, document types and other declarations, and ``script``, ``style``,
    ``noscript``, ``template`` and ``svg`` elements with their content. Of a CDATA section its
    marks go and its content stays.

Why:
    They were never the article's text: no reader of the page saw them.

Example:
    before: 'The ferry is late.\n\n<!-- advert -->\n<script>track("x");</script>\n\nIt comes.\n'
    after: 'The ferry is late.\n\nIt comes.\n'

Untouched:
    'A comment opens with <!-- and two hyphens.\n'
    'The <script> tag loads code.\n'

Safety:
    Safe: what goes is named, and showed nowhere on its page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.edits import by_line
from scrubber.model import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Document, Problem
    from scrubber.settings import Settings

CODE = "HTM003"
NAME = "leftover-comment"
STAGE = Stage.MARKUP
NEEDS = {"<"}


def check(document: Document, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001
    """One problem for each line where a comment, script or the like begins."""
    if document.source_format != "text":
        return
    from scrubber.markup.removal import edits_for_hidden

    edits = edits_for_hidden(document)
    yield from by_line(document, edits, lambda _: "a comment, declaration or script is left out")
