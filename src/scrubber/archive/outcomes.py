"""What became of records, as of files: a unit's result in, findings placed in the archive out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.archive.flow import flow
from scrubber.archive.jobs import Reader, job_of
from scrubber.archive.kernel import Wish
from scrubber.archive.model import ArchiveError
from scrubber.files.errors import sentence
from scrubber.files.job import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.archive.kernel import Change, Produced
    from scrubber.archive.model import Dead
    from scrubber.files.plan import Plan
    from scrubber.files.source import Source
    from scrubber.model import Finding


def outcomes_of(source: Source, plan: Plan, *, in_pieces: bool) -> Iterator[Outcome]:
    """The findings of an archive, and an outcome with an error for each bad record.

    With ``in_pieces`` there is an outcome for each unit, so that no archive is too large.
    """
    findings: list[Finding] = []
    changed = False
    try:
        reader, wish = Reader(job_of(source, plan)), Wish(out=False, found=True)
        for produced in flow(reader, wish, plan.jobs):
            findings += placed(produced)
            changed = changed or produced.tally.cleaned > 0
            if in_pieces:
                yield Outcome(source, findings=tuple(findings), changed=changed)
                findings.clear()
            for dead in produced.dead:
                yield Outcome(source, error=dead_line(source.path, dead))
    except (ArchiveError, OSError) as error:
        yield Outcome(source, error=sentence(source.path, error))
    else:
        if not in_pieces:
            yield Outcome(source, findings=tuple(findings), changed=changed)


def placed(produced: Produced) -> Iterator[Finding]:
    """The findings of a unit, each with the record's row as its line."""
    for record in produced.found:
        for finding in record.findings:
            yield finding._replace(
                message=f"{finding.message} ({record.id}, line {finding.line})",
                line=record.row,
                end_line=record.row,
                kept=None if finding.kept is None else record.row,
            )


def dead_line(path: str, dead: Dead) -> str:
    """What is said of a record that could not be cleaned."""
    return f"{path}:{dead.row}: {dead.error}"


def diff_of(source: Source, change: Change, *, colours: bool) -> Iterator[str]:
    """What changed in the text of one record, as a unified diff."""
    from scrubber.report.diff import diff_lines

    record = source._replace(path=f"{source.shown}:{change.row} ({change.id})")
    outcome = Outcome(record, before_text=change.before, after_text=change.after)
    return diff_lines(outcome, colours=colours)
