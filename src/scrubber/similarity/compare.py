"""Two blocks in, whether one says all of the other and what differs out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from scrubber.similarity.align import Change, Reading, align
from scrubber.similarity.cut import cut_text
from scrubber.similarity.damage import has_digit_inside
from scrubber.similarity.facts import (
    DOUBTFUL,
    NEGATION,
    OPPOSITE,
    changed_fact,
    differing_whole,
    is_german,
    is_misread,
    may_limit,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_SHORTEST_STRETCH = 3.0
"""Words that stand together on average where one text repeats another."""
_FEWEST_EDITS = 2
_NAMED = 3
_LONGEST_NAMED = 40


class Difference(NamedTuple):
    """What two blocks share and what parts them."""

    score: float
    """Share of the words that stand in both, of 100."""
    first_says: bool
    """The first says all that the second says."""
    second_says: bool
    fact: str
    """The fact that differs; where one does, neither is a copy of the other."""
    what: str
    """The difference in words for a user."""
    is_edited: bool
    """Whether a doubtful fact is one of several edits."""


@lru_cache(maxsize=1 << 14)
def compare(first: str, second: str) -> Difference:
    """What differs between two blocks, word by word.

    Cached: once copies are removed, what is left of a text is compared again.
    """
    cuts = cut_text(first), cut_text(second)
    left = Reading(first if cuts[0] is None else cuts[0])
    right = Reading(second if cuts[1] is None else cuts[1])
    changes = align(left, right)
    if changes and cuts != (None, None):
        changes[-1] = _mended(changes[-1], cuts)
    lost = sum(len(change.first) + len(change.second) for change in changes)
    score = 100 * (1 - lost / max(1, len(left.words) + len(right.words)))
    whole = "" if any(cut is not None for cut in cuts) else differing_whole(first, second)
    fact = whole or _telling(_facts_of(changes, left, right))
    says = _says_of(changes, left, right, cuts)
    return Difference(
        score,
        says[0] and not fact,
        says[1] and not fact,
        fact,
        _in_words(changes, cuts),
        fact in DOUBTFUL and _is_edited(changes),
    )


def _mended(change: Change, cuts: tuple[str | None, str | None]) -> Change:
    """The last change, where a cut left no more of a text than part of a word."""
    if change.behind:
        return change
    first, second = change.first, change.second
    if cuts[0] is not None and len(first) == 1 and second and _begins(second[0], first[0]):
        first = []
    if cuts[1] is not None and len(second) == 1 and first and _begins(first[0], second[0]):
        second = []
    is_left_out = (not first and cuts[0] is not None) or (not second and cuts[1] is not None)
    return Change(first, second, change.before, "", is_left_out or change.is_sentence)


def _begins(word: str, broken: str) -> bool:
    return word.casefold().startswith(broken.casefold())


def _facts_of(changes: Sequence[Change], left: Reading, right: Reading) -> Iterator[str]:
    """For each change the fact that differs, or an empty text."""
    is_scanned = bool(changes) and _is_scanned(changes, left, right)
    has_nouns = is_german(left.words)
    for change in changes:
        yield _fact(change, is_scanned=is_scanned, has_nouns=has_nouns)


def _telling(facts: Iterable[str]) -> str:
    """The fact that differs, a doubtful one only where no other does."""
    doubtful = ""
    for fact in facts:
        if fact and fact not in DOUBTFUL:
            return fact
        doubtful = doubtful or fact
    return doubtful


def _is_edited(changes: Sequence[Change]) -> bool:
    """Whether more changed than a statement to its contrary, or one word."""
    if len(changes) < _FEWEST_EDITS:
        return False
    facts = (_fact(change, is_scanned=False, has_nouns=False) for change in changes)
    return any(
        fact not in (NEGATION, OPPOSITE) and change.second + change.first != ["plus"]
        for fact, change in zip(facts, changes, strict=True)
    )


def _is_scanned(changes: Sequence[Change], left: Reading, right: Reading) -> bool:
    """Whether words of one text were misread by a scanner."""
    misread = any(
        len(change.first) == len(change.second)
        and any(map(is_misread, change.first, change.second))
        for change in changes
    )
    return misread or any(map(has_digit_inside, set(left.words) ^ set(right.words)))


def _fact(change: Change, *, is_scanned: bool, has_nouns: bool) -> str:
    if change.is_sentence and not (change.first and change.second):
        return ""
    return changed_fact(*change[:4], is_scanned=is_scanned, has_nouns=has_nouns)


def _says_of(
    changes: Sequence[Change], left: Reading, right: Reading, cuts: tuple[str | None, str | None]
) -> tuple[bool, bool]:
    """Whether the first says all of the second, and the second all of the first."""
    first = not any(_is_missing(change, change.second) for change in changes)
    second = not any(_is_missing(change, change.first) for change in changes)
    stretch = min(len(left.words), len(right.words)) / (len(changes) + 1)
    if changes and stretch < _SHORTEST_STRETCH:
        return False, False
    first = first and _is_whole(cuts[0], cuts[1], left, right)
    return first, second and _is_whole(cuts[1], cuts[0], right, left)


def _is_whole(cut: str | None, other: str | None, its: Reading, others: Reading) -> bool:
    """Whether a text was not cut, or not before the other one, which was cut as well."""
    return cut is None or (other is not None and len(its.words) >= len(others.words))


def _is_missing(change: Change, its: Sequence[str]) -> bool:
    """Whether a change leaves ``its`` words unsaid, or adds some that limit what was said."""
    if its:
        return True
    added = change.first or change.second
    return not change.is_sentence and may_limit(added, change.before, change.behind)


def _in_words(changes: Sequence[Change], cuts: tuple[str | None, str | None]) -> str:
    if any(cut is not None for cut in cuts):
        return "cut short"
    if not changes:
        return "the same words"
    named = [_named(change) for change in changes[:_NAMED]]
    rest = len(changes) - len(named)
    return ", ".join(named) + (f" and {rest} more" if rest else "")


def _named(change: Change) -> str:
    one, other = (_quoted(side) for side in (change.first, change.second))
    if one and other:
        return f"{one} for {other}"
    return f"{one or other} in one alone"


def _quoted(some: Sequence[str]) -> str:
    joint = " " if any(map(str.isascii, some)) else ""
    text = joint.join(some)
    if len(text) > _LONGEST_NAMED:
        text = text[: _LONGEST_NAMED - 1].rstrip() + "…"
    return f"“{text}”" if text else ""
