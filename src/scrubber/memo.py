"""Finds a thing out once for a document: a function of a document in, one that remembers out."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from scrubber.model import Document

__all__ = ["remembered"]

Found = TypeVar("Found")


def remembered(find: Callable[[Document], Found]) -> Callable[[Document], Found]:
    """Keep what ``find`` returns with the document, under the name of the function returned."""

    @wraps(find)
    def found(document: Document) -> Found:
        memo = document.memo
        if found not in memo:
            memo[found] = find(document)
        known: Found = memo[found]
        return known

    return found
