"""Two blocks in, whether one says all of the other and what differs out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from scrubber.similarity.facts import differing_fact, differing_signs
from scrubber.similarity.words import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterator


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


class Change(NamedTuple):
    """Words of the first block that stand where others stand in the second; one may be empty."""

    first: list[str]
    second: list[str]
    inside: bool
    """Neither before the first nor behind the last word of a block."""


def compare(first: str, second: str) -> Difference:
    """What differs between two blocks, word by word.

    The alignment is of least edit distance (Levenshtein 1966), over folded words.
    """
    cut_first, cut_second = cut_text(first), cut_text(second)
    left, right = words(cut_first or first), words(cut_second or second)
    changes = list(_changes(left, right))
    shared = len(left) + len(right) - sum(len(c.first) + len(c.second) for c in changes)
    score = 100 * shared / max(1, len(left) + len(right))
    first_says = _says(changes, second=True, is_cut=cut_second is not None)
    second_says = _says(changes, second=False, is_cut=cut_first is not None)
    fact = differing_signs(first, second)
    for change in changes:
        fact = fact or _fact(change)
    what = _in_words(changes, cut=(cut_first or cut_second) is not None)
    return Difference(score, first_says and not fact, second_says and not fact, fact, what)


def cut_text(block: str) -> str | None:
    """A block that was visibly cut, without its cut mark and link tail; else None."""
    match = _cut().search(block)
    return block[: match.start()] if match else None


def _says(changes: list[Change], *, second: bool, is_cut: bool) -> bool:
    """Whether one side says all that the other does; a cut one may break off within a word."""
    for place, change in enumerate(changes):
        mine, its = (change.first, change.second) if second else (change.second, change.first)
        if not its:
            continue
        broken = is_cut and place == len(changes) - 1 and len(its) == 1 and mine
        if not (broken and mine[0].casefold().startswith(its[0].casefold())):
            return False
    return True


def _fact(change: Change) -> str:
    if not (change.first and change.second) and not change.inside:
        return ""
    return differing_fact(change.first, change.second)


def _changes(left: list[str], right: list[str]) -> Iterator[Change]:
    from rapidfuzz.distance import Levenshtein

    one, other = [fold(word) for word in left], [fold(word) for word in right]
    i = k = 0
    for block in [*Levenshtein.opcodes(one, other).as_matching_blocks()]:
        if block.a > i or block.b > k:
            inside = bool(i or k) and (block.a < len(left) or block.b < len(right))
            yield Change(left[i : block.a], right[k : block.b], inside and block.size > 0)
        i, k = block.a + block.size, block.b + block.size


def _in_words(changes: list[Change], *, cut: bool) -> str:
    if cut:
        return "cut short"
    added = sum(len(c.first) + len(c.second) for c in changes if not (c.first and c.second))
    replaced = sum(max(len(c.first), len(c.second)) for c in changes if c.first and c.second)
    parts = [f"{added} more in one" if added else "", f"{replaced} changed" if replaced else ""]
    named = " and ".join(part for part in parts if part)
    return f"words differ: {named}" if named else "the same words"


@cache
def _cut() -> re.Pattern[str]:
    """An ellipsis at the end, with or without brackets and a link of up to three words."""
    return re.compile(r"\s*[\[(]?(?:…|\.\.\.)[\])]?(?:\W*\w+){0,3}\W*\Z")
