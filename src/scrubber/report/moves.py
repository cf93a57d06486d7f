"""Lines that left one place and came to another: what differs in, places on both sides out."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scrubber.report.align import Hunk

_LETTERS = 20
"""With fewer letters and digits, lines are equal by chance."""


class Moves(NamedTuple):
    """Which lines moved, by their index."""

    gone: dict[int, int]
    """Lines of the old text, each with its place in the new one."""
    came: dict[int, int]
    """Lines of the new text, each with its place in the old one."""


def find_moves(old: Sequence[str], new: Sequence[str], hunks: Sequence[Hunk]) -> Moves:
    """Runs of removed lines that were added, equal to the letter, in another place."""
    added = {n for hunk in hunks for n in range(hunk.k, hunk.m)}
    places: dict[str, deque[int]] = {}
    for n in sorted(added):
        if new[n].strip():
            places.setdefault(new[n], deque()).append(n)
    found = Moves({}, {})
    for hunk in hunks:
        at = hunk.i
        while at < hunk.j:
            there = places.get(old[at])
            while there and there[0] not in added:
                there.popleft()
            start = there[0] if there else -1
            length = _run((old[n] for n in range(at, hunk.j)), new, start, added)
            for n in range(length):
                found.gone[at + n], found.came[start + n] = start + n, at + n
            added.difference_update(range(start, start + length))
            at += max(length, 1)
    return found


def _run(lines: Iterable[str], new: Sequence[str], start: int, added: set[int]) -> int:
    """How many of ``lines`` stand in ``new`` from ``start`` on; 0 where that says nothing."""
    length = letters = 0
    for line in lines:
        if start + length not in added or new[start + length] != line:
            break
        letters += sum(map(str.isalnum, line))
        length += 1
        if length > _LETTERS and letters < _LETTERS:
            break
    return length if letters >= _LETTERS else 0
