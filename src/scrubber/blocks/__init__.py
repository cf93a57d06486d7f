"""Readers: the text of a source in, a lossless ``Document`` out, one module a format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.blocks.text import read_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrubber.model import Document, Edit, Origin

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


def keeps_form(before: Document, after: Document, edits: Sequence[Edit]) -> bool:
    """Whether ``edits``, which led from ``before`` to ``after``, left the markup as it was."""
    if before.source_format == "markdown":
        from scrubber.blocks.markdown import form

        return form.keeps_form(before, after, edits)
    if before.source_format == "html":
        from scrubber.blocks.html import form as html_form

        return html_form.keeps_form(before, after, edits)
    return True
