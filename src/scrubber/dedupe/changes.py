"""Places where two articles differ in; what the facts among them weigh against other edits out."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from scrubber.similarity.damage import has_digit_inside
from scrubber.similarity.facts import (
    NAME,
    NEGATION,
    NUMBER,
    PERHAPS_NAME,
    UNIT,
    changed_fact,
    is_german,
)
from scrubber.similarity.numbers import is_number, written
from scrubber.similarity.words import UNSPACED, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_CERTAIN = 8
"""Edits that a number or name in the place of another outweighs; any other fact does one."""
LONGEST_EDIT = 5
"""Words; more that stand in one article alone are a passage that was added, not an edit."""
_FEW = 4
"""Changes, up to which a single negation tells."""
_LONGEST_FACT = 2
"""Words."""
_LONGEST_SPELT = 2
"""Letters that two words which stand for each other may share by chance."""
_FEWEST_DAMAGED = 2
"""Words; from so many on one of the articles was scanned."""
_DAMAGED_EDITS = 8
"""Damaged words that count as one edit."""
_SHORTEST, _LONG = 3, 4
_CASED = "\u0500"
"""Up to here letters have cases."""


class Step(NamedTuple):
    """Where words of one article, ``i`` to ``i_end``, stand for ``k`` to ``k_end`` of the other."""

    i: int
    i_end: int
    k: int
    k_end: int


class _Change(NamedTuple):
    """Words of one article that stand where others stand in the other, and their neighbours."""

    left: list[str]
    right: list[str]
    before: str
    behind: str


def steps_between(one: list[str], other: list[str]) -> list[Step]:
    """Where two articles differ, by least edit distance (Levenshtein 1966)."""
    from rapidfuzz.distance import Levenshtein

    i = k = 0
    steps = []
    for block in Levenshtein.opcodes(one, other).as_matching_blocks():
        if block.a > i or block.b > k:
            steps.append(Step(i, block.a, k, block.b))
        i, k = block.a + block.size, block.b + block.size
    return steps


def weigh(steps: list[Step], one: list[str], other: list[str]) -> tuple[int, int]:
    """How many edits the changed facts outweigh, and how many edits there are.

    Who writes by a form replaces numbers and names, and leaves the rest as it is; who edits a
    story seldom does. Words that a scanner misread are neither.
    """
    changes = list(_changes(steps, one, other))
    if len(changes) > _FEW and not any(_may_tell(change.left, change.right) for change in changes):
        return 0, len(changes)
    changes = list(_unmoved(changes))
    numbers = sum(_are_numbers(change.left, change.right) for change in changes)
    if numbers * _CERTAIN > len(changes):
        return numbers * _CERTAIN, len(changes)
    damaged = [_is_damage(change.left, change.right) for change in changes]
    is_scanned = sum(damaged) >= _FEWEST_DAMAGED or any(map(_has_misread_digit, changes))
    has_nouns = is_german(one)
    weight = edits = 0
    for change, is_damage in zip(changes, damaged, strict=True):
        left, right, *neighbours = change
        if is_scanned or len(left) != len(right):
            left, right = _without(left, right), _without(right, left)
        if left or right:
            fact = changed_fact(
                left, right, *neighbours, is_scanned=is_scanned, has_nouns=has_nouns
            )
            weight += _weight_of(fact, left, right)
            edits += not (is_damage or fact or _may_name(left, right) or _is_elided(left + right))
            if weight > len(changes):
                break
    return weight, edits + sum(damaged) // _DAMAGED_EDITS


def _are_numbers(left: list[str], right: list[str]) -> bool:
    """Whether a number in digits stands for another."""
    return len(left) == len(right) == 1 and left[0].isdigit() and right[0].isdigit()


def _may_tell(left: list[str], right: list[str]) -> bool:
    """Whether numbers, names or words of a script without capitals may stand for each other."""
    return any(word < "a" or word > "{" for word in left) and any(
        word < "a" or word > "{" for word in right
    )


def _weight_of(fact: str, left: list[str], right: list[str]) -> int:
    if fact == NAME:
        return _CERTAIN
    if fact == NUMBER:
        digits = _has_digit(left), _has_digit(right)
        # a number in digits and one in words may be the same
        return _CERTAIN if all(digits) else int(bool(left and right) and not any(digits))
    if fact == PERHAPS_NAME or (fact == NEGATION and min(len(left), len(right)) > 1):
        return 0
    return 3 if fact == UNIT else int(bool(fact))


def _may_name(left: list[str], right: list[str]) -> bool:
    """Whether words stand for each other in a script that has no capitals to show names."""
    return bool(left and right and left[0] > _CASED and right[0] > _CASED)


def _is_elided(some: list[str]) -> bool:
    """Whether these are letters before an apostrophe: ``n'est``."""
    return all(len(word) == 1 for word in some) and some[0] < _CASED


def _has_digit(some: list[str]) -> bool:
    return any(word[0].isdigit() for word in some)


def _changes(steps: list[Step], one: list[str], other: list[str]) -> Iterator[_Change]:
    """The changes that a reader sees: whole words in scripts that do not part them."""
    at = 0
    while at < len(steps):
        first = last = steps[at]
        at += 1
        while at < len(steps) and _is_within_word(one[last.i_end : steps[at].i]):
            last = steps[at]
            at += 1
        left, right = one[first.i : last.i_end], other[first.k : last.k_end]
        is_passage = max(size_of(left), size_of(right)) > LONGEST_EDIT
        if not is_passage and not (left and right and written(left) == written(right)):
            before = one[first.i - 1] if first.i else ""
            yield _Change(left, right, before, (one[last.i_end :] or [""])[0])


def _unmoved(changes: list[_Change]) -> Iterator[_Change]:
    """The changes, the longer ones without words that stand elsewhere in the other article."""
    lost, added = (Counter(word for c in changes for word in c[side]) for side in (0, 1))
    moved = (lost & added).keys()
    for change in changes:
        left, right, *neighbours = change
        if moved and max(size_of(left), size_of(right)) > _LONGEST_FACT:
            left, right = ([word for word in some if word not in moved] for some in (left, right))
        if left or right:
            yield _Change(left, right, *neighbours)


def size_of(words: list[str]) -> float:
    """How many words these are: two ideographs or four letters of Thai count as one."""
    size: float = len(words)
    if not all(map(str.isascii, words)):
        size -= _count(_unspaced(), words) / 2 + _count(_spelt(), words) / 4
    return size


def _count(kind: re.Pattern[str], words: list[str]) -> int:
    return sum(map(bool, map(kind.match, words)))


def _is_within_word(between: list[str]) -> bool:
    return len(between) <= _LONGEST_SPELT and all(map(_spelt().match, between))


def _without(some: list[str], others: list[str]) -> list[str]:
    """The words that are none of the others as a scanner reads them."""
    return [word for word in some if not any(_is_misread(word, other) for other in others)]


def _is_damage(left: list[str], right: list[str]) -> bool:
    return len(left) == len(right) and all(map(_is_misread, left, right))


def _has_misread_digit(change: _Change) -> bool:
    return any(map(has_digit_inside, (*change.left, *change.right)))


def _is_misread(word: str, other: str) -> bool:
    """Whether a word may be the other as a scanner reads it; digits do not stand for others."""
    longest = max(len(word), len(other))
    if longest < _SHORTEST:
        return word < _CASED and other < _CASED and not is_number(word)
    from rapidfuzz.distance import Levenshtein

    allowed = 2 if longest >= _LONG and word < _CASED else 1
    distance = Levenshtein.distance(word, other, score_cutoff=2 * allowed)
    if distance > 2 * allowed:
        return False
    if word[0].isdigit() and other[0].isdigit() and _digits_of(word) != _digits_of(other):
        return False
    one, two = fold("x" + word), fold("x" + other)  # the first letter is misread as well
    if _digits_of(one) != _digits_of(two):
        return False
    return distance <= allowed or Levenshtein.distance(one, two) <= allowed


def _digits_of(word: str) -> str:
    return "".join(filter(str.isdigit, word))


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(rf"[{UNSPACED}]")


@cache
def _spelt() -> re.Pattern[str]:
    return re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
