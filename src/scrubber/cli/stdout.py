"""Standard output: bytes and lines in; what cannot be written is blamed on it by name."""

from __future__ import annotations

import io
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NAME = "standard output"


class Output(io.RawIOBase):
    """Standard output that writes all it is given: where Python does not buffer, it may not."""

    def writable(self) -> bool:
        """True."""
        return True

    def write(self, data: Any, /) -> int:
        """Write all of it; how many bytes these are."""
        rest = memoryview(data)
        with _named():
            while rest:
                rest = rest[sys.stdout.buffer.write(rest) :]
        return len(data)


def write_lines(lines: Iterable[str]) -> None:
    """Write each of ``lines``, without its end, as one."""
    with _named():
        sys.stdout.writelines(f"{line}\n" for line in lines)


def is_of_output(error: Exception) -> bool:
    """Whether it is standard output that failed, no file."""
    return isinstance(error, OSError) and error.filename == NAME


@contextmanager
def _named() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        error.filename = NAME
        raise
