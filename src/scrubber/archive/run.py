"""A run over archives: jobs and where their outputs go in, outputs and an account of all rows out.

The state of the run lies beside its output, so that a run that was killed goes on where it was.
"""

from __future__ import annotations

import os
import shutil
from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING

from scrubber.archive.entries import identity
from scrubber.archive.jobs import Reader, lack_of_text
from scrubber.archive.manifest import ADVICE, FileDone, Manifest, UnitDone
from scrubber.archive.model import ArchiveError, Tally
from scrubber.archive.work import CleanUnit, JoinParts, do, has_parts
from scrubber.files.errors import sentence
from scrubber.files.pool import Pool
from scrubber.files.worker import Lost, Task

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.archive.entries import Entry, Options
    from scrubber.archive.progress import Progress
    from scrubber.archive.state import State


class ArchiveRun:
    """Cleans archives to their outputs; a second run goes on where the first one stopped."""

    def __init__(
        self,
        entries: list[Entry],
        state: State,
        options: Options,
        progress: Progress,
    ) -> None:
        """Take up the run, or begin it.

        Raises:
            ArchiveError: the inputs or settings are others than when it began.
        """
        self.entries, self.options, self._state = entries, options, state
        self.errors = 0
        self.tally = Tally()
        """Of the archives that are done."""
        self.live = Tally()
        """Of the units that are done, for who watches; so are the findings by rule."""
        self.live_codes: Counter[str] = Counter()
        self.bytes_read = 0
        self._finished = 0
        self._progress = progress
        self._pool = Pool(do, options.jobs, options.limit, tick=lambda: progress.tick(self))
        self._reading: Reader | None = None
        self._said: set[str] = set()
        self._left: dict[str, int] = {}
        """How many units of each output are not done, of those that were begun."""
        self._read: dict[str, int] = {}
        """How many rows each output's source has, once it is read to its end."""
        self._manifest = Manifest(state.folder)
        self._begin()

    def _begin(self) -> None:
        if path := self._manifest.missing(entry.name for entry in self.entries):
            raise ArchiveError(f"{path}: is no input any more, as when the run began; {ADVICE}")
        for entry in self.entries:
            try:
                self._manifest.begin(entry.name, identity(entry, self.options))
            except OSError:  # said when it is read
                continue
            except ArchiveError as error:
                raise ArchiveError(f"{entry.job.path}: {error}") from error

    def run(self) -> None:
        """Do all that is not done.

        Raises:
            OSError: a result cannot be written, so there is no use in going on.
        """
        with closing(self._manifest), closing(self._pool):
            for task, result in self._pool.results(self._tasks()):
                if isinstance(result, Lost):
                    self._lose(task, result)
                elif isinstance(result, UnitDone):
                    self._take_unit(task.work, result)
                else:
                    self._take_file(task.work, result)

    def drain(self) -> None:
        """Begin nothing more."""
        self._pool.draining = True

    @property
    def is_draining(self) -> bool:
        """Whether it was told to begin nothing more."""
        return self._pool.draining

    @property
    def is_unfinished(self) -> bool:
        """Whether it was stopped before its end."""
        return self._finished < len(self.entries)

    @property
    def left_nothing(self) -> bool:
        """Whether there is nothing that another run could go on with."""
        return self._manifest.is_empty

    @property
    def position(self) -> int:
        """How many bytes of all inputs were read."""
        return self.bytes_read + (self._reading.position if self._reading else 0)

    def _tasks(self) -> Iterator[Task]:
        number = 0
        for entry in self.entries:
            if self._is_done(entry):
                continue
            for work in self._units(entry):
                yield Task(number, work)
                number += 1
            if self._is_ready(entry.name):
                yield Task(number, self._join(entry))
                number += 1

    def _is_done(self, entry: Entry) -> bool:
        done = self._manifest.files.get(entry.name)
        if done is None:
            return False
        try:
            if os.path.getsize(entry.target) == done.size:
                self._count(done)
                self.live = self.live.plus(done.tally)
                self.bytes_read += os.path.getsize(entry.job.path)
                return True
        except OSError:
            pass
        self._manifest.forget(entry.name)
        return False

    def _units(self, entry: Entry) -> Iterator[CleanUnit]:
        """The units of an archive that are not done yet."""
        self._reading = reader = Reader(entry.job)
        done, folder = self._manifest.units.get(entry.name, {}), self._state.parts(entry.name)
        rows = 0
        self._left[entry.name] = 0
        try:
            for piece in reader:
                rows += piece.unit.records
                if piece.fields.text is not None:
                    self._say_choice(reader)
                known = done.get(piece.unit.number)
                if known is not None and has_parts(folder, piece.unit.number, known):
                    self.live = self.live.plus(known.tally)
                    continue
                self._left[entry.name] += 1
                yield CleanUnit(entry.name, piece, folder, entry.compression, self.options.findings)
        except (ArchiveError, OSError) as error:
            self._fail(sentence(entry.job.path, error))
        else:
            self._read[entry.name] = rows
            self._say_choice(reader)
        finally:
            self.bytes_read += reader.position
            self._reading = None

    def _say_choice(self, reader: Reader) -> None:
        """Say which field was chosen, once for all archives that have it."""
        if reader.choice and reader.choice not in self._said:
            self._said.add(reader.choice)
            self._progress.note(f"{reader.job.path}: {reader.choice}")

    def _is_ready(self, name: str) -> bool:
        """Whether all units of an output are done and none is to come."""
        return name in self._read and self._left.get(name) == 0

    def _join(self, entry: Entry) -> JoinParts:
        self._left[entry.name] = -1  # once only
        units = self._manifest.units.get(entry.name, {})
        return JoinParts(
            entry.name,
            entry.job,
            entry.target,
            self._state.parts(entry.name),
            entry.compression,
            tuple(units[number] for number in sorted(units)),
            self._state.kept(entry.name),
        )

    def _take_unit(self, work: CleanUnit, done: UnitDone) -> None:
        self._manifest.unit(work.name, work.piece.unit.number, done)
        self._left[work.name] -= 1
        self.live = self.live.plus(done.tally)
        self.live_codes.update(done.codes)
        if self._is_ready(work.name):
            entry = next(entry for entry in self.entries if entry.name == work.name)
            self._pool.also(Task(-1 - len(self._read), self._join(entry)))

    def _take_file(self, work: JoinParts, done: FileDone) -> None:
        self._manifest.file(work.name, done)
        shutil.rmtree(work.folder, ignore_errors=True)
        self._count(done)
        if lack := lack_of_text(work.job, done.tally):
            self._progress.note(f"{work.job.path}: {lack}")
        rows = self._read[work.name]
        if rows != done.tally.rows or not done.tally.balances:
            self.errors += 1
            self._progress.say(
                f"{work.job.path}: the rows do not add up: {rows} read, {done.tally.rows} "
                "accounted for; please report it"
            )

    def _count(self, done: FileDone) -> None:
        self._finished += 1
        self.tally = self.tally.plus(done.tally)

    def _lose(self, task: Task, lost: Lost) -> None:
        """Give up an archive of which a unit could not be done."""
        job = task.work.piece.job if isinstance(task.work, CleanUnit) else task.work.job
        self._left[task.work.name] = -1
        self._fail(f"{job.path}: {lost.why}; the file was left out")

    def _fail(self, message: str) -> None:
        self._finished += 1
        self.errors += 1
        self._progress.say(message)
