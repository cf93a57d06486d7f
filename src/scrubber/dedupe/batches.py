"""Anything in; the same in lists out, cut where they are long or heavy enough."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")


def batches(some: Iterable[T], size: int) -> Iterator[list[T]]:
    """The same in lists of ``size``."""
    rest = iter(some)
    while batch := list(islice(rest, size)):
        yield batch


def portions(some: Iterable[T], weight: Callable[[T], int], most: int) -> Iterator[list[T]]:
    """The same in lists that end with what makes their ``weight`` as large as ``most``."""
    portion: list[T] = []
    total = 0
    for one in some:
        portion.append(one)
        total += weight(one)
        if total >= most:
            yield portion
            portion, total = [], 0
    if portion:
        yield portion
