"""Parquet: rows read in batches; the same rows, types and metadata out, the text column anew."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from scrubber.archive.model import TEXT_FIELDS, UNIT_BYTES, ArchiveError, Dead, Fields, Record, Unit
from scrubber.archive.parquetfile import ParquetWriter, faults, library, open_file
from scrubber.archive.streams import NOT_PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.archive.streams import Stream

_MOST_ROWS = 4096


class _Data(NamedTuple):
    """What the cleaner of a unit works on: some columns."""

    texts: list[str | bytes | None]
    """Bytes where they are no UTF-8."""
    ids: list[Any] | None
    told: dict[str, list[Any]]
    """Columns that tell the site and the date."""


class Parquet:
    """The format: cuts files into batches of rows."""

    def __init__(self, asked: Fields) -> None:
        self._asked = self._fields = asked

    def units(self, stream: Stream) -> Iterator[Unit]:
        """The units of a file.

        Raises:
            ArchiveError: it is damaged, cut off, or has no such column.
        """
        file = open_file(stream.file())
        self._fields = self._choose(file.schema_arrow)
        fields = self._fields
        asked = dict.fromkeys((fields.text, fields.id, *fields.sites, *fields.dates))
        names = [name for name in asked if name is not None and self._has(file, name)]
        batches = file.iter_batches(_batch_rows(file), columns=names, use_threads=False)
        number, row = 0, 1
        while True:
            with faults(f"cannot be read behind row {row - 1}"):
                batch = next(batches, None)
            if batch is None:
                return
            columns = {name: _values(batch, name) for name in names}
            told = {
                name: columns[name] for name in (*fields.sites, *fields.dates) if name in columns
            }
            data = _Data(columns[names[0]], columns.get(fields.id), told)
            yield Unit(number, row, row - 1, data, batch.num_rows)
            number, row = number + 1, row + batch.num_rows

    def _has(self, file: Any, name: str) -> bool:
        return _type_at(file.schema_arrow, name) is not None

    def _choose(self, schema: Any) -> Fields:
        columns = f"its columns are {', '.join(schema.names)}"
        if self._asked.text is not None:
            found = _type_at(schema, self._asked.text)
            if found is None:
                raise ArchiveError(f"has no column {self._asked.text!r}; {columns}")
            if not _is_text(found):
                raise ArchiveError(f"the column {self._asked.text!r} holds {found}, no text")
            return self._asked
        for name in TEXT_FIELDS:
            if _is_text(_type_at(schema, name)):
                return self._asked._replace(text=name)
        raise ArchiveError(f"no column has a usual name; name one with --text-field: {columns}")

    def fields(self, unit: Unit, asked: Fields) -> Fields:
        """Those that the schema of the file told."""
        del unit, asked
        return self._fields

    def cleaner(self, unit: Unit, fields: Fields) -> _Rows:
        """What works on ``unit``."""
        return _Rows(unit, fields)

    def writer(self, path: str, file: BinaryIO) -> ParquetWriter:
        """What writes the rows of ``path`` again.

        Raises:
            ArchiveError: it is standard input, which cannot be read twice.
        """
        if path == "-":
            raise ArchiveError(NOT_PLAIN.format("from a pipe"))
        return ParquetWriter(path, file)


class _Rows:
    """Reads the rows of one unit; its result says which of them have another text or go."""

    def __init__(self, unit: Unit, fields: Fields) -> None:
        self._unit = unit
        self._column, self._fields = fields.text, fields
        self._data: _Data = unit.data
        self._texts: dict[int, str] = {}
        self._kept: set[int] = set()

    def records(self) -> Iterator[Record | Dead]:
        """Each row."""
        ids = self._data.ids
        for number, text in enumerate(self._data.texts):
            row = self._unit.first + number
            name = str(row) if ids is None or ids[number] is None else _shown(ids[number])
            if isinstance(text, bytes):
                yield Dead(row, row - 1, name, _no_utf8(text), text)
                continue
            told = {field: values[number] for field, values in self._data.told.items()}
            site, date = self._fields.site_in(told), self._fields.date_in(told)
            yield Record(row, row - 1, (text or "").encode(), number, text, name, site, date)

    def keep(self, record: Record, text: str | None) -> None:
        """Write the row, with ``text`` in place of its own."""
        self._kept.add(record.value)
        if text is not None:
            self._texts[record.value] = text.encode("utf-8", "replace").decode()

    def keep_raw(self, dead: Dead) -> None:
        """Write the row as it is."""
        self._kept.add(dead.row - self._unit.first)

    def result(self) -> bytes:
        """What ``ParquetWriter`` reads."""
        count = len(self._data.texts)
        dead = sorted({*range(count)} - self._kept)
        result = {"column": self._column, "rows": count, "texts": self._texts, "dead": dead}
        return json.dumps(result).encode()


def _batch_rows(file: Any) -> int:
    """How many rows make about a unit, by the average of the file."""
    metadata = file.metadata
    groups = range(metadata.num_row_groups)
    size: int = sum(metadata.row_group(number).total_byte_size for number in groups)
    average = max(size // max(int(metadata.num_rows), 1), 1)
    return min(max(UNIT_BYTES // average, 1), _MOST_ROWS)


def _values(batch: Any, name: str) -> list[Any]:
    """A column as Python's values; dots lead into structs."""
    root, *parts = name.split(".")
    column = batch.column(root)
    if parts:
        column = library().compute.struct_field(column, parts)
    try:
        found: list[Any] = column.to_pylist()
    except UnicodeDecodeError:  # the library does not look at texts before
        if library().types.is_dictionary(column.type):
            column = column.dictionary_decode()
        found = [_decoded(value) for value in column.cast(library().binary()).to_pylist()]
    return found


def _decoded(value: bytes | None) -> str | bytes | None:
    try:
        return value and value.decode()
    except UnicodeDecodeError:
        return value


def _no_utf8(text: bytes) -> str:
    try:
        text.decode()
    except UnicodeDecodeError as error:
        return f"is no UTF-8 at byte {error.start + 1} of its text"
    return "is no UTF-8"


def _shown(value: Any) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _type_at(schema: Any, name: str) -> Any:
    """The type of a column, None where there is none."""
    at, types = schema, library().types
    for part in name.split("."):
        index = at.get_field_index(part)
        if index < 0:
            return None
        found = at.field(index).type
        if types.is_struct(found):
            at = found
        elif part != name.rpartition(".")[2]:
            return None
    return found


def _is_text(found: Any) -> bool:
    types = library().types
    if found is not None and types.is_dictionary(found):
        found = found.value_type
    return found is not None and (
        types.is_string(found) or types.is_large_string(found) or types.is_string_view(found)
    )
