"""Findings that were there when checking began: a file of them in, only new findings out.

An entry is known by its fingerprint, so it holds when its line moves, and when its file does: an
entry of a file that is gone counts for any other file.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from scrubber.files.write import write_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from scrubber.files.job import Outcome
    from scrubber.files.source import Source

SCHEMA = 1


class BaselineError(Exception):
    """A baseline that cannot be used; the message is a sentence that names the file."""


class Entry(NamedTuple):
    """One finding that was accepted."""

    path: str
    """Relative to the folder of the baseline."""
    code: str
    fingerprint: str
    message: str = ""
    line: int = 0


class Baseline:
    """The entries of one file, and which of them were found again."""

    def __init__(self, path: Path) -> None:
        """Read the file.

        Raises:
            BaselineError: it is none.
        """
        self._folder = _folder(path)
        self._entries = _read(path)
        self._left = Counter((entry.path, entry.fingerprint) for entry in self._entries)
        self._moved: Counter[str] = Counter()
        for (name, fingerprint), count in self._left.items():
            if not os.path.exists(os.path.join(self._folder, name)):
                self._moved[fingerprint] += count

    def without_known(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """The outcomes without the findings that are in the baseline."""
        for outcome in outcomes:
            name = _name(outcome.source, self._folder)
            pairs = zip(outcome.findings, outcome.fingerprints, strict=True)
            new = [pair for pair in pairs if not self._strike(name, pair[1])]
            findings, fingerprints = zip(*new, strict=True) if new else ((), ())
            yield outcome._replace(findings=findings, fingerprints=fingerprints)

    def _strike(self, name: str, fingerprint: str) -> bool:
        """Whether the finding is known; each entry counts for one."""
        if self._left[name, fingerprint]:
            self._left[name, fingerprint] -= 1
            return True
        if self._moved[fingerprint]:
            self._moved[fingerprint] -= 1
            return True
        return False

    def stale(self, sources: Iterable[Source]) -> list[Entry]:
        """Entries that nothing matches any more, of files that were looked at or are gone.

        A file is gone when its folder was looked through and it is not there.
        """
        names = {_name(source, self._folder) for source in sources}
        roots = [os.path.relpath(source.root, self._folder) for source in sources if source.root]
        left, moved = self._left.copy(), self._moved.copy()
        found = []
        for entry in self._entries:
            key = (entry.path, entry.fingerprint)
            if not left[key]:
                continue
            left[key] -= 1
            if entry.path in names:
                found.append(entry)
            elif moved[entry.fingerprint] and any(_is_in(entry.path, root) for root in {*roots}):
                moved[entry.fingerprint] -= 1
                found.append(entry)
        return found


def write(path: Path, outcomes: Iterable[Outcome]) -> int:
    """Write all findings of ``outcomes`` as a baseline, a line each; how many there are.

    Raises:
        OSError: nothing was written.
    """
    folder = _folder(path)
    entries = [
        Entry(_name(o.source, folder), finding.code, fingerprint, finding.message, finding.line)
        for o in outcomes
        for finding, fingerprint in zip(o.findings, o.fingerprints, strict=True)
    ]
    rows = ",\n".join(json.dumps(entry._asdict(), ensure_ascii=False) for entry in sorted(entries))
    text = f'{{"schema": {SCHEMA}, "findings": [\n{rows}\n]}}\n'
    write_file(path, text.encode("utf-8", "backslashreplace"))
    return len(entries)


def _read(path: Path) -> list[Entry]:
    try:
        data = json.loads(path.read_bytes())
        if data["schema"] != SCHEMA:
            raise BaselineError(f"{path}: is a baseline of another version; write it anew")
        return [Entry(**row) for row in data["findings"]]
    except OSError as error:
        from scrubber.files.errors import sentence

        raise BaselineError(sentence(str(path), error)) from error
    except (ValueError, TypeError, KeyError) as error:
        raise BaselineError(f"{path}: is no baseline; name another, or write it anew") from error


def _folder(path: Path) -> str:
    return os.path.dirname(os.path.abspath(path))


def _name(source: Source, folder: str) -> str:
    path = source.address
    try:
        return os.path.relpath(path, folder).replace(os.sep, "/")
    except ValueError:  # another drive
        return path


def _is_in(name: str, root: str) -> bool:
    root = root.replace(os.sep, "/")
    return root == "." or name.startswith(f"{root}/")
