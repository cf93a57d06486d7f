"""What a quotation mark is: the nouns of this package."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

STRAIGHT = "\"'"
DOUBLE = "“”„‟«»"
SINGLE = "‘’‚‛‹›"
TYPOGRAPHIC = DOUBLE + SINGLE


class Role(Enum):
    """What a mark does."""

    OPEN = "open"
    CLOSE = "close"
    APOSTROPHE = "apostrophe"
    PRIME = "prime"
    """Behind a number: feet, inches, minutes and seconds of arc."""


class Mark(NamedTuple):
    """One quotation mark, or two characters that stand for one."""

    start: int
    end: int
    role: Role
    is_double: bool
    is_straight: bool
    is_nested: bool = False
    """Its quotation stands within another of double marks."""
    is_matched: bool = True
    """It has its partner in the paragraph; an apostrophe or prime needs none."""
