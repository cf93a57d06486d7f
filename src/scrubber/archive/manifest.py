"""The account of a run over archives: what is done, line by line on disk; only it counts.

A line is appended and flushed to disk once what it tells of is on disk. A line that a crash cut
off is no line.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, NamedTuple

from scrubber import __version__
from scrubber.archive.jsonl import as_line
from scrubber.archive.model import ArchiveError, Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

ADVICE = "put that back, or start anew with --new-run"
_NAME = "manifest.jsonl"
_HEAD = {"manifest": 1, "scrubber": __version__}


class UnitDone(NamedTuple):
    """One unit that was cleaned, its results on disk."""

    tally: Tally
    sizes: tuple[int, int, int]
    """Bytes of its output, its dead letters, its findings."""
    codes: Mapping[str, int]
    """How many findings there are of each rule."""


class FileDone(NamedTuple):
    """One file whose output stands in its place."""

    tally: Tally
    codes: Mapping[str, int]
    size: int
    """Bytes of the output."""
    found: str = ""
    """The findings, of a single file."""


class Manifest:
    """What a run has done so far, by the names of its outputs."""

    def __init__(self, folder: str) -> None:
        """Read the manifest in ``folder``, or begin one.

        Raises:
            ArchiveError: another version wrote it.
            OSError: it cannot be read or written.
        """
        self._path = os.path.join(folder, _NAME)
        self.sources: dict[str, dict[str, Any]] = {}
        """What each output is made from, and how."""
        self.units: dict[str, dict[int, UnitDone]] = {}
        self.files: dict[str, FileDone] = {}
        self._load()
        self._file = open(self._path, "ab")  # noqa: SIM115 - open as long as the run

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def begin(self, name: str, source: dict[str, Any]) -> None:
        """Note what the output ``name`` is made from, and how.

        Raises:
            ArchiveError: it was begun from something else; the message says what differs.
        """
        known = self.sources.get(name)
        if known is None or not self._has_begun(name):
            if known != source:
                self._append({"file": name, "source": source})
                self.sources[name] = source
            return
        for key in {**known, **source}:
            if known.get(key) != source.get(key):
                raise ArchiveError(_difference(key, known.get(key), source.get(key)))

    def missing(self, names: Iterable[str]) -> str | None:
        """The path of an input that something was made from and that ``names`` leave out."""
        for name in self.sources.keys() - set(names):
            if self._has_begun(name):
                return str(self.sources[name]["path"])
        return None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is done."""
        return not self.units and not self.files

    def _has_begun(self, name: str) -> bool:
        return name in self.units or name in self.files

    def unit(self, name: str, number: int, done: UnitDone) -> None:
        """Note that a unit is done."""
        self._append({"unit": number, "file": name, **done._asdict()})
        self.units.setdefault(name, {})[number] = done

    def file(self, name: str, done: FileDone) -> None:
        """Note that an output stands in its place."""
        self._append({"done": name, **done._asdict()})
        self.files[name] = done
        self.units.pop(name, None)

    def whole(self, name: str, source: dict[str, Any], done: FileDone) -> None:
        """Note that an output was made at one go from ``source``; for the next run alone."""
        self._write({"file": name, "source": source}, {"done": name, **done._asdict()})
        self._file.flush()

    def forget(self, name: str) -> None:
        """Do an output again from its beginning: it is gone, or not as it was written."""
        self._append({"again": name})
        self.files.pop(name, None)
        self.units.pop(name, None)

    def _write(self, *lines: dict[str, Any]) -> None:
        self._file.write(b"".join(map(as_line, lines)))

    def _append(self, line: dict[str, Any]) -> None:
        self._write(line)
        self._file.flush()
        os.fsync(self._file.fileno())

    def _load(self) -> None:
        lines = list(self._lines())
        if not lines:
            with open(self._path, "wb") as file:
                file.write(as_line(_HEAD))
            return
        if lines[0] != _HEAD:
            version = lines[0].get("scrubber", "another program")
            began = f"scrubber {version} began this run, this is {__version__}"
            raise ArchiveError(f"{began}; {ADVICE}")
        for line in lines[1:]:
            self._take(line)

    def _lines(self) -> Iterator[dict[str, Any]]:
        """The whole lines; what a crash left behind them is cut off."""
        whole = 0
        try:
            with open(self._path, "rb+") as file:
                for line in file:
                    if not line.endswith(b"\n"):
                        break
                    whole += len(line)
                    yield json.loads(line)
                file.truncate(whole)
        except FileNotFoundError:
            return
        except ValueError as error:
            raise ArchiveError(f"{self._path} is damaged; start anew with --new-run") from error

    def _take(self, line: dict[str, Any]) -> None:
        if "source" in line:
            self.sources[line["file"]] = line["source"]
        elif "unit" in line:
            done = UnitDone(Tally(*line["tally"]), tuple(line["sizes"]), line["codes"])
            self.units.setdefault(line["file"], {})[line["unit"]] = done
        elif "done" in line:
            name = line["done"]
            self.files[name] = FileDone(
                Tally(*line["tally"]), line["codes"], line["size"], line.get("found", "")
            )
            self.units.pop(name, None)
        elif "again" in line:
            self.files.pop(line["again"], None)
            self.units.pop(line["again"], None)


def _difference(key: str, before: object, now: object) -> str:
    if key in ("size", "modified", "path"):
        what = "date" if key == "modified" else key
        return f"it changed since the run began (its {what}); {ADVICE}"
    return f"the run began with {key} {_shown(before)}, not {_shown(now)}; {ADVICE}"


def _shown(value: object) -> str:
    return json.dumps(value, ensure_ascii=False) if value not in (None, []) else "not given"
