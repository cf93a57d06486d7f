"""Two sequences in, the range of the first that the second does not share at its ends out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def unequal_range(one: Sequence[object], other: Sequence[object]) -> tuple[int, int]:
    """Half-open range of ``one``, widened to its neighbours where only ``other`` has more."""
    shorter = min(len(one), len(other))
    first = 0
    while first < shorter and one[first] == other[first]:
        first += 1
    behind = 0
    while behind < shorter - first and one[-1 - behind] == other[-1 - behind]:
        behind += 1
    last = len(one) - behind
    if first < last:
        return first, last
    return max(0, first - 1), min(len(one), last + 1)
