"""A mark behind a number in; how likely it stands for feet, inches, minutes or seconds out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from scrubber.quotes.context import DIGIT, LETTER
from scrubber.quotes.costs import CLOSE_RIGHT, Options
from scrubber.quotes.nouns import Role

if TYPE_CHECKING:
    from scrubber.model import Span

_SMALL = r"\d{1,2}(?:[.,]\d+|\s?\d/\d|[½¼¾⅛⅜⅝⅞])?"
"""A number of inches or seconds."""
_LOOKBACK = 16


def inches(text: str, span: Span, right: str) -> Options:
    """The reading of the double mark behind a digit as inches."""
    start, end = span
    if _feet_before().search(text[max(0, start - _LOOKBACK) : start]) or _times().match(text, end):
        return ((Role.PRIME, 0),)
    if right == LETTER:
        return ((Role.PRIME, 0.3 if _compass().match(text, end) else 3),)
    before = text[max(0, start - _LOOKBACK) : start]
    if right == DIGIT or _number_alone().search(before):
        return ((Role.PRIME, 4.5),)
    return ((Role.PRIME, 1.6),)


def feet(text: str, start: int, right: str) -> Options:
    """The readings of the single mark behind a digit."""
    before = text[max(0, start - _LOOKBACK) : start]
    if right == DIGIT:
        is_feet = _number_of_inches().match(text, start + 1) is not None
        return ((Role.PRIME if is_feet else Role.APOSTROPHE, 0),)
    if right == LETTER:
        is_arc = _degrees_before().search(before) and _compass().match(text, start + 1)
        if is_arc or _times().match(text, start + 1):
            return ((Role.PRIME, 0),)
        return (Role.APOSTROPHE, 0.2), (Role.CLOSE, 3)
    prime = 1.0
    if _degrees_before().search(before) or _inches_behind().match(text, start + 1):
        prime = 0
    elif _year_before().search(before):
        prime = 2.0
    return (
        (Role.PRIME, prime),
        (Role.CLOSE, CLOSE_RIGHT[right] + 0.2),
        (Role.APOSTROPHE, 1.6),
    )


@cache
def _feet_before() -> re.Pattern[str]:
    return re.compile(rf"\d['′’][\s-]?{_SMALL}\Z")


@cache
def _number_of_inches() -> re.Pattern[str]:
    return re.compile(rf"{_SMALL}(?!\w)")


@cache
def _inches_behind() -> re.Pattern[str]:
    return re.compile(rf"[\s-]?{_SMALL}(?:[\"”″]|'')")


@cache
def _degrees_before() -> re.Pattern[str]:
    return re.compile(r"[°º]\s?\d{1,2}(?:[.,]\d+)?\Z")


@cache
def _times() -> re.Pattern[str]:
    """``8" x 10"``."""
    return re.compile(r"\s?[x×]\s?\d")


@cache
def _compass() -> re.Pattern[str]:
    return re.compile(r"[NSEWO](?!\w)")


@cache
def _number_alone() -> re.Pattern[str]:
    """A number with an opening mark right before it."""
    return re.compile(r"[\"“„”][\d.,/½¼¾]+\Z")


@cache
def _year_before() -> re.Pattern[str]:
    return re.compile(r"(?<!\d)\d{4}\Z")
