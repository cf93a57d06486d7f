"""Bytes of any number in, units of whole records out, in bounded memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from scrubber.archive.model import LARGEST_RECORD, UNIT_BYTES, Unit
from scrubber.archive.streams import StreamError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from scrubber.archive.streams import Stream

HEAD_BYTES = 1 << 16
"""How much is kept of a record that is set aside for its size."""


def line_end(data: bytes) -> int:
    """Where the last whole line of ``data`` ends."""
    return data.rfind(b"\n") + 1


def count_lines(data: bytes) -> int:
    """How many lines of ``data`` are not blank."""
    return sum(1 for line in data.split(b"\n") if line and not line.isspace())


class PlainWriter:
    """A file that is the results of its units, one behind the other."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def write(self, result: bytes, /) -> None:
        """Append it."""
        self._file.write(result)

    def close(self) -> None:
        """There is nothing left."""

    def abort(self) -> None:
        """There is nothing to give up."""


class Units:
    """Cuts a stream into units. The cuts depend on the bytes alone.

    Args:
        stream: where to read.
        end: where the last whole record of some bytes ends, 0 where none does.
        count: how many records some bytes hold.
        quote: the byte between two of which a line end ends no record; none if it does anywhere.
    """

    def __init__(
        self,
        stream: Stream,
        end: Callable[[bytes], int] = line_end,
        count: Callable[[bytes], int] = count_lines,
        quote: bytes = b"",
    ) -> None:
        self._stream = stream
        self._end, self._count = end, count
        self._quote = quote
        self._number, self._row, self._offset = 0, 1, 0

    def __iter__(self) -> Iterator[Unit]:
        """All units; where the stream breaks off, the last is a refused one."""
        rest = b""
        try:
            while True:
                # a record longer than a unit: read twice as much each time, to stay linear
                block = self._stream.read(max(UNIT_BYTES, len(rest)))
                data = rest + block
                end = self._end(data) if block else len(data)
                if end:
                    rest = data[end:]
                    yield self._unit(data[:end])
                elif len(data) > LARGEST_RECORD:
                    unit, rest = self._skip_record(data)
                    yield unit
                else:
                    rest = data
                if not block:
                    return
        except StreamError as error:
            yield self._refused(rest, f"{error}; nothing behind it can be read")

    def _unit(self, data: bytes) -> Unit:
        unit = Unit(self._number, self._row, self._offset, data, self._count(data))
        self._number += 1
        self._row += data.count(b"\n")
        self._offset += len(data)
        return unit

    def _refused(self, head: bytes, why: str) -> Unit:
        unit = Unit(self._number, self._row, self._offset, head[:HEAD_BYTES], 1, why)
        self._number += 1
        return unit

    def _skip_record(self, head: bytes) -> tuple[Unit, bytes]:
        """Read past a record that is too large: it as a refused unit, and what follows."""
        length, lines = len(head), head.count(b"\n")
        quotes = head.count(self._quote) if self._quote else 0
        end = 0
        while not end and (block := self._stream.read(UNIT_BYTES)):
            end = self._end_outside(block, is_open=quotes % 2 == 1)
            passed = block[: end or None]
            length += len(passed)
            lines += passed.count(b"\n")
            quotes += passed.count(self._quote) if self._quote else 0
        unit = self._refused(head, f"is larger than {LARGEST_RECORD >> 20} MB")
        self._row += lines
        self._offset += length
        return unit, block[end:]

    def _end_outside(self, block: bytes, *, is_open: bool) -> int:
        """Where the first line that ends outside quotes does; 0 where none does."""
        if not self._quote:
            return block.find(b"\n") + 1
        at = 0
        for number, part in enumerate(block.split(self._quote)):
            if (number % 2 == 1) == is_open and (place := part.find(b"\n")) >= 0:
                return at + place + 1
            at += len(part) + len(self._quote)
        return 0
