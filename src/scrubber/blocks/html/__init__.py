"""HTML sources: splits a page at its elements, losslessly, and tells what in it is no prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.model import Block, Document

if TYPE_CHECKING:
    from scrubber.blocks.html.structure import Structure
    from scrubber.model import Origin


def read_html(text: str, origin: Origin) -> Document:
    """A document of an HTML source."""
    from scrubber.blocks.html.structure import structure_of

    structure = structure_of(text)
    document = Document(text, split_html, "html", protected=structure.protected, origin=origin)
    document.memo["html structure"] = structure
    return document


def split_html(document: Document) -> tuple[Block, ...]:
    """The blocks of an HTML source."""
    if "html structure" not in document.memo:
        from scrubber.blocks.html.structure import structure_of

        document.memo["html structure"] = structure_of(document.text)
    structure: Structure = document.memo["html structure"]
    return structure.blocks
