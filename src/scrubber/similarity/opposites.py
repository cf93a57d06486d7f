"""Words of two texts in, whether one is the opposite of another out."""

from __future__ import annotations

import re
from functools import cache

from scrubber.similarity import factwords
from scrubber.similarity.damage import SHORTEST_DAMAGED
from scrubber.wordlist import words


def has_opposite(word: str) -> bool:
    """Whether a word, in lower case, is one of two that are opposites."""
    return word in _sides()


def are_opposite(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a word of one is the opposite of a word of the other; all in lower case."""
    sides = _sides()
    for word in one & sides.keys():
        for opposite in other & sides.keys():
            if any((group, not side) in sides[opposite] for group, side in sides[word]):
                return True
    return any(
        turned(*sides) for turned in (_prefixed, _infixed) for sides in ((one, other), (other, one))
    )


@cache
def _sides() -> dict[str, list[tuple[int, bool]]]:
    """For each word that has an opposite: its pairs, and on which side of each it stands."""
    sides: dict[str, list[tuple[int, bool]]] = {}
    pairs = [(one.split(), other.split()) for one, other in factwords.OPPOSITES]
    pairs += [(list(one), list(other)) for one, other in factwords.UNSPACED_OPPOSITES]
    for group, (here, there) in enumerate(pairs):
        for word in here:
            sides.setdefault(word, []).append((group, True))
        for word in there:
            sides.setdefault(word, []).append((group, False))
    return sides


def _prefixed(plain: frozenset[str], turned: frozenset[str]) -> bool:
    """Whether a word of one side is one of the other behind a prefix that turns its sense."""
    return any(
        word.endswith(base) and word[: -len(base)] in words(factwords.PREFIXES)
        for base in plain
        if len(base) >= SHORTEST_DAMAGED
        for word in turned
        if word != base
    )


def _infixed(plain: frozenset[str], turned: frozenset[str]) -> bool:
    """Whether a word of one side is one of the other negated within, as verbs of Turkish are."""
    return any(
        word != other
        and len(other) >= SHORTEST_DAMAGED
        and _infix().sub("", word, count=1) == other
        for other in plain
        for word in turned
    )


@cache
def _infix() -> re.Pattern[str]:
    return re.compile(r"(?<=\w\w)m[ae]y?(?=\w)")
