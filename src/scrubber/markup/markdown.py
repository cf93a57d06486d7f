"""Edits of Markdown prose in; those that change what no other character means out."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrubber.model import Document, Replace

_SYNTAX = frozenset("\\`*_[](){}<>#!|~$^=:&+-./\"'")
_OPENS_LINE = frozenset("#>+-*=~`|<[:_\\0123456789")
_EMPHASIS = frozenset("*_~")
_LONGEST_OPENING = 20
_WINDOW = 100


@cache
def _line_start() -> re.Pattern[str]:
    return re.compile(r"(?:[\s>#*+\-=.)\d]|&#?\w+;)*+")


def line_opening(text: str, offset: int) -> str | None:
    """What stands before ``offset`` in its line; None where that is more than the line's opening.

    An opening is short and of blanks, marks, digits and references alone.
    """
    least = max(0, offset - _LONGEST_OPENING)
    start = text.rfind("\n", least, offset) + 1
    if not start and least:
        return None
    return text[start:offset] if _line_start().fullmatch(text, start, offset) else None


def changes_emphasis(text: str, start: int, end: int, written: str) -> bool:
    """Whether ``written`` for ``text[start:end]`` changes what a mark of emphasis beside it does.

    That depends on what stands on its two sides: a blank, punctuation or a letter (CommonMark
    0.31, 6.2).
    """
    left, right = text[max(0, start - _WINDOW) : start], text[end : end + _WINDOW]
    mark = left[-1:]
    if mark and mark in _EMPHASIS:
        outside, inside = left.rstrip(mark)[-1:], (written or right)[:1]
        if _roles(mark, outside, text[start]) != _roles(mark, outside, inside):
            return True
    mark = right[:1]
    if mark and mark in _EMPHASIS:
        inside, outside = (written or left)[-1:], right.lstrip(mark)[:1]
        return _roles(mark, text[end - 1], outside) != _roles(mark, inside, outside)
    return False


def _roles(mark: str, left: str, right: str) -> tuple[bool, bool]:
    """Whether a run of ``mark`` between two characters opens and whether it closes emphasis."""
    before, after = _kind(left), _kind(right)
    opens = after != "blank" and (after == "letter" or before != "letter")
    closes = before != "blank" and (before == "letter" or after != "letter")
    if mark == "_" and opens and closes:
        return before == "punctuation", after == "punctuation"
    return opens, closes


def _kind(character: str) -> str:
    if not character or character.isspace():
        return "blank"
    if character == "\0":
        return "punctuation"  # as the replacement character that parsers read for it
    return "punctuation" if unicodedata.category(character)[0] in "PS" else "letter"


def without_new_syntax(document: Document, edits: Iterable[Replace]) -> Iterator[Replace]:
    """Those of ``edits`` that, in a Markdown source, do not change what a character means.

    The edits remove characters that show nothing, or write a blank for another.
    """
    text = document.text
    for edit in edits:
        if document.source_format != "markdown" or not _makes_syntax(text, edit):
            yield edit


def _makes_syntax(text: str, edit: Replace) -> bool:
    left, right = text[edit.start - 1 : edit.start], text[edit.end : edit.end + 1]
    opening = line_opening(text, edit.start)
    if opening is not None and (
        opening.strip() or edit.text or not right or right.isspace() or right in _OPENS_LINE
    ):
        return True
    if changes_emphasis(text, edit.start, edit.end, edit.text):
        return True
    return not edit.text and left in _SYNTAX and (right in _SYNTAX or left in "&\\")
