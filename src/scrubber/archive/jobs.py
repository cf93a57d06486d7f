"""What is done with one archive: a source and the run's plan in, its units ready to clean out."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from scrubber.archive.model import Fields
from scrubber.archive.streams import Stream, open_stream
from scrubber.formats import compression_of, format_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.archive.model import Tally, Unit
    from scrubber.archive.protocols import Format, Writer
    from scrubber.files.plan import Plan
    from scrubber.files.source import Source
    from scrubber.settings import Settings


class Job(NamedTuple):
    """One archive and how it is read."""

    path: str
    format: str
    compression: str
    encoding: str | None
    settings: Settings
    asked: Fields
    """The fields that the user named."""
    as_text: bool = False
    """Whether a field that holds HTML gives its visible text."""


class Piece(NamedTuple):
    """One unit and all that is needed to clean it elsewhere."""

    job: Job
    unit: Unit
    fields: Fields


def job_of(source: Source, plan: Plan) -> Job:
    """How the archive ``source`` is read under ``plan``."""
    settings, reading = plan.for_source(source)
    return Job(
        source.path,
        format_of(source.name, reading.input_format),
        compression_of(source.name),
        reading.encoding,
        settings,
        Fields(reading.text_field, reading.id_field, reading.site_field, _by_site(plan)),
        reading.to == "text",
    )


def _by_site(plan: Plan) -> bool:
    """Whether the site of a record matters."""
    return plan.settings.profile is not None and plan.settings.site is None


def lack_of_text(job: Job, tally: Tally) -> str:
    """What to say of an archive in which nothing could be cleaned for want of a text."""
    if not tally.rows:
        return "holds no records"
    if tally.textless + tally.dead < tally.rows or not tally.textless:
        return ""
    where = f" in {job.asked.text!r}" if job.asked.text else ""
    return f"no record holds a text{where}; name its field with --text-field"


def format_for(job: Job) -> Format:
    """The reader and writer for the format of ``job``.

    Raises:
        ArchiveError: a library that it needs is not installed.
    """
    if job.format == "jsonl":
        from scrubber.archive.jsonl import JsonLines

        return JsonLines()
    if job.format in ("csv", "tsv"):
        from scrubber.archive.csv import Csv

        return Csv(job.format)
    if job.format == "parquet":
        from scrubber.archive.parquet import Parquet

        return Parquet(job.asked)
    from scrubber.archive.warc import Warc

    return Warc()


@contextmanager
def writing(job: Job, file: BinaryIO) -> Iterator[Writer]:
    """What writes the cleaned form of an archive; it is closed, or given up after an error."""
    writer = format_for(job).writer(job.path, file)
    try:
        yield writer
        writer.close()
    except BaseException:
        writer.abort()
        raise


class Reader:
    """The pieces of one archive, in order."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.fields = job.asked
        """The fields that are used, as far as they are known."""
        self._stream: Stream | None = None

    def __iter__(self) -> Iterator[Piece]:
        """Read it from the beginning.

        Raises:
            ArchiveError: it is no archive of this format.
            OSError: it cannot be read.
        """
        job, handler = self.job, format_for(self.job)
        with open_stream(job.path, job.format, job.compression, job.encoding) as self._stream:
            for unit in handler.units(self._stream):
                undecided = self.fields.text is None or not unit.number
                if undecided and not unit.refused:
                    self.fields = handler.fields(unit, self.fields)
                yield Piece(job, unit, self.fields)

    @property
    def choice(self) -> str:
        """What to say of the field that was chosen; empty where the user named it, or none was."""
        if self.job.asked.text is not None or self.job.format == "warc":
            return ""
        return f"the text is in {self.fields.text!r}" if self.fields.text else ""

    @property
    def position(self) -> int:
        """How many bytes of the file on disk were read."""
        return self._stream.position if self._stream is not None else 0
