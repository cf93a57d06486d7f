"""Two articles in, with their furniture set aside; whether they are one story out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrubber.dedupe.cache import Cache
from scrubber.dedupe.facts import read, replaced_facts
from scrubber.dedupe.model import APART, CONTAINED, SAME, Verdict
from scrubber.dedupe.shingles import in_common

if TYPE_CHECKING:
    from collections.abc import Callable

    from scrubber.dedupe.facts import Reading
    from scrubber.dedupe.tokens import Hashes

LEAST_RESEMBLANCE = 0.22
LEAST_CONTAINMENT = 0.5
"""A copy has either: as large a share of all shingles, or of those of the poorer article."""
TEASER = 0.375
"""A text that has no more of another's shingles than this share is its teaser, no copy."""
TEASER_CONTAINMENT = 0.6
FACTS = 0.05
"""The share of the words of an exact copy that may be facts in the place of others."""
NEAR = 0.6
"""From so large a containment on each difference is looked at."""
NEAREST = 8
"""Up to so many shingles that are not shared also where all numbers and names are."""


class Overlap(NamedTuple):
    """How many shingles two articles have."""

    shared: int
    first: int
    second: int


class Verifier:
    """Compares articles by their shingles, and their facts where these leave it open.

    Args:
        shingles: those of an article, in order.
        text: its text.
        room: how many bytes may be kept at hand.
    """

    def __init__(
        self, shingles: Callable[[int], Hashes], text: Callable[[int], str], room: int
    ) -> None:
        self._shingles = Cache(shingles, _size_of, room // 2)
        self._readings = Cache(lambda n: read(text(n)), _size_of_reading, room // 2)

    def reading(self, article: int) -> Reading:
        """The words of an article."""
        return self._readings[article]

    def overlap(self, one: int, other: int) -> Overlap:
        """How many shingles ``one`` and ``other`` have, and how many both."""
        left, right = self._shingles[one], self._shingles[other]
        return Overlap(in_common(left, right), len(left), len(right))

    def compare(self, one: int, other: int) -> Verdict:
        """What ``one`` and ``other`` are to each other."""
        overlap = shared, *sizes = self.overlap(one, other)
        poorer, richer = min(sizes), max(sizes)
        if not shared:
            return Verdict(APART, *overlap, 0)
        containment, resemblance = shared / poorer, shared / (poorer + richer - shared)
        is_teaser = poorer <= TEASER * richer
        if is_teaser:
            if containment < TEASER_CONTAINMENT:
                return Verdict(APART, *overlap, 0)
        elif containment < LEAST_CONTAINMENT and resemblance < LEAST_RESEMBLANCE:
            return Verdict(APART, *overlap, 0)
        kind = CONTAINED if is_teaser else SAME
        if poorer == shared:  # a fact that was replaced would have cost some
            return Verdict(kind, *overlap, 0)
        readings = self._readings[one], self._readings[other]
        facts = replaced_facts(
            *readings, is_near=containment > NEAR, is_nearest=poorer - shared <= NEAREST
        )
        length = min(reading.length for reading in readings)
        most = FACTS * length * (containment - 0.4) / 0.6
        if facts.weight > facts.edits or facts.replaced > max(0, most):
            kind = APART
        return Verdict(kind, *overlap, facts.replaced)


def _size_of(found: Hashes) -> int:
    return 200 + 8 * len(found)


def _size_of_reading(reading: Reading) -> int:
    return 300 + 2 * (len(reading.packed) + len(reading.telling))
