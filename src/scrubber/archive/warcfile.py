"""WARC files (ISO 28500): a stream in, its records with their places out, damage told apart.

A record whose length is wrong costs that record alone: the next one is found by its first line.
FastWARC 2.0 ends there with an error, and takes a record that is cut off for a whole one; its speed
would not show, since reading takes about a hundredth of the time that cleaning does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrubber.archive.model import LARGEST_RECORD
from scrubber.archive.streams import StreamError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.archive.streams import Stream

_BLOCK = 1 << 16
_LONGEST_HEADER = 1 << 16
_VERSION = b"WARC/"
_END = b"\r\n\r\n"
_DAMAGED = "is damaged: its compressed form cannot be read"
_NEXT = b"\r\n\r\nWARC/"


class WarcRecord(NamedTuple):
    """One record."""

    number: int
    """From 1, within the file."""
    offset: int
    """Where it begins, in bytes of the file once it is no longer compressed."""
    headers: dict[str, str]
    """By names in lower case."""
    body: bytes
    """As much as there is of it."""
    error: str = ""
    """Why it is not whole."""


def warc_records(stream: Stream) -> Iterator[WarcRecord]:
    """The records of a file; one that is damaged has an error, and so has what nobody can read."""
    reader = _Reader(stream)
    number = 0
    while reader.skip_blank():
        number += 1
        offset = reader.offset
        headers, error = reader.headers()
        body = b""
        if not error:
            body, error = reader.body(headers.get("content-length", ""))
        yield WarcRecord(number, offset, headers, body, error)
    if reader.fault:
        error = f"{reader.fault}; nothing behind it can be read"
        yield WarcRecord(number + 1, reader.offset, {}, b"", error)


class _Reader:
    """A stream with what was read of it and not yet used."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._ready = b""
        self.offset = 0
        self.fault = ""
        """Why the stream broke off."""

    def _fill(self, size: int) -> bool:
        """Have ``size`` bytes ready; whether there are so many."""
        while len(self._ready) < size and not self.fault:
            try:
                data = self._stream.read(max(_BLOCK, size - len(self._ready)))
            except StreamError as error:
                self.fault = str(error)
                break
            if not data:
                break
            self._ready += data
        return len(self._ready) >= size

    def _take(self, size: int) -> bytes:
        taken, self._ready = self._ready[:size], self._ready[size:]
        self.offset += len(taken)
        return taken

    def skip_blank(self) -> bool:
        """Go to where the next record begins; whether there is one."""
        while self._fill(1):
            blank = len(self._ready) - len(self._ready.lstrip(b"\r\n"))
            self._take(blank)
            if self._ready:
                return True
        return False

    def headers(self) -> tuple[dict[str, str], str]:
        """The headers of a record, or what is wrong with them."""
        while (end := self._ready.find(_END)) < 0 and len(self._ready) < _LONGEST_HEADER:
            if not self._fill(len(self._ready) + 1):
                break
        if not self._ready.startswith(_VERSION):
            self._resync()
            return {}, "is no WARC record: its first line is another"
        if end < 0:
            self._resync()
            return {}, "has no end of its headers"
        lines = self._take(end + len(_END)).decode("utf-8", "replace").split("\r\n")[1:]
        headers = _as_dict(lines)
        return headers, _DAMAGED if "scrubber-damage" in headers else ""

    def body(self, length: str) -> tuple[bytes, str]:
        """The body of a record, or what there is of it and what is wrong with it."""
        if not length.isascii() or not length.isdigit():
            return self._resync(), f"has the length {length!r}, which is no number"
        size = int(length)
        if size > LARGEST_RECORD:
            # not passed over by its length: that may be what is wrong
            return self._resync(), f"is larger than {LARGEST_RECORD >> 20} MB"
        whole = self._fill(size)
        self._fill(size + len(_NEXT))
        behind = self._ready[size : size + len(_NEXT)]
        if whole and (behind.startswith((_END, b"\r\n" + _VERSION)) or not behind.strip(b"\r\n")):
            return self._take(size), ""
        if not whole and _NEXT not in self._ready:
            wrong = f"is cut off: {len(self._ready)} of {size} bytes are there"
            return self._take(len(self._ready)), self.fault or wrong
        return self._resync(), f"has not the length it says ({size} bytes)"

    def _resync(self) -> bytes:
        """Go to where a next record seems to begin; the first bytes that are passed over."""
        head = b""
        while True:
            place = self._ready.find(_NEXT)
            if place >= 0:
                return head + self._take(place)
            passed = self._take(max(len(self._ready) - len(_NEXT), 0))
            head = head or passed
            if not self._fill(len(self._ready) + 1):
                return head + self._take(len(self._ready))


def _as_dict(lines: list[str]) -> dict[str, str]:
    headers: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.partition(":")
        if colon:
            headers.setdefault(name.strip().lower(), value.strip())
    return headers
