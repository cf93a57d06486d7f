"""A single mark in; what each reading of it costs, as a quotation mark or an apostrophe, out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from scrubber.quotes.context import BLANK, DIGIT, HANGUL, RTL, STOP, UNSPACED, WORD
from scrubber.quotes.costs import CLOSE_RIGHT, Options, quotation
from scrubber.quotes.elisions import is_cut_word, is_cut_year, is_lone_n, lost_its_end
from scrubber.quotes.measures import feet
from scrubber.quotes.nouns import Role

if TYPE_CHECKING:
    from scrubber.quotes.habits import Habits

_LONELY = (Role.NONE, 1.5), (Role.OPEN, 4.6), (Role.CLOSE, 4.0)


def high_right(text: str, start: int, left: str, right: str, habits: Habits) -> Options:
    """The readings of ``'`` or ``’``."""
    if left == BLANK == right:
        return _LONELY
    if left == RTL:
        return (Role.NONE, 0.5), (Role.CLOSE, CLOSE_RIGHT[right])
    if left == DIGIT:
        return feet(text, start, right)
    if HANGUL in (left, right) or UNSPACED in (left, right):
        return *quotation(left, right), (Role.APOSTROPHE, 2)
    if (left in WORD and right in WORD) or is_lone_n(text, start):
        return ((Role.APOSTROPHE, 0),)
    elided = _behind_word(text, start) if left in WORD else _before_word(text, start, left, right)
    opening = 1.6 if elided < 1 and left not in WORD else 0.6
    if text[start] == "’":
        opening += 1 if habits.high_single_opens else 0.3
    closing = 0.3 if left in WORD and _s_and_word().match(text, start - 1) else 0
    options = quotation(left, right, opening, closing)
    return *options, (Role.APOSTROPHE, elided)


def high_left(text: str, start: int, left: str, right: str, habits: Habits) -> Options:
    """The readings of ``‘``."""
    if left in WORD and right in WORD:
        return ((Role.APOSTROPHE, 0),)
    options = quotation(left, right, 0, 0 if habits.low_single else 2)
    if right in WORD and (is_cut_year(text, start) or is_cut_word(text, start)):
        return *options, (Role.APOSTROPHE, 0.8)
    return options


def _behind_word(text: str, start: int) -> float:
    """What an apostrophe costs at a word's end."""
    if text[start - 1].lower() in "szxß":
        return 0.6
    return 0.7 if lost_its_end(text, start) else 2.2


def _before_word(text: str, start: int, left: str, right: str) -> float:
    """What an apostrophe costs at a word's beginning, or where no word stands at all."""
    if right not in WORD:
        return 4
    if left == STOP:
        return 0.6 if text[start + 1] == "s" else 2
    if is_cut_year(text, start):
        return 0
    if is_cut_word(text, start):
        return 0.3
    return 2.4 if text[start + 1].islower() else 5


@cache
def _s_and_word() -> re.Pattern[str]:
    """``the dogs' bowl``."""
    return re.compile(r"[sS]['’] [^\W\d_]")
