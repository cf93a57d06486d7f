"""Findings as JSON: one object a run, its form versioned by ``schema``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from scrubber import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrubber.files.job import Outcome
    from scrubber.model import Finding

SCHEMA = 1


def render(outcomes: Sequence[Outcome]) -> str:
    """All ``outcomes`` as one JSON object, keys and files in a fixed order."""
    report = {
        "schema": SCHEMA,
        "scrubber": __version__,
        "files": [_file(outcome) for outcome in outcomes],
    }
    # a file name that is no UTF-8 holds lone surrogates, which JSON can only escape
    text = json.dumps(report, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode()


def _file(outcome: Outcome) -> dict[str, Any]:
    return {
        "path": outcome.source.path,
        "changed": outcome.changed,
        "error": outcome.error,
        "findings": [_finding(finding) for finding in outcome.findings],
    }


def _finding(finding: Finding) -> dict[str, Any]:
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
    }
