"""Stretches of a text: spans in; what holds a place of them, what they are together, out."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrubber.model import Span


def holds(spans: Sequence[Span], start: int, end: int | None = None) -> bool:
    """Whether one of the sorted, disjoint ``spans`` holds ``[start, end)``, or one character."""
    index = bisect_right(spans, start, key=lambda span: span[0]) - 1
    return index >= 0 and (start + 1 if end is None else end) <= spans[index][1]


def merged(spans: Iterable[Span]) -> list[Span]:
    """Any ``spans`` sorted; those that touch or overlap made one, empty ones left out."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if start == end:
            continue
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return found


def without(extents: Iterable[Span], holes: Sequence[Span]) -> Iterator[Span]:
    """What ``holes`` leave of ``extents``; both sorted and disjoint."""
    index = 0
    for start, end in extents:
        at = start
        while index < len(holes) and holes[index][1] <= at:
            index += 1
        while index < len(holes) and holes[index][0] < end:
            if at < holes[index][0]:
                yield at, holes[index][0]
            at = holes[index][1]
            if at >= end:
                break
            index += 1
        if at < end:
            yield at, end
