"""Sources in, their articles with ids and dates out, one by one; what cannot be read is said."""

from __future__ import annotations

import re
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from scrubber.archive.jobs import Reader, format_for, job_of
from scrubber.archive.model import ArchiveError, Dead
from scrubber.dedupe.model import Article
from scrubber.files.errors import sentence
from scrubber.files.source import read_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from scrubber.archive.jobs import Piece
    from scrubber.archive.model import Record
    from scrubber.files.plan import Plan
    from scrubber.files.source import Source

DATES = (
    "date", "published", "published_at", "publish_date", "date_publish", "datePublished", "pubDate"
)  # fmt: skip
"""Names under which scrapers keep the date of an article."""


def articles_of(
    sources: Iterable[Source],
    plan: Plan,
    complain: Callable[[str], None],
    note: Callable[[str], None] = lambda _: None,
) -> Iterator[Article]:
    """The articles of all sources.

    Args:
        sources: files of records, and files that are an article each.
        plan: how they are read.
        complain: takes a sentence on each record and file that cannot be read.
        note: takes one on records that are left out for another reason.
    """
    sources = list(sources)
    several = sum(map(plan.is_archive, sources)) > 1
    for source in sources:
        try:
            if plan.is_archive(source):
                place = source.place if several else ""
                yield from _records(source, plan, (complain, note), place)
            else:
                yield article_of(source, plan)
        except (ArchiveError, OSError, ValueError) as error:
            complain(sentence(source.path, error))


def pieces_of(reader: Reader) -> Iterator[tuple[Piece, Any, list[Record | Dead]]]:
    """The units of an archive, each with its cleaner and its records."""
    for piece in reader:
        unit = piece.unit
        cleaner = format_for(piece.job).cleaner(unit, piece.fields)
        if unit.refused:
            dead = Dead(unit.first, unit.offset, str(unit.first), unit.refused, unit.data)
            yield piece, cleaner, [dead]
        else:
            yield piece, cleaner, list(cleaner.records())


def _records(
    source: Source, plan: Plan, say: tuple[Callable[[str], None], Callable[[str], None]], place: str
) -> Iterator[Article]:
    """The articles of one file of records; an id that is the row's number gets its ``place``."""
    job = job_of(source, plan)
    reader = Reader(job._replace(asked=job.asked._replace(dates=DATES)))
    complain, note = say
    textless = others = 0
    for _, _, records in pieces_of(reader):
        for record in records:
            if isinstance(record, Dead):
                complain(f"{source.path}:{record.row}: {record.error}; it was not compared")
            elif not is_compared(record):
                textless += 1
            else:
                others += 1
                yield Article(name_of(record, place), record.text or "", _date_of(record))
    if textless and not others:
        complain(f"{source.path}: no record holds a text; name its field with --text-field")
    elif textless:
        note(f"{source.path}: {textless:,} without text; they stay and are not compared")


def is_compared(record: Record) -> bool:
    """Whether a record has a text."""
    return bool(record.text and not record.text.isspace())


def name_of(record: Record, place: str) -> str:
    """The id of a record; where it has none, its row, behind ``place`` if there are more files."""
    return f"{place}:{record.row}" if place and record.id == str(record.row) else record.id


def _date_of(record: Record) -> str:
    if isinstance(record.value, dict):  # the headers of a page
        return str(record.value.get("warc-date", ""))
    return record.date


def article_of(source: Source, plan: Plan) -> Article:
    """One file that is an article."""
    from scrubber.formats import format_of

    reading = plan.for_source(source)[1]
    kind = format_of(source.name, reading.input_format)
    text = _text_of(read_source(source)[0], kind, reading.encoding)
    head = ""
    if kind == "markdown":
        from scrubber.blocks.markdown.mask import front_matter_end

        end = front_matter_end(text)
        head, text = text[:end], text[end:]
    date = _dated().search(head)
    return Article(id_of(source), text, date[1] if date else "")


def id_of(source: Source) -> str:
    """The id of a file that is an article."""
    return PurePath(source.place).as_posix()


def _text_of(data: bytes, kind: str, encoding: str | None) -> str:
    from scrubber.decode import decode

    text = decode(data, encoding, kind)[0]
    if kind == "html":
        from scrubber.blocks.html.visible import html_to_text

        return html_to_text(text)
    return text


@cache
def _dated() -> re.Pattern[str]:
    return re.compile(r"(?m)^date\s*[:=]\s*['\"]?([0-9][^'\"\n]*)")
