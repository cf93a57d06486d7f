"""Paragraphs stranded behind an author section: a document in, where they stand and belong out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scrubber.order.endmatter import Kind
from scrubber.order.evidence import Evidence, Vocabulary
from scrubber.order.survey import BODY_ABOVE, Survey, candidates

if TYPE_CHECKING:
    from scrubber.model import Document

_DEFINITE = 4.0
_ENOUGH = 2.0
_PLENTY = 5.0


@dataclass(frozen=True, slots=True)
class Stray:
    """Blocks ``[start, end)`` that stand behind an author section."""

    start: int
    end: int
    paragraphs: int
    before: int
    """The block they belong before: the first behind the body."""
    evidence: Evidence
    is_sure: bool


def find_strays(document: Document) -> list[Stray]:
    """The runs of body paragraphs behind the first author section, surely so or perhaps."""
    if len(document.blocks) < BODY_ABOVE + 2:
        return []
    openings = candidates(document)
    if not openings or openings[0] == len(document.blocks) - 1:
        return []
    survey = Survey(document, openings)
    anchor = _anchor(survey)
    if anchor is None:
        return []
    runs = _runs(survey, anchor)
    if not runs:
        return []
    return [_judge(survey, anchor, run) for run in runs]


def _anchor(survey: Survey) -> int | None:
    """The first section with enough of the article above it."""
    above = 0
    for index, kind in enumerate(survey.kinds):
        if index in survey.strengths and above >= BODY_ABOVE:
            return index
        above += kind is Kind.PROSE
    return None


def _runs(survey: Survey, anchor: int) -> list[tuple[int, int]]:
    """Runs of paragraphs behind ``anchor``, each from a heading or paragraph to a paragraph."""
    runs = []
    start = None
    end = 0
    for index in range(anchor, len(survey.kinds)):
        kind = survey.kinds[index]
        if kind is Kind.PROSE:
            start = index if start is None else start
            end = index + 1
        elif kind is Kind.LINE:
            if start is None:
                start = index
        elif start is not None:
            if end > start:
                runs.append((start, end))
            start = None
    if start is not None and end > start:
        runs.append((start, end))
    return runs


def _judge(survey: Survey, anchor: int, run: tuple[int, int]) -> Stray:
    start, end = run
    kinds, shapes = survey.kinds, survey.shapes
    vocabulary = Vocabulary(
        shape.text for shape, kind in zip(shapes, kinds, strict=True) if kind is Kind.PROSE
    )
    prose = [shapes[i].text for i in range(start, end) if kinds[i] is Kind.PROSE]
    evidence = vocabulary.evidence(prose)
    needed = _ENOUGH if survey.strengths[anchor] >= _DEFINITE else _PLENTY
    if kinds[start] is Kind.LINE or kinds[start - 1] in (Kind.LINKS, Kind.NOTES):
        needed = max(needed, _PLENTY)
    return Stray(start, end, len(prose), _place(survey, anchor), evidence, evidence.score >= needed)


def _place(survey: Survey, anchor: int) -> int:
    """The block behind the last of the body above ``anchor``: boxes that touch it go with it."""
    at = anchor
    while survey.kinds[at - 1] in (Kind.BOX, Kind.NOTE, Kind.LINKS, Kind.NOTES, Kind.SECTION):
        at -= 1
    return at
