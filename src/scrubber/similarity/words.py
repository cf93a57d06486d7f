"""A text as words that can be compared: typography, case and damage of scanning folded away."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

QUOTES = "\"'`´“”„‟‘’‚‛«»‹›「」『』〝〞＂＇"
DASHES = "-‐‑‒–—―−﹘﹣－"

_TYPOGRAPHY = str.maketrans({**dict.fromkeys(QUOTES, "'"), **dict.fromkeys(DASHES, "-")})
_LOOK_ALIKES = str.maketrans("015|!ı", "olslli")
_PAIRS = (("rn", "m"), ("ri", "n"), ("rl", "n"), ("ii", "u"), ("vv", "w"), ("cl", "d"))
UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
"""Scripts that set no spaces between words: each character counts as one."""

_INDIC = r"\u0900-\u0963\u0966-\u0dff"
"""Scripts of India, whose vowel signs are no letters to Unicode, but tell words apart."""


def normalised(text: str) -> str:
    """The text with white space, quotation marks, dashes and case made equal."""
    if not text.isascii():
        text = text.translate(_TYPOGRAPHY).replace("…", "...")
    else:
        text = text.replace('"', "'").replace("`", "'")
    return " ".join(text.casefold().split())


def words(text: str) -> list[str]:
    """The words of ``text`` in order; a word broken at a line end is one."""
    if "-\n" in text:
        text = _broken().sub("", text)
    if not text.isascii():
        text = _marks().sub("", text)
    return _word().findall(text)


def fold(word: str) -> str:
    """A word without diacritics, case and doubled letters, look-alikes made equal.

    Only in words: a number stays as it is, since one digit makes it another.
    """
    folded = word.casefold()
    if not folded.isascii():
        folded = _marks().sub("", unicodedata.normalize("NFKD", folded))
    if folded.isdigit() or sum(map(str.isalpha, folded)) * 2 <= len(folded):
        return folded
    folded = folded.translate(_LOOK_ALIKES)
    for pair, single in _PAIRS:
        folded = folded.replace(pair, single)
    return _doubled().sub(r"\1", folded).replace("l", "i")


@cache
def _word() -> re.Pattern[str]:
    number = r"\d+(?:[.,:/]\d+)*(?![^\W\d_])"
    letters = rf"(?:(?![_{UNSPACED}])[\w{_INDIC}])+"
    return re.compile(rf"[{UNSPACED}]|{number}|{letters}(?:['’]{letters})?")


@cache
def _broken() -> re.Pattern[str]:
    return re.compile(r"(?<=\w)-\n\s*(?=[^\W\d_])")


@cache
def _doubled() -> re.Pattern[str]:
    return re.compile(r"([^\W\d_])\1+")


@cache
def _marks() -> re.Pattern[str]:
    """Diacritics of Latin, Greek and Cyrillic, and the points of Hebrew and Arabic."""
    return re.compile(
        r"[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f]"
    )
