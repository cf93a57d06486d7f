r"""Character references that show as such.

What it does:
    Writes the character for a reference with a semicolon and a known name or number, however
    often it was escaped. Numbers 128-159 mean Windows-1252. Signs that would read as markup
    stay escaped. In an HTML source references are its encoding: only one that was escaped twice
    is mended.

Why:
    They are the encoding of a page, not of a text: readers see the code instead of the letter.

Example:
    before: 'Fish &amp;amp; chips&#8230; 5 &lt; 6, caf&eacute;\n'
    after: 'Fish & chips… 5 < 6, café\n'

Untouched:
    'AT&T, R&D; and ?a=1&copy=2\n'
    'Write &lt;p&gt; for a paragraph.\n'

Safety:
    Safe: a reference names one character. Cleaning never makes markup out of text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.edits import by_line, counted
from scrubber.model import Replace, Stage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrubber.markup.references import Reference
    from scrubber.model import Document, Problem
    from scrubber.settings import Settings

CODE = "HTM001"
NAME = "character-reference"
STAGE = Stage.ENTITIES
NEEDS = {"&"}


def check(document: Document, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001
    """One problem for each line with references."""
    text = document.text
    from scrubber.markup import decoding

    read = {
        "text": decoding.in_plain_text,
        "markdown": decoding.in_markdown,
        "html": decoding.in_html,
    }[document.source_format]
    yield from by_line(document, _edits(text, read(text)), _message)


def _edits(text: str, written: Iterable[tuple[Reference, str]]) -> Iterator[Replace]:
    """An edit for each row of references, those that stay left out."""
    parts: list[str] = []
    start = end = -1
    for reference, clean in written:
        if clean == text[reference.start : reference.end]:
            continue
        if reference.start != end:
            if parts:
                yield Replace(start, end, "".join(parts))
            parts, start = [], reference.start
        parts.append(clean)
        end = reference.end
    if parts:
        yield Replace(start, end, "".join(parts))


def _message(edits: list[Replace]) -> str:
    count = len(edits)
    return f"{counted(count, 'character reference')} {'is' if count == 1 else 'are'} decoded"
