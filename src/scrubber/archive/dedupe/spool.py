"""Pieces of bytes put aside on disk; any of them back, in any process."""

from __future__ import annotations

import os
import struct
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
        self._files: list[FileIO] = []
        self._open_out("wb")

    def _open_out(self, mode: str) -> None:
        self._out = [open(path, mode) for path in self._paths]  # noqa: SIM115 - see seal()

    def append(self, data: bytes) -> None:
        """Write the next piece."""
        if not self._out:
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
        if not self._files:  # unbuffered: who reads here and there reads ahead in vain
            self._files = [open(path, "rb", buffering=0) for path in self._paths]  # noqa: SIM115
        pieces, places = self._files
        places.seek(number * _PLACE.size)
        start, length = _PLACE.unpack(places.read(_PLACE.size))
        pieces.seek(start)
        return pieces.read(length)

    def __getstate__(self) -> dict[str, object]:
        return {**self.__dict__, "_files": [], "_out": []}

    def close(self) -> None:
        """Close the files."""
        self.seal()
        while self._files:
            self._files.pop().close()
