"""A block in, the same without its cut mark and link tail out, where it was visibly cut."""

from __future__ import annotations

import re
from functools import cache

from scrubber.blocks.shape import count_units

_LONGEST_TAIL = 3
"""Words of a link behind the cut: ``read more``, ``continue reading here``."""
_TAIL_LETTERS = 40
_WITHOUT_SPACES = 3
"""A script without spaces takes as many more half-words for the same."""


def cut_text(block: str) -> str | None:
    """A block that was visibly cut, without its cut mark and link tail; else None.

    The mark is an ellipsis, with or without brackets; the tail is a link of up to three words.
    """
    at = max(block.rfind("…"), block.rfind("..."))
    if at < 1 or len(block) - at > _TAIL_LETTERS + _LONGEST_TAIL:
        return None
    tail = _mark().sub("", block[at:], count=1).strip()
    allowed = _LONGEST_TAIL if tail.isascii() else _LONGEST_TAIL + _WITHOUT_SPACES
    if len(tail.split()) > _LONGEST_TAIL or count_units(tail) > allowed:
        return None
    return block[:at].rstrip(" .[(…\n")


def breaks_word(block: str, kept: str) -> bool:
    """Whether the cut stands within a word: no blank before its mark in ``block``."""
    return len(kept) < len(block) and not block[len(kept)].isspace()


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(r"[….]+[\])]?")
