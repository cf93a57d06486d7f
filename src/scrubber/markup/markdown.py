"""Edits of Markdown prose in; those that make no Markdown syntax out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrubber.model import Document, Replace

_SYNTAX = frozenset("\\`*_[](){}<>#!|~$^=:&+-./\"'")
_OPENS_LINE = frozenset("#>+-*=~`|<[:_\\ \t0123456789")

_LONGEST_OPENING = 20


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
    if opening is not None:
        return bool(opening.strip() or edit.text or right in _OPENS_LINE)
    return not edit.text and (left in _SYNTAX and (right in _SYNTAX or left in "&\\"))
