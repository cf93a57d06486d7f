"""Whether a block is a pull quote, taken from a longer one to stand beside it: two texts in."""

from __future__ import annotations

import re
from functools import cache

from scrubber.blocks.shape import count_units
from scrubber.similarity.cut import cut_text
from scrubber.similarity.words import fold, words

_SHARE = 0.5
"""Whole sentences from the midst of a block that are less of it than this are a pull quote."""
_SENTENCE = 4
_OPENING = 4
_LONG_WORD = 6


def is_excerpt(part: str, whole: str) -> bool:
    """Whether ``part``, all of which ``whole`` says, is a pull quote and no copy.

    One sentence of a longer paragraph is, and more of them that stand in its midst. The beginning
    of a paragraph is one when it is a whole sentence; when it was visibly cut it is none.
    """
    if cut_text(part) is not None:
        return not _opens(part, whole)
    if count_units(whole) - count_units(part) < _SENTENCE:
        return False
    if count_sentences(part) == 1:
        return _stops(whole) > _stops(part)
    return count_units(part) < _SHARE * count_units(whole) and not _opens(part, whole)


def count_sentences(text: str) -> int:
    """Sentences of a text, one at least; the stop of an abbreviation ends none."""
    return max(1, sum(_ends_sentence(text, match.start()) for match in _stop().finditer(text)))


def _ends_sentence(text: str, stop: int) -> bool:
    if text[stop] != ".":
        return True
    word = re.split(r"[^\w.]", text[max(0, stop - 30) : stop])[-1]
    return "." not in word and (len(word) >= _LONG_WORD or not word[:1].isupper())


def _stops(text: str) -> int:
    return len(_stop().findall(text.rstrip("\"'”’»)› ") + " "))


def _opens(part: str, whole: str) -> bool:
    opening = [fold(word) for word in words(part[:200])[:_OPENING]]
    return opening == [fold(word) for word in words(whole[:200])[:_OPENING]]


@cache
def _stop() -> re.Pattern[str]:
    """A mark that may end a sentence, with what may stand behind it."""
    return re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[^a-zß-ÿа-я\s]|\s*\Z)|[。！？।۔؟]")
