"""A text as words that can be compared: typography, case and damage of scanning folded away."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

QUOTES = "\"'`´“”„‟‘’‚‛«»‹›「」『』〝〞＂＇"
DASHES = "‐‑‒–—―−﹘﹣－-"

UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
"""Scripts that set no spaces between words: each character counts as one."""
MARKS = (
    r"\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    r"\u0610-\u061a\u064b-\u065f\u0670"
)
"""Diacritics of Latin, Greek and Cyrillic, and the points of Hebrew and Arabic."""
SIGNS = r"\u0900-\u0963\u0966-\u0dff"
"""Letters and vowel signs of India: a sign is no letter to Python, yet part of its word."""

LONGEST_WORDS = 14
"""Letters a word on average, from which on a script sets no spaces between words."""
_SHARED = 0.6
"""The least share of the poorer text's words that a near copy has as well."""
_TYPOGRAPHY = str.maketrans({**dict.fromkeys(QUOTES, "'"), **dict.fromkeys(DASHES, "-")})
_LOOK_ALIKES = str.maketrans("015|!ı", "olslli")
_PAIRS = (("rn", "m"), ("ri", "n"), ("rl", "n"), ("ii", "u"), ("vv", "w"), ("cl", "d"))


def normalised(text: str) -> str:
    """The text with white space, quotation marks, dashes and case made equal."""
    if not text.isascii():
        text = text.translate(_TYPOGRAPHY).replace("…", "...")
    else:
        text = text.replace('"', "'").replace("`", "'")
    if "--" in text:
        text = text.replace("---", "-").replace("--", "-")
    return " ".join(text.casefold().split())


def unaccented(text: str) -> str:
    """The text without diacritics and vowel points."""
    if text.isascii():
        return text
    from unicodedata import normalize

    return _marks().sub("", normalize("NFD", text))


def words(text: str) -> list[str]:
    """The words of ``text`` in order; a word broken at a line end is one."""
    return word_pattern().findall(whole_words(text))


def whole_words(text: str) -> str:
    """The text with the words that a hyphen breaks at a line end made whole."""
    return _broken().sub("", text) if "\n" in text else text


def share_words(one: str, other: str) -> bool:
    """Whether most of the words of the poorer text stand in the other, in whatever order.

    In a script without spaces: of the pairs of characters.
    """
    left, right = _parts(one), _parts(other)
    return len(left & right) >= _SHARED * min(len(left), len(right))


def _parts(text: str) -> set[str]:
    parts = text.split()
    if len(parts) * LONGEST_WORDS < len(text):
        return set(map("".join, pairwise(text)))
    return set(parts)


@cache
def word_pattern() -> re.Pattern[str]:
    """What is one word: a number, a word with its apostrophe, a sign of a unit.

    In a script without spaces each character is one.
    """
    letters = rf"[^\W_{UNSPACED}]"
    word = rf"[{SIGNS}]*{letters}+(?:[{MARKS}{SIGNS}]+{letters}*)*"
    number = r"\d++(?:(?:[.,:/]\d++)++|(?![^\W\d_]))"
    sign = rf"[%‰°$€£¥₽₹₺₴]|(?<![\w.,])[{DASHES}](?=\d)"
    return re.compile(rf"{number}|{word}(?:['’]{word})?|[{UNSPACED}]|{sign}")


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """A word without diacritics, case and doubled letters, look-alikes of scanning made equal.

    Only within words: a number stays as it is, since one digit makes it another, and two letters
    that scanners read as one are taken for it behind the first letter only.
    """
    if word in DASHES:
        return "-"
    folded = word.casefold().replace("’", "'")
    if not folded.isascii():
        from unicodedata import normalize

        folded = _marks().sub("", normalize("NFKD", folded))
    if folded.isdigit() or sum(map(str.isalpha, folded)) * 2 <= len(folded):
        return folded
    folded = folded.translate(_LOOK_ALIKES)
    head, tail = folded[:1], folded[1:]
    for pair, single in _PAIRS:
        tail = tail.replace(pair, single)
    return _doubled().sub(r"\1", head + tail).replace("l", "i")


@cache
def _broken() -> re.Pattern[str]:
    return re.compile(r"(?<=\w)[-\u00ad‐]\n\s*(?=[^\W\d_])")


@cache
def _doubled() -> re.Pattern[str]:
    return re.compile(r"([^\W\d_])\1+")


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(rf"[{MARKS}]")
