"""What kind of block stands behind an article: a block's shape in, its kind out."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import cache
from typing import TYPE_CHECKING

from scrubber.order import endwords, words
from scrubber.order.words import members, pattern

if TYPE_CHECKING:
    from scrubber.order.shape import Shape


class Kind(Enum):
    """What a block is, as far as its own text tells."""

    PROSE = auto()
    LINE = auto()
    """Short and no sentence, none of the kinds below."""
    LABELLED = auto()
    """Opens with a label and a colon, or with a note mark."""
    NOTE = auto()
    """A note on the article by its wording: rights, corrections, credits, a postscript."""
    BOX = auto()
    """Newsletter, share line, appeal, advertisement, a single link."""
    LINKS = auto()
    """A heading over links."""
    COMMENTS = auto()
    """A heading over comments."""
    NOTES = auto()
    """A heading over footnotes or sources."""
    SECTION = auto()
    """Part of an author section."""
    FIXED = auto()
    """A block that may not be moved."""


_LABEL = re.compile(
    r"\(?[^\W\d][^\s:：]*(?: [^\s:：]+){0,4} ?[:：](?=\s|[^\x00-\x7f])\s*(?P<first>\S)"
)
_NOTE_MARK = re.compile(r"[*†‡§¹²³⁰⁴-⁹]|\[?\d{1,3}[\])]\s?\S|\(\d{1,3}\)")
_POSTSCRIPT = re.compile(r"P\.? ?P?\.? ?S\.?[:. –—-]|П\. ?С|PS\b|Post ?script", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W\d]+")
_OPENING = "\"“„«‘'「『‹"
_BOX_HEAD = 30
_LONGEST_BOX = 45
_LONGEST_NOTE = 90


def kind_of(raw: str, shape: Shape) -> Kind:
    """The kind of a block by itself; ``raw`` is its text with its markup."""
    text = shape.text
    if not shape.is_prose and shape.units <= 10:
        heading = _heading_kind(shape)
        if heading is not None:
            return heading
    if _is_note(shape):
        return Kind.NOTE
    if _is_box(shape):
        return Kind.BOX
    if _is_labelled(text) or (_NOTE_MARK.match(raw) and not raw.startswith("**")):
        return Kind.LABELLED
    return Kind.PROSE if shape.is_prose else Kind.LINE


def _heading_kind(shape: Shape) -> Kind | None:
    text = shape.text.lstrip("0123456789 ()#•▶►→»-–—")
    if shape.units <= 5 and pattern(endwords.COMMENTS).match(text):
        return Kind.COMMENTS
    if shape.units <= 3 and pattern(endwords.NOTES).match(text):
        return Kind.NOTES
    if pattern(endwords.LINKS).match(text):
        _, colon, rest = text.partition(":")
        return Kind.BOX if colon and rest.strip() else Kind.LINKS
    return None


def _is_note(shape: Shape) -> bool:
    text = shape.text
    if shape.units > _LONGEST_NOTE:
        return False
    if pattern(endwords.NOTE).match(text) or _POSTSCRIPT.match(text) or _credit().search(text):
        return True
    match = pattern(endwords.SELF).match(text.lstrip("(["))
    return match is not None and pattern(endwords.PUBLISHED).search(text) is not None


@cache
def _credit() -> re.Pattern[str]:
    return re.compile(
        r"contributed (?:reporting |research )?to this (?:report|story|article)"
        r"|contribuy(?:ó|eron) (?:a|con) (?:este|esta)|a contribué à cet"
    )


def _is_box(shape: Shape) -> bool:
    if shape.units > _LONGEST_BOX:
        return False
    text = shape.text
    found = pattern(endwords.BOX).search(text)
    if found is None:
        return False
    if not shape.is_prose:
        return shape.units <= 10
    if any(mark in text for mark in '“”„«»"'):
        return False
    return found.start() <= _BOX_HEAD and _spoken_to(text)


def _spoken_to(text: str) -> bool:
    if text[0] >= "\u0590":
        return True
    you = members(endwords.YOU)
    return any(match.group().casefold() in you for match in _TOKEN.finditer(text))


def _is_labelled(text: str) -> bool:
    match = _LABEL.match(text[:60])
    if match is None or match["first"] in _OPENING:
        return False
    return pattern(words.SPEECH).search(match.group()) is None
