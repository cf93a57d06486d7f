"""Blocks that may open an author section: a document and suspects in, whom each introduces out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.blocks.shape import LONGEST_LINE, bare_text
from scrubber.order.bio import bio_of
from scrubber.order.headings import is_author_heading, is_person_heading, split_heading
from scrubber.order.names import is_name
from scrubber.order.screen import SHORT, WRAPPED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scrubber.model import Document
    from scrubber.order.bio import Bio

_TOP = 5


def openings_among(document: Document, suspects: Iterable[int]) -> dict[int, Bio | None]:
    """The suspects that may open a section, in order, with the person that each introduces."""
    wrapped = document.layout in WRAPPED
    found: dict[int, Bio | None] = {}
    for index in suspects:
        text = _bare(document.text_of(index), wrapped=wrapped)
        bio = bio_of(text)
        if _may_open(document, text, bio):
            found[index] = bio
    return found


def _bare(text: str, *, wrapped: bool) -> str:
    bare = bare_text(text)
    return " ".join(bare.split()) if wrapped else bare


def _may_open(document: Document, text: str, bio: Bio | None) -> bool:
    """Whether the bare text of a block, or whom it introduces, may be those of a section."""
    if len(text) <= SHORT and (is_name(text) or is_author_heading(text) or is_person_heading(text)):
        return True
    if bio is not None:
        if not bio.name or bio.is_likely:
            return True
        return bio.name[-1] in _top(document) and (
            _is_short(text) or _may_have_byline(document, bio.name[-1])
        )
    top = text[:SHORT]
    return (":" in top or "\n" in top or "：" in top) and bool(split_heading(text)[0])


def _is_short(text: str) -> bool:
    return len(text.split()) <= LONGEST_LINE


def _may_have_byline(document: Document, name: str) -> bool:
    """Whether a short block near the top has a name in it."""
    top = (bare_text(document.text_of(index)) for index in range(min(_TOP, len(document.blocks))))
    return any(name in text and _is_short(text) for text in top)


def _top(document: Document) -> str:
    """The text above the article, where a byline may stand."""
    return document.text[: document.blocks[:_TOP][-1].end]
