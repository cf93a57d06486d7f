"""The file that --findings names: findings of files and of archives in, a line of JSON each out."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from scrubber.archive.letters import finding_line
from scrubber.cli.configure import Fault
from scrubber.cli.sources import refusing_targets
from scrubber.files.errors import sentence
from scrubber.files.targets import check_beside
from scrubber.files.write import replacing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrubber.files.job import Outcome
    from scrubber.files.results import Target
    from scrubber.files.source import Source


def findings_file(
    path: str, sources: Sequence[Source], targets: Sequence[Target | None]
) -> FindingsFile:
    """What gathers findings for the file ``path``.

    Raises:
        click.UsageError: it would overwrite a source or a target.
        Fault: it cannot be written.
    """
    with refusing_targets():
        check_beside(path, sources, targets)
    try:
        return FindingsFile(path)
    except OSError as error:
        raise Fault(sentence(path, error)) from error


class FindingsFile:
    """Gathers findings and writes them once the run is over."""

    def __init__(self, path: str) -> None:
        """Gather for the file ``path``.

        Raises:
            OSError: its folder cannot be written to.
        """
        self._path = path
        # it has no name: whatever ends the process, nothing of it stays
        self._file = tempfile.TemporaryFile(dir=Path(path).parent)  # noqa: SIM115

    def take(self, outcome: Outcome) -> None:
        """Gather the findings of a file.

        Raises:
            Fault: they cannot be written; so below.
        """
        with self._blaming():
            for finding in outcome.findings:
                self._file.write(finding_line({"path": outcome.source.address}, finding))

    def add(self, paths: Iterable[str]) -> None:
        """Gather the lines of files."""
        for path in paths:
            with open(path, "rb") as file, self._blaming():  # noqa: PTH123 - paths are strings here
                shutil.copyfileobj(file, self._file)

    def write(self) -> None:
        """Write the file as a whole."""
        with self._blaming():
            self._file.seek(0)
            with replacing(Path(self._path)) as file:
                shutil.copyfileobj(self._file, file)

    def close(self) -> None:
        """Let go of what was gathered."""
        self._file.close()

    @contextmanager
    def _blaming(self) -> Iterator[None]:
        """What fails is about this file, though it has no name yet."""
        try:
            yield
        except OSError as error:
            raise Fault(sentence(self._path, error)) from error
