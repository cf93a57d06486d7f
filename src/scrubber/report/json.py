"""Findings as JSON: one object a run, its form versioned by ``schema``; see docs/output.md."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from scrubber import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrubber.files.job import Outcome
    from scrubber.model import Finding

SCHEMA = 1


def render(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """All ``outcomes`` as one JSON object, a file a line, keys and files in a fixed order."""
    yield f'{{"schema": {SCHEMA}, "scrubber": {json.dumps(__version__)}, "files": ['
    comma = ""
    for outcome in outcomes:
        text = json.dumps(_file(outcome), ensure_ascii=False)
        # a file name that is no UTF-8 holds lone surrogates, which JSON can only escape
        yield comma + text.encode("utf-8", "backslashreplace").decode()
        comma = ","
    yield "]}"


def _file(outcome: Outcome) -> dict[str, Any]:
    pairs = zip(outcome.findings, outcome.fingerprints, strict=True)
    return {
        "path": outcome.source.address,
        "changed": outcome.changed,
        "error": outcome.error,
        "findings": [_finding(finding, fingerprint) for finding, fingerprint in pairs],
    }


def _finding(finding: Finding, fingerprint: str) -> dict[str, Any]:
    return {
        "code": finding.code,
        "message": finding.message,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "fix": finding.safety.value,
        "fixed": finding.fixed,
        "before": finding.before,
        "after": finding.after,
        "plan": list(finding.plan),
        "kept_line": finding.kept,
        "fingerprint": fingerprint,
    }
