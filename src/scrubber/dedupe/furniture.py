"""The paragraphs that many articles have in; those that are furniture out: of unlike articles."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from scrubber.dedupe.cache import Cache
from scrubber.dedupe.words import folded, hash_of, paragraphs, shingles
from scrubber.similarity.words import LONGEST_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SHORTEST = 40
"""Characters; a shorter paragraph is a heading or a line of a table."""
UNLIKE = 3
"""In so many articles that have nothing else in common a paragraph must stand."""
SAMPLE = 8
"""Articles with one paragraph that are compared, chosen by hash."""
_ALIKE = 0.2
_REST = 4


def keys_of(parts: Sequence[str]) -> list[int]:
    """A key for each of some folded paragraphs; 0 where it is too short to be furniture."""
    return [hash_of(_spaced(part)) if len(part) >= SHORTEST else 0 for part in parts]


def _spaced(part: str) -> str:
    """A paragraph with one blank between its words, which it mostly has: seen at a glance."""
    part = part.strip()
    return part if part.isprintable() and "  " not in part else " ".join(part.split())


def sampling_key(article: int) -> int:
    """By what the sample is chosen: in no order that ids have."""
    return (article + 1) * 0x9E3779B1 & 0xFFFFFFFF


class Judge:
    """Tells furniture from what articles share because they are copies.

    Args:
        text: the text of an article.
        room: how many bytes may be kept at hand.
    """

    def __init__(self, text: Callable[[int], str], room: int) -> None:
        self._text = text
        self._parts = Cache(self._read, _size_of, room)
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
        left, right = self._parts[one], self._parts[other]
        shared = left.keys() & right.keys()
        rests = sorted(
            (
                "\n".join(part for key, part in parts.items() if key not in shared)
                for parts in (left, right)
            ),
            key=len,
        )
        poorer = _pairs(rests[0])
        if len(poorer) <= _REST:
            return True
        richer = _pairs(rests[1])
        least = min(len(poorer), len(richer))
        return least <= _REST or len(poorer & richer) >= _ALIKE * least

    def _read(self, article: int) -> dict[str, str]:
        return {_spaced(part): part for part in paragraphs(folded(self._text(article)))}


def _size_of(parts: dict[str, str]) -> int:
    return 4 * sum(map(len, parts)) + 200 * len(parts)


def _pairs(text: str) -> set[tuple[str, str]] | set[int]:
    words = text.split()
    if len(words) * LONGEST_WORDS < len(text):
        return shingles(text)
    return set(pairwise(words))


def without(text: str, furniture: set[int], fold: Callable[[str], str] = folded) -> str:
    """A text without the paragraphs that are furniture; all of it where nothing else is there."""
    if not furniture:
        return text
    parts = paragraphs(text)
    keys = keys_of([fold(part) for part in parts])
    left = [part for part, key in zip(parts, keys, strict=True) if key not in furniture]
    return "\n\n".join(left) if left and len(left) < len(parts) else text
