"""The marks of a text in; what to write in their place out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.model import Replace
from scrubber.quotes.nouns import CORNER, DOUBLE, GUILLEMETS, Level, Mark, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrubber.quotes.languages import Pairs

_NO_BREAK = ("\u00a0", "\u202f")
_BLANKS = (" ", "\u2009", *_NO_BREAK)
_APOSTROPHE = "’"


def curly_edits(text: str, marks: Sequence[Mark], pairs: Pairs) -> Iterator[Replace]:
    """Typographic marks for the straight ones; what is typographic already stays."""
    written = 0
    for mark in marks:
        if not mark.is_straight or mark.role is Role.NONE:
            continue
        if mark.role is Role.APOSTROPHE:
            edit = Replace(mark.start, mark.end, _APOSTROPHE)
        elif mark.role is Role.PRIME:
            edit = Replace(mark.start, mark.end, "″" if mark.is_double else "′")
        else:
            edit = _quotation(text, mark, _pair(mark, pairs), pairs.inside)
        if edit.start < written:  # an opening mark took the only blank
            edit = Replace(mark.start, edit.end, edit.text[-1])
        written = edit.end
        yield edit


def _pair(mark: Mark, pairs: Pairs) -> str:
    """The outer or the inner pair.

    The kind of the straight mark decides where outer and inner pair differ in kind, the depth
    where both are of double marks, corner brackets or single ones.
    """
    if (pairs.outer[0] in _WIDE) is not (pairs.inner[0] in _WIDE):
        return pairs.outer if mark.is_double else pairs.inner
    return pairs.inner if mark.depth % 2 else pairs.outer


_WIDE = DOUBLE + CORNER


def _quotation(text: str, mark: Mark, pair: str, inside: str) -> Replace:
    """A mark of ``pair``; a guillemet takes the blank at its inner side, none at a line's edge.

    Nor where a word touches its outer side, so that it may point the other way.
    """
    blank = inside if pair[0] in GUILLEMETS else ""
    before, following = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]
    if mark.role is Role.OPEN:
        if following in ("", "\n") or before.isalnum() or before in tuple(".,!?…"):
            blank = ""
        swallowed = bool(blank) and following in _BLANKS
        return Replace(mark.start, mark.end + swallowed, pair[0] + blank)
    if before in ("", "\n") or following.isalnum():
        blank = ""
    swallowed = bool(blank) and before in _BLANKS
    return Replace(mark.start - swallowed, mark.end, blank + pair[1])


def straight_edits(text: str, marks: Sequence[Mark]) -> Iterator[Replace]:
    """Straight marks for the typographic ones; a blank inside guillemets goes with them."""
    written = 0
    for mark in marks:
        if mark.is_straight or mark.level not in (Level.DOUBLE, Level.SINGLE):
            continue
        start, end = mark.start, mark.end
        if text[start] in GUILLEMETS:
            blanks = _BLANKS if mark.is_matched else _NO_BREAK
            if mark.role is Role.OPEN and text[end : end + 1] in blanks:
                end += 1
            elif mark.role is Role.CLOSE and start > written and text[start - 1] in blanks:
                start -= 1
        written = end
        yield Replace(start, end, '"' if mark.is_double else "'")
