"""A rule's problems in; the document with those fixed that may be, and each step proven, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.blocks import read
from scrubber.findings import line_of
from scrubber.judge import carry_out, judge
from scrubber.model import ProofError, Stage
from scrubber.trace import Notes, Step
from scrubber.verify import prove_step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrubber.model import Document, Problem
    from scrubber.rules import Rule
    from scrubber.settings import Settings
    from scrubber.trace import Trace


def fix(
    rule: Rule, document: Document, settings: Settings, problems: Sequence[Problem], trace: Trace
) -> Document:
    """Fix what may be fixed of the ``problems`` that ``rule`` found, and note the others.

    Returns:
        The next document, to which a step of ``trace`` leads; the same where there are only notes.

    Raises:
        ProofError: the edits are not lawful.
    """
    fixes, notes = judge(rule, document, settings, problems)
    if notes:
        trace.notes.append(Notes(rule.code, document, notes))
    if not fixes:
        return document
    try:
        step = _step(rule, document, fixes)
        prove_step(step)
    except ProofError as error:
        line = line_of(trace, fixes[0])
        raise ProofError(f"{rule.code} at line {line}: {error}") from error
    trace.steps.append(step)
    return step.after


def _step(rule: Rule, document: Document, fixes: list[Problem]) -> Step:
    after, offsets = carry_out(rule, document, fixes)
    if rule.stage is Stage.SOURCE or (not rule.stage.is_structural and _parted(document, after)):
        after = read(after.text, after.source_format, after.origin)
    return Step(rule.code, rule.stage, document, tuple(fixes), after, offsets)


def _parted(before: Document, after: Document) -> bool:
    """Whether fixes set or took away line ends, so that the text may have another layout."""
    return before.text.count("\n") != after.text.count("\n")
