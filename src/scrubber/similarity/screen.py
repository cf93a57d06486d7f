"""Whether a text may repeat itself at all, by the cheapest of looks: a text in, yes or no out.

The text is broken at one letter, so that equal passages fall into equal pieces wherever they stand.
Pieces of some length are hardly ever equal by chance; a repeated paragraph has several.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from scrubber.similarity.words import QUOTES, share_words, unaccented

if TYPE_CHECKING:
    from collections.abc import Iterable

_FEW = 8
_LARGE = 1_000_000
"""A text of this size repeats something somewhere, and is spared the look."""


class _Break(NamedTuple):
    """A letter to break at, the length of a telling piece, and how much of them is many."""

    letter: str
    piece: int
    repeated: int


_LETTERS = "oradntilsоаеитнειατالينהילש"
"""Letters to break a text at, where they are about every sixteenth."""
_RANGE = (10, 24)
_PIECE, _REPEATED = 9, 16
_DENSE = "\u2e80"
"""From here on scripts write a word with one or two characters."""
_DENSE_EVERY = 10
_DENSE_PIECE, _DENSE_REPEATED = 2, 6
_SAMPLE = 1_000
_OPENING, _DENSE_OPENING = 10, 5
_MANY_CUTS = 50
_SHORTEST, _DENSE_SHORTEST = 60, 24
"""Letters of a paragraph that is looked at, where it hides what it repeats."""
_ACCENTS = frozenset("éáíóúüöäåøèàçñãêěčřšžýąęłćışğőűėųāēățâîệạảấếάέήίόύώ")
_EXPECTED = 6
"""Accents that a line would have, if it had as many as the others; it hardly has none by chance."""


def may_repeat(text: str, signs: str) -> bool:
    """Whether some paragraph of ``text`` likely stands in it twice, alike or nearly so.

    ``signs`` is what ``signs_of`` leaves of the text.
    """
    if "\n" not in text:
        return False
    if len(text) >= _LARGE:
        return True
    broken = _break_of(text)
    size = broken.piece
    pieces = [piece for piece in text.split(broken.letter) if len(piece) > size]
    different = set(pieces)
    if len(different) < len(pieces):
        found = sum(map(len, pieces)) - sum(map(len, different))
        if found >= broken.repeated and _in_one_pair(text, broken, _repeated(pieces)):
            return True
    return _hides_copy(text, signs)


def _repeated(pieces: list[str]) -> set[str]:
    return {piece for piece, count in Counter(pieces).items() if count > 1}


def _break_of(text: str) -> _Break:
    size = len(text)
    for letter in _LETTERS:
        count = text.count(letter)
        if count * _RANGE[0] <= size <= count * _RANGE[1]:
            return _Break(letter, _PIECE, _REPEATED)
    counts = Counter(text[:_SAMPLE])
    whole = counts.total()
    del counts["\n"]  # it parts paragraphs, and no passages within them
    is_dense = sum(n for letter, n in counts.items() if letter > _DENSE) * 2 > whole
    every = _DENSE_EVERY if is_dense else sum(_RANGE) // 2
    letter = min(counts, key=lambda c: (abs(whole / counts[c] - every), c), default="\n")
    if is_dense:
        return _Break(letter, _DENSE_PIECE, _DENSE_REPEATED)
    return _Break(letter, _PIECE, _REPEATED)


def _in_one_pair(text: str, broken: _Break, repeated: set[str]) -> bool:
    """Whether two paragraphs share many of the repeated pieces, and not just any with any."""
    apart = "\n\n" if "\n\n" in text else "\n"
    if sum(len(piece) for piece in repeated if apart not in piece) < broken.repeated:
        return False
    paragraphs = text.split(apart)
    indexes: Iterable[int] = range(len(paragraphs))
    if len(repeated) <= _FEW:  # most paragraphs have none of them and need not be broken again
        numbered = list(enumerate(paragraphs))
        indexes = sorted({index for piece in repeated for index, it in numbered if piece in it})
    first: dict[str, int] = {}
    shared: Counter[tuple[int, int]] = Counter()
    for index in indexes:
        for piece in repeated.intersection(paragraphs[index].split(broken.letter)):
            owner = first.setdefault(piece, index)
            if owner != index:
                shared[owner, index] += len(piece)
    return any(
        letters >= broken.repeated and share_words(paragraphs[owner], paragraphs[index])
        for (owner, index), letters in shared.items()
    )


def _hides_copy(text: str, signs: str) -> bool:
    """Whether a paragraph may repeat another in other letters: cut, in capitals, misread, bare."""
    if ("…" in signs or "..." in text) and _has_teaser(text):
        return True
    spaced = [line for line in text.split("\n") if len(line) > _DENSE_SHORTEST]
    dense: list[str] = []
    if not text.isascii():
        dense = [line for line in spaced if line[0] >= _DENSE]
    spaced = [line for line in spaced if len(line) > _SHORTEST and line[0] < _DENSE]
    if any(map(str.isupper, spaced)) or any(map(str.isupper, dense)):
        return True
    if _share_end(spaced, _OPENING) or _share_end(dense, _DENSE_OPENING):
        return True
    return not text.isascii() and _has_bare_line(text, signs, spaced + dense)


def _share_end(lines: list[str], size: int) -> bool:
    """Whether two lines begin or end alike and have most of their words in common."""
    if len(lines) < 2:
        return False
    for ends in ([line[:size] for line in lines], [line[-size:] for line in lines]):
        if len(set(ends)) == len(ends):
            continue
        first: dict[str, str] = {}
        for end, line in zip(ends, lines, strict=True):
            other = first.setdefault(end, line)
            if other is not line and share_words(unaccented(line), unaccented(other)):
                return True
    return False


def _has_teaser(text: str) -> bool:
    """Whether a line that ends in an ellipsis, and perhaps a link, begins as another does."""
    for mark in ("…", "..."):
        if text.count(mark) > _MANY_CUTS:
            return True
        at = text.find(mark)
        while at >= 0:
            end = text.find("\n", at)
            if end < 0 or end - at < _SHORTEST:
                opening = text[text.rfind("\n", 0, at) + 1 : at].lstrip(QUOTES)[:_OPENING]
                if len(opening) > _OPENING // 2 and text.count(opening) > 1:
                    return True
            at = text.find(mark, at + len(mark))
    return False


def _has_bare_line(text: str, signs: str, lines: list[str]) -> bool:
    """Whether a line has none of the accents of which the text has many."""
    accents = _ACCENTS.intersection(signs)
    if not accents:
        return False
    count = sum(map(signs.count, accents))
    long = (line for line in lines if len(line) * count > _EXPECTED * len(text))
    return any(not any(accent in line for accent in accents) for line in long)
