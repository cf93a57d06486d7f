"""A text and the place of a mark in; the kinds of character on both its sides out."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from scrubber.quotes.nouns import CORNER, STRAIGHT, TYPOGRAPHIC

if TYPE_CHECKING:
    from collections.abc import Mapping

BLANK, OPENING, STOP, DASH, DOTS, OTHER = "BOPHES"
LETTER, DIGIT = "WN"
UNSPACED = "C"
"""A letter of a script that writes no spaces between words."""
HANGUL = "K"
"""Korean sets particles right behind a closing mark."""
RTL = "R"
"""Hebrew and Arabic set short words right before an opening mark."""
ELIDED = "A"
"""A letter and an apostrophe: French and Italian open a quotation right behind them."""

WORD = frozenset((LETTER, DIGIT, HANGUL, RTL))

_INVISIBLE = "*_~`\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufeff"
_LOOKED_THROUGH = frozenset(_INVISIBLE + STRAIGHT + TYPOGRAPHIC + CORNER)
_FURTHEST = 12
_STOPS = frozenset(".,;:!?%…。，、！？：；؟،؛।")
_DASHES = frozenset("/=+|•·\\")
_APOSTROPHES = ("'", "’")


@cache
def kind_of(char: str) -> str:
    """The kind of one character; of the empty string, a blank's."""
    if not char or char.isspace():
        return BLANK
    category = unicodedata.category(char)
    if char in _STOPS or category in ("Pe", "Pf"):
        return STOP
    if category in ("Ps", "Pi") or char in "¿¡":
        return OPENING
    if category == "Pd" or char in _DASHES:
        return DASH
    if char.isnumeric() and not char.isalpha():
        return DIGIT
    if char.isalpha() or category[0] == "M":
        return _letter(char)
    return OTHER


def _letter(char: str) -> str:
    if "\u0590" <= char <= "\u08ff":
        return RTL
    if "\uac00" <= char <= "\ud7af" or "\u1100" <= char <= "\u11ff":
        return HANGUL
    if "\u0e00" <= char <= "\u0eff" or "\u1000" <= char <= "\u109f" or "\u1780" <= char <= "\u17ff":
        return UNSPACED
    if "\u3040" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or char >= "\U00020000":
        return UNSPACED
    return LETTER


class Sides:
    """Looks to both sides of a mark, through other marks, emphasis and tags."""

    def __init__(self, text: str, start: int, end: int, tags: Mapping[int, int]) -> None:
        """``tags`` maps the end of each tag to its start and its start to its end."""
        self._text = text
        self._start = start
        self._end = end
        self._tags = tags

    def left(self, start: int) -> str:
        """The kind of character before ``start``."""
        text, at = self._text, start
        least = max(self._start, start - _FURTHEST)
        while at > least:
            if text[at - 1] in _LOOKED_THROUGH:
                at -= 1
            elif self._tags.get(at, at) < at:
                at = self._tags[at]
            else:
                break
        if at <= self._start:
            return BLANK
        kind = kind_of(text[at - 1])
        if at == start - 1 and kind == LETTER and text[at] in _APOSTROPHES:
            return ELIDED
        return kind

    def right(self, end: int) -> str:
        """The kind of character from ``end`` on."""
        text, at = self._text, end
        most = min(self._end, end + _FURTHEST)
        while at < most:
            if text[at] in _LOOKED_THROUGH:
                at += 1
            elif self._tags.get(at, at) > at:
                at = self._tags[at]
            else:
                break
        if at >= self._end:
            return BLANK
        if text[at] in "…." and _dots().match(text, at):
            return DOTS
        return kind_of(text[at])


@cache
def _dots() -> re.Pattern[str]:
    return re.compile(r"…|\.\s?\.")
