"""The possible readings of a paragraph's marks in; the likeliest reading of each out.

The reading of the whole is the cheapest path through the readings of the marks, found by dynamic
programming (Viterbi, 1967) over the quotations that are open; all but the best few are dropped.
"""

from __future__ import annotations

from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from scrubber.quotes.nouns import Level, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrubber.quotes.costs import Options

_Open: TypeAlias = str
"""The levels of the quotations that are open."""
_Beam: TypeAlias = tuple[tuple[_Open, float], ...]
"""The best paths: what each leaves open, and what it costs more than the cheapest."""
_Steps: TypeAlias = tuple[tuple[int, Role], ...]
"""For each path which path of the beam before it goes on with, and by which reading."""

_OPEN, _CLOSE = Role.OPEN, Role.CLOSE
_START: _Beam = (("", 0.0),)
_WIDTH = 8
_HOPELESS = 9.0
"""A path that costs so much more than the cheapest is given up."""
_DEEPEST = 4
_STRETCH = 512
"""So many marks are decided at once: it bounds the memory for a path."""
_UNCLOSED = 4.0
_UNOPENED = {Level.SINGLE: 3.0}
_UNOPENED_DOUBLE = 5.0
_GOES_ON = 0.5


class Candidate(NamedTuple):
    """A mark whose reading is open."""

    level: str
    options: Options
    nesting: float
    """What it costs when it opens within a quotation of its own level."""


def roles_of(candidates: Sequence[Candidate], *, goes_on: bool) -> list[Role]:
    """The reading of each mark; ``goes_on``: the next paragraph opens with a mark."""
    unclosed = _GOES_ON if goes_on else _UNCLOSED
    roles: list[Role] = []
    rows: list[_Steps] = []
    beam = _START
    for candidate in candidates:
        if len(rows) == _STRETCH:
            cheapest = min(range(len(beam)), key=lambda place: beam[place][1])
            roles += _path(rows, cheapest)
            rows, beam = [], ((beam[cheapest][0], 0.0),)
        beam, steps = _extend(beam, candidate)
        rows.append(steps)
    costs = [cost + unclosed * len(opened) for opened, cost in beam]
    return roles + _path(rows, costs.index(min(costs)))


def _path(rows: list[_Steps], last: int) -> list[Role]:
    """The readings along the path that is at ``last`` in the last of ``rows``."""
    roles: list[Role] = []
    for steps in reversed(rows):
        last, role = steps[last]
        roles.append(role)
    roles.reverse()
    return roles


@lru_cache(maxsize=4096)
def _extend(beam: _Beam, candidate: Candidate) -> tuple[_Beam, _Steps]:
    """The best paths with one more mark. Few differ, so most were worked out before."""
    level, options, nesting = candidate
    longer: dict[_Open, tuple[float, tuple[int, Role]]] = {}
    for place, (opened, cost) in enumerate(beam):
        for role, price in options:
            after, extra = opened, 0.0
            if role is _OPEN:
                after = (opened + level)[-_DEEPEST:]
                extra = nesting if level in opened else 0.0
            elif role is _CLOSE:
                after, extra = _close(opened, level)
            total = cost + price + extra
            if after not in longer or total < longer[after][0]:
                longer[after] = (total, (place, role))
    least = min(cost for cost, _ in longer.values())
    paths = [(opened, *path) for opened, path in longer.items() if path[0] < least + _HOPELESS]
    if len(paths) > _WIDTH:
        paths = sorted(paths, key=itemgetter(1))[:_WIDTH]
    # Rounded, so that sums of the same costs are the same.
    rounded = tuple((opened, round(cost - least, 6)) for opened, cost, _ in paths)
    return rounded, tuple(step for _, _, step in paths)


def _close(opened: _Open, level: str) -> tuple[_Open, float]:
    if opened and opened[-1] == level:
        return opened[:-1], 0.0
    if len(opened) > 1 and opened[-2] == level:
        return opened[:-2], _UNCLOSED
    return opened, _UNOPENED.get(level, _UNOPENED_DOUBLE)


def partners(levels: Sequence[str], roles: Sequence[Role]) -> Iterator[tuple[int, int]]:
    """For each mark the place of its partner or -1, and how many quotations it stands in."""
    opened: list[int] = []
    partner = [-1] * len(roles)
    depths: list[int] = []
    for place, (level, role) in enumerate(zip(levels, roles, strict=True)):
        if role is Role.CLOSE:
            for back in (1, 2):
                if len(opened) >= back and levels[opened[-back]] == level:
                    partner[place], partner[opened[-back]] = opened[-back], place
                    del opened[-back:]
                    break
        depths.append(len(opened))
        if role is Role.OPEN:
            opened.append(place)
    return zip(partner, depths, strict=True)
