"""Copies in, the same with moves out: the more complete ones to the place of the first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrubber.blocks.forms import Form
from scrubber.model import Move

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from scrubber.copies.survey import Survey
    from scrubber.similarity.compare import Difference

_LONGEST_DECK = 30
_TOP = 3
"""Blocks among the first of a text that may stand above its title."""


class Copy(NamedTuple):
    """Blocks that go together, since others say all they say."""

    dropped: tuple[int, ...]
    kept: tuple[int, ...]
    """For each the one that stays."""
    differences: tuple[Difference, ...]
    """Of those that are not identical."""
    moves: tuple[Move, ...] = ()
    """Of later, more complete ones to the place of the first."""


def with_moves(survey: Survey, copies: Sequence[Copy], gone: Collection[int]) -> Iterator[Copy]:
    """The copies in order, with moves for those whose kept blocks stand further down.

    A block that stays for several moves once, to the first of their places.
    """
    moving: dict[int, Copy] = {}
    for copy in copies:
        if copy.kept[0] > copy.dropped[-1] and _is_elsewhere(survey, copy, gone):
            for kept in copy.kept:
                moving.setdefault(kept, copy)
    stays = _next_staying(len(survey.keys), {*gone, *moving}) if moving else []
    for copy in copies:
        moved = dict.fromkeys(index for index in copy.kept if moving.get(index) is copy)
        if moved:
            target = stays[copy.dropped[-1]]
            yield copy._replace(moves=tuple(Move(index, target) for index in moved))
        else:
            yield copy


def _is_elsewhere(survey: Survey, copy: Copy, gone: Collection[int]) -> bool:
    """Whether more than title, deck and byline parts the first copy from the one that stays."""
    between = range(copy.dropped[-1] + 1, copy.kept[0])
    longest_top = 0
    for index in between:
        if index in gone:
            continue
        if survey.form(index) is not Form.LINE:
            if copy.dropped[0] >= _TOP or not longest_top or survey.units[index] > _LONGEST_DECK:
                return True
            if longest_top < 0:
                return True
            longest_top = -1
        elif not longest_top:
            longest_top = 1
    return False


def _next_staying(count: int, moving: Collection[int]) -> list[int | None]:
    """For each block the next one below it that stays where it is."""
    following: int | None = None
    found: list[int | None] = [None] * count
    for index in reversed(range(count)):
        found[index] = following
        if index not in moving:
            following = index
    return found
