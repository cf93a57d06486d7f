"""Whether a text may repeat itself at all, by the cheapest of looks: a text in, yes or no out.

The text is broken at one letter, so that equal passages fall into equal pieces wherever they stand.
Pieces of some length are hardly ever equal by chance; a repeated paragraph has several.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from scrubber.similarity.words import share_words

_SHORTEST_CAPITALS = 40


class _Break(NamedTuple):
    """A letter to break at, the length of a telling piece, and how much of them is many."""

    letter: str
    piece: int
    repeated: int


_LETTERS = "oradntilsоаеитнειατالينהילש"
"""Letters to break a text at, where they are about every sixteenth."""
_RANGE = (10, 24)
_PIECE, _REPEATED = 9, 20
_DENSE = "\u2e80"
"""From here on scripts write a word with one or two characters."""
_DENSE_EVERY = 10
_DENSE_PIECE, _DENSE_REPEATED = 3, 7
_SAMPLE = 1_000
_LARGE = 1_000_000
"""A text of this size repeats something somewhere, and is spared the look."""


def may_repeat(text: str) -> bool:
    """Whether some paragraph of ``text`` likely stands in it twice, alike or nearly so."""
    if "\n" not in text:
        return False
    if len(text) >= _LARGE:
        return True
    broken = _break_of(text)
    size = broken.piece
    pieces = [p for p in text.replace("\n", broken.letter).split(broken.letter) if len(p) > size]
    different = set(pieces)
    if len(different) < len(pieces):
        found = sum(map(len, pieces)) - sum(map(len, different))
        if found >= broken.repeated and _in_one_pair(text, broken):
            return True
    lines = text.split("\n")
    if not any(map(str.isupper, lines)):
        return False
    return any(line.isupper() and len(line) > _SHORTEST_CAPITALS for line in lines)


def _break_of(text: str) -> _Break:
    size = len(text)
    for letter in _LETTERS:
        count = text.count(letter)
        if count * _RANGE[0] <= size <= count * _RANGE[1]:
            return _Break(letter, _PIECE, _REPEATED)
    counts = Counter(text[:_SAMPLE])
    whole = counts.total()
    is_dense = sum(n for letter, n in counts.items() if letter > _DENSE) * 2 > whole
    every = _DENSE_EVERY if is_dense else sum(_RANGE) // 2
    letter = min(counts, key=lambda c: (abs(whole / counts[c] - every), c))
    if is_dense:
        return _Break(letter, _DENSE_PIECE, _DENSE_REPEATED)
    return _Break(letter, _PIECE, _REPEATED)


def _in_one_pair(text: str, broken: _Break) -> bool:
    """Whether two paragraphs share as much, and not just any with any."""
    first: dict[str, int] = {}
    shared: Counter[tuple[int, int]] = Counter()
    paragraphs = text.split("\n\n" if "\n\n" in text else "\n")
    for index, paragraph in enumerate(paragraphs):
        for piece in set(paragraph.replace("\n", broken.letter).split(broken.letter)):
            if len(piece) > broken.piece:
                owner = first.setdefault(piece, index)
                if owner != index:
                    shared[owner, index] += len(piece)
                    if shared[owner, index] >= broken.repeated and (
                        share_words(paragraphs[owner], paragraph)
                    ):
                        return True
    return False
