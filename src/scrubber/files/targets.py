"""Where results go: sources and the options -o and -i in, one target a source out."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from scrubber.files.errors import JournalError, sentence
from scrubber.files.source import STDIN
from scrubber.files.write import is_special, write_file
from scrubber.formats import cleaned_name, is_file_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from scrubber.files.job import Outcome
    from scrubber.files.journal import Journal
    from scrubber.files.source import Source


_MOST_WAITING = 64
"""Files whose old bytes are flushed to disk together."""
_LARGEST_WAITING = 8 << 20


class TargetError(ValueError):
    """The targets asked for would overwrite each other or a source."""


class Target(NamedTuple):
    """A file to write."""

    path: Path
    in_place: bool = False

    def write(self, outcome: Outcome) -> str | None:
        """Write the outcome; what went wrong as one sentence, or None.

        In place, an unchanged file is not written at all.
        """
        if self.in_place and not outcome.changed:
            return None
        try:
            if not self.in_place:
                self.path.parent.mkdir(parents=True, exist_ok=True)
            write_file(self.path, outcome.after, expected=outcome.stat if self.in_place else None)
        except OSError as error:
            return sentence(str(self.path), error)
        return None


def kept_first(
    pairs: Iterable[tuple[Outcome, Target]], journal: Journal
) -> Iterator[tuple[Outcome, Target]]:
    """The same pairs, once the old bytes of the files that change are in the ``journal``.

    Where they cannot be kept, the outcome has an error in place of its result.
    """
    waiting: list[tuple[Outcome, Target]] = []
    size = 0
    for pair in pairs:
        waiting.append(pair)
        size += len(pair[0].after)
        if len(waiting) == _MOST_WAITING or size > _LARGEST_WAITING:
            yield from _kept(waiting, journal)
            waiting, size = [], 0
    yield from _kept(waiting, journal)


def _kept(pairs: list[tuple[Outcome, Target]], journal: Journal) -> list[tuple[Outcome, Target]]:
    from scrubber.files.journal import Change

    changes = [
        Change(target.path, [outcome.after], fixes_of(outcome))
        for outcome, target in pairs
        if outcome.changed
    ]
    try:
        if changes:
            journal.keep(changes)
    except JournalError as error:
        return [(_failed(outcome, target, error), target) for outcome, target in pairs]
    return pairs


def _failed(outcome: Outcome, target: Target, error: Exception) -> Outcome:
    if not outcome.changed:
        return outcome
    return outcome._replace(error=sentence(str(target.path), error))


def fixes_of(outcome: Outcome) -> Counter[str]:
    """How many fixes of each rule were applied."""
    return Counter(finding.code for finding in outcome.findings if finding.fixed)


def plan_targets(
    paths: Sequence[str],
    sources: Sequence[Source],
    output: Path,
    gives_text: Callable[[Source], bool],
    *,
    several: bool,
) -> list[Target]:
    """The target of each source.

    ``output`` is a file for one file; below it stand the contents of one folder, or of each of
    several sources under its name; ``several`` says that one is meant as several, too. Below a
    folder a page for which ``gives_text`` holds has the suffix of a text.

    Raises:
        TargetError: two sources share a target, or a target is a source or lies inside one.
    """
    alone = len(paths) == 1 and not several
    if alone and not (sources and sources[0].root) and not os.path.isdir(paths[0]):
        if output.is_dir():
            raise TargetError(f"{output}: is a folder where a file is meant; name a file in it")
        targets = [output]
    else:
        if output.exists() and not output.is_dir():
            raise TargetError(f"{output}: is a file where a folder is meant; name a folder")
        if not output.exists() and is_file_name(output.name):
            raise TargetError(
                f"{output}: reads as a file where a folder is meant; name a folder, or make it"
            )
        targets = [
            _below(output, source, alone=alone, as_text=gives_text(source)) for source in sources
        ]
        _keep_below(output, targets)
    _check_targets(paths, sources, targets)
    return [Target(target) for target in targets]


def check_beside(path: str, sources: Sequence[Source], targets: Iterable[Target | None]) -> None:
    """Refuse ``path`` as one more file to write beside the ``targets``.

    Raises:
        TargetError: it would overwrite a source or a target, or cannot be written.
    """
    real = os.path.realpath(path)
    if real in {os.path.realpath(source.path) for source in sources if source.path != STDIN}:
        raise TargetError(f"{path} is a source itself: write elsewhere")
    if any(target is not None and os.path.realpath(target.path) == real for target in targets):
        raise TargetError(f"{path} is what -o writes: write elsewhere")
    for root in {os.path.realpath(source.root) for source in sources if source.root}:
        if Path(real).is_relative_to(root):
            raise TargetError(f"{path} lies inside the source {root}: write elsewhere")
    if os.path.isdir(real) or (os.path.exists(real) and is_special(os.stat(real))):
        raise TargetError(f"{path} is no file: name another")
    if not os.path.isdir(os.path.dirname(real)):
        raise TargetError(f"{path} lies in no folder that exists: make it first")


def _below(output: Path, source: Source, *, alone: bool, as_text: bool) -> Path:
    place = cleaned_name(source.place)
    if as_text:
        place = str(PurePath(place).with_suffix(".txt"))
    if alone or not source.root:
        return output / place
    return output / Path(source.root).resolve().name / place


def _keep_below(output: Path, targets: Sequence[Path]) -> None:
    """No name and no link in the output folder leads out of it."""
    top = os.path.realpath(output)
    for target in targets:
        if not Path(os.path.realpath(target)).is_relative_to(top):
            raise TargetError(f"{target} lies outside {output}: mend the name or the link")


def _check_targets(
    paths: Sequence[str], sources: Sequence[Source], targets: Sequence[Path]
) -> None:
    originals = {os.path.realpath(source.path) for source in sources if source.path != STDIN}
    folders = [os.path.realpath(path) for path in paths if path != STDIN and os.path.isdir(path)]
    taken: dict[str, Source] = {}
    for source, target in zip(sources, targets, strict=True):
        real = os.path.realpath(target)
        if os.path.exists(real) and is_special(os.stat(real)):
            raise TargetError(f"{target} is a device or a pipe: use standard output")
        if real in taken:
            raise TargetError(f"{source.path} and {taken[real].path} would both go to {target}")
        if real in originals:
            raise TargetError(f"{target} is a source itself: write elsewhere, or use -i")
        for folder in folders:
            if Path(real).is_relative_to(folder):
                raise TargetError(f"{target} lies inside the source {folder}: write elsewhere")
        taken[real] = source
