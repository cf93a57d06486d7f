"""Articles that have a paragraph in common in; whether it is furniture out: of unlike articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from scrubber.dedupe.batches import portions
from scrubber.dedupe.cache import Cache
from scrubber.dedupe.shingles import Groups, in_common, shingles_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from scrubber.dedupe.kernels import Words
    from scrubber.dedupe.tokens import Hashes, Numbers

Pair = tuple[int, int]

UNLIKE = 3
"""In so many articles that have nothing else in common a paragraph must stand."""
SAMPLE = 8
"""Articles with one paragraph that are compared, chosen by hash."""
_ALIKE = 0.2
_REST = 4
_BATCH = 1 << 20
"""Bytes of words that are compared at once."""
_KNOWN_PAIRS = 1 << 16


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
        self._alike: dict[Pair, bool] = {}

    def furniture(self, samples: Sequence[tuple[int, Sequence[int]]]) -> list[int]:
        """Which paragraphs are furniture, each with a sample of the articles that have it."""
        if len(self._alike) > _KNOWN_PAIRS:
            self._alike.clear()
        asked = {_pair(sample[0], other) for _, sample in samples for other in sample[1:]}
        for pairs in portions(sorted(asked - self._alike.keys()), self._size_of, _BATCH):
            self._compare(pairs)
        return [mark for mark, sample in samples if self._are_unlike(sample)]

    def _size_of(self, pair: Pair) -> int:
        return sum(_size_of(self._words[n]) for n in pair)

    def _are_unlike(self, sample: Sequence[int]) -> bool:
        """Whether some articles have nothing in common but the paragraphs they share."""
        kinds: list[int] = []
        for article in sample:
            if not any(self._are_alike(_pair(article, known)) for known in kinds):
                kinds.append(article)
                if len(kinds) == UNLIKE:
                    return True
        return False

    def _are_alike(self, pair: Pair) -> bool:
        if pair not in self._alike:
            self._compare([pair])
        return self._alike[pair]

    def _compare(self, pairs: Sequence[Pair]) -> None:
        """Note whether two articles are alike in what is left without what they share."""
        rests = [rest for pair in pairs for rest in _rests(*(self._words[n] for n in pair))]
        words = Groups(np.concatenate(rests), np.array([len(rest) for rest in rests]))
        found = shingles_of(words).each()
        for pair, *both in zip(pairs, found[::2], found[1::2], strict=True):
            least = min(map(len, both))
            self._alike[pair] = least <= _REST or in_common(*both) >= _ALIKE * least


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)


def _rests(one: Words, other: Words) -> Iterator[Hashes]:
    """The words of two articles without the paragraphs that they share."""
    shared = set(one.keys.tolist()).intersection(other.keys.tolist())
    for article in (one, other):
        stays = [key not in shared for key in article.keys.tolist()]
        yield article.hashes[np.repeat(stays, article.counts)]


def _size_of(article: Words) -> int:
    return 500 + 8 * (len(article.hashes) + 2 * len(article.keys))
