"""The pure core: rules over a document in rounds until nothing changes, each step proven."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from scrubber.blocks import read
from scrubber.model import ProofError, Stage
from scrubber.rules import all_rules
from scrubber.trace import Trace
from scrubber.traits import traits_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrubber.model import Document, Problem
    from scrubber.rules import Rule
    from scrubber.settings import Settings

MAX_ROUNDS = 4


def run(document: Document, settings: Settings) -> tuple[Document, Trace]:
    """Clean ``document``: the settled document, and how it came about.

    Raises:
        ProofError: a rule's edits are not lawful, or the text does not settle.
    """
    trace = Trace(document)
    for _ in range(MAX_ROUNDS):
        before = len(trace.steps)
        document = _settle(document, settings, trace)
        if len(trace.steps) == before:
            return document, trace
        afresh = read(document.text, document.source_format, document.origin)
        if afresh == document:
            return document, trace
        document = afresh  # what is left may read as another layout, with other work in it
    raise _unsettled(trace)


def _settle(document: Document, settings: Settings, trace: Trace) -> Document:
    """Ask the rules in turn until each has seen the document as it is and left it so.

    What a rule reported of the document that it saw last stands: it is not asked of it again.
    """
    count = len(_selected(settings))
    place, turns = 0, 0
    while turns <= (MAX_ROUNDS - 1) * count:
        trace.notes.clear()  # of a document that is no more: each rule is asked anew
        for ahead, rule in _asked_from(place, traits_of(document), settings):
            problems = rule.problems(document, settings)
            if problems:
                after = _take(rule, document, settings, problems, trace)
                if after is not document:
                    document = after
                    turns += ahead + 1
                    place = (place + ahead + 1) % count
                    break
        else:
            return document
    raise _unsettled(trace)


@lru_cache(maxsize=1024)
def _asked_from(
    place: int, traits: frozenset[str], settings: Settings
) -> tuple[tuple[int, Rule], ...]:
    """The rules from ``place`` on, then those before, that a document of ``traits`` gives work.

    Each with how many stand before it in that row, those without work as well.
    """
    rules = _selected(settings)
    return tuple(
        (ahead, rule)
        for ahead, rule in enumerate(rules[place:] + rules[:place])
        if not (rule.needs and rule.needs.isdisjoint(traits))
    )


def _unsettled(trace: Trace) -> ProofError:
    last = trace.steps[-1]
    return ProofError(
        f"{last.rule} still finds work after {MAX_ROUNDS} rounds, "
        f"last at line {last.findings[0].line}"
    )


@lru_cache(maxsize=16)
def _selected(settings: Settings) -> tuple[Rule, ...]:
    return tuple(rule for rule in all_rules() if settings.selects(rule.code))


def _parted(before: Document, after: Document) -> bool:
    """Whether fixes set or took away line ends, so that the text may have another layout."""
    return before.text.count("\n") != after.text.count("\n")


def _take(
    rule: Rule, document: Document, settings: Settings, problems: Sequence[Problem], trace: Trace
) -> Document:
    from scrubber.judge import carry_out, judge
    from scrubber.trace import Step
    from scrubber.verify import prove_step

    fixes, notes = judge(rule, document, settings, problems)
    trace.notes[rule.code] = [
        trace.describe(rule.code, note, document, fixed=note.done) for note in notes
    ]
    if not fixes:
        return document
    findings = tuple(trace.describe(rule.code, fix, document, fixed=True) for fix in fixes)
    try:
        after, offsets = carry_out(rule, document, fixes)
    except ProofError as error:
        raise ProofError(f"{rule.code} at line {findings[0].line}: {error}") from error
    if rule.stage is Stage.SOURCE or (not rule.stage.is_structural and _parted(document, after)):
        after = read(after.text, after.source_format, after.origin)
    step = Step(rule.code, rule.stage, document, tuple(fixes), after, findings)
    prove_step(step)
    trace.add(step, offsets)
    return after
