"""What is computed for articles is kept at hand, the latest of it: as much as has room."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

V = TypeVar("V")


class Cache(OrderedDict[int, V]):
    """Values by the number of an article, computed when they are first asked for.

    Args:
        compute: gives the value for a number.
        size: how many bytes a value takes, about.
        room: how many bytes all may take; the oldest make room for others.
    """

    def __init__(self, compute: Callable[[int], V], size: Callable[[V], int], room: int) -> None:
        super().__init__()
        self._compute, self._size, self._room = compute, size, room

    def __missing__(self, number: int) -> V:
        value = self._compute(number)
        self._room -= self._size(value)
        while self._room < 0 and self:
            self._room += self._size(self.popitem(last=False)[1])
        self[number] = value
        return value
