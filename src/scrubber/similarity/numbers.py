"""A word in, whether it is a number and which out."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from scrubber.similarity import factwords
from scrubber.wordlist import words

if TYPE_CHECKING:
    from collections.abc import Iterable

_POINTS = str.maketrans(",٫", "..")


def is_number(word: str) -> bool:
    """Whether a word is a number, in digits or letters."""
    return (
        word[0].isdigit()
        or word[0] in factwords.UNSPACED_NUMBERS
        or word.casefold() in words(factwords.NUMBERS)
    )


def written(some: Iterable[str]) -> str:
    """Words as one string, without what sets one writing of a number from another."""
    return "".join(plain_number(word) if word[0].isdigit() else word.casefold() for word in some)


def plain_number(word: str) -> str:
    """A number without case and separators of thousands, with the digits of ASCII."""
    if not word.isascii():
        word = "".join(str(unicodedata.digit(c, c)) for c in word)
    if word.isdigit():
        return word
    return _thousands().sub("", word.casefold()).translate(_POINTS)


@cache
def _thousands() -> re.Pattern[str]:
    return re.compile(r"(?<=\d)[.,٬](?=\d{3}(?!\d))")
