"""Expressions for characters beyond ASCII: a pattern in, one that skips what is ASCII out.

By itself an expression with branches tries each of them at each letter; most letters are ASCII.
"""

from __future__ import annotations

import re

_BEYOND = "[^\\0-\x7f]"


def beginning_beyond_ascii(pattern: str) -> re.Pattern[str]:
    """The expression, each match of which begins with a character beyond ASCII."""
    return re.compile(f"(?={_BEYOND})(?:{pattern})")


def touching_beyond_ascii(pattern: str) -> re.Pattern[str]:
    """The expression, of each match of which one of the first two characters is beyond ASCII."""
    return re.compile(f"(?={_BEYOND}|(?s:.){_BEYOND})(?:{pattern})")
