"""A run over the files of a folder, so that one that was killed goes on where it was.

Sources and their targets in, those that are left to do out, and the results of the others. The
account stands in the output folder until all is written, in the form of that of archives; a file
that changed since, or that other settings hold for, is done anew.
"""

from __future__ import annotations

import os
from collections import Counter
from contextlib import suppress
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from scrubber.archive.manifest import FileDone, Manifest
from scrubber.archive.model import ArchiveError, Tally
from scrubber.archive.state import State
from scrubber.files.cache import as_text, findings_of, settings_digest
from scrubber.files.job import Outcome
from scrubber.files.selection import STATE_SUFFIX

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrubber.files.plan import Plan
    from scrubber.files.results import Target
    from scrubber.files.source import Source

    Pair = tuple[Source, Target]


class Account:
    """What a run has written so far. As long as it is open no other run can use it."""

    def __init__(self, output: str, pairs: Sequence[Pair], plan: Plan, *, anew: bool) -> None:
        """Take up the account of these ``pairs`` in the folder ``output``, or begin one.

        Raises:
            ArchiveError: the same run is at work already.
            OSError: it cannot be read or written.
        """
        self._output, self._plan = output, plan
        self._top = os.path.join(output, STATE_SUFFIX)
        named = sorted({os.path.realpath(source.root or source.path) for source, _ in pairs})
        key = blake2b(os.fsencode("\0".join(named)), digest_size=8).hexdigest()
        self._state = State(os.path.join(self._top, f"files-{key}"))
        if anew:
            self._state.clear()
        try:
            self._manifest = Manifest(self._state.folder)
        except ArchiveError:  # of another version: all is done anew
            self._state.clear()
            self._manifest = Manifest(self._state.folder)
        self._done = {
            source.path: done
            for source, target in (pairs if self._manifest.files else ())
            if (done := self._known(source, target)) is not None
        }
        self._failed = self._is_full = False

    @property
    def count(self) -> int:
        """How many files an earlier run has done."""
        return len(self._done)

    def left(self, pairs: Iterable[Pair]) -> list[Pair]:
        """Those of ``pairs`` that are not done."""
        return [pair for pair in pairs if pair[0].path not in self._done]

    def all(
        self, pairs: Iterable[Pair], outcomes: Iterator[Outcome]
    ) -> Iterator[tuple[Outcome, Target]]:
        """The outcomes of all ``pairs``; ``outcomes`` are of those that were left."""
        for source, target in pairs:
            done = self._done.get(source.path)
            if done is None:
                yield next(outcomes), target
            else:
                found = findings_of(done.found)
                changed = bool(done.tally.cleaned)
                yield Outcome(source, findings=found, changed=changed, is_done=True), target

    def note(self, outcome: Outcome, target: Target, *, failed: bool) -> None:
        """Note that a result stands in its place, or could not be written there."""
        self._failed = self._failed or failed
        if failed or outcome.is_done or outcome.stat is None or self._is_full:
            return
        tally = Tally(rows=1, cleaned=int(outcome.changed), unchanged=int(not outcome.changed))
        codes = Counter(finding.code for finding in outcome.findings)
        done = FileDone(tally, codes, len(outcome.after), as_text(outcome.findings))
        source = self._identity(outcome.source, outcome.stat)
        try:
            self._manifest.whole(self._name(target), source, done)
        except OSError:  # half a line is no line, so none may follow
            self._is_full = True

    def close(self, *, is_over: bool) -> None:
        """Let others use the folder. Once all is written it needs no account."""
        with suppress(OSError):
            self._manifest.close()
        if is_over and not self._failed:
            self._state.remove()
            with suppress(OSError):  # archives have theirs there
                os.rmdir(self._top)
        self._state.close()

    def _known(self, source: Source, target: Target) -> FileDone | None:
        name = self._name(target)
        done = self._manifest.files.get(name)
        if done is None or source.error is not None:
            return None
        try:
            same = self._manifest.sources[name] == self._identity(source, os.stat(source.path))
            return done if same and os.path.getsize(target.path) == done.size else None
        except OSError:
            return None

    def _name(self, target: Target) -> str:
        return os.path.relpath(target.path, self._output)

    def _identity(self, source: Source, stat: os.stat_result) -> dict[str, Any]:
        """What the output depends on."""
        return {
            "path": os.path.realpath(source.path),
            "size": stat.st_size,
            "modified": stat.st_mtime_ns,
            "settings": settings_digest(*self._plan.for_source(source)).hex(),
        }
