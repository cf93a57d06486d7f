"""The form of an HTML source: its tags and comments word for word, which no edit may change."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrubber.apply import arrangement
from scrubber.blocks.html.tokenizer import tokens_of
from scrubber.model import Replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrubber.model import Document, Edit


def keeps_form(before: Document, after: Document, edits: Sequence[Edit]) -> bool:
    """Whether ``edits``, which led from ``before`` to ``after``, touched no more than text.

    Markup is the same, or its blocks are in the order that was asked for; no character reference
    came into being.
    """
    if any(isinstance(edit, Replace) for edit in edits):
        (old, references), (new, references_now) = markup_of(before), markup_of(after)
        return old == new and references_now <= references
    order = arrangement(len(before.blocks), edits)
    there = [after.source_of(index) for index in range(len(after.blocks))]
    return there == [before.source_of(index) for index in order]


def markup_of(document: Document) -> tuple[list[str], int]:
    """The tags, comments and declarations of a source, and how many references it has."""
    if "html markup" not in document.memo:
        text = document.text
        markup = [
            text[token.start : token.end] for token in tokens_of(text) if token.kind != "text"
        ]
        document.memo["html markup"] = markup, len(re.findall(r"&(?:#[0-9xX]|[A-Za-z])", text))
    found: tuple[list[str], int] = document.memo["html markup"]
    return found
