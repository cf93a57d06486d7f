"""HTML sources: splits a page at its elements, losslessly, and tells what in it is no prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.memo import remembered
from scrubber.model import Block, Document

if TYPE_CHECKING:
    from scrubber.blocks.html.structure import Structure
    from scrubber.model import Origin


def read_html(text: str, origin: Origin) -> Document:
    """A document of an HTML source."""
    structure = _structure(text)
    document = Document(text, split_html, "html", protected=structure.protected, origin=origin)
    document.memo[structure_of_document] = structure
    return document


def split_html(document: Document) -> tuple[Block, ...]:
    """The blocks of a HTML source."""
    return structure_of_document(document).blocks


@remembered
def structure_of_document(document: Document) -> Structure:
    """What the text of ``document`` is made of."""
    return _structure(document.text)


def _structure(text: str) -> Structure:
    from scrubber.blocks.html.structure import structure_of
    from scrubber.blocks.html.templates import structure_of_template, templates_of

    structure = structure_of(text)
    templates = templates_of(text, structure.protected)
    return structure_of_template(text, templates) if templates else structure
