"""Characters that show nothing: a text in, edits that leave out those without a task out."""

from __future__ import annotations

CONTROLS = "".join(map(chr, (*range(9), *range(0xE, 0x20), 0x7F)))
"""C0 but tab and line ends, and DEL. Those of C1 stand for letters of Windows-1252."""

_MARKS = "\u034f\u180b\u180c\u180d\u180f\ufffc" + "".join(map(chr, range(0xFE00, 0xFE10)))
_HIGH_SELECTORS_IN_UTF_8 = b"\xf3\xa0"


def may_hold_selectors(text: str) -> bool:
    """Whether ``text`` may hold a character that shows nothing and yet counts as printable."""
    if any(mark in text for mark in _MARKS):
        return True
    return _HIGH_SELECTORS_IN_UTF_8 in text.encode("utf-8", "surrogatepass")


BREAKS = "\v\f\u2028\u2029"
"""Vertical tab, form feed, line and paragraph separator: they begin a line."""
