"""Markdown: splits a text at its top-level blocks, losslessly, and tells what in it is no prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.memo import remembered
from scrubber.model import Block, Document

if TYPE_CHECKING:
    from scrubber.blocks.markdown.structure import Structure
    from scrubber.model import Origin


def read_markdown(text: str, origin: Origin) -> Document:
    """A document of a Markdown text."""
    structure = _structure(text)
    document = Document(
        text, split_markdown, "markdown", protected=structure.protected, origin=origin
    )
    document.memo[structure_of_document] = structure
    return document


def split_markdown(document: Document) -> tuple[Block, ...]:
    """The blocks of a Markdown text."""
    return structure_of_document(document).blocks


@remembered
def structure_of_document(document: Document) -> Structure:
    """What the text of ``document`` is made of."""
    return _structure(document.text)


def _structure(text: str) -> Structure:
    from scrubber.blocks.markdown.mask import mask
    from scrubber.blocks.markdown.parser import parse
    from scrubber.blocks.markdown.structure import structure_of

    masked = mask(text)
    return structure_of(text, masked, parse(masked.text))
