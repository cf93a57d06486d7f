"""What rules of structure see of Markdown and HTML: the visible texts; their edits come back."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from scrubber.model import Block, Document, Move, Remove

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrubber.model import Edit, Problem, Span

BETWEEN = "\n\n"
OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for an opaque block where copies are looked for."""


class View(NamedTuple):
    """A document of the visible texts of another one's blocks, those of markup alone left out."""

    document: Document
    source: Document
    places: tuple[int, ...]
    """For each block of ``document``, which block of ``source`` it is."""

    def translate(self, problem: Problem) -> Problem:
        """A problem of ``document`` as one of ``source``."""
        return problem._replace(
            span=self._span(problem.span),
            edits=(*map(self._edit, problem.edits), *self._emptied(problem.edits)),
            kept=None if problem.kept is None else self.places[problem.kept],
            places=tuple(map(self._span, problem.places)),
        )

    def _edit(self, edit: Edit) -> Edit:
        if isinstance(edit, Remove):
            kept = None if edit.kept is None else self.places[edit.kept]
            return Remove(self.places[edit.block], kept)
        if isinstance(edit, Move):
            block = self.places[edit.block]
            return Move(block, self._before(edit.before, block))
        return edit

    def _before(self, before: int | None, moved: int) -> int | None:
        """The block of ``source`` to stand before: markup between may part it from its siblings."""
        blocks = self.source.blocks
        place = len(blocks) if before is None else self.places[before]
        parent = _parent(blocks, moved)
        at = place
        while at and (at == len(blocks) or _parent(blocks, at) != parent):
            reading = blocks[at - 1].reading
            if reading is None or reading.said:
                break
            at -= 1
        if at == len(blocks) or _parent(blocks, at) != parent:
            at = place
        return None if at == len(blocks) else at

    def _emptied(self, edits: tuple[Edit, ...]) -> Iterator[Remove]:
        """Removals of the tags of elements that are empty once the blocks in them are gone."""
        gone = {
            self.places[edit.block]: self.places[edit.kept]
            for edit in edits
            if isinstance(edit, Remove) and edit.kept is not None
        }
        runs = [index for index in sorted(gone) if index - 1 not in gone]
        for first in runs:
            left, right = first - 1, first + 1
            while right in gone:
                right += 1
            while left in gone:
                left -= 1
            twins: dict[int, int] = {}
            left = self._beyond_twins(left, -1, gone, twins)
            right = self._beyond_twins(right, 1, gone, twins)
            if _are_around(self.source, left, right):
                gone |= {**twins, left: gone[first], right: gone[first]}
                yield from (Remove(index, gone[index]) for index in (*twins, left, right))
                runs.append(left)

    def _beyond_twins(
        self, index: int, step: int, gone: dict[int, int], twins: dict[int, int]
    ) -> int:
        """The block behind those that say nothing (images, comments) and stand by both copies."""
        kept = gone[index - step]
        while 0 <= index < len(self.source.blocks):
            kept += step
            reading = self.source.blocks[index].reading
            is_silent = reading is not None and not (reading.said or reading.pinned)
            if not is_silent or _is_tag(self.source, index) or not self._are_twins(index, kept):
                break
            twins[index] = kept
            index += step
        return index

    def _are_twins(self, index: int, kept: int) -> bool:
        source = self.source
        return (
            index != kept
            and 0 <= kept < len(source.blocks)
            and source.source_of(index) == source.source_of(kept)
        )

    def _span(self, span: Span) -> Span:
        return self._offset(span[0]), self._offset(max(span[0], span[1] - 1)) + 1

    def _offset(self, offset: int) -> int:
        """The place of ``source`` for one of ``document``: exact at the edges of blocks."""
        index = bisect_right(self.document.blocks, offset, key=lambda block: block.start) - 1
        if index < 0:
            return 0
        seen, block = self.document.blocks[index], self.source.blocks[self.places[index]]
        if offset >= seen.end - 1:
            return block.end - 1
        return min(block.start + offset - seen.start, block.end - 1)


def view_of(document: Document, *, for_copies: bool) -> View:
    """The view of a document of Markdown or HTML.

    Args:
        document: the source.
        for_copies: opaque blocks are like no other; else they show their source.
    """
    key = f"view {for_copies}"
    if key not in document.memo:
        document.memo[key] = _view(document, for_copies=for_copies)
    view: View = document.memo[key]
    return view


def _view(document: Document, *, for_copies: bool) -> View:
    texts: list[str] = []
    blocks: list[Block] = []
    places: list[int] = []
    at = 0
    for index, block in enumerate(document.blocks):
        said = document.text_of(index)
        if said and block.opaque:
            said = f"{OBJECT}{index}" if for_copies else document.source_of(index)
        if said:
            blocks.append(block._replace(start=at, end=at + len(said)))
            places.append(index)
            texts.append(said)
            at += len(said) + len(BETWEEN)
    found = tuple(blocks)
    protected = tuple((block.start, block.end) for block in found if block.opaque)
    seen = Document(
        BETWEEN.join(texts), lambda _: found, document.source_format, protected,
        origin=document.origin,
    )  # fmt: skip
    return View(seen, document, tuple(places))


def _is_tag(document: Document, index: int) -> bool:
    """Whether a block is the one tag of an element that holds blocks."""
    block = document.blocks[index]
    reading = block.reading
    return (
        reading is not None
        and not reading.beside
        and not document.text.startswith("<!--", block.start)
    )


def _are_around(document: Document, left: int, right: int) -> bool:
    """Whether two blocks are the tags of one element, which may go with all that is in it."""
    blocks = document.blocks
    if left < 0 or right >= len(blocks):
        return False
    for index in (left, right):
        reading = blocks[index].reading
        if reading is None or reading.said or reading.beside or reading.pinned:
            return False
    element = _parent(blocks, right)
    return (
        document.source_of(right).startswith("</")
        and not document.source_of(left).startswith(("</", "<!", "<?"))
        and _parent(blocks, left) != element == _parent(blocks, left + 1)
    )


def _parent(blocks: Sequence[Block], index: int) -> int:
    reading = blocks[index].reading
    return 0 if reading is None else reading.parent
