"""Two texts in, the places where their words differ out."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from scrubber.blocks.shape import STOPS
from scrubber.similarity.numbers import written
from scrubber.similarity.words import fold, whole_words, word_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 4_000
"""Words of a differing middle that are aligned: time grows with their square."""


class Reading:
    """A text as words."""

    def __init__(self, text: str) -> None:
        self._text = whole_words(text)
        self.words: list[str] = word_pattern().findall(self._text)

    @cached_property
    def ends(self) -> list[bool]:
        """For each word, whether a sentence ends behind it."""
        text = self._text
        matches = list(word_pattern().finditer(text))
        return [
            any(c in STOPS for c in text[match.end() : following.start()])
            for match, following in pairwise(matches)
        ] + [True]


class Change(NamedTuple):
    """Words of the first text that stand where others stand in the second; one may be empty."""

    first: list[str]
    second: list[str]
    before: str
    """The word before them that stands in both; empty where none does."""
    behind: str
    is_sentence: bool
    """Whole sentences were added."""


def align(left: Reading, right: Reading) -> list[Change]:
    """The changes that lead from one text to the other, in order.

    The alignment is of least edit distance (Levenshtein 1966), over folded words. Words that are
    one in one text and two in the other (``data base``) do not count as changed, nor does another
    writing of a number.
    """
    one, other = [fold(word) for word in left.words], [fold(word) for word in right.words]
    changes = []
    for i, i_end, k, k_end in _differing(one, other):
        if written(one[i:i_end]) == written(other[k:k_end]):
            continue
        if i == i_end:
            k, k_end = _slide(other, right.ends, k, k_end)
        elif k == k_end:
            i, i_end = _slide(one, left.ends, i, i_end)
        changes.append(_change(left, right, (i, i_end, k, k_end)))
    return changes


def _differing(one: list[str], other: list[str]) -> Iterator[tuple[int, int, int, int]]:
    from rapidfuzz.distance import Levenshtein

    head = 0
    while head < min(len(one), len(other)) and one[head] == other[head]:
        head += 1
    tail = 0
    while tail < min(len(one), len(other)) - head and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    i_end, k_end = len(one) - tail, len(other) - tail
    if min(i_end, k_end) - head > _LONGEST:
        yield head, i_end, head, k_end
        return
    i = k = head
    for block in Levenshtein.opcodes(one[head:i_end], other[head:k_end]).as_matching_blocks():
        a, b = block.a + head, block.b + head
        if a > i or b > k:
            yield i, a, k, b
        i, k = a + block.size, b + block.size


def _slide(folded: list[str], ends: list[bool], start: int, end: int) -> tuple[int, int]:
    """Where added words that equal their neighbours may as well lie: on whole sentences, if so."""
    at, last = start, end
    while True:
        if _is_whole(ends, at, last):
            return at, last
        if not at or folded[at - 1] != folded[last - 1]:
            return start, end
        at, last = at - 1, last - 1


def _is_whole(ends: list[bool], start: int, end: int) -> bool:
    return (start == 0 or ends[start - 1]) and ends[end - 1]


def _change(left: Reading, right: Reading, place: tuple[int, int, int, int]) -> Change:
    i, i_end, k, k_end = place
    first, second = left.words[i:i_end], right.words[k:k_end]
    if first and second:
        whole = False
    else:
        whole = _is_whole(left.ends, i, i_end) if first else _is_whole(right.ends, k, k_end)
    before = right.words[k - 1] if i and k else ""
    behind = right.words[k_end] if i_end < len(left.words) and k_end < len(right.words) else ""
    return Change(first, second, before, behind, whole)
