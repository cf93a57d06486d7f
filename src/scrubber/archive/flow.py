"""An archive cleaned in order: a job in, what became of each unit out, and a file written anew."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from scrubber.archive.jobs import format_for
from scrubber.archive.kernel import Produced, Wish, clean_unit
from scrubber.archive.model import ArchiveError
from scrubber.archive.streams import compress
from scrubber.files.journal import blocks
from scrubber.files.write import replacing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from scrubber.archive.jobs import Piece, Reader
    from scrubber.files.journal import Journal

KEPT = Wish(keep_dead=True)
"""To write a whole file: a record that cannot be cleaned stays as it is."""


def clean_piece(piece: Piece, wish: Wish) -> Produced:
    """Clean one unit of an archive; what it writes is compressed as the archive is."""
    handler = format_for(piece.job)
    produced = clean_unit(handler, piece.unit, piece.fields, piece.job.settings, wish)
    return produced._replace(out=compress(produced.out, piece.job.compression))


def flow(reader: Reader, wish: Wish) -> Iterator[Produced]:
    """What became of each unit, in order.

    Raises:
        ArchiveError: it is no archive of its format, or breaks off where that cannot be kept.
        OSError: it cannot be read.
    """
    for piece in reader:
        if piece.unit.refused and wish.out:
            raise ArchiveError(
                f"at line {piece.unit.first}: {piece.unit.refused}; write it with -o"
            )
        yield clean_piece(piece, wish)


def clean_in_place(
    reader: Reader, path: Path, journal: Journal | None, take: Callable[[Reader, Produced], None]
) -> None:
    """Write the cleaned records of ``reader`` over the file it reads, if any changed.

    Args:
        reader: what to clean.
        path: the file it is read from.
        journal: keeps the old bytes first.
        take: sees what became of each unit.

    Raises:
        ArchiveError: it cannot be read to its end.
        OSError, JournalError: it could not be read, kept or written. As with any other error, it
            has its old content.
    """
    fixes, changed = Counter[str](), False
    with replacing(path, expected=os.stat(path)) as file:
        writer = format_for(reader.job).writer(reader.job.path, file)
        for produced in flow(reader, KEPT._replace(found=True)):
            take(reader, produced)
            writer.write(produced.out)
            changed = changed or produced.tally.cleaned > 0
            fixes.update(f.code for one in produced.found for f in one.findings if f.fixed)
        writer.close()
        if not changed:
            file.close()
        elif journal is not None:
            file.flush()
            journal.keep(path, blocks(Path(file.name)), fixes)
