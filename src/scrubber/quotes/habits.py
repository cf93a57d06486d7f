"""A text in; what it shows as a whole of the direction in which its marks point out."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

_MANY = 2


class Habits(NamedTuple):
    """What a text shows as a whole of the direction in which its marks point."""

    low: bool
    """Low marks open, so that ``“`` closes."""
    high_opens: bool
    """``“`` stands in the text and no low mark, so that ``”`` only closes."""
    low_single: bool
    high_single_opens: bool
    inward: bool
    """Guillemets point to what they enclose: ``»so«``."""
    one_way: bool
    """Only ``»`` stands in the text, on both sides."""
    spaced: bool
    """Straight marks have a blank on their inner side, as guillemets have in French."""


def habits_of(text: str) -> Habits:
    """What ``text`` shows of its marks."""
    low, low_single = "„" in text, "‚" in text
    right, left = text.find("»"), text.find("«")
    return Habits(
        low, "“" in text and not low, low_single, "‘" in text and not low_single,
        inward=0 <= right < left, one_way=left < 0 <= right,
        spaced=' "' in text and _are_spaced(text),
    )  # fmt: skip


def _are_spaced(text: str) -> bool:
    """Whether more straight marks than one have a blank on their inner side.

    They are looked at one by one: the expression by itself would try each character.
    """
    found = end = 0
    at = text.find('"')
    while at >= 0 and found < _MANY:
        for start in (at - 1, at):
            match = _spaced().match(text, start) if start >= end else None
            if match:
                found += 1
                end = match.end()
                break
        at = text.find('"', at + 1)
    return found == _MANY


@cache
def _spaced() -> re.Pattern[str]:
    """A straight mark with a blank on its inner side."""
    return re.compile(r'(?<!\S)" (?=\S)|(?<=\S) "(?![^\s.,;:!?)])')
