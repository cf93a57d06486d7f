"""Two lists of lines in, the stretches that differ out, in nearly linear time.

After Bram Cohen's patience diff: equal ends are trimmed, lines that stand once on each side are
anchors, and what lies between two anchors is aligned in the same way. A stretch without anchors is
compared line by line where both sides have as many, or by ``difflib`` where it is short.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_SHORT = 200
"""So many lines of both sides together are left to ``difflib``, whose worst case is cubic."""


class Hunk(NamedTuple):
    """Lines ``[i, j)`` of the old text stand for lines ``[k, m)`` of the new one."""

    i: int
    j: int
    k: int
    m: int


def differing(old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """The stretches that differ, in order; between them the lines are equal."""
    found: list[Hunk] = []
    todo = [Hunk(0, len(old), 0, len(new))]
    while todo:
        part = _trimmed(todo.pop(), old, new)
        if part.i == part.j or part.k == part.m:
            if part.i < part.j or part.k < part.m:
                found.append(part)
            continue
        anchors = _anchors(part, old, new)
        if anchors:
            todo += reversed(list(_between(part, anchors)))
        else:
            found += _without_anchors(part, old, new)
    return list(_joined(found))


def _trimmed(part: Hunk, old: Sequence[str], new: Sequence[str]) -> Hunk:
    i, j, k, m = part
    while i < j and k < m and old[i] == new[k]:
        i, k = i + 1, k + 1
    while i < j and k < m and old[j - 1] == new[m - 1]:
        j, m = j - 1, m - 1
    return Hunk(i, j, k, m)


def _anchors(part: Hunk, old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of equal lines, rising on both sides: of lines that stand equally often on both."""
    ours = Counter(old[part.i : part.j])
    theirs = Counter(new[part.k : part.m])
    for most in (1, _SHORT):  # lines that stand once tell most
        common = {line for line, n in ours.items() if n <= most and theirs.get(line) == n}
        if common:
            here = [n for n in range(part.i, part.j) if old[n] in common]
            there: dict[str, list[int]] = {}
            for n in range(part.m - 1, part.k - 1, -1):
                if new[n] in common:
                    there.setdefault(new[n], []).append(n)
            return _rising([(n, there[old[n]].pop()) for n in here])
    return []


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs whose second numbers rise, by patience sorting."""
    tops: list[int] = []
    piles: list[int] = []
    below: list[int] = []
    for index, (_, second) in enumerate(pairs):
        pile = bisect_left(tops, second)
        if pile == len(tops):
            tops.append(second)
            piles.append(index)
        else:
            tops[pile] = second
            piles[pile] = index
        below.append(piles[pile - 1] if pile else -1)
    chosen = []
    at = piles[-1]
    while at >= 0:
        chosen.append(pairs[at])
        at = below[at]
    return chosen[::-1]


def _between(part: Hunk, anchors: Iterable[tuple[int, int]]) -> Iterator[Hunk]:
    i, k = part.i, part.k
    for first, second in anchors:
        yield Hunk(i, first, k, second)
        i, k = first + 1, second + 1
    yield Hunk(i, part.j, k, part.m)


def _without_anchors(part: Hunk, old: Sequence[str], new: Sequence[str]) -> Iterator[Hunk]:
    i, j, k, m = part
    if j - i == m - k:
        for n in range(j - i):
            if old[i + n] != new[k + n]:
                yield Hunk(i + n, i + n + 1, k + n, k + n + 1)
    elif j - i + m - k <= _SHORT:
        from difflib import SequenceMatcher

        matcher = SequenceMatcher(None, old[i:j], new[k:m], autojunk=False)
        for tag, a, b, c, d in matcher.get_opcodes():
            if tag != "equal":
                yield Hunk(i + a, i + b, k + c, k + d)
    else:
        yield part


def _joined(hunks: Iterable[Hunk]) -> Iterator[Hunk]:
    """The hunks, neighbours that touch made one."""
    last: Hunk | None = None
    for hunk in hunks:
        if last is not None and (last.j, last.m) == (hunk.i, hunk.k):
            last = Hunk(last.i, hunk.j, last.k, hunk.m)
            continue
        if last is not None:
            yield last
        last = hunk
    if last is not None:
        yield last
