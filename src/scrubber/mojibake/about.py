"""Texts about mojibake: a text and its repairs in, whether it means what it says out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrubber.model import Replace
    from scrubber.mojibake.whole import Line

_NEAR = 80
"""How far off, in characters, the right letter may stand."""
_NEAR_MARK = 24
"""How far off a dash or another mark, which stands in every other line."""
_OPENING = "\"'“‘„‚«‹(`["
_CLOSING = "\"'”’“‘»›)`]"


def is_about_mojibake(text: str, lines: Sequence[Line]) -> bool:
    """Whether no word is broken and every sequence is named, quoted or beside the right letter."""
    return bool(lines) and all(_is_meant(text, line, edit) for line in lines for edit in line.edits)


def _is_meant(text: str, line: Line, edit: Replace) -> bool:
    before, after = text[edit.start - 1 : edit.start], text[edit.end : edit.end + 1]
    if before.isalnum() or after.isalnum() or _word().search(edit.text):
        return False
    if before and before in _OPENING and after and after in _CLOSING:
        return True
    if _names().search(line.text):
        return True
    near = _NEAR if any(map(str.isalpha, edit.text)) else _NEAR_MARK
    start = max(line.start, edit.start - near)
    end = min(line.start + len(line.text), edit.end + near)
    said = rf"(?<![^\W\d_]){re.escape(edit.text.strip())}(?![^\W\d_])"
    return re.search(said, text[start : edit.start] + " " + text[edit.end : end]) is not None


@cache
def _word() -> re.Pattern[str]:
    """Two letters in a row."""
    return re.compile(r"[^\W\d_]{2}")


@cache
def _names() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:mojibake|utf-?8|latin-?1|iso-?8859|windows-?125\d|cp-?125\d|koi8|mac ?roman"
        r"|unicode|ascii|charset|encodings?|codecs?|zeichensatz|zeichensalat|kodierung|encodage"
        r"|codificación|codificação|codifica|kodowani[ae]|kódování|teckenkodning|merkistö|kodlama)\b"
        r"|кодировк|кодуванн|кракозябр|文字化け|文字コード|エンコード|乱码|亂碼|编码|編碼|인코딩",
        re.IGNORECASE,
    )
