"""Normalization form C (UAX 15): a text in, edits of the stretches that are not in it out."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from scrubber.model import Replace

if TYPE_CHECKING:
    from collections.abc import Iterator


def may_change(text: str) -> bool:
    """Whether ``text`` has characters beyond those of which each is in form C beside any other."""
    return _doubtful().search(text) is not None


@cache
def _doubtful() -> re.Pattern[str]:
    return re.compile(r"[^\0-\u02ff\u2002-\u206f\u20a0-\u20bf]")


def is_normalized(text: str) -> bool:
    """Whether ``text`` is in normalization form C."""
    return unicodedata.is_normalized("NFC", text)


@cache
def _stretch() -> re.Pattern[str]:
    """A character that is not ASCII, with the one before it, and all such that follow."""
    return re.compile(r"[\x21-\x7e]?[^\x00-\x7f]+")


def normalizing_edits(text: str) -> Iterator[Replace]:
    """Edits that write what is not in normalization form C anew, cluster by cluster."""
    for match in _stretch().finditer(text):
        if is_normalized(match[0]):
            continue
        at = match.start()
        for cluster in _clusters(match[0]):
            normal = unicodedata.normalize("NFC", cluster)
            if normal != cluster:
                yield Replace(at, at + len(cluster), normal)
            at += len(cluster)


def _clusters(stretch: str) -> Iterator[str]:
    """Pieces of ``stretch`` that normalize by themselves: each begins with a starter."""
    start = 0
    for index in range(1, len(stretch)):
        if not _may_join(stretch[index]):
            yield stretch[start:index]
            start = index
    yield stretch[start:]


def _may_join(character: str) -> bool:
    """Whether ``character`` may compose or be reordered with what stands before it.

    Marks may, and the vowels and finals of Hangul, and two vowels of Kirat Rai.
    """
    return (
        unicodedata.category(character)[0] == "M"
        or "\u1160" <= character <= "\u11ff"
        or character in "\U00016d67\U00016d68"
    )
