"""Characters that show nothing: a text in, edits that leave out those without a task out."""

from __future__ import annotations

import re
from functools import cache

CONTROLS = "".join(map(chr, (*range(9), *range(0xE, 0x20), 0x7F)))
"""C0 but tab and line ends, and DEL. Those of C1 stand for letters of Windows-1252."""

BREAKS = "\v\f\u2028\u2029"
"""Vertical tab, form feed, line and paragraph separator: they begin a line."""

REMOVED = frozenset(CONTROLS + BREAKS)


def may_hold_selectors(text: str) -> bool:
    """Whether ``text`` may hold a character that shows nothing and yet counts as printable."""
    return _printable().search(text) is not None


@cache
def _printable() -> re.Pattern[str]:
    return re.compile("[\u034f\u180b-\u180d\u180f\ufe00-\ufe0f\ufffc\U000e0000-\U000e0fff]")
