"""What a process does for a run over archives: units cleaned to parts, parts joined to a file."""

from __future__ import annotations

import errno
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from scrubber.archive.compressions import compress
from scrubber.archive.jobs import format_for, writing
from scrubber.archive.kernel import Wish, clean_unit
from scrubber.archive.letters import finding_line, letter_line
from scrubber.archive.manifest import FileDone, UnitDone
from scrubber.archive.model import ArchiveError, Tally
from scrubber.files.errors import sentence
from scrubber.files.worker import Lost
from scrubber.files.write import chunks_of, replacing, write_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from scrubber.archive.jobs import Job, Piece
    from scrubber.archive.kernel import Produced

_FATAL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""After these there is no use in going on with other files."""
KINDS = ("out", "dead", "found")
"""What a unit leaves: its output, its dead letters, its findings."""


def do(work: Any, condemned: dict[int, str], begin: Callable[[int], None]) -> Any:
    """Do a unit or a join, in a process of the pool."""
    try:
        return work.do(condemned, begin)
    except ArchiveError as error:
        return Lost(str(error))


class CleanUnit(NamedTuple):
    """Clean one unit of an archive into parts."""

    name: str
    """Of the output it is for."""
    piece: Piece
    folder: str
    """Where the parts of the output lie."""
    compression: str
    findings: bool
    """Whether findings are kept."""

    def do(self, condemned: dict[int, str], begin: Callable[[int], None]) -> UnitDone:
        """Write the parts; what the manifest says of them."""
        job, unit, fields = self.piece
        handler, wish = format_for(job), Wish(found=self.findings, as_text=job.as_text)
        produced = clean_unit(handler, unit, fields, job.settings, wish, condemned, begin)
        contents = (
            compress(produced.out, self.compression) if produced.out else b"",
            b"".join(letter_line(job.path, dead) for dead in produced.dead),
            b"".join(self._finding_lines(produced)),
        )
        os.makedirs(self.folder, exist_ok=True)
        for kind, content in zip(KINDS, contents, strict=True):
            if content:
                write_file(Path(part(self.folder, unit.number, kind)), content)
        sizes = (len(contents[0]), len(contents[1]), len(contents[2]))
        return UnitDone(produced.tally, sizes, dict(produced.codes))

    def _finding_lines(self, produced: Produced) -> Iterator[bytes]:
        for found in produced.found:
            place = {"path": self.piece.job.path, "row": found.row, "id": found.id}
            for finding in found.findings:
                yield finding_line(place, finding)


class JoinParts(NamedTuple):
    """Join the parts of an archive into its output."""

    name: str
    job: Job
    target: str
    folder: str
    compression: str
    units: tuple[UnitDone, ...]
    kept: tuple[str, str]
    """Where its dead letters and its findings go."""

    def do(self, condemned: dict[int, str], begin: Callable[[int], None]) -> FileDone:
        """Write the output; what the manifest says of it.

        An archive in which nothing changed is copied byte for byte.
        """
        del condemned, begin
        try:
            return self._done()
        except OSError as error:
            if error.errno in _FATAL:
                raise
            raise ArchiveError(sentence(self.target, error)) from error

    def _done(self) -> FileDone:
        for path, kind in zip(self.kept, KINDS[1:], strict=True):
            self._join(path, kind)
        tally = Tally()
        codes: Counter[str] = Counter()
        for unit in self.units:
            tally = tally.plus(unit.tally)
            codes.update(unit.codes)
        os.makedirs(os.path.dirname(self.target) or os.curdir, exist_ok=True)
        if self._is_copy(tally):
            with replacing(Path(self.target)) as file:
                file.writelines(chunks_of(Path(self.job.path)))
        else:
            self._write()
        return FileDone(tally, codes, os.path.getsize(self.target))

    def _is_copy(self, tally: Tally) -> bool:
        job = self.job
        same = (self.compression, None) == (job.compression, job.encoding)
        return same and job.format != "warc" and not tally.cleaned and not tally.dead

    def _write(self) -> None:
        with replacing(Path(self.target)) as file, writing(self.job, file) as writer:
            written = [writer.write(path.read_bytes()) for path in self._parts(KINDS[0])]
            if not written:
                writer.write(compress(b"", self.compression))

    def _join(self, target: str, kind: str) -> None:
        """Join the parts of a kind that stay beside the output, if there are any."""
        parts = list(self._parts(kind))
        if parts:
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with replacing(Path(target)) as file:
                for path in parts:
                    file.writelines(chunks_of(path))

    def _parts(self, kind: str) -> Iterator[Path]:
        place = KINDS.index(kind)
        for number, unit in enumerate(self.units):
            if unit.sizes[place]:
                yield Path(part(self.folder, number, kind))


def part(folder: str, number: int, kind: str) -> str:
    """Where a part of a unit lies."""
    return os.path.join(folder, f"{number:08}.{kind}")


def has_parts(folder: str, number: int, done: UnitDone) -> bool:
    """Whether the parts of a unit are there as the manifest has them."""
    for kind, size in zip(KINDS, done.sizes, strict=True):
        try:
            if size and os.path.getsize(part(folder, number, kind)) != size:
                return False
        except OSError:
            return False
    return True
