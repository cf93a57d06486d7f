"""Rows of a profile in; for a block of a site the row that it matches out, in constant time."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from scrubber.learn.profile import GAP
from scrubber.similarity.words import normalised

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scrubber.learn.profile import Profile, Row

_HEAD = 4
"""Characters by which patterns are found."""


class _Pattern(NamedTuple):
    """A pattern in its pieces, normalised."""

    head: str
    between: tuple[str, ...]
    tail: str
    row: Row

    def fits(self, key: str) -> bool:
        """Whether it is the whole of ``key``, with something in each gap."""
        at, end = len(self.head), len(key) - len(self.tail)
        if end <= at or not (key.startswith(self.head) and key.endswith(self.tail)):
            return False
        for piece in self.between:
            found = key.find(piece, at + 1, end)
            if found < 0:
                return False
            at = found + len(piece)
        return at < end


@lru_cache(maxsize=8)
def matcher_of(profile: Profile) -> Matcher:
    """What finds the row of a block: ``matcher_of(profile).row_of(site, text)``."""
    return Matcher(profile.rows)


class Matcher:
    """Finds the row of a block. Of several, the one of its site holds, then the first."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._texts: dict[tuple[str, str], Row] = {}
        self._heads: dict[tuple[str, str], list[_Pattern]] = {}
        self._tails: dict[tuple[str, str], list[_Pattern]] = {}
        self._rest: dict[str, list[_Pattern]] = {}
        for row in rows:
            for text in (row.text, *row.variants):
                if not row.pattern or text != row.pattern:
                    self._texts.setdefault((row.site, normalised(text)), row)
            if row.pattern:
                self._add(row)
        self._texts = {key: row for key, row in self._texts.items() if key[1]}

    def _add(self, row: Row) -> None:
        pieces = [_piece(piece) for piece in row.pattern.split(GAP)]
        head, *between, tail = pieces
        pattern = _Pattern(head, tuple(piece for piece in between if piece), tail, row)
        if len(head) >= _HEAD:
            self._heads.setdefault((row.site, head[:_HEAD]), []).append(pattern)
        elif len(tail) >= _HEAD:
            self._tails.setdefault((row.site, tail[-_HEAD:]), []).append(pattern)
        else:
            self._rest.setdefault(row.site, []).append(pattern)

    def row_of(self, site: str | None, text: str) -> Row | None:
        """The row that the block ``text`` of ``site`` matches; None: of no site that is known."""
        key = normalised(text)
        if not key:
            return None
        for place in (site, "") if site else ("",):
            row = self._texts.get((place, key)) or self._by_pattern(place, key)
            if row is not None:
                return row
        return None

    def _by_pattern(self, site: str, key: str) -> Row | None:
        candidates = (
            *self._heads.get((site, key[:_HEAD]), ()),
            *self._tails.get((site, key[-_HEAD:]), ()),
            *self._rest.get(site, ()),
        )
        fitting = [pattern.row for pattern in candidates if pattern.fits(key)]
        return min(fitting, key=lambda row: row.number) if fitting else None


def _piece(text: str) -> str:
    """A piece of a pattern, normalised; a blank at its edge stays."""
    piece = normalised(text)
    if piece and text[:1].isspace():
        piece = f" {piece}"
    if piece and text[-1:].isspace():
        piece += " "
    return piece or (" " if text else "")
