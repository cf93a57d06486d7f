"""Tables of whole numbers: rows in, the statements of this package's SQL files run over them.

DuckDB runs them where it is installed, else SQLite; the statements are the same, and so are the
results.
"""

from __future__ import annotations

import os
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BATCH = 1 << 16
_MEMORY = 512 << 20
"""Bytes that tables may use where nothing is said: beyond them they go to disk."""


class Store(Protocol):
    """A database of one run."""

    def fill(self, table: str, columns: str, rows: Iterable[tuple[int, ...]]) -> None:
        """Add ``rows`` to ``table``, made if it is not there, of ``columns`` parted by blanks."""

    def run(self, name: str) -> None:
        """Run the statements of a file."""

    def rows(self, query: str) -> Iterator[Any]:
        """The rows of one query."""

    def close(self) -> None:
        """Give up what was stored."""


def open_store(folder: str, memory: int | None = None, engine: str | None = None) -> Store:
    """A store that keeps its files in ``folder``.

    Args:
        folder: an empty folder.
        memory: how many bytes it may use; None: half a gigabyte.
        engine: ``duckdb`` or ``sqlite``; None: DuckDB if it can be used.
    """
    if engine != "sqlite":
        try:
            return _DuckDB(folder, memory)
        except ImportError:
            if engine:
                raise
    return _SQLite(folder, memory)


@cache
def statements(name: str) -> tuple[str, ...]:
    """The statements of a file of this package, without its comments."""
    text = files(__package__).joinpath("sql", f"{name}.sql").read_text("utf-8")
    bare = "\n".join(line for line in text.splitlines() if not line.startswith("--"))
    return tuple(part.strip() for part in bare.split(";") if part.strip())


class _SQLite:
    def __init__(self, folder: str, memory: int | None) -> None:
        import sqlite3

        self._base = sqlite3.connect(os.path.join(folder, "tables.db"), isolation_level=None)
        kilobytes = (memory or _MEMORY) >> 11
        for pragma in (
            f"cache_size = -{kilobytes}",
            "journal_mode = OFF",
            "synchronous = OFF",
            "temp_store = FILE",
        ):
            self._base.execute(f"PRAGMA {pragma}")

    def fill(self, table: str, columns: str, rows: Iterable[tuple[int, ...]]) -> None:
        names = columns.split()
        typed = ", ".join(f"{name} BIGINT" for name in names)
        self._base.execute(f"CREATE TABLE IF NOT EXISTS {table} ({typed})")
        marks = ", ".join("?" * len(names))
        self._base.execute("BEGIN")
        self._base.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
        self._base.execute("COMMIT")

    def run(self, name: str) -> None:
        for statement in statements(name):
            self._base.execute(statement)

    def rows(self, query: str) -> Iterator[Any]:
        yield from self._base.execute(query)

    def close(self) -> None:
        self._base.close()


class _DuckDB:
    def __init__(self, folder: str, memory: int | None) -> None:
        import duckdb
        import pyarrow as pa

        self._arrow: Any = pa
        self._base: Any = duckdb.connect(os.path.join(folder, "tables.duckdb"))
        self._base.execute("SET threads = 1")
        quoted = folder.replace("'", "''")
        self._base.execute(f"SET temp_directory = '{quoted}'")
        self._base.execute(f"SET memory_limit = '{(memory or _MEMORY) >> 20}MB'")

    def fill(self, table: str, columns: str, rows: Iterable[tuple[int, ...]]) -> None:
        names = columns.split()
        typed = ", ".join(f"{name} BIGINT" for name in names)
        self._base.execute(f"CREATE TABLE IF NOT EXISTS {table} ({typed})")
        rest = iter(rows)
        while batch := list(islice(rest, _BATCH)):
            columns_of = [
                self._arrow.array(column, self._arrow.int64())
                for column in zip(*batch, strict=True)
            ]
            self._base.register("batch", self._arrow.table(columns_of, names=names))
            self._base.execute(f"INSERT INTO {table} SELECT * FROM batch")
            self._base.unregister("batch")

    def run(self, name: str) -> None:
        for statement in statements(name):
            self._base.execute(statement)

    def rows(self, query: str) -> Iterator[Any]:
        cursor = self._base.cursor().execute(query)
        while batch := cursor.fetchmany(_BATCH):
            yield from batch

    def close(self) -> None:
        self._base.close()
