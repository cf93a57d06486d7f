"""Texts in, the pairs worth comparing out: near copies share most of their longer words.

An inverted index finds them. Words that very many texts share tell none of them apart and are left
out, so that the time grows with the number of texts and not with its square.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SHARED = 0.5
"""The least share of the poorer text's telling words that a near copy has as well."""
_LONGER = 5
_MARKS = ".,;:!?…()[]\"'“”„‘’«»"
_MANY = 400
"""Texts beyond which single words tell too little."""
_SAMPLED = 3
_CROWD = 32
"""A word that more texts have than this tells none of them apart."""
_LEAST = 3


def candidate_pairs(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs ``(i, k)`` with ``i < k`` of texts that may say the same, in order of ``k``."""
    bag_of = _longer_words if len(texts) <= _MANY else _word_pairs
    bags = [bag_of(text) for text in texts]
    holders = _holders(bags)
    if not holders:
        return
    crowded = {word for word, others in holders.items() if len(others) > _CROWD}
    for k, bag in enumerate(bags):
        telling = len(bag) - len(bag & crowded)
        shared: dict[int, int] = {}
        for word in holders.keys() & bag:
            if word not in crowded:
                others = holders[word]
                for i in others[: others.index(k)]:
                    shared[i] = shared.get(i, 0) + 1
        for i in sorted(shared):
            poorer = min(telling, len(bags[i]) - len(bags[i] & crowded))
            if shared[i] >= max(SHARED * poorer, min(_LEAST, max(poorer, 1))):
                yield i, k


def _holders(bags: Sequence[set[str]]) -> dict[str, list[int]]:
    """For each word of two texts or more, which have it."""
    first: dict[str, int] = {}
    holders: dict[str, list[int]] = {}
    for k, bag in enumerate(bags):
        for word in bag:
            if word in holders:
                holders[word].append(k)
            elif word in first:
                holders[word] = [first[word], k]
            else:
                first[word] = k
    return holders


def _longer_words(text: str) -> set[str]:
    """The words of six letters or more; where a script sets no spaces, triples of characters."""
    found = {word.strip(_MARKS) for word in text.split() if len(word) > _LONGER}
    if text.isascii() or len(found) * 30 > len(text) or not _unspaced().search(text):
        return found
    return {text[i : i + 3] for i in range(len(text) - 2)}


def _word_pairs(text: str) -> set[str]:
    """A third of the pairs of neighbouring words: rare where single words are common."""
    words = text.split()
    if len(words) * 30 < len(text):
        return _longer_words(text)
    return {
        f"{one} {other}"
        for one, other in pairwise(words)
        if (ord(one[-1]) + ord(other[0])) % _SAMPLED == 0
    }


@cache
def _unspaced() -> re.Pattern[str]:
    from scrubber.similarity.words import UNSPACED

    return re.compile(rf"[{UNSPACED}]")
