"""Files of an archive in, the articles in them as learning sees them out, from many processes."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from scrubber.archive.jobs import Reader, format_for, job_of
from scrubber.archive.model import TIME_LIMIT, Dead
from scrubber.blocks import read
from scrubber.decode import decode
from scrubber.engine import run
from scrubber.files.errors import sentence
from scrubber.files.run import MANY, processors
from scrubber.files.sites import site_of
from scrubber.files.source import read_source
from scrubber.formats import format_of
from scrubber.learn.pages import Page, page_of
from scrubber.model import Origin, ProofError
from scrubber.newlines import read_newlines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from scrubber.archive.jobs import Piece
    from scrubber.files.plan import Plan
    from scrubber.files.source import Source
    from scrubber.model import Document
    from scrubber.settings import Settings


class Read(NamedTuple):
    """What was read: articles, and a sentence for each that could not be."""

    pages: tuple[Page, ...] = ()
    errors: tuple[str, ...] = ()


def read_files(sources: Sequence[Source], plan: Plan) -> Iterator[Read]:
    """The articles of ``sources``, each a file of one; their ids are their places."""
    jobs = plan.jobs or (processors() if len(sources) >= MANY else 1)
    work = partial(_read_file, plan=plan)
    if jobs == 1 or len(sources) < 2:
        yield from map(work, sources)
        return
    from scrubber.files.ordered import map_ordered

    yield from map_ordered(work, sources, jobs, _lost)


def _lost(source: Source, why: str) -> Read:
    return Read(errors=(f"{source.path}: {why}",))


def _read_file(source: Source, plan: Plan) -> Read:
    try:
        settings, reading = plan.for_source(source)
        source_format = format_of(source.name, reading.input_format)
        data, _ = read_source(source)
        text, origin = decode(data, reading.encoding, source_format)
        if source_format == "html" and reading.to == "text":
            from scrubber.blocks.html.visible import html_to_text

            text, source_format = html_to_text(text), "text"
        document = _cleaned(read(text, source_format, origin), settings)
    except (OSError, ValueError, RecursionError, MemoryError) as error:
        return Read(errors=(sentence(source.path, error),))
    site = settings.site or site_of(source)
    return Read((page_of(site, source.place, document),))


def _cleaned(document: Document, settings: Settings) -> Document:
    """The document as rules of structure meet it; what fails its proof, as it is."""
    try:
        return run(document, settings)[0]
    except ProofError:
        return document


def read_records(source: Source, plan: Plan) -> Iterator[Read]:
    """The articles in a file of records, by unit.

    Raises:
        ArchiveError: it is no archive of its format.
        OSError: it cannot be read.
    """
    job = job_of(source, plan)
    reader = Reader(job._replace(asked=job.asked._replace(by_site=job.settings.site is None)))
    work = partial(_read_piece, source=source)
    jobs = plan.jobs or processors()
    if jobs == 1:
        for piece in reader:
            yield work(piece, {}, lambda _: None)
        return
    from scrubber.files.pool import Pool
    from scrubber.files.worker import Lost, Task

    with closing(Pool(work, jobs, TIME_LIMIT, ahead=4 * jobs)) as pool:
        for _, result in pool.results(Task(number, piece) for number, piece in enumerate(reader)):
            if isinstance(result, Lost):
                yield Read(errors=(f"{source.path}: {result.why}",))
            else:
                yield result


def _read_piece(
    piece: Piece, condemned: Mapping[int, str], begin: Callable[[int], None], source: Source
) -> Read:
    job, unit, fields = piece
    if unit.refused:
        return Read(errors=(f"{source.path}:{unit.first}: {unit.refused}",))
    pages, errors = [], []
    for number, record in enumerate(format_for(job).cleaner(unit, fields).records()):
        begin(number)
        if isinstance(record, Dead):
            errors.append(f"{source.path}:{record.row}: {record.error}")
        elif number in condemned:
            errors.append(f"{source.path}:{record.row}: {condemned[number]}")
        elif record.text is not None:
            document = read(read_newlines(record.text)[0], "text", Origin())
            document = _cleaned(document, job.settings)
            site = record.site or job.settings.site or site_of(source)
            pages.append(page_of(site, record.id, document))
    return Read(tuple(pages), tuple(errors))
