"""What form a block has: its text in; prose, heading, list, table, verse, turn, code ... out."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from scrubber.blocks.shape import CLOSERS, bare_text, count_units, ends_sentence, is_question

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_LONGEST_HEADING = 14
_LONGEST_VERSE_LINE = 64
_SHORTEST_STANZA = {False: 2, True: 3}
"""Lines of a stanza, in a text that is not wrapped and in one that is."""
_EARLY = 1 / 3
"""Share of a stanza's lines that end early, where prose was wrapped at a width."""
_BEFORE = CLOSERS + "¿¡—–- "
_PROSE = 8
_FIGURES = 0.3
"""Share of a block's words that are figures, from which on it is no prose."""
_VOICES = 2
_TURNS = 3
_COLONS = (":", "：")
_TIME = "[(0123456789:)] –-"
_CODE_STARTS = frozenset("`$[0123456789")
_CODE_ENDS = frozenset("{};:(>")


class Form(Enum):
    """The forms that decide whether a block can be a copy."""

    PROSE = "prose"
    """Running text, a sentence or more."""
    LINE = "line"
    """A heading, a name, a caption, a question of an interview."""
    LIST = "list"
    """Items, or dialogue led by dashes."""
    TABLE = "table"
    VERSE = "verse"
    TURN = "turn"
    """Somebody's words in a transcript or an interview."""
    CODE = "code"
    FIGURES = "figures"
    """Results, quotations of a market, a forecast: a score first, or many figures."""

    @property
    def is_set(self) -> bool:
        """Set line by line: such a block repeats on purpose."""
        return self in (Form.TABLE, Form.VERSE, Form.CODE, Form.FIGURES)


def form_of(text: str, *, is_wrapped: bool = False) -> Form:
    """The form of a block; ``is_wrapped`` where line breaks are those of a wrapped text."""
    return set_form(text, is_wrapped=is_wrapped) or _form_of_line(bare_text(text))


def set_form(text: str, *, is_wrapped: bool = False) -> Form | None:
    """The form of a block where its lines or a mark in front show it; None for running text."""
    lines = text.split("\n")
    if _list_item().match(text) and (is_wrapped or sum(map(is_item, lines)) * 2 >= len(lines)):
        return Form.LIST
    if _is_table(text, lines):
        return Form.TABLE
    if any(map(_may_be_code, lines)) and _code().search(text):
        return Form.CODE
    if _label().match(text):
        return Form.TURN
    if len(lines) > 1:
        if all(map(_lettered().match, lines)):
            return Form.LIST
        if _is_verse(lines, is_wrapped=is_wrapped):
            return Form.VERSE
    return None


def _is_table(text: str, lines: Sequence[str]) -> bool:
    if ("|" in text or "\t" in text) and any(
        line.count("|") > 1 or "\t" in line.strip() for line in lines
    ):
        return True
    return len(lines) > 1 and all(_gap().search(line.strip()) for line in lines)


def _may_be_code(line: str) -> bool:
    """Whether the first or the last character of a line is one of those that ``_code`` asks for."""
    line = line.strip()
    return line[-1:] in _CODE_ENDS or line[:1] in _CODE_STARTS


def _form_of_line(text: str) -> Form:
    units = count_units(text)
    figures = len(_figure().findall(text))
    if figures and (figures > _FIGURES * units or _score().match(text)):
        return Form.FIGURES
    if units < _PROSE or (units <= _LONGEST_HEADING and not ends_sentence(text)):
        return Form.LINE
    if is_question(text) or text.endswith(_COLONS):
        return Form.LINE
    return Form.PROSE


def form_without_label(text: str) -> Form:
    """The form of a block whose label is no speaker's: ``Note: ...``."""
    return _form_of_line(text[len(label_of(text)) :])


def label_of(text: str) -> str:
    """The label a block opens with, as a speaker's name does, with its colon; empty if none."""
    match = _label().match(text)
    return match[0] if match else ""


def is_heading(text: str) -> bool:
    """Whether a block may stand above others as their heading."""
    return "\n" not in text and form_of(text) is Form.LINE


def is_transcript(turns: Collection[str]) -> bool:
    """Whether labelled blocks are those of a transcript or an interview.

    Three different turns or more of two voices or more, one of which speaks again.
    """
    voices = [label_of(turn).lstrip(_TIME).casefold().strip() for turn in turns]
    return len(turns) >= _TURNS and _VOICES <= len(set(voices)) < len(voices)


def is_item(line: str) -> bool:
    """Whether a line opens as an item of a list does."""
    return _list_item().match(line) is not None


def _is_verse(lines: Sequence[str], *, is_wrapped: bool) -> bool:
    """Short lines that were not broken at one width, or that all begin with a capital.

    Where a text was wrapped, the first word of a line has no room at the end of the one above.
    """
    lengths = [len(line.strip()) for line in lines]
    if len(lines) < _SHORTEST_STANZA[is_wrapped] or max(lengths) > _LONGEST_VERSE_LINE:
        return False
    openings = [line.lstrip(_BEFORE)[:1] for line in lines]
    if sum(map(str.isupper, openings)) >= 0.8 * len(lines):
        return True
    if is_wrapped:
        firsts = [len(line.split(None, 1)[0]) for line in lines[1:]]
        breaks = zip(lengths, firsts, strict=False)
        early = sum(length + 1 + first <= max(lengths) for length, first in breaks)
        return early >= _EARLY * len(firsts)
    full = sum(length >= 0.8 * max(lengths) for length in lengths[:-1])
    return full < 0.8 * len(lengths[:-1]) or not any(map(str.islower, openings))


@cache
def _list_item() -> re.Pattern[str]:
    numbers = "一二三四五六七八九十"
    signs = "\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff"
    return re.compile(
        rf"\s*(?:[-*+•‣◦·–—―{signs}]\ufe0f?\s|[①-⑳]|§§?\s?\d"
        r"|(?:\d{1,3}\.){2,4}\s|(?:\d{1,3}\.)+\d{1,3}\s(?=[^\W\d_a-zа-я])"
        r"|[^\W\d_]{2,12}\s\d{1,3}\s?[:：)](?!\d)"
        r"|[(（]?(?:\d{1,3}|[a-zа-я]|[ivx]{1,4})[.)）]\s"
        rf"|[(（]?(?:[{numbers}]{{1,3}}|\d{{1,3}})[、．）)]"
        rf"|[・･]|第(?:[{numbers}]{{1,3}}|\d{{1,3}})\w[，、：:\s])"
    )


def is_lettered(text: str) -> bool:
    """Whether a text opens with a capital that counts: ``A. ``, ``Q. ``; or with an initial."""
    return _lettered().match(text) is not None


@cache
def _lettered() -> re.Pattern[str]:
    """What opens a line that one of two choirs says, or an item: ``V. ``, ``℟ ``, ``A. ``."""
    return re.compile(r"[℣℟✠✝]\.?\s|(?:[^\W\d_a-zß-öø-ÿа-я]|[IVX]{1,4})[.:)]\s")


@cache
def _label() -> re.Pattern[str]:
    """A label and a colon, as before each voice of a transcript, or Q and A; after a time or not.

    In a script with capitals each of its words, up to four, begins with one.
    """
    word = r"(?:[^\W\d_a-zß-öø-ÿа-яёα-ω][\w.'’-]*)"
    time = r"[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?[\s:–-]*"
    return re.compile(
        rf"\[{word}(?:\s{word}){{0,3}}\]\s|(?:{time})?\**{word}(?:\s{word}){{0,3}}\**\s?(?::\**\s|：)|{time}(?=\D)"
    )


@cache
def _score() -> re.Pattern[str]:
    """Two names with their points: ``Harnby 3, Thornby Rovers 1``, ``Harnby – Thornby 3:1``."""
    name = r"(?:[^\W\d_][\w.'’&-]*\s){1,4}"
    capital = rf"(?=[^\W\d_a-zа-я]){name}"
    return re.compile(
        rf"{capital}\d{{1,3}}\s?[,;:–-]\s?{capital}\d{{1,3}}\b"
        rf"|{capital}(?:[vV]s?\.?|gegen|[-–—:])\s{name}?[^\W\d_][\w.'’&-]*,?\s\d{{1,3}}\s?[-–—:]\s?\d"
    )


@cache
def _code() -> re.Pattern[str]:
    return re.compile(
        r"\A```|[{};]\s*$|^\s*(?:def|class|import|return|function|var|let|const|if|for|while)\s"
        r".*[:;({]$|^\s*\$ \w|^\s*</?\w+>\s*$"
        r"|^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d",
        re.M,
    )


@cache
def _figure() -> re.Pattern[str]:
    return re.compile(r"\d+(?:[.,:/-]\d+)*")


@cache
def _gap() -> re.Pattern[str]:
    return re.compile(r"\S {2,}\S")
