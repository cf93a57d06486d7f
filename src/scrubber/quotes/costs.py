"""The sides of a mark in; what it costs to read it as opening or closing out.

A cost is how far a reading is from what is usual: 0 is usual, 1 is seen now and then, 4 is a slip.
"""

from __future__ import annotations

from functools import cache
from typing import TypeAlias

from scrubber.quotes.context import (
    BLANK,
    DASH,
    DIGIT,
    DOTS,
    ELIDED,
    HANGUL,
    LETTER,
    OPENING,
    OTHER,
    RTL,
    STOP,
    UNSPACED,
)  # fmt: skip
from scrubber.quotes.nouns import Role

Options: TypeAlias = tuple[tuple[Role, float], ...]
"""The readings of a mark that are possible, each with its cost."""

OPEN_LEFT = {
    BLANK: 0, OPENING: 0, DASH: 0.4, ELIDED: 0.4, UNSPACED: 0.5, OTHER: 1.5, RTL: 1.5, STOP: 2.5,
    HANGUL: 3, LETTER: 5, DIGIT: 5,
}  # fmt: skip
OPEN_RIGHT = {
    LETTER: 0, DIGIT: 0, UNSPACED: 0, HANGUL: 0, RTL: 0, OPENING: 0, OTHER: 0.2, DOTS: 0.5,
    DASH: 0.6, STOP: 3, BLANK: 5,
}  # fmt: skip
CLOSE_LEFT = {
    LETTER: 0, DIGIT: 0, UNSPACED: 0, HANGUL: 0, RTL: 0, STOP: 0, ELIDED: 0, OTHER: 0.3, DASH: 0.4,
    OPENING: 5, BLANK: 5,
}  # fmt: skip
CLOSE_RIGHT = {
    BLANK: 0, STOP: 0, HANGUL: 0.3, UNSPACED: 0.3, DASH: 0.3, DOTS: 0.5, OTHER: 1, OPENING: 1.5,
    RTL: 2, LETTER: 2.5, DIGIT: 2.5,
}  # fmt: skip


@cache
def quotation(left: str, right: str, opening: float = 0, closing: float = 0) -> Options:
    """Both readings as a quotation mark; ``opening`` and ``closing`` are added to their costs."""
    return (
        (Role.OPEN, OPEN_LEFT[left] + OPEN_RIGHT[right] + opening),
        (Role.CLOSE, CLOSE_LEFT[left] + CLOSE_RIGHT[right] + closing),
    )
