"""Articles as learning sees them: a text or a document in, its visible blocks with lines out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrubber.blocks import read
from scrubber.model import Origin
from scrubber.similarity.words import normalised
from scrubber.view import view_of

if TYPE_CHECKING:
    from scrubber.model import Document


class Seen(NamedTuple):
    """A block of an article."""

    text: str
    key: str
    """Equal keys: equal blocks, typography and case apart."""
    line: int
    is_fixed: bool = False
    """A heading, a list or a table of Markdown or HTML."""


class Page(NamedTuple):
    """An article in an archive."""

    site: str
    id: str
    blocks: tuple[Seen, ...]


def page_of_text(site: str, name: str, text: str) -> Page:
    """The article ``text``, which was cleaned before."""
    return page_of(site, name, read(text, "text", Origin()))


def page_of(site: str, name: str, document: Document) -> Page:
    """The article in ``document``, with its blocks as rules of structure see them."""
    lines = _lines(document)
    places = range(len(document.blocks))
    seen = document
    if document.source_format != "text":
        view = view_of(document, for_copies=False)
        seen, places = view.document, view.places  # type: ignore[assignment]
    blocks = []
    for index, place in enumerate(places):
        text, block = seen.text_of(index), document.blocks[place]
        is_fixed = block.opaque or (block.reading is not None and block.reading.heading)
        blocks.append(Seen(text, normalised(text), lines[place], is_fixed))
    return Page(site, name, tuple(block for block in blocks if block.key))


def _lines(document: Document) -> list[int]:
    """The line of each block, from 1."""
    found, line, at = [], 1, 0
    for block in document.blocks:
        line += document.text.count("\n", at, block.start)
        at = block.start
        found.append(line)
    return found
