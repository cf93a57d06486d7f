"""The marks of a text in; what to write in their place out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.model import Replace
from scrubber.quotes.languages import Marks, guess_language, marks_of
from scrubber.quotes.nouns import DOUBLE, Mark, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GUILLEMETS = "«»‹›"
_NO_BREAK = "\u00a0\u202f"
_BLANKS = " \u00a0\u202f\u2009"


def curly_edits(
    text: str, marks: Sequence[Mark], pairs: Marks, *, primes: bool
) -> Iterator[Replace]:
    """Typographic marks for the straight ones; what is typographic already stays."""
    for mark in marks:
        if not mark.is_straight or (text[mark.start] == "`" and not primes):
            continue
        if mark.role is Role.APOSTROPHE:
            yield Replace(mark.start, mark.end, "’")
        elif mark.role is Role.PRIME:
            if primes:
                yield Replace(mark.start, mark.end, "″" if mark.is_double else "′")
        else:
            yield _quotation(text, mark, _pair(mark, pairs), pairs.inside)


def _pair(mark: Mark, pairs: Marks) -> str:
    if not mark.is_double:
        return pairs.inner
    return pairs.inner if mark.is_nested and pairs.inner[0] in DOUBLE + "「『" else pairs.outer


def _quotation(text: str, mark: Mark, pair: str, inside: str) -> Replace:
    blank = inside if pair[0] in _GUILLEMETS else ""
    if mark.role is Role.OPEN:
        end = mark.end
        if blank and text[end : end + 1] in _BLANKS:
            end += len(text[end : end + 1])
        return Replace(mark.start, end, pair[0] + blank)
    start = mark.start
    if blank and start and text[start - 1] in _BLANKS:
        start -= 1
    return Replace(start, mark.end, blank + pair[1])


def straight_edits(text: str, marks: Sequence[Mark]) -> Iterator[Replace]:
    """Straight marks for the typographic ones; no-break blanks inside guillemets go with them."""
    for mark in marks:
        if mark.is_straight:
            continue
        start, end = mark.start, mark.end
        if text[start] in _GUILLEMETS:
            if mark.role is Role.OPEN and text[end : end + 1] in tuple(_NO_BREAK):
                end += 1
            elif mark.role is Role.CLOSE and start and text[start - 1] in _NO_BREAK:
                start -= 1
        yield Replace(start, end, '"' if mark.is_double else "'")


def own_marks(text: str, lang: str | None) -> Marks:
    """The pairs that a text uses itself; what it does not show is taken from its language."""
    usual = marks_of(lang or guess_language(text))
    low, angle = text.count("„"), min(text.count("«"), text.count("»"))
    high = max(text.count("“") - low, 0)
    outer, inside = usual.outer, ""
    if low and low >= max(angle, high):
        outer = "„" + ("“" if text.count("“") >= text.count("”") else "”")
    elif angle and angle >= high:
        outer = "«»" if text.find("«") < text.find("»") else "»«"
        following = text[text.find("«") + 1 : text.find("«") + 2]
        inside = following if outer == "«»" and following in tuple(_BLANKS) else ""
    elif high:
        outer = "“”"
    elif "”" in text:
        outer = "””"
    inner = usual.inner if outer == usual.outer else _inner_of(outer)
    for sign, pair in (("‚", "‚‘"), ("‹", "‹›")):
        if sign in text:
            inner = pair
    return Marks(outer, inner, inside)


def _inner_of(outer: str) -> str:
    return {"„“": "‚‘", "„”": "‚’", "»«": "›‹", "””": "’’"}.get(outer, "‘’")
