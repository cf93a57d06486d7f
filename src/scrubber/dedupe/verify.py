"""Two articles in, with their furniture set aside; whether they are one story out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from scrubber.dedupe.facts import read, replaced_facts
from scrubber.dedupe.model import APART, CONTAINED, SAME, Verdict
from scrubber.dedupe.words import unpacked

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scrubber.dedupe.facts import Facts, Reading

LEAST_RESEMBLANCE = 0.22
LEAST_CONTAINMENT = 0.5
"""A copy has either: as large a share of all shingles, or of those of the poorer article."""
TEASER = 0.375
"""A text that has no more of another's shingles than this share is its teaser, no copy."""
TEASER_CONTAINMENT = 0.6
FACTS = 0.05
"""The share of the words of an exact copy that may be facts in the place of others."""
FORM_FACTS = 2
FORM_SHARE = 0.01
"""Where so many facts, and so large a share of all words, are half of what differs, the articles
follow one form: who edits a story changes other words as well."""


class Verifier:
    """Compares articles by their shingles, and their facts where these leave it open.

    Args:
        shingles: the packed shingles of an article.
        text: its text.
    """

    def __init__(self, shingles: Callable[[int], bytes], text: Callable[[int], str]) -> None:
        self._shingles = lru_cache(maxsize=8_000)(lambda n: set(unpacked(shingles(n))))
        self._read: Callable[[int], Reading] = lru_cache(maxsize=4_000)(lambda n: read(text(n)))

    def compare(self, one: int, other: int) -> Verdict:
        """What ``one`` and ``other`` are to each other."""
        left, right = self._shingles(one), self._shingles(other)
        sizes = len(left), len(right)
        poorer, richer = min(sizes), max(sizes)
        shared = len(left & right)
        apart = Verdict(APART, shared, *sizes, 0)
        if not shared:
            return apart
        containment, resemblance = shared / poorer, shared / (poorer + richer - shared)
        is_teaser = poorer <= TEASER * richer
        if is_teaser:
            if containment < TEASER_CONTAINMENT:
                return apart
        elif containment < LEAST_CONTAINMENT and resemblance < LEAST_RESEMBLANCE:
            return apart
        if poorer == shared:  # a fact that was replaced would have cost some
            return Verdict(CONTAINED if is_teaser else SAME, shared, *sizes, 0)
        readings = self._read(one), self._read(other)
        facts = replaced_facts(*readings)
        length = min(reading.length for reading in readings)
        if facts.replaced and _tell_apart(facts, length, containment):
            return apart._replace(facts=facts.replaced)
        return Verdict(CONTAINED if is_teaser else SAME, shared, *sizes, facts.replaced)


def _tell_apart(facts: Facts, words: float, containment: float) -> bool:
    """Whether so many facts of ``words`` make another story of it."""
    if facts.replaced > FACTS * words * (containment - 0.4) / 0.6:
        return True
    least = max(FORM_FACTS, FORM_SHARE * words)
    return facts.replaced >= least and 2 * facts.replaced >= facts.changed


def compare_all(
    verifier: Verifier, pairs: Sequence[tuple[int, int]]
) -> list[tuple[int, int, Verdict]]:
    """Each pair with its verdict."""
    return [(one, other, verifier.compare(one, other)) for one, other in pairs]
