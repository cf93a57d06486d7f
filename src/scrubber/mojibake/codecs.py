"""The codecs that UTF-8 is misread with: text in, the bytes it was read from and UTF-8 text out.

A misreading turns each byte of a UTF-8 sequence into one character of a single-byte codec. Such a
run of characters is recognised by the form of UTF-8 (Unicode, table 3-7): a lead, and as many
continuations as the lead announces.
"""

from __future__ import annotations

import codecs
import re
from functools import cache, cached_property
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

_Form: TypeAlias = tuple[tuple[int, int], tuple[int, int], int]
"""Lead bytes, bytes that may follow the lead, further continuations."""
_FORMS: tuple[_Form, ...] = (
    ((0xC2, 0xDF), (0x80, 0xBF), 0),
    ((0xE0, 0xE0), (0xA0, 0xBF), 1),
    ((0xE1, 0xEC), (0x80, 0xBF), 1),
    ((0xED, 0xED), (0x80, 0x9F), 1),
    ((0xEE, 0xEF), (0x80, 0xBF), 1),
    ((0xF0, 0xF0), (0x90, 0xBF), 2),
    ((0xF1, 0xF3), (0x80, 0xBF), 2),
    ((0xF4, 0xF4), (0x80, 0x8F), 2),
)
_TAIL = (0x80, 0xBF)
# The longer ones are Cyrillic letters in cp866: of them only punctuation and emoji are told.
_CP866_FORMS: tuple[_Form, ...] = (
    _FORMS[0],
    ((0xE2, 0xE2), (0x80, 0x80), 1),
    ((0xE2, 0xE2), (0x82, 0x82), 1),
    ((0xF0, 0xF0), (0x9F, 0x9F), 2),
)
# Two surrogates in a row, as CESU-8 writes a character beyond U+FFFF.
_SURROGATES = ((0xED, 0xED), (0xA0, 0xAF), _TAIL, (0xED, 0xED), (0xB0, 0xBF), _TAIL)


class Codec:
    """A single-byte codec, in which every byte has a reading: one without is its own control.

    cp1252 also takes any control of latin-1 for the byte of its number: text that was misread
    twice, or by two programs, holds both forms.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        table = [bytes((byte,)).decode(name, "replace") for byte in range(256)]
        self.lost = tuple(byte for byte in range(256) if table[byte] == "\ufffd")
        """Bytes without a reading, which a strict program drops or replaces."""
        for byte in self.lost:
            table[byte] = chr(byte)
        self.family = "cp1252" if name == "latin-1" else name
        """Codecs of one family are evidence for each other."""
        self.table = "".join(table)
        self._forms = _CP866_FORMS if name == "cp866" else _FORMS
        self.has_nbsp = "\xa0" in self.table[0x80:0xC0]
        self._encoding = codecs.charmap_build(self.table)
        self._controls = (
            {byte: table[byte] for byte in range(0x80, 0xA0)} if name == "cp1252" else {}
        )
        self._characters = frozenset(self.table).union(map(chr, self._controls))

    def __repr__(self) -> str:
        return f"Codec({self.name!r})"

    def to_bytes(self, text: str) -> bytes | None:
        """The bytes that ``text`` was read from; None where a character is not of this codec."""
        try:
            return codecs.charmap_encode(text, "strict", self._encoding)[0]
        except UnicodeEncodeError:
            if not self._controls or not re.search("[\x80-\x9f]", text):
                return None
        try:
            plain = text.translate(self._controls)
            return codecs.charmap_encode(plain, "strict", self._encoding)[0]
        except UnicodeEncodeError:
            return None

    def can_write(self, characters: frozenset[str]) -> bool:
        """Whether ``to_bytes`` has a byte for each of ``characters``."""
        return characters <= self._characters

    def undo(self, text: str) -> str | None:
        """``text`` read as the UTF-8 it was; None where it is no UTF-8."""
        data = self.to_bytes(text)
        return None if data is None else from_utf8(data)

    def characters(self, first: int, last: int) -> str:
        """All characters that stand for bytes from ``first`` to ``last``."""
        found = self.table[first : last + 1]
        if self._controls:
            found += "".join(map(chr, range(max(first, 0x80), min(last, 0x9F) + 1)))
        return found

    def pattern(self, first: int, last: int, also: str = "") -> str:
        """A character class of ``characters``."""
        return f"[{re.escape(self.characters(first, last) + also)}]"

    @cached_property
    def runs(self) -> re.Pattern[str]:
        """Finds one or more UTF-8 sequences in a row that may stand among sound words."""
        return self._in_a_row(self._forms)

    @cached_property
    def all_runs(self) -> re.Pattern[str]:
        """Finds one or more whole UTF-8 sequences in a row."""
        return self.runs if self._forms is _FORMS else self._in_a_row(_FORMS)

    def _in_a_row(self, forms: tuple[_Form, ...]) -> re.Pattern[str]:
        tail = self.pattern(*_TAIL)
        sequences = [
            self.pattern(*lead) + self.pattern(*second) + tail * further
            for lead, second, further in forms
        ]
        sequences.append("".join(self.pattern(*part) for part in _SURROGATES))
        return re.compile(f"(?:{'|'.join(sequences)})++")

    def beginnings(self) -> Iterator[tuple[str, str]]:
        """Characters that begin a sequence, and those that may stand behind them."""
        if self._forms is _FORMS:  # a byte may be lost between them
            yield self.characters(0xC2, 0xF4), self.characters(*_TAIL)
        else:
            for lead, second, _ in self._forms:
                yield self.characters(*lead), self.characters(*second)


def from_utf8(data: bytes) -> str | None:
    """The text of UTF-8, or of CESU-8; None where it is neither."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        if b"\xed" not in data:
            return None
    try:
        return (
            data.decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass").decode("utf-16")
        )
    except UnicodeError:
        return None


# The commonest first: a run that several codecs explain is read by the first of them.
NAMES = (
    "latin-1",
    "cp1252",
    "cp1251",
    "cp1250",
    "cp1254",
    "cp1253",
    "cp1257",
    "iso8859-2",
    "mac-roman",
    "cp437",
    "cp850",
    "cp866",
    "koi8-r",
)


@cache
def all_codecs() -> tuple[Codec, ...]:
    """Every codec, the commonest first."""
    return tuple(map(Codec, NAMES))
