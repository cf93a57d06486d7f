"""Lists that explain signs of HTML, a line each: places of tags or references in, those out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_BEFORE = re.compile(r"(?:^|\n)[ \t]*(?:[-*•] )?\Z")
_AFTER = re.compile(r"(?:[ \t]?[:=]|[ \t][–—-])[ \t]+[^\s<&]|\t+[^\s<&]")
_WINDOW = 16


def explained(text: str, places: Iterable[tuple[int, int]]) -> set[int]:
    """Starts of those places that open a line which goes on to explain them.

    There must be several, and different ones: a mark of one item looks the same in each line.
    """
    found = {
        start: text[start:end]
        for start, end in places
        if _AFTER.match(text, end) and _BEFORE.search(text, max(0, start - _WINDOW), start)
    }
    return set(found) if len(set(found.values())) > 1 else set()
