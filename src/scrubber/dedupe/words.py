"""The text of an article in; its paragraphs, its words as hashes, and its shingles out."""

from __future__ import annotations

import re
import unicodedata
from array import array
from functools import cache
from hashlib import blake2b
from html import unescape
from typing import TYPE_CHECKING

from scrubber.similarity.words import UNSPACED, unaccented

if TYPE_CHECKING:
    from collections.abc import Iterator

HASH_BITS = 60
"""Two digits of a Python integer: half as fast again as 64 bits, and it fits SQL's BIGINT."""
_MASK = (1 << HASH_BITS) - 1
_MOST_WORDS = 1 << 18
"""Words whose hashes are kept at hand."""
_CHARACTERS = 5
_LOW_BITS = ((1 << 63) - 1).to_bytes(8, "little")
_IS_BIG_ENDIAN = array("H", b"\0\1")[0] == 1


class _Hashes(dict[str, bytes]):
    """The hash of each word, made once."""

    def __missing__(self, word: str) -> bytes:
        if len(self) >= _MOST_WORDS:
            self.clear()
        value = self[word] = hash_of(word).to_bytes(8, "little")
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


def _words_of(text: str) -> list[str]:
    """The words of a folded text; those of ASCII letters are found three times as fast."""
    plain = ascii_letters(text)
    return _word().findall(text) if plain is None else parted(plain, "_")


def ascii_letters(text: str) -> bytes | None:
    """A text whose letters are all of ASCII, its other signs replaced; None if it has others."""
    if not text.isascii() and _foreign().search(text):
        return None
    return text.encode("ascii", "replace")


def parted(plain: bytes, within: str) -> list[str]:
    """The words of a text in ASCII, where the signs ``within`` are parts of words."""
    return plain.translate(_blanks(within)).decode("ascii").split()


@cache
def _blanks(within: str) -> bytes:
    signs = (c if c.isalnum() or c in within else " " for c in map(chr, range(128)))
    return "".join(signs).encode("ascii") + b" " * 128


def shingles(text: str) -> set[int]:
    """The shingles of a folded text: pairs of words, and five characters where none are parted."""
    return set(unpacked(packed_shingles(text)))


def packed_shingles(text: str) -> bytes:
    """The same as bytes, eight a shingle; some may stand there twice."""
    words = list(map(_hashes.__getitem__, _words_of(text)))
    found = _mixed(words)
    if not text.isascii() and _unspaced().search(text):
        found += b"".join(hash_of(piece).to_bytes(8, "little") for piece in _pieces(text))
    return found or b"".join(words)


def _mixed(words: list[bytes]) -> bytes:
    """Half of the hash of each word but the last, mixed with that of the next.

    All are digits of one long number, so that they are halved and mixed at once.
    """
    count = len(words) - 1
    if count < 1:
        return b""
    number = int.from_bytes(b"".join(words), "little")
    halves = number >> 1 & int.from_bytes(_LOW_BITS * count, "little")
    return (halves ^ number >> 64).to_bytes(8 * count, "little")


def unpacked(data: bytes) -> array[int]:
    """The shingles that were packed."""
    found = array("Q", data)
    if _IS_BIG_ENDIAN:
        found.byteswap()
    return found


def _pieces(text: str) -> Iterator[str]:
    for run in _runs().findall(text):
        for at in range(max(1, len(run) - _CHARACTERS + 1)):
            yield run[at : at + _CHARACTERS]


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
