"""Anything in; the same in lists of a size out."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

T = TypeVar("T")


def batches(some: Iterable[T], size: int) -> Iterator[list[T]]:
    """The same in lists of ``size``."""
    rest = iter(some)
    while batch := list(islice(rest, size)):
        yield batch
