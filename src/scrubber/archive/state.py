"""The folder in which a run over archives keeps its state: names of outputs in, paths out."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from scrubber.archive.model import ArchiveError
from scrubber.files.locks import lock_file
from scrubber.files.write import chunks_of, replacing

if TYPE_CHECKING:
    from collections.abc import Iterable

_PATIENCE = 5
"""Seconds; processes of a run that was killed end once they are through with a record."""


class State:
    """One run's folder. As long as it is open no other run can use it."""

    def __init__(self, folder: str) -> None:
        """Make or open ``folder``.

        Raises:
            ArchiveError: another run is at it.
            OSError: it cannot be made.
        """
        self.folder = folder
        while True:
            os.makedirs(folder, exist_ok=True)
            try:
                self._lock = lock_file(os.path.join(folder, "lock"), _PATIENCE)
            except FileNotFoundError:  # the run that was waited for took the folder away
                continue
            except BlockingIOError:
                why = "another run is at work here; wait for its end"
                raise ArchiveError(f"{folder}: {why}") from None
            return

    def close(self) -> None:
        """Let others use the folder."""
        os.close(self._lock)

    def remove(self) -> None:
        """Remove the folder, where a run did nothing that another one could go on with."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def clear(self) -> None:
        """Forget the run: the next one begins anew."""
        for name in ("parts", "dead", "found"):
            shutil.rmtree(os.path.join(self.folder, name), ignore_errors=True)
        for name in ("manifest.jsonl", "dead.jsonl"):
            with suppress(FileNotFoundError):
                os.unlink(os.path.join(self.folder, name))

    @property
    def dead_letters(self) -> str:
        """The file of all dead letters."""
        return os.path.join(self.folder, "dead.jsonl")

    def parts(self, name: str) -> str:
        """The folder for the parts of an output."""
        return os.path.join(self.folder, "parts", _key(name))

    def kept(self, name: str) -> tuple[str, str]:
        """The files for the dead letters and for the findings of an output."""
        file = f"{_key(name)}.jsonl"
        return os.path.join(self.folder, "dead", file), os.path.join(self.folder, "found", file)

    def join_letters(self, names: Iterable[str]) -> None:
        """Join the dead letters of all outputs."""
        letters = [dead for dead, _ in map(self.kept, names) if os.path.exists(dead)]
        if not letters:
            with suppress(FileNotFoundError):
                os.unlink(self.dead_letters)
            return
        with replacing(Path(self.dead_letters)) as file:
            for letter in letters:
                file.writelines(chunks_of(Path(letter)))

    def findings(self, names: Iterable[str]) -> list[str]:
        """The files that hold the findings of all outputs."""
        return [found for _, found in map(self.kept, names) if os.path.exists(found)]


def _key(name: str) -> str:
    return blake2b(os.fsencode(name), digest_size=12).hexdigest()
