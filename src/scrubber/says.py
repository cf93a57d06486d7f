"""The proof's own reading of a copy: whether the words of one block stand in another, in order."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_LOOK_ALIKES = str.maketrans("015|!ı", "olslli")
_FOLDS = (("rn", "m"), ("ri", "n"), ("rl", "n"), ("ii", "u"), ("vv", "w"), ("cl", "d"))


def says(kept: str, dropped: str) -> bool:
    """Whether ``kept`` says all that ``dropped`` says.

    The words of ``dropped`` stand in ``kept`` in their order. Case, diacritics, doubled letters,
    look-alikes of scanning and hyphens at line ends do not count; where ``dropped`` was visibly
    cut, neither does the link behind the cut, and its last word may be broken off.
    """
    cut = _cut().search(dropped)
    wanted = _words(dropped[: cut.start()] if cut else dropped)
    there = iter(_words(kept))
    for place, word in enumerate(wanted):
        last = cut is not None and place == len(wanted) - 1
        if not any(word == other or (last and other.startswith(word)) for other in there):
            return False
    return True


def _words(block: str) -> list[str]:
    if not block.isascii():
        block = _unspaced().sub(r" \1 ", block)
    kept = (c if c.isalnum() or c == "|" else "" if c in "'’" else " " for c in _bare(block))
    return [_fold(word) for word in "".join(kept).split()]


def _bare(block: str) -> str:
    text = _hyphen().sub("", block).casefold()
    if text.isascii():
        return text
    return re.sub(
        r"[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f]",
        "",
        unicodedata.normalize("NFKD", text),
    )


def _fold(word: str) -> str:
    if 2 * sum(map(str.isalpha, word)) <= len(word):
        return word
    word = word.translate(_LOOK_ALIKES)
    for damaged, letter in _FOLDS:
        word = word.replace(damaged, letter)
    return re.sub(r"(.)\1+", r"\1", word).replace("l", "i")


@cache
def _cut() -> re.Pattern[str]:
    return re.compile(r"[\[(]?(?:…|\.\.\.)[\])]?(?:\W*\w+){0,3}\W*\Z")


@cache
def _hyphen() -> re.Pattern[str]:
    return re.compile(r"(?<=\w)[-\u00ad]\s*\n\s*(?=\w)")


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(
        r"([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff])"
    )
