"""A trace in, its findings out: what was found, placed in the source, with what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.edits import applied, lines_named
from scrubber.model import Finding, Replace
from scrubber.offsets import Lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrubber.model import Document, Problem, Span
    from scrubber.offsets import OffsetMap
    from scrubber.trace import Step, Trace

_LONGEST_WORDING = 20_000


def findings_of(trace: Trace) -> tuple[Finding, ...]:
    """All findings of a trace in the order of the source."""
    return tuple(sorted(_described(trace), key=lambda f: (f.line, f.column, f.code)))


def line_of(trace: Trace, fix: Problem, step: Step | None = None) -> int:
    """The line of the source that a fix of a step points at, without one: of the step to come."""
    places = _Places(trace.source.text)
    for taken in trace.steps:
        if taken is step:
            break
        places.add(taken.offsets)
    return places.of(fix)[0]


def _described(trace: Trace) -> Iterator[Finding]:
    places = _Places(trace.source.text)
    for step in trace.steps:
        for fix in step.fixes:
            yield _describe(step.rule, fix, step.before, places, fixed=True)
        places.add(step.offsets)
    for notes in trace.notes:
        for note in notes.problems:
            yield _describe(notes.rule, note, notes.document, places, fixed=note.done)


def _describe(
    code: str, problem: Problem, document: Document, places: _Places, *, fixed: bool
) -> Finding:
    line, column, last = places.of(problem)
    before, after = _wording(problem, document)
    message = problem.message
    for number, place in enumerate(problem.places):
        message = message.replace(f"{{{number}}}", lines_named(*places.lines(place)))
    kept = None
    if problem.kept is not None:
        kept = places.position(document.blocks[problem.kept].start)[0]
    return Finding(
        code, message, line, column, last, fixed, problem.safety, before, after, problem.plan, kept
    )


class _Places:
    """Where in the source stands what a document has, to which some steps led."""

    def __init__(self, source: str) -> None:
        self._lines = Lines(source)
        self._steps: list[OffsetMap] = []

    def add(self, step: OffsetMap) -> None:
        """Go on to the document that one more step led to."""
        self._steps.append(step)

    def of(self, problem: Problem) -> tuple[int, int, int]:
        """Line, column and last line of what a problem points at."""
        start, end = problem.span
        at = self._lines.position if problem.done else self.position  # mended: a span of the source
        line, column = at(start)
        return line, column, max(line, at(max(start, end - 1))[0])

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset of the document."""
        for step in reversed(self._steps):
            offset = step.to_input(offset)
        return self._lines.position(offset)

    def lines(self, span: Span) -> tuple[int, int]:
        """The first and the last line of a span of the document."""
        start, end = span
        first = self.position(start)[0]
        return first, max(first, self.position(max(start, end - 1))[0])


def _wording(problem: Problem, document: Document) -> tuple[str, str]:
    """The stretch of text that the problem's replacements change, before and after.

    Empty where they reach over a whole file, as a change of line ends does.
    """
    edits: Sequence[Replace] = sorted(
        (edit for edit in problem.edits if isinstance(edit, Replace)), key=lambda edit: edit.start
    )
    if not edits or edits[-1].end - edits[0].start > _LONGEST_WORDING:
        return "", ""
    start, end = edits[0].start, edits[-1].end
    return document.text[start:end], applied(document.text, edits, start, end)
