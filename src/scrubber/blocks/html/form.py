"""The form of an HTML source: its tags and comments word for word, which no edit may change."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from scrubber.apply import arrangement
from scrubber.blocks.compare import unequal_range
from scrubber.blocks.html.tokenizer import tokens_of
from scrubber.memo import remembered
from scrubber.model import Replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrubber.model import Document, Edit, Span


class Piece(NamedTuple):
    """A tag, a comment or a declaration, or what stands between two of them."""

    start: int
    end: int
    mark: str
    """Word for word; nothing of a text."""
    references: int
    """How many character references a text has."""


def misfits(before: Document, after: Document, edits: Sequence[Edit]) -> list[Span]:
    """The stretches of ``before`` in which ``edits``, which led to ``after``, touch the markup.

    Markup is the same, or its blocks are in the order that was asked for; no character reference
    came into being.
    """
    if not any(isinstance(edit, Replace) for edit in edits):
        order = arrangement(len(before.blocks), edits)
        there = [after.source_of(index) for index in range(len(after.blocks))]
        same = there == [before.source_of(index) for index in order]
        return [] if same else [(0, len(before.text))]
    old, new = pieces_of(before), pieces_of(after)
    if [piece.mark for piece in old] != [piece.mark for piece in new]:
        first, last = unequal_range([piece.mark for piece in old], [piece.mark for piece in new])
        starts = [*(piece.start for piece in old), len(before.text)]
        return [(starts[first], starts[last])]
    return [
        (one.start, one.end)
        for one, other in zip(old, new, strict=True)
        if other.references > one.references
    ]


@remembered
def pieces_of(document: Document) -> list[Piece]:
    """The pieces of a source in order, texts that follow one another made one."""
    return list(_pieces(document.text))


def _pieces(text: str) -> Iterator[Piece]:
    at = 0
    for token in tokens_of(text):
        if token.kind == "text":
            continue
        yield _text(text, at, token.start)
        yield Piece(token.start, token.end, text[token.start : token.end], 0)
        at = token.end
    yield _text(text, at, len(text))


def _text(text: str, start: int, end: int) -> Piece:
    return Piece(start, end, "", len(_reference().findall(text, start, end)))


@cache
def _reference() -> re.Pattern[str]:
    return re.compile(r"&(?:#[0-9xX]|[A-Za-z])")
