"""A document and settings in; which of its blocks are furniture, and it without them, out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrubber.apply import junction
from scrubber.model import Block, Document, Stage
from scrubber.view import View

if TYPE_CHECKING:
    from scrubber.learn.profile import Row
    from scrubber.settings import Settings


class Mark(NamedTuple):
    """A block that is furniture, and what is done with it."""

    block: int
    row: Row
    action: str


def marks_of(document: Document, settings: Settings) -> tuple[Mark, ...]:
    """The furniture of a document, in its order."""
    profile = settings.profile
    if profile is None:
        return ()
    key = f"furniture {settings.furniture} {settings.site} {profile.digest}"
    if key not in document.memo:
        found = []
        for index in range(len(document.blocks)):
            row = profile.matcher.row_of(settings.site, document.text_of(index))
            if row is not None:
                found.append(Mark(index, row, row.action or settings.furniture))
        document.memo[key] = tuple(found)
    marks: tuple[Mark, ...] = document.memo[key]
    return marks


def without_furniture(document: Document, settings: Settings, stage: Stage) -> View | None:
    """The document as a rule of ``stage`` should see it; None where that is the document itself.

    What is dropped can be nobody's copy; what leaves its place stands between no paragraphs.
    """
    leaving = ("drop",) if stage is Stage.COPIES else ("drop", "end")
    hidden = frozenset(
        mark.block for mark in marks_of(document, settings) if mark.action in leaving
    )
    if not hidden:
        return None
    key = f"without {sorted(hidden)}"
    if key not in document.memo:
        document.memo[key] = _without(document, hidden)
    view: View = document.memo[key]
    return view


def _without(document: Document, hidden: frozenset[int]) -> View:
    text, usual = document.text, junction(document)
    parts: list[str] = []
    blocks: list[Block] = []
    places: list[int] = []
    at = 0
    for index, block in enumerate(document.blocks):
        if index in hidden:
            continue
        if places:
            near = places[-1] == index - 1
            gap = text[document.blocks[index - 1].end : block.start] if near else usual
            parts.append(gap)
            at += len(gap)
        parts.append(text[block.start : block.end])
        places.append(index)
        blocks.append(block._replace(start=at, end=at + block.end - block.start))
        at = blocks[-1].end
    found = tuple(blocks)
    protected = tuple((block.start, block.end) for block in found if block.opaque)
    seen = Document(
        "".join(parts), lambda _: found, document.source_format, protected, document.layout,
        document.origin,
    )  # fmt: skip
    return View(seen, document, tuple(places))
