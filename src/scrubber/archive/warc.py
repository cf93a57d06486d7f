"""WARC and WET: responses and conversions in, a row of JSON with the text of each out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO

from scrubber.archive.domains import domain_of
from scrubber.archive.http import content_of
from scrubber.archive.jsonl import as_line
from scrubber.archive.model import UNIT_BYTES, Dead, Fields, Record, RecordError, Unit
from scrubber.archive.units import PlainWriter
from scrubber.archive.warcfile import WarcRecord, warc_records
from scrubber.decode import DecodeError, decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.archive.streams import Stream

_TAKEN = ("response", "conversion")
_PAGES = ("text/html", "application/xhtml+xml")


class Warc:
    """The format: gathers records into units."""

    def units(self, stream: Stream) -> Iterator[Unit]:
        """The units of a file, without the records that hold no content."""
        number, size = 0, 0
        waiting: list[WarcRecord] = []
        for record in warc_records(stream):
            if not record.error and record.headers.get("warc-type") not in _TAKEN:
                continue
            waiting.append(record)
            size += len(record.body)
            if size >= UNIT_BYTES:
                yield _unit(number, waiting)
                number, size, waiting = number + 1, 0, []
        if waiting:
            yield _unit(number, waiting)

    def fields(self, unit: Unit, asked: Fields) -> Fields:
        """The one field that rows have."""
        del unit
        return asked._replace(text="text")

    def cleaner(self, unit: Unit, fields: Fields) -> _Pages:
        """What works on ``unit``."""
        del fields
        return _Pages(unit)

    def writer(self, path: str, file: BinaryIO) -> PlainWriter:
        """What writes rows of JSON."""
        del path
        return PlainWriter(file)


def _unit(number: int, records: list[WarcRecord]) -> Unit:
    first = records[0]
    return Unit(number, first.number, first.offset, records, len(records))


class _Pages:
    """Reads the text of one unit's records and writes a row for each."""

    def __init__(self, unit: Unit) -> None:
        self._records: list[WarcRecord] = unit.data
        self._out: list[bytes] = []

    def records(self) -> Iterator[Record | Dead]:
        """Each record; what is no text has none."""
        for record in self._records:
            number, offset, headers, body, error = record
            name = headers.get("warc-record-id", "").strip("<>") or str(number)
            try:
                if error:
                    raise RecordError(error)
                text = _text_of(record)
            except RecordError as why:
                yield Dead(number, offset, name, str(why), body)
            else:
                site = domain_of(_address(headers))
                yield Record(number, offset, body, headers, text, name, site)

    def keep(self, record: Record, text: str | None) -> None:
        """Write a row with ``text``, else with the text as it was."""
        headers: dict[str, str] = record.value
        row = {
            "id": record.id,
            "url": _address(headers) or None,
            "date": headers.get("warc-date"),
            "text": record.text if text is None else text,
        }
        self._out.append(as_line(row))

    def keep_raw(self, dead: Dead) -> None:
        """There is no row to write."""

    def result(self) -> bytes:
        """The rows."""
        return b"".join(self._out)


def _address(headers: dict[str, str]) -> str:
    return headers.get("warc-target-uri", "").strip("<>")


def _text_of(record: WarcRecord) -> str | None:
    if record.headers.get("warc-type") == "conversion":
        return _decoded(record.body, None)
    kind, charset, data = content_of(record.body)
    if kind in _PAGES:
        from scrubber.blocks.html.visible import html_to_text

        return html_to_text(_decoded(data, charset or _declared(data)))
    return _decoded(data, charset) if kind == "text/plain" else None


def _decoded(data: bytes, charset: str | None) -> str:
    """Text by its own evidence; where that says it is no UTF-8, by what is declared."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        pass
    if charset is not None:
        # browsers read latin-1 so, too (WHATWG Encoding Standard)
        name = "cp1252" if charset.lower() in ("iso-8859-1", "latin1", "us-ascii") else charset
        try:
            return decode(data, name)[0]
        except (DecodeError, ValueError, LookupError):
            pass
    try:
        return decode(data)[0]
    except DecodeError as error:
        raise RecordError("is no text, or in an encoding that cannot be told") from error


def _declared(page: bytes) -> str | None:
    """The charset that a page declares in its head."""
    match = re.search(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)""", page[:2048], re.IGNORECASE)
    return match[1].decode() if match else None
