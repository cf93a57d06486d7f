"""Articles in; the places of the blocks that stand in them more than once out, in little memory."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrubber.learn.pages import Page

_BITS = 27
"""Of a table that tells which blocks may have been seen: one bit for each hash, 16 MB."""
_SHIFT = 32


class Place(NamedTuple):
    """Where a block stands."""

    page: int
    at: int


class Places:
    """Places of one block, in their order; 8 bytes each."""

    __slots__ = ("_packed",)

    def __init__(self, *places: Place) -> None:
        self._packed = array("Q")
        for place in places:
            self.append(place)

    def append(self, place: Place) -> None:
        """Put one more place behind the others."""
        self._packed.append(place.page << _SHIFT | place.at)

    def __len__(self) -> int:
        return len(self._packed)

    def __iter__(self) -> Iterator[Place]:
        return map(_unpacked, self._packed)

    @property
    def first(self) -> Place:
        """The first place."""
        return _unpacked(self._packed[0])


def _unpacked(packed: int) -> Place:
    return Place(packed >> _SHIFT, packed & (1 << _SHIFT) - 1)


def recurring(pages: Sequence[Page]) -> dict[str, Places]:
    """The blocks that stand at two places or more, with these.

    Most blocks are unique, so that their keys are not held: a first reading notes the hashes that
    come twice, a second one the places of their blocks. Hashes only spare work; none is in the
    result.
    """
    places: dict[str, Places] = {}
    twice = _seen_twice(pages)
    for number, page in enumerate(pages):
        for at, block in enumerate(page.blocks):
            if hash(block.key) in twice:
                places.setdefault(block.key, Places()).append(Place(number, at))
    return {key: some for key, some in places.items() if len(some) > 1}


def _seen_twice(pages: Sequence[Page]) -> set[int]:
    """The hashes of blocks that recur, and of a few that only share their place in the table."""
    table = bytearray(1 << _BITS - 3)
    twice: set[int] = set()
    for page in pages:
        for block in page.blocks:
            code = hash(block.key)
            at, bit = code >> 3 & (1 << _BITS - 3) - 1, 1 << (code & 7)
            if table[at] & bit:
                twice.add(code)
            table[at] |= bit
    return twice
