"""Compressions and encodings: a stream of bytes in, what it stands for out, and the way back."""

from __future__ import annotations

import bz2
import codecs
import gzip
import io
import zlib
from typing import TYPE_CHECKING, Any, BinaryIO

from scrubber.archive.model import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Callable


def compress(data: bytes, compression: str) -> bytes:
    """``data`` as a member of a compressed file; members follow each other in one file."""
    if compression == ".gz":
        return gzip.compress(data, 6, mtime=0)
    if compression == ".bz2":
        return bz2.compress(data)
    if compression == ".zst":
        return bytes(_zstandard().ZstdCompressor(level=3, write_checksum=True).compress(data))
    return data


class Decoder(io.RawIOBase):
    """A stream that is decoded bit by bit, so that a fault in it costs nothing before it."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner
        self._ready = bytearray()
        self._ended = False

    def read1(self, size: int, /) -> bytes:
        """At most ``size`` bytes, none at the end alone."""
        while not self._ready and not self._ended:
            self._go_on()
        taken = bytes(self._ready[:size])
        del self._ready[:size]
        return taken

    def _go_on(self) -> None:
        """Decode some more."""
        raise NotImplementedError


class Transcoded(Decoder):
    """A stream in another encoding, read as UTF-8."""

    def __init__(self, inner: Any, encoding: str) -> None:
        super().__init__(inner)
        self._decoder = codecs.getincrementaldecoder(encoding)()

    def _go_on(self) -> None:
        data = self._inner.read1(1 << 16)
        self._ended = not data
        text = self._decoder.decode(data, final=self._ended)
        self._ready += text.encode("utf-8", "replace")


class _Zstandard(Decoder):
    """Frames of zstandard, one behind the other; a frame that is cut off is an ``EOFError``."""

    def __init__(self, inner: BinaryIO) -> None:
        super().__init__(inner)
        self._library = _zstandard()
        self._frame: Any = None
        self._left = b""

    def _go_on(self) -> None:
        data = self._left or self._inner.read(1 << 14)
        self._left = b""
        if not data:
            if self._frame is not None:
                raise EOFError
            self._ended = True
            return
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


OPENERS: dict[str, Callable[[BinaryIO], Any]] = {
    ".gz": _gzip,
    ".bz2": bz2.BZ2File,
    ".zst": _Zstandard,
}
