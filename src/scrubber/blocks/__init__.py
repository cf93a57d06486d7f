"""Readers: the text of a source in, a lossless ``Document`` out, one module a format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.blocks.text import read_text

if TYPE_CHECKING:
    from scrubber.model import Document, Origin

FORMATS = ("text",)


def read(text: str, source_format: str, origin: Origin) -> Document:
    """A document of ``text``, read as ``source_format``.

    Raises:
        ValueError: there is no such format.
    """
    if source_format == "text":
        return read_text(text, origin)
    raise ValueError(f"unknown input format {source_format!r}: known are {', '.join(FORMATS)}")
