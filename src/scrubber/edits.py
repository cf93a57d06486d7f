"""Loose edits in; what they lead to, and problems outside protected spans, one a line, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.model import Problem, Replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from scrubber.model import Document, Span


def applied(text: str, edits: Sequence[Replace], at: int = 0, end: int | None = None) -> str:
    """The text after ``edits``, which are sorted and disjoint; of ``[at, end)``, where they lie."""
    parts: list[str] = []
    for edit in edits:
        parts += (text[at : edit.start], edit.text)
        at = edit.end
    return "".join(parts) + text[at:end]


def summed(middle: str, first: Sequence[Replace], then: Sequence[Replace]) -> Iterator[Replace]:
    """One edit for each stretch of ``middle`` that either of the two wrote or changes."""
    shift = 0
    pieces: list[tuple[int, int, int, str | None]] = []
    for edit in first:
        start = edit.start + shift
        shift += len(edit.text) - (edit.end - edit.start)
        pieces.append((start, edit.end + shift, edit.end - edit.start - len(edit.text), None))
    pieces += [(edit.start, edit.end, 0, edit.text) for edit in then]
    pieces.sort(key=lambda piece: piece[:2])
    removed = 0
    at = 0
    while at < len(pieces):
        start, end = pieces[at][:2]
        source = start + removed
        changes: list[Replace] = []
        while at < len(pieces) and (pieces[at][0] < end or pieces[at][0] == start):
            low, high, more, written = pieces[at]
            end = max(end, high)
            removed += more
            if written is not None:
                changes.append(Replace(low - start, high - start, written))
            at += 1
        yield Replace(source, end + removed, applied(middle[start:end], changes))


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


def lines_named(first: int, last: int) -> str:
    """Where something stands: ``line 31``, ``lines 39-43``."""
    return f"line {first}" if first == last else f"lines {first}-{last}"
