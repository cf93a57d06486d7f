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
_SPELT = 4
"""Letters of a half-word where a script without spaces spells its words."""


def cut_text(block: str) -> str | None:
    """A block that was visibly cut, without its cut mark and link tail; else None.

    The mark is an ellipsis, with or without brackets; the tail is a link of up to three words.
    """
    at = max(block.rfind("…"), block.rfind("..."))
    if at < 1 or len(block) - at > _TAIL_LETTERS + _LONGEST_TAIL:
        return None
    tail = _mark().sub("", block[at:], count=1).strip()
    if not _is_link(tail):
        return None
    return block[:at].rstrip(" .[(…\n")


def _is_link(tail: str) -> bool:
    """Whether what stands behind a cut is short enough; an arrow is no word."""
    count = sum(any(map(str.isalnum, word)) for word in tail.split())
    if count > _LONGEST_TAIL or tail.isascii():
        return count <= _LONGEST_TAIL
    spelt = len(_spelt().findall(tail))
    return count_units(tail) - spelt // 2 + spelt // _SPELT <= _LONGEST_TAIL + _WITHOUT_SPACES


def without_link_line(block: str) -> str:
    """A block of one line without the link that stands below it where it was cut."""
    if "\n" not in block:
        return block
    cut = cut_text(block)
    return block if cut is None or "\n" in cut else cut + "…"


@cache
def _spelt() -> re.Pattern[str]:
    return re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(r"[….]+[\])]?")
