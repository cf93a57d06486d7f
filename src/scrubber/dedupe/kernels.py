"""What is computed article by article, or pair by pair, in whatever process: numbers in and out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from scrubber.dedupe.furniture import keys_of, sampling_key, without
from scrubber.dedupe.model import LONGEST_SKETCH, SKETCH, SKETCH_SHARE
from scrubber.dedupe.words import HASH_BITS, folded, packed_shingles, paragraphs, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WHOLE = 1 << HASH_BITS
"""Values from here on stand for all shingles of an article."""
_SHARE = (1 << HASH_BITS) // SKETCH_SHARE
_ENOUGH = 4 * _SHARE
"""Most articles have as many values below this as a sketch needs; the others are not sorted."""


class Sketched(NamedTuple):
    """What is kept of one article."""

    shingles: bytes
    """How many there are, and all of them, some perhaps twice: eight bytes each."""
    sketch: list[int]
    words: int
    damage: int


def paragraph_rows(articles: Iterable[tuple[int, str]]) -> Iterator[tuple[int, int, int]]:
    """The paragraphs of articles: the key of each, where it ranks in a sample, its article."""
    for number, text in articles:
        place = sampling_key(number)
        for key in set(keys_of(paragraphs(folded(text)))):
            if key:
                yield key, place, number


def sketched(text: str, furniture: set[int]) -> Sketched:
    """The shingles of an article without its furniture, and a sketch of them."""
    body = without(folded(text), furniture, str)
    data = packed_shingles(body)
    found = set(unpacked(data))
    kept = len(found).to_bytes(8, "little") + data
    return Sketched(kept, sketch_of(found), body.count(" ") + 1, damage_of(text))


def sketch_of(found: set[int]) -> list[int]:
    """The sketch of some shingles, and a value that stands for all of them.

    Those with the smallest hashes (bottom-k, Broder 1997), and all below a fixed limit, so that a
    part of a long article has as many in common with it as a part of a short one.
    """
    least = sorted([value for value in found if value < _ENOUGH])
    if len(least) < SKETCH:
        least = sorted(found)
    end = SKETCH
    while end < min(len(least), LONGEST_SKETCH) and least[end] < _SHARE:
        end += 1
    return [*least[:end], WHOLE | sum(found) % WHOLE]


def damage_of(text: str) -> int:
    """How many places of a text are visibly broken: lost characters, mojibake, markup."""
    if text.isascii() and "&" not in text and "<" not in text:
        return 0
    return len(_broken().findall(text))


@cache
def _broken() -> re.Pattern[str]:
    lost = map(chr, (0xFFFD, 0xAD, *range(0x80, 0xA0)))
    mojibake = (rf"{sign}[\u00a0-\u00bf]" for sign in "ÃÂ")
    markup = r"&(?:#\w{1,7}|[a-zA-Z]{2,8});", r"</?[a-zA-Z][^<>\n]{0,200}>"
    # each begins with one character: of these a set is made that a text is searched for
    return re.compile("|".join((*lost, *mojibake, "â€", *markup)))
