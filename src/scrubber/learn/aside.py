"""A document and settings in; which of its blocks are furniture, and it without them, out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrubber.apply import junction
from scrubber.learn.forms import is_paragraph
from scrubber.learn.match import matcher_of
from scrubber.model import Block, Document, Stage
from scrubber.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.learn.match import Matcher
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
        document.memo[key] = tuple(_marks(document, settings, matcher_of(profile)))
    marks: tuple[Mark, ...] = document.memo[key]
    return marks


def _marks(document: Document, settings: Settings, matcher: Matcher) -> Iterator[Mark]:
    texts = [document.text_of(index) for index in range(len(document.blocks))]
    rows = [matcher.row_of(settings.site, text) for text in texts]
    end = len(rows)
    if any(row is not None and row.where for row in rows):
        own = [at for at, row in enumerate(rows) if row is None and is_paragraph(texts[at])]
        end = own[-1] if own else end
    for index, row in enumerate(rows):
        if row is not None and (index > end or not row.where):
            yield Mark(index, row, row.action or settings.furniture)


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
