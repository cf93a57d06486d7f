"""Pieces of bytes put aside on disk; any of them back, in any process."""

from __future__ import annotations

import os
import struct
from mmap import ACCESS_READ, mmap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from io import FileIO
    from typing import IO

_PLACE = struct.Struct("<QQ")
"""Where a piece begins, and how long it is."""


class Spool:
    """Pieces of bytes in a file, read by number; a second file says where each of them is.

    Args:
        path: of the first file; that of the second ends in ``.places``.
    """

    def __init__(self, path: str) -> None:
        self._paths = path, f"{path}.places"
        self._count = self._end = 0
        self._out: list[IO[bytes]] = []
        self._in: tuple[FileIO, mmap] | None = None
        self._open_out("wb")

    def _open_out(self, mode: str) -> None:
        self._out = [open(path, mode) for path in self._paths]  # noqa: SIM115 - see seal()

    def append(self, data: bytes) -> None:
        """Write the next piece."""
        if not self._out:
            self._close_in()  # it has the places of what was written by then
            self._open_out("ab")
        pieces, places = self._out
        try:
            pieces.write(data)
            places.write(_PLACE.pack(self._end, len(data)))
        except OSError as error:
            raise self._named(error) from error
        self._end += len(data)
        self._count += 1

    def seal(self) -> None:
        """Let what was written be read."""
        try:
            while self._out:
                self._out.pop().close()
        except OSError as error:
            raise self._named(error) from error

    def _named(self, error: OSError) -> OSError:
        """What went wrong with writing, and where."""
        return OSError(error.errno, error.strerror, self._paths[0])

    def arrange(self, order: Iterable[int]) -> None:
        """What was piece ``order[n]`` is piece ``n`` from now on; others are forgotten."""
        self.close()
        path = self._paths[1]
        self._count = 0
        with open(path, "rb", buffering=0) as old, open(f"{path}.new", "wb") as new:
            for number in order:
                old.seek(number * _PLACE.size)
                new.write(old.read(_PLACE.size))
                self._count += 1
        os.replace(f"{path}.new", path)

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, number: int) -> bytes:
        pieces, places = self._in or self._opened()
        start, length = _PLACE.unpack_from(places, number * _PLACE.size)
        pieces.seek(start)
        return pieces.read(length)

    def size(self, number: int) -> int:
        """How many bytes a piece has."""
        _, places = self._in or self._opened()
        return int(_PLACE.unpack_from(places, number * _PLACE.size)[1])

    def _opened(self) -> tuple[FileIO, mmap]:
        """Pieces are not mapped: they are more than should be in memory."""
        with open(self._paths[1], "rb") as file:
            places = mmap(file.fileno(), 0, access=ACCESS_READ)
        self._in = open(self._paths[0], "rb", buffering=0), places  # noqa: SIM115 - see close()
        return self._in

    def __getstate__(self) -> dict[str, object]:
        return {**self.__dict__, "_in": None, "_out": []}

    def close(self) -> None:
        """Close the files."""
        self.seal()
        self._close_in()

    def _close_in(self) -> None:
        if self._in is not None:
            for file in self._in:
                file.close()
            self._in = None


def encoded(string: str) -> bytes:
    """As UTF-8, lone surrogates, too; bytes are in the same order as strings."""
    return string.encode("utf-8", "surrogatepass")


def decoded(data: bytes) -> str:
    """What was ``encoded``."""
    return data.decode("utf-8", "surrogatepass")
