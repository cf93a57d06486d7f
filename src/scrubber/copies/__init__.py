"""Copies: a document in, the blocks that say again what others say out, and which of them stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.memo import remembered
from scrubber.similarity.screen import may_repeat
from scrubber.traits import signs_of

if TYPE_CHECKING:
    from scrubber.copies.decide import Copies
    from scrubber.model import Document


@remembered
def copies_of(document: Document) -> Copies | None:
    """What repeats in a document; None where a cheap look shows that nothing does."""
    if not may_repeat(document.text, signs_of(document)):
        return None
    from scrubber.copies.decide import decide

    return decide(document)
