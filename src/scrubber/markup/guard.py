"""Cleaning makes no markup: edits in; those that put together no tag out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from scrubber.markup.tags import live_spans

if TYPE_CHECKING:
    from scrubber.model import Replace


def without_new_markup(text: str, edits: list[Replace]) -> list[Replace]:
    """Those of the sorted ``edits`` that join no tag from what stands around them.

    What a browser would not have read as a tag before, it does not read as one afterwards.
    """
    if not edits or not _may_make(text, edits):
        return edits
    spans = list(live_spans(text))
    starts = [start for start, _ in spans]
    reach = list(accumulate((end for _, end in spans), max))
    while edits:
        making = {
            index
            for index in _within_tags(text, edits)
            if not _is_covered(edits[index], starts, reach)
        }
        if not making:
            break
        edits = [edit for index, edit in enumerate(edits) if index not in making]
    return edits


def _may_make(text: str, edits: list[Replace]) -> bool:
    """Whether a tag may have an edit within: it opens before one, and closes behind one.

    Of comments that do not close the opening alone counts.
    """
    if "<" not in text:
        return False
    written = "".join(edit.text for edit in edits)
    return ("<" in written or "<" in text[: edits[-1].end]) and (
        ">" in written or ">" in text[edits[0].start :] or "!" in text or "!" in written
    )


def _is_covered(edit: Replace, starts: list[int], reach: list[int]) -> bool:
    """Whether ``edit`` lies within what was a tag already."""
    before = bisect_left(starts, edit.start)
    return before > 0 and reach[before - 1] >= edit.end


def _within_tags(text: str, edits: list[Replace]) -> set[int]:
    """Indexes of the edits whose place is within a tag of the result."""
    parts: list[str] = []
    places: list[int] = []
    at = length = 0
    for edit in edits:
        parts += (text[at : edit.start], edit.text)
        length += edit.start - at
        places.append(length)
        length += len(edit.text)
        at = edit.end
    parts.append(text[at:])
    return {
        index
        for start, end in live_spans("".join(parts))
        for index in range(bisect_right(places, start), bisect_right(places, end))
    }
