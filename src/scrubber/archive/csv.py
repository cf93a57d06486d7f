"""CSV and TSV: records below a header in; the same records out, where only the text is new."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from scrubber.archive import csvtext
from scrubber.archive.model import TEXT_FIELDS, ArchiveError, Dead, Fields, Record, RecordError
from scrubber.archive.units import PlainWriter, Units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.archive.model import Unit
    from scrubber.archive.streams import Stream


class Header(NamedTuple):
    """The first record of a file."""

    names: tuple[str, ...]
    delimiter: str


class _Data(NamedTuple):
    """What the cleaner of a unit works on."""

    records: bytes
    header: Header
    is_first: bool
    """Whether the header is its first record."""


class Csv:
    """The format: cuts files into units of whole records."""

    def __init__(self, kind: str) -> None:
        self._delimiter = "\t" if kind == "tsv" else ""
        self._header: Header | None = None

    def units(self, stream: Stream) -> Iterator[Unit]:
        """The units of a file; the header is no record.

        Raises:
            ArchiveError: it has no header.
        """
        for unit in Units(stream, self._last_end, self._count, quote=b'"'):
            if unit.refused:
                yield unit
                continue
            first = self._header is None
            if self._header is None:
                self._header = self._read_header(unit.data)
            data = _Data(unit.data, self._header, first)
            yield unit._replace(data=data, records=unit.records - first)

    def _last_end(self, data: bytes) -> int:
        return max(csvtext.ends(data, self._mark(data)), default=0)

    def _count(self, data: bytes) -> int:
        return sum(1 for record in _records(data, self._mark(data)) if not _is_blank(record))

    def _mark(self, data: bytes) -> str:
        """The delimiter: that which gives the header a usual name, else the most fields."""
        if not self._delimiter:
            self._delimiter = max(csvtext.DELIMITERS, key=lambda mark: _likeness(data, mark))
        return self._delimiter

    def _read_header(self, data: bytes) -> Header:
        delimiter = self._mark(data)
        try:
            return Header(_names(data, delimiter), delimiter)
        except RecordError as error:
            raise ArchiveError(f"has no header: its first record {error}") from error

    def fields(self, unit: Unit, asked: Fields) -> Fields:
        """The first usual name of a column, unless one is asked for.

        Raises:
            ArchiveError: there is no such column.
        """
        names: tuple[str, ...] = unit.data.header.names
        columns = "its columns are " + ", ".join(names)
        if asked.text is not None:
            if asked.text not in names:
                raise ArchiveError(f"has no column {asked.text!r}; {columns}")
            return asked
        for name in TEXT_FIELDS:
            if name in names:
                return asked._replace(text=name)
        raise ArchiveError(f"no column has a usual name; name one with --text-field: {columns}")

    def cleaner(self, unit: Unit, fields: Fields) -> _Rows:
        """What works on ``unit``."""
        return _Rows(unit, fields)

    def writer(self, path: str, file: BinaryIO) -> PlainWriter:
        """What writes records."""
        del path
        return PlainWriter(file)


class _Rows:
    """Reads the records of one unit and writes them again."""

    def __init__(self, unit: Unit, fields: Fields) -> None:
        self._unit = unit
        self._data: _Data = unit.data
        names = self._data.header.names
        self._text = names.index(fields.text or "")
        self._id = names.index(fields.id) if fields.id in names else None
        self._fields = fields
        told = dict.fromkeys((*fields.sites, *fields.dates))
        self._told = [(name, names.index(name)) for name in told if name in names]
        self._out: list[bytes] = []

    def records(self) -> Iterator[Record | Dead]:
        """Each record; the header and blank lines are written as they are."""
        row, offset = self._unit.first, self._unit.offset
        header = self._data.is_first
        for raw in _records(self._data.records, self._data.header.delimiter):
            if header or _is_blank(raw):
                self._out.append(raw)
                header = header and _is_blank(raw)
            else:
                yield self._record(row, offset, raw)
            row += raw.count(b"\n")
            offset += len(raw)

    def _record(self, row: int, offset: int, raw: bytes) -> Record | Dead:
        names, delimiter = self._data.header
        try:
            spans = csvtext.spans(raw, delimiter)
            if len(spans) != len(names):
                count = f"has {len(spans)} fields where the header has {len(names)}"
                raise RecordError(count)
            text = csvtext.read(raw[slice(*spans[self._text])])
            name = "" if self._id is None else csvtext.read(raw[slice(*spans[self._id])])
            told = {key: csvtext.read(raw[slice(*spans[at])]) for key, at in self._told}
        except RecordError as error:
            return Dead(row, offset, str(row), str(error), raw)
        site, date = self._fields.site_in(told), self._fields.date_in(told)
        return Record(row, offset, raw, spans[self._text], text, name or str(row), site, date)

    def keep(self, record: Record, text: str | None) -> None:
        """Write the record, with ``text`` in place of its own."""
        raw = record.raw
        if text is not None:
            start, end = record.value
            new = csvtext.write(text, raw[start:end], self._data.header.delimiter)
            raw = raw[:start] + new + raw[end:]
        self._out.append(raw)

    def keep_raw(self, dead: Dead) -> None:
        """Write the record as it is."""
        self._out.append(dead.raw)

    def result(self) -> bytes:
        """The records."""
        return b"".join(self._out)


def _records(data: bytes, delimiter: str) -> Iterator[bytes]:
    at = 0
    for end in csvtext.ends(data, delimiter, final=True):
        yield data[at:end]
        at = end


def _is_blank(record: bytes) -> bool:
    return not record.strip(b"\r\n")


def _names(data: bytes, delimiter: str) -> tuple[str, ...]:
    """The fields of the first record that is not blank."""
    records = _records(data.removeprefix(codecs.BOM_UTF8), delimiter)
    record = next((record for record in records if not _is_blank(record)), b"")
    spans = csvtext.spans(record, delimiter)
    return tuple(csvtext.read(record[start:end]).strip() for start, end in spans)


def _likeness(data: bytes, delimiter: str) -> tuple[int, int]:
    """How much the first record is like a header under ``delimiter``."""
    try:
        names = _names(data, delimiter)
    except RecordError:
        return 0, 0
    return len({*TEXT_FIELDS} & {*names}), len(names)
