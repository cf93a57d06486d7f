"""Articles of a site in; which of them are one story, so that they count once, out."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from scrubber.blocks.shape import count_units

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrubber.learn.pages import Page

_LONG = 12
"""Words of a block that tells a story from another."""
_HINT = 0.25
"""Share of an article's long blocks that must stand in another before the two are compared."""
_ALIKE = 0.65
"""Share of the shorter one's pairs of words that the other has, where both are one story."""
_MANY = 5
"""Pages from which on what most of them have is no story's."""
_SCRIPT = 14
"""Letters a word from which on pairs of letters are compared."""


def stories_of(pages: Sequence[Page]) -> list[int]:
    """For each page the first page that tells its story, which may be itself.

    Pages are compared with the first one that has one of their long blocks, not each with each:
    a story's copies share most blocks, so its first copy is among these.
    """
    common = _common(pages)
    long = [_long_blocks(page, common) for page in pages]
    first: dict[str, int] = {}
    parent = list(range(len(pages)))
    pairs: dict[int, set[tuple[str, str]]] = {}
    for index, blocks in enumerate(long):
        shared: dict[int, int] = defaultdict(int)
        for key, units in blocks.items():
            other = first.setdefault(key, index)
            if other != index:
                shared[other] += units
        for other, units in sorted(shared.items()):
            least = min(sum(blocks.values()), sum(long[other].values()))
            if units >= _HINT * least and _are_alike(pages, (index, other), common, pairs):
                _join(parent, index, other)
    return [_root(parent, index) for index in range(len(pages))]


def _common(pages: Sequence[Page]) -> set[str]:
    """Blocks that most pages have, however alike these are: no site is one story over and over."""
    distinct = {tuple(block.key for block in page.blocks) for page in pages}
    if len(distinct) < _MANY:
        return set()
    counts = Counter(key for keys in distinct for key in set(keys))
    return {key for key, count in counts.items() if 2 * count > len(distinct)}


def _long_blocks(page: Page, common: set[str]) -> dict[str, int]:
    units = {block.key: count_units(block.key) for block in page.blocks if block.key not in common}
    return {key: count for key, count in units.items() if count >= _LONG}


def _are_alike(
    pages: Sequence[Page],
    pair: tuple[int, int],
    common: set[str],
    known: dict[int, set[tuple[str, str]]],
) -> bool:
    for index in pair:
        if index not in known:
            known[index] = _pairs_of(pages[index], common)
    left, right = known[pair[0]], known[pair[1]]
    return len(left & right) >= _ALIKE * max(1, min(len(left), len(right)))


def _pairs_of(page: Page, common: set[str]) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for block in page.blocks:
        if block.key in common:
            continue
        parts = block.key.split()
        if len(parts) * _SCRIPT < len(block.key):
            found.update(pairwise(block.key))
        else:
            found.update(pairwise(parts))
    return found


def _root(parent: list[int], index: int) -> int:
    while parent[index] != index:
        parent[index] = parent[parent[index]]
        index = parent[index]
    return index


def _join(parent: list[int], one: int, other: int) -> None:
    left, right = sorted((_root(parent, one), _root(parent, other)))
    parent[right] = left
