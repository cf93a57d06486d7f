"""Pieces of bytes put aside on disk; any of them back, in any process."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO


class Spool:
    """Pieces of bytes in a file, read by number."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._starts, self._ends = array("Q"), array("Q")
        self._at = 0
        self._file: BinaryIO | None = None
        self._out: BinaryIO | None = open(path, "wb")  # noqa: SIM115 - closed by seal()

    def append(self, data: bytes) -> None:
        """Write the next piece."""
        if self._out is None:
            self._out = open(self._path, "ab")  # noqa: SIM115 - closed by seal()
        self._out.write(data)
        self._starts.append(self._at)
        self._at += len(data)
        self._ends.append(self._at)

    def seal(self) -> None:
        """Let what was written be read."""
        if self._out is not None:
            self._out.close()
            self._out = None

    def arrange(self, order: Sequence[int]) -> None:
        """What was piece ``order[n]`` is piece ``n`` from now on; others are forgotten."""
        self._starts = array("Q", [self._starts[n] for n in order])
        self._ends = array("Q", [self._ends[n] for n in order])

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, number: int) -> bytes:
        if self._file is None:
            self._file = open(self._path, "rb")  # noqa: SIM115 - for as long as the run
        start = self._starts[number]
        self._file.seek(start)
        return self._file.read(self._ends[number] - start)

    def __getstate__(self) -> dict[str, object]:
        return {**self.__dict__, "_file": None, "_out": None}

    def reopen(self) -> None:
        """Read by a handle of this process, where it was begun with that of another."""
        self._file = None

    def close(self) -> None:
        """Close the file."""
        self.seal()
        if self._file is not None:
            self._file.close()
            self._file = None
