"""Tables of numbers and bytes: rows in, the statements of this package's SQL files run over them.

DuckDB runs them where it is installed, else SQLite; the statements are the same, and so are the
results. Both keep no more of their tables in memory than they may, the rest on disk.
"""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from scrubber.archive.dedupe.plan import PlanError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_BATCH = 1 << 14
"""Rows that are handed over at once."""
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


class _Base(Protocol):
    """What an engine does."""

    def execute(self, statement: str) -> object: ...
    def insert(self, table: str, columns: Columns, rows: list[tuple[Any, ...]]) -> None: ...
    def rows(self, query: str) -> Iterator[Any]: ...
    def close(self) -> None: ...


class Store:
    """A database of one run.

    Args:
        base: the engine that holds it.
        folder: where that keeps its files.

    What it is asked for raises OSError where the disk is full, and PlanError where the memory that
    it may use does not do.
    """

    def __init__(self, base: _Base, folder: str) -> None:
        self._base, self._folder = base, folder

    @contextmanager
    def _faults(self) -> Iterator[None]:
        """Engines name what happens to them each in its own way."""
        try:
            yield
        except Exception as error:
            said = f"{type(error).__name__}: {error}".lower()
            if "no space left" in said or "disk is full" in said:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), self._folder) from error
            if "outofmemory" in said:
                raise PlanError("the tables need more memory; allow it with --memory") from error
            raise

    @contextmanager
    def adding(self, table: str, columns: str) -> Iterator[Callable[[tuple[Any, ...]], None]]:
        """What adds a row to ``table``; see ``fill``."""
        shape = self._made(table, columns)
        waiting: list[tuple[Any, ...]] = []

        def add(row: tuple[Any, ...]) -> None:
            waiting.append(row)
            if len(waiting) == _BATCH:
                hand_over()

        def hand_over() -> None:
            self._insert(table, shape, waiting)
            waiting.clear()

        yield add
        if waiting:
            hand_over()

    def fill(self, table: str, columns: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Add ``rows`` to ``table``, made if it is not there.

        Args:
            table: its name.
            columns: names parted by blanks; ``:BLOB`` behind one says it holds bytes, no number.
            rows: a value for each column.
        """
        shape, rest = self._made(table, columns), iter(rows)
        while batch := list(islice(rest, _BATCH)):
            self._insert(table, shape, batch)

    def _made(self, table: str, columns: str) -> Columns:
        """Make a table if it is not there."""
        parts = [part.partition(":") for part in columns.split()]
        shape = Columns(
            tuple(name for name, _, _ in parts), tuple(kind or "BIGINT" for _, _, kind in parts)
        )
        self._execute(f"CREATE TABLE IF NOT EXISTS {table} ({shape.typed})")
        return shape

    def _insert(self, table: str, columns: Columns, rows: list[tuple[Any, ...]]) -> None:
        with self._faults():
            self._base.insert(table, columns, rows)

    def run(self, name: str) -> None:
        """Run the statements of a file."""
        for statement in statements(name):
            self._execute(statement)

    def _execute(self, statement: str) -> None:
        with self._faults():
            self._base.execute(statement)

    def rows(self, query: str) -> Iterator[Any]:
        """The rows of one query, read as they are asked for."""
        with self._faults():
            yield from self._base.rows(query)

    def count(self, name: str) -> int:
        """The one number that the query of a file gives."""
        (query,) = statements(name)
        ((number,),) = self.rows(query)
        return int(number)

    def close(self) -> None:
        """Give up what was stored."""
        self._base.close()


def open_store(folder: str, memory: int | None = None, engine: str | None = None) -> Store:
    """A store that keeps its files in ``folder``.

    Args:
        folder: has no store yet.
        memory: how many bytes it may use; None: 384 megabytes.
        engine: ``duckdb`` or ``sqlite``; None: DuckDB if it can be used.
    """
    if engine != "sqlite":
        try:
            return Store(_DuckDB(folder, memory or _MEMORY), folder)
        except ImportError:
            if engine:
                raise
    return Store(_SQLite(folder, memory or _MEMORY), folder)


@cache
def statements(name: str) -> tuple[str, ...]:
    """The statements of a file of this package, without its comments.

    What MIN and the like give is cast in them where it is joined by: for SQLite it has no type, and
    columns of two types are compared one by one.
    """
    text = files(__package__).joinpath("sql", f"{name}.sql").read_text("utf-8")
    bare = "\n".join(line for line in text.splitlines() if not line.startswith("--"))
    return tuple(part.strip() for part in bare.split(";") if part.strip())


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

    def insert(self, table: str, columns: Columns, rows: list[tuple[Any, ...]]) -> None:
        marks = ", ".join("?" * len(columns.names))
        self._base.execute("BEGIN")
        self._base.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
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

    def insert(self, table: str, columns: Columns, rows: list[tuple[Any, ...]]) -> None:
        arrays = [
            self._arrow.array(column, self._types[kind])
            for column, kind in zip(zip(*rows, strict=True), columns.types, strict=True)
        ]
        self._base.register("batch", self._arrow.table(arrays, names=columns.names))
        self._base.execute(f"INSERT INTO {table} SELECT * FROM batch")
        self._base.unregister("batch")

    def rows(self, query: str) -> Iterator[Any]:
        cursor = self._base.cursor().execute(query)
        while batch := cursor.fetchmany(_BATCH):
            yield from batch

    def close(self) -> None:
        self._base.close()
