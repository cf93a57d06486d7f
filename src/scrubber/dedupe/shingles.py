"""The words of an article as hashes in; its shingles and its sketch out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from scrubber.dedupe.model import LONGEST_SKETCH, SKETCH, SKETCH_SHARE
from scrubber.dedupe.tokens import PIECE

if TYPE_CHECKING:
    from scrubber.dedupe.tokens import Hashes

HASH_BITS = 60
WHOLE = 1 << HASH_BITS
"""Values from here on stand for all shingles of an article."""
_SHARE = np.uint64(WHOLE // SKETCH_SHARE)
_FACTORS = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_NONE = np.zeros(1, np.uint64)


def shingles_of(words: Hashes) -> Hashes:
    """The distinct shingles of an article, in order.

    A shingle is a pair of words, or some characters of a script that sets no spaces between words;
    of an article of one word it is that word.
    """
    pieces = words >= PIECE
    if pieces.any():
        plain = words[~pieces]
        found = np.concatenate((_mixed(plain[:-1], plain[1:]), _mixed(words[pieces], _NONE)))
    else:
        found = _mixed(words[:-1], words[1:])
    if not len(found):
        found = _mixed(words, _NONE)
    found.sort()
    first = np.ones(len(found), np.bool_)
    np.not_equal(found[1:], found[:-1], out=first[1:])
    return found[first]


def _mixed(one: Hashes, other: Hashes) -> Hashes:
    """One hash of two: as in SplitMix64, as far as it takes to set the high bits."""
    value = one * _FACTORS[0] + other
    value ^= value >> np.uint64(31)
    value *= _FACTORS[1]
    value >>= np.uint64(64 - HASH_BITS)
    return value


def sketch_of(found: Hashes) -> Hashes:
    """The sketch of some shingles in order, and a value that stands for all of them.

    Those with the smallest hashes (bottom-k, Broder 1997), and all below a fixed limit, so that a
    part of a long article has as many in common with it as a part of a short one.
    """
    end = min(max(int(found.searchsorted(_SHARE)), SKETCH), LONGEST_SKETCH)
    whole = found.sum() & np.uint64(WHOLE - 1) | np.uint64(WHOLE)
    return np.concatenate((found[:end], [whole]))


def in_common(one: Hashes, other: Hashes) -> int:
    """How many shingles two articles have in common."""
    both = np.concatenate((one, other))
    both.sort()
    return int(np.count_nonzero(both[1:] == both[:-1]))
