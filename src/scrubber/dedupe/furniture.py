"""Articles that have a paragraph in common in; whether it is furniture out: of unlike articles."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from scrubber.dedupe.cache import Cache
from scrubber.dedupe.shingles import in_common, shingles_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scrubber.dedupe.kernels import Words
    from scrubber.dedupe.tokens import Hashes, Numbers

UNLIKE = 3
"""In so many articles that have nothing else in common a paragraph must stand."""
SAMPLE = 8
"""Articles with one paragraph that are compared, chosen by hash."""
_ALIKE = 0.2
_REST = 4


def sampling_keys(articles: Numbers) -> Numbers:
    """By what a sample is chosen: in no order that ids have."""
    return (articles + 1) * 0x9E3779B1 & 0xFFFFFFFF


class Judge:
    """Tells furniture from what articles share because they are copies.

    Args:
        words: the words of an article.
        room: how many bytes may be kept at hand.
    """

    def __init__(self, words: Callable[[int], Words], room: int) -> None:
        self._words = Cache(words, _size_of, room)
        self._alike = lru_cache(maxsize=1 << 16)(self._compare)

    def are_unlike(self, sample: Sequence[int]) -> bool:
        """Whether some articles have nothing in common but the paragraphs they share."""
        kinds: list[int] = []
        for article in sample:
            if not any(self._alike(*sorted((article, known))) for known in kinds):
                kinds.append(article)
                if len(kinds) == UNLIKE:
                    return True
        return False

    def _compare(self, one: int, other: int) -> bool:
        """Whether two articles are alike in what is left without the paragraphs they share."""
        left, right = self._words[one], self._words[other]
        shared = set(left.keys.tolist()).intersection(right.keys.tolist())
        poorer, richer = sorted((_rest(left, shared), _rest(right, shared)), key=len)
        if len(poorer) <= _REST:
            return True
        return in_common(poorer, richer) >= _ALIKE * len(poorer)


def _rest(article: Words, shared: set[int]) -> Hashes:
    """The shingles of an article without some paragraphs."""
    stays = [key not in shared for key in article.keys.tolist()]
    return shingles_of(article.hashes[np.repeat(stays, article.counts)])


def _size_of(article: Words) -> int:
    return 500 + 8 * (len(article.hashes) + 2 * len(article.keys))
