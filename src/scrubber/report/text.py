"""Findings as lines that editors and people read: ``path:line:col CODE message``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.model import Safety

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrubber.files.job import Outcome
    from scrubber.model import Finding

_LONGEST_SNIPPET = 40


def finding_line(path: str, finding: Finding) -> str:
    """One finding of the file ``path``; a finding that no fix goes with says so."""
    remark = ""
    if finding.safety is Safety.NONE:
        remark = " [note]"
    elif not finding.fixed:
        remark = " [fix with --unsafe-fixes]"
    wording = _wording(finding)
    return (
        f"{path}:{finding.line}:{finding.column} {finding.code} {finding.message}{wording}{remark}"
    )


def render(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """The findings of all ``outcomes``, a line each."""
    for outcome in outcomes:
        for finding in outcome.findings:
            yield finding_line(outcome.source.shown, finding)


def _wording(finding: Finding) -> str:
    """Before and after, where both are short enough to be read at a glance."""
    before, after = finding.before, finding.after
    if not before or max(len(before), len(after)) > _LONGEST_SNIPPET:
        return ""
    return f": {_visible(before)} -> {_visible(after)}"


def _visible(snippet: str) -> str:
    """The snippet in quotes, with what does not show written as an escape."""
    shown = "".join(
        c if c == " " or c.isprintable() else c.encode("unicode_escape").decode() for c in snippet
    )
    return f'"{shown}"'
