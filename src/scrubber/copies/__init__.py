"""Copies: a document in, the blocks that say again what others say out, and which of them stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.similarity.screen import may_repeat

if TYPE_CHECKING:
    from scrubber.copies.decide import Copies
    from scrubber.model import Document


def copies_of(document: Document) -> Copies | None:
    """What repeats in a document; None where a cheap look shows that nothing does."""
    memo = document.memo
    if "copies" not in memo:
        memo["copies"] = _find(document) if may_repeat(document.text) else None
    found: Copies | None = memo["copies"]
    return found


def _find(document: Document) -> Copies:
    from scrubber.copies.decide import decide

    return decide(document)
