"""Readers: the text of a source in, a lossless ``Document`` out, one module a format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.blocks.text import read_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrubber.model import Document, Edit, Origin, Span

FORMATS = ("text", "markdown", "html")


def read(text: str, source_format: str, origin: Origin) -> Document:
    """A document of ``text``, read as ``source_format``.

    Raises:
        ValueError: there is no such format.
    """
    if source_format == "text":
        return read_text(text, origin)
    if source_format == "markdown":
        from scrubber.blocks.markdown import read_markdown

        return read_markdown(text, origin)
    if source_format == "html":
        from scrubber.blocks.html import read_html

        return read_html(text, origin)
    raise ValueError(f"unknown input format {source_format!r}: known are {', '.join(FORMATS)}")


def comments_of(document: Document) -> tuple[Span, ...]:
    """The comments in a source of Markdown or HTML that may speak to this program, in order."""
    if document.source_format == "markdown":
        from scrubber.blocks.markdown import structure_of_document

        return structure_of_document(document).comments
    if document.source_format == "html":
        from scrubber.blocks.html import structure_of_document as structure_of_page

        return structure_of_page(document).comments
    return ()


def front_matter_of(document: Document) -> Span:
    """Where the front matter of Markdown or HTML stands; empty where there is none."""
    if document.source_format == "text":
        return 0, 0
    from scrubber.blocks.markdown.mask import front_matter_end

    return 0, front_matter_end(document.text)


def misfits(before: Document, after: Document, edits: Sequence[Edit]) -> list[Span]:
    """The stretches of ``before`` in which ``edits``, which led to ``after``, touch the markup."""
    if before.source_format == "markdown":
        from scrubber.blocks.markdown import form

        return form.misfits(before, after, edits)
    if before.source_format == "html":
        from scrubber.blocks.html import form as html_form

        return html_form.misfits(before, after, edits)
    return []
