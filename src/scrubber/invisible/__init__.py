"""Characters that show nothing: a text in, edits that leave out those without a task out."""

from __future__ import annotations

CONTROLS = "".join(map(chr, (*range(9), *range(0xE, 0x20), 0x7F)))
"""C0 but tab and line ends, and DEL. Those of C1 stand for letters of Windows-1252."""

BREAKS = "\v\f\u2028\u2029"
"""Vertical tab, form feed, line and paragraph separator: they begin a line."""
