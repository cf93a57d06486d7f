"""Findings for GitHub Actions: outcomes in, workflow commands and a page for the summary out.

A step shows at most ten annotations of a kind, so no more are written; what is left over stands in
a group of the log, and all of it in the summary. Form: "Workflow commands for GitHub Actions".
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from scrubber.edits import counted
from scrubber.report.sarif import level
from scrubber.report.text import finding_line
from scrubber.rules import all_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrubber.files.job import Outcome
    from scrubber.model import Finding

MOST = 10
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
_MOST_ROWS = 200


def render(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """The annotations, those of fixes first, then the other findings in a group."""
    found = [(outcome, finding) for outcome in outcomes for finding in outcome.findings]
    left: list[str] = []
    for kind, command in _COMMANDS.items():
        of_kind = [pair for pair in found if level(pair[1]) == kind]
        for outcome, finding in of_kind[:MOST]:
            yield _annotation(command, outcome.source.address, finding)
        left += (finding_line(o.source.shown, finding) for o, finding in of_kind[MOST:])
    if left:
        yield f"::group::{counted(len(left), 'more finding')}"
        yield from left
        yield "::endgroup::"


def summary(outcomes: Sequence[Outcome]) -> str:
    """A page in Markdown: how often each rule found something, and the first findings."""
    findings = [(o.source.shown, finding) for o in outcomes for finding in o.findings]
    if not findings:
        return f"### scrubber\n\nNothing to fix in {counted(len(outcomes), 'file')}.\n"
    names = {rule.code: rule.summary for rule in all_rules()}
    counts = sorted(Counter(finding.code for _, finding in findings).items())
    rows = [f"| {code} | {names[code]} | {count} |" for code, count in counts]
    lines = [finding_line(path, finding) for path, finding in findings[:_MOST_ROWS]]
    if len(findings) > _MOST_ROWS:
        lines.append(f"... and {len(findings) - _MOST_ROWS} more")
    fence = "`" * max(3, 1 + max(len(run) for line in lines for run in _ticks(line)))
    head = f"{counted(len(findings), 'finding')} in {counted(len(outcomes), 'file')}"
    table = "\n".join(["| rule | | findings |", "|---|---|---:|", *rows])
    listing = "\n".join([fence, *lines, fence])
    return f"### scrubber\n\n{head}\n\n{table}\n\n{listing}\n"


def _ticks(line: str) -> list[str]:
    """The runs of back ticks in a line, which the fence must outdo."""
    return "".join(c if c == "`" else " " for c in line).split() or [""]


def _annotation(command: str, path: str, finding: Finding) -> str:
    properties = {
        "file": path,
        "line": finding.line,
        "endLine": finding.end_line,
        "col": finding.column,
        "title": finding.code,
    }
    said = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{command} {said}::{_data(finding.message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
