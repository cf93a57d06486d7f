"""Texts in, the pairs worth comparing out: near copies share most of their longer words.

Prefix filtering (Chaudhuri, Ganti and Kaushik, 2006): two sets that share a given part of their
words share one of the rarest, so that an index of each set's rarest words finds all such pairs.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SHARED = 0.6
"""The least share of the smaller text's longer words that a near copy has as well."""
_CROWD = 64
"""Texts that share a rare word with more others than this are compared with the first and last."""
_FEW = 4


def candidate_pairs(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs ``(i, k)`` with ``i < k`` of texts that may say the same, in order of ``k``."""
    bags = [_longer_words(text) for text in texts]
    counts = Counter(word for bag in bags for word in bag)
    if all(count == 1 for count in counts.values()):
        return
    index: dict[str, list[int]] = defaultdict(list)
    for k, bag in enumerate(bags):
        shared = [word for word in bag if counts[word] > 1]
        if len(shared) < SHARED * len(bag) and len(shared) < _FEW:
            continue
        rarest = sorted(shared, key=lambda word: (counts[word], word))
        prefix = rarest[: len(bag) - int(SHARED * len(bag)) + 1]
        seen: set[int] = set()
        for word in prefix:
            others = index[word]
            seen.update(others if len(others) <= _CROWD else others[:8] + others[-8:])
        for i in sorted(seen):
            smaller = min(len(bags[i]), len(bag))
            if len(bags[i] & bag) >= SHARED * smaller:
                yield i, k
        for word in rarest:
            index[word].append(k)


def _longer_words(text: str) -> frozenset[str]:
    return frozenset(_longer().findall(text.casefold()))


@cache
def _longer() -> re.Pattern[str]:
    """Words of six letters or more; in scripts without spaces, pairs of characters."""
    from scrubber.similarity.words import UNSPACED

    return re.compile(rf"[{UNSPACED}]{{2}}|[^\W_{UNSPACED}]{{6,}}|\d+")
