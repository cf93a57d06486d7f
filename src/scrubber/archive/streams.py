"""Compressed files: a path in, its content as a stream of bytes out, and the way back."""

from __future__ import annotations

import codecs
import io
import sys
import zlib
from typing import Any, BinaryIO

from scrubber.archive.compressions import OPENERS, Transcoded
from scrubber.archive.model import ArchiveError
from scrubber.files.source import stat_of

LARGEST_EXPANSION = 200
"""A stream that grows more than so many times is no text: it would fill the disk."""
_HARMLESS = 100 << 20
"""Bytes; a stream may grow to this size at any rate."""

_MAGIC = {
    b"\x1f\x8b": "gzip data",
    b"\x28\xb5\x2f\xfd": "zstandard data",
    b"BZh": "bzip2 data",
    b"PAR1": "a Parquet file",
    b"PK\x03\x04": "a zip archive",
    b"WARC/": "a WARC file",
}
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_EXPECTED = {"parquet": b"PAR1", "warc": b"WARC/"}
_SUFFIX_MAGIC = {".gz": b"\x1f\x8b", ".zst": b"\x28\xb5\x2f\xfd", ".bz2": b"BZh"}
_ERRORS = (EOFError, zlib.error, OSError, UnicodeDecodeError)
"""Of ``OSError`` those without a number: what gzip and bzip2 find wrong with the data."""
NOT_PLAIN = "cannot be read {}; name a plain file"


class StreamError(Exception):
    """A stream that broke off; the message says how."""


def _reason(error: Exception) -> str:
    if isinstance(error, EOFError):
        return "the compressed stream is cut off here"
    if isinstance(error, UnicodeDecodeError):
        return f"this is no {error.encoding} ({error.reason})"
    return f"the compressed stream is damaged here ({error})"


class Stream(io.RawIOBase):
    """The content of a file, no longer compressed. Any fault in it is a ``StreamError``."""

    def __init__(
        self, file: BinaryIO, compression: str, encoding: str | None = None, kind: str = ""
    ) -> None:
        self._file = file
        self._inner: Any = OPENERS[compression](file) if compression else file
        if kind == "warc" and compression == ".gz":
            from scrubber.archive.members import GzipMembers

            self._inner = GzipMembers(file)
        if encoding is not None:
            self._inner = Transcoded(self._inner, encoding)
        self._compression = compression
        self._read = self._at = 0
        self._fault: StreamError | None = None

    def readable(self) -> bool:
        """True."""
        return True

    def read(self, size: int = -1, /) -> bytes:
        """``size`` bytes, fewer at the end, or where the stream breaks off, alone.

        Raises:
            StreamError: the file is cut off, damaged, or a decompression bomb.
        """
        if self._fault is not None:
            raise self._fault
        parts: list[bytes] = []
        left = size if size >= 0 else sys.maxsize
        try:
            while left and (data := self._inner.read1(min(left, 1 << 20))):
                parts.append(data)
                left -= len(data)
        except _ERRORS as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise
            self._fault = StreamError(_reason(error))
            if not parts:
                raise self._fault from error
        data = b"".join(parts)
        self._read += len(data)
        if self._compression and self._read > max(_HARMLESS, LARGEST_EXPANSION * self.position):
            raise StreamError(
                f"the compressed stream grows more than {LARGEST_EXPANSION} times, "
                "like a decompression bomb"
            )
        return data

    def file(self) -> BinaryIO:
        """The file itself, for a format that reads here and there in it.

        Raises:
            ArchiveError: it cannot be read so.
        """
        if self._compression or not self._file.seekable():
            what = "compressed as a whole" if self._compression else "from a pipe"
            raise ArchiveError(NOT_PLAIN.format(what))
        return self._file

    @property
    def position(self) -> int:
        """How many bytes of the file on disk were read."""
        try:
            self._at = self._file.tell()
        except (OSError, ValueError):  # a pipe, or closed
            return self._at or self._read
        return self._at

    def close(self) -> None:
        """Close the file; standard input stays open."""
        self._at = self.position
        if self._file is not sys.stdin.buffer:
            self._file.close()
        super().close()


def open_stream(path: str, kind: str, compression: str, encoding: str | None = None) -> Stream:
    """The content of the file ``path``, or of standard input for ``-``.

    Args:
        path: the file.
        kind: the format that is expected in it.
        compression: a suffix, or nothing.
        encoding: where it is not UTF-8; it is read as UTF-8 then.

    Raises:
        ArchiveError: it is not what its name says.
        OSError: it cannot be opened, or is a device.
    """
    if path == "-":
        return Stream(sys.stdin.buffer, compression, encoding, kind)
    file = open(path, "rb")  # noqa: SIM115 - the stream closes it
    try:
        _check_kind(file, kind, compression, encoding)
    except BaseException:
        file.close()
        raise
    return Stream(file, compression, encoding, kind)


def _check_kind(file: io.BufferedReader, kind: str, compression: str, encoding: str | None) -> None:
    stat_of(file)
    head = file.peek(8)[:8]
    if compression:
        if head and not head.startswith(_SUFFIX_MAGIC[compression]):
            raise ArchiveError(f"is no {compression[1:]} data, whatever its name says; rename it")
        return
    for magic, found in _MAGIC.items():
        if head.startswith(magic) and magic != _EXPECTED.get(kind):
            raise ArchiveError(f"is {found}, whatever its name says; rename it")
    if head.startswith(_WIDE) and encoding is None:
        raise ArchiveError("is UTF-16; say so with --encoding utf-16")
