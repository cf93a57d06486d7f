"""How a result came about: each step with its documents and edits; findings when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrubber.model import Document, Finding, Problem, Stage
    from scrubber.offsets import OffsetMap


class Step(NamedTuple):
    """One rule's fixes, applied together."""

    rule: str
    stage: Stage
    before: Document
    fixes: tuple[Problem, ...]
    after: Document
    offsets: OffsetMap
    """Where in ``before`` what stands in ``after`` came from."""


class Notes(NamedTuple):
    """What a rule reported of the document that it saw last, and did not fix."""

    rule: str
    document: Document
    problems: Sequence[Problem]


class Trace:
    """The steps from a source document to its result, and what was found but not fixed."""

    def __init__(self, source: Document) -> None:
        self.source = source
        self.steps: list[Step] = []
        self.notes: list[Notes] = []
        """Of the document that the steps lead to."""

    def codes(self) -> Iterator[str]:
        """The code of each finding."""
        for step in self.steps:
            yield from (step.rule for _ in step.fixes)
        for notes in self.notes:
            yield from (notes.rule for _ in notes.problems)

    def findings(self) -> tuple[Finding, ...]:
        """All findings in the order of the source."""
        if not (self.steps or self.notes):
            return ()
        from scrubber.findings import findings_of

        return findings_of(self)
