"""Where a place in an edited text stood before: edits in, source offsets out."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scrubber.model import Replace


class OffsetMap:
    """Maps offsets of a step's output to offsets of its input.

    The output is a row of pieces, each copied from one place of the input or written new.
    ``starts[i]`` is where piece ``i`` begins in the output, ``origins[i]`` where it came from;
    a written piece (``copied[i]`` false) maps whole to the place it replaced.
    """

    __slots__ = ("copied", "origins", "starts")

    def __init__(self, pieces: Iterable[tuple[int, int, bool]]) -> None:
        self.starts: list[int] = []
        self.origins: list[int] = []
        self.copied: list[bool] = []
        for start, origin, copied in pieces:
            self.starts.append(start)
            self.origins.append(origin)
            self.copied.append(copied)

    def to_input(self, offset: int) -> int:
        """The input offset that ``offset`` of the output came from."""
        piece = bisect_right(self.starts, offset) - 1
        if piece < 0:
            return offset
        if not self.copied[piece]:
            return self.origins[piece]
        return self.origins[piece] + offset - self.starts[piece]


def map_of_replacements(edits: Sequence[Replace]) -> OffsetMap:
    """The map of a step that replaced spans; ``edits`` sorted and disjoint."""
    pieces: list[tuple[int, int, bool]] = [(0, 0, True)]
    shift = 0
    for edit in edits:
        if edit.text:
            pieces.append((edit.start + shift, edit.start, False))
        shift += len(edit.text) - (edit.end - edit.start)
        pieces.append((edit.end + shift, edit.end, True))
    return OffsetMap(pieces)


class Lines:
    """Line and column, from 1 and in code points, of offsets in a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        self._starts.pop()

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of ``offset``."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
