"""Findings as SARIF 2.1.0, for GitHub code scanning and its kind: outcomes in, one object out.

Form: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from scrubber import __version__
from scrubber.model import Safety
from scrubber.rules import all_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrubber.files.job import Outcome
    from scrubber.model import Finding
    from scrubber.rules import Rule

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
HOME = "https://github.com/article-scrubber/article-scrubber"


def render(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """All ``outcomes`` as one SARIF log of one run."""
    rules = sorted(all_rules(), key=lambda rule: rule.code)
    indexes = {rule.code: index for index, rule in enumerate(rules)}
    results: list[dict[str, Any]] = []
    errors: list[str] = []
    for outcome in outcomes:
        results += _results(outcome, indexes)
        if outcome.error:
            errors.append(outcome.error)
    driver = {"name": "scrubber", "version": __version__, "informationUri": HOME}
    run = {
        "tool": {"driver": {**driver, "rules": [_rule(rule) for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(errors)],
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    text = json.dumps(log, ensure_ascii=False, indent=2)
    yield text.encode("utf-8", "backslashreplace").decode()


def _said(text: str) -> dict[str, str]:
    """A message; in it braces would enclose placeholders (3.11.5)."""
    return {"text": text.replace("{", "{{").replace("}", "}}")}


def _rule(rule: Rule) -> dict[str, Any]:
    does = rule.doc.partition("What it does:\n")[2].partition("\n\n")[0]
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": _said(rule.summary),
        "fullDescription": _said(" ".join(does.split())),
        "help": _said(rule.doc.strip()),
    }


def _invocation(errors: list[str]) -> dict[str, Any]:
    notes = [{"level": "error", "message": _said(error)} for error in errors]
    found: dict[str, Any] = {"executionSuccessful": not errors}
    return {**found, "toolExecutionNotifications": notes} if notes else found


def _results(outcome: Outcome, indexes: dict[str, int]) -> Iterator[dict[str, Any]]:
    place = _place(outcome.source.address)
    seen: Counter[str] = Counter()
    for finding, fingerprint in zip(outcome.findings, outcome.fingerprints, strict=True):
        seen[fingerprint] += 1
        result = {
            "ruleId": finding.code,
            "ruleIndex": indexes[finding.code],
            "level": level(finding),
            "message": _said(finding.message),
            "locations": [{"physicalLocation": {**place, "region": _region(finding)}}],
            "partialFingerprints": {"finding/v1": f"{fingerprint}:{seen[fingerprint]}"},
        }
        if finding.kept is not None:
            kept = {**place, "region": {"startLine": finding.kept}}
            message = {"text": "the copy that stays"}
            result["relatedLocations"] = [{"id": 0, "message": message, "physicalLocation": kept}]
        yield result


def level(finding: Finding) -> str:
    """``error`` for a fix that would be applied, ``warning`` for an unsafe one, else ``note``."""
    if finding.fixed:
        return "error"
    return "note" if finding.safety is Safety.NONE else "warning"


def _region(finding: Finding) -> dict[str, int]:
    region = {"startLine": finding.line, "startColumn": finding.column}
    return {**region, "endLine": finding.end_line} if finding.end_line > finding.line else region


def _place(path: str) -> dict[str, Any]:
    """A path below the working folder is relative to the root of the repository."""
    here = Path.cwd()
    whole = Path(os.path.normpath(here / path))
    if not whole.is_relative_to(here):
        return {"artifactLocation": {"uri": whole.as_uri()}}
    uri = quote(os.fsencode(whole.relative_to(here).as_posix()))
    return {"artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%"}}
