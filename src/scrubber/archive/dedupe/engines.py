"""Statements in, what they give out: DuckDB runs them where it is installed, else SQLite.

The statements are the same, and so are the results. Both keep no more of their tables in memory
than they may, the rest on disk.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROWS = 1 << 14
"""As many are handed over at once."""
_MEMORY = 384 << 20
"""Bytes that tables may use where nothing is said: beyond them they go to disk."""


class Columns(NamedTuple):
    """The columns of a table."""

    names: tuple[str, ...]
    types: tuple[str, ...]

    @property
    def typed(self) -> str:
        """As they stand in CREATE TABLE."""
        return ", ".join(map(" ".join, zip(*self, strict=True)))


class Engine(Protocol):
    """What an engine does."""

    def execute(self, statement: str) -> object:
        """Run a statement that gives no rows."""

    def insert(self, table: str, columns: Columns, values: Sequence[Sequence[Any]]) -> None:
        """Add to ``table``, whose ``columns`` have one of ``values`` each."""

    def rows(self, query: str) -> Iterator[Any]:
        """The rows of a query, read as they are asked for."""

    def close(self) -> None:
        """Give up what was stored."""


def engine_for(folder: str, memory: int | None, name: str | None) -> Engine:
    """One that keeps its files in ``folder``; see ``open_store``."""
    if name != "sqlite":
        try:
            return _DuckDB(folder, memory or _MEMORY)
        except ImportError:
            if name:
                raise
    return _SQLite(folder, memory or _MEMORY)


class _SQLite:
    def __init__(self, folder: str, memory: int) -> None:
        import sqlite3

        self._base = sqlite3.connect(os.path.join(folder, "tables.db"), isolation_level=None)
        for pragma in (
            f"cache_size = -{memory >> 11}",  # half of it, in kilobytes; sorting has the rest
            "journal_mode = OFF",
            "synchronous = OFF",
            "temp_store = FILE",
        ):
            self._base.execute(f"PRAGMA {pragma}")

    def execute(self, statement: str) -> object:
        return self._base.execute(statement)

    def insert(self, table: str, columns: Columns, values: Sequence[Sequence[Any]]) -> None:
        marks = ", ".join("?" * len(columns.names))
        plain = (some.tolist() if isinstance(some, np.ndarray) else some for some in values)
        self._base.execute("BEGIN")
        self._base.executemany(f"INSERT INTO {table} VALUES ({marks})", zip(*plain, strict=True))
        self._base.execute("COMMIT")

    def rows(self, query: str) -> Iterator[Any]:
        yield from self._base.execute(query)

    def close(self) -> None:
        self._base.close()


class _DuckDB:
    def __init__(self, folder: str, memory: int) -> None:
        import duckdb
        import pyarrow as pa

        self._arrow: Any = pa
        self._types = {"BIGINT": pa.int64(), "BLOB": pa.binary()}
        self._base: Any = duckdb.connect()  # a file would be synchronized at each statement
        quoted = folder.replace("'", "''")
        for setting in (
            "threads = 1",
            "preserve_insertion_order = false",
            f"temp_directory = '{quoted}'",
            f"memory_limit = '{memory >> 20}MB'",
        ):
            self._base.execute(f"SET {setting}")

    def execute(self, statement: str) -> object:
        return self._base.execute(statement)

    def insert(self, table: str, columns: Columns, values: Sequence[Sequence[Any]]) -> None:
        arrays = [
            self._arrow.array(column, self._types[kind])
            for column, kind in zip(values, columns.types, strict=True)
        ]
        self._base.register("batch", self._arrow.table(arrays, names=columns.names))
        self._base.execute(f"INSERT INTO {table} SELECT * FROM batch")
        self._base.unregister("batch")

    def rows(self, query: str) -> Iterator[Any]:
        cursor = self._base.cursor().execute(query)
        while batch := cursor.fetchmany(ROWS):
            yield from batch

    def close(self) -> None:
        self._base.close()
