"""A mark in its text in; its possible readings with their costs out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.quotes.context import BLANK, DIGIT, RTL
from scrubber.quotes.costs import CLOSE_LEFT, CLOSE_RIGHT, OPEN_LEFT, OPEN_RIGHT, Options, quotation
from scrubber.quotes.measures import inches
from scrubber.quotes.nouns import GUILLEMETS, Role
from scrubber.quotes.singles import high_left, high_right

if TYPE_CHECKING:
    from scrubber.model import Span
    from scrubber.quotes.context import Sides
    from scrubber.quotes.habits import Habits

_SPACED = 0.5
_LONELY = (Role.OPEN, 1.5), (Role.CLOSE, 1.5), (Role.NONE, 2.0)
_WITHIN_HEBREW = (Role.NONE, 0.0), (Role.OPEN, 2.0), (Role.CLOSE, 4.0)
"""The mark before the last letter of an abbreviation, or behind a prefix."""


def readings_of(text: str, sign: str, start: int, sides: Sides, habits: Habits) -> Options:
    """The readings of the mark ``sign`` at ``start``."""
    if sign in GUILLEMETS:
        return _guillemet(text, sign, start, sides, habits)
    end = start + len(sign)
    left, right = sides.left(start), sides.right(end)
    if left == right == RTL and sign in "\"“”''":
        return _WITHIN_HEBREW
    if sign in ('"', "''"):
        return _straight_double(text, (start, end), left, right, habits)
    if sign in "'’":
        return high_right(text, start, left, right, habits)
    if sign == "‘":
        return high_left(text, start, left, right, habits)
    if sign == "“":
        return quotation(left, right, 0, 0 if habits.low else 2)
    if sign == "”":
        options = quotation(left, right, 2 if habits.high_opens else 0.5)
        return *options, *(inches(text, (start, end), right) if left == DIGIT else ())
    return ((Role.OPEN, 0),)


def _guillemet(text: str, sign: str, start: int, sides: Sides, habits: Habits) -> Options:
    """A guillemet may have a blank on its inner side."""
    end = start + 1
    within_left = sides.left(start - 1 if text[start - 1 : start].isspace() else start)
    within_right = sides.right(end + 1 if text[end : end + 1].isspace() else end)
    closes = (sign in "»›") is not habits.inward
    prior = 0 if habits.one_way else 1
    opening = OPEN_LEFT[sides.left(start)] + OPEN_RIGHT[within_right]
    closing = CLOSE_LEFT[within_left] + CLOSE_RIGHT[sides.right(end)]
    return (Role.OPEN, opening + prior * closes), (Role.CLOSE, closing + prior * (not closes))


def _straight_double(text: str, span: Span, left: str, right: str, habits: Habits) -> Options:
    if habits.spaced and BLANK in (left, right):
        return (
            (Role.OPEN, OPEN_LEFT[left] + min(OPEN_RIGHT[right], _SPACED)),
            (Role.CLOSE, min(CLOSE_LEFT[left], _SPACED) + CLOSE_RIGHT[right]),
        )
    if left == right == BLANK:
        return _LONELY
    return *quotation(left, right), *(inches(text, span, right) if left == DIGIT else ())
