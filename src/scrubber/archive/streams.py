"""Compressed files: a path in, its content as a stream of bytes out, and the way back."""

from __future__ import annotations

import bz2
import gzip
import io
import os
import stat
import sys
import zlib
from typing import TYPE_CHECKING, Any, BinaryIO

from scrubber.archive.model import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Callable

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
_SUFFIX_MAGIC = {".gz": b"\x1f\x8b", ".zst": b"\x28\xb5\x2f\xfd", ".bz2": b"BZh"}
_ERRORS = (EOFError, zlib.error, gzip.BadGzipFile)


class StreamError(Exception):
    """A stream that broke off; the message says how."""


class Stream(io.RawIOBase):
    """The content of a file, no longer compressed. Any fault in it is a ``StreamError``."""

    def __init__(self, file: BinaryIO, compression: str) -> None:
        self._file = file
        self._inner = _OPENERS[compression](file) if compression else file
        self._compression = compression
        self._read = self._at = 0

    def readable(self) -> bool:
        """True."""
        return True

    def read(self, size: int = -1, /) -> bytes:
        """``size`` bytes, fewer at the end alone.

        Raises:
            StreamError: the file is cut off, damaged, or a decompression bomb.
        """
        try:
            data = self._inner.read(size)
        except _ERRORS as error:
            reason = "is cut off" if isinstance(error, EOFError) else f"is damaged ({error})"
            raise StreamError(f"the compressed stream {reason} here") from error
        self._read += len(data)
        if self._compression and self._read > max(_HARMLESS, LARGEST_EXPANSION * self.position):
            raise StreamError(
                f"the compressed stream grows more than {LARGEST_EXPANSION} times, "
                "like a decompression bomb"
            )
        return data

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


def open_stream(path: str, compression: str) -> Stream:
    """The content of the file ``path``, or of standard input for ``-``.

    Raises:
        ArchiveError: it is a device, or not what its name says.
        OSError: it cannot be opened.
    """
    if path == "-":
        return Stream(sys.stdin.buffer, compression)
    file = open(path, "rb")  # noqa: SIM115 - the stream closes it
    try:
        _check_kind(file, compression)
    except BaseException:
        file.close()
        raise
    return Stream(file, compression)


def _check_kind(file: io.BufferedReader, compression: str) -> None:
    mode = os.fstat(file.fileno()).st_mode
    if stat.S_ISBLK(mode) or stat.S_ISCHR(mode):
        raise ArchiveError("is a device, no file")
    head = file.peek(8)[:8]
    if compression:
        if head and not head.startswith(_SUFFIX_MAGIC[compression]):
            raise ArchiveError(f"is no {compression[1:]} data, whatever its name says; rename it")
        return
    for magic, kind in _MAGIC.items():
        if head.startswith(magic):
            raise ArchiveError(f"is {kind}, whatever its name says; rename it")


def compress(data: bytes, compression: str) -> bytes:
    """``data`` as a member of a compressed file; members follow each other in one file."""
    if compression == ".gz":
        return gzip.compress(data, 6, mtime=0)
    if compression == ".bz2":
        return bz2.compress(data)
    if compression == ".zst":
        return bytes(_zstandard().ZstdCompressor(level=3, write_checksum=True).compress(data))
    return data


class _Zstandard(io.RawIOBase):
    """Frames of zstandard, one behind the other; a frame that is cut off is an ``EOFError``."""

    def __init__(self, file: BinaryIO) -> None:
        self._library = _zstandard()
        self._file = file
        self._frame: Any = None
        self._ready = bytearray()
        self._left = b""

    def read(self, size: int = -1, /) -> bytes:
        while size < 0 or len(self._ready) < size:
            data = self._left or self._file.read(1 << 14)
            self._left = b""
            if not data:
                if self._frame is not None:
                    raise EOFError
                break
            self._expand(data)
        taken = bytes(self._ready) if size < 0 else bytes(self._ready[:size])
        del self._ready[: len(taken)]
        return taken

    def _expand(self, data: bytes) -> None:
        if self._frame is None:
            self._frame = self._library.ZstdDecompressor().decompressobj()
        try:
            self._ready += self._frame.decompress(data)
        except self._library.ZstdError as error:
            raise zlib.error(str(error)) from error
        if self._frame.eof:
            self._left, self._frame = self._frame.unused_data, None


def _zstandard() -> Any:
    try:
        import zstandard
    except ImportError:
        raise ArchiveError(missing("zstandard")) from None
    return zstandard


def missing(library: str) -> str:
    """What to say where an optional library is not installed."""
    return f"needs {library}; install it with: pip install 'article-scrubber[archive]'"


def _gzip(file: BinaryIO) -> Any:
    return gzip.GzipFile(fileobj=file, mode="rb")


_OPENERS: dict[str, Callable[[BinaryIO], Any]] = {
    ".gz": _gzip,
    ".bz2": bz2.BZ2File,
    ".zst": _Zstandard,
}
