"""What a block looks like, in any script: its text in, its length in words and its form out."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

STOPS = ".!?…。！？．｡؟۔।॥։።᙮。"
"""Marks that end a sentence."""

CLOSERS = "\"'”’»›)]}」』）】》〉】“‘«"
"""Marks that may stand behind them: quotation marks and brackets, as each language closes."""

LONGEST_LINE = 14
"""Words of what may be a heading or a caption."""

_PROSE_UNITS = 5
_LONG_UNITS = 20


class Shape(NamedTuple):
    """A block's text without markup, with what its form shows."""

    text: str
    units: int
    """Words; in scripts without spaces two characters count as one."""
    is_prose: bool
    """A sentence or more."""

    @property
    def is_line(self) -> bool:
        """Short and no sentence: a heading, a name, a title, a caption."""
        return not self.is_prose and self.units <= LONGEST_LINE


def shape_of(text: str) -> Shape:
    """Measure a block."""
    bare = bare_text(text)
    units = count_units(bare)
    ended = ends_sentence(bare)
    prose = (ended and units >= _PROSE_UNITS) or units >= _LONG_UNITS
    if prose and units <= LONGEST_LINE and is_question(bare):
        prose = False
    return Shape(bare, units, prose)


def bare_text(text: str) -> str:
    """The text without tags, links and marks that set it off: ``#``, ``**``, ``_``, ``>``."""
    if "<" in text:
        text = _markup().sub("", text)
    if "](" in text:
        text = _link().sub(r"\1", text)
    if "*" in text:
        text = text.replace("*", "")
    return text.strip(" \t\n#_>~|")


@cache
def _link() -> re.Pattern[str]:
    """A link of Markdown; its text is the group."""
    return re.compile(r"!?\[([^\[\]\n]{0,200})\]\([^()\s]{0,500}\)")


def count_units(text: str) -> int:
    """The length of a text in words, whether or not its script sets spaces."""
    words = text.count(" ") + text.count("\n") + 1
    if text.isascii():
        return words
    return words + len(_unspaced().findall(text)) // 2


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does; ornaments and note marks behind the end count not."""
    at = len(text) - 1
    while at >= 0 and not (text[at].isalnum() or text[at] in STOPS):
        at -= 1
    return at >= 0 and text[at] in STOPS


def is_question(text: str) -> bool:
    """A question of one sentence, as headings ask it."""
    return text.endswith(("?", "？", "؟")) and not _sentence_inside().search(text[:-1])


@cache
def _unspaced() -> re.Pattern[str]:
    """Characters of scripts that set no spaces between words."""
    return re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


@cache
def _markup() -> re.Pattern[str]:
    return re.compile(r"<[^<>]{1,200}>")


@cache
def _sentence_inside() -> re.Pattern[str]:
    return re.compile(r"[.!?…。！？؟।][\"'”’»)]?\s|[。！？]")
