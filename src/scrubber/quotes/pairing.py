"""The possible readings of a paragraph's marks in; the likeliest reading of each out.

The reading of the whole is the cheapest path through the readings of the marks, found by dynamic
programming (Viterbi, 1967) over the quotations that are open; all but the best few are dropped.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from scrubber.quotes.nouns import Level, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrubber.quotes.costs import Options

_Path: TypeAlias = "tuple[_Path | None, Role] | None"
_Open: TypeAlias = str
"""The levels of the quotations that are open."""
_Beam: TypeAlias = "dict[_Open, tuple[float, _Path]]"

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
    beam: _Beam = {"": (0.0, None)}
    for place, candidate in enumerate(candidates):
        if len(candidate.options) == 1 and candidate.options[0][0] not in (Role.OPEN, Role.CLOSE):
            role = candidate.options[0][0]
            beam = {opened: (cost, (path, role)) for opened, (cost, path) in beam.items()}
        else:
            beam = _extend(beam, candidate)
        if place % _STRETCH == _STRETCH - 1:
            opened = min(beam, key=lambda key: beam[key][0])
            roles += _steps(beam[opened][1])
            beam = {opened: (0.0, None)}
    opened = min(beam, key=lambda key: beam[key][0] + unclosed * len(key))
    roles += _steps(beam[opened][1])
    return roles


_cost = itemgetter(0)


def _steps(path: _Path) -> list[Role]:
    roles: list[Role] = []
    while path is not None:
        path, role = path
        roles.append(role)
    roles.reverse()
    return roles


def _extend(beam: _Beam, candidate: Candidate) -> _Beam:
    level = candidate.level
    longer: _Beam = {}
    for opened, (cost, path) in beam.items():
        for role, price in candidate.options:
            after, extra = opened, 0.0
            if role is Role.OPEN:
                after = (opened + level)[-_DEEPEST:]
                extra = candidate.nesting if level in opened else 0.0
            elif role is Role.CLOSE:
                after, extra = _close(opened, level)
            total = cost + price + extra
            if after not in longer or total < longer[after][0]:
                longer[after] = (total, (path, role))
    limit = min(longer.values(), key=_cost)[0] + _HOPELESS
    longer = {key: value for key, value in longer.items() if value[0] < limit}
    if len(longer) > _WIDTH:
        longer = dict(sorted(longer.items(), key=lambda item: item[1][0])[:_WIDTH])
    return longer


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
