"""How a result came about: each step with its documents, edits and findings."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from scrubber.edits import applied, lines_named
from scrubber.model import Finding, Replace

if TYPE_CHECKING:
    from scrubber.model import Document, Problem, Span, Stage
    from scrubber.offsets import Lines, OffsetMap, SourceMap


class Step(NamedTuple):
    """One rule's fixes, applied together."""

    rule: str
    stage: Stage
    before: Document
    fixes: tuple[Problem, ...]
    after: Document
    findings: tuple[Finding, ...]
    """One for each fix, in the same order."""


class Trace:
    """The steps from a source document to its result, and what was found but not fixed."""

    def __init__(self, source: Document) -> None:
        self.source = source
        self.steps: list[Step] = []
        self.notes: dict[str, list[Finding]] = {}
        """What each rule reported in the document that it saw last."""

    @cached_property
    def _map(self) -> SourceMap:
        from scrubber.offsets import SourceMap

        return SourceMap()

    @cached_property
    def _lines(self) -> Lines:
        from scrubber.offsets import Lines

        return Lines(self.source.text)

    def add(self, step: Step, offsets: OffsetMap) -> None:
        """Append a step that was applied, with the map from its output to its input."""
        self.steps.append(step)
        self._map.add(offsets)

    def describe(self, code: str, problem: Problem, document: Document, *, fixed: bool) -> Finding:
        """The finding for ``problem`` of the present ``document``, placed in the source."""
        start, end = problem.span
        if problem.done:  # reading the source mended it: the span is one of the source
            line, column = self._lines.position(start)
            last = self._lines.position(max(start, end - 1))[0]
        else:
            line, column = self._position(start)
            last = max(line, self._position(max(start, end - 1))[0])
        before, after = _wording(problem, document)
        kept = None
        if problem.kept is not None:
            kept = self._line_of_block(document, problem.kept)
        return Finding(
            code, self._message(problem), line, column, last, fixed, problem.safety,
            before, after, problem.plan, kept,
        )  # fmt: skip

    def _message(self, problem: Problem) -> str:
        message = problem.message
        for number, place in enumerate(problem.places):
            message = message.replace(f"{{{number}}}", lines_named(*self._line_range(place)))
        return message

    def _line_range(self, span: Span) -> tuple[int, int]:
        """The first and the last line of a span of the present document, in the source."""
        start, end = span
        first = self._position(start)[0]
        return first, max(first, self._position(max(start, end - 1))[0])

    def _position(self, offset: int) -> tuple[int, int]:
        """Line and column in the source of an offset of the present document."""
        return self._lines.position(self._map.to_source(offset))

    def _line_of_block(self, document: Document, index: int) -> int:
        return self._position(document.blocks[index].start)[0]

    def findings(self) -> tuple[Finding, ...]:
        """All findings in the order of the source."""
        if not (self.steps or self.notes):
            return ()
        found = [finding for step in self.steps for finding in step.findings]
        for notes in self.notes.values():
            found += notes
        return tuple(sorted(found, key=lambda f: (f.line, f.column, f.code)))


_LONGEST_WORDING = 20_000


def _wording(problem: Problem, document: Document) -> tuple[str, str]:
    """The stretch of text that the problem's replacements change, before and after.

    Empty where they reach over a whole file, as a change of line ends does.
    """
    edits = sorted(
        (edit for edit in problem.edits if isinstance(edit, Replace)), key=lambda edit: edit.start
    )
    if not edits or edits[-1].end - edits[0].start > _LONGEST_WORDING:
        return "", ""
    start, end = edits[0].start, edits[-1].end
    return document.text[start:end], applied(document.text, edits, start, end)
