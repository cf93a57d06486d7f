"""Boxes, which a site sets beside its text: a block's shape in, whether it is one out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrubber.order import endwords, words
from scrubber.order.terms import find, members, opens

if TYPE_CHECKING:
    from collections.abc import Collection

    from scrubber.blocks.shape import Shape

_LONGEST_BOX = 45
_LONGEST_BUTTON = 10
_BOX_HEAD = 40
_BOX_WITHIN = 120
"""Characters in which a word that begins at the head of a box ends."""
_OPENING = "\"“„«‘'「『‹"
_TOKEN = re.compile(r"[^\W\d]+")


def is_box(shape: Shape) -> bool:
    """Whether a block is a newsletter, a share line, an appeal or an advertisement."""
    if shape.units > _LONGEST_BOX:
        return False
    text = shape.text
    if opens(endwords.APPEAL, text) and not find(words.SPEECH, text):
        return True
    if not _has_quotation(text) and find(endwords.ASKED, text) and _asks(text):
        return True
    found = find(endwords.BOX, text, _BOX_WITHIN if shape.is_prose else None)
    if found is None:
        return False
    if not shape.is_prose:
        return shape.units <= _LONGEST_BUTTON
    if found[0] > _BOX_HEAD or find(words.SPEECH, text):
        return False
    return text[0] >= "\u0590" or is_spoken_to(text)


def _asks(text: str) -> bool:
    """Whether a text speaks to the reader, and nobody in it does."""
    return is_spoken_to(text) and find(words.SPEECH, text) is None


def _has_quotation(text: str) -> bool:
    return any(mark in text for mark in _OPENING)


def is_spoken_to(text: str, but: Collection[str] = ()) -> bool:
    """Whether a text speaks to the reader or of the house; scripts without capitals show not.

    The words of ``but`` count only with a capital, as German addresses its reader.
    """
    you = members(endwords.YOU)
    tokens = map(re.Match.group, _TOKEN.finditer(text))
    return any(token.casefold() in you and token not in but for token in tokens)
