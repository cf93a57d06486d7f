"""White space: which characters are blanks, what a line is, where a special space belongs."""

from __future__ import annotations

SPECIAL_SPACES = (
    "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
)
"""The no-break space and its kind. The ideographic space (U+3000) is a sign of its script."""

BLANKS = " \t" + SPECIAL_SPACES
"""What a reader sees as a blank within a line."""

TO_SPACES = dict.fromkeys(map(ord, SPECIAL_SPACES), " ")
"""A table for ``str.translate``: special spaces as ordinary ones, lengths unchanged."""
