"""Notes on an article, and on the paper it stands in: a block's shape in, whether it is one out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from scrubber.order import endwords, words
from scrubber.order.headings import is_author_word
from scrubber.order.names import is_name
from scrubber.order.terms import find, opens

if TYPE_CHECKING:
    from scrubber.blocks.shape import Shape

_POSTSCRIPT = re.compile(r"P\.? ?-?P?\.? ?S\.?[:. –—-]|P\. ?D\.|П\. ?С|PS\b|Post ?script")
_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d[年년]|\d{1,2}[./]\d{1,2}[./]\d\d")
_TIME = re.compile(r"(?<!\d)\d{1,2}:\d\d(?!\d)")
_SIGNED = re.compile(r"(?:[-–—―]+ ?|By |by )(?P<name>.+)")
"""A name behind a dash, or a byline."""
_LONGEST_NOTE = 90
_LONGEST_DATE = 8
_BARE_DATE = 5
_IS = {"is", "ist", "est", "es", "è", "é", "jest", "je", "är", "er", "on", "это", "είναι"}
_OUTLET_WITHIN = 100
_LONGEST_SUBJECT = 5
_OUTLET_END = re.compile(r"[.,;]|\s(?!\w*(?:ist|or|eur|euse)\b|editor|report|writer|owner)\w+")


def is_note(shape: Shape) -> bool:
    """Whether a block tells of rights, corrections, credits or opinion, or is signed or dated."""
    text = shape.text
    if shape.units > _LONGEST_NOTE:
        return False
    if opens(endwords.NOTE, text) or _POSTSCRIPT.match(text) or find(endwords.RIGHTS, text):
        return True
    if _credit().search(text) or (shape.is_line and _is_signature(text)):
        return True
    if shape.units <= _LONGEST_DATE and _is_date_stamp(shape):
        return True
    if _is_outlet(text):
        return True
    match = opens(endwords.SELF, text.lstrip("(["))
    return match is not None and find(endwords.PUBLISHED, text) is not None


def _is_outlet(text: str) -> bool:
    """Whether a text says what a paper is, as papers do of themselves: name, verb, what it is."""
    opening = text[:_OUTLET_WITHIN]
    if not text[:1].isupper() or _IS.isdisjoint(opening.split()):
        return False
    found = find(endwords.OUTLET, opening)
    if found is None or find(words.SPEECH, text):
        return False
    subject, *rest = re.split(r"(?<=\w) ", opening[: found[0]])
    verbs = [n for n, word in enumerate(rest) if word in _IS]
    if not verbs or verbs[0] > _LONGEST_SUBJECT or len(rest) - verbs[0] > _LONGEST_SUBJECT:
        return False
    return _OUTLET_END.match(text, found[1]) is not None and not is_author_word(subject)


def _is_signature(text: str) -> bool:
    match = _SIGNED.match(text)
    return match is not None and is_name(match["name"])


def _is_date_stamp(shape: Shape) -> bool:
    is_dated = _DATE.search(shape.text) is not None
    if not is_dated and not _TIME.search(shape.text):
        return False
    if shape.is_prose:
        return opens(endwords.PUBLISHED, shape.text) is not None
    if is_dated and shape.units <= _BARE_DATE:
        return True
    return find(endwords.PUBLISHED, shape.text) is not None


@cache
def _credit() -> re.Pattern[str]:
    return re.compile(
        r"contributed (?:reporting |research )?to this (?:report|story|article)"
        r"|contribuy(?:ó|eron) (?:a|con) (?:este|esta)|a contribué à cet"
    )
