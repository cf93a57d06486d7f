"""Results put where they belong: outcomes and their targets in, what went wrong out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from scrubber.files.job import Outcome
    from scrubber.files.journal import Journal


_MOST_WAITING = 64
"""Files whose old bytes are flushed to disk together."""
_LARGEST_WAITING = 8 << 20


class Target(NamedTuple):
    """A file to write."""

    path: str
    in_place: bool = False

    def write(self, outcome: Outcome) -> str | None:
        """Write the outcome; what went wrong as one sentence, or None.

        In place, an unchanged file is not written at all.
        """
        if outcome.is_done or (self.in_place and not outcome.changed):
            return None
        from pathlib import Path

        from scrubber.files.write import write_file

        path = Path(self.path)
        try:
            if not self.in_place:
                path.parent.mkdir(parents=True, exist_ok=True)
            write_file(path, outcome.after, expected=outcome.stat if self.in_place else None)
        except OSError as error:
            from scrubber.files.errors import sentence

            return sentence(self.path, error)
        return None


def kept_first(
    pairs: Iterable[tuple[Outcome, Target]], journal: Callable[[], Journal]
) -> Iterator[tuple[Outcome, Target]]:
    """The same pairs, once the old bytes of the files that change are in the journal.

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


def _kept(
    pairs: list[tuple[Outcome, Target]], journal: Callable[[], Journal]
) -> list[tuple[Outcome, Target]]:
    changed = [(outcome, target) for outcome, target in pairs if outcome.changed]
    if not changed:  # most runs in place find nothing to do: they need no journal
        return pairs
    from pathlib import Path

    from scrubber.files.errors import JournalError
    from scrubber.files.journal import Change

    try:
        journal().keep(
            [
                Change(Path(target.path), [outcome.after], fixes_of(outcome))
                for outcome, target in changed
            ]
        )
    except JournalError as error:
        return [(_failed(outcome, target, error), target) for outcome, target in pairs]
    return pairs


def _failed(outcome: Outcome, target: Target, error: Exception) -> Outcome:
    if not outcome.changed:
        return outcome
    from scrubber.files.errors import sentence

    return outcome._replace(error=sentence(target.path, error))


def fixes_of(outcome: Outcome) -> Counter[str]:
    """How many fixes of each rule were applied."""
    return Counter(finding.code for finding in outcome.findings if finding.fixed)
