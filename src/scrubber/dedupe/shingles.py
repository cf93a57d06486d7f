"""The words of articles as hashes in; their shingles and sketches out."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from scrubber.dedupe.model import LONGEST_SKETCH, SKETCH, SKETCH_SHARE
from scrubber.dedupe.tokens import PIECE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from scrubber.dedupe.tokens import Hashes, Numbers

HASH_BITS = 60
WHOLE = 1 << HASH_BITS
"""Values from here on stand for all shingles of an article."""
_SHARE = np.uint64(WHOLE // SKETCH_SHARE)
_FACTORS = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_NONE = np.zeros(1, np.uint64)


class Groups(NamedTuple):
    """Values of several articles, one article behind the other."""

    values: Hashes
    sizes: Numbers
    """How many are of each."""

    def each(self) -> list[Hashes]:
        """Those of each article."""
        ends = np.cumsum(self.sizes).tolist()
        return [self.values[start:end] for start, end in pairwise([0, *ends])]


def shingles_of(words: Groups) -> Groups:
    """The distinct shingles of articles by their words, in order.

    A shingle is a pair of words, or some characters of a script that sets no spaces between words;
    a word that stands alone, or alone among such characters, is one itself.
    """
    hashes, count = words.values, len(words.sizes)
    article = np.repeat(np.arange(count), words.sizes)
    pieces = hashes >= PIECE
    plain, owner = hashes[~pieces], article[~pieces]
    pairs = owner[1:] == owner[:-1]
    alone = pieces | (np.bincount(owner, minlength=count) == 1)[article]
    found = np.concatenate((_mixed(plain[:-1], plain[1:])[pairs], _mixed(hashes[alone], _NONE)))
    owner = np.concatenate((owner[1:][pairs], article[alone]))
    return _distinct(found[np.argsort(owner, kind="stable")], np.bincount(owner, minlength=count))


def _distinct(values: Hashes, sizes: Numbers) -> Groups:
    groups = Groups(values, sizes)
    for group in groups.each():
        group.sort()
    first = np.ones(len(values) + 1, np.bool_)
    np.not_equal(values[1:], values[:-1], out=first[1:-1])
    starts = np.cumsum(sizes) - sizes
    first[starts] = True
    first = first[:-1]
    return Groups(values[first], _counts(first, sizes))


def _counts(chosen: NDArray[np.bool_], sizes: Numbers) -> Numbers:
    """How many of each article are chosen."""
    total = np.concatenate(([0], np.cumsum(chosen)))
    ends = np.cumsum(sizes)
    return total[ends] - total[ends - sizes]


def _mixed(one: Hashes, other: Hashes) -> Hashes:
    """One hash of two: as in SplitMix64, as far as it takes to set the high bits."""
    value = one * _FACTORS[0] + other
    value ^= value >> np.uint64(31)
    value *= _FACTORS[1]
    value >>= np.uint64(64 - HASH_BITS)
    return value


def sketches_of(shingles: Groups) -> Groups:
    """The sketches of articles by their shingles, each with a value that stands for all of them.

    Those with the smallest hashes (bottom-k, Broder 1997), and all below a fixed limit, so that a
    part of a long article has as many in common with it as a part of a short one.
    """
    values, sizes = shingles
    ends = np.cumsum(sizes)
    starts = ends - sizes
    rank = np.arange(len(values)) - np.repeat(starts, sizes)
    chosen = (rank < SKETCH) | ((values < _SHARE) & (rank < LONGEST_SKETCH))
    total = np.concatenate((_NONE, np.cumsum(values, dtype=np.uint64)))
    whole = (total[ends] - total[starts]) & np.uint64(WHOLE - 1) | np.uint64(WHOLE)
    counts = _counts(chosen, sizes)
    return Groups(np.insert(values[chosen], np.cumsum(counts), whole), counts + 1)


def in_common(one: Hashes, other: Hashes) -> int:
    """How many shingles two articles have in common."""
    both = np.concatenate((one, other))
    both.sort()
    return int(np.count_nonzero(both[1:] == both[:-1]))
