"""Paragraphs in; their words as hashes, and a key for each that tells it from others, out.

All words of a batch are hashed at once: the hash of a word is a polynomial in its bytes, and that
of a paragraph one in the hashes of its words, modulo 2^64 (Karp and Rabin 1987). It depends on
nothing else, on no machine and no version; ``HASH`` names it.
"""

from __future__ import annotations

import re
from functools import cache
from hashlib import blake2b
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

from scrubber.dedupe.words import folded
from scrubber.similarity.words import UNSPACED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    Hashes: TypeAlias = NDArray[np.uint64]
    Numbers: TypeAlias = NDArray[np.int64]

HASH = "poly64-1"
"""The name of the hash, with its version."""
PIECE = np.uint64(1 << 63)
"""Set in the hash of characters that are no word: of a script that sets no spaces between words."""
_BASE = 0x9E3779B97F4A7C15
_CHARACTERS = 5
"""Of a script without spaces as many make a shingle."""
_END, _MARK = "\0", "\1"
"""Stand between paragraphs, and before characters of a script without spaces."""
_AT_HAND = 1 << 17
"""Bytes whose words are hashed at once."""
_KEPT_POWERS = 1 << 20


class Tokens(NamedTuple):
    """The words of some paragraphs."""

    hashes: Hashes
    """Of each word, in order."""
    counts: Numbers
    """How many words each paragraph has."""
    keys: Hashes
    """Of each paragraph: equal where they have the same words; 0 where it has none."""


def tokens_of(parts: Sequence[str]) -> Tokens:
    """The words of paragraphs; case, diacritics and typography do not matter."""
    joined = _joined(parts)
    data = np.frombuffer(joined, np.uint8)
    found = [_words_in(data, start, end) for start, end in pairwise(_cuts(joined))]
    starts, hashes = map(np.concatenate, zip(*found, strict=True))
    bounds = np.searchsorted(starts, np.flatnonzero(data == ord(_END)))
    keys = _polynomials(hashes, bounds[:-1], bounds[1:]) >> np.uint64(1)  # fits BIGINT
    return Tokens(hashes, np.diff(bounds), keys)


def _cuts(joined: bytes) -> Iterator[int]:
    """Blanks between which there are not many more bytes than stay at hand in the processor."""
    last = len(joined) - 1
    cut = min(_AT_HAND, last)
    yield 0
    while cut < last:
        end = joined.find(_END.encode(), cut)
        blank = joined.find(b" ", cut, end)
        cut = end if blank < 0 else blank
        yield cut
        cut = min(cut + _AT_HAND, last)
    yield last


def _words_in(data: NDArray[np.uint8], start: int, end: int) -> tuple[Numbers, Hashes]:
    """Where the words between two blanks begin, and their hashes."""
    values = _values()[data[start : end + 1]]
    edges = np.flatnonzero(np.diff(values != 0)) + 1
    starts, ends = edges[::2], edges[1::2]
    hashes = _polynomials(values, starts, ends) & ~PIECE
    starts += start
    hashes[data[starts] == ord(_MARK)] |= PIECE
    return starts, hashes


def _joined(parts: Sequence[str]) -> bytes:
    """Paragraphs as bytes, where one that is no ASCII is a part of a word."""
    joined = _END.join(("", *parts, ""))
    if not joined.isascii() or "&" in joined or joined.count(_END) > len(parts) + 1:
        joined = _END.join(("", *map(_plain, parts), ""))
    return joined.encode("utf-8", "surrogatepass")


def _plain(part: str) -> str:
    """A paragraph in whose folded text signs beyond ASCII are blanks."""
    if part.isascii() and "&" not in part and _END not in part:
        return part
    text = folded(part).replace(_END, " ")
    if text.isascii():
        return text
    text = _runs().sub(_in_pieces, text)
    return _signs().sub(" ", text)


def _in_pieces(run: re.Match[str]) -> str:
    places = range(max(1, len(run[0]) - _CHARACTERS + 1))
    return "".join(f" {_MARK}{run[0][at : at + _CHARACTERS]}" for at in places) + " "


def _polynomials(values: Hashes, starts: Numbers, ends: Numbers) -> Hashes:
    """The values from each start to its end as the coefficients of a polynomial in ``_BASE``."""
    powers, inverse = _powers(len(values))
    sums = np.zeros(len(values) + 1, np.uint64)
    np.cumsum(values * powers, out=sums[1:])
    return (sums[ends] - sums[starts]) * inverse[starts]


def _powers(count: int) -> tuple[Hashes, Hashes]:
    """The powers of the base from 0 on, and their inverses: one more of these."""
    room = 1 << count.bit_length()
    powers, inverse = _kept_powers(room) if room <= _KEPT_POWERS else _new_powers(room)
    return powers[:count], inverse[: count + 1]


def _new_powers(count: int) -> tuple[Hashes, Hashes]:
    both = []
    for base in (_BASE, pow(_BASE, -1, 1 << 64)):
        factors = np.full(count, base, np.uint64)
        factors[0] = 1
        both.append(np.multiply.accumulate(factors))
    return both[0], both[1]


_kept_powers = cache(_new_powers)


@cache
def _values() -> Hashes:
    """A number for each byte that may be in a word, in either case; 0 for others."""
    values = np.zeros(256, np.uint64)
    for byte in range(256):
        char = bytes([byte]).lower()
        if byte > 127 or char.isalnum() or char in (b"_", _MARK.encode()):
            digest = blake2b(char, digest_size=8).digest()
            values[byte] = int.from_bytes(digest, "big") | 1
    return values


@cache
def _signs() -> re.Pattern[str]:
    return re.compile(r"[^\w\x00-\x7f]")


@cache
def _runs() -> re.Pattern[str]:
    return re.compile(rf"[{UNSPACED}]+")
