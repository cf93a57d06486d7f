"""The text of an article in; its paragraphs, its words as hashes, and its shingles out."""

from __future__ import annotations

import re
import unicodedata
from array import array
from functools import cache
from hashlib import blake2b
from html import unescape
from itertools import pairwise
from typing import TYPE_CHECKING

from scrubber.similarity.words import UNSPACED, unaccented

if TYPE_CHECKING:
    from collections.abc import Iterable

HASH_BITS = 60
"""Two digits of a Python integer: half as fast again as 64 bits, and it fits SQL's BIGINT."""
_MASK = (1 << HASH_BITS) - 1
_MOST_WORDS = 1 << 18
"""Words whose hashes are kept at hand."""
_CHARACTERS = 5
_NO_WORDS = {code: " " for code in range(128) if not (chr(code).isalnum() or code == ord("_"))}


class _Hashes(dict[str, int]):
    """The hash of each word, made once."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_WORDS:
            self.clear()
        value = self[word] = hash_of(word)
        return value


_hashes = _Hashes()


def hash_of(text: str) -> int:
    """The hash of a text: the same on every machine, in every version."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") & _MASK


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text: parted by blank lines, where it has none by line ends."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.strip()
    parts = _blank().split(text) if "\n\n" in text or "\n " in text else text.split("\n")
    return [part for part in parts if part and not part.isspace()]


def unescaped(text: str) -> str:
    """The text with its character references decoded."""
    return unescape(text) if "&" in text and ";" in text else text


def folded(text: str) -> str:
    """The text without case, diacritics, character references and differences of composition."""
    text = unescaped(text)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", unaccented(text))
    return text.casefold()


def word_hashes(text: str) -> list[int]:
    """The words of a folded text, in order; where no spaces part them, pieces of five characters.

    A piece has the place of a pair of words: of such a text each piece is a shingle by itself.
    """
    return list(map(_hashes.__getitem__, _words_of(text)))


def _words_of(text: str) -> list[str]:
    """The words of a folded text; those of ASCII letters are found three times as fast."""
    if not text.isascii():
        if _foreign().search(text):
            return _word().findall(text)
        text = text.encode("ascii", "replace").decode("ascii")
    return text.translate(_NO_WORDS).split()


def shingles(text: str) -> set[int]:
    """The shingles of a folded text: pairs of words, and five characters where none are parted."""
    words = word_hashes(text)
    found = {(one >> 1) ^ other for one, other in pairwise(words)}
    if not text.isascii() and _unspaced().search(text):
        found |= set(_pieces(text))
    if not found:
        found.update(words)
    return found


def _pieces(text: str) -> Iterable[int]:
    for run in _runs().findall(text):
        for at in range(max(1, len(run) - _CHARACTERS + 1)):
            yield hash_of(run[at : at + _CHARACTERS])


def packed(found: Iterable[int]) -> bytes:
    """Hashes as bytes, in the order of this machine."""
    return array("Q", found).tobytes()


def unpacked(data: bytes) -> set[int]:
    """What ``packed`` packed."""
    return set(memoryview(data).cast("Q"))


@cache
def _blank() -> re.Pattern[str]:
    return re.compile(r"\n[^\S\n]*\n\s*")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"[^\W{UNSPACED}]+")


@cache
def _foreign() -> re.Pattern[str]:
    return re.compile(r"[^\W\x00-\x7f]")


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(rf"[{UNSPACED}]")


@cache
def _runs() -> re.Pattern[str]:
    return re.compile(rf"[{UNSPACED}]+")
