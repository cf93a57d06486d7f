"""A document in; its quotation marks without a partner out.

A quotation over several paragraphs is opened again in each, or only in the first; it is closed
once. Both are balanced.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.quotes.balance import pairs_in, take_turns
from scrubber.quotes.marks import OPENERS, Reading, paragraphs_of
from scrubber.quotes.nouns import GUILLEMETS, Level, Role
from scrubber.traits import signs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Document
    from scrubber.quotes.nouns import Mark

_DOUBLE_SIGNS = '"“”„‟«»「」『』'


def lonely_marks(document: Document) -> Iterator[Mark]:
    """The double marks without a partner, at most one of each paragraph, in order."""
    waiting: Mark | None = None
    told = False  # of the paragraph of the mark that waits
    for start, lonely in _suspects(document):
        is_taken_up = lonely or document.text.startswith(OPENERS, start)
        if waiting is not None and not is_taken_up and not told:
            yield waiting
        if not lonely:
            waiting = None
        told_here = False
        for mark in lonely:
            if mark.role is Role.OPEN:
                if waiting is not None and mark.start != start and not told:
                    told_here = waiting.start >= start
                    yield waiting
                waiting, told = mark, told_here
            elif waiting is not None:
                waiting = None
            elif not told_here:
                told_here = True
                yield mark
    if waiting is not None and not told:
        yield waiting


def _suspects(document: Document) -> Iterator[tuple[int, list[Mark]]]:
    """The start of each paragraph with double marks, and those of them without a partner."""
    text = document.text
    pairs = pairs_in(signs_of(document))
    signs = [sign for sign in _DOUBLE_SIGNS if sign in signs_of(document)]
    reading: Reading | None = None
    for place, (start, end) in enumerate(paragraphs_of(document)):
        body = text[start:end]
        if not any(sign in body for sign in signs):
            continue
        if pairs is not None and take_turns(body, pairs):
            yield start, []
            continue
        reading = reading or Reading(document)
        yield start, [mark for mark in reading.marks_of(place) if _is_lonely(text, mark)]


def _is_lonely(text: str, mark: Mark) -> bool:
    if mark.role not in (Role.OPEN, Role.CLOSE) or mark.partner >= 0 or mark.level == Level.SINGLE:
        return False
    if text[mark.start] not in GUILLEMETS:
        return True
    before, after = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]
    is_arrow = (before in ("", " ", "\n")) and after in ("", " ", "\n")
    return not is_arrow or (text[mark.start] == "«" and mark.role is Role.OPEN)
