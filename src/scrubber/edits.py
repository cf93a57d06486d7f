"""Loose edits in, problems out: outside protected spans, one problem a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.model import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from scrubber.model import Document, Replace, Span


def outside(edits: Iterable[Replace], protected: tuple[Span, ...]) -> Iterator[Replace]:
    """Those of the sorted ``edits`` that touch no protected span."""
    if not protected:
        yield from edits
        return
    index = 0
    for edit in edits:
        while index < len(protected) and protected[index][1] <= edit.start:
            index += 1
        if index == len(protected) or edit.end <= protected[index][0]:
            yield edit


def by_line(
    document: Document, edits: Iterable[Replace], message: Callable[[list[Replace]], str]
) -> Iterator[Problem]:
    """Gather sorted ``edits`` into one problem a line; ``message`` words the edits of a line.

    Edits in protected spans are left out.
    """
    group: list[Replace] = []
    line_end = -1
    for edit in outside(edits, document.protected):
        if edit.start > line_end:
            if group:
                yield _problem(group, message)
            group = []
            line_end = document.text.find("\n", edit.start)
            if line_end < 0:
                line_end = len(document.text)
        group.append(edit)
    if group:
        yield _problem(group, message)


def _problem(group: list[Replace], message: Callable[[list[Replace]], str]) -> Problem:
    return Problem((group[0].start, group[-1].end), message(group), tuple(group))


def counted(count: int, one: str, many: str = "") -> str:
    """A number with its noun: ``1 tag``, ``3 tags``."""
    return f"{count} {one if count == 1 else many or one + 's'}"
