"""What a format of archives does: a stream in, units and records out, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.archive.model import Dead, Fields, Record, Unit
    from scrubber.archive.streams import Stream


class Cleaner(Protocol):
    """Reads the records of one unit and writes them again; one class a format."""

    def records(self) -> Iterator[Record | Dead]:
        """Each record in order; one that cannot be read is dead."""

    def keep(self, record: Record, text: str | None) -> None:
        """Write ``record`` as it is, or with another text."""

    def keep_raw(self, dead: Dead) -> None:
        """Write what could not be read as it is."""

    def result(self) -> bytes:
        """All that was written, as the file's format has it."""


class Writer(Protocol):
    """Writes a file from the results of its units."""

    def write(self, result: bytes, /) -> object:
        """Append what a cleaner gave; units come in order."""

    def close(self) -> None:
        """Write what is left. The file itself stays open."""

    def abort(self) -> None:
        """Write nothing more: the file is given up."""


class Format(Protocol):
    """A file format: how it is cut into units and who reads them."""

    def units(self, stream: Stream) -> Iterator[Unit]:
        """The units of a file, read from its beginning.

        Raises:
            ArchiveError: it is no such file at all.
        """

    def fields(self, unit: Unit, asked: Fields) -> Fields:
        """Which fields to use, by the records of ``unit``; as ``asked`` where these do not tell.

        Raises:
            ArchiveError: the file can have no such field.
        """

    def cleaner(self, unit: Unit, fields: Fields) -> Cleaner:
        """What works on ``unit``."""

    def writer(self, path: str, file: BinaryIO) -> Writer:
        """What writes the cleaned form of the file ``path``."""
