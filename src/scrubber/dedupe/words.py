"""The text of an article in; its paragraphs, its folded form and its words in ASCII out."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from html import unescape

from scrubber.similarity.words import unaccented


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


@cache
def _blank() -> re.Pattern[str]:
    return re.compile(r"\n[^\S\n]*\n\s*")


@cache
def _foreign() -> re.Pattern[str]:
    return re.compile(r"[^\W\x00-\x7f]")
