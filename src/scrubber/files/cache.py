"""What was found in contents seen before: a file's content in, its findings out, or nothing.

The cache is a table in the user's cache folder. Its keys are digests of the content, the settings
and the code that looks at it. It is a convenience: whatever is wrong with it is no error.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import time
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

from scrubber import __version__
from scrubber.files.folders import cache_folder
from scrubber.model import Finding, Safety

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

_TABLE = """create table if not exists
    seen (key blob primary key, day integer, changed integer, findings text)"""
_LOOK_UP = "select day, changed, findings from seen where key = ?"
_CORRUPT = (1, 11, 26)
"""Codes of SQLite for a table that is not ours, a damaged file, and one that is no database; other
errors pass: it is locked, read-only, or the disk is full."""
_FRESH_DAYS = 30
"""An entry that is older is written anew when it is used, so that it is kept."""
_KEPT_DAYS = 90
_LOCKED_SECONDS = 0.2


class Known(NamedTuple):
    """What a content led to."""

    changed: bool
    findings: tuple[Finding, ...]
    is_old: bool = False
    """Whether it should be kept anew, so as not to be forgotten."""


class Cache:
    """What contents led to. Of those that need a fix it knows what is wrong, not the result."""

    def __init__(self, *, content: bool, path: str | None = None) -> None:
        """With ``content`` the result is asked for, so that only unchanged ones are known."""
        self._content = content
        self._path = path or os.path.join(cache_folder(), "seen-1.sqlite")
        self._code = _code_digest()
        self._reading: sqlite3.Connection | None = None
        self._usable = True

    def __getstate__(self) -> dict[str, Any]:
        """All but the connection, which no other process can use."""
        return {**self.__dict__, "_reading": None}

    def key(self, content: bytes, *settings: object) -> bytes:
        """What stands for ``content`` under ``settings``, values with a telling ``repr``."""
        return blake2b(content, key=_settings_digest(self._code, settings), digest_size=20).digest()

    def get(self, key: bytes) -> Known | None:
        """What ``key`` led to, where that is known."""
        if not self._usable:
            return None
        try:
            if self._reading is None:
                self._reading = _connect(f"file:{_quoted(self._path)}?mode=ro")
            rows = self._reading.execute(_LOOK_UP, (key,))
            row = rows.fetchone()
            if row is None or (row[1] and self._content):
                return None
            return Known(bool(row[1]), findings_of(row[2]), row[0] + _FRESH_DAYS < _today())
        except Exception:  # locked, corrupt, gone: as if it were empty
            self._usable = False
            return None

    def put(self, entries: Iterable[tuple[bytes, Known]]) -> None:
        """Keep what each key led to."""
        import sqlite3

        today = _today()
        rows = [(key, today, known.changed, as_text(known.findings)) for key, known in entries]
        try:
            os.makedirs(os.path.dirname(self._path), exist_ok=True)
            connection = _connect(f"file:{_quoted(self._path)}")
            try:
                with connection:
                    connection.execute(_TABLE)
                    connection.execute("delete from seen where day < ?", (today - _KEPT_DAYS,))
                    connection.executemany("insert or replace into seen values (?, ?, ?, ?)", rows)
            finally:
                connection.close()
        except OSError:
            return
        except sqlite3.Error as error:
            if error.sqlite_errorcode in _CORRUPT:  # the next run begins anew
                with contextlib.suppress(OSError):
                    os.unlink(self._path)


def _connect(uri: str) -> sqlite3.Connection:
    import sqlite3

    return sqlite3.connect(uri, timeout=_LOCKED_SECONDS, uri=True)


def _quoted(path: str) -> str:
    from urllib.parse import quote

    return quote(os.fsencode(path))


def _today() -> int:
    return int(time.time()) // (24 * 3600)


def as_text(findings: tuple[Finding, ...]) -> str:
    """The findings as ``findings_of`` reads them."""
    if not findings:
        return ""
    return json.dumps([{**f._asdict(), "safety": f.safety.value} for f in findings])


def findings_of(text: str) -> tuple[Finding, ...]:
    """The findings that ``as_text`` wrote."""
    rows = json.loads(text) if text else ()
    typed = ({**row, "safety": Safety(row["safety"]), "plan": tuple(row["plan"])} for row in rows)
    return tuple(Finding(**row) for row in typed)


def settings_digest(*settings: object) -> bytes:
    """Stands for ``settings``, values with a telling ``repr``, and the code that follows them."""
    return _settings_digest(_code_digest(), settings)


@cache
def _settings_digest(code: str, settings: tuple[object, ...]) -> bytes:
    return blake2b(f"{code}\n{settings!r}".encode("utf-8", "surrogatepass")).digest()


@cache
def _code_digest() -> str:
    """Stands for this version, its code, and the versions of Python and of all that it uses."""
    import click

    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    parts = [__version__, sys.version]
    with contextlib.suppress(OSError):  # within an archive there are no files to look at
        parts += sorted(_stamps(package))
        # whatever is installed or updated is renamed into this folder
        parts.append(str(os.stat(os.path.dirname(os.path.dirname(click.__file__))).st_mtime_ns))
    return blake2b("\n".join(parts).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def _stamps(folder: str) -> Iterable[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _stamps(entry.path)
            else:
                stat = entry.stat()
                yield f"{entry.path} {stat.st_size} {stat.st_mtime_ns}"
