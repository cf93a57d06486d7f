"""What form a block has: its text in; heading, list, table, verse, turn, code or prose out."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from scrubber.blocks.shape import count_units, ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_HEADING = 14
_LONGEST_VERSE_LINE = 60
_PROSE = 8


class Form(Enum):
    """The forms that decide whether a block can be a copy."""

    PROSE = "prose"
    """Running text, a sentence or more."""
    LINE = "line"
    """Short and no sentence: a heading, a name, a caption."""
    LIST = "list"
    TABLE = "table"
    VERSE = "verse"
    TURN = "turn"
    """Somebody's words in a transcript or an interview."""
    CODE = "code"
    FIGURES = "figures"
    """Results, quotations of a market, a forecast: mostly numbers."""


def form_of(text: str) -> Form:
    """The form of a block."""
    lines = text.split("\n")
    if all(_list_item().match(line) for line in lines):
        return Form.LIST
    if any(line.count("|") > 1 or "\t" in line.strip() for line in lines):
        return Form.TABLE
    if _turn().match(text):
        return Form.TURN
    if len(lines) > 2 and _is_verse(lines):
        return Form.VERSE
    if _code().search(text):
        return Form.CODE
    units = count_units(text)
    if len(_figures().findall(text)) * 3 > units:
        return Form.FIGURES
    if units < _PROSE or (units <= _LONGEST_HEADING and not ends_sentence(text)):
        return Form.LINE
    return Form.PROSE


def forms_of(texts: Sequence[str]) -> list[Form]:
    """The form of each block of a text: a label makes a turn only where others speak as well."""
    forms = [form_of(text) for text in texts]
    turns = [place for place, form in enumerate(forms) if form is Form.TURN]
    if turns and len({_label(texts[place]) for place in turns}) == 1:
        for place in turns:
            forms[place] = form_of(texts[place][len(_label(texts[place])) :])
    return forms


def _label(text: str) -> str:
    match = _turn().match(text)
    return match[0] if match else ""


def is_heading(text: str) -> bool:
    """Whether a block may stand above others as their heading."""
    return "\n" not in text and form_of(text) is Form.LINE


def _is_verse(lines: list[str]) -> bool:
    """Three short lines or more, that were not broken at one width."""
    lengths = [len(line.strip()) for line in lines]
    if max(lengths) > _LONGEST_VERSE_LINE:
        return False
    full = sum(length >= 0.8 * max(lengths) for length in lengths[:-1])
    capitals = sum(line.strip()[:1].isupper() for line in lines)
    return full < 0.8 * len(lengths[:-1]) or capitals >= 0.8 * len(lines)


@cache
def _list_item() -> re.Pattern[str]:
    return re.compile(r"\s*(?:[-*+•‣◦▪●–]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s)")


@cache
def _turn() -> re.Pattern[str]:
    """A label and a colon, as before each voice of a transcript, or Q and A."""
    label = r"[^\W\d_a-zа-яё][\w.'’-]*"
    return re.compile(
        rf"(?:\[?\d\d:\d\d(?::\d\d)?\]?\s*)?\**{label}(?:\s{label}){{0,3}}\**\s?[:：]\s"
    )


@cache
def _code() -> re.Pattern[str]:
    return re.compile(
        r"\A```|[{};]\s*$|^\s*(?:def|class|import|return|function|var|let)\s.*[:;({]$", re.M
    )


@cache
def _figures() -> re.Pattern[str]:
    return re.compile(r"\d+(?:[.,:/-]\d+)*")
