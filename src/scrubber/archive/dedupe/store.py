"""Rows of numbers and bytes in; tables, and what this package's SQL files make of them, out."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np

from scrubber.archive.dedupe.engines import ROWS, Columns, engine_for
from scrubber.archive.dedupe.plan import PlanError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from scrubber.archive.dedupe.engines import Engine
    from scrubber.dedupe.tokens import Numbers


class Store:
    """A database of one run.

    Args:
        base: the engine that holds it.
        folder: where that keeps its files.

    What it is asked for raises OSError where the disk is full, and PlanError where the memory that
    it may use does not do.
    """

    def __init__(self, base: Engine, folder: str) -> None:
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

        def hand_over() -> None:
            self._insert(table, shape, list(zip(*waiting, strict=True)))
            waiting.clear()

        def add(row: tuple[Any, ...]) -> None:
            waiting.append(row)
            if len(waiting) == ROWS:
                hand_over()

        yield add
        if waiting:
            hand_over()

    @contextmanager
    def adding_arrays(self, table: str, columns: str) -> Iterator[Callable[..., None]]:
        """What adds arrays of numbers, a column each, to ``table``; see ``fill``."""
        shape = self._made(table, columns)
        waiting: list[tuple[Numbers, ...]] = []

        def hand_over() -> None:
            self._insert(
                table, shape, [np.concatenate(some) for some in zip(*waiting, strict=True)]
            )
            waiting.clear()

        def add(*arrays: Numbers) -> None:
            waiting.append(arrays)
            if sum(len(some[0]) for some in waiting) >= ROWS:
                hand_over()

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
        with self.adding(table, columns) as add:
            for row in rows:
                add(row)

    def _made(self, table: str, columns: str) -> Columns:
        """Make a table if it is not there."""
        parts = [part.partition(":") for part in columns.split()]
        shape = Columns(
            tuple(name for name, _, _ in parts), tuple(kind or "BIGINT" for _, _, kind in parts)
        )
        self._execute(f"CREATE TABLE IF NOT EXISTS {table} ({shape.typed})")
        return shape

    def _insert(self, table: str, columns: Columns, values: Sequence[Sequence[Any]]) -> None:
        with self._faults():
            self._base.insert(table, columns, values)

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
    return Store(engine_for(folder, memory, engine), folder)


@cache
def statements(name: str) -> tuple[str, ...]:
    """The statements of a file of this package, without its comments.

    What MIN and the like give is cast in them where it is joined by: for SQLite it has no type, and
    columns of two types are compared one by one.
    """
    text = files(__package__).joinpath("sql", f"{name}.sql").read_text("utf-8")
    bare = "\n".join(line for line in text.splitlines() if not line.startswith("--"))
    return tuple(part.strip() for part in bare.split(";") if part.strip())
