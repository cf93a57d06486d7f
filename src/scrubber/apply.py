"""Edits carried out: a document and a rule's edits in, the next document and its map out."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from scrubber.edits import applied
from scrubber.model import Layout, Move, ProofError, Remove, Replace
from scrubber.offsets import OffsetMap, map_of_replacements

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrubber.model import Document, Edit


def apply_replacements(document: Document, edits: Sequence[Replace]) -> tuple[Document, OffsetMap]:
    """Write ``edits``, sorted and disjoint, into the text; what is protected must be read anew."""
    text = applied(document.text, edits)
    return document._replace(text=text, protected=()), map_of_replacements(edits)


def arrangement(count: int, edits: Sequence[Edit]) -> list[int]:
    """The order of blocks after ``edits``: indexes of the blocks that stay.

    Moves to one place keep the order in which they are given.

    Raises:
        ProofError: an edit names a block that does not exist, does not stay, or is named twice.
    """
    removed = {edit.block for edit in edits if isinstance(edit, Remove)}
    moves = [edit for edit in edits if isinstance(edit, Move)]
    moved = {move.block for move in moves}
    if removed & moved or len(moved) < len(moves):
        raise ProofError("a block is moved twice, or both moved and removed")
    leaving = removed | moved
    if not leaving <= set(range(count)):
        raise ProofError("a block is named that does not exist")
    before: dict[int | None, list[int]] = {}
    for move in moves:
        if move.before in leaving or (move.before or 0) >= count:
            raise ProofError("a block is moved to a place that does not stay")
        before.setdefault(move.before, []).append(move.block)
    order: list[int] = []
    for index in range(count):
        order += before.get(index, ())
        if index not in leaving:
            order.append(index)
    return order + before.get(None, [])


def apply_structure(document: Document, edits: Sequence[Edit]) -> tuple[Document, OffsetMap]:
    """Remove and move blocks. Former neighbours keep their gap, a new junction takes the usual.

    What is protected in the result must be read anew.
    """
    text, blocks = document.text, document.blocks
    order = arrangement(len(blocks), edits)
    usual = junction(document)
    parts = [text[: blocks[0].start]] if blocks else [text]
    pieces = [(0, 0, True)]
    length = len(parts[0])
    for place, index in enumerate(order):
        block = blocks[index]
        if place:
            gap = usual
            if order[place - 1] == index - 1:
                gap = text[blocks[index - 1].end : block.start]
            elif document.source_format == "markdown":
                gap += text[text.rfind("\n", 0, block.start) + 1 : block.start]  # indented code
            parts.append(gap)
            pieces.append((length, block.start, False))
            length += len(gap)
        parts.append(text[block.start : block.end])
        pieces.append((length, block.start, True))
        length += block.end - block.start
    if blocks:
        parts.append(text[blocks[-1].end :])
        pieces.append((length, blocks[-1].end, True))
    return document._replace(text="".join(parts), protected=()), OffsetMap(pieces)


def junction(document: Document) -> str:
    """The gap to write where two blocks become neighbours: the text's most frequent one."""
    text, blocks = document.text, document.blocks
    gaps = Counter(text[left.end : right.start] for left, right in pairwise(blocks))
    usual = gaps.most_common(1)[0][0] if gaps else paragraph_break(document.layout)
    if document.source_format != "text" and usual.count("\n") < 2:
        return "\n\n"
    return usual


def paragraph_break(layout: Layout) -> str:
    """What parts two paragraphs in a text of this layout."""
    return "\n" if layout in (Layout.SINGLE_NEWLINE, Layout.INDENTED) else "\n\n"
