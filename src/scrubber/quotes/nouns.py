"""What a quotation mark is: the nouns of this package."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

STRAIGHT = "\"'"
DOUBLE = "“”„‟«»"
SINGLE = "‘’‚‛‹›"
TYPOGRAPHIC = DOUBLE + SINGLE
CORNER = "「」『』"
"""Marks of East Asian texts: they pair, but are of no style and stay."""
GUILLEMETS = "«»‹›"


class Role(Enum):
    """What a mark does."""

    OPEN = "open"
    CLOSE = "close"
    APOSTROPHE = "apostrophe"
    PRIME = "prime"
    """Behind a number: feet, inches, minutes and seconds."""
    NONE = "none"
    """No quotation mark: part of a Hebrew word, a lone sign between blanks."""

    __hash__ = object.__hash__  # that of an Enum is slow before 3.12


class Level:
    """Which marks pair with each other: one letter each, so that a string says what is open."""

    DOUBLE = "d"
    SINGLE = "s"
    LATEX = "l"
    """Two grave accents, closed by two straight single marks."""
    CORNER = "c"
    WHITE_CORNER = "w"


class Mark(NamedTuple):
    """One quotation mark, or two characters that stand for one."""

    start: int
    end: int
    role: Role
    level: str
    """One of ``Level``."""
    is_straight: bool
    depth: int = 0
    """How many quotations it stands in, its own not counted."""
    partner: int = -1
    """Where the mark starts that opens or closes the same quotation; -1 where none does."""

    @property
    def is_double(self) -> bool:
        """Whether it is a double mark."""
        return self.level in (Level.DOUBLE, Level.LATEX)

    @property
    def is_matched(self) -> bool:
        """Whether its quotation has both marks in the paragraph."""
        return self.partner >= 0

    @property
    def has_style(self) -> bool:
        """Whether a text that mixes styles counts and changes it."""
        return self.level in "ds" and self.role not in (Role.PRIME, Role.NONE)
