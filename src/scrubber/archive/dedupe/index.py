"""Articles that stay, kept for later runs: their sketches and texts in a folder, and back."""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections import Counter
from contextlib import closing, suppress
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from scrubber.archive.dedupe.plan import PlanError, digest_of
from scrubber.archive.dedupe.spool import decoded, encoded
from scrubber.dedupe.model import LONGEST_SKETCH, SKETCH, SKETCH_SHARE, Article
from scrubber.dedupe.shingles import HASH_BITS, WHOLE
from scrubber.dedupe.tokens import HASH
from scrubber.files.write import TEMPORARY_SUFFIX

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrubber.archive.dedupe.store import Store

FORMAT = f"3 {HASH}-{HASH_BITS} {SKETCH}/{SKETCH_SHARE}/{LONGEST_SKETCH}"
"""What an index was made with; another cannot be compared."""
LARGEST_GROUP = 32
"""Where more articles share a shingle, only the first and the last are looked at."""
_FILE = "index.db"
_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE entry (
  number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE, date TEXT, digest TEXT, text BLOB
);
CREATE TABLE posting (shingle INTEGER, number INTEGER, PRIMARY KEY (shingle, number)) WITHOUT ROWID;
CREATE TABLE furniture (mark INTEGER PRIMARY KEY);
"""


class Kept(NamedTuple):
    """One article that is kept, and its sketch."""

    article: Article
    sketch: Sequence[int]


class Index:
    """An index that is there.

    Raises:
        PlanError: there is none, or one of another format.
    """

    def __init__(self, folder: str) -> None:
        self.folder = folder
        path = os.path.join(folder, _FILE)
        if not os.path.isfile(path):
            raise PlanError(f"{folder}: is no index; make one with --index {folder}")
        self._base = sqlite3.connect(path)
        try:
            (found,) = self._base.execute("SELECT value FROM meta WHERE name = 'format'").fetchone()
        except (sqlite3.DatabaseError, TypeError):
            found = "unknown"
        if found != FORMAT:
            self._base.close()
            raise PlanError(
                f"{folder}: is an index of format {found!r}, this version reads {FORMAT!r}; "
                f"build it again: scrubber dedupe ARCHIVE... --plan PLAN --index {folder}"
            )

    def furniture(self) -> set[int]:
        """The keys of the paragraphs that are known as furniture."""
        return {mark for (mark,) in self._base.execute("SELECT mark FROM furniture")}

    def text_of(self, name: str) -> str | None:
        """The text of the article with this id."""
        row = self._base.execute("SELECT text FROM entry WHERE id = ?", (name,)).fetchone()
        return None if row is None else _unpacked(row[0])

    def candidates(self, store: Store) -> Iterator[Article]:
        """The articles that share enough with some of a run, in the order of their ids.

        Args:
            store: of the run, has the tables ``sketch`` and ``named``; articles that are named in
                it are not looked for.
        """
        store.fill("near", "number id:BLOB", self._near(store))
        store.run("indexed")
        for (number,) in store.rows("SELECT number FROM indexed ORDER BY id"):
            name, text, date = self._base.execute(
                "SELECT id, text, date FROM entry WHERE number = ?", (number,)
            ).fetchone()
            yield Article(name, _unpacked(text), date)

    def _near(self, store: Store) -> Iterator[tuple[int, bytes]]:
        """For each article of a run the entries that share enough with it."""
        rows = store.rows("SELECT article, shingle FROM sketch ORDER BY article, shingle")
        for _, sketch in groupby(rows, itemgetter(0)):
            shared: Counter[int] = Counter()
            for _, value in sketch:
                numbers = self._group(value)
                weight = 2 if len(numbers) < 3 or value >= WHOLE else 1
                for number in numbers:
                    shared[number] += weight
            for number in (number for number, weight in shared.items() if weight >= 2):
                find = "SELECT id FROM entry WHERE number = ?"
                for (name,) in self._base.execute(find, (number,)):
                    yield number, encoded(name)

    def _group(self, value: int) -> list[int]:
        find = "SELECT number FROM posting WHERE shingle = ? ORDER BY number LIMIT ?"
        numbers = [n for (n,) in self._base.execute(find, (value, LARGEST_GROUP + 1))]
        if len(numbers) > LARGEST_GROUP:
            last = "SELECT MAX(number) FROM posting WHERE shingle = ?"
            return [numbers[0], *self._base.execute(last, (value,)).fetchone()]
        return numbers

    def add(self, kept: Iterable[Kept], furniture: Iterable[int]) -> None:
        """Add articles, all or none; one whose id is there takes its place."""
        with self._base:
            _insert(self._base, kept, furniture)

    def close(self) -> None:
        """Close it."""
        self._base.close()


def build(folder: str, kept: Iterable[Kept], furniture: Iterable[int]) -> None:
    """Make an index anew; one that was there is replaced once the new one is whole.

    Raises:
        OSError: it cannot be written.
    """
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, _FILE)
    new = path + TEMPORARY_SUFFIX
    _remove(new)  # of a run that was killed
    try:
        with closing(sqlite3.connect(new)) as base:
            base.executescript(_TABLES)
            with base:
                base.execute("INSERT INTO meta VALUES ('format', ?)", (FORMAT,))
                _insert(base, kept, furniture)
        os.replace(new, path)
    except BaseException:
        _remove(new)
        with suppress(OSError):  # it is not empty
            os.rmdir(folder)
        raise


def _remove(path: str) -> None:
    """Remove a database and its journal, where they are."""
    for left in (path, f"{path}-journal"):
        with suppress(FileNotFoundError):
            os.remove(left)


def _insert(base: sqlite3.Connection, kept: Iterable[Kept], furniture: Iterable[int]) -> None:
    base.executemany("INSERT OR IGNORE INTO furniture VALUES (?)", ((mark,) for mark in furniture))
    for (name, text, date), sketch in kept:
        digest = digest_of(text)
        old = base.execute("SELECT digest FROM entry WHERE id = ?", (name,)).fetchone()
        if old == (digest,):
            continue
        base.execute("DELETE FROM entry WHERE id = ?", (name,))
        packed = zlib.compress(encoded(text), 1)
        number = base.execute(
            "INSERT INTO entry (id, date, digest, text) VALUES (?, ?, ?, ?)",
            (name, date, digest, packed),
        ).lastrowid
        base.executemany(
            "INSERT OR IGNORE INTO posting VALUES (?, ?)", ((value, number) for value in sketch)
        )


def _unpacked(data: bytes) -> str:
    return decoded(zlib.decompress(data))
