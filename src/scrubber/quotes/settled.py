"""A document and what edits its marks in; the edits of it and of what they make of it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.blocks import read
from scrubber.edits import applied, outside, summed
from scrubber.quotes.nouns import TYPOGRAPHIC

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from scrubber.model import Document, Replace

_PASSES = 8


def settled(
    document: Document, style: str, edits_of: Callable[[Document], Iterable[Replace]]
) -> list[Replace]:
    """The edits toward ``style`` until there are none: one mark can tell what another one is."""
    text = document.text
    edits: list[Replace] = []
    for _ in range(_PASSES):
        if not _may_hold_others(text, style):
            break
        then = list(outside(edits_of(document), document.protected))
        if not then:
            break
        edits = list(summed(text, edits, then)) if edits else then
        text = applied(text, then)
        document = read(text, document.source_format, document.origin)
    return edits


def _may_hold_others(text: str, style: str) -> bool:
    if style == "straight":
        return not text.isascii() and any(sign in text for sign in TYPOGRAPHIC)
    return any(sign in text for sign in ("'", '"', "``"))
