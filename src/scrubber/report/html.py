"""Before and after as one page that needs nothing else: outcomes in, HTML out."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from scrubber import __version__
from scrubber.edits import counted
from scrubber.model import Safety
from scrubber.report.compare import Row, rows, words
from scrubber.report.style import PAGE_STYLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrubber.files.job import Outcome
    from scrubber.model import Finding

_LABELS = {
    "changed": "changed",
    "removed": "removed",
    "added": "added",
    "moved-from": "moved away",
    "moved-to": "moved here",
}
_CONTEXT = 1
"""Unchanged paragraphs shown on either side of a change."""


def render(outcomes: Sequence[Outcome]) -> str:
    """The page for all ``outcomes``, in their order."""
    changed = sum(outcome.changed for outcome in outcomes)
    failed = sum(outcome.error is not None for outcome in outcomes)
    summary = f"{counted(len(outcomes), 'file')}, {changed} changed"
    summary += f", {failed} failed" if failed else ""
    body = "".join(_file(number, outcome) for number, outcome in enumerate(outcomes, 1))
    contents = "".join(_entry(number, outcome) for number, outcome in enumerate(outcomes, 1))
    return (
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>scrubber: {summary}</title>\n<style>{PAGE_STYLE}</style>\n"
        f"<header><h1>Before and after</h1><p>{summary} · scrubber {__version__}</p></header>\n"
        f"<nav><ol>{contents}</ol></nav>\n<main>{body}</main>\n</html>\n"
    )


def _entry(number: int, outcome: Outcome) -> str:
    what = "failed" if outcome.error else "changed" if outcome.changed else "unchanged"
    path = escape(outcome.source.shown)
    return f'<li><a href="#file-{number}">{path}</a> <span class="{what}">{what}</span></li>'


def _file(number: int, outcome: Outcome) -> str:
    title = f'<section id="file-{number}"><h2>{escape(outcome.source.shown)}</h2>'
    if outcome.error:
        return f'{title}<p class="failed">{escape(outcome.error)}</p></section>'
    return f"{title}{_findings(outcome.findings)}{_comparison(outcome)}</section>"


def _findings(findings: Sequence[Finding]) -> str:
    if not findings:
        return "<p>Nothing to report.</p>"
    lines = "".join(
        f"<tr><td>{finding.line}:{finding.column}</td><td><code>{finding.code}</code></td>"
        f"<td>{escape(finding.message)}</td><td>{_state(finding)}</td></tr>"
        for finding in findings
    )
    head = "<tr><th>line</th><th>rule</th><th>finding</th><th></th></tr>"
    return f"<details open><summary>{counted(len(findings), 'finding')}</summary>" + (
        f"<table>{head}{lines}</table></details>"
    )


def _state(finding: Finding) -> str:
    if finding.fixed:
        return "fixed"
    return "note" if finding.safety is Safety.NONE else "unsafe fix"


def _comparison(outcome: Outcome) -> str:
    if not outcome.changed:
        return ""
    found = rows(outcome.before_text, outcome.after_text)
    shown = [
        any(row.kind != "same" for row in found[max(0, i - _CONTEXT) : i + _CONTEXT + 1])
        for i in range(len(found))
    ]
    parts: list[str] = []
    hidden = 0
    for row, visible in zip(found, shown, strict=True):
        if visible:
            parts += (_skipped(hidden), _row(row))
            hidden = 0
        else:
            hidden += 1
    parts.append(_skipped(hidden))
    head = '<div class="row head"><div>before</div><div>after</div></div>'
    return f'<div class="comparison">{head}{"".join(parts)}</div>'


def _skipped(count: int) -> str:
    if not count:
        return ""
    return f'<p class="skipped">{counted(count, "unchanged paragraph")}</p>'


def _row(row: Row) -> str:
    before, after = escape(row.before), escape(row.after)
    if row.kind == "changed":
        before, after = _marked(row.before, row.after)
    label = _LABELS.get(row.kind, "")
    tag = f'<span class="label">{label}</span>' if label else ""
    line = f'<span class="line">{row.line}</span>' if row.line else ""
    left = f"{line}{tag if row.before else ''}<p>{before}</p>" if row.before else ""
    right = f"{tag if not row.before else ''}<p>{after}</p>" if row.after else ""
    sides = f'<div dir="auto">{left}</div><div dir="auto">{right}</div>'
    return f'<div class="row {row.kind}">{sides}</div>'


def _marked(before: str, after: str) -> tuple[str, str]:
    left, right = [], []
    for piece in words(before, after):
        text = _visible(piece.text) if piece.kind != "same" else escape(piece.text)
        if piece.kind != "inserted":
            left.append(f"<del>{text}</del>" if piece.kind == "deleted" else text)
        if piece.kind != "deleted":
            right.append(f"<ins>{text}</ins>" if piece.kind == "inserted" else text)
    return "".join(left), "".join(right)


def _visible(text: str) -> str:
    """Escaped, with what does not show written as its code point."""
    return "".join(
        escape(c) if c == "\n" or c == " " or c.isprintable() else f"<i>U+{ord(c):04X}</i>"
        for c in text
    )
