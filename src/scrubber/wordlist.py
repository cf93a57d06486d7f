"""Word lists as they are best read and kept: lines of words in, a set of them out."""

from __future__ import annotations

from functools import cache


@cache
def words(lines: str) -> frozenset[str]:
    """The words of ``lines``, made a set at first use."""
    return frozenset(lines.split())
