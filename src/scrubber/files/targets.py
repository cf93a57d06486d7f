"""Where results go: sources and the option -o in, one target a source out."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from scrubber.files.results import Target
from scrubber.files.source import STDIN
from scrubber.files.write import is_special
from scrubber.formats import cleaned_name, is_file_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from scrubber.files.source import Source


class TargetError(ValueError):
    """The targets asked for would overwrite each other or a source."""


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
    return [Target(str(target)) for target in targets]


def check_beside(
    path: str, sources: Sequence[Source], targets: Iterable[Target | None] = ()
) -> None:
    """Refuse ``path`` as one more file to write beside the ``targets``.

    Raises:
        TargetError: it would overwrite a source or a target, or cannot be written.
    """
    check_not_read(path, sources)
    real = os.path.realpath(path)
    if any(target is not None and os.path.realpath(target.path) == real for target in targets):
        raise TargetError(f"{path} is what -o writes: write elsewhere")
    for root in {os.path.realpath(source.root) for source in sources if source.root}:
        if Path(real).is_relative_to(root):
            raise TargetError(f"{path} lies inside the source {root}: write elsewhere")
    if os.path.isdir(real) or (os.path.exists(real) and is_special(os.stat(real))):
        raise TargetError(f"{path} is no file: name another")
    if not os.path.isdir(os.path.dirname(real)):
        raise TargetError(f"{path} lies in no folder that exists: make it first")


def check_not_read(path: str, sources: Sequence[Source]) -> None:
    """Refuse to write ``path`` where it is one of the ``sources``.

    Raises:
        TargetError: it is.
    """
    real = os.path.realpath(path)
    if real in {os.path.realpath(source.path) for source in sources if source.path != STDIN}:
        raise TargetError(f"{path} is a source itself: write elsewhere")


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
