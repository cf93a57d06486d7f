"""Texts in, the pairs worth comparing out: near copies share stretches of three words.

An index of such shingles (Broder 1997) finds the texts that share most with a later one. It keeps
for each shingle the first and the last text that has it, so that time and memory grow with the
number of texts and not with its square, however many are alike.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from scrubber.similarity.words import LONGEST_WORDS, share_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SHARED = 0.2
"""The least share of the poorer text's shingles that a near copy has as well."""
_BEST = 3
"""Texts that are compared with a later one."""
_MANY = 5_000
"""Texts from which on shingles are made of longer words alone, in half the time."""
_VERY_MANY = 120_000
"""Texts from which on shingles that do not recur are not kept: in a quarter of the memory, but
twice the time."""
_SAMPLED = 200
_CHANCE, _FEW = 1, 8
"""One shingle may be shared by chance, where there are more than a few of them."""


def candidate_pairs(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs ``(i, k)`` with ``i < k`` of texts that may say the same, in order of ``k``.

    ``texts`` are normalised. For each text the likeliest few are given, the likeliest first.
    """
    shortest, counts = 0, bytearray()
    if len(texts) > _MANY:
        sample = " ".join(texts[:_SAMPLED])
        shortest = len(sample) // (sample.count(" ") + 1)
    if len(texts) > _VERY_MANY:
        counts = _counts(texts, shortest)
    first: dict[Any, int] = {}
    last: dict[Any, int] = {}
    sizes: list[int] = []
    for k, text in enumerate(texts):
        found = shingles(text, shortest)
        sizes.append(len(found))
        if counts:
            found = {shingle for shingle in found if counts[hash(shingle) % len(counts)] > 1}
        owners = [first.setdefault(shingle, k) for shingle in found]
        known = [shingle for shingle, i in zip(found, owners, strict=True) if i != k]
        if len(known) > _CHANCE or (known and sizes[k] <= _FEW):
            shared = [i for i in owners if i != k]
            if last:
                shared += [last[shingle] for shingle in known if shingle in last]
            for i in _likeliest(shared, sizes):
                if share_words(texts[i], text):
                    yield i, k
            last.update(dict.fromkeys(known, k))


def _counts(texts: Sequence[str], shortest: int) -> bytearray:
    """How often shingles occur, up to twice, by their hash: some that do not recur seem to."""
    counts = bytearray(sum(map(len, texts)))
    for text in texts:
        for shingle in shingles(text, shortest):
            at = hash(shingle) % len(counts)
            if counts[at] < 2:
                counts[at] += 1
    return counts


def shingles(text: str, shortest: int = 0) -> set[Any]:
    """Each three words in a row, as a number; each five characters of an unspaced script.

    ``shortest`` leaves out shorter words. A number differs from run to run. It tells equal from
    unequal, and nothing else hangs on it.
    """
    words = text.split()
    if len(words) * LONGEST_WORDS < len(text):
        return {text[at : at + 5] for at in range(len(text) - 4)}
    if shortest:
        words = [word for word in words if len(word) >= shortest]
    return set(map(hash, zip(words, words[1:], words[2:], strict=False)))


def _likeliest(shared: list[int], sizes: Sequence[int]) -> Iterator[int]:
    """The texts that share most with the last one; ``shared`` names one for each shingle."""
    size = sizes[-1]
    found = [
        (-count, i)
        for i, count in Counter(shared).items()
        if count >= _SHARED * min(sizes[i], size)
    ]
    for _, i in sorted(found)[:_BEST]:
        yield i
