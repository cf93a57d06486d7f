"""Two repairs in a row made one: edits of a text and edits of their result in, their sum out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.model import Replace
from scrubber.mojibake.whole import Line, line_end, line_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def applied(text: str, edits: Sequence[Replace]) -> str:
    """The text after ``edits``, which are sorted and disjoint."""
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (text[at : edit.start], edit.text)
        at = edit.end
    return "".join(parts) + text[at:]


def chained(text: str, repaired: str, first: Sequence[Line], then: Sequence[Line]) -> list[Line]:
    """The lines of ``text`` with the edits that lead to what ``then`` makes of ``repaired``."""
    plans = {line.start: line.plan for line in first}
    edits = list(_sum(repaired, _edits(first), _edits(then)))
    shift = 0
    at = 0
    before = _edits(first)
    for line in then:
        while at < len(before) and before[at].end + shift <= line.start:
            shift += len(before[at].text) - (before[at].end - before[at].start)
            at += 1
        start = line.start - shift
        plans[start] = plans.get(start, ()) + line.plan
    lines: list[Line] = []
    for edit in edits:
        if not lines or edit.start >= lines[-1].start + len(lines[-1].text):
            lines.append(line_of(text, edit.start, line_end(text, edit.start)))
            lines[-1].plan = plans[lines[-1].start]
        lines[-1].edits.append(edit)
    return lines


def _edits(lines: Sequence[Line]) -> list[Replace]:
    return [edit for line in lines for edit in line.edits]


def _sum(middle: str, first: list[Replace], then: list[Replace]) -> Iterator[Replace]:
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
