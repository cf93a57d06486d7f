"""An archive, and what of it goes, in; the articles that stay, and those that go, out."""

from __future__ import annotations

import contextlib
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from scrubber.archive.compressions import compress
from scrubber.archive.dedupe.plan import digest_of
from scrubber.archive.dedupe.records import is_compared, pieces_of
from scrubber.archive.jobs import Reader, format_for, job_of, writing
from scrubber.archive.model import ArchiveError, Dead
from scrubber.files.write import chunks_of, replacing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import ExitStack

    from scrubber.archive.dedupe.fit import Fit
    from scrubber.archive.jobs import Job, Piece
    from scrubber.archive.model import Record
    from scrubber.archive.protocols import Writer
    from scrubber.files.plan import Plan
    from scrubber.files.source import Source


class Split(NamedTuple):
    """How many articles stayed and went."""

    stay: int
    go: int


class Applier:
    """Applies a plan to the sources that it was made of.

    Args:
        sources: what the articles are read from.
        reading: how they are read.
        fit: which of their records go.
        complain: takes a sentence on each record that cannot be read; it stays.
    """

    def __init__(
        self, sources: Sequence[Source], reading: Plan, fit: Fit, complain: Callable[[str], None]
    ) -> None:
        self._sources, self._reading = sources, reading
        self._complain = complain
        self._changed, self._going = fit.changed(), fit.going()
        self._next = next(self._going, None)
        self._places = count()
        self._stay = self._go = 0

    def write(self, targets: Sequence[Path], removed: Sequence[Path] | None) -> Split:
        """Write what stays of each source to its target, and what goes to that in ``removed``.

        Raises:
            ArchiveError, OSError: a source cannot be read, or a target not be written.
        """
        for number, source in enumerate(self._sources):
            goes_to = removed[number] if removed and number in self._changed else None
            if self._reading.is_archive(source):
                self._split(source, targets[number], goes_to)
            else:
                self._take(source, targets[number], goes_to, goes=number in self._changed)
        return Split(self._stay, self._go)

    def _take(self, source: Source, target: Path, removed: Path | None, *, goes: bool) -> None:
        """Write a file that is an article to where it belongs."""
        if self._next is not None and next(self._places) == self._next.place:
            self._next = next(self._going, None)
        self._stay, self._go = self._stay + (not goes), self._go + goes
        place = removed if goes else target
        if place is not None:
            _copy(source.path, place)

    def _split(self, source: Source, target: Path, removed: Path | None) -> None:
        job = job_of(source, self._reading)
        with contextlib.ExitStack() as stack:
            stays = _open(stack, job, target)
            goes_to = None if removed is None else _open(stack, job, removed)
            self._split_records(source, job, stays, goes_to)

    def _split_records(
        self, source: Source, job: Job, stays: Writer, goes_to: Writer | None
    ) -> None:
        compression = "" if job.format == "warc" else job.compression
        for piece, cleaner, records in pieces_of(Reader(job)):
            if piece.unit.refused:
                raise ArchiveError(f"at line {piece.unit.first}: {piece.unit.refused}")
            gone = {record.row for record in records if self._goes(record)}
            self._go += len(gone)
            self._stay += len(records) - len(gone)
            for record in records:
                if isinstance(record, Dead):
                    self._complain(f"{source.path}:{record.row}: {record.error}; it stays")
                    cleaner.keep_raw(record)
                elif record.row not in gone:
                    cleaner.keep(record, None)
            stays.write(compress(cleaner.result(), compression))
            if goes_to is not None:
                goes_to.write(compress(_only(piece, gone), compression))

    def _goes(self, record: Record | Dead) -> bool:
        """Whether a record goes; to be asked of each one, in their order."""
        if isinstance(record, Dead) or not is_compared(record):
            return False
        if self._next is None or next(self._places) < self._next.place:
            return False
        if self._next.text != digest_of(record.text or "").encode():
            raise ArchiveError("changed while it was read")
        self._next = next(self._going, None)
        return True


def _only(piece: Piece, rows: set[int]) -> bytes:
    """A unit of an archive with some of its rows alone."""
    cleaner = format_for(piece.job).cleaner(piece.unit, piece.fields)
    for record in cleaner.records():
        if not isinstance(record, Dead) and record.row in rows:
            cleaner.keep(record, None)
    return cleaner.result()


def _copy(path: str, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with replacing(target) as file:
        file.writelines(chunks_of(Path(path)))


def _open(stack: ExitStack, job: Job, target: Path) -> Writer:
    target.parent.mkdir(parents=True, exist_ok=True)
    return stack.enter_context(writing(job, stack.enter_context(replacing(target))))
