"""An archive cleaned in order: a job in, what became of each unit out, and a file written anew."""

from __future__ import annotations

import os
from collections import Counter
from contextlib import closing
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from scrubber.archive.compressions import compress
from scrubber.archive.jobs import format_for, writing
from scrubber.archive.kernel import Produced, Wish, clean_unit
from scrubber.archive.model import TIME_LIMIT, ArchiveError
from scrubber.files.journal import Change
from scrubber.files.run import processors
from scrubber.files.watch import overdue
from scrubber.files.write import chunks_of, replacing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from scrubber.archive.jobs import Piece, Reader
    from scrubber.files.journal import Journal

KEPT = Wish(keep_dead=True)
"""To write a whole file: a record that cannot be cleaned stays as it is."""


def clean_piece(
    piece: Piece,
    condemned: Mapping[int, str],
    begin: Callable[[int], None],
    wish: Wish,
) -> Produced:
    """Clean one unit of an archive; what it writes is compressed as the archive is."""
    handler, settings = format_for(piece.job), piece.job.settings
    wish = wish._replace(as_text=piece.job.as_text)
    produced = clean_unit(handler, piece.unit, piece.fields, settings, wish, condemned, begin)
    compression = "" if piece.job.format == "warc" else piece.job.compression
    return produced._replace(out=compress(produced.out, compression))


def flow(
    reader: Reader, wish: Wish, jobs: int | None = 1, limit: float = TIME_LIMIT
) -> Iterator[Produced]:
    """What became of each unit, in order.

    Args:
        reader: what to clean.
        wish: what is needed of each unit.
        jobs: the number of processes; None: one for each processor. One unit needs none.
        limit: seconds that one record may take.

    Raises:
        ArchiveError: it is no archive of its format, or breaks off where that cannot be kept.
        OSError: it cannot be read.
    """
    pieces = _whole(reader) if wish.out else iter(reader)
    jobs = jobs or processors()
    first = list(islice(pieces, 2)) if jobs > 1 else []
    if len(first) < 2:
        for piece in chain(first, pieces):
            yield _clean_within(limit, piece, wish)
    else:
        yield from _by_processes(chain(first, pieces), wish, jobs, limit)


def _clean_within(limit: float, piece: Piece, wish: Wish) -> Produced:
    """Clean one unit here; without the records that take longer than ``limit``."""
    from scrubber.files.alarm import Overdue, within

    condemned: dict[int, str] = {}
    at = -1
    while True:
        try:
            with within(limit) as begin_anew:

                def begin(record: int, begin_anew: Callable[[], object] = begin_anew) -> None:
                    nonlocal at
                    at = record
                    begin_anew()

                return clean_piece(piece, condemned, begin, wish)
        except Overdue:
            if at in condemned:  # reading it is enough
                raise ArchiveError(f"at line {piece.unit.first}: {overdue(limit)}") from None
            condemned[at] = overdue(limit)


def _whole(reader: Reader) -> Iterator[Piece]:
    """The pieces of an archive that can be kept as a whole."""
    for piece in reader:
        row, refused = piece.unit.first, piece.unit.refused
        if refused:
            raise ArchiveError(f"at line {row}: {refused}; write it with -o")
        yield piece


def _by_processes(
    pieces: Iterator[Piece], wish: Wish, jobs: int, limit: float
) -> Iterator[Produced]:
    from scrubber.files.pool import Pool
    from scrubber.files.worker import Lost

    work = partial(clean_piece, wish=wish)
    with closing(Pool(work, jobs, limit, ahead=4 * jobs)) as pool:
        for piece, result in pool.in_order(pieces):
            if isinstance(result, Lost):
                raise ArchiveError(f"at line {piece.unit.first}: {result.why}")
            yield result


def clean_to(
    reader: Reader,
    out: BinaryIO,
    jobs: int | None,
    take: Callable[[Reader, Produced], None],
    limit: float = TIME_LIMIT,
) -> None:
    """Write the cleaned records of ``reader`` to ``out``.

    What is compressed is written as it is if nothing in it changed.

    Raises:
        ArchiveError: it cannot be read to its end.
        OSError: it cannot be read or written.
    """
    import shutil
    import tempfile

    job = reader.job
    if job.format == "warc" or (not job.compression and job.format != "parquet"):
        _write(reader, out, jobs, take, limit)
        return
    with tempfile.TemporaryFile() as file:
        if _write(reader, file, jobs, take, limit) or job.path == "-":
            file.seek(0)
            shutil.copyfileobj(file, out)
        else:
            for chunk in chunks_of(Path(job.path)):
                out.write(chunk)


def _write(
    reader: Reader,
    file: BinaryIO,
    jobs: int | None,
    take: Callable[[Reader, Produced], None],
    limit: float,
) -> bool:
    """Write the cleaned records of ``reader`` to ``file``; whether any changed."""
    changed = False
    with writing(reader.job, file) as writer:
        for produced in flow(reader, KEPT._replace(found=True), jobs, limit):
            take(reader, produced)
            writer.write(produced.out)
            changed = changed or produced.tally.cleaned > 0
    return changed


def clean_in_place(
    reader: Reader,
    path: Path,
    jobs: int | None,
    journal: Journal | None,
    take: Callable[[Reader, Produced], None],
    limit: float = TIME_LIMIT,
) -> None:
    """Write the cleaned records of ``reader`` over the file it reads, if any changed.

    Args:
        reader: what to clean.
        path: the file it is read from.
        jobs: the number of processes, as for ``flow``.
        journal: keeps the old bytes first.
        take: sees what became of each unit.
        limit: seconds that one record may take.

    Raises:
        ArchiveError: it cannot be read to its end.
        OSError, JournalError: it could not be read, kept or written. As with any other error, it
            has its old content.
    """
    fixes = Counter[str]()

    def count(reader: Reader, produced: Produced) -> None:
        take(reader, produced)
        fixes.update(f.code for one in produced.found for f in one.findings if f.fixed)

    if reader.job.format == "warc":
        raise ArchiveError("is only read; write its text with -o")
    with replacing(path, expected=os.stat(path)) as file:
        if not _write(reader, file, jobs, count, limit):
            file.close()
        elif journal is not None:
            file.flush()
            journal.keep([Change(path, chunks_of(Path(file.name)), fixes)])
