"""Parquet files opened, and written again: a file and what became of its rows in, it anew out."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, BinaryIO

from scrubber.archive.compressions import missing
from scrubber.archive.model import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterator

_GROUP_BYTES = 32 << 20
"""Row groups end at this size, or where those of the source end."""


def library() -> Any:
    """The library, with what reads and writes files.

    Raises:
        ArchiveError: it is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.compute
        import pyarrow.parquet
    except ImportError:
        raise ArchiveError(missing("pyarrow")) from None
    return pa


def open_file(source: str | BinaryIO) -> Any:
    """A Parquet file, read page by page.

    Raises:
        ArchiveError: it is none.
    """
    with faults("is no Parquet file, or cut off"):
        return library().parquet.ParquetFile(source, buffer_size=1 << 16, pre_buffer=False)


@contextmanager
def faults(what: str) -> Iterator[None]:
    """What the library finds wrong with a file is an ``ArchiveError``; faults of the disk stay."""
    try:
        yield
    except (library().ArrowException, OSError) as error:
        if isinstance(error, OSError) and error.errno:
            raise
        said = str(error).partition("\n")[0].rstrip(".")[:120]
        raise ArchiveError(f"{what} ({said})") from error


class ParquetWriter:
    """Writes the rows of a file again, some with another text, some left out."""

    def __init__(self, path: str, file: BinaryIO) -> None:
        self._pyarrow = library()
        self._file = open_file(path)
        self._schema = self._file.schema_arrow
        self._batches = self._file.iter_batches(1024, use_threads=False)
        self._rest: Any = None
        self._ends = _group_ends(self._file.metadata)
        self._row = 0
        self._waiting: list[Any] = []
        self._writer = self._pyarrow.parquet.ParquetWriter(
            file, self._schema, compression=_compression(self._file.metadata), version="2.6"
        )

    def write(self, result: bytes, /) -> None:
        """Append the next rows, as what cleaned them says.

        Raises:
            ArchiveError: the source is damaged.
        """
        with faults(f"cannot be read behind row {self._row}"):
            self._write(result)

    def _write(self, result: bytes) -> None:
        said = json.loads(result)
        texts = {int(number): text for number, text in said["texts"].items()}
        for start, rows in self._take(said["rows"]):
            count = rows.num_rows
            here = {n - start: text for n, text in texts.items() if 0 <= n - start < count}
            if here:
                rows = self._replace(rows, said["column"], here)
            dead = [n - start for n in said["dead"] if 0 <= n - start < count]
            if dead:
                rows = self._without(rows, dead)
            self._append(rows, count)

    def _take(self, count: int) -> Iterator[tuple[int, Any]]:
        """The next ``count`` rows of the source, in pieces, with where each begins among them."""
        start = 0
        while start < count:
            if self._rest is None or not self._rest.num_rows:
                self._rest = next(self._batches)
            until = min(count - start, self._rest.num_rows, self._ends[0] - self._row)
            piece, self._rest = self._rest.slice(0, until), self._rest.slice(until)
            yield start, self._pyarrow.Table.from_batches([piece])
            start += until

    def _append(self, rows: Any, read: int) -> None:
        """Keep rows until they make a row group."""
        self._waiting.append(rows)
        self._row += read
        if self._row == self._ends[0]:
            self._ends.pop(0)
            self._flush()
        elif sum(table.nbytes for table in self._waiting) >= _GROUP_BYTES:
            self._flush()

    def _flush(self) -> None:
        table = self._pyarrow.concat_tables(self._waiting)
        self._waiting.clear()
        if table.num_rows:
            self._writer.write_table(table, row_group_size=table.num_rows)

    def _without(self, rows: Any, dead: list[int]) -> Any:
        """The rows but for some; by slices, which every type allows."""
        starts, ends = [0, *(n + 1 for n in dead)], [*dead, rows.num_rows]
        pieces = [rows.slice(a, b - a) for a, b in zip(starts, ends, strict=True)]
        return self._pyarrow.concat_tables(pieces)

    def _replace(self, rows: Any, name: str, texts: dict[int, str]) -> Any:
        """The rows with other texts in the column ``name``; dots lead into structs."""
        root, *parts = name.split(".")
        index = rows.schema.get_field_index(root)
        column = self._changed(rows.column(index).combine_chunks(), parts, texts)
        return rows.set_column(index, rows.schema.field(index), column)

    def _changed(self, column: Any, parts: list[str], texts: dict[int, str]) -> Any:
        if not parts:
            return self._with_texts(column, texts)
        children = [column.field(n) for n in range(column.type.num_fields)]
        index = column.type.get_field_index(parts[0])
        children[index] = self._changed(children[index], parts[1:], texts)
        fields = [column.type.field(n) for n in range(column.type.num_fields)]
        return self._pyarrow.StructArray.from_arrays(children, fields=fields, mask=column.is_null())

    def _with_texts(self, column: Any, texts: dict[int, str]) -> Any:
        """A column of texts with others in some places; its other values may be no UTF-8."""
        pa, kind = self._pyarrow, column.type
        if pa.types.is_dictionary(kind):
            column = column.dictionary_decode()
        values = column.cast(pa.large_binary()).to_pylist()
        for number, text in texts.items():
            values[number] = text.encode()
        new = pa.array(values, type=pa.large_binary()).cast(column.type, safe=False)
        return new.dictionary_encode().cast(kind) if pa.types.is_dictionary(kind) else new

    def abort(self) -> None:
        """Write nothing more."""
        self._writer.is_open = False

    def close(self) -> None:
        """Write what is left, and the end of the file."""
        if self._waiting:
            self._flush()
        self._writer.close()


def _group_ends(metadata: Any) -> list[int]:
    """The rows behind which the row groups of a file end."""
    ends: list[int] = []
    row = 0
    for number in range(metadata.num_row_groups):
        row += metadata.row_group(number).num_rows
        if not ends or row > ends[-1]:
            ends.append(row)
    return ends


def _compression(metadata: Any) -> dict[str, str] | str:
    """How each column is compressed."""
    if not metadata.num_row_groups:
        return "snappy"
    group = metadata.row_group(0)
    columns = [group.column(number) for number in range(group.num_columns)]
    names = {"UNCOMPRESSED": "NONE"}
    return {
        column.path_in_schema: names.get(column.compression, column.compression)
        for column in columns
    }
