"""What markup is: the noun of this package."""

from __future__ import annotations

from typing import NamedTuple


class Markup(NamedTuple):
    """A tag, or a stretch that is left out whole: a comment, a script with its content."""

    start: int
    end: int
    name: str
    """Of the element, in small letters; ``!`` for a comment or declaration."""
    attributes: str = ""
    closing: bool = False
    hidden: bool = False
    """The stretch shows nothing: it is left out whole."""
