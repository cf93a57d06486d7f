"""The pure core: rules over a document in rounds until nothing changes, each step proven."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from scrubber.apply import apply_replacements, apply_structure
from scrubber.blocks import read
from scrubber.model import ProofError, Replace, Safety, Stage
from scrubber.rules import all_rules
from scrubber.trace import Step, Trace
from scrubber.verify import prove_step

if TYPE_CHECKING:
    from scrubber.model import Document, Finding, Problem
    from scrubber.offsets import OffsetMap
    from scrubber.rules import Rule
    from scrubber.settings import Settings

MAX_ROUNDS = 4


def run(document: Document, settings: Settings) -> tuple[Document, Trace]:
    """Clean ``document``: the settled document, and how it came about.

    Raises:
        ProofError: a rule's edits are not lawful, or the text does not settle.
    """
    rules = _selected(settings)
    trace = Trace(document)
    for _ in range(MAX_ROUNDS):
        settled = len(trace.steps)
        trace.notes = []
        for rule in rules:
            document = _run_rule(rule, document, settings, trace)
        if len(trace.steps) == settled:
            return document, trace
    last = trace.steps[-1]
    raise ProofError(
        f"{last.rule} still finds work after {MAX_ROUNDS} rounds, "
        f"last at line {last.findings[0].line}"
    )


def first_fix(document: Document, settings: Settings) -> tuple[Rule, Problem] | None:
    """A fix that these settings would apply to ``document``, if there is any."""
    for rule in _selected(settings):
        for problem in rule.problems(document, settings):
            if problem.edits and _wanted(problem, settings):
                return rule, problem
    return None


@lru_cache(maxsize=16)
def _selected(settings: Settings) -> tuple[Rule, ...]:
    return tuple(rule for rule in all_rules() if settings.selects(rule.code))


def _run_rule(rule: Rule, document: Document, settings: Settings, trace: Trace) -> Document:
    fixes: list[Problem] = []
    for problem in rule.problems(document, settings):
        if problem.edits and _wanted(problem, settings):
            fixes.append(problem)
        else:
            note = trace.describe(rule.code, problem, document, fixed=problem.done)
            trace.notes.append(note)
    if not fixes:
        return document
    findings = tuple(trace.describe(rule.code, fix, document, fixed=True) for fix in fixes)
    after, offsets = _apply(rule, document, fixes, findings)
    if rule.stage is Stage.SOURCE:  # it concerns the whole file, before anything is protected
        after = read(after.text, after.source_format, after.origin)
    step = Step(rule.code, rule.stage, document, tuple(fixes), after, findings)
    prove_step(step)
    trace.add(step, offsets)
    return after


def _wanted(problem: Problem, settings: Settings) -> bool:
    if problem.safety is Safety.SAFE:
        return True
    return problem.safety is Safety.UNSAFE and settings.unsafe_fixes


def _apply(
    rule: Rule, document: Document, fixes: list[Problem], findings: tuple[Finding, ...]
) -> tuple[Document, OffsetMap]:
    edits = [edit for fix in fixes for edit in fix.edits]
    place = f"{rule.code} at line {findings[0].line}"
    if rule.stage.is_structural:
        try:
            return apply_structure(document, edits)
        except ProofError as error:
            raise ProofError(f"{place}: {error}") from error
    replacements = [edit for edit in edits if isinstance(edit, Replace)]
    if len(replacements) < len(edits):
        raise ProofError(f"{place}: a rule for characters asked to remove or move a block")
    replacements.sort(key=lambda edit: edit.start)
    at = 0
    for edit in replacements:
        if not at <= edit.start <= edit.end <= len(document.text):
            raise ProofError(f"{place}: two edits overlap, or one lies outside the text")
        at = edit.end
    return apply_replacements(document, replacements)
